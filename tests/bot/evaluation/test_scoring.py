"""An answer is right if its outcome and every quote are."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.answers import Answer, Note, Outcome, Quote, Relation, Version
from bot.errors import QuestionError
from bot.evaluation.questions_file import ExpectedAnswer, ExpectedQuote, read_questions
from bot.evaluation.scoring import evaluate, score
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


def test_versions_that_are_shown_and_not_expected_are_counted() -> None:
    """What is shown beside the right quote is counted against the answer; where nothing is expected, nothing counts."""
    (beside,) = number_paragraphs("a", ["It closes on May 9."])
    other = Version("date", "XXXX-05-09", None, (Quote(beside, 0, 19, ((13, 18),), 1),), 1)
    two = replace(ANSWER, versions=(*ANSWER.versions, other))
    expected = [
        _expected(Outcome.ANSWERED, "a", "on May 3"),
        _expected(Outcome.ANSWERED, "b", "on May 3"),
        ExpectedAnswer(question="Who?", outcome=Outcome.NOT_IN_SOURCES),
    ]
    assert evaluate(lambda _: ANSWER, expected).versions() == (1, 2)
    assert evaluate(lambda _: two, expected[:1]).versions() == (1, 2)
    assert evaluate(lambda _: two, expected[1:]).versions() == (0, 2)


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


def test_a_value_a_relation_and_a_remark_are_held_against_the_answer() -> None:
    """Each is a fault of its own where it is expected, and nothing where it is not."""
    quote = {"article": "a", "any_of": ["on May 3"]}
    right = {"question": "When?", "outcome": "answered", "versions": [quote | {"value": "XXXX-05-03"}]}
    wrong = right | {
        "versions": [quote | {"value": "2024-05-03"}],
        "relation": "one",
        "on": "date",
        "noted": ["a", "b"],
    }
    answer = replace(ANSWER, relation=Relation.COMPLEMENTARY, notes=(Note("a", "a rule", ()),))
    faults = [score(ExpectedAnswer.model_validate(row), answer).faults for row in (right, wrong)]
    assert faults == [
        (),
        (
            "a says XXXX-05-03, not 2024-05-03",
            "versions are complementary instead of one",
            "no disagreement on 'date'",
            "no remark on b",
        ),
    ]
