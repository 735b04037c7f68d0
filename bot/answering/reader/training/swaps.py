"""Questions made unanswerable by one word: another name, another number, the opposite.

People who write such questions do the same, and a reader that saw few answers "When did Ito arrive?" from a sentence
about Sato (Zhu et al., "Learning to Ask Unanswerable Questions for Machine Reading Comprehension", 2019).
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from random import Random

from bot.answering.reader.training.rows import QuestionRow

_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w.-]*\w(?: (?:of |the |de )?[A-ZÀ-ÖØ-Þ][\w.-]*\w)*(?![\w$€£])")
_NUMBER = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w-])")
_OPPOSITES = {
    one: other
    for pair in (
        "first last", "largest smallest", "biggest smallest", "highest lowest", "oldest youngest", "longest shortest",
        "earliest latest", "most least", "more fewer", "before after", "north south", "northern southern",
        "east west", "eastern western", "increase decrease", "increased decreased", "rise fall", "rose fell",
        "begin end", "began ended", "start finish", "started finished", "open close", "opened closed", "win lose",
        "won lost", "gain lose", "best worst", "major minor", "early late", "old new", "male female",
        "men women", "inside outside", "above below", "arrive leave", "arrived left", "join leave", "support oppose",
        "supported opposed", "accept reject", "accepted rejected", "friend enemy", "import export", "buy sell",
        "bought sold", "public private", "upper lower", "maximum minimum", "success failure", "father mother",
        "son daughter", "brother sister", "husband wife", "king queen", "victory defeat", "born buried", "founded dissolved",
    )
    for one, other in (pair.split(), pair.split()[::-1])
}  # fmt: skip
_MONTHS = "January February March April May June July August September October November December".split()
_NO_NAMES = frozenset(
    "The A An In On At Of For And But He She It They His Her Its Their This That These Those Who What When Where Why How "
    "Which Whose I We You As By With From To If".split()
)
_OWN = 0.5  # names that are taken from the question's own passage, if it has others


class Swaps:
    """Makes questions that their own passage does not answer."""

    def __init__(self, rows: Iterable[QuestionRow]) -> None:
        self._contexts: defaultdict[str, dict[str, None]] = defaultdict(dict)
        self._names: dict[str, list[str]] = {}
        for row in rows:
            self._contexts[row.title].setdefault(row.context)

    def changed(self, row: QuestionRow, chance: Random) -> str | None:
        """Return the row's question about another thing, or None if nothing of it can be exchanged."""
        ways = [self._other_name, self._other_number, _opposite]
        chance.shuffle(ways)
        for way in ways:
            changed = way(row, chance)
            if changed is not None:
                return changed
        return None

    def _other_name(self, row: QuestionRow, chance: Random) -> str | None:
        said = row.context.lower()
        found = [m for m in _NAME.finditer(row.question) if m.start() and m.group().lower() in said]
        if not found:
            return None
        place = chance.choice(found)
        name = place.group()
        near = chance.random() < _OWN
        others = names_in(row.context) if near else self._names_of(row.title)
        pool = others if near else [other for other in others if other not in row.context]
        taken = [row.question.lower(), *(wording.lower() for wording in row.wordings)]
        fit = [
            other
            for other in pool
            if (other in _MONTHS) == (name in _MONTHS)
            and abs(len(other.split()) - len(name.split())) <= 1
            and not any(other.lower() in text or text in other.lower() for text in taken)
            and not set(other.lower().split()) & set(name.lower().split())
        ]
        return None if not fit else _put(row.question, place.span(), chance.choice(fit))

    def _other_number(self, row: QuestionRow, chance: Random) -> str | None:
        found = [m for m in _NUMBER.finditer(row.question) if m.group() in row.context]
        if not found:
            return None
        place = chance.choice(found)
        number = place.group()
        taken = " ".join([row.question, *row.wordings])
        own = {m.group() for m in _NUMBER.finditer(row.context)}
        fit = sorted(n for n in own if len(n) == len(number) and n not in taken)
        if not fit or chance.random() < 0.5:
            shift = chance.choice([-1, 1]) * chance.randint(1, 9)
            if not number.isdigit() or int(number) + shift <= 0 or str(int(number) + shift) in row.context:
                return None
            return _put(row.question, place.span(), str(int(number) + shift))
        return _put(row.question, place.span(), chance.choice(fit))

    def _names_of(self, title: str) -> list[str]:
        if title not in self._names:
            names = [name for context in self._contexts[title] for name in names_in(context)]
            self._names[title] = list(dict.fromkeys(names))
        return self._names[title]


def names_in(context: str) -> list[str]:
    """Return the runs of capitalised words that do not begin a sentence, each once."""
    found = []
    for match in _NAME.finditer(context):
        before = context[: match.start()].rstrip(" “\"'(")
        if before and before[-1] not in ".!?:;" and match.group() not in _NO_NAMES:
            found.append(match.group())
    return list(dict.fromkeys(found))


def _opposite(row: QuestionRow, chance: Random) -> str | None:
    words = row.question.split(" ")
    places = [n for n, word in enumerate(words) if word.rstrip("?,").lower() in _OPPOSITES]
    if not places:
        return None
    place = chance.choice(places)
    bare = words[place].rstrip("?,")
    other = _OPPOSITES[bare.lower()]
    if other in row.context.lower().split():
        return None
    words[place] = (other.capitalize() if bare[0].isupper() else other) + words[place][len(bare) :]
    return " ".join(words)


def _put(question: str, span: tuple[int, int], words: str) -> str:
    return question[: span[0]] + words + question[span[1] :]
