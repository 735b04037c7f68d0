"""One softmax over all passages of a question: what answers must score more than whatever stands in the others.

The loss of a group is that of Clark and Gardner (2018, "shared normalization"), with one "not here" for all: the share
of the right start, and of the right end, of all starts of all its passages. Scores are those above a passage's own
"not here", as answering compares them.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn.functional import softplus

from bot.answering.reader.training.encoding import Encoded, Group
from bot.answering.reader.training.optimising import TAUGHT

_KEPT = 2  # wrong passages of a group that are trained on, those that mislead most
_ALONE = 0.3  # what a wrong passage's own refusal counts for, beside the group's loss
BESIDE = (0.9, 0.6)  # what the losses of spans and of relations count for, beside that of groups

Best = Callable[
    [Sequence[Encoded]], tuple[Tensor, Tensor]
]  # the highest margins of texts (texts, 2), and where


class Members(NamedTuple):
    """The texts of groups, one group after another, the first of each with the answer.

    ``owners`` (texts,) says of which group each is, ``first`` (groups,) which texts answer, ``targets`` (groups, 2) where.
    """

    owners: Tensor
    first: Tensor
    targets: Tensor

    def on(self, device: torch.device) -> "Members":
        """Return the same on *device*."""
        return Members(*(tensor.to(device, non_blocking=True) for tensor in self))


class Shares(NamedTuple):
    """What teachers find likely: of starts and ends among a group's (texts, pieces, 2), of "not here" (groups, 2).

    ``alone`` (texts, 2) is how likely a text by itself has any answer. All of it counts for ``heed``, 0 to 1.
    """

    spans: Tensor
    silent: Tensor
    alone: Tensor
    heed: float


class _Misleading(NamedTuple):
    margin: float
    pieces: frozenset[int]  # of the words that it would answer with


def texts_of(groups: Sequence[Group]) -> list[Encoded]:
    """Return the texts of *groups*, one group after another, the one that answers first."""
    return [text for group in groups for text in (group.right, *group.wrong)]


def members_of(groups: Sequence[Group]) -> Members:
    """Return which group each of their `texts_of` belongs to."""
    sizes = torch.tensor([1 + len(group.wrong) for group in groups])
    return Members(
        torch.arange(len(groups)).repeat_interleave(sizes),
        sizes.cumsum(0) - sizes,
        torch.tensor([group.right.targets for group in groups]),
    )


def margins_of(scores: Tensor, inside: Tensor) -> Tensor:
    """Return *scores* (…, texts, pieces, 2) above each text's own "not here"; -1e4 outside of where *inside* is."""
    return (scores - scores[..., :1, :]).masked_fill(~inside.unsqueeze(-1), -1e4)


def shares_of(margins: Tensor, members: Members, heed: float = TAUGHT) -> Shares:
    """Return what models with these *margins* (models, texts, pieces, 2) find likely, in the mean; *heed* it so far."""
    whole = _whole(margins, members)
    spans = (margins - whole[:, members.owners].unsqueeze(2)).exp().mean(0)
    return Shares(spans, (-whole).exp().mean(0), margins.logsumexp(2).sigmoid().mean(0), heed)


def group_losses(margins: Tensor, members: Members, aims: Shares | None = None) -> Tensor:
    """Return the loss of each model and group (models, groups), in nats, the mean of both ends.

    *margins* (models, texts, pieces, 2) are those of the members; *aims*, if there are any, are aimed at besides.
    """
    whole = _whole(margins, members)
    place = members.targets.unsqueeze(1).expand(len(margins), -1, -1, -1)
    right = margins[:, members.first].gather(2, place).squeeze(2)
    losses = whole - right
    if aims is not None:
        surprise = (aims.spans * (whole[:, members.owners].unsqueeze(2) - margins)).sum(2)
        taught = (aims.silent * whole).index_add(1, members.owners, surprise)
        losses = torch.lerp(losses, taught, aims.heed)
    return losses.mean(2)


def loss_of(margins: Tensor, members: Members, aims: Shares | None = None) -> Tensor:
    """Return the mean `group_losses` of each model (models,), with those of each wrong passage by itself."""
    wrong = torch.ones_like(members.owners, dtype=torch.bool)
    wrong[members.first] = False
    heard = margins.logsumexp(2)
    alone = softplus(heard)
    if aims is not None:
        alone = alone - aims.heed * aims.alone * heard
    alone = (alone * wrong.unsqueeze(1)).sum(1) / wrong.sum()
    return group_losses(margins, members, aims).mean(1) + _ALONE * alone.mean(1)


def _whole(margins: Tensor, members: Members) -> Tensor:
    """Return the logarithm of what a group's starts, its ends, and "not here" weigh together (models, groups, 2)."""
    heard = margins.logsumexp(2)
    owners = members.owners.view(1, -1, 1).expand_as(heard)
    silent = heard.new_zeros(len(heard), len(members.first), 2)
    highest = silent.scatter_reduce(1, owners, heard.detach(), "amax")
    summed = (-highest).exp().scatter_add(1, owners, (heard - highest.gather(1, owners)).exp())
    return highest + summed.log()


@torch.no_grad()  # type: ignore[untyped-decorator]  # to mypy torch is Any
def most_misleading(groups: Sequence[Group], common: frozenset[int], best: Best) -> list[Group]:
    """Return *groups* with the wrong passages that a model with these *best* margins would rather answer from.

    One whose words share a piece with the answer, but for *common* ones, may be right after all, and is left out; so is a
    group without any.
    """
    texts = sorted((text for group in groups for text in group.wrong), key=lambda text: len(text.ids))
    margins, pieces = best(texts)
    found = {
        id(text): _Misleading(sum(values), frozenset(text.ids[min(places) : max(places) + 1]))
        for text, values, places in zip(texts, margins.tolist(), pieces.tolist(), strict=True)
    }
    kept = []
    for group in groups:
        start, end = group.right.targets
        right = {*group.right.ids[start : end + 1]} - common
        wrong = [text for text in group.wrong if not right & (found[id(text)].pieces - common)]
        wrong.sort(key=lambda text: -found[id(text)].margin)
        if wrong:
            kept.append(Group(group.right, wrong[:_KEPT]))
    return kept
