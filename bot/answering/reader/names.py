"""Names in a question that an article never uses: what it says, it says of somebody or something else."""

import re
from calendar import month_abbr, month_name
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from bot.answering.questions.question import Question
from bot.answering.reader.protocol import Excerpt
from bot.answering.terms import terms_of
from index.articles import ArticleDetails
from index.splitting import sentences_around

# Margin that a passage loses for such a name: more if no passage uses it, since then it is no other way of
# naming the same ("the minister"), but something that the sources do not speak of.
_UNMET_HERE, _UNMET_ANYWHERE = 2.0, 3.0
YEAR = re.compile(r"(?<![\d.,$€£¥])(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)")
_NUMBERED = re.compile(
    r"\b(?P<name>[A-Z][a-z]{2,}|season|part|phase|round|episode|chapter|level|flight) (?P<figure>\d{1,3})\b(?![.,:]\d|%)"
)
_MONTHS = frozenset(month.casefold() for month in month_name if month) | frozenset(
    month.casefold() for month in month_abbr if month
)


def unmet_names(question: Question, excerpts: Sequence[Excerpt]) -> list[float]:
    """Return the margin that each excerpt loses for the names of *question* that its article lacks.

    A name is a word that the question writes with a capital (after its first word), or that the passages
    mostly do, or a figure.
    """
    said = {excerpt.article.id: _stems(excerpt.article.body, excerpt.article.details) for excerpt in excerpts}
    anywhere = frozenset().union(*said.values())
    capitals = _capitals(excerpts)
    names = [
        term.stem
        for term in question.terms
        if term.stem in capitals
        or term.word.isdigit()
        or (term.start and question.text[term.start].isupper())
    ]
    return [
        sum(
            _UNMET_HERE if name in anywhere else _UNMET_ANYWHERE
            for name in names
            if name not in said[excerpt.article.id]
        )
        for excerpt in excerpts
    ]


def is_set_elsewhere(question: Question, excerpt: Excerpt, start: int) -> bool:
    """Whether the sentence that holds *start* names other years, or another of a series, than *question* asks about.

    "In 2018" does not answer what is asked of 2019, nor "Season 3" what is asked of Season 17; nor does an article
    that names Season 3 alone, in sentences that name none.
    """
    if question.proposal is not None:
        return False
    text = excerpt.passage.paragraph.text
    sentence = text[slice(*sentences_around(text, start, start + 1))]
    asked, said = (frozenset(YEAR.findall(words)) for words in (question.text, sentence))
    if asked and said and not asked & said:
        return True
    series = _series(question.text)
    if not series:
        return False
    near, everywhere = (
        _series(sentence),
        _series(f"{excerpt.article.details.title or ''} {excerpt.article.body}"),
    )
    return any(
        figure not in others.get(name, {figure})
        for name, figures in series.items()
        for figure in figures
        for others in ([near] if name in near else [everywhere])
    )


def _series(text: str) -> dict[str, frozenset[str]]:
    """Return the figures that stand behind each word: "Season 17", "Aster 4"."""
    found: dict[str, frozenset[str]] = {}
    for match in _NUMBERED.finditer(text):
        name = match["name"].casefold()
        if name not in _MONTHS:
            found[name] = found.get(name, frozenset()) | {match["figure"]}
    return found


def _capitals(excerpts: Sequence[Excerpt]) -> frozenset[str]:
    """Return the stems that the passages write with a capital more often than not, first words aside."""
    capital: Counter[str] = Counter()
    for excerpt in excerpts:
        text = excerpt.passage.paragraph.text
        for term in terms_of(text):
            if term.start > 2:
                capital[term.stem] += 1 if text[term.start].isupper() else -1
    return frozenset(stem for stem, balance in capital.items() if balance > 0)


@lru_cache(maxsize=512)
def _stems(body: str, details: ArticleDetails) -> frozenset[str]:
    heading = " ".join(part for part in (details.title, details.publisher, details.byline) if part)
    return frozenset(term.stem for term in terms_of(f"{heading} {body}"))
