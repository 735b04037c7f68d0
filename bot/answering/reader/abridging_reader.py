"""A reader that asks again, without the circumstances that a question sets, where an article's opening gives them.

What stands further down in a report on a collapse tells of that collapse without saying so again.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from bot.answering.log_odds import log_odds, score_at
from bot.answering.questions.abridging import Abridged, abridged
from bot.answering.questions.analysis import analyse
from bot.answering.questions.question import Question, Wants
from bot.answering.reader.headings import article_stems
from bot.answering.reader.protocol import Excerpt, Reader, Reading, SpanCandidate
from bot.answering.reader.saying import is_said
from bot.answering.terms import terms_of
from bot.answering.thesaurus import near_stems
from bot.answering.values.kinds import Kind
from bot.answering.values.recognition import recognise

_LESS = 1.5  # log-odds by which the shorter question's answer is less sure
_MOST = 4.0  # log-odds that it can add


class AbridgingReader:
    """A `Reader` that adds to what another one finds."""

    def __init__(self, reader: Reader) -> None:
        self.name = reader.name
        self._reader = reader

    def read(self, question: Question, excerpts: Sequence[Excerpt]) -> list[Reading]:
        """Read every passage, some of them twice; one reading per excerpt, in the order given."""
        readings = list(self._reader.read(question, excerpts))
        if question.wants is Wants.YES_NO:
            return readings
        shorter = abridged(question.text)
        apt: defaultdict[str, list[int]] = defaultdict(list)
        for number, excerpt in enumerate(excerpts):
            if one := next((one for one in shorter if _is_given(one, excerpt)), None):
                apt[one.text].append(number)
        for text, numbers in apt.items():
            asked = analyse(text)
            if (asked.wants, asked.kinds, asked.unit) != (question.wants, question.kinds, question.unit):
                continue
            again = self._reader.read(asked, [excerpts[number] for number in numbers])
            for number, reading in zip(numbers, again, strict=True):
                readings[number] = _joined(readings[number], _not_elsewhere(reading, excerpts[number]))
        return readings


def _is_given(one: Abridged, excerpt: Excerpt) -> bool:
    """Whether the title or first paragraph of an article says what *one* leaves out, and the passage itself does not."""
    paragraph = excerpt.passage.paragraph.text
    if one.without <= {term.stem for term in terms_of(paragraph)}:
        return False
    said = _opening(excerpt)
    return all(is_said(stem, said) or bool(near_stems(stem) & said) for stem in one.without)


def _opening(excerpt: Excerpt) -> frozenset[str]:
    article = excerpt.article
    first = article.paragraphs[0].text if article.paragraphs else ""
    return article_stems(f"{article.details.title or ''} {first}")


def _not_elsewhere(reading: Reading, excerpt: Excerpt) -> Reading:
    """Return *reading* without what is set at a place that the opening does not name: that is what it may be told of."""
    opening = _opening(excerpt)

    def is_elsewhere(span: SpanCandidate) -> bool:
        text = span.sentence_text
        places = (text[place.start : place.end] for place in recognise(text, (Kind.PLACE,)))
        return any(not article_stems(place) <= opening for place in places)

    return replace(reading, spans=tuple(span for span in reading.spans if not is_elsewhere(span)))


def _joined(reading: Reading, other: Reading) -> Reading:
    """Return *reading* with the spans of *other* that are surer, no more than they may be."""
    spans = {(span.start, span.end): span for span in reading.spans}
    least = min((span.score for span in reading.spans), default=0.0)
    for span in other.spans:
        known = spans.get((span.start, span.end))
        before = log_odds(known.score if known else least)
        odds = min(log_odds(span.score) - _LESS, before + _MOST)
        if odds > before:
            spans[span.start, span.end] = replace(span, score=score_at(odds))
    return replace(
        reading, spans=tuple(sorted(spans.values(), key=lambda span: (-span.score, span.start, span.end)))
    )
