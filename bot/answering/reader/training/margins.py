"""Margins of texts that are read padded, as a CPU reads them: what training on groups compares."""

from collections.abc import Sequence

import torch
from torch import Tensor

from bot.answering.reader.training.batching import padded
from bot.answering.reader.training.contrasting import margins_of
from bot.answering.reader.training.encoding import Encoded
from bot.answering.reader.training.model import TwoHeads

_AT_ONCE = 24  # texts that are read to find out which mislead


def read_margins(model: TwoHeads, examples: Sequence[Encoded]) -> Tensor:
    """Return the margins that *model* gives the pieces of *examples*, (texts, pieces, 2), as `margins_of` does."""
    texts = padded(examples)
    inside = (texts.segments == 1) & (texts.mask == 1)
    inside[torch.arange(len(inside)), texts.mask.sum(1) - 1] = False  # the separator at its end
    return margins_of(model(texts.ids, texts.segments, texts.mask)[0], inside)


def best_margins(model: TwoHeads, texts: Sequence[Encoded]) -> tuple[Tensor, Tensor]:
    """Return the highest margins of starts and ends in *texts* (texts, 2), and at which pieces."""
    parts = (texts[begin : begin + _AT_ONCE] for begin in range(0, len(texts), _AT_ONCE))
    best = [read_margins(model, part).max(1) for part in parts]
    return torch.cat([each.values for each in best]), torch.cat([each.indices for each in best])
