"""Questions about another thing of the same kind: "Who won in 2019?" asked of a text that tells who won in 2018.

What is read for a question is mostly about something like what was asked, and its words are the same but for a name
or a year. Written unanswerable questions hold few of these.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from random import Random

from bot.answering.reader.training.rows import QuestionRow

_NAME = re.compile(
    r"(?<=\w )[A-Z][\w.’'-]*(?: (?:(?:of|the|and|de|for) )*[A-Z][\w.’'-]*)*(?<![.’'-])(?=[ ,?]|$)|\b\d[\d,.]*\d\b(?!%)"
)
_WORD = re.compile(r"\w{2,}")
_TRIES = 12


class Swapper:
    """Puts names of other questions about one subject, a ``title``, in the place of a question's own."""

    def __init__(self, rows: Iterable[QuestionRow]) -> None:
        found: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for row in rows:
            for match in _NAME.finditer(row.question):
                found[row.title, _form(match[0])][match[0]] = None
        self._names: dict[tuple[str, str], Sequence[str]] = {
            key: tuple(names) for key, names in found.items()
        }

    def of(self, row: QuestionRow, premise: str, chance: Random) -> str | None:
        """Return *row*'s question about another; None if it names nothing, or no other that *premise* lacks is known.

        The other shares no word with the question or the premise, so that what the premise says of one is not said
        of the other.
        """
        places = list(_NAME.finditer(row.question))
        if not places:
            return None
        place = chance.choice(places)
        known = _words(f"{row.question} {premise}")
        names = self._names.get((row.title, _form(place[0])), ())
        for other in chance.sample(names, min(_TRIES, len(names))):
            if not _words(other) & known:
                return f"{row.question[: place.start()]}{other}{row.question[place.end() :]}"
        return None


def _form(name: str) -> str:
    """Return what a name can stand in for: the number of its figures, or "name"."""
    return f"{len(name)} figures" if name[0].isdigit() else "name"


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}
