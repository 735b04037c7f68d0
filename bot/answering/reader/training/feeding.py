"""Examples drawn and encoded by several processes at once, for a machine that trains faster than one can draw."""

from collections.abc import Iterator, Sequence
from itertools import count
from random import Random
from typing import NamedTuple

from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from bot.answering.reader.training.batching import Padded, batches_of, padded
from bot.answering.reader.training.encoding import Encoder
from bot.answering.reader.training.mixing import Mixture

_STEPS_PER_CHUNK = 10
_AHEAD = 6  # steps that each process keeps ready
_MULTIPLE = 8  # pieces: a GPU's matrix units take so many at once


class PaddedStep(NamedTuple):
    """What one step of training sees."""

    questions: Padded
    pairs: Padded


class Feed(IterableDataset[PaddedStep]):  # type: ignore[misc]  # to mypy torch is Any, see pyproject.toml
    """Steps without end: each chunk's questions are drawn in equal parts from *mixtures*, its pairs from the first.

    Of several processes each makes every so many-th chunk: the same seed and number of them gives the same steps.
    """

    def __init__(
        self, mixtures: Sequence[Mixture], encoder: Encoder, seed: int, questions: int, pairs: int
    ) -> None:
        self._mixtures, self._encoder, self._seed = mixtures, encoder, seed
        self._sizes = questions, pairs

    def __iter__(self) -> Iterator[PaddedStep]:
        """Yield the steps of this process."""
        process = get_worker_info()
        for chunk in count() if process is None else count(process.id, process.num_workers):
            yield from self._steps(chunk)

    def _steps(self, chunk: int) -> Iterator[PaddedStep]:
        asked, paired = (size * _STEPS_PER_CHUNK for size in self._sizes)
        each = asked // len(self._mixtures)
        drawn = [example for mixture in self._mixtures for example in mixture.questions(chunk, each)]
        pairs = self._mixtures[0].pairs(chunk * paired, paired)
        chance = Random(f"{self._seed} batches {chunk}")  # noqa: S311 - reproducible, not secret
        batches = (
            batches_of(examples, _STEPS_PER_CHUNK, chance)
            for examples in (self._encoder.questions(drawn), self._encoder.pairs(pairs))
        )
        for questions, paired_texts in zip(*batches, strict=True):
            yield PaddedStep(padded(questions, _MULTIPLE), padded(paired_texts, _MULTIPLE))


def loaded(feed: Feed, processes: int, *, pinned: bool) -> Iterator[PaddedStep]:
    """Return the steps of *feed*, drawn by so many *processes*; *pinned* in memory that a GPU copies from at once."""
    loader = DataLoader(
        feed,
        batch_size=None,
        num_workers=processes,
        prefetch_factor=_AHEAD if processes else None,
        pin_memory=pinned,
    )
    return iter(loader)
