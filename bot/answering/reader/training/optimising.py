"""How weights are moved: the optimizer, its rate over a run, and how far the scores are from what is aimed at."""

from collections.abc import Iterable

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

_WARM_UP = 200  # steps, or
_WARM_UP_SHARE = 0.2  # of a shorter run
_HELD = 0.35  # share of the steps at the full rate
TAUGHT = 0.9  # what the mean of teachers counts for, beside the answers themselves


def rate_share(step: int, done: float) -> float:
    """Return the share, 0 to 1, of the highest learning rate that *step*, counted from 0, gets.

    The share *done*, 0 to 1, of the run is behind it.
    """
    rising = min(1.0, max((step + 1) / _WARM_UP, done / _WARM_UP_SHARE))
    falling = min(1.0, (1 - done) / (1 - _HELD))
    return rising * max(0.0, falling)


def optimizer_of(weights: Iterable[Tensor], rate: float, *, stacked: bool = False) -> torch.optim.Optimizer:
    """Return AdamW that lets matrices decay, but no biases and norms; *stacked* weights have one more axis."""
    parameters = list(weights)
    axes = 2 if stacked else 1
    matrices = [weight for weight in parameters if weight.ndim > axes]
    others = [weight for weight in parameters if weight.ndim <= axes]
    groups = [{"params": matrices, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=rate, fused=True)


def span_losses(scores: Tensor, targets: Tensor, aims: Tensor | None = None, heed: float = TAUGHT) -> Tensor:
    """Return the cross entropy of each row of *scores* (texts, pieces, 2: start, end), in nats, the mean of both ends.

    With *aims*, likelihoods of the same shape, they count for *heed*, 0 to 1, and *targets* (texts, 2) for the rest
    (Hinton et al., "Distilling the Knowledge in a Neural Network", 2015).
    """
    losses = cross_entropy(scores, targets, reduction="none")
    if aims is not None:
        losses = torch.lerp(losses, -(aims * scores.log_softmax(1)).sum(1), heed)
    return losses.mean(1)


def relation_losses(
    scores: Tensor, labels: Tensor, aims: Tensor | None = None, heed: float = TAUGHT
) -> Tensor:
    """Return the cross entropy of each row of *scores* (pairs, 3), in nats; `NOT_ENTAILED` is either of its labels.

    *aims* and *heed* are as those of `span_losses`.
    """
    either = scores[:, 1:].logsumexp(1, keepdim=True)
    aimed_at = torch.cat([scores, either], 1).gather(1, labels.unsqueeze(1)).squeeze(1)
    losses = scores.logsumexp(1) - aimed_at
    if aims is not None:
        losses = torch.lerp(losses, cross_entropy(scores, aims, reduction="none"), heed)
    return losses
