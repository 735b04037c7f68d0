"""What reports recall of other years: the toll of the last flood is none of this one's, nor who led the last mission."""

import re

from bot.answering.questions.question import Question
from bot.answering.reader.days import YEAR, year_of
from bot.answering.reader.protocol import Excerpt
from bot.answering.terms import terms_of
from bot.answering.values.kinds import NAMES, Kind
from bot.answering.values.quantities.counting import fates_named
from bot.answering.values.recognition import recognise
from index.articles import Article
from index.splitting import sentences_around

_LONG_AGO = re.compile(
    r"\b(?:(?:[2-9]|\d\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty) years|"
    r"(?:two |three )?decades?|a century) (?:ago|earlier|before)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"(?:nobody|no one|no-one|no|zero)\b", re.IGNORECASE)
# "The last Finnish minister to make the journey", "her predecessor"; but "the last week"
_EARLIER_ONE = re.compile(
    r"\b(?:(?:the|his|her|their|its) (?:last|previous)(?! (?:days?|weeks?|months?|years?|few|two|three|hours?|minutes?|"
    r"decades?)\b)|predecessors?)\b",
    re.IGNORECASE,
)
_ASKS_OF_ANOTHER = re.compile(
    r"\b(?:earlier|previous(?:ly)?|past|former|before|last|first|ago|other|ever|history|since)\b",
    re.IGNORECASE,
)

_AMOUNTS = frozenset({Kind.MONEY, Kind.NUMBER, Kind.PERCENT, Kind.DURATION})


def is_background(question: Question, excerpt: Excerpt, start: int) -> bool:
    """Whether *start* lies in a sentence on another year, which *question* does not name.

    Of names, one that says itself that it tells of the last before; of numbers, one on those who came to harm, and of
    other amounts one that is set elsewhere, too: what was paid after another theft is no ransom of this one. Where a
    question says no year and none of the sentence's names, it asks what the article reports. That nobody came to harm is
    told of what its own sentence or the title names, not of what the next sentence recalls. What the title names, as the
    sentence may, too, tells no years apart.
    """
    if YEAR.search(question.text) or _ASKS_OF_ANOTHER.search(question.text):
        return False
    text = excerpt.passage.paragraph.text
    first, last = sentences_around(text, start, start + 1)
    sentence = text[first:last]
    if NAMES & set(question.kinds):
        return bool(_EARLIER_ONE.search(sentence)) and _is_recalled(excerpt, sentence)
    named = _telling_names(sentence, question, excerpt.article)
    if not fates_named(question.text):
        recalls = bool(_AMOUNTS & set(question.kinds)) and not named and _is_recalled(excerpt, sentence)
        return recalls and _is_elsewhere(sentence, question, excerpt.article)
    if Kind.NUMBER not in question.kinds:
        return False
    if _NOBODY.match(text, start):
        beside = f"{text[:first]} {text[last:]}"
        if _telling_names(beside, question, excerpt.article) - named:
            return True
    return not named and (
        _is_recalled(excerpt, sentence) or _is_elsewhere(sentence, question, excerpt.article)
    )


def _telling_names(text: str, question: Question, article: Article) -> set[str]:
    """Return the stems of the question's words that *text* writes with a capital, but for what *article* is about."""
    asked = {term.stem for term in question.terms}
    names = {term.stem for term in terms_of(text) if text[term.start].isupper() and term.stem in asked}
    return names - _opening(article)


def _is_elsewhere(sentence: str, question: Question, article: Article) -> bool:
    """Whether *sentence* is set at a place that neither *question* nor the opening of *article* names."""
    known = _opening(article) | {term.stem for term in question.terms}
    places = (sentence[place.start : place.end] for place in recognise(sentence, (Kind.PLACE,)))
    return any(not {term.stem for term in terms_of(place) if term.is_content} & known for place in places)


def _opening(article: Article) -> frozenset[str]:
    first = article.body.lstrip().partition("\n")[0]
    return frozenset(term.stem for term in terms_of(f"{article.details.title or ''} {first}"))


def _is_recalled(excerpt: Excerpt, sentence: str) -> bool:
    """Whether a sentence sets what it tells years before its article."""
    if _LONG_AGO.search(sentence):
        return True
    said = [int(year) for year in YEAR.findall(sentence)]
    return bool(said) and max(said) < year_of(excerpt.article)
