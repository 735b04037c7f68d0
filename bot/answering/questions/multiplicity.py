"""Whether several persons, places or things may answer a question at once: then they are no rivals."""

import re

# In front of "visit" or "stop" where it is a noun: of those there is one.
_DETERMINERS = "the a an this that his her its their of for during".split()
_ADJECTIVES = "state official first second last next final".split()
_NO_NOUN = "".join(rf"(?<!\b{word} )" for word in _DETERMINERS + _ADJECTIVES) + "(?<![’'] )(?<![’']s )"
# "Is going to win" says when, not whither.
_GOING = r"going(?! to (?!(?:the|an?|his|her|their|be)\b)(?-i:[a-z]))"
_JOURNEY = (
    rf"{_NO_NOUN}visit(?:s|ed|ing)?|go|goes|went|{_GOING}|"
    rf"{_NO_NOUN}travel(?:s|l?ed|l?ing)?|{_NO_NOUN}stop(?:s|ped|ping)?"
)
_COMPANY = (
    r"meet|met|meets|meeting with|attend(?:s|ed|ing)?|invit(?:e|es|ed|ing)|accompan(?:y|ies|ied|ying)|involv\w+|"
    r"participa\w*|join\w*|quoted"
)
_ASKED_FOR_ALL = r"mention\w*|include\w*|list|all|any|else|others?|besides"
_PLURAL = (
    r"(?:which|what|whom?(?:['’]re| are| were)|names?|of|list) (?:[\w’'-]+ ){0,3}?"
    r"(?:members?|countries|people|cities|places|companies|officials|leaders|ministers)"
)
_SEVERAL = re.compile(rf"\b(?:{_JOURNEY}|{_COMPANY}|{_ASKED_FOR_ALL}|{_PLURAL})\b", re.IGNORECASE)
_SEVERAL_PLACES = re.compile(rf"\b(?:{_JOURNEY}|{_ASKED_FOR_ALL}|{_PLURAL})\b", re.IGNORECASE)
_WHERE = re.compile(r"^\W*(?:where|(?:in|at|to) (?:what|which))\b", re.IGNORECASE)
# "Which city will she visit first?", "What is the last place he goes to?"; of "next" a later report says another.
_ONE = re.compile(
    r"\b(?:first|last)\W*$|"
    r"^\W*(?:what|which|whom?|where)(?:['’]s| is| was| will be) (?:the|his|her|their|its|[\w’'-]+['’]s?) "
    r"(?:very )?(?:first|last|final|only)\b",
    re.IGNORECASE,
)


def takes_several(question: str) -> bool:
    """Whether *question*, with its words put straight, has a predicate that holds of several, or asks for a plural.

    Who is met may be several people; where they are met is one place, and who is met first is one person.
    """
    if _ONE.search(question):
        return False
    return bool((_SEVERAL_PLACES if _WHERE.search(question) else _SEVERAL).search(question))
