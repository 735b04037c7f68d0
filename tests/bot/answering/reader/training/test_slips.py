"""Slips are those of a keyboard."""

# ruff: noqa: S311 - chance here is reproducible, not secret

from random import Random

from bot.answering.reader.training.slips import as_typed, slipped


def test_slip_leaves_out_doubles_or_swaps_a_letter_after_the_first() -> None:
    """Every slip is one of three, and the first letter stands."""
    drawn = {slipped("port", Random(seed)) for seed in range(60)}
    assert drawn == {"prt", "pot", "poort", "porrt", "prot", "potr"}


def test_most_questions_are_as_they_were() -> None:
    """A tenth loses its mark and about one in twenty a letter's place; short words stay, and those without synonyms."""
    drawn = [as_typed("Did peat be?", Random(seed)) for seed in range(2000)]
    assert 0.82 < drawn.count("Did peat be?") / 2000 < 0.90
    assert 0.07 < sum(not question.endswith("?") for question in drawn) / 2000 < 0.13
    assert {question.rstrip("?").split()[0] for question in drawn} == {"Did"}
    assert as_typed("", Random(0)) == ""
