"""The block of details above an article's text, read without touching the text below it.

python-frontmatter parses the YAML, but not the file: its ``parse`` strips the body, and a quote must be
what the editor gave. So the block's borders are found here, by the same line rule as paragraphs.
"""

import re
import reprlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from index.articles import ArticleDetails
from index.errors import ArticleFileError, article_file_message

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FENCE = "---"
_LONGEST = 20_000  # characters; YAML nests without bound, and a parser's stack does not


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Details, where the body begins (an offset in code points) and what to warn of."""

    details: ArticleDetails
    body_start: int
    warnings: tuple[str, ...]


def read_front_matter(file: Path, text: str) -> FrontMatter:
    """Read the front matter of *text*, the whole of *file*; a text without any has no details.

    Raises:
        ArticleFileError: the block is not closed, not YAML, or a value is not of its kind.
    """
    first = _LINE.match(text)
    if first is None or first.group().rstrip() != _FENCE:
        return FrontMatter(ArticleDetails(), 0, ())
    start = position = first.end()
    while position < len(text):
        line = _LINE.match(text, position)
        if line is None:
            break
        if line.group().rstrip() == _FENCE:
            details, warnings = _details(file, text[start:position])
            return FrontMatter(details, line.end(), warnings)
        position = line.end()
    raise ArticleFileError(
        file,
        "the front matter that begins here has no closing ---: put one on the line below its last key",
        1,
    )


def _details(file: Path, block: str) -> tuple[ArticleDetails, tuple[str, ...]]:
    if len(block) > _LONGEST:
        raise ArticleFileError(
            file,
            f"the front matter is longer than {_LONGEST:,} characters: close it with --- above the text",
            1,
        )
    # Asking looks at the corpus too, and almost never reads front matter.
    from index.article_files.typed_yaml import NotYamlError, load  # noqa: PLC0415 - slow to load

    try:
        values = load(block)
    except ValueError as error:  # YAML makes dates itself, and fails on `published: 2024-13-45`
        reason = f"`published` is not a date such as 2024-01-12: {error}"
        raise ArticleFileError(file, reason, _line_of(block, "published")) from error
    except (NotYamlError, RecursionError) as error:
        raise ArticleFileError(
            file,
            f"the front matter is not YAML: {_problem(error)}; write `key: value` lines, values in quotation marks",
            _line(error),
        ) from error
    if values is None:
        return ArticleDetails(), ()
    if not isinstance(values, dict):
        raise ArticleFileError(file, "the front matter is not a list of `key: value` lines", 2)
    known = {str(key): value for key, value in values.items() if key in ArticleDetails.model_fields}
    unknown = [str(key) for key in values if key not in ArticleDetails.model_fields]
    warnings = tuple(
        article_file_message(
            file,
            f"unknown key {key!r} in the front matter is ignored; known are {', '.join(ArticleDetails.model_fields)}",
            _line_of(block, key),
        )
        for key in unknown
    )
    try:
        return ArticleDetails.model_validate(known), warnings
    except ValidationError as error:
        problem = error.errors()[0]
        key = str(problem["loc"][0])
        raise ArticleFileError(file, _advice(key, known[key]), _line_of(block, key)) from error


def _advice(key: str, value: object) -> str:
    """Say what is wrong with a value, in the words of the person who typed it."""
    if isinstance(value, list | dict | set):
        shown = reprlib.repr(value)  # bounded: a few lines of YAML can stand for a list of millions
    else:
        shown = value.isoformat() if isinstance(value, date) else str(value)
    shown = shown if len(shown) <= 40 else shown[:40] + "…"
    if key == "published":
        return f"`published: {shown}` is not a date such as 2024-01-12"
    return f"`{key}: {shown}` is not text: put it in quotation marks"


def _problem(error: Exception) -> str:
    problem = getattr(error, "problem", None) or str(error) or type(error).__name__
    return " ".join(str(problem).split())


def _line(error: Exception) -> int:
    """Return the line of the file, which the fence above the block puts one further down."""
    mark = getattr(error, "problem_mark", None)
    return int(mark.line) + 2 if mark is not None else 2


def _line_of(block: str, key: str) -> int:
    for number, line in enumerate(_LINE.findall(block), start=2):
        if re.match(rf"""["']?{re.escape(key)}["']?\s*:""", line):
            return number
    return 2
