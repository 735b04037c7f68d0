"""Examples drawn and encoded by several processes at once, for a machine that trains faster than one can draw."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from random import Random
from typing import NamedTuple, TypeVar

import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from bot.answering.reader.training.encoding import Encoded, Encoder, Group
from bot.answering.reader.training.mixing import Mixture
from bot.answering.reader.training.packing import Packed, packed

_STEPS_PER_CHUNK = 10
_AHEAD = 6  # steps that each process keeps ready

_Example = TypeVar("_Example", Encoded, Group)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many of each a step has."""

    questions: int
    pairs: int
    groups: int = 0


class Batch(NamedTuple):
    """Texts, their targets (texts, 1 or 2), and each one's share of the batch (texts,)."""

    texts: Packed
    targets: Tensor
    weights: Tensor

    @property
    def size(self) -> int:
        """How many texts there are."""
        return self.texts.size

    def on(self, device: torch.device) -> "Batch":
        """Return the same on *device*."""
        targets, weights = (each.to(device, non_blocking=True) for each in (self.targets, self.weights))
        return Batch(self.texts.on(device), targets, weights)


def batch_of(examples: Sequence[Encoded]) -> Batch:
    """Return *examples* as one batch."""
    weights = torch.tensor([example.weight for example in examples])
    targets = torch.tensor([example.targets for example in examples])
    return Batch(packed(examples), targets, weights / weights.sum())


class DrawnStep(NamedTuple):
    """What one step of training sees; of its groups, what misleads is chosen then."""

    questions: Batch
    pairs: Batch
    groups: Sequence[Group] = ()


class Feed(IterableDataset[DrawnStep]):  # type: ignore[misc]  # to mypy torch is Any, see pyproject.toml
    """Steps without end: each chunk's questions are drawn in equal parts from *mixtures*, all else from the first.

    Of several processes each makes every so many-th chunk: the same seed and number of them gives the same steps.
    """

    def __init__(self, mixtures: Sequence[Mixture], encoder: Encoder, seed: int, sizes: Sizes) -> None:
        self._mixtures, self._encoder, self._seed = mixtures, encoder, seed
        self._sizes = sizes

    def __iter__(self) -> Iterator[DrawnStep]:
        """Yield the steps of this process."""
        process = get_worker_info()
        for chunk in count() if process is None else count(process.id, process.num_workers):
            yield from self._steps(chunk)

    def _steps(self, chunk: int) -> Iterator[DrawnStep]:
        sizes = self._sizes
        each = sizes.questions * _STEPS_PER_CHUNK // len(self._mixtures)
        drawn = [example for mixture in self._mixtures for example in mixture.questions(chunk, each)]
        paired, grouped = (size * _STEPS_PER_CHUNK for size in (sizes.pairs, sizes.groups))
        pairs = self._mixtures[0].pairs(chunk * paired, paired)
        groups = self._mixtures[0].groups(chunk * grouped, grouped)
        chance = Random(f"{self._seed} batches {chunk}")  # noqa: S311 - reproducible, not secret
        steps = zip(
            _dealt(self._encoder.questions(drawn), chance),
            _dealt(self._encoder.pairs(pairs), chance),
            _dealt(self._encoder.groups(groups), chance),
            strict=True,
        )
        for questions, paired_texts, choices in steps:
            yield DrawnStep(batch_of(questions), batch_of(paired_texts), choices)


def _dealt(examples: list[_Example], chance: Random) -> Iterator[list[_Example]]:
    """Yield *examples* at random for each step of a chunk."""
    chance.shuffle(examples)
    edges = [round(place * len(examples) / _STEPS_PER_CHUNK) for place in range(_STEPS_PER_CHUNK + 1)]
    return (examples[start:end] for start, end in pairwise(edges))


def loaded(feed: Feed, processes: int, *, pinned: bool) -> Iterator[DrawnStep]:
    """Return the steps of *feed*, drawn by so many *processes*; *pinned* in memory that a GPU copies from at once."""
    loader = DataLoader(
        feed,
        batch_size=None,
        num_workers=processes,
        prefetch_factor=_AHEAD if processes else None,
        pin_memory=pinned,
    )
    return iter(loader)
