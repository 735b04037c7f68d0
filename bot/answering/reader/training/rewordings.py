"""Questions in other words, as somebody asks who has not read the passage: with synonyms, and asked in another way."""

import re
from random import Random

from bot.answering.questions.lexicon import other_words_for
from bot.answering.terms import STOP_WORDS, terms_of

_REWORDED = 0.35  # questions
_FRAMED = 0.35  # of these, at most: not every question can be asked in another way
_WORDS = 0.6  # of the words that have synonyms

_FRAMES = tuple(
    (re.compile(pattern), ways)
    for pattern, ways in (
        (r"^(?:In|During) (?:what|which) year (?=did |was |were |is )", ("When ", "What year ")),
        (r"^What year (?=did |was |were |is )", ("When ", "In which year ")),
        (
            r"^When (?=did |was |were |is |are |does |will )",
            ("On what date ", "At what point ", "When exactly ", "What date "),
        ),
        (
            r"^Where (?=did |was |were |is |are |does |will )",
            ("In what place ", "At what location ", "Whereabouts "),
        ),
        (
            r"^Who (?=(?!is |are |was |were |did |does |do |will |has |had |have |would )\w+)",
            ("Who was it that ", "Which person ", "What is the name of the person who ", "Which people "),
        ),
        (r"^How many (?=\w+ )", ("What number of ", "How large a number of ", "Just how many ")),
        (
            r"^Why (?=did |was |were |is |are |does |do )",
            ("For what reason ", "For which reason ", "Why exactly "),
        ),
        (r"^What (?=\w+ (?:did|was|were|is|are|does|will|has|had) )", ("Which ",)),
        (r"^Which (?=\w+ (?:did|was|were|is|are|does|will|has|had) )", ("What ",)),
        (r"^What (?=did |does |do )", ("What exactly ", "Just what ")),
    )
)
_YEAR_LAST = re.compile(r"^(?P<rest>.+\w) (?P<year>(?:in|during) \d{4})\?$")


def in_other_words(question: str, chance: Random) -> str:
    """Return *question*, often as it is, else with other words that mean the same."""
    if chance.random() >= _REWORDED:
        return question
    if chance.random() < _FRAMED:
        question = _asked_otherwise(question, chance)
    terms = terms_of(question)
    reworded, end = "", 0
    for place, term in enumerate(terms[1:], 1):
        if term.word in STOP_WORDS or question[term.start].isupper():
            continue
        others = other_words_for(term, [other.word for other in terms[:place]])
        if others and chance.random() < _WORDS:
            reworded += question[end : term.start] + chance.choice(others)
            end = term.end
    return reworded + question[end:]


def _asked_otherwise(question: str, chance: Random) -> str:
    if (match := _YEAR_LAST.match(question)) and chance.random() < 0.5:
        year, rest = match["year"], match["rest"]
        return f"{year[0].upper()}{year[1:]}, {rest[0].lower()}{rest[1:]}?"
    for pattern, ways in _FRAMES:
        if pattern.match(question):
            return pattern.sub(chance.choice(ways), question, count=1)
    return question
