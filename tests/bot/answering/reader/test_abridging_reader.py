"""Asking again without the circumstances that an article's opening gives."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.questions.question import Question
from bot.answering.reader.abridging_reader import AbridgingReader
from bot.answering.reader.protocol import Excerpt, Reading, SpanCandidate
from tests.bot.answering.reader.scripted_models import excerpt

ASKED = "How many people were hurt when the Collier bridge fell?"
SHORTER = "How many people were hurt?"
OPENING = "The Collier bridge fell on Tuesday."
HURT = "Five people were hurt."


class Told:
    """A reader that scores "Five" by what it is asked, wherever it stands."""

    name = "told"

    def __init__(self, scores: Mapping[str, float]) -> None:
        self._scores = scores
        self.asked: list[tuple[str, int]] = []  # questions with the number of passages

    def read(self, question: Question, excerpts: Sequence[Excerpt]) -> list[Reading]:
        """Score the word in every passage that has it."""
        self.asked.append((question.text, len(excerpts)))
        return [
            Reading(
                one.passage,
                (SpanCandidate(one.passage, 0, 4, self._scores[question.text]),)
                if one.passage.paragraph.text.startswith("Five") and question.text in self._scores
                else (),
                0.5,
                0.3,
            )
            for one in excerpts
        ]


def _behind(opening: str, text: str) -> Excerpt:
    """Return the second paragraph of an article as an excerpt."""
    whole, opens = excerpt(f"{opening}\n\n{text}"), excerpt(opening)
    own = replace(excerpt(text).passage.paragraph, number=2)
    article = replace(whole.article, paragraphs=(opens.passage.paragraph, own))
    return Excerpt(replace(whole.passage, paragraph=own), article)


@pytest.mark.parametrize(
    ("shorter", "score"),
    [
        (0.95, 0.809),  # 1.5 log-odds less sure than the shorter question's
        (0.9999, 0.858),  # at most 4 log-odds surer than the whole question's
        (0.3, 0.1),  # never less sure than that
    ],
)
def test_the_shorter_question_makes_words_surer(shorter: float, score: float) -> None:
    """A report on the bridge need not say again which bridge; but it is the less sure that it means it."""
    reader = AbridgingReader(Told({ASKED: 0.1, SHORTER: shorter}))
    (reading,) = reader.read(analyse(ASKED), [_behind(OPENING, HURT)])
    assert [(span.text, round(span.score, 3)) for span in reading.spans] == [("Five", score)]


def test_words_that_only_the_shorter_question_finds_are_added() -> None:
    """As if the whole question had found them as unlikely as could be."""
    reader = AbridgingReader(Told({SHORTER: 0.95}))
    (reading,) = reader.read(analyse(ASKED), [_behind(OPENING, HURT)])
    assert [(span.text, round(span.score, 6)) for span in reading.spans] == [("Five", 0.000055)]


@pytest.mark.parametrize(
    "passage",
    [
        _behind("The tunnel at Almsgate flooded.", HURT),  # another thing
        excerpt("Five people were hurt when the Collier bridge fell."),  # says all of it itself
    ],
)
def test_it_is_asked_only_where_the_opening_gives_the_rest(passage: Excerpt) -> None:
    """An article about something else is not made to speak of the bridge."""
    told = Told({ASKED: 0.1, SHORTER: 0.95})
    (reading,) = AbridgingReader(told).read(analyse(ASKED), [passage])
    assert told.asked == [(ASKED, 1)]
    assert [span.score for span in reading.spans] == [0.1]


def test_only_passages_that_it_helps_are_read_twice() -> None:
    """Reading is what takes the time of an answer."""
    told = Told({ASKED: 0.1, SHORTER: 0.95})
    passages = [_behind(OPENING, HURT), _behind("The tunnel flooded.", HURT)]
    first, second = AbridgingReader(told).read(analyse(ASKED), passages)
    assert told.asked == [(ASKED, 2), (SHORTER, 1)]
    assert first.spans[0].score > second.spans[0].score == 0.1


def test_what_is_set_at_another_place_gains_nothing() -> None:
    """That nobody says which bridge fell tells nothing where another is named."""
    told = Told({ASKED: 0.1, SHORTER: 0.95})
    (reading,) = AbridgingReader(told).read(
        analyse(ASKED), [_behind(OPENING, "Five people were hurt at Pell Street.")]
    )
    assert [span.score for span in reading.spans] == [0.1]


def test_yes_and_no_are_asked_as_they_are() -> None:
    """What somebody affirms is the whole statement."""
    told = Told({})
    AbridgingReader(told).read(
        analyse("Were people hurt when the Collier bridge fell?"), [_behind(OPENING, HURT)]
    )
    assert [text for text, _ in told.asked] == ["Were people hurt when the Collier bridge fell?"]
