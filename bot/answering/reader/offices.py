"""Who holds another office than is asked for, and offices that an article does not speak of.

"A remark attributed to trade minister Annika Rautiola" names no ambassador, however surely the sentence is about one; and
what the minister did, the prime minister need not have done.
"""

import re
from collections.abc import Sequence

from bot.answering.questions.question import Question
from bot.answering.reader.protocol import Excerpt
from bot.answering.terms import terms_of
from bot.answering.values.kinds import Kind

# Nobody holds two of these at once; those of one line are one.
_OFFICES = tuple(
    frozenset(line.split())
    for line in """ambassador envoy
    minister secretary
    president
    chancellor
    mayor
    governor
    king queen monarch
    prince princess
    pope
    bishop archbishop
    judge
    lawyer attorney solicitor barrister
    spokesman spokeswoman spokesperson secretary
    coach trainer
    pilot
    captain skipper
    senator
    sheriff""".splitlines()
)
_NOUN = rf"\b(?:{'|'.join(sorted(frozenset().union(*_OFFICES)))})\b(?![’']s)"
_OFFICE = re.compile(_NOUN, re.IGNORECASE)
# "The name of the Finnish ambassador", "who is the mayor", "which judge"; but "the wife of the mayor"
_ASKED = re.compile(
    r"\b(?:who (?:is|was|are|were)|who['’]s|names? of|which|what) (?:(?!(?:of|to|for|by|with|behind)\b)[\w'’-]+ ){0,4}?"
    rf"(?P<office>{_NOUN})",
    re.IGNORECASE,
)
_TITLE = re.compile(rf"(?P<said>(?:[\w’'-]+ )?{_NOUN}) $", re.IGNORECASE)
_DETERMINED = r"(?:the|an?|his|her|their|its|our|my|[\w-]+[’']s?) (?P<said>[^,.;:()]{3,60})"
_BEHIND = re.compile(rf"(?:, (?:who (?:is|was) )?| \()?(?: )?{_DETERMINED}", re.IGNORECASE)
_IN_FRONT = re.compile(rf"\b{_DETERMINED}, $", re.IGNORECASE)
_HEAD_ENDS = re.compile(
    r" (?:of|to|for|in|at|on|from|with|by|who|whom|whose|that|which|and|while|when|after)\b"
)
_GONE = re.compile(r"\b(?:former|ex|then|onetime|late|previous)\b", re.IGNORECASE)
# Ranks, which are written as they are asked for; what a minister is for is called many things.
_RANKED = re.compile(
    r"\b(?P<rank>prime|vice|deputy)[ -](?:minister|president|mayor|governor|secretary|chancellor)\b",
    re.IGNORECASE,
)
_RANKS = {
    "prime": re.compile(r"\b(?:prime|premiers?)\b|\bPM\b", re.IGNORECASE),
    "vice": re.compile(r"\b(?:vice|deputy|veep|VP)\b", re.IGNORECASE),
    "deputy": re.compile(r"\b(?:vice|deputy)\b", re.IGNORECASE),
}
_NOW = re.compile(r"\bwho(?:['’]s| is| are)\b", re.IGNORECASE)
_GONE_IN_FRONT = re.compile(
    r"\b(?:former|onetime|previous|ex)[ -](?P<said>(?:(?!who\b)[^,.;:()]){2,60}) $", re.IGNORECASE
)
_GONE_BEHIND = re.compile(
    r"(?:,? (?:who (?:is|was) )?| \()(?:(?:the|an?|his|her|its|their) )?(?:former|onetime|previous|ex)[ -]"
    r"(?P<said>[^,.;:()]{2,60})",
    re.IGNORECASE,
)
_UNMET_HERE, _UNMET_ANYWHERE = 4.0, 10.0  # margin that an article loses that speaks of no such office


def is_of_another_office(question: Question, text: str, start: int, end: int) -> bool:
    """Whether *text* gives the person named from *start* to *end* another office than *question* asks about."""
    asked = _ASKED.search(question.text) if Kind.PERSON in question.kinds else None
    if asked is None:
        return False
    said = [_TITLE.search(text, 0, start), _BEHIND.match(text, end)]
    if text[end : end + 1] == ",":  # behind "a letter to the minister" no comma follows the name
        said.append(_IN_FRONT.search(text, 0, start))
    words = [_HEAD_ENDS.split(match["said"])[0] for match in said if match]
    held = {office for match in map(_OFFICE.search, words) if match for office in _families(match[0])}
    return bool(held) and held.isdisjoint(_families(asked["office"])) and not any(map(_GONE.search, words))


def held_it_before(question: Question, text: str, start: int, end: int) -> bool:
    """Whether *text* calls the person named from *start* to *end* a former one of what *question* asks for now."""
    if Kind.PERSON not in question.kinds or not _NOW.search(question.text) or _GONE.search(question.text):
        return False
    asked = {term.stem for term in question.terms}
    if in_front := _GONE_IN_FRONT.search(text, max(0, start - 80), start):
        return terms_of(in_front["said"])[-1].stem in asked
    behind = _GONE_BEHIND.match(text, end)
    return behind is not None and any(
        term.stem in asked for term in terms_of(_HEAD_ENDS.split(behind["said"])[0])
    )


def unmet_offices(question: Question, excerpts: Sequence[Excerpt]) -> list[float]:
    """Return the margin that each excerpt loses because its article lacks an office that *question* names.

    One on "the minister" says nothing of the prime minister.
    """
    lost = [0.0] * len(excerpts)
    for rank in {match["rank"].lower() for match in _RANKED.finditer(question.text)}:
        has = [_has_rank(rank, excerpt) for excerpt in excerpts]
        less = _UNMET_HERE if any(has) else _UNMET_ANYWHERE
        lost = [margin if there else margin + less for margin, there in zip(lost, has, strict=True)]
    return lost


def _has_rank(rank: str, excerpt: Excerpt) -> bool:
    return bool(_RANKS[rank].search(f"{excerpt.article.details.title or ''} {excerpt.article.body}"))


def _families(office: str) -> list[int]:
    return [number for number, family in enumerate(_OFFICES) if office.lower() in family]
