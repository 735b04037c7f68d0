"""One corpus folder → its articles, with an error or a warning per thing that is wrong.

The text is never altered: no newline or Unicode form is changed, so that a quote is what the editor
gave. Only a byte order mark at the start of a file is left out; it belongs to the encoding.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from index.article_files.folder import Candidate, list_candidates, passed_over, read_bytes
from index.article_files.front_matter import read_front_matter
from index.articles import Article, ArticleDetails, article_version, number_paragraphs
from index.errors import ArticleFileError, article_file_message, printable
from index.settings import IndexSettings
from index.splitting import paragraph_spans

_SENTENCE_END = ".!?:;…”’\"')]—"
_SAVE = "save it as plain text in UTF-8"
_WRAPPED_WIDTHS = range(40, 101)  # columns at which editors and mail programs break lines


@dataclass(frozen=True, slots=True)
class Source:
    """The file of an article as it was when read; ``modified_ns`` is in nanoseconds since 1970."""

    file: str
    size: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Corpus:
    """What was read: articles by id with their files, and one line for each thing that is wrong.

    ``folder`` is absolute. ``refused`` maps the name of each file that gave no article to the reason, without
    its folder.
    """

    folder: Path
    articles: tuple[Article, ...]
    sources: dict[str, Source]
    warnings: tuple[str, ...]
    errors: tuple[str, ...]
    refused: dict[str, str]


def read_corpus(
    settings: IndexSettings, progress: Callable[[str, int, int], None], added: Path | None = None
) -> Corpus:
    """Read every article of the corpus, calling *progress* with ("read", done, total).

    A file that is to be *added* is read as if it were there already.

    Raises:
        CorpusNotFoundError: the folder does not exist or cannot be listed.
        ArticleFileError: the file that is to be added cannot be read or has no free name.
    """
    candidates, failures = list_candidates(settings.corpus, added)
    articles: list[Article] = []
    sources: dict[str, Source] = {}
    warnings = [
        article_file_message(file, "it is passed over: move it into the folder articles")
        for file in passed_over(settings.corpus)
    ]
    progress("read", 0, len(candidates))
    for done, candidate in enumerate(candidates, start=1):
        try:
            source = look_at(candidate)
            article, remarks = read_article(candidate, settings.max_article_bytes)
        except ArticleFileError as error:
            failures.append(error)
        else:
            articles.append(article)
            sources[article.id] = source
            warnings += remarks
        progress("read", done, len(candidates))
    for failure in failures:
        if added is not None and failure.file == added:
            raise failure
    failures.sort(key=lambda error: error.file.name)
    articles.sort(key=lambda article: article.id)
    refused = {printable(error.file.name): error.reason for error in failures}
    errors = tuple(error.user_message for error in failures)
    return Corpus(settings.corpus.resolve(), tuple(articles), sources, tuple(warnings), errors, refused)


def look_at(candidate: Candidate) -> Source:
    """Return what is known of a file without reading it.

    Raises:
        ArticleFileError: it cannot be looked at.
    """
    try:
        details = candidate.path.stat()
    except OSError as error:
        raise ArticleFileError(candidate.path, f"it cannot be read: {error.strerror or error}") from error
    return Source(candidate.path.name, details.st_size, details.st_mtime_ns)


def read_article(candidate: Candidate, max_bytes: int) -> tuple[Article, list[str]]:
    """Read one file.

    Returns:
        The article, and one line per thing to warn of.

    Raises:
        ArticleFileError: the file cannot be read, is not UTF-8 text, or holds no text.
    """
    path = candidate.path
    text = _decoded(candidate, read_bytes(path, max_bytes))
    details, body_start, warnings = ArticleDetails(), 0, list[str]()
    if path.suffix.lower() == ".md":
        front = read_front_matter(path, text)
        details, body_start, warnings = front.details, front.body_start, list(front.warnings)
    body = text[body_start:]
    spans = paragraph_spans(body)
    if not spans:
        raise ArticleFileError(path, "it holds no text: write the article into it, one paragraph a line")
    wrapped = _hard_wrapped_line(body, spans)
    if wrapped is not None:
        line = 1 + len(re.findall(r"\r\n|\r|\n", text[: body_start + spans[wrapped][0]]))
        reason = (
            "the text looks hard-wrapped; each line counts as a paragraph, so put each paragraph on one line"
        )
        warnings.append(article_file_message(path, reason, line))
    paragraphs = number_paragraphs(candidate.article_id, (body[start:end] for start, end in spans))
    return Article(candidate.article_id, details, body, article_version(details, body), paragraphs), warnings


def _decoded(candidate: Candidate, data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 + data.count(b"\n", 0, error.start)
        raise ArticleFileError(candidate.path, f"it is not UTF-8 text: {_SAVE}", line) from error
    if "\0" in text:
        line = 1 + text.count("\n", 0, text.index("\0"))
        raise ArticleFileError(candidate.path, f"it holds a NUL character, so it is not text: {_SAVE}", line)
    return text


def _hard_wrapped_line(body: str, spans: tuple[tuple[int, int], ...]) -> int | None:
    """Return the first of the lines that break in mid-sentence, if so many do that it is no accident."""
    broken = []
    for number, (left, right) in enumerate(pairwise(spans)):
        line, following = body[slice(*left)].rstrip(), body[slice(*right)].lstrip()
        adjacent = len(re.findall(r"\r\n|\r|\n", body[left[1] : right[0]])) == 1
        if (
            adjacent
            and len(line) in _WRAPPED_WIDTHS
            and line[-1] not in _SENTENCE_END
            and following[0].islower()
        ):
            broken.append(number)
    enough = len(broken) >= max(2, len(spans) // 5)
    return broken[0] if enough else None
