"""Is one version a later state of the other? Then both are shown, the newest first, and called an update.

Both articles must be dated, on different days; and either they are the same outlet's, or the later one says itself
that it corrects or reschedules something.
"""

import re
from collections.abc import Mapping
from datetime import date

from bot.answering.answers import Source
from bot.answering.claims import Claim
from bot.answering.values.context import ArticleContext
from bot.answering.versions import ClaimGroup

_SAYS_SO = re.compile(
    r"\b(?:correct(?:s|ed|ion)\b|revis(?:e[sd]?|ion|ing)\b|updat(?:e[sd]?|ing)\b|clarif(?:y|ied|ies|ication)\b|"
    r"earlier (?:report|version|figure|estimate|toll|count|statement)s?\b|"
    r"(?:previously|earlier|initially|originally|first) (?:\w+ )?"
    r"(?:reported|announced|said|put|given|planned|scheduled|set|due|estimated|thought|believed)\b|"
    r"reschedul\w+|postpon\w+|pushed back|brought forward|moved (?:from|to|up|back|forward)|"
    r"delayed (?:to|until|by|from)|"
    r"(?:rose|risen|climbed|grew|grown|increased|went up|fell|dropped) (?:\w+ )?(?:to|from)\b|"
    r"(?:rais|lower)(?:ed|es?|s|ing) (?:the|its|their)|(?:is|are|was|were) now\b|"
    r"now (?:stands?|expected|due|scheduled|put|says?|believes?)|"
    r"no longer|instead of|new (?:date|time|figure|toll|count|schedule))",
    re.IGNORECASE,
)


def are_update(
    one: ClaimGroup,
    other: ClaimGroup,
    sources: Mapping[str, Source],
    contexts: Mapping[str, ArticleContext],
) -> bool:
    """Whether every report of the one group is newer than every report of the other, and says so or follows it up."""
    newer, older = sorted((one, other), key=lambda group: latest_of(group, contexts), reverse=True)
    if _earliest(newer, contexts) <= latest_of(older, contexts) or _earliest(older, contexts) == date.min:
        return False
    outlets = {_outlet(sources[name]) for name in older.articles} - {None}
    return any(_outlet(sources[claim.article_id]) in outlets or _says_so(claim) for claim in newer.claims)


def latest_of(group: ClaimGroup, contexts: Mapping[str, ArticleContext]) -> date:
    """Return the latest known day of a group's articles, the earliest of all days if none is known."""
    return max(_day(contexts[name]) for name in group.articles)


def _earliest(group: ClaimGroup, contexts: Mapping[str, ArticleContext]) -> date:
    return min(_day(contexts[name]) for name in group.articles)


def _day(context: ArticleContext) -> date:
    return context.reference or date.min


def _outlet(source: Source) -> str | None:
    return source.details.publisher.casefold().strip() if source.details.publisher else None


def _says_so(claim: Claim) -> bool:
    """Whether a sentence of the claim's own says that something is no longer what it was."""
    return bool(_SAYS_SO.search(claim.span.sentence_text))
