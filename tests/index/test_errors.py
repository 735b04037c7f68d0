"""The tree of errors: complete as drawn, and one readable line each."""

import inspect
import re
from pathlib import Path

import pytest

from index import errors
from index.errors import ArticleIndexError

CLASSES = [
    item for _, item in inspect.getmembers(errors, inspect.isclass) if issubclass(item, ArticleIndexError)
]


def drawn() -> dict[str, str | None]:
    """Read the tree in the module's docstring: class name → parent's name."""
    parents: dict[str, str | None] = {}
    above: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        match = re.match(r"([│ ]*(?:[├└]── )?)(\w+Error)\b", line)
        if match is None:
            continue
        depth = len(match.group(1)) // 4
        above[depth:] = [match.group(2)]
        parents[match.group(2)] = above[depth - 1] if depth else None
    return parents


def test_the_drawing_is_the_tree() -> None:
    """Every class is drawn, under its own base, and nothing else is."""
    found = {item.__name__: item.__bases__[0].__name__ for item in CLASSES}
    found["ArticleIndexError"] = None  # type: ignore[assignment]
    assert drawn() == found


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_each_has_one_line_for_the_user(kind: type[ArticleIndexError]) -> None:
    """Whatever the parts of a message hold, it stays one line."""
    values = {"line": 3, "supported": 1, "errors": ("one\ntwo",), "expected": "0" * 64, "found": "1" * 64}
    if kind.__init__ is Exception.__init__:
        error = kind("Something\nhappened.")
    else:
        names = list(inspect.signature(kind.__init__).parameters)[1:]
        paths = dict.fromkeys(("folder", "file", "directory"), Path("some/where"))
        error = kind(**{name: values.get(name, paths.get(name, "a\nb")) for name in names})
    assert error.user_message
    assert "\n" not in error.user_message
    assert len(error.user_message) < 300


def test_every_refused_index_says_what_to_do() -> None:
    """Whoever meets a refused index is told the one command that helps."""
    for kind in errors.IndexUnusableError.__subclasses__():
        names = list(inspect.signature(kind.__init__).parameters)[1:]
        error = kind(**{name: Path("x") if name == "directory" else 1 for name in names})
        assert "run `crosscite build`" in error.user_message


def test_file_errors_name_file_and_line() -> None:
    """The form is the one that editors and terminals turn into a link; odd names are escaped."""
    assert errors.article_file_message(Path("a/b.md"), "is bad", 7) == "a/b.md:7: is bad"
    assert errors.article_file_message(Path("a/b.md"), "is bad") == "a/b.md: is bad"
    assert errors.article_file_message(Path("a\nb.md"), "is bad") == r"'a\nb.md': is bad"
