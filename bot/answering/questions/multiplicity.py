"""Whether several persons, places or things may answer a question at once: then they are no rivals."""

import re

# In front of "visit" or "stop" where it is a noun: of those there is one.
_DETERMINERS = "the a an this that his her its their of for during".split()
_ADJECTIVES = "state official first second last next final".split()
_NO_NOUN = "".join(rf"(?<!\b{word} )" for word in _DETERMINERS + _ADJECTIVES) + "(?<![’'] )(?<![’']s )"
# "Is going to win" says when, not whither.
_GOING = r"going(?! to (?!(?:the|an?|his|her|their|be)\b)(?-i:[a-z]))"
_SEVERAL = re.compile(
    rf"\b(?:meet|met|meets|meeting with|{_NO_NOUN}visit(?:s|ed|ing)?|go|goes|went|{_GOING}|"
    rf"{_NO_NOUN}travel(?:s|l?ed|l?ing)?|{_NO_NOUN}stop(?:s|ped|ping)?|attend(?:s|ed|ing)?|invit(?:e|es|ed|ing)|"
    r"accompan(?:y|ies|ied|ying)|mention\w*|involv\w+|participa\w*|join\w*|include\w*|quoted|list|all|any|else|others?|"
    r"besides)\b|"
    r"\b(?:which|what|whom?(?:['’]re| are| were)|names?|of|list) (?:[\w’'-]+ ){0,3}?"
    r"(?:members?|countries|people|cities|places|companies|officials|leaders|ministers)\b",
    re.IGNORECASE,
)


def takes_several(question: str) -> bool:
    """Whether *question*, with its words put straight, has a predicate that holds of several, or asks for a plural."""
    return bool(_SEVERAL.search(question))
