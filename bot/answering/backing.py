"""Agreement as evidence: what several reports give in answer is likelier than each was read by itself.

A small model that misreads seldom misreads two reports alike; a right answer that it reads weakly, it often finds again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.answering.claims import Claim, claim_of
from bot.answering.copied_claims import Copies
from bot.answering.log_odds import log_odds, score_at
from bot.answering.questions.question import Question, Wants
from bot.answering.reader.protocol import Reading, SpanCandidate
from bot.answering.values.comparison import Fit, compare
from bot.answering.values.context import ArticleContext
from bot.answering.values.kinds import Kind

# A report read with a score of this adds nothing; above it half of its log-odds, and at most so much.
_FROM, _SHARE, _MOST = 0.05, 0.5, 1.0
_MOST_OF_ALL = 3.0  # log-odds


def with_backing(
    question: Question,
    readings: Sequence[Reading],
    contexts: Mapping[str, ArticleContext],
    copies: Copies,
) -> tuple[Reading, ...]:
    """Return *readings* with the score of every value raised for each further report that gives the very same.

    *copies* of one report count as that one. Of an article's values only its surest is raised and raises others: what
    others say does not make it say something else, and an earlier toll that it recalls does not speak against its own.
    Where the answer is no value with a form or a name, nothing is raised.
    """
    if question.wants is not Wants.VALUE:
        return tuple(readings)
    claims = [
        claim
        for reading in readings
        for span in reading.spans
        if span.score >= _FROM
        and (claim := claim_of(question, span, contexts)).value.canonical is not None
        and claim.value.kind is not Kind.TEXT
    ]
    surest: dict[str, float] = {}
    for reading in readings:
        article = reading.passage.paragraph.article_id
        surest[article] = max([surest.get(article, 0.0), *(span.score for span in reading.spans)])
    own = [claim for claim in claims if claim.span.score == surest[claim.article_id]]
    raised = {claim.span: _raised(claim, own, copies) for claim in own}

    def backed(span: SpanCandidate) -> SpanCandidate:
        return replace(span, score=raised.get(span, span.score))

    return tuple(reading.rescored(backed) for reading in readings)


def _raised(claim: Claim, claims: Sequence[Claim], copies: Copies) -> float:
    backing: dict[str, float] = {}
    for other in claims:
        if other.article_id == claim.article_id or copies.are_of_one_report(
            other.article_id, claim.article_id
        ):
            continue
        if compare(claim.value, other.value).fit is Fit.SAME:
            report = copies.reports.get(other.article_id, other.article_id)
            backing[report] = max(backing.get(report, 0.0), other.span.score)
    gain = sum(min(_MOST, _SHARE * (log_odds(score) - log_odds(_FROM))) for score in backing.values())
    return score_at(log_odds(claim.span.score) + min(_MOST_OF_ALL, gain)) if backing else claim.span.score
