"""One softmax over all passages of a question: what answers must score more than whatever stands in the others.

The loss of a group is that of Clark and Gardner (2018, "shared normalization"), with one "not here" for all: the share
of the right start, and of the right end, of all starts of all its passages. Scores are those above a passage's own
"not here", as answering compares them.
"""

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn.functional import softplus

from bot.answering.reader.training.batching import Padded, padded
from bot.answering.reader.training.encoding import Encoded, Group
from bot.answering.reader.training.model import TwoHeads

_KEPT = 2  # wrong passages of a group that are trained on, those that mislead most
_ALONE = 0.3  # what a wrong passage's own refusal counts for, beside the group's loss
_AT_ONCE = 24  # texts that are read to find out which mislead


class _Misleading(NamedTuple):
    margin: float
    pieces: frozenset[int]  # of the words that it would answer with


def margins_of(scores: Tensor, texts: Padded) -> Tensor:
    """Return *scores* (texts, pieces, 2) above each text's own "not here"; -1e4 outside of its context."""
    inside = (texts.segments == 1) & (texts.mask == 1)
    inside[torch.arange(len(inside)), texts.mask.sum(1) - 1] = False  # the separator at its end
    return (scores - scores[:, :1]).masked_fill(~inside.unsqueeze(-1), -1e4)


def group_losses(margins: Tensor, targets: Tensor, sizes: Sequence[int]) -> Tensor:
    """Return the loss of each group, in nats, the mean of both ends.

    *margins* (texts, pieces, 2) and *targets* (texts, 2) hold the texts of one group after another, *sizes* of them, the
    first of each with the answer.
    """
    losses, first = [], 0
    for size in sizes:
        group = margins[first : first + size].flatten(0, 1)
        silent = group.new_zeros(1, 2)
        all_together = torch.cat([group, silent]).logsumexp(0)
        right = margins[first].gather(0, targets[first].unsqueeze(0)).squeeze(0)
        losses.append((all_together - right).mean())
        first += size
    return torch.stack(losses)


def loss_of(model: TwoHeads, groups: Sequence[Group]) -> Tensor:
    """Return the mean loss of *groups*, at least one, with that of each wrong passage by itself."""
    texts = padded([text for group in groups for text in (group.right, *group.wrong)])
    margins = margins_of(model(texts.ids, texts.segments, texts.mask)[0], texts)
    sizes = [1 + len(group.wrong) for group in groups]
    wrong = torch.cat([torch.arange(size) > 0 for size in sizes])
    alone = softplus(margins[wrong].logsumexp(1)).mean()
    return group_losses(margins, texts.targets, sizes).mean() + _ALONE * alone


@torch.no_grad()  # type: ignore[untyped-decorator]  # to mypy torch is Any
def most_misleading(model: TwoHeads, groups: Sequence[Group], common: frozenset[int]) -> list[Group]:
    """Return *groups* with the wrong passages that *model* would rather answer from.

    One whose words share a piece with the answer, but for *common* ones, may be right after all, and is left out; so is a
    group without any.
    """
    texts = sorted((text for group in groups for text in group.wrong), key=lambda text: len(text.ids))
    found: dict[int, _Misleading] = {}
    for begin in range(0, len(texts), _AT_ONCE):
        part = texts[begin : begin + _AT_ONCE]
        for text, misled in zip(part, _answers(model, part), strict=True):
            found[id(text)] = misled
    kept = []
    for group in groups:
        start, end = group.right.targets
        right = {*group.right.ids[start : end + 1]} - common
        wrong = [text for text in group.wrong if not right & (found[id(text)].pieces - common)]
        wrong.sort(key=lambda text: -found[id(text)].margin)
        if wrong:
            kept.append(Group(group.right, wrong[:_KEPT]))
    return kept


def _answers(model: TwoHeads, examples: Sequence[Encoded]) -> list[_Misleading]:
    texts = padded(examples)
    best = margins_of(model(texts.ids, texts.segments, texts.mask)[0], texts).max(1)
    return [
        _Misleading(sum(values), frozenset(example.ids[min(places) : max(places) + 1]))
        for example, values, places in zip(examples, best.values.tolist(), best.indices.tolist(), strict=True)
    ]
