"""What was, before it was changed: "moved from May 3 to May 9" says of today May 9 alone."""

import re

from bot.answering.questions.question import Question
from bot.answering.terms import terms_of
from bot.answering.values.kinds import NAMES
from index.splitting import sentences_around

_CHANGED = (
    r"(?:postpon|delay|mov(?:e|ed|es|ing)\b|push|bring|brought|reschedul|shift|chang|put (?:off|back)|revis|correct|rais|"
    r"increas|cut|lower|reduc|rose|risen|rises|rising|grew|grow|fell|fall|drop|updat|extend|climb|jump|slip|shr[aiu]nk|"
    r"slid|widen|narrow|went (?:up|down)|gone (?:up|down))\w*"
)
_HEDGE = r"(?:(?:about|around|some|nearly|almost|at least|just|more than|over|under|only|the|a) ){0,2}"
_OLD_BEFORE = re.compile(rf"\b{_CHANGED}\b[^.;]{{0,60}}?\bfrom {_HEDGE}$", re.IGNORECASE)
_ITS_OWN = re.compile(r"(?P<own>[^.;]{0,40}?)\bto\b", re.IGNORECASE)
_NEW_BEFORE = re.compile(rf"\b{_CHANGED}\b[^.;]{{0,60}}?\bfrom [^.;]{{1,60}}? to {_HEDGE}$", re.IGNORECASE)
_ONCE = (
    r"\bhad (?:\w+ly )?been (?:due|planned|scheduled|set|expected|supposed|meant|slated|to|put at|given as)\b",
    r"\b(?:originally|initially|previously|at first) ",
)
_ONCE_SAID = re.compile("|".join(_ONCE), re.IGNORECASE)
_ONCE_BEFORE = re.compile(rf"{_ONCE[0]}[^.;,]{{0,30}}$|{_ONCE[1]}(?:[\w’'-]+ ){{0,5}}$", re.IGNORECASE)
_NEW_SAID = re.compile(
    r"\b(?:new|revised|updated|corrected|later) (?:\w+ ){0,3}?(?:dates?|windows?|times?|days?|schedule|target|deadline|"
    r"figures?|toll|numbers?|total|count|estimate|price|budget)\b",
    re.IGNORECASE,
)
_ASKS_OLD = re.compile(
    r"\b(?:original\w*|initial\w*|previous\w*|former\w*|at first|first (?:planned|scheduled|set|announced|due|expected)|"
    r"before|earlier|old|once|used to|until|had (?:\w+ )?been|last (?:year|month|week|time))\b",
    re.IGNORECASE,
)


def is_of_the_other_state(question: Question, text: str, start: int, end: int) -> bool:
    """Whether the value from *start* to *end* of *text* held before a change and *question* asks of now, or the reverse.

    What the value's own words name is asked about where the question names it, too ("from 5 % in May to 6 %").
    """
    if not question.kinds or NAMES & set(question.kinds):
        return False
    first, last = sentences_around(text, start, end)
    before = text[first:start]
    is_once = bool(_ONCE_BEFORE.search(before))
    if _ASKS_OLD.search(question.text):
        told_apart = _ONCE_SAID.search(text, first, last) or _NEW_SAID.search(text, first, last)
        return bool(
            (told_apart and not is_once and not _OLD_BEFORE.search(before)) or _NEW_BEFORE.search(before)
        )
    if is_once:
        return True
    own = _ITS_OWN.match(text, end) if _OLD_BEFORE.search(before) else None
    if own is None:
        return False
    return not _named(question.text) & _named(own["own"])


def _named(text: str) -> frozenset[str]:
    """Return the stems of the words that tell what is spoken of; "May" is one, "may" is none."""
    return frozenset(term.stem for term in terms_of(text) if term.is_content or text[term.start].isupper())
