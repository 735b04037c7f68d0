"""From the model's spans to what can answer: a value of the kind asked for, or the words themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answering.questions.question import Question, Wants
from bot.answering.reader.model.protocol import Span
from bot.answering.values.datelines import dateline_end
from bot.answering.values.kinds import NAMES, Kind
from bot.answering.values.mentions import Mention
from bot.answering.values.recognition import recognise

# Recognised by their form alone, so that words without one are no answer to a question that asks for one.
_FORMAL = frozenset(
    {Kind.DATE, Kind.TIME, Kind.DURATION, Kind.NUMBER, Kind.ORDINAL, Kind.MONEY, Kind.PERCENT}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may answer, in code points of their paragraph, and the model's margin for them."""

    start: int
    end: int
    margin: float


def candidates(question: Question, text: str, spans: Iterable[Span]) -> list[Candidate]:
    """Return what of *spans* can answer *question*, best first; spans on the same words are one.

    Where a typed value is asked for, a span stands for the mentions of that kind that it touches: a model that
    says "18" or "on Thursday, January 18, with" means the date. A name's span is kept as it is.
    """
    best: dict[tuple[int, int], float] = {}
    mentions = _askable(text, question) if question.wants is Wants.VALUE else []
    for span in spans:
        for start, end in _meant(question, text, span, mentions):
            best[start, end] = max(best.get((start, end), span.margin), span.margin)
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0]))
    return [Candidate(start, end, margin) for (start, end), margin in ranked]


def _askable(text: str, question: Question) -> list[Mention]:
    """Return the mentions that may answer: a dateline says when a report was written, not when anything happened."""
    written = dateline_end(text) if Kind.DATE in question.kinds else 0
    return [mention for mention in recognise(text, question.kinds) if mention.start >= written]


def _meant(
    question: Question, text: str, span: Span, mentions: Sequence[Mention]
) -> Iterable[tuple[int, int]]:
    start, end = _trimmed(text, span.start, span.end)
    if question.wants is not Wants.VALUE:
        return [(start, end)]
    touched = [mention for mention in mentions if mention.start < end and start < mention.end]
    if touched and not NAMES & set(question.kinds):
        return [(mention.start, mention.end) for mention in _fitting(question, touched, (start, end))]
    if question.naming and (not touched or touched[0].kind not in question.kinds):
        return []
    return [] if set(question.kinds) <= _FORMAL else [(start, end)]


def _fitting(question: Question, mentions: Sequence[Mention], span: tuple[int, int]) -> list[Mention]:
    """Return the mentions of one span that it means: the end asked for, the whole period, or the outermost."""
    if question.role:
        ends = [mention for mention in mentions if mention.role == question.role]
        if ends:
            return ends
    outermost = [
        mention
        for mention in mentions
        if not any(o is not mention and o.start <= mention.start and mention.end <= o.end for o in mentions)
    ]
    whole = [m for m in outermost if min(m.end, span[1]) - max(m.start, span[0]) >= 0.5 * (m.end - m.start)]
    if whole:
        return whole
    inner = [m for m in mentions if span[0] <= m.start and m.end <= span[1]]
    return inner or outermost


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut what is no letter or digit off both ends, but not a lone character, a sign before a figure or a percent."""
    while end > start + 1 and not (text[end - 1].isalnum() or text[end - 1] in "%)"):
        end -= 1
    while start < end - 1 and not (text[start].isalnum() or text[start] in "$€£¥#("):
        start += 1
    return start, end
