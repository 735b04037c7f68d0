"""Statements become the yes/no questions that they answer."""

import pytest

from bot.answering.reader.training.polar import polar_question, polar_rows
from bot.answering.reader.training.rows import LABELS, PairRow


@pytest.mark.parametrize(
    ("hypothesis", "question"),
    [
        ("The ferry is late.", "Is the ferry late?"),
        ("She was born in Oslo.", "Was she born in Oslo?"),
        ("Ana Diaz will not resign.", "Will Ana Diaz resign?"),
        ("The mayor doesn't like tea.", "Does the mayor like tea?"),
        ("They had already left .", "Is it true that they had already left?"),
        ("The port has been closed.", "Has the port been closed?"),
        ("The crew have never gone there.", "Have the crew never gone there?"),
        ("The port has two docks.", "Is it true that the port has two docks?"),
        ("Ships  sailed\nto Rome.", "Is it true that Ships sailed to Rome?"),
        ("The man who sang was late.", "Is it true that the man who sang was late?"),
        ("In May, the port was closed.", "Is it true that In May, the port was closed?"),
        ("Is the ferry late?", None),
        (" . ", None),
    ],
)
def test_statement_is_inverted_only_where_that_is_safe(hypothesis: str, question: str | None) -> None:
    """What cannot be inverted for sure is asked with "Is it true that", and questions are not asked."""
    assert polar_question(hypothesis) == question


def test_answer_is_the_whole_premise_unless_it_leaves_the_matter_open() -> None:
    """Entailed and contradicted questions are answered by the premise without its full stop, neutral ones by nothing."""
    premise = "The ferry  came an hour late."
    rows = polar_rows([PairRow(premise, "The ferry was late.", label) for label in range(3)])
    assert [(row.question, row.context) for row in rows] == [
        ("Was the ferry late?", "The ferry came an hour late.")
    ] * 3
    answers = dict(zip(LABELS, [row.answer for row in rows], strict=True))
    assert answers == {"entailment": (0, 27), "neutral": None, "contradiction": (0, 27)}


def test_premises_too_short_or_too_long_for_a_span_are_left_out() -> None:
    """An answer is a whole sentence of usual length."""
    rows = polar_rows(
        [PairRow(" ".join(["word"] * count), "It was so.", 0) for count in (3, 4, 34, 35)],
    )
    assert [len(row.context.split()) for row in rows] == [4, 34]


def test_only_a_quarter_of_outright_questions_is_kept() -> None:
    """Few people ask "Is it true that"."""
    rows = polar_rows([PairRow("The ferry came an hour late.", "Ships came late.", 0)] * 8)
    assert len(rows) == 2
