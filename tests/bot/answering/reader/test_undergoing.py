"""What befell somebody else answers nothing about the person who is asked about."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.undergoing import befalls_another

_ASKED = "When was Elena Marsh arrested?"


@pytest.mark.parametrize(
    "sentence",
    [
        "The operation in early January resulted in the capture of Norvian President Ivo Dantas.",
        "The operation on Tuesday led to the capture of Ivo Dantas and his wife.",
        "Police arrested Ivo Dantas on Tuesday.",
        "Ivo Dantas was arrested on Tuesday.",
        "Ivo Dantas, a former minister, was detained on Tuesday.",
    ],
)
@pytest.mark.parametrize("question", [_ASKED, "Where was Elena Marsh arrested?"])
def test_another_who_was_arrested_is_told_from_the_one_asked_about(question: str, sentence: str) -> None:
    """The verb may be another word for the same, and stand before or behind the name."""
    assert befalls_another(analyse(question), sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Elena Marsh was arrested on Tuesday, a day after Ivo Dantas was arrested.",
        "She was arrested on Tuesday, Ivo Dantas said.",
        "She was arrested on Tuesday, a day after Ivo Dantas was arrested.",
        "The minister was arrested on Tuesday.",
        "The minister was led away on Tuesday, said Ivo Dantas.",
        "Ivo Dantas, who had filmed the arrest, was questioned on Tuesday.",
    ],
)
def test_who_is_asked_about_may_be_meant(sentence: str) -> None:
    """Who names them, means them by a pronoun or an office, or has the other do something else, may answer."""
    assert not befalls_another(analyse(_ASKED), sentence)


@pytest.mark.parametrize(
    "question", ["Who was arrested?", "When did Elena Marsh resign?", "When was the bridge closed?"]
)
def test_only_what_was_done_to_a_person_is_looked_at(question: str) -> None:
    """Who it was may be anybody; what somebody did, and what was done to a thing, is told otherwise."""
    assert not befalls_another(analyse(question), "Police arrested Ivo Dantas on Tuesday.")
