"""The statement in a question: what a yes/no question asks about, or what a "why" takes for granted.

The auxiliary is put behind its subject. Where the subject ends is guessed from its words' forms; where they do not
tell ("Are Arctic glaciers retreating"), and with "do", which adds nothing, the auxiliary is left out: an entailment
model is told the same by a sentence without it, but not by one whose subject was cut in two.
"""

import re

from bot.answering.questions.question import Question
from bot.answering.questions.wording import AUXILIARIES, put_straight
from bot.answering.values.kinds import Kind

_TOKEN = re.compile(r"\S+")
_PRONOUNS = frozenset("i you he she it we they there this that these those anyone anybody someone".split())
_DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those any all both some no every each".split()
)
_AFTER_SUBJECT = re.compile(
    r"(?:not|n['’]t|already|also|still|ever|now|really|going|expected|due|set|likely|able|to|at|in|on|by|for|from|with|"
    r"about|under|over|be|been|have|the|an?|his|her|their|its|any|more|less)$",
    re.IGNORECASE,
)
# The endings of what may follow the subject. "Can moderate drinking help", "has heavy flooding closed the road": behind a
# modal the verb is an infinitive, and behind "have" no "-ing".
_ENDINGS = dict.fromkeys(("is", "are", "was", "were"), ("ed", "en", "ing")) | dict.fromkeys(
    ("has", "have", "had"), ("ed", "en")
)
_PEOPLE = ("men", "children")
_ASKED_OUTRIGHT = re.compile(r"\W*(?:is|was) it (?:true|correct|right|so) that\s+", re.IGNORECASE)
_SHORTENED = {"won't": "will", "can't": "can"}
_DO = frozenset({"do", "does", "did"})
_WHY = re.compile(r"\W*(?:why|how come)\s+", re.IGNORECASE)


def statement_of(question: str) -> str | None:
    """Return the statement in a question that begins with "why" or an auxiliary; None for any other."""
    plain = " ".join(put_straight(question).split()).rstrip(" ?!.")
    if outright := _ASKED_OUTRIGHT.match(plain):
        return plain[outright.end() :] or None
    if why := _WHY.match(plain):
        plain = plain[why.end() :]
    words = _TOKEN.findall(plain)
    # "Didn't the ferry sink?" is said yes to where the ferry sank.
    auxiliary = words[0].lower() if words else ""
    auxiliary = _SHORTENED.get(auxiliary, auxiliary.removesuffix("n't"))
    if len(words) < 3 or auxiliary not in AUXILIARIES:
        return None
    length = None if auxiliary in _DO else _subject_length(words[1:], _ENDINGS.get(auxiliary, ()))
    if length is None:
        return " ".join(words[1:])
    return " ".join([*words[1 : 1 + length], auxiliary, *words[1 + length :]])


def _subject_length(words: list[str], endings: tuple[str, ...]) -> int | None:
    """Guess how many of *words*, which follow an auxiliary, are its subject; None where they do not tell.

    A word with one of *endings* may be the verb.
    """
    first = words[0].lower()
    if first in _PRONOUNS and (first not in _DETERMINERS or words[1].lower() in _DETERMINERS):
        return 1
    if first in _DETERMINERS:
        length = _phrase_length(words, 2)
        return length if _goes_on(words, length, endings) else None
    if words[0][0].isupper():
        length = 1
        while length < len(words) - 1 and _continues_name(words[length : length + 2]):
            length += 1
        return length if _goes_on(words, length, endings) else None
    return 1 if _goes_on(words, 1, endings) else None


def _goes_on(words: list[str], length: int, endings: tuple[str, ...]) -> bool:
    """Whether the word after the first *length* shows by its form that the subject has ended."""
    return length < len(words) and _ends_subject(words[length].lower(), endings)


def _ends_subject(word: str, endings: tuple[str, ...]) -> bool:
    return bool(_AFTER_SUBJECT.match(word)) or (word.endswith(endings) and not word.endswith(_PEOPLE))


def _phrase_length(words: list[str], length: int) -> int:
    """Return where a phrase such as "the captain of the ferry" ends, its first *length* words given."""
    while length < len(words) - 1:
        word = words[length]
        if word.lower() == "of":
            length += 3 if words[length + 1].lower() in _DETERMINERS else 2
        elif word[0].isupper() or word[0].isdigit():
            length += 1
        else:
            break
    return min(length, len(words) - 1)


def _continues_name(words: list[str]) -> bool:
    joins = (
        words[0].lower() in {"and", "of", "the", "de", "von", "van", "&"}
        and len(words) > 1
        and words[1][0].isupper()
    )
    return joins or (words[0][0].isupper() and not _AFTER_SUBJECT.match(words[0]))


_ASKING = {
    Kind.DATE: "When",
    Kind.TIME: "At what time",
    Kind.DURATION: "How long",
    Kind.MONEY: "How much",
    Kind.PERCENT: "What percentage",
}


def open_question(question: Question) -> str:
    """Return the words to read a question by: one that proposes a value ("on January 18?") asks for it openly."""
    if question.proposal is None:
        return question.text
    kind, plain = question.kinds[0], put_straight(question.text)
    proposed = rf"\s*\b(?:on|in|at|for|by)?\s*{re.escape(question.proposal)}"
    if kind is Kind.NUMBER:
        counted = re.search(rf"{proposed} (?P<unit>[^\W\d_]+)", plain)
        asking, proposed = (f"How many {counted['unit']}", counted.group()) if counted else ("", "")
        proposed = re.escape(proposed)
    else:
        asking = _ASKING.get(kind, "")
    if not asking:
        return question.text
    without = re.sub(proposed, "", plain, count=1)
    return f"{asking} {without[:1].lower()}{without[1:]}"
