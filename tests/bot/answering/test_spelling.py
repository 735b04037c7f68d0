"""Slips of the keyboard put right by the words of the passages."""

import pytest

from bot.answering.spelling import near_spellings, put_right

TEXTS = (
    "The ferry Linnea sank off Tornvik on Sunday; rescuers brought nine people ashore.",
    "The Brennan commission’s report on the anniversary is due in Hawaii.",
    "It was not moored before.",
)
KNOWN = frozenset("when what did the sank sang off rescue commission report speech board boat said".split())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wen did teh Linea sank", "when did the Linnea sank"),
        ("What did the resquers say?", "What did the rescuers say?"),
        ("Were is the Linnea?", "where is the Linnea?"),
        ("Were in Hawaii is it?", "where in Hawaii is it?"),
        ("aniversary in hawai", "anniversary in Hawaii"),
        ("wats the hight of the bord", "what is the height of the board"),
        ("whats teh dayte", "what is the date"),
        ("wich boat sank", "which boat sank"),
        ("the Brenan comission's report", "the Brennan commission's report"),
        ("What was due befor the report?", "What was due before the report?"),
    ],
)
def test_a_slip_becomes_the_word_of_the_passages(typed: str, meant: str) -> None:
    """What no source and no dictionary knows is read as the word that it is one slip away from."""
    assert put_right(typed, TEXTS, KNOWN) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "When is it sinking?",
        "Where did they moor?",
        "When was it sang?",
        "Were the people said off?",
        "What did Tornvik say?",
        "",
        "  ",
        "?!",
        "9 people",
    ],
)
def test_known_words_are_never_touched(typed: str) -> None:
    """A word that exists is what was meant, however near it is to another."""
    assert put_right(typed, TEXTS, KNOWN) == typed


def test_a_known_word_with_an_ending_is_known() -> None:
    """A seat that gets dearer has no dealer."""
    known = {"dear", "dealer", "costly"}
    assert put_right("Did seats get dearer?", ["A dealer spoke."], known) == "Did seats get dearer?"
    assert put_right("Which is costliest?", ["They sell."], known) == "Which is costliest?"


def test_a_word_between_two_others_is_left_alone() -> None:
    """Guessing between two names would answer a question that nobody asked."""
    assert put_right("Marle spoke", ["Marla and Marlo spoke."], frozenset()) == "Marle spoke"


def test_near_spellings_keep_the_first_letter_and_count_edits() -> None:
    """One slip in a short word, two in a long one; swapped letters are one slip."""
    assert near_spellings("metting", ["meeting", "setting", "melting"]) == ["meeting", "melting"]
    assert near_spellings("comision", ["commission"]) == ["commission"]
    assert near_spellings("ferrry", ["ferry"]) == ["ferry"]
    assert near_spellings("decsale", ["decade"]) == []


def test_of_two_that_are_equally_near_the_one_with_a_vowel_more_is_meant() -> None:
    """Who types fast leaves vowels out more often than he puts a consonant too many."""
    assert (
        put_right("his words to reportrs", ["Reports by reporters."], frozenset()) == "his words to reporters"
    )
