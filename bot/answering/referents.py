"""Do two claims speak of the same thing? Never decided on the disputed value itself.

They do not where the fuller names that the sources use for what the question names exclude each other ("Elks of
Canada", "Elks of the World"), where an ordinal before the name tells two of a kind apart ("the First Battle of Ypres"),
or where each sets what it tells in another year. What stands behind a name is looked at in `namesakes`.
"""

import re
from collections.abc import Iterator, Sequence

from bot.answering.claims import Claim
from bot.answering.namesakes import asked_words
from bot.answering.questions.question import Question
from bot.answering.reader.days import YEAR
from bot.answering.terms import terms_of
from bot.answering.values.kinds import NAMES, Kind
from bot.answering.values.recognition import recognise

# What tells namesakes apart behind a name: "(Livingston, New York)", "(film)", "of Canada", "in Ohio".
_BEHIND = re.compile(
    r"\s*(?:\((?!(?:pictured|left|right|cent(?:er|re)|top|bottom|front|back|above|below|second|first)\b)"
    r"(?P<aside>[^()]{2,60})\)|(?:of|in|at|for)(?: the)? (?P<place>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*))"
)
# Of what a source of that year tells ("a 2019 study") other years are true as well; "disease 2019" is a name.
_OF_A_SOURCE = re.compile(
    r"(?: [\w-]+){0,2} (?:study|studies|paper|report|survey|poll|review|analysis|article|book|estimate|research|trial|"
    r"interview)\b",
    re.IGNORECASE,
)
_IN_A_NAME = re.compile(
    r"(?<![\w’'-])(?!(?:in|of|on|at|during|from|to|since|until|till|by|for|throughout|between|and|or|through|before|after|"
    r"early|mid|late|about|around|circa|the|a|an|its|his|her|their|this|that|year|spring|summer|autumn|fall|winter|"
    r"season|with|was|is|were) )[a-z]+ $"
)
# "The 2011 earthquake" sets nothing but the earthquake in 2011.
_DETERMINED = re.compile(r"(?:\b(?:the|an?|its|his|her|their|this)|[’']s?) $", re.IGNORECASE)
_TOLD_BY_YEAR = re.compile(r"(?: [\w’'-]+){1,4}")
# What a census counts holds for its year.
_CENSUS = re.compile(r" (?:[\w-]+ )?census\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:] ")
# "According to the 2021 census, …": what follows is of that year.
_INTRODUCTION = re.compile(
    r"\b(?:According to|As of|As at|In|By|During|At) (?:the )?"
    r"(?:(?:[\w-]+ ){0,2}(?:of )?(?:1[5-9]|20)\d\d(?: [\w-]+){0,2}) ?, "
)
_ORDINALS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(),
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th".split(),
        strict=True,
    )
)
_ORDINAL = rf"{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th)"
_TITLES = frozenset("mr mrs ms dr sir dame lord lady president prime minister secretary general".split())


def are_distinct(question: Question, ones: Sequence[Claim], others: Sequence[Claim]) -> str | None:
    """Return why two versions' claims speak of different things, one short phrase; None where nothing says so."""
    if Kind.DATE not in question.kinds and Kind.TIME not in question.kinds:
        first, second = _years(question, ones), _years(question, others)
        asked = set(YEAR.findall(question.text))
        if first and second and not first & second and not asked:
            return "they speak of different years"
    if any(_are_counted_apart(words, ones, others) for words in asked_words(question.text)):
        return "they are the first and another of one name"
    for name in _asked(question):
        first_more, second_more = (
            frozenset(stem for claim in version for stem in _fuller(name, claim))
            for version in (ones, others)
        )
        if first_more and second_more and not first_more & second_more:
            return "their fuller names differ"
    return None


def _are_counted_apart(words: str, ones: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether both versions' paragraphs say which of those of one name they tell of, and not of the same."""
    first, second = _ordinals(words, ones), _ordinals(words, others)
    return bool(first and second) and not first & second


def _ordinals(words: str, claims: Sequence[Claim]) -> frozenset[str]:
    """Return the ordinals in front of *words* in the claims' paragraphs."""
    before = re.compile(rf"(?<![\w-])(?P<ordinal>{_ORDINAL}) {re.escape(words)}(?!\w)", re.IGNORECASE)
    said = (
        match["ordinal"].lower()
        for claim in claims
        for match in before.finditer(claim.span.passage.paragraph.text)
    )
    return frozenset(_ORDINALS.get(ordinal, ordinal) for ordinal in said)


def _asked(question: Question) -> Iterator[frozenset[str]]:
    """Yield the stems of every name in the question."""
    for mention in recognise(question.text, tuple(NAMES)):
        said = _stems(question.text[mention.start : mention.end])
        if said:
            yield said


def _fuller(name: frozenset[str], claim: Claim) -> frozenset[str]:
    """Return the stems that the claim's paragraph adds to *name*, where it names it more fully."""
    text = claim.span.passage.paragraph.text
    more: set[str] = set()
    for mention in recognise(text, tuple(NAMES)):
        said = _stems(text[mention.start : mention.end])
        if not name <= said or (mention.start < claim.span.end and claim.span.start < mention.end):
            continue
        more |= said - name
        if behind := _BEHIND.match(text, mention.end):
            more |= _stems(behind["aside"] or behind["place"])
    return frozenset(more)


def _years(question: Question, claims: Sequence[Claim]) -> frozenset[str]:
    """Return the years in which the claims' own sentences set what they tell; of one sentence's those beside the answer."""
    return frozenset(year for claim in claims for year in _years_of(question, claim))


def _years_of(question: Question, claim: Claim) -> frozenset[str]:
    text = claim.span.sentence_text
    asked = {term.stem for term in question.terms}

    def sets(year: re.Match[str]) -> bool:
        if _CENSUS.match(text, year.end()):
            return True
        if _OF_A_SOURCE.match(text, year.end()) or _IN_A_NAME.search(text, 0, year.start()):
            return False
        told = _TOLD_BY_YEAR.match(text, year.end()) if _DETERMINED.search(text, 0, year.start()) else None
        return told is None or bool(_stems(told[0]) & asked)

    years = [year for year in YEAR.finditer(text) if sets(year)]
    place = claim.span.start - claim.span.sentences[0]
    parted = {comma.start() for comma in _CLAUSE_END.finditer(text)}
    parted -= {introduced.end() - len(", ") for introduced in _INTRODUCTION.finditer(text)}
    beside = [
        year
        for year in years
        if not any(min(place, year.start()) <= end < max(place, year.start()) for end in parted)
    ]
    return frozenset(year[0] for year in beside or years)


def _stems(text: str) -> frozenset[str]:
    return frozenset(term.stem for term in terms_of(text) if term.is_content and term.word not in _TITLES)
