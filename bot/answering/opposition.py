"""Sentences without typed values that deny each other, found with an entailment model.

Asked only of sentences that both answer the question, of different articles: of any two sentences such a model finds
a contradiction too easily.
"""

from collections.abc import Callable, Sequence

from bot.answering.claims import Claim
from bot.answering.reader.model.protocol import EntailmentModel

Opposition = Callable[[Sequence[tuple[Claim, Claim]]], list[float]]

_MOST_PAIRS = 12  # that are asked about, in both directions; each costs as much as a short passage


def opposition(model: EntailmentModel) -> Opposition:
    """Return what tells for pairs of claims how surely, 0 to 1, their sentences contradict each other.

    A contradiction holds in both directions, so the less sure of both is what counts.
    """

    def opposed(pairs: Sequence[tuple[Claim, Claim]]) -> list[float]:
        asked = pairs[:_MOST_PAIRS]
        texts = [(one.span.sentence_text, other.span.sentence_text) for one, other in asked]
        verdicts = model.relate([*texts, *[(other, one) for one, other in texts]])
        forth, back = verdicts[: len(texts)], verdicts[len(texts) :]
        found = [min(a.contradicted, b.contradicted) for a, b in zip(forth, back, strict=True)]
        return [*found, *[0.0] * (len(pairs) - len(asked))]

    return opposed


def never_opposed(pairs: Sequence[tuple[Claim, Claim]]) -> list[float]:
    """Find no pair opposed."""
    return [0.0] * len(pairs)
