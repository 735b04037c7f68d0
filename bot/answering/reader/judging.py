"""What the entailment model has to say about a candidate: does its sentence settle the question's statement?

A yes/no question is settled by a sentence that its statement follows from or contradicts. A "why" takes its
statement for granted; where the passage contradicts it, no reason for it can be quoted.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering.questions.question import Question, Wants
from bot.answering.questions.statements import statement_of
from bot.answering.reader.candidates import Candidate
from bot.answering.reader.model.protocol import Entailment, EntailmentModel
from index.splitting import sentences_around

_JUDGED = (
    12  # candidates that the model is asked about, the best first; each costs as much as a short passage
)
_MOST_EVIDENCE = 3.0  # of margin: one model's certainty must not drown the other's
_SURE = 0.6  # probability from which the model says yes or no; below it the words' own negation decides
_DOUBT = 0.3  # added to both sides of a "why": its statement is rarely said outright where the reason is


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate with its margin corrected; ``affirms`` is set for yes/no questions, where the model is sure."""

    candidate: Candidate
    affirms: bool | None = None


def judged(
    model: EntailmentModel, question: Question, texts: Sequence[str], pages: Sequence[Sequence[Candidate]]
) -> list[list[Judged]]:
    """Weigh the candidates of every text, those on one page in order of their new margins.

    Questions that state nothing keep their candidates as they are.
    """
    statement = statement_of(question.text) if question.wants is Wants.YES_NO or question.reason else None
    if statement is None:
        return [[Judged(candidate) for candidate in page] for page in pages]
    places = [(page, place) for page, found in enumerate(pages) for place in range(len(found))]
    places = sorted(places, key=lambda at: -pages[at[0]][at[1]].margin)[:_JUDGED]
    premises = [_premise(texts[page], pages[page][place], question) for page, place in places]
    verdicts = model.relate([(premise, statement) for premise in premises])
    found: list[list[Judged]] = [[] for _ in pages]
    for (page, place), verdict in zip(places, verdicts, strict=True):
        found[page].append(_weighed(pages[page][place], verdict, question))
    return [sorted(page, key=lambda one: (-one.candidate.margin, one.candidate.start)) for page in found]


def _weighed(candidate: Candidate, verdict: Entailment, question: Question) -> Judged:
    if question.wants is Wants.YES_NO:
        settled = _log_odds(verdict.entailed + verdict.contradicted, verdict.neutral)
        sure = max(verdict.entailed, verdict.contradicted) > _SURE
        affirms = verdict.entailed > verdict.contradicted if sure else None
        return Judged(replace(candidate, margin=candidate.margin + settled), affirms)
    granted = _log_odds(verdict.entailed + _DOUBT, verdict.contradicted + _DOUBT)
    return Judged(replace(candidate, margin=candidate.margin + min(0.0, granted)))


def _log_odds(one: float, other: float) -> float:
    return max(-_MOST_EVIDENCE, min(_MOST_EVIDENCE, math.log((one + 1e-3) / (other + 1e-3))))


def _premise(text: str, candidate: Candidate, question: Question) -> str:
    """Return the sentences of the candidate; for a "why" the whole passage, whose other sentences may deny it."""
    return text if question.reason else text[slice(*sentences_around(text, candidate.start, candidate.end))]
