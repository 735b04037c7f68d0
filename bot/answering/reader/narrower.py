"""What is said of a narrower thing, or of the same in another year, than is asked about.

"Best Supporting Actor" is not "Best Actor", nor is the "2018 Nobel Prize" that of 2019.
"""

from itertools import pairwise

from bot.answering.questions.question import Question
from bot.answering.reader.days import YEAR
from bot.answering.terms import Term, terms_of

# By name, since a protest, a guest and a forest end as they do
_SUPERLATIVES = frozenset(
    """best worst first last top outstanding biggest brightest busiest cheapest cleanest closest coldest darkest
    deadliest deepest earliest farthest fastest fewest finest furthest greatest hardest heaviest highest hottest
    largest latest lightest longest loudest lowest nearest newest oldest poorest richest safest shortest slowest
    smallest strongest tallest weakest wealthiest widest youngest""".split()
)
_MOST_BETWEEN = 3  # words


def is_of_a_narrower_thing(question: Question, sentence: str) -> bool:
    """Whether *sentence* puts words between a superlative and what *question* asks about, and never says it without."""
    asked = question.terms
    kinds = [
        (first.word, second.stem)
        for first, second in pairwise(asked)
        if first.word in _SUPERLATIVES and second.is_content
    ]
    if not kinds:
        return False
    said, known = terms_of(sentence), {term.stem for term in asked}
    return any(_distance(said, *kind, known) > 1 for kind in kinds)


def _distance(said: tuple[Term, ...], superlative: str, noun: str, known: set[str]) -> int:
    """Return how many words behind the superlative the noun stands at the nearest, only new ones between; 0 if nowhere."""
    near = [
        gap
        for number, term in enumerate(said)
        if term.word == superlative
        for gap in range(1, _MOST_BETWEEN + 2)
        if number + gap < len(said)
        and said[number + gap].stem == noun
        and not any(one.stem in known or not one.is_content for one in said[number + 1 : number + gap])
    ]
    return min(near, default=0)


def is_of_another_year(question: Question, sentence: str) -> bool:
    """Whether *sentence* puts another year beside a name that *question* puts its own beside: "the 2019 Nobel Prize"."""
    asked, said = (frozenset(YEAR.findall(words)) for words in (question.text, sentence))
    if not asked or not said or asked & said:
        return False
    return bool(_named_by_year(question.text)) and bool(_named_by_year(sentence) & _names(question.text))


def _names(text: str) -> set[str]:
    return {term.stem for term in terms_of(text) if term.is_content and text[term.start].isupper()}


def _named_by_year(text: str) -> set[str]:
    """Return the stems of the capitalised words that stand right before or behind a year."""
    words = terms_of(text)
    return {
        other.stem
        for one, other in (*pairwise(words), *pairwise(words[::-1]))
        if YEAR.fullmatch(one.word) and other.is_content and text[other.start].isupper()
    }
