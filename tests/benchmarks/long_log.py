"""A citation log as years leave it: as many events as wanted, chained and listed as if each had been appended."""

import random
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, islice
from typing import Any, Literal

from sqlalchemy import Table, insert, update

from bot.citation_log.answered import Answered, LoggedPassage, LoggedQuote, LoggedVersion
from bot.citation_log.events import Delivered, Detail, Draft, Failed, KeptText, Reported, Ruled, Span
from bot.citation_log.opening import writing
from bot.citation_log.rows import rows_of, text_row
from bot.citation_log.sealing import keyed_person
from bot.citation_log.sql_log import SqlCitationLog
from bot.citation_log.tables import cited, events, head, parts, texts, words
from index.articles import Article, ArticleDetails, article_version, number_paragraphs
from tests.benchmarks.texts import paragraphs

BLOCK = 20  # events, of which nine are answers, nine their deliveries, one a report, and one rules or fails
BEGUN = 1_700_000_000_000_000  # microseconds since 1970
APART = 20_000_000  # microseconds from one event to the next: a million of them are 231 days
_ANSWERS = 9
_BATCH = 10_000  # events in one transaction
_ARTICLES, _PARAGRAPHS, _PLACES = 1_000, 4, 24  # passages that are read for a question
_WORDS = range(4, 13)  # of a question
_OUTCOMES = ("answered", "answered", "answered", "disputed", "not_in_sources")
_HASH = "5" * 64


class Zipf:
    """Draws from *values*, the n-th of them 1/n times as often as the first."""

    def __init__(self, values: Sequence[str]) -> None:
        self.values = values
        self._weights = list(accumulate(1 / rank for rank in range(1, len(values) + 1)))

    def draw(self, chooser: random.Random, count: int = 1) -> list[str]:
        """Return *count* of them, some perhaps more than once."""
        return chooser.choices(self.values, cum_weights=self._weights, k=count)


SERVERS = Zipf([str(800_000_000_000_000_000 + number) for number in range(50)])
PEOPLE = Zipf([keyed_person(b"k" * 32, str(number)) for number in range(20_000)])
VOCABULARY = Zipf([f"word{number}" for number in range(5_000)])
ARTICLES = Zipf([f"article-{number}" for number in range(_ARTICLES)])


def fill(log: SqlCitationLog, count: int) -> None:
    """Write *count* events into an empty log, by the thousands, through what makes the rows of an append."""
    articles = _articles()
    unkept = {
        name: text_row(KeptText(one.version, one.id, one.details, one.body)) for name, one in articles.items()
    }
    number, previous = log.head()
    drafts = _drafts(count, articles)
    while batch := list(islice(drafts, _BATCH)):
        tables: dict[Table, list[Any]] = {events: [], parts: [], cited: [], words: [], texts: []}
        for draft in batch:
            number += 1
            rows = rows_of(draft, number, BEGUN + number * APART, previous)
            previous = rows.event["hash"]
            tables[events].append(rows.event)
            for table, found in ((parts, rows.parts), (cited, rows.cited), (words, rows.words)):
                tables[table] += found
        tables[texts] = [
            unkept.pop(name) for name in {row["article"] for row in tables[cited]} & unkept.keys()
        ]
        tables[words].sort(key=lambda row: row["word"])  # for the pages of its index
        with writing(log.engine) as connection:
            for table, found in tables.items():
                if found:
                    connection.execute(insert(table), found)
            connection.execute(
                update(head).values(count=number, hash=previous, latest=BEGUN + number * APART)
            )
    log.anchor()


def _drafts(count: int, articles: dict[str, Article]) -> Iterator[Draft]:
    """Yield events in the order in which they are numbered, from 1."""
    chooser = random.Random(count)  # noqa: S311 - the same log every time is the point
    answers = [_answer(chooser, articles) for _ in range(2_000)]
    for number in range(1, count + 1):
        block, place = divmod(number - 1, BLOCK)
        if place >= 2 * _ANSWERS:
            earlier = (
                BLOCK * chooser.randint(max(0, block - 100), block) + 2 * chooser.randrange(_ANSWERS) + 1
            )
            yield _aftermath(chooser, earlier, reported=place == 2 * _ANSWERS, failed=block % 2 == 0)
        elif place % 2:
            yield Draft(Delivered(message=str(10**18 + number)), about=number - 1)
        else:
            yield chooser.choice(answers)(number)


def _answer(chooser: random.Random, articles: dict[str, Article]) -> Callable[[int], Draft]:
    """Return what makes answers out of the same few articles, each to a question and a person of its own."""
    names = sorted({*ARTICLES.draw(chooser, 8)})
    retrieved = [
        LoggedPassage(names.index(name), paragraph.number, paragraph.id, round(chooser.random(), 6))
        for name in names
        for paragraph in articles[name].paragraphs
    ][:_PLACES]
    outcome = chooser.choice(_OUTCOMES)
    quotes = [
        LoggedQuote(place, one.article, one.paragraph, one.paragraph_id, 0, 60, ((20, 30),))
        for place, one in enumerate(retrieved[: {"answered": 1, "disputed": 2}.get(outcome, 0)], start=1)
    ]
    detail = Answered(
        channel="900000000000000000",
        way="slash",
        relation={"answered": "one", "disputed": "rival"}.get(outcome),
        index_version=_HASH[:16],
        reader=_HASH,
        settings=_HASH,
        code_version="0.1.0",
        rulings=0,
        articles=tuple((name, articles[name].version) for name in names),
        retrieved=tuple(retrieved),
        versions=tuple(
            LoggedVersion(kind="date", resolved_from="text", independent_sources=1, quotes=(quote,))
            for quote in quotes
        ),
        disagreement=None,
        related=() if quotes else tuple(retrieved[:3]),
        notes=(),
        sha256=_HASH,
        timings={"waited": 0.1, "answered": 84.2},
    )
    quoted = {
        "values": ["2024-01-18" for _ in quotes],
        "compared": [],
        "notes": [],
        "datelines": dict.fromkeys(names[:1], "WASHINGTON, January 12"),
    }

    def made(number: int) -> Draft:
        question = " ".join(VOCABULARY.draw(chooser, chooser.choice(_WORDS)))
        return Draft(
            detail.model_copy(update={"sha256": f"{number:064x}"}),
            server=SERVERS.draw(chooser)[0],
            outcome=outcome,
            person=PEOPLE.draw(chooser)[0],
            personal={"question": f"{question}?"},
            quoted=quoted,
        )

    return made


def _aftermath(chooser: random.Random, about: int, *, reported: bool, failed: bool) -> Draft:
    server, person = SERVERS.draw(chooser)[0], PEOPLE.draw(chooser)[0]
    if reported:
        return Draft(
            Reported(category="wrong_quote"), about, server, person=person, personal={"text": "Not so."}
        )
    if failed:
        return Draft(Failed(reason="Discord did not take it"), about)
    verdict: Literal["retracted"] = "retracted"
    span = Span(paragraph_id=_HASH[:32], start=0, end=9)
    ruled: Detail = Ruled(verdict=verdict, reader=_HASH, form="when", meaning="A" * 512, withheld=(span,))
    return Draft(ruled, about, server, person=person, personal={"note": "It does not say that."})


def _articles() -> dict[str, Article]:
    found = paragraphs(_ARTICLES * _PARAGRAPHS)
    made = {}
    for place, name in enumerate(ARTICLES.values):
        own = found[place * _PARAGRAPHS : (place + 1) * _PARAGRAPHS]
        details, body = ArticleDetails(title=f"Article {place}"), "\n".join(own)
        made[name] = Article(
            name, details, body, article_version(details, body), number_paragraphs(name, own)
        )
    return made
