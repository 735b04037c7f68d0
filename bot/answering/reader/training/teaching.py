"""Trains stacked models on the answers, and towards what teachers find likely (Hinton et al., 2015) or they themselves.

Models that begin apart and aim at the mean of them all, too, learn less by heart (Zhang et al., "Deep Mutual Learning",
2018).
"""

import time
from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

import torch
from torch import Tensor

from bot.answering.reader.training.contrasting import (
    BESIDE,
    Members,
    Shares,
    loss_of,
    margins_of,
    members_of,
    most_misleading,
    shares_of,
    texts_of,
)
from bot.answering.reader.training.encoding import Encoded
from bot.answering.reader.training.feeding import Batch, DrawnStep
from bot.answering.reader.training.loss_lines import LossLines
from bot.answering.reader.training.optimising import (
    TAUGHT,
    optimizer_of,
    rate_share,
    relation_losses,
    span_losses,
)
from bot.answering.reader.training.packing import Packed, joined, packed
from bot.answering.reader.training.stacking import Stack

_STEPS_PER_LINE = 200


class Length(NamedTuple):
    """How long to train: so many steps, but no longer than so many seconds."""

    steps: int
    seconds: float = inf


class Seen(NamedTuple):
    """What a training went through."""

    steps: int
    questions: int
    pairs: int
    groups: int


class Aims(NamedTuple):
    """What models find likely: of starts and ends (questions, pieces, 2), of relations (pairs, 3), and in groups.

    It counts for ``heed``, 0 to 1, and what is right for the rest.
    """

    spans: Tensor
    relations: Tensor
    shares: Shares | None
    heed: float


class Scores(NamedTuple):
    """What models make of a task: scores of spans and relations, the margins of members; the first axis is the model."""

    spans: Tensor
    relations: Tensor
    margins: Tensor | None


class Task(NamedTuple):
    """All texts of a step, read in one go: questions, then pairs, then the members of groups, if there are any."""

    texts: Packed
    questions: Batch
    pairs: Batch
    members: Members | None
    inside: Tensor | None  # of the members, as `Packed.inside` returns it

    def scores(self, models: Stack) -> Scores:
        """Return what *models* make of it."""
        spans, relations = models(self.texts)
        asked, paired = self.questions.size, self.pairs.size
        margins = None if self.inside is None else margins_of(spans[:, asked + paired :], self.inside)
        return Scores(spans[:, :asked], relations[:, asked : asked + paired], margins)


def train(
    models: Stack,
    steps_of: Iterator[DrawnStep],
    rate: float,
    length: Length,
    *,
    common: frozenset[int],
    teachers: Sequence[Stack] = (),
    mutual: float = 0.0,
) -> Seen:
    """Train *models* for *length*, at the highest learning rate *rate*, which falls with what is left of it.

    They aim at the answers, or at what *teachers* find likely; without any, what *models* themselves find likely, in the
    mean, counts for *mutual*, 0 to 1. *common* are pieces that a right and a wrong answer may share.
    """
    optimizer = optimizer_of(models.weights.values(), rate, stacked=True)
    lines = LossLines(_STEPS_PER_LINE, last=length.steps)
    seen, began = Seen(0, 0, 0, 0), time.monotonic()
    for number, step in enumerate(steps_of):
        done = max(number / max(1, length.steps), (time.monotonic() - began) / length.seconds)
        if number >= length.steps or done >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = rate * rate_share(number, done)
        task = task_of(models, step, common)
        aims = aims_of(teachers, task) if teachers else None
        lines.add(number + 1, take(models, optimizer, task, aims, mutual))
        groups = 0 if task.members is None else len(task.members.first)
        sizes = task.questions.size, task.pairs.size, groups
        seen = Seen(number + 1, *(before + size for before, size in zip(seen[1:], sizes, strict=True)))
    return seen


def task_of(models: Stack, step: DrawnStep, common: frozenset[int]) -> Task:
    """Return what *models* learn in *step*: of its groups, what misleads them."""
    questions, pairs = step.questions.on(models.device), step.pairs.on(models.device)
    parts = [questions.texts, pairs.texts]
    groups = most_misleading(step.groups, common, lambda texts: _best(models, texts)) if step.groups else []
    if not groups:
        return Task(joined(parts), questions, pairs, None, None)
    grouped = packed(texts_of(groups)).on(models.device)
    texts = joined([*parts, grouped])
    inside = texts.inside()[questions.size + pairs.size :]
    return Task(texts, questions, pairs, members_of(groups).on(models.device), inside)


def _best(models: Stack, texts: Sequence[Encoded]) -> tuple[Tensor, Tensor]:
    """Return the highest mean margins of *models* for starts and ends (texts, 2), and at which pieces."""
    together = packed(texts).on(models.device)
    best = margins_of(models(together)[0], together.inside()).mean(0).max(1)
    return best.values, best.indices


def take(
    models: Stack,
    optimizer: torch.optim.Optimizer,
    task: Task,
    aims: Aims | None = None,
    mutual: float = 0.0,
) -> tuple[Tensor, Tensor]:
    """Take one optimizer step; return both losses, of spans and of relations, in nats, means over the models.

    Without *aims*, what *models* themselves find likely counts for *mutual*.
    """
    found = task.scores(models)
    if aims is None and mutual:
        with torch.no_grad():
            aims = _likely([found], task, mutual)
    size = models.size
    questions, pairs = task.questions, task.pairs
    heed = 0.0 if aims is None else aims.heed
    aimed = None if aims is None else aims.spans.repeat(size, 1, 1)
    losses = span_losses(found.spans.flatten(0, 1), questions.targets.repeat(size, 1), aimed, heed)
    span = (losses.view(size, -1) * questions.weights).sum()
    aimed = None if aims is None else aims.relations.repeat(size, 1)
    losses = relation_losses(found.relations.flatten(0, 1), pairs.targets[:, 0].repeat(size), aimed, heed)
    relation = (losses.view(size, -1) * pairs.weights).sum()
    if found.margins is None or task.members is None:
        (span + relation).backward()
    else:
        contrast = loss_of(found.margins, task.members, None if aims is None else aims.shares).sum()
        of_spans, of_relations = BESIDE
        (contrast + of_spans * span + of_relations * relation).backward()
    models.clip(1.0)
    optimizer.step()
    optimizer.zero_grad()
    return span.detach() / size, relation.detach() / size


def aims_of(teachers: Sequence[Stack], task: Task) -> Aims:
    """Return the mean of what *teachers* find likely, each model of each counting the same."""
    with torch.no_grad():
        return _likely([task.scores(each) for each in teachers], task, TAUGHT)


def _likely(found: Sequence[Scores], task: Task, heed: float) -> Aims:
    spans = torch.cat([scores.spans for scores in found]).softmax(2).mean(0)
    relations = torch.cat([scores.relations for scores in found]).softmax(2).mean(0)
    margins = [scores.margins for scores in found if scores.margins is not None]
    shares = None if task.members is None else shares_of(torch.cat(margins), task.members, heed)
    return Aims(spans, relations, shares, heed)
