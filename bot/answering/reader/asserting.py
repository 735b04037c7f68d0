"""What a sentence does not assert: what it only asks, and what it denies though a question takes it for granted."""

import re

from bot.answering.questions.question import Question
from bot.answering.terms import stem_of

_ASKS = re.compile(r"\?[”\"’'»*_)\]\s]*$")
_ABOUT_ASKING = re.compile(r"\b(?:ask|question|query|wonder|inquir|enquir)\w*", re.IGNORECASE)
_NOT = r"(?:\b(?:not|never)|n[’']t)\b"
_DENIED = re.compile(
    rf"{_NOT} (?:(?:be|been|being|have|had|yet|to|even|actually|in fact) ){{0,3}}(?P<done>\w+)", re.IGNORECASE
)
_NEGATIVE = re.compile(rf"{_NOT}|\b(?:no|nobody|nothing|none|without|fail\w*|refus\w+)\b", re.IGNORECASE)
# "It was not cancelled because of the rain but for want of money" says why.
_GIVES_ANOTHER = re.compile(r"\b(?:because|but|due to|owing to)\b", re.IGNORECASE)


def only_asks(question: Question, sentence: str) -> bool:
    """Whether *sentence* is itself a question, and *question* is not about who asked what."""
    return bool(_ASKS.search(sentence)) and not _ABOUT_ASKING.search(question.text)


def denies_what_is_asked(question: Question, sentence: str) -> bool:
    """Whether *sentence* says that what *question* wants the reason of did not happen: "it was never evacuated"."""
    if not question.reason or _NEGATIVE.search(question.text) or _GIVES_ANOTHER.search(sentence):
        return False
    asked = {term.stem for term in question.terms}
    return any(stem_of(denied["done"]) in asked for denied in _DENIED.finditer(sentence))
