"""What to look for so that no side is missed: the answer's own sentence, without the value that it gives.

A source that says otherwise says it in like words; the question's own may be far from both.
"""

from bot.answering.claims import Claim, Claims
from bot.answering.questions.question import Question, Wants

_LEADS = 2  # claims whose sentences are searched for: the surest of different articles


def masked_sentences(question: Question, claims: Claims) -> list[str]:
    """Return what to search for, the surest claim's sentence first; nothing where any number of answers may hold."""
    if claims.many or question.wants is not Wants.VALUE:
        return []
    ranked = sorted(claims.chosen, key=lambda claim: (-claim.span.score, claim.place))
    leads: dict[str, Claim] = {}
    for claim in ranked:
        leads.setdefault(claim.article_id, claim)
    return list(
        dict.fromkeys(filter(None, (claim.span.sentence_without for claim in list(leads.values())[:_LEADS])))
    )
