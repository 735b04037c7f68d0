"""Who won and who lost: of "Kerber beat Williams" a model that looks for names takes either."""

import re

from bot.answering.questions.question import Question
from bot.answering.values.kinds import Kind
from index.splitting import sentences_around

_BEAT = (
    r"(?:defeat(?:s|ed|ing)?|beat(?:s|ing)?|thrash(?:es|ed|ing)?|oust(?:s|ed|ing)?|edg(?:es|ed|ing)(?: out)?|"
    r"overc(?:ame|omes|oming)|outpoll(?:s|ed|ing)|unseat(?:s|ed|ing)?|toppl(?:es|ed|ing)|dethron(?:es|ed|ing)|"
    r"(?:victory|win|triumph|won|triumphed|prevailed) (?:over|against))"
)
_LOST = r"(?:lost|loses|losing|conced(?:es|ed|ing)|(?:was|is|were|being|been) (?:beaten|defeated|ousted|unseated|outpolled))"
_ASKS_WINNER = re.compile(
    rf"\bwho (?:\w+ )?(?:won|wins|{_BEAT}|prevail\w*|triumph\w*|(?:came|comes|come) out on top|(?:came|finished) first)\b|"
    r"\b(?:winner|champion|victor)\b",
    re.IGNORECASE,
)
_ASKS_LOSER = re.compile(
    rf"\bwhom? (?:did|does|do|has|have|had|will) .*\b(?:beat|beaten|defeat\w*|oust\w*|overc\w+|unseat\w*)\b|"
    rf"\bwho (?:\w+ )?{_LOST}\b|\b(?:loser|runner-up)\b",
    re.IGNORECASE,
)
# What may stand between "beat" and a name: who he was ("the then mayor of Oslo, "), and other names.
_WHO_HE_WAS = (
    r"(?:(?:(?:the|then|former|defending|incumbent|reigning|outgoing|his|her|its|their|rival|fellow|two|world|of|[\w-]+-time|"
    r"[a-z]+(?:er|or|ist|ian|ant|ent|ion|man|holder|seed|mayor|ival)|[A-Z][\w.’'-]*),? ){0,8})"
)
_BEATEN_BEFORE = re.compile(rf"\b{_BEAT} {_WHO_HE_WAS}$")
_BEATEN_AFTER = re.compile(rf"[,)]? ?(?:who |had |has |have )*{_LOST}\b", re.IGNORECASE)
_BY_BEFORE = re.compile(
    rf"\b(?:beaten|defeated|ousted|unseated|outpolled) by {_WHO_HE_WAS}$|\b(?:lost|loses|losing) to {_WHO_HE_WAS}$"
)
_BEAT_AFTER = re.compile(rf"[,)]? ?(?:who |had |has |have )*(?:{_BEAT}|won|wins)\b", re.IGNORECASE)


def is_of_the_other_side(question: Question, text: str, start: int, end: int) -> bool:
    """Whether the name from *start* to *end* of *text* lost where *question* asks who won, or won where it asks who lost."""
    if Kind.PERSON not in question.kinds and Kind.ORGANISATION not in question.kinds:
        return False
    asks_loser = bool(_ASKS_LOSER.search(question.text))
    if not asks_loser and not _ASKS_WINNER.search(question.text):
        return False
    first, last = sentences_around(text, start, end)
    before, after = text[first:start], text[end:last]
    lost = _BEATEN_BEFORE.search(before) or _BEATEN_AFTER.match(after)
    won = _BY_BEFORE.search(before) or _BEAT_AFTER.match(after)
    return bool(won and not lost) if asks_loser else bool(lost)
