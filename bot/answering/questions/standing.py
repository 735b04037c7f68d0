"""Whether a question stands alone, or leans on one before it ("and when does it end?"). Pure.

Questions are answered one by one, so one that leans cannot be understood. It is called so only where nothing
in it says what it is about. "When will they meet?" is taken: who meets can be looked for by what they do, while
"it" may be anything. Of 7,015 questions put to a search engine (QED) 0.3 % are called so, of 8,000 of SQuAD
0.1 %; most of them do lean.
"""

import re

from bot.answering.questions.wording import AUXILIARIES, QUESTION_WORDS
from bot.answering.terms import Term, terms_of

_GOING_ON = re.compile(r"\W*(?:(?:and|but|or|so|then|also|plus|ok|okay|well)\b[\s,]*)+", re.IGNORECASE)
_WHAT_ABOUT = re.compile(r"(?:what|how) about\b", re.IGNORECASE)
_ASKING = AUXILIARIES | {*QUESTION_WORDS, "whom", "whose"}
_THINGS = re.compile(
    r"\b(?:it|its|those|these|this|that|there)\b(?!\s+[a-z]+\s+(?:is|are|was|were|will)\b)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(r"\b(?:he|she|they|him|her|them|his|hers|their|theirs)\b", re.IGNORECASE)
# A word behind one of these names something, as a word that begins with a capital does.
_INTRODUCES = frozenset(
    """
    the a an any some no each every which what whose his her its their this that these those my our your
    of about in at to for from with by on against over near after before during between into under many much
    """.split()
)
_ARTICLE = re.compile(r"\b(?:the|an?) (?!first|second|other|same|one)[a-z]{3,}", re.IGNORECASE)
# "Neptune's moons, how many are there?"
_TOPIC = re.compile(rf"[^,?]+(?=,\s*(?:{'|'.join(QUESTION_WORDS)})\b)", re.IGNORECASE)
_TELLING = 3  # content words; with so many the topic is there even where nothing is capitalised


def stands_alone(question: str) -> bool:
    """Whether *question* itself says what it is about."""
    plain = question.replace("’", "'").strip()
    rest = plain[going_on.end() :] if (going_on := _GOING_ON.match(plain)) else plain
    terms = list(terms_of(rest))
    content = [term for term in terms if term.is_content]
    if not content:
        return _ARTICLE.search(rest) is not None  # "what is the plan?"
    if going_on and (_WHAT_ABOUT.match(rest) or not _asks(terms)):
        return False
    if (topic := _TOPIC.match(rest)) and sum(term.start < topic.end() for term in content) > 1:
        return True
    points = _THINGS.search(rest) or (going_on and _PEOPLE.search(rest))
    return not points or len(content) >= _TELLING or _names_something(rest, terms)


def _asks(terms: list[Term]) -> bool:
    return any(term.word.split("'")[0] in _ASKING for term in terms)


def _names_something(rest: str, terms: list[Term]) -> bool:
    """Whether a content word is a name or a number, or is introduced as a noun is."""
    before = ""
    for place, term in enumerate(terms):
        named = place > 0 and rest[term.start].isupper()
        if term.is_content and (named or rest[term.start].isdigit() or before in _INTRODUCES):
            return True
        before = term.word
    return False
