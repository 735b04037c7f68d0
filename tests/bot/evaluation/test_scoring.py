"""An answer is right if its outcome and every quote are."""

from pathlib import Path

import pytest

from bot.answering.answers import Answer, Outcome, Quote, Version
from bot.errors import QuestionError
from bot.evaluation.questions_file import ExpectedAnswer, ExpectedQuote, read_questions
from bot.evaluation.scoring import evaluate
from index.articles import number_paragraphs

(PARAGRAPH,) = number_paragraphs("a", ["The fair opens on May 3."])
ANSWER = Answer(
    "When?",
    Outcome.ANSWERED,
    "v",
    versions=(Version("date", "XXXX-05-03", None, (Quote(PARAGRAPH, 0, 24, ((18, 23),), 1),), 1),),
)


def _expected(outcome: Outcome, article: str, *strings: str) -> ExpectedAnswer:
    return ExpectedAnswer(
        question="When?",
        outcome=outcome,
        versions=(ExpectedQuote(article=article, any_of=strings),),
        tags=("when",),
    )


def test_right_and_wrong_are_counted_by_tag() -> None:
    """A wrong outcome, a missing string and another article are each a fault of their own."""
    expected = [
        _expected(Outcome.ANSWERED, "a", "April", "on May 3"),
        _expected(Outcome.DISPUTED, "a", "on May 3"),
        _expected(Outcome.ANSWERED, "a", "May 4"),
        _expected(Outcome.ANSWERED, "b", "May 3"),
    ]
    report = evaluate(lambda _: ANSWER, expected)
    assert [result.faults for result in report.results] == [
        (),
        ("answered instead of disputed",),
        ("no quote of a holds 'May 4'",),
        ("no quote of b holds 'May 3'",),
    ]
    assert report.by_tag() == {"answered": (1, 3), "disputed": (0, 1), "when": (1, 4)}


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    """The message holds file, line and field."""
    path = tmp_path / "questions.jsonl"
    path.write_text(
        '{"question": "When?", "outcome": "answered"}\n\n{"question": "Who?", "outcome": "maybe"}\n'
    )
    with pytest.raises(QuestionError, match=r"questions\.jsonl:3: outcome: "):
        read_questions(path)
    with pytest.raises(QuestionError, match="Cannot read the questions"):
        read_questions(tmp_path / "none.jsonl")
