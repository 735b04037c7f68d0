"""Questions who somebody is whom they name: they want a description, not a name."""

import re

_DESCRIBE = re.compile(
    r"\bwho(?:'s|’s| is| was| are| were)\s+(?!(?:the|an?|in|to|his|her|its|their|our|my|your)\b)(?P<name>[^?]+)",
    re.IGNORECASE,
)
_HOLDS_OFFICE = re.compile(
    r"ministers?|presidents?|leaders?|commanders?|spokes\w+|directors?|ceos?|governors?|mayors?|chancellors?|secretar(?:y|ies)|"
    r"senators?|ambassadors?|envoys?|captain|coach|manager|owner|founder|chair\w*|lawyer|boss|head|chief",
    re.IGNORECASE,
)
_NO_NAME = frozenset("of the by with in on at to from for among when after before during".split())
_VERB = re.compile(
    r"\w+(?:ed|ing)$|(?:hurt|shot|sent|held|made|killed|lost|left|born|taken|given|chosen|beaten|seen|known|put|told|there|"
    r"not|also|still|already|being|never)$"
)


def asks_about_a_name(plain: str) -> bool:
    """Whether *plain* asks "who is" of a name rather than of a description."""
    match = _DESCRIBE.search(plain)
    if match is None:
        return False
    words = match.group("name").split()
    if len(words) > 4 or any(word.lower() in _NO_NAME for word in words):
        return False
    is_office = len(words) > 1 and _HOLDS_OFFICE.fullmatch(words[-1])
    if words[0].islower() and is_office:  # "romanias defence minister"
        return False
    # "Who was captured": typed without capitals a name is told by not looking like a verb.
    return words[0][0].isupper() or not (_VERB.match(words[0]) or any(map(str.isupper, plain[1:])))
