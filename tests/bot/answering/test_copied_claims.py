"""One report does not contradict itself because its copies were cut, joined or read differently."""

from collections.abc import Mapping

from bot.answering.copied_claims import Copies, outdone, wording_of
from bot.answering.reader.protocol import SpanCandidate
from bot.answering.reprints import words_of
from index.articles import number_paragraphs
from index.retrieval.passages import Passage

OPENS = "The bridge opens on June 9, the port said."
CLOSED = "It closed on May 2 after divers found cracks."
CHANGED = "The bridge opens on June 30, the port said."


def _span(article: str, sentence: str, words: str, score: float) -> SpanCandidate:
    (paragraph,) = number_paragraphs(article, [sentence])
    start = sentence.index(words)
    return SpanCandidate(Passage(paragraph, 1.0, 1), start, start + len(words), score)


def _copies(texts: Mapping[str, str], *alone: str) -> Copies:
    """All articles are of one report but those *alone*."""
    reports = {name: name if name in alone else "report" for name in texts}
    words = {name: f" {' '.join(words_of(text))} " for name, text in texts.items()}
    return Copies(reports, lambda article, sentence: f" {sentence} " in words[article])


def _never(_first: SpanCandidate, _second: SpanCandidate) -> bool:
    return False


def _always(_first: SpanCandidate, _second: SpanCandidate) -> bool:
    return True


def test_a_sentence_that_is_outdone_in_one_copy_answers_in_none() -> None:
    """The copy that was cut holds only the worse one; it says nothing rather than something else."""
    texts = {"full": f"{OPENS} {CLOSED}", "cut": CLOSED.upper()}
    best = _span("full", OPENS, "June 9", 0.9)
    worse = _span("full", CLOSED, "May 2", 0.6)
    cut = _span("cut", CLOSED.upper(), "MAY 2", 0.8)
    spans = {"full": [best, worse], "cut": [cut]}
    assert outdone(spans, _copies(texts), _never) == {worse, cut}
    assert outdone(spans, _copies(texts, "cut"), _never) == set()


def test_the_surest_reading_of_a_sentence_counts_in_every_copy() -> None:
    """Where a joined paragraph hides the answer, what is surer there gives way, though nothing else is left."""
    texts = {"apart": f"{OPENS}\n{CLOSED}", "joined": f"{OPENS} {CLOSED}"}
    best, other = _span("apart", OPENS, "June 9", 0.9), _span("joined", CLOSED, "May 2", 0.7)
    assert outdone({"apart": [best], "joined": [other]}, _copies(texts), _never) == {other}


def test_a_changed_sentence_is_not_outdone() -> None:
    """It stands in no copy together with the one it was made from."""
    texts = {"first": f"{OPENS} {CLOSED}", "second": f"{CHANGED} {CLOSED}"}
    spans = {
        "first": [_span("first", OPENS, "June 9", 0.9)],
        "second": [_span("second", CHANGED, "June 30", 0.7)],
    }
    assert outdone(spans, _copies(texts), _never) == set()


def test_what_says_the_same_or_nearly_as_surely_stays() -> None:
    """A second quote of one value is no rival; where several values may hold, what comes close is kept."""
    texts = {"first": f"{OPENS} {CLOSED}", "second": f"{OPENS} {CLOSED}"}
    best, close = _span("first", OPENS, "June 9", 0.9), _span("second", CLOSED, "May 2", 0.88)
    spans = {"first": [best], "second": [close]}
    assert outdone(spans, _copies(texts), _never) == {close}
    assert outdone(spans, _copies(texts), _never, share=0.95) == set()
    assert outdone(spans, _copies(texts), _always) == set()


def test_a_wording_is_the_words_and_their_sentence() -> None:
    """Marks and case aside; the sentences around do not count."""
    span = _span("a", f"{OPENS} “It closed on May 2.” No more.", "May 2", 0.5)
    assert wording_of(span) == ("it closed on may 2", "may 2")
