"""Texts one behind another, without padding: what a GPU reads in one go, whatever their lengths.

On a GPU attention runs over the pieces as they lie (Dao, "FlashAttention-2", 2023, by `varlen_attn`); on a CPU they are
padded for it, and the states are the same.
"""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn.attention.varlen import varlen_attn
from torch.nn.functional import scaled_dot_product_attention

from bot.answering.reader.training.encoding import Encoded

_NOWHERE = -1e4  # score where a text has no piece


class Packed(NamedTuple):
    """Ids and segments of all pieces (pieces,), the place of each in its text, and which text that is.

    ``edges`` (texts + 1,) are the places where texts begin, and the end; ``longest`` is a text's length in pieces.
    """

    ids: Tensor
    segments: Tensor
    places: Tensor
    owners: Tensor
    edges: Tensor
    longest: int

    @property
    def size(self) -> int:
        """How many texts there are."""
        return len(self.edges) - 1

    def on(self, device: torch.device) -> "Packed":
        """Return the same on *device*."""
        *tensors, longest = self
        ids, segments, places, owners, edges = (each.to(device, non_blocking=True) for each in tensors)
        return Packed(ids, segments, places, owners, edges, longest)

    def spread(self, values: Tensor, otherwise: float = _NOWHERE) -> Tensor:
        """Turn *values* (models, pieces, …) into (models, texts, longest, …), *otherwise* where there is no piece."""
        models, rest = len(values), values.shape[2:]
        flat = values.new_full((models, self.size * self.longest, *rest), otherwise)
        return flat.index_copy(1, self._cells, values).view(models, self.size, self.longest, *rest)

    def gathered(self, spread: Tensor) -> Tensor:
        """Turn *spread* (models, texts, longest, …) into (models, pieces, …)."""
        return spread.flatten(1, 2).index_select(1, self._cells)

    def inside(self) -> Tensor:
        """Return where the contexts' own pieces are, (texts, longest): neither the question nor a separator."""
        own = self.segments.bool()
        own[self.edges[1:].long() - 1] = False
        flat = own.new_zeros(self.size * self.longest)
        flat[self._cells] = own
        return flat.view(self.size, self.longest)

    @property
    def _cells(self) -> Tensor:
        return self.owners * self.longest + self.places


def packed(examples: Sequence[Encoded]) -> Packed:
    """Put the texts of *examples* one behind another."""
    lengths = torch.tensor([len(example.ids) for example in examples])
    edges = torch.cat([lengths.new_zeros(1), lengths.cumsum(0)])
    owners = torch.arange(len(examples)).repeat_interleave(lengths)
    ids, segments = (
        torch.tensor([*chain.from_iterable(parts)])
        for parts in (
            [example.ids for example in examples],
            [example.segments for example in examples],
        )
    )
    places = torch.arange(len(ids)) - edges[owners]
    return Packed(ids, segments, places, owners, edges.int(), int(lengths.max()))


def joined(parts: Sequence[Packed]) -> Packed:
    """Put the texts of several *parts* one behind another."""
    owners, edges, texts, pieces = [], [parts[0].edges[:1]], 0, 0
    for part in parts:
        owners.append(part.owners + texts)
        edges.append(part.edges[1:] + pieces)
        texts, pieces = texts + part.size, pieces + len(part.ids)
    return Packed(
        torch.cat([part.ids for part in parts]),
        torch.cat([part.segments for part in parts]),
        torch.cat([part.places for part in parts]),
        torch.cat(owners),
        torch.cat(edges),
        max(part.longest for part in parts),
    )


def attended(query: Tensor, key: Tensor, value: Tensor, texts: Packed) -> Tensor:
    """Return what each piece sees in its own text; all are (models, pieces, heads, width of a head)."""
    models, pieces = query.shape[:2]
    if query.device.type == "cuda":
        shifts = torch.arange(models, device=query.device, dtype=torch.int32).unsqueeze(1) * pieces
        edges = torch.cat([texts.edges[:1], (texts.edges[1:] + shifts).flatten()])
        asked, offered, told = (part.flatten(0, 1).contiguous() for part in (query, key, value))
        found: Tensor = varlen_attn(asked, offered, told, edges, edges, texts.longest, texts.longest)
        return found.view_as(query)
    there = texts.spread(query.new_ones(1, pieces), 0.0).bool()
    allowed = there.expand(models, -1, -1).flatten(0, 1).view(-1, 1, 1, texts.longest)
    asked, offered, told = (
        texts.spread(part, 0.0).flatten(0, 1).transpose(1, 2) for part in (query, key, value)
    )
    seen = scaled_dot_product_attention(asked, offered, told, allowed)
    return texts.gathered(seen.transpose(1, 2).unflatten(0, (models, -1)))
