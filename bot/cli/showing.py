"""Shows a paragraph in its context, the quote marked."""

import sys
from pathlib import Path

import click

from bot.answering.answers import Source
from bot.answering.values.context import article_context
from bot.cli import streams
from bot.cli.exit_codes import ExitCode
from bot.errors import DamagedQuoteError
from bot.presentation.paragraphs import Passage, paragraph_lines
from bot.settings import read_settings
from index.articles import Article
from index.errors import UnknownArticleError
from index.wiring import open_index

Span = tuple[int | None, int | None]


def show_paragraph(article_id: str, number: int, span: Span, index: Path | None, width: int | None) -> int:
    """Print one paragraph between its neighbours."""
    opened = open_index(read_settings(index_directory=index).index)
    try:
        article = opened.article(article_id)
    except UnknownArticleError as error:
        raise click.UsageError(error.user_message) from error
    if number > len(article.paragraphs):
        raise click.UsageError(f"{article_id} has {len(article.paragraphs)} paragraphs, no ¶ {number}.")
    dateline = article_context(article.body, article.details.published).dateline
    passage = Passage(
        article, Source(article_id, article.details, dateline), number, _quoted(article, number, span)
    )
    styled = streams.is_styled(sys.stdout)
    streams.write_page(paragraph_lines(passage, streams.page_width(width), styled=styled), styled=styled)
    return ExitCode.DONE


def _quoted(article: Article, number: int, span: Span) -> tuple[int, int] | None:
    paragraph = article.paragraphs[number - 1]
    if not paragraph.is_intact:
        raise DamagedQuoteError(article.id, number)
    if span == (None, None):
        return None
    start, end = span[0] or 0, len(paragraph.text) if span[1] is None else span[1]
    if not start < end <= len(paragraph.text):
        raise click.UsageError(
            f"--start and --end must lie within the {len(paragraph.text)} characters of ¶ {number}."
        )
    return start, end
