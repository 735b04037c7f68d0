"""What the entailment model has to say about a candidate for a "why", which takes its statement for granted.

Where the passage contradicts the statement, no reason for it can be quoted.
"""

import math
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.questions.question import Question
from bot.answering.questions.statements import statement_of
from bot.answering.reader.candidates import Candidate
from bot.answering.reader.model.protocol import EntailmentModel

_JUDGED = (
    12  # candidates that the model is asked about, the best first; each costs as much as a short passage
)
_MOST_EVIDENCE = 3.0  # of margin: one model's certainty must not drown the other's
_DOUBT = 0.3  # added to both sides: the statement is rarely said outright where the reason is


def judged(
    model: EntailmentModel, question: Question, texts: Sequence[str], pages: Sequence[Sequence[Candidate]]
) -> list[list[Candidate]]:
    """Correct the margins of the candidates of every text, those on one page in order of their new ones.

    Questions that do not ask why keep their candidates as they are.
    """
    statement = statement_of(question.text) if question.reason else None
    if statement is None:
        return [list(page) for page in pages]
    places = [(page, place) for page, found in enumerate(pages) for place in range(len(found))]
    places = sorted(places, key=lambda at: -pages[at[0]][at[1]].margin)[:_JUDGED]
    verdicts = model.relate([(texts[page], f"{statement}.") for page, _ in places])
    found: list[list[Candidate]] = [[] for _ in pages]
    for (page, place), verdict in zip(places, verdicts, strict=True):
        granted = _log_odds(verdict.entailed + _DOUBT, verdict.contradicted + _DOUBT)
        candidate = pages[page][place]
        found[page].append(replace(candidate, margin=candidate.margin + min(0.0, granted)))
    return [sorted(page, key=lambda one: (-one.margin, one.start)) for page in found]


def _log_odds(one: float, other: float) -> float:
    return max(-_MOST_EVIDENCE, min(_MOST_EVIDENCE, math.log((one + 1e-3) / (other + 1e-3))))
