"""Totals of all the time that something has lasted: how many a war has killed is not how many one raid in it did."""

import re

from bot.answering.reader.days import YEAR, year_of
from bot.answering.reader.protocol import Excerpt
from index.splitting import sentences_around

_LASTING = (
    r"war|conflict|crisis|uprising|revolt|rebellion|insurgency|outbreak|epidemic|pandemic|famine|occupation"
)
# "More than 300,000 have died since the war began"
_SINCE = re.compile(
    rf"\bsince (?:(?:the|its|his|her|their|this|last|early|late|mid) )*(?:\w+ )?(?:{_LASTING}|"
    r"operation|offensive|campaign|siege|beginning|start|began|started|broke|erupted|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|\d{4}|year|month|week|"
    r"spring|summer|autumn|fall|winter)\b",
    re.IGNORECASE,
)
# "The war broke out in 2011. More than 300,000 people have been killed."
_HAVE_COME = re.compile(
    r"\b(?:has|have)(?: (?:now|already|also|since|so far))? (?:been )?"
    r"(?:[a-z]+ed|slain|fled|lost|left|cost|taken|seen|driven|made|come|become)\b",
    re.IGNORECASE,
)
_BEGINNING = re.compile(r"\b(?:erupt|beg[au]n|start|br(?:eak|oke|oken) out\b|launch)", re.IGNORECASE)
_OF_YEARS = re.compile(
    rf"\b(?:\w+[- ]years?(?:[- ](?:old|long))?|years? of|decades? of|years-long|decades?-long|long-running)"
    rf"(?: [\w-]+)? (?:{_LASTING})s?\b",
    re.IGNORECASE,
)
_SENTENCES_BEFORE = 2


def sums_up_since(text: str) -> bool:
    """Whether *text*, a sentence or a question, speaks of all the time since something began."""
    return _SINCE.search(text) is not None


def is_running_total(excerpt: Excerpt, start: int) -> bool:
    """Whether the sentence that holds *start* sums up all the time since something began, years before the article.

    Either it says so, or it tells what has happened and one of the two sentences before tells of the beginning.
    """
    text = excerpt.passage.paragraph.text
    first, last = sentences_around(text, start, start + 1)
    if sums_up_since(text[first:last]):
        return True
    if not _HAVE_COME.search(text, first, last):
        return False
    opens = first
    for _ in range(_SENTENCES_BEFORE):
        opens = sentences_around(text, max(0, opens - 2), max(1, opens - 1))[0]
    return _tells_a_beginning(excerpt, text[opens:last])


def _tells_a_beginning(excerpt: Excerpt, told: str) -> bool:
    if _OF_YEARS.search(told):
        return True
    now = year_of(excerpt.article)
    return bool(_BEGINNING.search(told)) and any(int(year) < now for year in YEAR.findall(told))
