"""Examples as the batches of each step, of like length so that little is padded."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import NamedTuple, TypeVar

import torch
from torch import Tensor

from bot.answering.reader.training.encoding import Encoded, Encoder, Group
from bot.answering.reader.training.mixing import Mixture
from bot.answering.reader.training.sifting import Sieve

QUESTIONS_PER_STEP, PAIRS_PER_STEP = 32, 16  # pairs unless a run chooses otherwise
QUESTIONS_BESIDE_GROUPS = 16
STEPS_PER_CHUNK = 40
DRAWN = 2  # examples for each that is kept, where a sieve chooses


_Example = TypeVar("_Example", Encoded, Group)


class Step(NamedTuple):
    """What one step of training sees."""

    questions: list[Encoded]
    pairs: list[Encoded]
    groups: Sequence[Group] = ()


@dataclass(frozen=True, slots=True)
class Begun:
    """Where a run begins in the order of the examples: after so many steps and pairs of the runs before it."""

    steps: int = 0
    pairs: int = 0


def steps_from(
    mixture: Mixture,
    encoder: Encoder,
    seed: int,
    done: int = 0,
    *,
    begun: Begun = Begun(),
    pairs_per_step: int = PAIRS_PER_STEP,
    groups_per_step: int = 0,
    with_questions: bool = True,
    sieve: Sieve | None = None,
) -> Iterator[Step]:
    """Yield the steps after the first *done* of the run, without end; the same seed gives the same.

    With a *sieve*, `DRAWN` chunks are drawn for the steps of one.
    """
    first, ahead = divmod(begun.steps, STEPS_PER_CHUNK)
    number, skipped = divmod(ahead + done, STEPS_PER_CHUNK)
    times = 1 if sieve is None else DRAWN
    questions_per_step = QUESTIONS_BESIDE_GROUPS if groups_per_step else QUESTIONS_PER_STEP
    while True:
        chunk = first + number * times
        before = begun.pairs + (number * STEPS_PER_CHUNK - ahead) * pairs_per_step * times
        drawn = [
            example
            for each in range(chunk, chunk + times * with_questions)
            for example in mixture.questions(each, STEPS_PER_CHUNK * questions_per_step)
        ]
        questions = encoder.questions(drawn)
        pairs = encoder.pairs(mixture.pairs(max(0, before), STEPS_PER_CHUNK * pairs_per_step * times))
        chance = Random(f"{seed} batches {chunk}")  # noqa: S311 - reproducible, not secret
        if sieve is not None:
            questions = sieve.kept(questions, 1 / times, chance)
            pairs = sieve.kept(pairs, 1 / times, chance)
        count = STEPS_PER_CHUNK * groups_per_step
        groups = encoder.groups(mixture.groups(chunk * count, count))
        batches = zip(
            batches_of(questions, STEPS_PER_CHUNK, chance),
            batches_of(pairs, STEPS_PER_CHUNK, chance),
            batches_of(groups, STEPS_PER_CHUNK, chance),
            strict=True,
        )
        yield from [Step(*batch) for batch in batches][skipped:]
        number, skipped = number + 1, 0


def batches_of(examples: Sequence[_Example], count: int, chance: Random) -> list[list[_Example]]:
    """Split *examples* into *count* batches of like length, in random order."""
    ordered = sorted(examples, key=_length)
    edges = [round(place * len(ordered) / count) for place in range(count + 1)]
    batches = [ordered[start:end] for start, end in pairwise(edges)]
    chance.shuffle(batches)
    return batches


def _length(example: Encoded | Group) -> int:
    return len(example.ids if isinstance(example, Encoded) else example.right.ids)


class Padded(NamedTuple):
    """Examples of one length: ids, segments, mask (batch, pieces), targets (batch, 1 or 2), weights (batch,).

    All but the weights are int64; those are each example's share of the batch.
    """

    ids: Tensor
    segments: Tensor
    mask: Tensor
    targets: Tensor
    weights: Tensor


def padded(examples: Sequence[Encoded]) -> Padded:
    """Pad *examples* to the length of the longest."""
    width = max(len(example.ids) for example in examples)
    ids = torch.zeros((len(examples), width), dtype=torch.long)
    segments, mask = torch.zeros_like(ids), torch.zeros_like(ids)
    for place, example in enumerate(examples):
        length = len(example.ids)
        ids[place, :length] = torch.tensor(example.ids)
        segments[place, :length] = torch.tensor(example.segments)
        mask[place, :length] = 1
    targets = torch.tensor([example.targets for example in examples])
    weights = torch.tensor([example.weight for example in examples])
    return Padded(ids, segments, mask, targets, weights / weights.sum())
