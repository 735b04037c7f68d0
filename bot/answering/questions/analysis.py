"""From a question's words to what it asks for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from bot.answering.questions.describing import asks_about_a_name
from bot.answering.questions.measuring import measured
from bot.answering.questions.multiplicity import takes_several
from bot.answering.questions.patterns import NAMED_BY, PATTERNS, Pattern
from bot.answering.questions.question import Question, Wants
from bot.answering.questions.wording import AUXILIARIES, QUESTION_WORDS, is_slip, put_straight
from bot.answering.terms import Term, terms_of
from bot.answering.values.kinds import NAMES, Kind
from bot.answering.values.recognition import recognise

# What a yes/no question may ask about, the most telling first: "two men" is seldom the point.
_PROPOSABLE = (
    Kind.DATE,
    Kind.TIME,
    Kind.MONEY,
    Kind.PERCENT,
    Kind.ORDINAL,
    Kind.DURATION,
    Kind.NUMBER,
)
# "By May 3" proposes no day: what opened in April was open by then.
_BOUND = re.compile(
    r"\b(?:by|before|after|since|until|till|within|through|throughout)(?: the)? $", re.IGNORECASE
)
# "One of the first" proposes no position.
_THIS_ONE = re.compile(r"\b(?:is|was) (?:this|it|that)\b(?!.*\bone of\b)", re.IGNORECASE)
_ANYTHING = frozenset(
    {"time", "times", "one", "occasion", "occasions"}
)  # "the first time" counts whatever it is
_ASKED = re.compile(r"\b(?:what|which)\b", re.IGNORECASE)
# Of these the answer's sentence holds none, as a rule: "originally planned for" is said as "had been due on".
_ASIDE = frozenset("originally initially currently exactly actually precisely approximately roughly".split())
_START = re.compile(
    r"\b(?:start|begin|commence|kick(?:s|ed)? off|open|depart|leave|set off|set out|launch|first day|arriv)\w*|"
    r"\bfrom (?:what|which) (?:day|date)\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(?:end|finish|conclude|wrap(?:s|ped)? up|finali[sz]e|clos|last day|return|over|until|back)\w*",
    re.IGNORECASE,
)
_WHEN = re.compile(r"(?:since |until |from |by )?when", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:how many|number of)\s+(?:\w+ly\s+)?(?P<unit>[^\W\d_]+)", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:next|last|this|coming|past) (?:week|month|year|weekend|spring|summer|autumn|fall|winter|\w+day)\b|"
    r"\b(?:yesterday|today|tomorrow|tonight)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
_WHY = re.compile(r"\bwhy\b|\bhow come\b|\breasons?\b|\bpurpose\b|\baims?\b|\bgoals?\b", re.IGNORECASE)
_AGED = re.compile(r"\bhow old\b|\bages?$", re.IGNORECASE)
_PERIOD = re.compile(r"\bdates\b|\bfrom when\b|\bwhat days\b|\bwhich days\b|\bperiod\b", re.IGNORECASE)
_MODIFIERS = re.compile(r"\b(?:what|which) (?P<words>(?:[\w-]+ )+)[^\W\d_]+\W*$", re.IGNORECASE)


def analyse(text: str) -> Question:
    """Work out what *text* asks for; anything not recognised asks for sentences.

    A question word that is misspelt is read as meant.
    """
    plain = put_straight(text)
    found = [
        (_question_word_of(match), order, pattern, match)
        for order, pattern in enumerate(PATTERNS)
        if (match := pattern.regex.search(plain))
    ]
    if not found:
        return Question(text, Wants.SENTENCES, (), _content(plain, ()), many=True)
    _, _, pattern, match = min(found, key=lambda entry: entry[:2])
    question = _question(text, plain, pattern, match)
    if question.wants is Wants.YES_NO:
        return _about_value(question, plain)
    if question.wants is Wants.VALUE:
        kinds, dimension = measured(plain, question.kinds)
        question = replace(question, kinds=kinds, dimension=dimension)
    if _WHEN.fullmatch(match.group()) and question.role is None and question.about is None:
        return replace(question, otherwise=replace(question, kinds=(Kind.TIME,)))
    return question


def _question_word_of(match: re.Match[str]) -> int:
    """Return where the question word of a wording stands, or the wording itself: "by" in "by what" tells nothing."""
    asked = _ASKED.search(match.group())
    return match.start() + (asked.start() if asked else 0)


def _about_value(question: Question, plain: str) -> Question:
    """Read "Is the meeting on January 18?" as asking for the date, with a proposal to hold it against."""
    proposals = [
        mention
        for mention in recognise(plain, _PROPOSABLE)
        if mention.role is None
        and (mention.kind is not Kind.ORDINAL or _THIS_ONE.search(plain))
        and not (mention.kind in {Kind.DATE, Kind.TIME} and _BOUND.search(plain[: mention.start]))
    ]
    if not proposals:
        return question
    proposal = min(proposals, key=lambda mention: (_PROPOSABLE.index(mention.kind), -mention.start))
    terms = tuple(term for term in question.terms if not proposal.start <= term.start < proposal.end)
    unit = terms_of(proposal.unit)[0].stem if proposal.unit and proposal.unit not in _ANYTHING else None
    return replace(
        question,
        wants=Wants.VALUE,
        kinds=(proposal.kind,),
        terms=terms,
        unit=unit,
        proposal=plain[proposal.start : proposal.end],
        role=_role(plain) if proposal.kind is Kind.DATE else None,
        otherwise=question,
    )


def _question(text: str, plain: str, pattern: Pattern, match: re.Match[str]) -> Question:
    if pattern.kinds[:1] == (Kind.PERSON,) and asks_about_a_name(plain):
        return Question(text, Wants.SENTENCES, (), _content(plain, ()), many=True)
    cut = _cut(match) if pattern.wants is Wants.VALUE and not pattern.whole else ()
    groups = match.groupdict()
    unit = groups.get("unit") or groups.get("unit2") or groups.get("unit3")
    counted = _COUNTED.search(plain)
    if counted and Kind.NUMBER in pattern.kinds:
        unit = None if counted.group("unit").lower() in _ANYTHING else counted.group("unit")
    names = bool(NAMES & set(pattern.kinds))
    dated = Kind.DATE in pattern.kinds
    aged = Kind.DURATION in pattern.kinds and _AGED.search(match.group())
    head = _head(plain, match) if names else "old" if aged else None
    modifiers = _MODIFIERS.search(match.group()) if names and head else None
    terms = _content(
        plain, cut, keep=[unit or head or "", *(modifiers["words"].split() if modifiers else ())]
    )
    head_stem = terms_of(head)[0].stem if head else None
    period = dated and bool(_PERIOD.search(plain))
    unit_stem = terms_of(unit)[0].stem if unit else None
    return Question(
        text,
        pattern.wants,
        _named_kinds(pattern.kinds, head),
        terms,
        many=pattern.many or ((names or not pattern.kinds) and takes_several(plain)),
        about=_about(plain) if dated else None,
        reason=bool(_WHY.search(plain)),
        of_pronoun=bool(_PRONOUN.search(plain)),
        naming=set(pattern.kinds) >= NAMES,
        role=_role(plain) if dated and not period else None,
        period=period,
        head=head_stem,
        speaker=_speaker(plain) if pattern.wants is Wants.SENTENCES else (),
        unit=unit_stem,
    )


def _named_kinds(kinds: tuple[Kind, ...], head: str | None) -> tuple[Kind, ...]:
    """Narrow "what is the name of" down to what the noun names: a company's name is no place's."""
    if head is None or not set(kinds) >= NAMES:
        return kinds
    named = [kind for kind, nouns in NAMED_BY.items() if nouns.fullmatch(head)]
    return tuple(named) or kinds


def _head(plain: str, match: re.Match[str]) -> str | None:
    """Return the noun of "which company", "what city"; it is a word that the answer's sentence may hold."""
    said = re.search(
        r"\b(?:what|which)\s+(?:[\w-]+ ){0,2}?(?P<noun>[^\W\d_]+)\W*$", plain[: match.end()], re.IGNORECASE
    )
    named = re.search(
        r"\bname of (?:[\w.'-]+ ){0,5}?(?P<noun>(?!(?:the|an?|his|her|its|their)\b)[a-z]+)"
        r"(?=\W*$|,|\W+(?:that|which|who|of|in|to|for|behind|responsible|\w+ed|\w+s(?= \w))\b|\W+[A-Z])",
        plain,
    )
    if named:
        return named.group("noun").casefold()
    return (
        said.group("noun").casefold()
        if said and said.group("noun") not in {*QUESTION_WORDS, *AUXILIARIES, "the"}
        else None
    )


def _about(plain: str) -> str | None:
    """Return a relative day or week that a "when" question asks about, in lower case."""
    said = _RELATIVE.search(plain)
    return said.group().lower() if said else None


def _speaker(plain: str) -> tuple[str, ...]:
    """Return the stems of the one whose words are asked for: "what did Ana Diaz say", "what did she tell"."""
    said = re.search(
        r"\bwhat (?:did|does|do|has|have|had) (?P<who>.{2,60}?) (?:say|tell|stat|comment|respon|repl)",
        plain,
        re.IGNORECASE,
    )
    return tuple(term.stem for term in terms_of(said.group("who")) if term.is_content) if said else ()


def _role(plain: str) -> Literal["start", "end"] | None:
    start, end = _START.search(plain), _END.search(plain)
    if bool(start) == bool(end):
        return None
    return "start" if start else "end"


def _cut(match: re.Match[str]) -> list[tuple[int, int]]:
    """Return where a wording's own words stand: all of it, but for the matter that it holds."""
    start, end = match.span()
    matters = [
        match.span(name) for name, said in match.groupdict().items() if name.startswith("matter") and said
    ]
    return [(start, matters[0][0]), (matters[0][1], end)] if matters else [(start, end)]


def _content(text: str, cut: Sequence[tuple[int, int]], keep: Iterable[str] = ()) -> tuple[Term, ...]:
    kept: list[Term] = []
    words = {term.word for word in keep for term in terms_of(word)}
    for term in terms_of(text):
        inside = any(start <= term.start < end for start, end in cut)
        if (inside and term.word not in words) or not term.is_content or is_slip(term.word):
            continue
        if term.word in _ASIDE:
            continue
        if all(term.stem != other.stem for other in kept):
            kept.append(term)
    return tuple(kept)
