"""Claims built from real articles' words, for the tests of what comes after reading."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from bot.answering.answers import Source
from bot.answering.choosing import choose_claims
from bot.answering.claims import Claim, Claims
from bot.answering.company import Company, no_company
from bot.answering.copied_claims import ALL_APART, Copies
from bot.answering.disagreement import Compatible, Grounds, nobody_ruled
from bot.answering.opposition import Opposition, never_opposed
from bot.answering.questions.analysis import analyse
from bot.answering.reader.protocol import Reading, SpanCandidate
from bot.answering.values.context import ArticleContext, article_context
from bot.answering.values.kinds import Kind
from bot.answering.values.resolution import value_of
from index.articles import ArticleDetails, number_paragraphs
from index.retrieval.passages import Passage

ARTICLES = "abcdefgh"  # of which grounds know
ANYTIME: defaultdict[str, ArticleContext] = defaultdict(ArticleContext)  # no article says when it was written
NOTHING: Mapping[str, date] = MappingProxyType({})
NOBODY: Mapping[str, str] = MappingProxyType({})


def claim(
    article: str,
    text: str,
    words: str,
    *,
    published: date | None = None,
    score: float = 0.9,
    wanted: Kind | None = None,
) -> Claim:
    """Return the claim that *article*, whose only paragraph is *text*, makes with *words*."""
    span = pointed(article, text, words, score)
    value = value_of(text, span.start, span.end, article_context(text, published), wanted)
    return Claim(span, value)


def pointed(article: str, text: str, words: str, score: float = 0.9) -> SpanCandidate:
    """Return *words* of *article*, whose only paragraph is *text*, as a reader points at them."""
    (paragraph,) = number_paragraphs(article, [text])
    start = text.index(words)
    return SpanCandidate(Passage(paragraph, 1.0, 1), start, start + len(words), score)


def marked(article: str, marked_text: str, *, score: float = 0.9, wanted: Kind | None = None) -> Claim:
    """Return the claim that *article* makes with the words in brackets."""
    start, end = marked_text.index("["), marked_text.index("]")
    words = marked_text[start + 1 : end]
    return claim(article, marked_text.replace("[", "").replace("]", ""), words, score=score, wanted=wanted)


def dated(article: str, words: str, *, published: date | None = None, score: float = 0.9) -> Claim:
    """Return the claim that *article* makes by saying that the fair opens on *words*."""
    made = claim(article, f"The fair opens on {words}.", words, published=published, score=score)
    assert made.value.kind is Kind.DATE
    return made


def read_in(article: str, text: str, *found: tuple[str, float]) -> Reading:
    """Return what a reader that found words, each with its score, says of an article's only paragraph."""
    spans = sorted((pointed(article, text, *each) for each in found), key=lambda span: -span.score)
    return Reading(spans[0].passage, tuple(spans), 0.5, 0.5)


def chosen_for(question: str, *readings: Reading) -> Claims:
    """Return the claims that *readings* make in answer to *question*."""
    return choose_claims(analyse(question), readings, ANYTIME)


def stated(claims: Claims) -> list[tuple[str, str]]:
    """Return the article and the words of every claim that was chosen."""
    return [(claim.article_id, claim.span.text) for claim in claims.chosen]


def sources_of(
    published: Mapping[str, date] = NOTHING, outlets: Mapping[str, str] = NOBODY
) -> dict[str, Source]:
    """Return what citations say of every article: its day and outlet, where these are given."""
    return {
        name: Source(name, ArticleDetails(publisher=outlets.get(name), published=published.get(name)))
        for name in ARTICLES
    }


def contexts_of(published: Mapping[str, date] = NOTHING) -> dict[str, ArticleContext]:
    """Return every article's own time."""
    return {name: article_context("", published.get(name)) for name in ARTICLES}


def grounds(
    question: str,
    *,
    published: Mapping[str, date] = NOTHING,
    outlets: Mapping[str, str] = NOBODY,
    copies: Copies = ALL_APART,
    compatible: Compatible = nobody_ruled,
    opposed: Opposition = never_opposed,
    company: Company = no_company,
) -> Grounds:
    """Return what relating looks at where *question* was asked."""
    return Grounds(
        analyse(question),
        sources_of(published, outlets),
        contexts_of(published),
        copies,
        compatible,
        opposed,
        company,
    )
