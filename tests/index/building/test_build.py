"""Building: incremental, whole, and told in a report."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import CorpusNotFoundError, IndexMissingError, ModelNotFoundError, NoArticlesError
from index.settings import IndexSettings
from index.wiring import STEPS, BuildReport, Plan, build_index, corpus_is_newer, index_status, open_index

Write = Callable[[str, str | bytes], Path]
Heard = list[tuple[str, int, int]]


def build(settings: IndexSettings) -> tuple[BuildReport, Heard]:
    heard: Heard = []
    report = build_index(settings, lambda *event: heard.append(event))
    return report, heard


def steps(heard: Heard) -> list[str]:
    return list(dict.fromkeys(step for step, _, _ in heard))


def versions(settings: IndexSettings) -> set[str]:
    return {path.name for path in (settings.directory / "versions").iterdir()}


def test_a_first_build(settings: IndexSettings, write: Write) -> None:
    """Everything is new; every step is told, in order, from nothing done to all."""
    write("a.md", "---\ntitle: T\n---\none\ntwo")
    write("b.txt", "two\nthree")
    report, heard = build(settings)
    assert report == BuildReport(
        version=report.version,
        is_new=True,
        plan=Plan(("a", "b"), (), (), ()),
        paragraphs=4,
        embedded=3,  # "two" stands in both
        warnings=(),
        errors=(),
    )
    assert steps(heard) == list(STEPS)
    for step in STEPS:
        counts = [(done, total) for name, done, total in heard if name == step]
        assert counts[0][0] == 0
        assert counts[-1][0] == counts[-1][1]
    assert ("embed", 3, 3) in heard
    assert versions(settings) == {report.version}


def test_without_changes_nothing_is_done(settings: IndexSettings, write: Write) -> None:
    """Nothing is embedded or written, not even where files were touched; the version stays."""
    path = write("a.txt", "one\ntwo")
    first, _ = build(settings)
    os.utime(path, (1, 1))
    second, heard = build(settings)
    assert second == replace(first, is_new=False, plan=Plan((), (), ("a",), ()), embedded=0)
    assert steps(heard) == ["read", "model", "tidy"]
    assert versions(settings) == {first.version}


def test_only_new_paragraphs_are_embedded(settings: IndexSettings, write: Write) -> None:
    """A changed article costs its new paragraphs, a renamed or retitled one nothing."""
    write("a.txt", "one\ntwo")
    write("b.txt", "three")
    write("c.txt", "four").rename(settings.corpus / "articles" / "d.txt")
    build(settings)
    write("a.txt", "one\nnew\ntwo")
    (settings.corpus / "articles" / "b.txt").unlink()
    (settings.corpus / "articles" / "d.txt").rename(settings.corpus / "articles" / "e.txt")
    report, heard = build(settings)
    assert (report.added, report.changed, report.kept, report.removed, report.embedded) == (1, 1, 0, 2, 1)
    assert [event for event in heard if event[0] == "embed"] == [("embed", 0, 1), ("embed", 1, 1)]
    write("e.txt", "four")
    (settings.corpus / "articles" / "e.txt").rename(settings.corpus / "articles" / "e.md")
    write("e.md", "---\ntitle: Four\n---\nfour")
    report, heard = build(settings)
    assert (report.changed, report.kept, report.embedded) == (1, 1, 0)
    assert "embed" not in steps(heard)


def test_reused_vectors_are_the_same(settings: IndexSettings, write: Write, tmp_path: Path) -> None:
    """An index built in steps ranks as one built at once, score for score."""
    write("a.txt", "The minister will meet the secretary.\nBread is baked at night.")
    build(settings)
    write("a.txt", "A headline\nThe minister will meet the secretary.\nBread is baked at night.")
    write("b.txt", "The secretary met nobody.\nBread is baked at night.")
    build(settings)
    at_once = settings.model_copy(update={"directory": tmp_path / "other"})
    build(at_once)
    for question in ("Whom does the minister meet?", "When is bread baked?"):
        first, second = open_index(settings).search(question, 10), open_index(at_once).search(question, 10)
        assert [(item.paragraph, item.score, item.rank) for item in first] == [
            (item.paragraph, item.score, item.rank) for item in second
        ]
    assert open_index(settings).version == open_index(at_once).version


def test_the_version_is_the_content(settings: IndexSettings, write: Write) -> None:
    """The same articles have the same version, wherever and whenever built; a return repeats it."""
    write("a.txt", "one")
    first, _ = build(settings)
    write("a.txt", "two")
    second, _ = build(settings)
    write("a.txt", "one")
    third, _ = build(settings)
    assert first.version == third.version != second.version
    assert versions(settings) == {first.version, second.version, f"{first.version}-2"}
    assert open_index(settings).article("a").body == "one"


def test_replaced_versions_are_kept_for_a_while(settings: IndexSettings, write: Write) -> None:
    """A bot that has the old version open finds its files, until keep_days have passed."""
    write("a.txt", "one")
    first, _ = build(settings)
    old = open_index(settings)
    write("a.txt", "two")
    second, _ = build(settings)
    assert versions(settings) == {first.version, second.version}
    assert old.article("a").body == "one"
    (settings.directory / "versions" / "not one of ours").mkdir()
    build(settings.model_copy(update={"keep_days": 0}))
    assert versions(settings) == {second.version, "not one of ours"}


def test_bad_files_do_not_stop_the_others(settings: IndexSettings, write: Write) -> None:
    """Each is told in one line and remembered; a new bad file makes a new version, the same one does not."""
    write("a.txt", "one")
    build(settings)
    write("b.txt", b"\xff")
    report, _ = build(settings)
    assert report.errors == (
        f"{settings.corpus / 'articles' / 'b.txt'}:1: it is not UTF-8 text: save it as plain text in UTF-8",
    )
    assert (report.is_new, report.kept, report.embedded) == (True, 1, 0)
    assert index_status(settings).refused == {"b.txt": "it is not UTF-8 text: save it as plain text in UTF-8"}
    assert build(settings)[0].is_new is False
    assert corpus_is_newer(settings) is False


def test_an_empty_corpus_changes_nothing(settings: IndexSettings, write: Write) -> None:
    """Nothing to index is an error with the reasons, and the old index still answers."""
    path = write("a.txt", "one")
    build(settings)
    path.unlink()
    with pytest.raises(NoArticlesError) as caught:
        build(settings)
    assert "it holds no .md or .txt file" in caught.value.user_message
    write("b.txt", b"\xff")
    with pytest.raises(NoArticlesError) as caught:
        build(settings)
    assert "its only file cannot be indexed" in caught.value.user_message
    assert len(caught.value.errors) == 1
    with pytest.raises(CorpusNotFoundError):
        build(settings.model_copy(update={"corpus": settings.corpus / "none"}))
    assert open_index(settings).article("a").body == "one"


def test_a_wrong_model_changes_nothing(settings: IndexSettings, write: Write, tmp_path: Path) -> None:
    """A model that is not there stops the build before anything is written."""
    write("a.txt", "one")
    (tmp_path / "no model").mkdir()
    with pytest.raises(ModelNotFoundError):
        build(settings.model_copy(update={"embedding_model": str(tmp_path / "no model")}))
    with pytest.raises(IndexMissingError):
        open_index(settings)


def test_a_build_may_be_stopped(settings: IndexSettings, write: Write) -> None:
    """Whoever listens may stop it, as Ctrl-C does: the old index stays, and nothing is left behind."""
    write("a.txt", "one")
    first, _ = build(settings)
    write("a.txt", "two")

    def stop(step: str, *_: int) -> None:
        if step == "place":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_index(settings, stop)
    assert versions(settings) == {first.version}
    assert open_index(settings).article("a").body == "one"
    assert build(settings)[0].changed == 1


def test_the_corpus_is_newer_only_when_it_differs(settings: IndexSettings, write: Write) -> None:
    """Content counts, not time stamps; files that come, go, turn bad or are healed count."""
    path = write("a.txt", "one")
    write("bad.txt", b"\xff")
    build(settings)
    assert corpus_is_newer(settings) is False
    os.utime(path, (1, 1))
    assert corpus_is_newer(settings) is False
    changes: list[tuple[Callable[[], object], Callable[[], object]]] = [
        (lambda: write("a.txt", "two"), lambda: write("a.txt", "one")),
        (lambda: write("a.txt", b"\xff"), lambda: write("a.txt", "one")),
        (lambda: write("b.txt", "b"), (settings.corpus / "articles" / "b.txt").unlink),
        (path.unlink, lambda: write("a.txt", "one")),
        (lambda: write("bad.txt", "good"), lambda: write("bad.txt", b"\xff")),
        ((settings.corpus / "articles" / "bad.txt").unlink, lambda: write("bad.txt", b"\xff")),
    ]
    for change, undo in changes:
        change()
        assert corpus_is_newer(settings) is True
        undo()
        assert corpus_is_newer(settings) is False
    assert corpus_is_newer(settings.model_copy(update={"corpus": Path("nowhere")})) is False
