"""What the copies of one report say: a sentence answers in all of them or in none.

A reader does not score a copied sentence alike everywhere: paragraphs were cut, joined, moved. Left to itself it
takes one sentence for the answer in one print and another in the next, and one report would contradict itself.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.answering.reader.protocol import SpanCandidate
from bot.answering.reprints import words_of


class Wording(NamedTuple):
    """Words that answer, and the sentences that they stand in; marks, case and accents do not count."""

    sentence: str
    words: str


@dataclass(frozen=True, slots=True)
class Copies:
    """Which articles are of one report, and whether a sentence stands in an article.

    ``reports`` names each article's report; ``holds(article, sentence)`` takes the words of a sentence.
    """

    reports: Mapping[str, str]
    holds: Callable[[str, str], bool]

    def are_of_one_report(self, first: str, second: str) -> bool:
        """Whether two articles are different prints of one report."""
        return first != second and self.reports.get(first, first) == self.reports.get(second, second)


ALL_APART = Copies({}, lambda _article, _sentence: False)
"""Articles of which no two are of one report."""


def wording_of(span: SpanCandidate) -> Wording:
    """Return the wording of a span."""
    return Wording(" ".join(words_of(span.sentence_text)), " ".join(words_of(span.text)))


def outdone(
    spans: Mapping[str, Sequence[SpanCandidate]],
    copies: Copies,
    says_the_same: Callable[[SpanCandidate, SpanCandidate], bool],
    share: float = 1.0,
) -> set[SpanCandidate]:
    """Return the spans that a better one outdoes in some copy of their report: they answer in no copy.

    Args:
        spans: What may answer, by article.
        copies: Which of the articles are of one report.
        says_the_same: Whether two spans state one value: neither outdoes the other.
        share: Of a better span's score: what scores as much is not outdone.
    """
    by_report: dict[str, list[SpanCandidate]] = {}
    articles: dict[str, list[str]] = {}
    for article in sorted(spans):
        by_report.setdefault(copies.reports[article], []).extend(spans[article])
        articles.setdefault(copies.reports[article], []).append(article)
    found: set[SpanCandidate] = set()
    for report, printed in articles.items():
        if len(printed) > 1:
            found |= _outdone_in(by_report[report], printed, copies, says_the_same, share)
    return found


def _outdone_in(
    spans: Sequence[SpanCandidate],
    printed: Sequence[str],
    copies: Copies,
    says_the_same: Callable[[SpanCandidate, SpanCandidate], bool],
    share: float,
) -> set[SpanCandidate]:
    best: dict[Wording, SpanCandidate] = {}
    for span in spans:
        held = best.setdefault(wording_of(span), span)
        if span.score > held.score:
            best[wording_of(span)] = span
    places = {
        wording: {article for article in printed if copies.holds(article, wording.sentence)}
        for wording in best
    }
    beaten = {
        wording
        for wording, span in best.items()
        for other, better in best.items()
        if span.score < share * better.score
        and places[wording] & places[other]
        and not says_the_same(span, better)
    }
    return {span for span in spans if wording_of(span) in beaten}
