"""A question with the passage that answers it and those that stand nearest: what a reader must tell apart.

A reader that saw each passage by itself scores them on scales of their own, and the best of many is often a wrong one.
Those of one article, and the rest of the very passage, mislead most (Clark and Gardner, "Simple and Effective
Multi-Paragraph Reading Comprehension", 2018).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Protocol

from bot.answering.reader.training.examples import GroupExample, QuestionExample
from bot.answering.reader.training.rows import QuestionRow
from bot.answering.reader.training.slips import as_typed
from bot.answering.reader.training.surroundings import Answer, moved
from bot.answering.reader.training.windows import closest_sentence, window_around, words_of
from index.splitting import sentence_spans

_MOST = 6  # wrong passages
_OF_ITS_ARTICLE = 3  # of these, at most
_CLOSE = 0.5  # groups of a few sentences each, as are read close up
_WHOLE = 0.15  # groups of passages that are not cut, unless they have more than _LONGEST words
_LONGEST = 130
_TITLED = 0.45  # of the groups that are not close ones
_CLOSE_WORDS, _USUAL_WORDS = (15, 45), (35, 90)
_THINNED = 0.25  # questions that lose one or two words which their passage has, too
_RARE = 2.0  # nats: weight of a word that says something
_WORD = re.compile(r"\w[\w'-]*")


class Near(Protocol):
    """Finds passages that are near to a question and do not answer it."""

    def nearest(self, rows: Sequence[QuestionRow]) -> list[list[str]]:
        """Return those of each row, nearest first."""
        ...


class Groups:
    """Draws groups from answerable *rows*, with what misleads: parts of the same passage and article, and *passages*."""

    def __init__(
        self,
        rows: Sequence[QuestionRow],
        passages: Near,
        weights: Mapping[str, float],
        seed: int,
        asked: Callable[[str], bool] = lambda _: True,
    ) -> None:
        self._rows = [row for row in rows if row.answer and asked(row.question)]
        Random(f"{seed} groups").shuffle(self._rows)  # noqa: S311 - reproducible, not secret
        self._passages, self._weights, self._seed = passages, weights, seed
        articles: dict[str, dict[str, None]] = defaultdict(dict)
        for row in rows:
            if row.title:
                articles[row.title][row.context] = None
        self._articles = {title: list(contexts) for title, contexts in articles.items()}
        self._titles = {context: title for title, contexts in articles.items() for context in contexts}

    def drawn(self, before: int, count: int) -> list[GroupExample]:
        """Return the groups of *count* questions of endless passes, *before* of which are gone through.

        A question without two wrong passages makes none.
        """
        if not self._rows or not count:
            return []
        chance = Random(f"{self._seed} groups {before}")  # noqa: S311 - reproducible, not secret
        rows = [self._rows[(before + place) % len(self._rows)] for place in range(count)]
        near = self._passages.nearest(rows)
        made = [self._group(row, passages, chance) for row, passages in zip(rows, near, strict=True)]
        return [group for group in made if len(group.wrong) > 1]

    def _group(self, row: QuestionRow, near: Sequence[str], chance: Random) -> GroupExample:
        close = chance.random() < _CLOSE
        whole = not close and chance.random() < _WHOLE / (1 - _CLOSE)
        titled = not close and chance.random() < _TITLED
        words = _CLOSE_WORDS if close else _USUAL_WORDS

        def cut(context: str, answer: Answer) -> tuple[str, Answer]:
            title = self._titles.get(context, row.title) if titled else ""
            if not (whole and len(context.split()) <= _LONGEST):
                anchor = answer or closest_sentence(context, row.question, self._weights)
                start, end = window_around(context, anchor, chance.randint(*words), chance)
                context = context[start:end]
                answer = None if answer is None else (answer[0] - start, answer[1] - start)
            return moved(f"{title}. " if title else "", context, answer)

        asked = as_typed(self._thinned(row, chance), chance)
        right = QuestionExample(asked, *cut(row.context, row.answer))
        return GroupExample(right, [cut(context, None)[0] for context in self._misleading(row, near)])

    def _misleading(self, row: QuestionRow, near: Sequence[str]) -> list[str]:
        """Return wrong passages: what else its own says, others of its article, and the *near* ones."""
        sentences = [row.context[start:end] for start, end in sentence_spans(row.context)]
        rest = [sentence for sentence in sentences if not _holds(sentence, row)]
        own = [" ".join(rest)] if rest and len(rest) < len(sentences) else []
        beside = [
            context
            for context in self._articles.get(row.title, ())
            if context != row.context and not _holds(context, row)
        ]
        closest = sorted(beside, key=lambda context: -self._shared(row.question, context))[:_OF_ITS_ARTICLE]
        others = [context for context in near if context not in closest]
        return [*own, *closest, *others][:_MOST]

    def _shared(self, question: str, context: str) -> float:
        return sum(self._weights.get(word, 0.0) for word in {*words_of(question)} & {*words_of(context)})

    def _thinned(self, row: QuestionRow, chance: Random) -> str:
        """Return the question, now and then without words that stand where the answer does: others may be used there."""
        if chance.random() >= _THINNED or row.answer is None:
            return row.question
        start, end = _sentence_at(row.context, row.answer[0])
        there, words = {*words_of(row.context[start:end])}, row.question.split()
        telling = [
            place
            for place, word in enumerate(words)
            if place > 0
            and word.islower()
            and (plain := word.strip("?,.")) in there
            and self._weights.get(plain, 0.0) > _RARE
        ]
        left_out = {*chance.sample(telling, min(len(telling), chance.randint(1, 2)))}
        return " ".join(word for place, word in enumerate(words) if place not in left_out)


def stands_alone(question: str) -> bool:
    """Whether a question has a name or a figure behind its first word, or is written without capitals."""
    return question.islower() or any(
        word[0].isupper() or word[0].isdigit() for word in _WORD.findall(question)[1:]
    )


def _sentence_at(context: str, place: int) -> tuple[int, int]:
    """Return the span of the sentence of *context* that holds *place*; all of it where none does."""
    return next(
        ((start, end) for start, end in sentence_spans(context) if start <= place < end), (0, len(context))
    )


def _holds(text: str, row: QuestionRow) -> bool:
    return any(wording.lower() in text.lower() for wording in row.wordings)
