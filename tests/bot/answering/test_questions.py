"""What a question is taken to ask for."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.questions.question import Wants
from bot.answering.values.kinds import Kind

KNOWN = frozenset(["when", "what", "which", "is", "the", "does", "trip", "start", "meeting"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("When does the fair open?", Kind.DATE),
        ("On which day did the bridge fall?", Kind.DATE),
        ("What are the dates of the tour?", Kind.DATE),
        ("At what time did the train leave?", Kind.TIME),
        ("How long will the strike last?", Kind.DURATION),
        ("How many people were hurt?", Kind.NUMBER),
        ("What was the death toll?", Kind.NUMBER),
        ("How much did the bridge cost?", Kind.MONEY),
        ("What percentage of the vote did she win?", Kind.PERCENT),
        ("Who opened the fair?", Kind.PERSON),
        ("Where was the treaty signed?", Kind.PLACE),
        ("Which company built the bridge?", Kind.ORGANISATION),
        ("Which meeting is this?", Kind.ORDINAL),
        ("how many people died when the bridge fell", Kind.NUMBER),
    ],
)
def test_question_word_names_the_kind(text: str, kind: Kind) -> None:
    """The earliest question word decides what kind of value would answer."""
    question = analyse(text)
    assert question.wants is Wants.VALUE
    assert question.kinds[0] is kind


@pytest.mark.parametrize(
    "text", ["Why did she resign?", "What did the mayor say about it?", "How was it found?"]
)
def test_open_questions_want_sentences(text: str) -> None:
    """What one value cannot answer is answered by sentences, and several may hold."""
    question = analyse(text)
    assert question.wants is Wants.SENTENCES
    assert question.many


def test_words_that_name_the_kind_are_not_content() -> None:
    """The word "date" in "on what date" is no word that the answer's sentence must share."""
    assert [term.stem for term in analyse("On what date does the trip start?").terms] == ["trip", "start"]


@pytest.mark.parametrize(
    ("text", "role"),
    [("When does the trip begin?", "start"), ("When does the trip end?", "end"), ("When is the trip?", None)],
)
def test_asks_for_one_end_of_a_period(text: str, role: str | None) -> None:
    """Beginning and end of a period are told apart."""
    assert analyse(text).role == role


def test_misspelt_question_word_is_read_as_meant() -> None:
    """A slip in the question word does not change what is asked."""
    assert analyse("wen is the meeting").kinds == (Kind.DATE,)
    assert analyse("Wich day does it begin?").kinds == (Kind.DATE,)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Who will she meet?", True),
        ("Which countries did he visit?", True),
        ("Who is the governor?", False),
        ("Where was the treaty signed?", False),
    ],
)
def test_slots_that_take_several_values(text: str, many: bool) -> None:
    """One may meet many people, but a treaty is signed in one place."""
    assert analyse(text).many is many


def test_yes_no_about_a_value_asks_for_the_value() -> None:
    """A question such as "Is it on May 3?" is read as "when is it", with May 3 to hold against the answer."""
    question = analyse("Is the hearing on May 3?")
    assert question.kinds == (Kind.DATE,)
    assert question.proposal == "May 3"
    assert [term.stem for term in question.terms] == ["hear"]


def test_who_is_a_name_wants_a_description() -> None:
    """The question "Who is Ada Byron?" asks what is said of her, "Who is the mayor?" for a name."""
    assert analyse("Who is Ada Byron?").wants is Wants.SENTENCES
    assert analyse("Who is the mayor?").kinds[0] is Kind.PERSON
