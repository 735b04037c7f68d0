"""An answer as the event that is written before it is shown. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.answering.answers import Answer, Quote
from bot.answering.service import Considered
from bot.citation_log.answered import (
    Answered,
    LoggedDisagreement,
    LoggedNote,
    LoggedPassage,
    LoggedQuote,
    LoggedVersion,
)
from bot.citation_log.events import Draft, KeptText
from index.articles import Article, Paragraph

_SCORE_PLACES = 6


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asked what, where and how; ids as Discord gives them.

    ``server`` is None in a direct message: there the channel, too, is personal.
    """

    question: str
    person: str | None = None
    way: str = "terminal"
    server: str | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What an answer depends on besides the question; see `Answered`, whose fields these are."""

    reader: str
    settings: str
    code_version: str
    rulings: int
    sha256: str
    timings: Mapping[str, float]


def answered(
    asking: Asking, considered: Considered, around: Circumstances, article: Callable[[str], Article]
) -> Draft:
    """Return what is to be written down of an answer; *article* gives the articles of its index version."""
    answer = considered.answer
    paragraphs = [passage.paragraph for passage in considered.passages]
    paragraphs += [quote.paragraph for version in answer.versions for quote in version.quotes]
    paragraphs += [passage.paragraph for passage in answer.related]
    names = sorted({paragraph.article_id for paragraph in paragraphs})
    place = {name: number for number, name in enumerate(names)}
    articles = {name: article(name) for name in names}

    def passage(paragraph: Paragraph, score: float) -> LoggedPassage:
        number = place[paragraph.article_id]
        return LoggedPassage(number, paragraph.number, paragraph.id, round(float(score), _SCORE_PLACES))

    def quote(one: Quote) -> LoggedQuote:
        paragraph = one.paragraph
        where = (place[paragraph.article_id], paragraph.number, paragraph.id)
        return LoggedQuote(one.citation, *where, one.start, one.end, one.highlights)

    differ = answer.disagreement
    detail = Answered(
        channel=asking.channel if asking.server else None,
        way=asking.way,
        relation=answer.relation,
        index_version=answer.index_version,
        reader=around.reader,
        settings=around.settings,
        code_version=around.code_version,
        rulings=around.rulings,
        articles=tuple((name, articles[name].version) for name in names),
        retrieved=tuple(passage(one.paragraph, one.score) for one in considered.passages),
        versions=tuple(
            LoggedVersion(
                kind=version.kind,
                resolved_from=version.resolved_from,
                independent_sources=version.independent_sources,
                quotes=tuple(quote(one) for one in version.quotes),
            )
            for version in answer.versions
        ),
        disagreement=None
        if differ is None
        else LoggedDisagreement(
            kind=differ.kind,
            on=differ.on,
            pairs=differ.pairs,
            rule=differ.rule,
            scores=differ.scores,
            surety=differ.surety,
        ),
        related=tuple(passage(one.paragraph, one.score) for one in answer.related),
        notes=tuple(LoggedNote(article=note.article_id, rule=note.rule) for note in answer.notes),
        sha256=around.sha256,
        timings=dict(around.timings),
    )
    shown = {citation.source.article_id for citation in answer.citations}
    shown |= {passage.source.article_id for passage in answer.related}
    return Draft(
        detail,
        server=asking.server,
        outcome=answer.outcome,
        person=asking.person,
        personal=_personal(asking),
        quoted=_quoted(answer),
        texts=tuple(
            KeptText(articles[name].version, name, articles[name].details, articles[name].body)
            for name in sorted(shown)
        ),
    )


def _personal(asking: Asking) -> dict[str, Any]:
    found = {"question": asking.question}
    if asking.server is None and asking.channel is not None:
        found["channel"] = asking.channel
    return found


def _quoted(answer: Answer) -> dict[str, Any]:
    """Return what an answer holds of the articles' words beside its spans."""
    sources = [citation.source for citation in answer.citations] + [one.source for one in answer.related]
    return {
        "values": [version.value for version in answer.versions],
        "compared": list(answer.disagreement.values) if answer.disagreement else [],
        "notes": [list(note.values) for note in answer.notes],
        "datelines": {source.article_id: source.dateline for source in sources},
    }
