"""One step of training: the losses of what it sees, and what the optimizer makes of them."""

from collections.abc import Sequence

import torch
from torch import Tensor

from bot.answering.reader.training.batching import Step, padded
from bot.answering.reader.training.contrasting import (
    BESIDE,
    loss_of,
    members_of,
    most_misleading,
    texts_of,
)
from bot.answering.reader.training.encoding import Group
from bot.answering.reader.training.margins import best_margins, read_margins
from bot.answering.reader.training.model import TwoHeads, multiplies_bfloat16
from bot.answering.reader.training.optimising import relation_losses, span_losses


def take(
    model: TwoHeads, optimizer: torch.optim.Optimizer, step: Step, common: frozenset[int]
) -> tuple[Tensor, Tensor]:
    """Take one optimizer step; return both losses, of spans and of relations, in nats.

    *common* are pieces that a right and a wrong answer may share.
    """
    contrast = _contrast(model, step.groups, common) if step.groups else None
    if contrast is not None:
        contrast.backward()
    of_spans, of_relations = (1.0, 1.0) if contrast is None else BESIDE
    span = torch.zeros(())
    if step.questions:
        ids, segments, mask, targets, weights = padded(step.questions)
        with _precision():
            spans, _ = model(ids, segments, mask)
        span = (span_losses(spans, targets) * weights).sum()
        (of_spans * span).backward()
    ids, segments, mask, targets, weights = padded(step.pairs)
    with _precision():
        _, relations = model(ids, segments, mask)
    relation = (relation_losses(relations, targets[:, 0]) * weights).sum()
    (of_relations * relation).backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    return span.detach(), relation.detach()


def _contrast(model: TwoHeads, groups: Sequence[Group], common: frozenset[int]) -> Tensor | None:
    """Return the loss of *groups*; None where nothing in them misleads."""
    with _precision():
        misleading = most_misleading(groups, common, lambda texts: best_margins(model, texts))
        if not misleading:
            return None
        margins = read_margins(model, texts_of(misleading))
    return loss_of(margins.unsqueeze(0), members_of(misleading)).sum()


def _precision() -> torch.autocast:
    """bfloat16 where the processor multiplies it; without, emulating it is 30 times as slow as 32 bits."""
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=multiplies_bfloat16())
