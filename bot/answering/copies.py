"""Passages that repeat what others say word for word: read once, found in all, and in nobody's way.

A story that thirty outlets print would else fill every place that retrieval has, and hide the one that differs. A
passage repeats others where each of its sentences stands in one of the same report that ranks higher; marks, case and
accents do not count, so that a reprint's typography makes no other passage of it. A sentence with one other word does,
and so does another report: "It opens on Friday" may be said of two fairs.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.answering.reader.protocol import Reading, SpanCandidate
from bot.answering.reprints import words_of
from index.retrieval.passages import Passage
from index.splitting import sentence_spans

_DEEPEST = 4  # times as many passages as are read: further copies change nothing
_WORD = re.compile(r"\w+")

Words = str  # of a sentence, with blanks between
ReportsOf = Callable[[Iterable[str]], Mapping[str, str]]  # articles' ids → the name of each one's report


@dataclass(frozen=True, slots=True)
class Found:
    """Passages, best first, that each say something new, and those that only repeat them.

    ``reports`` names the report of every article among them.
    """

    distinct: tuple[Passage, ...]
    copies: tuple[Passage, ...]
    reports: Mapping[str, str]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All of them, best first."""
        return tuple(sorted((*self.distinct, *self.copies), key=lambda passage: passage.rank))


def find_distinct(search: Callable[[int], Sequence[Passage]], limit: int, reports_of: ReportsOf) -> Found:
    """Return the *limit* best passages that say something new, or as many as there are, with their copies.

    *search* returns so many of the best passages, always in one order; it is asked for more while copies fill
    the places of others.
    """
    asked = limit
    while True:
        found = search(asked)
        reports = reports_of({passage.paragraph.article_id for passage in found})
        apart = _apart(found, limit, reports)
        missing = limit - len(apart.distinct)
        if missing <= 0 or len(found) < asked or asked >= _DEEPEST * limit:
            return apart
        asked = min(_DEEPEST * limit, asked + missing)


def without(found: Sequence[Found], known: Found, limit: int) -> Found:
    """Return what of *found* is not *known*: the *limit* first that say something else, and the copies."""
    ids = {passage.paragraph.id for passage in known.passages}
    said = {
        (known.reports[passage.paragraph.article_id], words)
        for passage in known.distinct
        for words, _, _ in _sentences(passage.paragraph.text)
    }
    distinct: list[Passage] = []
    copies: list[Passage] = []
    reports: dict[str, str] = dict(known.reports)
    for one in found:
        reports |= one.reports
        for passage in one.distinct:
            report = one.reports[passage.paragraph.article_id]
            sentences = {(report, words) for words, _, _ in _sentences(passage.paragraph.text)}
            if passage.paragraph.id not in ids and not sentences <= said and len(distinct) < limit:
                ids.add(passage.paragraph.id)
                said |= sentences
                distinct.append(passage)
        copies += [passage for passage in one.copies if passage.paragraph.id not in ids]
        ids |= {passage.paragraph.id for passage in one.copies}
    return Found(tuple(distinct), tuple(copies), reports)


def with_copies(readings: Sequence[Reading], found: Found) -> list[Reading]:
    """Return the readings of the distinct passages, then what they come to in the copies.

    A copy answers with the same words of the same sentences; it is as sure that nothing else does.
    """
    if not found.copies:
        return list(readings)
    by_sentence: dict[tuple[str, Words], list[tuple[SpanCandidate, Reading]]] = {}
    for reading in readings:
        report = found.reports[reading.passage.paragraph.article_id]
        for span in reading.spans:
            by_sentence.setdefault((report, _held(span)), []).append((span, reading))
    read = (_in_copy(copy, found.reports[copy.paragraph.article_id], by_sentence) for copy in found.copies)
    return [*readings, *filter(None, read)]


def _apart(found: Iterable[Passage], limit: int, reports: Mapping[str, str]) -> Found:
    said: set[tuple[str, Words]] = set()
    distinct: list[Passage] = []
    copies: list[Passage] = []
    for passage in found:
        report = reports[passage.paragraph.article_id]
        sentences = {(report, words) for words, _, _ in _sentences(passage.paragraph.text)}
        if sentences and sentences <= said:
            copies.append(passage)
        elif len(distinct) < limit:
            distinct.append(passage)
            said |= sentences
    return Found(tuple(distinct), tuple(copies), reports)


def _in_copy(
    copy: Passage, report: str, by_sentence: Mapping[tuple[str, Words], list[tuple[SpanCandidate, Reading]]]
) -> Reading | None:
    """Return the reading of a copy, None where nothing was read that it repeats."""
    text = copy.paragraph.text
    spans: dict[tuple[int, int], SpanCandidate] = {}
    sources: list[Reading] = []
    for words, start, end in _sentences(text):
        for span, reading in by_sentence.get((report, words), ()):
            sources.append(reading)
            place = _find(span.text, text, start, end)
            if place is not None and (place not in spans or spans[place].score < span.score):
                spans[place] = replace(span, passage=copy, start=place[0], end=place[1])
    if not sources:
        return None
    ordered = sorted(spans.values(), key=lambda span: (-span.score, span.start, span.end))
    closeness = max(reading.closeness for reading in sources)
    return Reading(copy, tuple(ordered), sources[0].no_answer, closeness)


def _held(span: SpanCandidate) -> Words:
    """Return the words of the sentence that a span stands in; of several, the first."""
    sentences = _sentences(span.passage.paragraph.text)
    return next((words for words, start, end in sentences if start <= span.start < end), "")


def _find(words: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where *words* stand between two offsets of *text*, whatever marks stand between them."""
    said = _WORD.findall(words)
    if not said:
        return None
    pattern = r"\W{1,3}".join(map(re.escape, said))
    match = re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE).search(text, start, end)
    return match.span() if match else None


def _sentences(text: str) -> list[tuple[Words, int, int]]:
    """Return the sentences that hold a word: their words, start and end."""
    found = ((" ".join(words_of(text[start:end])), start, end) for start, end in sentence_spans(text))
    return [one for one in found if one[0]]
