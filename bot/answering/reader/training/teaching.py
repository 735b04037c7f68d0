"""Trains stacked models on the answers, or towards what teachers find likely (Hinton et al., 2015)."""

import time
from collections.abc import Iterator
from math import ceil, inf
from typing import NamedTuple

import torch
from torch import Tensor

from bot.answering.reader.training.batching import Padded
from bot.answering.reader.training.feeding import PaddedStep
from bot.answering.reader.training.loss_lines import LossLines
from bot.answering.reader.training.optimising import (
    Aims,
    optimizer_of,
    rate_share,
    relation_losses,
    span_losses,
)
from bot.answering.reader.training.stacking import Stack

_STEPS_PER_LINE = 200
_PIECES_AT_ONCE = 300_000  # of all models; what is kept of one for the way back takes some 70 kB


class Length(NamedTuple):
    """How long to train: so many steps, but no longer than so many seconds."""

    steps: int
    seconds: float = inf


class Seen(NamedTuple):
    """What a training went through."""

    steps: int
    questions: int
    pairs: int


def train(
    models: Stack, steps_of: Iterator[PaddedStep], rate: float, length: Length, teachers: Stack | None = None
) -> Seen:
    """Train *models* for *length*, at the highest learning rate *rate*, which falls with what is left of it.

    They aim at the answers, or at what *teachers* find likely.
    """
    optimizer = optimizer_of(models.weights.values(), rate, stacked=True)
    lines = LossLines(_STEPS_PER_LINE, last=length.steps)
    seen, began = Seen(0, 0, 0), time.monotonic()
    for step, batches in enumerate(steps_of):
        done = max(step / max(1, length.steps), (time.monotonic() - began) / length.seconds)
        if step >= length.steps or done >= 1:
            break
        questions, pairs = (texts.to(models.device) for texts in batches)
        for group in optimizer.param_groups:
            group["lr"] = rate * rate_share(step, done)
        aims = None if teachers is None else aims_of(teachers, questions, pairs)
        lines.add(step + 1, take(models, optimizer, questions, pairs, aims))
        seen = Seen(step + 1, seen.questions + len(questions.ids), seen.pairs + len(pairs.ids))
    return seen


def take(
    models: Stack,
    optimizer: torch.optim.Optimizer,
    questions: Padded,
    pairs: Padded,
    aims: Aims | None = None,
    *,
    pieces_at_once: int = _PIECES_AT_ONCE,
) -> tuple[Tensor, Tensor]:
    """Take one optimizer step; return both losses, of spans and of relations, in nats, means over the models.

    Texts of more than *pieces_at_once*, of all models together, are gone through in parts.
    """
    size = models.size
    span, relation = torch.zeros(2, device=models.device)
    for texts, aim in _parts(questions, None if aims is None else aims.spans, pieces_at_once // size):
        scores, _ = models(texts)
        aimed = None if aim is None else aim.repeat(size, 1, 1)
        losses = span_losses(scores.flatten(0, 1), texts.targets.repeat(size, 1), aimed)
        span += _backward(losses, texts)
    for texts, aim in _parts(pairs, None if aims is None else aims.relations, pieces_at_once // size):
        _, scores = models(texts)
        aimed = None if aim is None else aim.repeat(size, 1)
        losses = relation_losses(scores.flatten(0, 1), texts.targets[:, 0].repeat(size), aimed)
        relation += _backward(losses, texts)
    models.clip(1.0)
    optimizer.step()
    optimizer.zero_grad()
    return span / size, relation / size


def _parts(texts: Padded, aims: Tensor | None, at_once: int) -> Iterator[tuple[Padded, Tensor | None]]:
    """Yield parts of *texts* of about *at_once* pieces, and what is aimed at in them."""
    count = min(len(texts.ids), ceil(texts.ids.numel() / at_once))
    parts = texts.parts(count)
    return zip(parts, [None] * count if aims is None else aims.tensor_split(count), strict=True)


def _backward(losses: Tensor, texts: Padded) -> Tensor:
    """Add to the gradients those of each model's mean loss; return the sum of these means."""
    loss = (losses.view(-1, len(texts.weights)) * texts.weights).sum()
    loss.backward()
    return loss.detach()


def aims_of(teachers: Stack, questions: Padded, pairs: Padded) -> Aims:
    """Return the mean of what *teachers* find likely."""
    with torch.no_grad():
        return Aims(teachers(questions)[0].softmax(2).mean(0), teachers(pairs)[1].softmax(2).mean(0))
