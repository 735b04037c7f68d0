"""A question's wording put straight before it is read: slips in the question word, prefaces, set phrases."""

import re

from rapidfuzz.distance import OSA

from bot.answering.questions.everyday import in_plain_words
from bot.answering.terms import STOP_WORDS

QUESTION_WORDS = ("when", "what", "which", "where", "who", "why", "how")
_OF_WHO = ("whom", "whose")  # not slips in it
AUXILIARIES = frozenset(
    "is are was were will would did does do has have had can could should may might must".split()
)

# "Were is the meeting", "were in Hawaii will he speak": no question begins so but with "where" meant.
_AFTER_WHERE = AUXILIARIES | {"in", "on", "at", "from", "to"}


def put_straight(text: str) -> str:
    """Return the wording to analyse; offsets are not those of *text*."""
    return _without_preface(in_plain_words(respelt(text.replace("’", "'"))))


# "What was the price in 1990, when the wall fell?" has no preface.
_PREFACE = re.compile(
    r"(?:(?!\W*(?:what|which|who|whom|whose|why|how|where)\b)[^,?]{3,60},\s+"
    r"(?=(?:when|what|which|where|who|why|how|is|are|was|were|will|did|does)\b))+",
    re.IGNORECASE,
)


def _without_preface(text: str) -> str:
    """Cut what stands before the question word and a comma ("Counting this one, how many …")."""
    return text[said.end() :] if (said := _PREFACE.match(text)) else text


# Question words as they are typed in a hurry, or by ear.
_TYPED = {
    typed: right
    for right, forms in {
        "what": "wat wut wot waht whta wath waat whatt",
        "what is": "whats wats wuts wots whatis",
        "which": "wich whcih whitch witch wihch",
        "when": "wen whne hwen whenn",
        "when is": "whens wens",
        "where": "whre wehre wheer",
        "where is": "wheres",
        "who": "woh whoo",
        "who is": "whos",
        "why": "wy whyy",
        "how": "hwo hw hoow",
        "how is": "hows",
    }.items()
    for typed in forms.split()
}
_FIRST_WORDS = re.compile(
    r"^(?P<before>\W*(?:(?:so|and|hey|hi|ok|but|on|in|at|to) )?)(?P<word>[a-z]+)(?=\s)", re.IGNORECASE
)
# Words as they are shortened in chats.
_SHORTHAND = {
    "ppl": "people",
    "govt": "government",
    "thru": "through",
    "abt": "about",
    "cuz": "because",
    "coz": "because",
    "w/o": "without",
    "w/": "with",
    "b4": "before",
    "mins": "minutes",
    "hrs": "hours",
    "yrs": "years",
    "goin": "going",
    "doin": "doing",
    "comin": "coming",
    "bak": "back",
    "tmrw": "tomorrow",
    "ur": "your",
    "bcos": "because",
    "bc": "because",
    "smth": "something",
    "sb": "somebody",
}
_SHORT = re.compile(rf"(?<![\w/])(?:{'|'.join(map(re.escape, _SHORTHAND))})(?![\w/])", re.IGNORECASE)
_YOU = re.compile(r"(?<![\w/.’'])u(?![\w/.’'])")
# What is typed behind a question without being asked.
_CHATTER = re.compile(
    r"(?<=\w)[\s,?!.]*\b(?:lol|lmao|rofl|ha(?:ha)+|tbh|btw|pls|plz|please|thx|thanks|ty|bro|guys|mate|folks|"
    r"do (?:you|u) know|anyone know|any idea|asking for a friend)\b(?:[\s,!.?]*$)",
    re.IGNORECASE,
)
# "When dose it open", but not "what dose the patients got".
_DOSE = re.compile(
    r"^(?P<asked>\W*(?:when|where|why|how|(?:what|which|how) [a-z]+)) dose (?=(?:the|it|he|she|this|his|her)\b|(?-i:[A-Z]))",
    re.IGNORECASE,
)


def respelt(text: str) -> str:
    """Write out what is shortened in chats, and read a misspelt question word at the beginning as meant."""
    text = _CHATTER.sub(lambda chatter: "?" if "?" in chatter.group() else "", text)
    text = _YOU.sub("you", _SHORT.sub(lambda short: _SHORTHAND[short.group().lower()], text))
    return _DOSE.sub(r"\g<asked> does ", _asked_rightly(text))


def _asked_rightly(text: str) -> str:
    """Read a misspelt question word at the beginning as meant, unless another question word stands there."""
    first = _FIRST_WORDS.match(text)
    if first and (typed := _TYPED.get(first["word"].lower())):
        return f"{first['before']}{typed}{text[first.end() :]}"
    words = [(match.group().lower(), match.span()) for match in re.finditer(r"[^\W\d_]+", text)]
    if len(words) > 1 and words[0][0] == "were" and words[1][0] in _AFTER_WHERE:
        return f"where{text[words[0][1][1] :]}"
    if (
        not words
        or words[0][0] in AUXILIARIES
        or any(word in (*QUESTION_WORDS, *_OF_WHO) for word, _ in words)
    ):
        return text
    for word, (start, end) in words[:2]:
        near = [right for right in QUESTION_WORDS if len(word) > 2 and OSA.distance(word, right) == 1]
        # "Wher" rather breaks off "where" than slips in "when".
        right = max(near, key=lambda right: right.startswith(word), default=None)
        if right and word not in AUXILIARIES:
            return text[:start] + right + text[end:]
    return text


def is_slip(word: str) -> bool:
    """Whether a function word was typed with its letters swapped ("teh", "dose")."""
    return any(
        word[0] == other[0] and len(word) == len(other) > 2 and sorted(word) == sorted(other)
        for other in STOP_WORDS
    )
