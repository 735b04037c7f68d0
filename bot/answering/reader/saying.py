"""What an article says at all: the words of its body and heading, and whether a word of a question is among them."""

from functools import lru_cache

from bot.answering.terms import terms_of
from bot.answering.values.names.demonyms import wordings_of_country
from bot.answering.values.names.spelling import SPELT_OTHERWISE, sounded
from index.articles import Article, ArticleDetails


def words_of(article: Article) -> frozenset[str]:
    """Return the stems of an article's body, title, publisher and byline."""
    return _stems(article.body, article.details)


def is_said(stem: str, stems: frozenset[str]) -> bool:
    """Whether *stems* hold a word, another spelling of it ("Hasakeh", "Hasaka"), or another word for the country."""
    if stem in stems or (len(stem) >= SPELT_OTHERWISE and sounded(stem) in _sounds(stems)):
        return True
    return any(stems.issuperset(wording) for wording in wordings_of_country(stem))


@lru_cache(maxsize=512)
def _stems(body: str, details: ArticleDetails) -> frozenset[str]:
    heading = " ".join(part for part in (details.title, details.publisher, details.byline) if part)
    return frozenset(term.stem for term in terms_of(f"{heading} {body}"))


@lru_cache(maxsize=512)
def _sounds(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(sounded(stem) for stem in stems if len(stem) >= SPELT_OTHERWISE)
