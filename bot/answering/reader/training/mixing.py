"""Draws the training examples: which rows, cut and worded how. The same seed draws the same, chunk by chunk.

A chunk is a few thousand examples; a run that was killed goes on with the next chunk. Each kind of row is gone
through in shuffled passes, so nothing is seen twice before everything was seen once.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from copy import copy
from math import log
from random import Random
from typing import TypeVar

from bot.answering.reader.training.denials import denial_pairs
from bot.answering.reader.training.examples import GroupExample, QuestionExample
from bot.answering.reader.training.groups import Groups, stands_alone
from bot.answering.reader.training.negatives import WrongPassages
from bot.answering.reader.training.polar import polar_rows
from bot.answering.reader.training.predicates import predicate_rows
from bot.answering.reader.training.proportions import (
    OF_STORIES,
    PAIRS,
    PASSAGES,
    Proportions,
    StoryShares,
)
from bot.answering.reader.training.rows import PairRow, QuestionRow
from bot.answering.reader.training.slips import as_typed
from bot.answering.reader.training.stories import StoryRows
from bot.answering.reader.training.surroundings import Answer, Documents, among, moved
from bot.answering.reader.training.swaps import Swaps
from bot.answering.reader.training.windows import closest_sentence, window_around, words_of

_LONGEST = 170  # words of a context that is kept whole
_HARD = 0.85  # unanswerable windows that keep the sentence closest to the question

_Row = TypeVar("_Row")


class Mixture:
    """Draws examples from rows of several kinds."""

    def __init__(
        self,
        questions: Mapping[str, Sequence[QuestionRow]],
        pairs: Sequence[PairRow],
        seed: int,
        statements: Sequence[PairRow] = (),
        *,
        proportions: Proportions = PASSAGES,
        stories: StoryRows | None = None,
        of_stories: StoryShares = OF_STORIES,
    ) -> None:
        made = {"polar": polar_rows(pairs), "predicates": predicate_rows(questions["templates"])}
        self._questions = {**questions, **made}
        self._pairs = pairs
        of_pairs = PAIRS if stories is None else of_stories.pairs
        self._made = {
            "denials": (of_pairs.denials, denial_pairs(pairs)),
            "statements": (of_pairs.statements, statements),
            "polarity": (of_pairs.polarity, () if stories is None else stories.polarity),
        }
        self._seed = seed
        self._proportions = proportions
        contexts = [row.context for kind in ("squad", "search", "sentences") for row in questions[kind]]
        self._orders: dict[tuple[str, int], list[int]] = {}
        self._wrong = WrongPassages(contexts)
        self._weights = _rarity(dict.fromkeys(contexts))
        # Only questions that stand on their own can be asked of another passage.
        self._askable = [row for kind in ("squad", "search") for row in questions[kind] if row.answer]
        self._groups = Groups(self._askable, self._wrong, self._weights, seed, stands_alone)
        self._stories, self._of_stories = stories, of_stories
        if stories is not None:
            self._story_groups = Groups(stories.answered, stories, self._weights, seed)
        self._swaps = Swaps(row for kind in ("squad", "search") for row in questions[kind])
        self._documents = Documents(questions["templates"])
        self._neighbours = {
            "sentences": [row.context for row in questions["sentences"]],
            "polar": [row.context for row in self._questions["polar"]],
        }

    def varied(self, seed: int, proportions: Proportions) -> "Mixture":
        """Return a mixture of the same rows, drawn and cut otherwise; what was counted of them is shared."""
        other = copy(self)
        other.__dict__.update(_seed=seed, _proportions=proportions, _orders={})
        return other

    def questions(self, chunk: int, size: int) -> list[QuestionExample]:
        """Draw about *size* questions for chunk number *chunk*, in no particular order."""
        chance = Random(f"{self._seed} questions {chunk}")  # noqa: S311 - reproducible, not secret
        examples = []
        if self._stories is not None:
            told = round(size * self._of_stories.questions)
            size -= told
            silent = round(told * self._of_stories.silent)
            for kind, rows, count in (
                ("silent", self._stories.silent, silent),
                ("told", self._stories.answered, told - silent),
            ):
                examples += [
                    self._example(row, kind, chance) for row in self._draw(kind, rows, chunk * count, count)
                ]
        for kind, share in self._proportions.shares.items():
            count = round(size * share)
            if kind in {"wrong", "swapped"}:
                made = self._wrong_examples if kind == "wrong" else self._swapped_examples
                examples += made(self._draw(kind, self._askable, chunk * count, count), chance)
            else:
                rows = self._draw(kind, self._questions[kind], chunk * count, count)
                examples += [self._example(row, kind, chance) for row in rows]
        chance.shuffle(examples)
        return examples

    def groups(self, before: int, size: int) -> list[GroupExample]:
        """Draw the groups of *size* questions, where *before* were drawn already; some questions make none."""
        if self._stories is None:
            return self._groups.drawn(before, size)
        told, told_before = (round(number * self._of_stories.groups) for number in (size, before))
        return self._story_groups.drawn(told_before, told) + self._groups.drawn(
            before - told_before, size - told
        )

    def pairs(self, before: int, size: int) -> list[PairRow]:
        """Draw *size* pairs, in no particular order, where *before* were drawn already."""
        drawn: list[PairRow] = []
        left, left_before = size, before
        for kind, (share, rows) in self._made.items():
            count, count_before = (round(number * share) if rows else 0 for number in (size, before))
            drawn += self._draw(kind, rows, count_before, count)
            left, left_before = left - count, left_before - count_before
        return self._draw("pairs", self._pairs, left_before, left) + drawn

    def _draw(self, kind: str, rows: Sequence[_Row], before: int, count: int) -> list[_Row]:
        """Return the next *count* rows of endless shuffled passes of which *before* rows are gone through."""
        if not rows:
            return []
        drawn: list[_Row] = []
        while len(drawn) < count:
            turn, place = divmod(before + len(drawn), len(rows))
            order = self._order(kind, turn, len(rows))
            drawn += [rows[index] for index in order[place : place + count - len(drawn)]]
        return drawn

    def _order(self, kind: str, turn: int, size: int) -> list[int]:
        if (kind, turn) not in self._orders:
            order = list(range(size))
            Random(f"{self._seed} {kind} {turn}").shuffle(order)  # noqa: S311 - reproducible, not secret
            self._orders[kind, turn] = order
        return self._orders[kind, turn]

    def _example(self, row: QuestionRow, kind: str, chance: Random) -> QuestionExample:
        context, answer = row.context, row.answer
        if kind == "predicates":
            context, answer = self._documents.around(row, self._neighbours["sentences"], chance)
        elif kind in self._neighbours:
            context, answer = among(self._neighbours[kind], context, answer, chance)
        elif chance.random() >= self._proportions.whole or len(context.split()) > _LONGEST:
            context, answer = self._shortened(row.question, context, answer, chance)
        if row.title and chance.random() < self._proportions.titled:
            context, answer = moved(f"{row.title}. ", context, answer)
        return QuestionExample(as_typed(row.question, chance), context, answer)

    def _shortened(self, question: str, context: str, answer: Answer, chance: Random) -> tuple[str, Answer]:
        anchor = answer
        if anchor is None:
            place = chance.randrange(len(context)) if context else 0
            hard = chance.random() < _HARD
            anchor = closest_sentence(context, question, self._weights) if hard else (place, place + 1)
        words = chance.randint(self._proportions.shortest, self._proportions.usual)
        start, end = window_around(context, anchor, words, chance)
        kept = context[start:end]
        return kept, None if answer is None else (answer[0] - start, answer[1] - start)

    def _wrong_examples(self, rows: Sequence[QuestionRow], chance: Random) -> list[QuestionExample]:
        examples = []
        for row, passages in zip(rows, self._wrong.nearest(rows), strict=True):
            if passages:
                context, _ = self._shortened(row.question, chance.choice(passages[:3]), None, chance)
                examples.append(QuestionExample(as_typed(row.question, chance), context, None))
        return examples

    def _swapped_examples(self, rows: Sequence[QuestionRow], chance: Random) -> list[QuestionExample]:
        """Make a question of each row that the words around its own answer do not answer; leave it if none can be made."""
        examples = []
        for row in rows:
            asked = self._swaps.changed(row, chance)
            if asked is None:
                examples.append(self._example(row, "squad", chance))
            else:
                context, _ = self._shortened(row.question, row.context, row.answer, chance)
                examples.append(QuestionExample(as_typed(asked, chance), context, None))
        return examples


def _rarity(contexts: Collection[str]) -> dict[str, float]:
    """Return each word's inverse document frequency, in nats."""
    counts = Counter(word for context in contexts for word in set(words_of(context)))
    return {word: log(len(contexts) / count) for word, count in counts.items()}
