"""Exchanged questions ask about another thing, and their own passage does not answer them."""

# ruff: noqa: S311 - chance here is reproducible, not secret

from random import Random

from bot.answering.reader.training.rows import QuestionRow
from bot.answering.reader.training.swaps import Swaps, names_in

_OWN = "In 1911 the ferry to Lindholm sank, and Captain Ito was first to disembark in Oslo, before Mayor Diaz, 12 men said."
_OTHER = "The tram to Bergen was opened by Sato on 3 May, and Ito watched."


def _row(question: str, context: str = _OWN, wording: str = "Captain Ito") -> QuestionRow:
    start = context.index(wording)
    return QuestionRow(question, context, (start, start + len(wording)), (wording,), "Ferries")


def _all(question: str, wording: str = "Captain Ito") -> set[str | None]:
    swaps = Swaps([_row(question, wording=wording), _row("Who opened it?", _OTHER, "Sato")])
    return {swaps.changed(_row(question, wording=wording), Random(seed)) for seed in range(300)}


def test_a_name_becomes_another_of_the_same_subject() -> None:
    """Of the passage, or of another one with the same title; never the answer, nor what the question names already."""
    assert _all("Who sailed to Lindholm?") == {
        "Who sailed to Oslo?",
        "Who sailed to Bergen?",
        "Who sailed to Sato?",
        "Who sailed to Mayor Diaz?",
    }


def test_a_number_becomes_one_that_the_passage_does_not_put_there() -> None:
    """One as long of the passage, or one that is not in it."""
    drawn = _all("Who sailed in 1911?")
    assert drawn
    years = {int(asked.removeprefix("Who sailed in ").rstrip("?")) for asked in drawn if asked}
    assert years == {*range(1902, 1911), *range(1912, 1921)}


def test_a_word_becomes_its_opposite_unless_the_passage_has_it() -> None:
    """The passage does not speak of the last one; the case stays."""
    assert _all("Who was first to disembark?") == {"Who was last to disembark?"}
    assert _all("First to disembark was who?") == {"Last to disembark was who?"}


def test_what_has_nothing_to_exchange_is_left_alone() -> None:
    """No question is changed for the sake of it."""
    assert _all("Who was it?") == {None}
    assert _all("Who sailed to Hamburg in 1950?") == {None}


def test_names_that_begin_a_sentence_are_not_told_from_words() -> None:
    """Months are names, the first words of sentences are not."""
    assert names_in("Bridges fell. Storms came to New York in May, said Ana.") == ["New York", "May", "Ana"]
