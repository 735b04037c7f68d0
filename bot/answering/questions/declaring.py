"""The statement that words make in answer to a question: "When did it sink?" and "March 9" are "it sink on March 9".

An entailment model can be asked whether a text says so (Demszky et al., "Transforming Question Answering Datasets Into
Natural Language Inference Datasets", 2018). Verbs are left as they stand: the model was trained on such statements.
"""

import re

from bot.answering.questions.statements import statement_of
from bot.answering.questions.wording import AUXILIARIES, put_straight

_ASKED = re.compile(
    r"\W*(?:(?P<preposition>in|on|at|from|by|to|for|with|of|under|during|until|since|into|against|through|after|"
    r"before|about|between) )?(?P<word>who|whom|whose|what|which|when|where|why|how) (?P<rest>\S.*)$",
    re.IGNORECASE,
)
_ASKED_BEHIND = re.compile(r"(?P<said>[^,]+) (?:who|whom|what|which|when|where)\b[^,]*$", re.IGNORECASE)
_LINKING = frozenset("is are was were will be".split())
_DETERMINERS = frozenset("the a an no more most some several many one two its their his her".split())
_TELLS = re.compile(
    r"(?:in|on|at|from|by|to|for|with|under|during|until|since|into|against|through|after|before|about|between|near|off|"
    r"last|next|this|yesterday|today|tomorrow|early|late|because|due|so|as|around|within|outside|here|there)\b",
    re.IGNORECASE,
)
# "March 9", "9 March", "the 9th", "Friday": on that day; any other time is in it.
_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?(?!\d)|\d{1,2} [a-z]{3,}|"
    r"\d+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(?:\d{1,2}[:.]\d\d|[ap]\.?m\b|noon|midnight|o'clock)", re.IGNORECASE)
_VERB_GOES_ON = re.compile(
    r"(?:not|been|be|being|have|\w{2,}ed|\w{2,}en|\w{3,}ing|on|in|at|to|from|there|sent|held|made|killed|lost|won|left|"
    r"known|born|built|hurt|hit|put|cut|set|led|found|sold|paid|said|told|also|still|already|never|ever|most|allowed|"
    r"responsible|able)$",
    re.IGNORECASE,
)
_CIRCUMSTANCES = frozenset({"when", "where", "why"})
_MEASURED = frozenset(
    "many much old long far tall high deep big large often fast heavy hot cold wide".split()
)
_LONGEST_ASKED = 7  # words between the question word and its auxiliary ("how many of the people on board")


def declared(question: str, answer: str) -> str:
    """Return the statement that *answer* makes of *question*; both one after the other where its form is none of these."""
    plain = " ".join(put_straight(question).split()).rstrip(" ?!.")
    found = _ASKED.match(plain)
    if found is None:
        behind = _ASKED_BEHIND.match(plain)
        return f"{behind['said']} {answer}" if behind else f"{plain}? {answer}"
    preposition, word = (found["preposition"] or "").lower(), found["word"].lower()
    words = found["rest"].split()
    auxiliary = _auxiliary(words)
    if word in _CIRCUMSTANCES:
        said = f"{plain}?" if auxiliary else _stated(words)
        return f"{said} {answer if auxiliary else _joined(word, preposition, answer)}"
    if word == "how" and not _measures(words[:auxiliary]):
        return f"{plain if auxiliary else _stated(words)} {answer}"
    if word == "how":
        answer = _counted(words[:auxiliary], answer)
    if auxiliary is None or (word in {"who", "whose"} and auxiliary):
        return " ".join([answer, *words[_verb(word, words) :]])
    rest = words[auxiliary:]
    if not preposition and word != "whom" and _is_subject(word, words[:auxiliary], rest):
        return f"{answer} {' '.join(rest)}"
    return " ".join(filter(None, [_stated(rest), preposition, answer]))


def _auxiliary(words: list[str]) -> int | None:
    """Return where the auxiliary stands; None where the question has none, or a clause of its own before it."""
    for place, word in enumerate(words[:_LONGEST_ASKED]):
        if word.lower() in AUXILIARIES:
            return place
        if place and word.lower() in {"that", "which", "who"}:
            return None
    return None


def _verb(word: str, words: list[str]) -> int:
    """Return where the verb stands behind what is asked for: "commands", "rocket carries", "many people attended"."""
    if word == "how":  # its verb stands behind the answer with what is counted already
        return len(words)
    if word in {"who", "whose"}:
        return 0
    if word == "what" and (
        len(words) < 2 or not re.match(r"\w+(?:ed|s)$", words[1]) or words[0].endswith("s")
    ):
        return 0
    return next((n for n in range(1, len(words)) if re.match(r"\w+(?:ed|s)$", words[n])), 1)


def _stated(rest: list[str]) -> str:
    """Return the statement of what follows the question word: "the tower is called" of "is the tower called"."""
    if statement := statement_of(" ".join(rest)):
        return statement
    return " ".join([*rest[1:], rest[0]])


def _measures(asked: list[str]) -> bool:
    return bool(asked) and asked[0].lower() in _MEASURED


def _counted(asked: list[str], answer: str) -> str:
    """Return *answer* with what is counted behind it ("288 people"), unless it says so itself."""
    counted = asked[1:] if asked[0].lower() in {"many", "much"} else []
    return " ".join([answer, *counted]) if counted and counted[0].lower() not in answer.lower() else answer


def _is_subject(word: str, asked: list[str], rest: list[str]) -> bool:
    """Whether what is asked for does what the verb says: no subject follows the auxiliary then."""
    if len(rest) < 2:
        return True
    first, second = rest[0].lower(), rest[1].lower()
    if first in {"do", "does", "did"} or (word == "how" and asked[0].lower() not in {"many", "much"}):
        return False
    if (
        second in _DETERMINERS
    ):  # "who has the most", "which city is the capital", but not "which city is the hall in"
        has = first in {"has", "have", "had"}
        linked = bool(asked) and first in _LINKING
        return has or (linked and not _TELLS.fullmatch(rest[-1])) or (not asked and _is_named(word, rest))
    return _is_named(word, rest) if not asked else _goes_on(second)


def _is_named(word: str, rest: list[str]) -> bool:
    """Whether "who is …", "what was …" is followed by what he or it is, and by no participle ("what was she called")."""
    linked = rest[0].lower() in _LINKING and word in {"who", "what"}
    participle = re.match(r"(?:\w+ed|\w+ing|being|been|be)$", rest[-1].lower())
    return _goes_on(rest[1]) or (linked and not participle)


def _goes_on(word: str) -> bool:
    """Whether a word behind an auxiliary goes on with the verb: "was elected", "has been", "will be", "can carry"."""
    return bool(_VERB_GOES_ON.match(word))


def _joined(word: str, preposition: str, answer: str) -> str:
    """Return *answer* with the preposition that the question has, or that a time, place or reason wants."""
    if preposition:
        return f"{preposition} {answer}"
    if _TELLS.match(answer):
        return answer
    if word == "why":
        return f"because {answer}"
    if word == "when" and _CLOCK.search(answer):
        return f"at {answer}"
    return f"{'on' if word == 'when' and _DAY.search(answer) else 'in'} {answer}"
