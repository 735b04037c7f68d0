"""Which new index is worse than the old one."""

from dataclasses import replace

import pytest

from bot.answering.answers import Answer, Outcome
from bot.evaluation.gate import Comparison, compared, objections, remarks
from bot.evaluation.questions_file import ExpectedAnswer, ExpectedQuote
from tests.logged_answers import DISPUTED, NOTHING, PRICE

NORTH = ExpectedQuote(article="north", any_of=("March 8",))
SOUTH = ExpectedQuote(article="south", any_of=("March 9",))
ONE_SIDE = replace(DISPUTED, outcome=Outcome.ANSWERED, versions=DISPUTED.versions[:1], disagreement=None)


def expected(outcome: Outcome, *versions: ExpectedQuote) -> ExpectedAnswer:
    return ExpectedAnswer(question=DISPUTED.question, outcome=outcome, versions=versions)


def judged(
    wanted: ExpectedAnswer, before: Answer, after: Answer, *, removed: str = "", fresh: str = ""
) -> Comparison:
    """Compare two answers to one question."""
    return compared(
        [wanted],
        lambda _: before,
        lambda _: after,
        removed=set(removed.split()),
        fresh=set(fresh.split()),
    )


def counts(found: Comparison) -> tuple[int, int, int]:
    return len(found.worse), len(found.moved), found.asked


BOTH = expected(Outcome.DISPUTED, NORTH, SOUTH)
NORTH_ALONE = expected(Outcome.ANSWERED, NORTH)
UNSAID = expected(Outcome.NOT_IN_SOURCES)


def test_what_was_right_and_is_wrong_is_worse() -> None:
    """It is named, with what is missing."""
    found = judged(BOTH, DISPUTED, ONE_SIDE)
    assert counts(found) == (1, 0, 1)
    (line,) = objections(found)
    assert line == (
        "“When does the ferry leave?” came out right before, and now: "
        "answered instead of disputed; no quote of south holds 'March 9'."
    )


@pytest.mark.parametrize(
    ("before", "after"), [(ONE_SIDE, ONE_SIDE), (NOTHING, ONE_SIDE), (ONE_SIDE, DISPUTED)]
)
def test_what_was_wrong_before_is_not_worse(before: Answer, after: Answer) -> None:
    """Nor is what is right now."""
    assert counts(judged(BOTH, before, after)) == (0, 0, 1)


def test_an_article_that_was_taken_out_is_not_missed() -> None:
    """A question that expects its words is not asked; one that does not is."""
    assert counts(judged(BOTH, DISPUTED, ONE_SIDE, removed="south")) == (0, 0, 0)
    assert counts(judged(NORTH_ALONE, ONE_SIDE, NOTHING, removed="south")) == (1, 0, 1)


def test_another_side_from_an_added_article_is_named_and_not_refused() -> None:
    """All that was expected is still shown; without its being new, the same is worse."""
    found = judged(NORTH_ALONE, ONE_SIDE, DISPUTED, fresh="south")
    assert counts(found) == (0, 1, 1)
    assert list(remarks(found)) == [
        "“When does the ferry leave?” comes out otherwise because of the new articles: disputed instead of answered."
    ]
    assert counts(judged(NORTH_ALONE, ONE_SIDE, DISPUTED)) == (1, 0, 1)


def test_an_expected_quote_that_an_added_article_drove_out_is_worse() -> None:
    """Whatever else is shown."""
    assert counts(judged(NORTH_ALONE, ONE_SIDE, PRICE, fresh="east")) == (1, 0, 1)


def test_an_answer_where_there_was_none() -> None:
    """From added articles it is what they were added for; where another one has a part in it, it is worse."""
    assert counts(judged(UNSAID, NOTHING, PRICE, fresh="east")) == (0, 1, 1)
    assert counts(judged(UNSAID, NOTHING, DISPUTED, fresh="south")) == (1, 0, 1)


def test_the_old_index_is_asked_only_what_came_out_wrong_on_the_new() -> None:
    """And neither is asked what the change does not touch."""
    asked: list[str] = []

    def before(question: str) -> Answer:
        asked.append(question)
        return DISPUTED

    told: list[tuple[int, int]] = []
    found = compared(
        [
            BOTH,
            BOTH.model_copy(update={"question": "Other?"}),
            BOTH.model_copy(update={"question": "Untouched?"}),
        ],
        before,
        lambda question: NOTHING if question == "Other?" else DISPUTED,
        removed=set(),
        fresh=set(),
        touched=lambda question: question != "Untouched?",
        told=lambda done, of: told.append((done, of)),
    )
    assert (asked, counts(found)) == (["Other?"], (1, 0, 2))
    assert told == [(0, 2), (1, 2), (2, 2)]
