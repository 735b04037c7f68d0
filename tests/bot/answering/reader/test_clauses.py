"""Sentences are cut where another event begins, and nowhere else."""

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.reader.clauses import clauses_of


def _cut(sentence: str) -> list[str]:
    return [sentence[clause.start : clause.end] for clause in clauses_of(sentence, 0, len(sentence))]


def test_relative_clause_is_cut_off() -> None:
    """A date before ", where" is not the date of what happens there on another day."""
    assert _cut(
        "She speaks in Oslo on May 3, before flying to Rome, where she meets the mayor on May 6."
    ) == [
        "She speaks in Oslo on May 3, ",
        "before flying to Rome, ",
        "where she meets the mayor on May 6.",
    ]


def test_lists_dates_and_appositions_stay_whole() -> None:
    """A comma alone is no boundary."""
    sentence = "On Tuesday, May 3, Ana Diaz, head of the port, met crews from Oslo, Rome and Bonn."
    assert _cut(sentence) == [sentence]


def test_since_sets_another_time() -> None:
    """What happened "since" belongs to a time of its own; what happens "where" shares the time."""
    sentence = "It is their third meeting since Diaz took over in April."
    assert [clause.apart for clause in clauses_of(sentence, 0, len(sentence))] == [False, True]
    sentence = "The tour opens in Rome on Monday, where Diaz will meet the mayor."
    assert [clause.shares_time for clause in clauses_of(sentence, 0, len(sentence))] == [False, True]


@given(st.text(max_size=200))
def test_clauses_cover_the_sentence(text: str) -> None:
    """No character of a sentence is lost between its clauses."""
    clauses = clauses_of(text, 0, len(text))
    assert "".join(text[clause.start : clause.end] for clause in clauses) == text
