"""What an article is about as a whole, by its text and by what stands over it."""

from calendar import month_name
from functools import lru_cache

from bot.answering.terms import terms_of
from index.articles import ArticleDetails


@lru_cache(maxsize=512)
def article_stems(body: str) -> frozenset[str]:
    """Return the stems of an article's content words."""
    return frozenset(term.stem for term in terms_of(body) if term.is_content)


@lru_cache(maxsize=512)
def heading_stems(details: ArticleDetails) -> frozenset[str]:
    """Return the stems of an article's title, publisher and date."""
    day = details.published
    written = f"{day.day} {month_name[day.month]} {day.year}" if day else ""
    return article_stems(f"{details.title or ''} {details.publisher or ''} {written}")
