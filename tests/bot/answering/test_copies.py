"""What several articles print alike is read once, and hides nothing that differs."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.copies import Found, find_distinct, with_copies, without
from bot.answering.reader.protocol import Reading, SpanCandidate
from index.articles import number_paragraphs
from index.retrieval.passages import Passage


def _ranked(*texts: str) -> list[Passage]:
    """Return passages of as many articles, in this order."""
    paragraphs = (number_paragraphs(f"a{n:03}", [text])[0] for n, text in enumerate(texts))
    return [Passage(paragraph, 1 / rank, rank) for rank, paragraph in enumerate(paragraphs, start=1)]


def _ids(passages: Sequence[Passage]) -> list[str]:
    return [passage.paragraph.article_id for passage in passages]


def _found(texts: Sequence[str], limit: int) -> tuple[Found, list[int]]:
    asked: list[int] = []

    def search(most: int) -> list[Passage]:
        asked.append(most)
        return _ranked(*texts)[:most]

    return find_distinct(search, limit), asked


def test_copies_take_no_place() -> None:
    """The search goes on for what else there is; marks that are set differently make no difference."""
    found, asked = _found(["“No”, he said.", '"No", he said.', "Yes.", "“No”, he said.", "Maybe.", "Yes."], 2)
    assert _ids(found.distinct) == ["a000", "a002"]
    assert [_ids(copies) for copies in found.copies] == [["a001"], []]
    assert asked == [2, 3]
    assert _ids(found.passages) == ["a000", "a001", "a002"]


def test_without_copies_nothing_changes() -> None:
    """One search, as deep as ever, and its order."""
    found, asked = _found(["a", "b", "c"], 2)
    assert (_ids(found.passages), asked) == (["a000", "a001"], [2])


def test_the_search_ends() -> None:
    """Where everything is a copy, or nothing else is there."""
    assert _found(["a"] * 99, 3)[1] == [3, 5, 7, 9, 11, 12]
    found, asked = _found(["a", "a"], 4)
    assert (_ids(found.distinct), asked) == (["a000"], [4])
    assert _found([], 4)[0].passages == ()


def test_a_copy_is_read_like_its_original() -> None:
    """The same words, at the same place, in the other article; each quotes its own characters."""
    found, _ = _found(["“No” on May 3.", '"No" on May 3.'], 5)
    (original,) = found.distinct
    reading = Reading(original, (SpanCandidate(original, 8, 13, 0.9),), 0.5, 0.4)
    read = with_copies([reading], found)
    assert [[span.text for span in one.spans] for one in read] == [["May 3"], ["May 3"]]
    assert [one.passage.paragraph.article_id for one in read] == ["a000", "a001"]
    assert [one.spans[0].passage for one in read] == [one.passage for one in read]


def test_what_was_read_is_not_read_again() -> None:
    """Of several searches what is new comes once, the first search's first, with its copies; copies are not new."""
    known = Found(tuple(_ranked("“No”, he said.", "Yes.")), ((), ()))
    first = Found(tuple(_ranked('"No", he said.', "Maybe.", "Soon.")), ((), tuple(_ranked("Maybe.")), ()))
    second = Found(tuple(_ranked("Soon.", "Never.")), ((), ()))
    further = without([first, second], known, 9)
    assert [one.paragraph.text for one in further.distinct] == ["Maybe.", "Soon.", "Never."]
    assert [len(copies) for copies in further.copies] == [1, 0, 0]
    assert without([first, second], known, 2).distinct == further.distinct[:2]
    assert without([first], further, 9).distinct == first.distinct[:1]
    assert without([], known, 9) == Found((), ())


@given(st.lists(st.sampled_from("abcdef"), max_size=40), st.integers(1, 8))
def test_what_is_kept_is_the_best_of_each(texts: list[str], limit: int) -> None:
    """Distinct texts in order of rank, at most the limit, each copy with its own text, none twice."""
    found, asked = _found(texts, limit)
    seen = texts[: asked[-1]]
    assert [passage.paragraph.text for passage in found.distinct] == list(dict.fromkeys(seen))[:limit]
    for original, copies in zip(found.distinct, found.copies, strict=True):
        assert all(copy.paragraph.text == original.paragraph.text for copy in copies)
    assert len(_ids(found.passages)) == len(set(_ids(found.passages)))
    assert _ids(found.passages) == sorted(_ids(found.passages))
