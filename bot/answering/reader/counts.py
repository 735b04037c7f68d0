"""Numbers that count others than a question asks about.

The dead are not those who were on board, nor those whom the ship may carry, nor the children among them; nor are
a town's wards its people. How many of the cameras were off is not how many there are.
"""

import re

from bot.answering.questions.question import Question
from bot.answering.terms import content_stems
from bot.answering.values.context import article_context
from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.amounts import Quantity
from bot.answering.values.quantities.counting import counted_noun, fates_named
from bot.answering.values.recognition import recognise
from bot.answering.values.resolution import value_of
from index.splitting import sentences_around

_NOWHERE = article_context("", None)
_HOLD = r"(?:carry|hold|take|seat|accommodate|house|fit|sleep|host|transport)"
_BOUND = (
    r"(?: (?:up to|at most|no more than|a maximum of|some|about|around|more than|over|at least|as many as))?"
)
_REACH = 60  # characters before a number
_MAY_HOLD = re.compile(
    r"\b(?:(?:licen[sc]ed|permitted|certified|allowed|authori[sz]ed|approved|cleared|rated|designed|built|enough|room|space|"
    rf"seats|berths|beds)(?: enough)? (?:to {_HOLD}|for)|(?:can|could) (?:\w+ )?{_HOLD}|able to {_HOLD}|"
    rf"capacity(?: is| was| of|:| to {_HOLD})?){_BOUND} $",
    re.IGNORECASE,
)
_ASKS_WHAT_MAY = re.compile(
    r"\b(?:licen[sc]ed?|permi\w+|certifi\w+|allow\w*|authori[sz]ed|approved|cleared|rated|designed|built|capacity|"
    rf"room|space|seats?|berths|beds|maximum|at most|(?:can|could|may) .*\b{_HOLD})\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:how many|number of)(?= )", re.IGNORECASE)
# Some of the people: a number of people is none of these.
_SOME = frozenset(
    """child woman man boy girl baby infant toddler teenager minor civilian soldier troop officer policeman police
    foreigner student pupil teacher worker firefighter medic nurse doctor journalist tourist crewman""".split()
)
_OF_ONE_AGE_OR_SEX = frozenset("child woman man boy girl baby infant toddler teenager minor".split())
_ALL = frozenset({"person", "victim", "casualty"})
_ASKS_WHO_LIVES = re.compile(
    r"(?<!of the )(?<!of its )\bpopulation\b(?! (?:density|growth|decline|change|loss|increase|decrease))|"
    r"\bhow many (?:people|inhabitants|residents|citizens) (?:live|are living|does|do|has|have|inhabit|reside)\b",
    re.IGNORECASE,
)
_OF_MANY = re.compile(r"\bhow many of (?:the|its|their|his|her|those|these|\w+[’']s)\b", re.IGNORECASE)
_WHOLE = re.compile(r"\bof (?:(?:the|its|their|his|her|all|those|these) )?(?:[\w-]+[’']s? )?$", re.IGNORECASE)
# "26 people, including 11 children"; "11 children were among the 26"
_PART = re.compile(
    r"\b(?:including|includes?|included|among (?:them|those|whom)|(?<!all )of (?:them|whom|these|those))"
    rf"(?: were| are|,|:)?{_BOUND} $",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"(?P<whom>(?: [\w-]+){0,3}) (?:was|were|are|is) among (?:the|those|them)\b", re.IGNORECASE
)
_PER = re.compile(  # "885 people per square mile"; but "12 flights per week" are so many flights
    r"(?: [\w-]+){0,3} (?:per|for (?:each|every)) (?!(?:second|minute|hour|day|night|week|month|season|year|annum)\b)",
    re.IGNORECASE,
)
_ASKS_A_RATE = re.compile(
    r"\b(?:per|rate|density|average|mean|ratio|each|every|share|speed)\b", re.IGNORECASE
)
# "35 people in total", "a total of 35", "brought the toll to 35"
_IN_ALL_BEFORE = re.compile(
    rf"\b(?:a total of|altogether,?|in (?:total|all),?|overall,?|toll (?:[\w-]+ ){{0,3}}?(?:to|at|of|is|was|now)){_BOUND} $",
    re.IGNORECASE,
)
_IN_ALL_BEHIND = re.compile(r"(?: [\w-]+){0,3} (?:in (?:total|all)|altogether|overall)\b", re.IGNORECASE)
_NOBODY = re.compile(r"(?:nobody|no one|no-one|none|no|zero)", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,.;:]")
_INHABITANTS = frozenset("person inhabitant resident citizen soul islander villager head".split())


def counts_others(question: Question, text: str, start: int, end: int) -> bool:
    """Whether the number from *start* to *end* of *text* counts others than *question* asks about."""
    if Kind.NUMBER not in question.kinds or question.proposal is not None:
        return False
    before = text[max(0, start - _REACH) : start]
    may_hold = _MAY_HOLD.search(before) and not _ASKS_WHAT_MAY.search(question.text)
    is_whole = _OF_MANY.search(question.text) and _WHOLE.search(before)
    is_rate = _PER.match(text, end) and not _ASKS_A_RATE.search(question.text)
    if may_hold or is_whole or is_rate or _is_part(question, text, start, end):
        return True
    counted = value_of(text, start, end, _NOWHERE, Kind.NUMBER).payload
    if not isinstance(counted, Quantity):
        return False
    if _ASKS_WHO_LIVES.search(question.text) and _is_of_no_people(counted, question):
        return True
    if counted.befell is not None and counted.befell not in fates_named(question.text):
        return True
    return counted.counted in _ALL and _asked_noun(question.text) in _SOME


def counts_fewer(question: Question, text: str, start: int, end: int) -> bool:
    """Whether the number counts the children, the women or the men alone, and *question* asks of people."""
    if Kind.NUMBER not in question.kinds or _asked_noun(question.text) not in _ALL:
        return False
    counted = value_of(text, start, end, _NOWHERE, Kind.NUMBER).payload
    return isinstance(counted, Quantity) and counted.counted in _OF_ONE_AGE_OR_SEX


def counts_all(question: Question, text: str, start: int, end: int) -> bool:
    """Whether *text* says of the number that it is all there are, and *question* asks for a number."""
    if Kind.NUMBER not in question.kinds or question.proposal is not None:
        return False
    before = _IN_ALL_BEFORE.search(text, max(0, start - _REACH), start)
    return before is not None or _IN_ALL_BEHIND.match(text, end) is not None


def says_nobody(question: Question, text: str, start: int, end: int) -> bool:
    """Whether the words say that what *question* asks of came to nobody: "no deaths", "nobody was hurt"."""
    if Kind.NUMBER not in question.kinds or not _NOBODY.fullmatch(text, start, end):
        return False
    counted = value_of(text, start, end, _NOWHERE, Kind.NUMBER).payload
    return isinstance(counted, Quantity) and counted.befell in fates_named(question.text)


def _is_part(question: Question, text: str, start: int, end: int) -> bool:
    """Whether a number counts only some of those whom its sentence numbers as well, and *question* asks of all.

    Who asks with the words that tell the some from all, asks of them: "the bus" of "31 people, including ten on a bus".
    """
    first, _ = sentences_around(text, start, end)
    among = _AMONG.match(text, end)
    if among:
        own, whole = among["whom"], ""
    else:
        part = _PART.search(text, max(first, start - _REACH), start)
        if part is None or not recognise(text[first : part.start()], (Kind.NUMBER,)):
            return False
        own, whole = _CLAUSE_END.split(text[end:], maxsplit=1)[0], text[first : part.start()]
    asked = content_stems(question.text)
    return not (content_stems(own) - content_stems(whole)) & asked


def _is_of_no_people(counted: Quantity, question: Question) -> bool:
    """Whether a number counts townships, measures miles or a share, or is no whole one; penguins if they are asked about."""
    if counted.unit is not None or (counted.stated is not None and counted.stated.denominator > 1):
        return True
    asked = {term.stem for term in question.terms if question.text[term.start].islower()}
    noun = content_stems(counted.counted or "")
    return bool(noun) and counted.counted not in _INHABITANTS and not noun & asked


def _asked_noun(question: str) -> str | None:
    asked = _ASKED.search(question)
    return counted_noun(question, asked.end(), several=True) if asked else None
