"""What several prints of one report say alike is read once, and hides nothing that differs."""

from collections.abc import Iterable, Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.copies import Found, ReportsOf, find_distinct, with_copies, without
from bot.answering.reader.protocol import Reading, SpanCandidate
from index.articles import number_paragraphs
from index.retrieval.passages import Passage

OPENS, CLOSED = "It opens on May 3.", "It closed in April."


def _one_report(article_ids: Iterable[str]) -> Mapping[str, str]:
    return dict.fromkeys(article_ids, "report")


def _own_reports(article_ids: Iterable[str]) -> Mapping[str, str]:
    return {name: name for name in article_ids}


def _ranked(*texts: str) -> list[Passage]:
    """Return passages of as many articles, in this order."""
    paragraphs = (number_paragraphs(f"a{n:03}", [text])[0] for n, text in enumerate(texts))
    return [Passage(paragraph, 1 / rank, rank) for rank, paragraph in enumerate(paragraphs, start=1)]


def _ids(passages: Sequence[Passage]) -> list[str]:
    return [passage.paragraph.article_id for passage in passages]


def _found(texts: Sequence[str], limit: int, reports: ReportsOf = _one_report) -> tuple[Found, list[int]]:
    asked: list[int] = []

    def search(most: int) -> list[Passage]:
        asked.append(most)
        return _ranked(*texts)[:most]

    return find_distinct(search, limit, reports), asked


def test_copies_take_no_place() -> None:
    """The search goes on for what else there is; marks and case make no difference, a word does."""
    found, asked = _found(["“No”, he said.", '"No" he SAID.', "Yes.", "“No”, she said.", "Maybe."], 2)
    assert (_ids(found.distinct), _ids(found.copies), asked) == (["a000", "a002"], ["a001"], [2, 3])
    assert _ids(found.passages) == ["a000", "a001", "a002"]


def test_what_is_cut_or_joined_is_a_copy() -> None:
    """It says nothing that the others do not; one new sentence makes it worth reading."""
    texts = [f"{OPENS} {CLOSED}", CLOSED, "It rained.", f"{CLOSED} It rained. {OPENS}", f"{OPENS} It snowed."]
    found, _ = _found(texts, 9)
    assert (_ids(found.distinct), _ids(found.copies)) == (["a000", "a002", "a004"], ["a001", "a003"])


def test_the_same_sentence_of_another_report_is_read() -> None:
    """It may be said of something else."""
    found, _ = _found([OPENS, OPENS], 9, _own_reports)
    assert (_ids(found.distinct), _ids(found.copies)) == (["a000", "a001"], [])


def test_without_copies_nothing_changes() -> None:
    """One search, as deep as ever, and its order."""
    found, asked = _found(["a", "b", "c"], 2)
    assert (_ids(found.passages), asked) == (["a000", "a001"], [2])


def test_the_search_ends() -> None:
    """Where everything is a copy, or nothing else is there; what has no word is not compared."""
    assert _found(["a"] * 99, 3)[1] == [3, 5, 7, 9, 11, 12]
    found, asked = _found(["a", "a"], 4)
    assert (_ids(found.distinct), asked) == (["a000"], [4])
    assert _ids(_found(["–", "–"], 4)[0].distinct) == ["a000", "a001"]
    assert _found([], 4)[0].passages == ()


def _span(passage: Passage, words: str, score: float) -> SpanCandidate:
    start = passage.paragraph.text.index(words)
    return SpanCandidate(passage, start, start + len(words), score)


def test_a_copy_is_read_like_its_originals() -> None:
    """The same words of the same sentence, at their own place; each quotes its own characters."""
    texts = [f"{CLOSED} {OPENS}", "The Port’s fair – the old one – is off.", "", "It rained."]
    texts[2] = f"{OPENS.upper()} The Port's fair - the old one - is off."
    found, _ = _found(texts, 9)
    first, second, third = found.distinct
    readings = [
        Reading(first, (_span(first, "May 3", 0.9), _span(first, "April", 0.6)), 0.5, 0.2),
        Reading(second, (_span(second, "Port’s fair – the old", 0.7),), 0.5, 0.4),
        Reading(third, (), 0.5, 0.1),
    ]
    (copied,) = with_copies(readings, found)[3:]
    assert [span.text for span in copied.spans] == ["MAY 3", "Port's fair - the old"]
    assert [span.score for span in copied.spans] == [0.9, 0.7]
    assert all(span.passage is copied.passage for span in copied.spans)
    assert (copied.passage.paragraph.article_id, copied.no_answer, copied.closeness) == ("a002", 0.5, 0.4)


def test_what_repeats_nothing_that_was_found_is_left_out() -> None:
    """A copy of sentences that do not answer is no reading; nor is one of another sentence's words."""
    found, _ = _found([f"{CLOSED} {OPENS}", CLOSED], 9)
    readings = [Reading(found.distinct[0], (_span(found.distinct[0], "May 3", 0.9),), 0.5, 0.4)]
    assert with_copies(readings, found) == readings


def test_what_was_read_is_not_read_again() -> None:
    """Of several searches what is new comes once, the first search's first, with its copies; copies are not new."""
    reports = _one_report(["a000", "a001", "a002", "a003"])
    known = Found(tuple(_ranked("“No”, he said.", "Yes.")), (), reports)
    *distinct, copy = _ranked('"No", he said.', "Maybe.", "Soon.", "Maybe.")
    first = Found(tuple(distinct), (copy,), reports)
    second = Found(tuple(_ranked("Soon.", "Never.")), (), reports)
    further = without([first, second], known, 9)
    assert [one.paragraph.text for one in further.distinct] == ["Maybe.", "Soon.", "Never."]
    assert further.copies == (copy,)
    assert without([first, second], known, 2).distinct == further.distinct[:2]
    assert without([first], further, 9).distinct == first.distinct[:1]
    assert without([], known, 9) == Found((), (), reports)


@given(st.lists(st.sampled_from("abcdef"), max_size=40), st.integers(1, 8))
def test_what_is_kept_is_the_best_of_each(texts: list[str], limit: int) -> None:
    """Distinct texts in order of rank, at most the limit; every passage is one or a copy of one, none twice."""
    found, asked = _found(texts, limit)
    seen = texts[: asked[-1]]
    kept = list(dict.fromkeys(seen))[:limit]
    assert [passage.paragraph.text for passage in found.distinct] == kept
    assert all(passage.paragraph.text in kept for passage in found.copies)
    assert _ids(found.passages) == sorted(set(_ids(found.passages)))
    assert len(found.passages) == sum(text in kept for text in seen)
