"""From the model's spans to what can answer: a value of the kind asked for, or the words themselves."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.answering.questions.question import Question, Wants
from bot.answering.reader.changes import is_of_the_other_state
from bot.answering.reader.contests import is_of_the_other_side
from bot.answering.reader.measures import is_of_another_measure
from bot.answering.reader.mentioning import mentions_asked_for
from bot.answering.reader.model.protocol import Span
from bot.answering.reader.repeating import is_repeated
from bot.answering.reader.speakers import is_speaker
from bot.answering.reader.spells import is_of_another_spell
from bot.answering.reader.telling import is_of_what_is_told
from bot.answering.terms import stem_of
from bot.answering.values.datelines import dateline_end
from bot.answering.values.kinds import NAMES, Kind
from bot.answering.values.mentions import Mention
from bot.answering.values.names.bodies import is_of_another_body
from bot.answering.values.names.extent import is_of_another_size
from bot.answering.values.names.name_words import TITLES

# Recognised by their form alone, so that words without one are no answer to a question that asks for one.
_FORMAL = frozenset(
    {Kind.DATE, Kind.TIME, Kind.DURATION, Kind.NUMBER, Kind.ORDINAL, Kind.MONEY, Kind.PERCENT}
)

_RULED_OUT = re.compile(
    r"\b(?:not|rather than|instead of|as opposed to) (?:(?:from|in|at|on|to|by|with|for) )?(?:the )?$",
    re.IGNORECASE,
)
# "The Honolulu Defence Forum", "the Washington Post"; but "in Hawaii Monday".
_NAME_GOES_ON = re.compile(
    r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December)[A-Z][a-z]{2,}"
)
_WORD = re.compile(r"[^\W_]")
_CLOSE = frozenset(
    map(stem_of, ("city", "town", "village", "place", "location", "venue"))
)  # not "which state"
_LIST_GOES_ON = re.compile(
    r",? and [A-Z]|, [A-Z][\w ]{0,30},? and [A-Z]"
)  # "Hawaii, Los Angeles and Washington"
_REACH = 30  # characters
_LONGEST_NAME = 8  # words, with who it is; what is longer tells of somebody


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may answer, in code points of their paragraph, and the model's margin for them."""

    start: int
    end: int
    margin: float


def candidates(
    question: Question, text: str, mentions: Sequence[Mention], spans: Iterable[Span]
) -> list[Candidate]:
    """Return what of *spans* and *mentions* can answer *question*, best first; those on the same words are one.

    Where a typed value is asked for, a span stands for the mentions of that kind that it touches: a model that
    says "18" or "on Thursday, January 18, with" means the date. A span over several ("Halep beat Williams")
    says no more of each than the model's margin for just its words, which *spans* holds for every mention. Marks
    alone answer nothing.
    """
    spans = [span for span in spans if _WORD.search(text, span.start, span.end)]
    if question.wants is not Wants.VALUE:
        return _ranked({_trimmed(text, span.start, span.end): span.margin for span in reversed(spans)})
    exact = {(span.start, span.end): span.margin for span in spans}
    best = {
        (mention.start, mention.end): exact[mention.start, mention.end]
        for mention in _of_role(question, mentions)
        if (mention.start, mention.end) in exact
    }
    given = {(mention.start, mention.end) for mention in mentions}
    written = 0 if set(question.kinds) - NAMES else dateline_end(text)
    for span in spans:
        if (span.start, span.end) in given or span.start < written or _is_ruled_out(text, span.start):
            continue
        if is_of_the_other_side(question, text, span.start, span.end) or is_speaker(
            question, text, span.start
        ):
            continue
        meant = [
            place
            for place in _meant(question, text, span, mentions)
            if not is_repeated(question, text[slice(*place)])
        ]
        for place in meant:
            margin = span.margin if len(meant) == 1 else exact.get(place, span.margin)
            best[place] = max(best.get(place, margin), margin)
    if question.head is None or question.head in _CLOSE:
        best = _closest_of_rows(text, mentions, best)
    return _ranked(best)


def _closest_of_rows(
    text: str, mentions: Iterable[Mention], margins: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """Let the first place of a row ("Fulton, Illinois, USA") stand for the others, which say less of where it is."""
    places = {mention.end: mention for mention in mentions if mention.kind is Kind.PLACE}
    closest = dict(margins)
    for mention in sorted(places.values(), key=lambda place: -place.start):
        before = places.get(mention.start - len(", "))
        margin = closest.get((mention.start, mention.end))
        if before is None or margin is None or text[before.end : mention.start] != ", ":
            continue
        if not _LIST_GOES_ON.match(text, mention.end):
            first = (before.start, before.end)
            closest[first] = max(closest.get(first, margin), closest.pop((mention.start, mention.end)))
    return closest


def askable(text: str, question: Question, body: str = "") -> list[Mention]:
    """Return the mentions in *text*, a paragraph of *body*, that may answer.

    A dateline says when a report was written, not when anything happened; "and not from Oslo" says from where not;
    the Oslo Forum may be held anywhere; what was announced happens at another time; who was beaten did not win; what was
    changed no longer holds; nobody is 27 goals tall; and who speaks in a transcript is not spoken of.
    """
    if question.wants is not Wants.VALUE or not question.kinds:
        return []
    mentions = mentions_asked_for(question, text)
    written = dateline_end(text, body) if {Kind.DATE, *NAMES} & set(question.kinds) else 0
    return [
        mention
        for mention in mentions
        if mention.start >= written
        and not _RULED_OUT.search(text, max(0, mention.start - _REACH), mention.start)
        and not is_of_what_is_told(question, text, mention.start)
        and not is_of_another_spell(question, text, mention, mentions)
        and not is_of_the_other_side(question, text, mention.start, mention.end)
        and not is_of_the_other_state(question, text, mention.start, mention.end)
        and not _is_no_such(question, text[mention.start : mention.end])
        and not is_of_another_measure(question, text, mention)
        and not is_repeated(question, text[mention.start : mention.end])
        and not is_speaker(question, text, mention.start)
    ]


def _is_no_such(question: Question, words: str) -> bool:
    """Whether *words* name no such place or body as is asked for."""
    return is_of_another_size(question.head, words) or is_of_another_body(question.head, words)


def _is_ruled_out(text: str, start: int) -> bool:
    return bool(_RULED_OUT.search(text[max(0, start - _REACH) : start]))


def _ranked(margins: Mapping[tuple[int, int], float]) -> list[Candidate]:
    """Return the best of those that overlap, best first."""
    kept: list[Candidate] = []
    for (start, end), margin in sorted(margins.items(), key=lambda item: (-item[1], item[0])):
        if all(end <= other.start or other.end <= start for other in kept):
            kept.append(Candidate(start, end, margin))
    return kept


def _of_role(question: Question, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions that stand for themselves: of a period the end asked for, else all of it."""
    if not question.role:
        return _outermost(mentions)
    ended = {mention.period for mention in mentions if mention.role == question.role}
    return [
        mention
        for mention in mentions
        if mention.role == question.role
        or (mention.role is None and (mention.start, mention.end) not in ended)
    ]


def _meant(
    question: Question, text: str, span: Span, mentions: Sequence[Mention]
) -> Iterable[tuple[int, int]]:
    start, end = _trimmed(text, span.start, span.end)
    touched = [mention for mention in mentions if mention.start < end and start < mention.end]
    if not touched:
        touched = [mention for mention in mentions if _is_its_title(text, start, end, mention)]
        if touched:
            return [(mention.start, mention.end) for mention in touched]
    if touched and not NAMES & set(question.kinds):
        return [(mention.start, mention.end) for mention in _fitting(question, touched, (start, end))]
    is_long = len(text[start:end].split()) > _LONGEST_NAME
    named = _outermost(touched)
    if len(named) > 1 or (named and (is_long or _is_part_of_name(named[0], start, end))):
        return [(mention.start, mention.end) for mention in named]
    is_unnamed = question.naming and (not touched or touched[0].kind not in question.kinds)
    if is_unnamed or _is_no_such(question, text[start:end]):
        return []
    return [] if question.kinds and set(question.kinds) <= _FORMAL else [(start, end)]


def _is_part_of_name(mention: Mention, start: int, end: int) -> bool:
    """Whether words are but a part of a person's name: "Gareth" means Gareth Pike."""
    return mention.kind is Kind.PERSON and mention.start <= start and end <= mention.end


def _is_its_title(text: str, start: int, end: int, mention: Mention) -> bool:
    """Whether words are nothing but the title in front of a person's name: "Adm" means Samuel Paparo."""
    return (
        mention.kind is Kind.PERSON
        and text[start:end].casefold() in TITLES
        and end < mention.start
        and not text[end : mention.start].strip(". ")
    )


def _fitting(question: Question, mentions: Sequence[Mention], span: tuple[int, int]) -> list[Mention]:
    """Return the mentions of one span that it means: the end asked for, the whole period, or the outermost."""
    if question.role:
        ends = [mention for mention in mentions if mention.role == question.role]
        if ends:
            return ends
    outermost = _outermost(mentions)
    whole = [m for m in outermost if min(m.end, span[1]) - max(m.start, span[0]) >= 0.5 * (m.end - m.start)]
    if whole:
        return whole
    inner = [m for m in mentions if span[0] <= m.start and m.end <= span[1]]
    return inner or outermost


def _outermost(mentions: Sequence[Mention]) -> list[Mention]:
    return [
        mention
        for mention in mentions
        if not any(
            other is not mention and other.start <= mention.start and mention.end <= other.end
            for other in mentions
        )
    ]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut what is no letter or digit off both ends, but not a lone character, a sign before a figure or a percent."""
    while end > start + 1 and not (text[end - 1].isalnum() or text[end - 1] in "%)"):
        end -= 1
    while start < end - 1 and not (text[start].isalnum() or text[start] in "$€£¥#("):
        start += 1
    return start, end
