"""Keeping: the text of what was quoted, under its version, for as long as no takedown removes it."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.answering.answers import Citation
from bot.citation_log.events import (
    KeptText,
)
from bot.citation_log.opening import writing
from bot.citation_log.protocol import Query
from bot.citation_log.resolving import resolved
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.tables import parts, texts
from bot.errors import LogUnavailableError
from tests.logged_answers import (
    ARTICLES,
    DISPUTED,
    EAST,
    PRICE,
    SOUTH,
    article_of,
    drafted,
    kept,
    numbers,
    quote_of,
    source_of,
    verified,
)


def test_texts_are_kept_once(story: SqlCitationLog) -> None:
    """The text of what was quoted comes back as it was, however often it was quoted; nothing else is kept."""
    for article in ARTICLES.values():
        whole = KeptText(article.version, article.id, article.details, article.body)
        assert story.text(article.version) == whole
    assert kept(story) == {"north", "south", "east"}
    story.append(drafted(DISPUTED))
    with story.engine.connect() as connection:
        assert len(connection.execute(select(texts)).all()) == 3
    assert story.text("0" * 64) is None


def test_a_new_version_is_another_text(log: SqlCitationLog) -> None:
    """When an article changes, the old text stays beside the new, each under its own version."""
    newer = article_of("east", "Tickets cost twelve pounds, no more.")
    citations = (Citation(1, source_of(newer), 1),)
    version = replace(PRICE.versions[0], quotes=(quote_of(newer, 1, "twelve", 1),))
    draft = drafted(replace(PRICE, versions=(version,), citations=citations), articles={"east": newer})
    first, second = log.append(drafted(PRICE)), log.append(draft)
    assert resolved(first, log.text) == PRICE
    assert resolved(second, log.text).versions == (version,)
    assert numbers(log, Query(article="east")) == [2, 1]


def test_two_articles_with_the_same_content(log: SqlCitationLog, tmp_path: Path) -> None:
    """An answer may quote the same text from two files: both are cited, and either can be taken down."""
    twin = article_of("twin", EAST.body)
    assert twin.version == EAST.version
    quotes = (quote_of(EAST, 1, "twelve", 1), quote_of(twin, 1, "twelve", 2))
    answer = replace(
        PRICE,
        versions=(replace(PRICE.versions[0], quotes=quotes),),
        citations=(Citation(1, source_of(EAST), 1), Citation(2, source_of(twin), 1)),
    )
    event = log.append(drafted(answer, articles={"east": EAST, "twin": twin}))
    assert resolved(event, log.text) == answer
    assert numbers(log, Query(article="east")) == numbers(log, Query(article="twin")) == [1]
    assert verified(log).findings == ()
    SqlForgetting(log).purge("twin")
    assert log.event(1).quoted is None
    assert verified(log).findings == ()


def test_a_damaged_text_is_none(story: SqlCitationLog) -> None:
    """A text that is not the one that was kept is never given out."""
    with writing(story.engine) as connection:
        connection.execute(
            update(texts).where(texts.c.article == "east").values(body='{"body":"Free.","details":{}}')
        )
    assert story.text(EAST.version) is None
    assert story.text(SOUTH.version) is not None


def test_damaged_words_of_an_answer_are_an_error(story: SqlCitationLog) -> None:
    """What is put together from the log is the answer that was given, or one clear error."""
    for body in ("{}", '{"values":[],"compared":[],"notes":[],"datelines":{}}', '{"values":7}'):
        with writing(story.engine) as connection:
            connection.execute(
                update(parts).where(parts.c.event == 7, parts.c.part == "quoted").values(body=body)
            )
        with pytest.raises(LogUnavailableError, match="is damaged: run `crosscite log verify`"):
            resolved(story.event(7), story.text)
