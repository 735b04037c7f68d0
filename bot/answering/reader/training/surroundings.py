"""What is put around a lone sentence, or a model learns that contexts are one sentence long."""

from collections.abc import Iterable, Sequence
from random import Random

from bot.answering.reader.training.rows import QuestionRow

Answer = tuple[int, int] | None  # (start, end) in a context, or "not here"


def moved(prefix: str, context: str, answer: Answer) -> tuple[str, Answer]:
    """Put *prefix* before a context, and the answer where it then stands."""
    shift = len(prefix)
    return prefix + context, None if answer is None else (answer[0] + shift, answer[1] + shift)


def among(neighbours: Sequence[str], sentence: str, answer: Answer, chance: Random) -> tuple[str, Answer]:
    """Put up to two of *neighbours* before *sentence* and up to one behind it."""
    before = " ".join(chance.choices(neighbours, k=chance.randint(0, 2)))
    after = " ".join(chance.choices(neighbours, k=chance.randint(0, 1)))
    return _between(before, sentence, after, answer)


class Documents:
    """Sentences by the text that they were taken from (`QuestionRow.document`), in the order of the rows."""

    def __init__(self, rows: Iterable[QuestionRow]) -> None:
        self._places: dict[str, dict[str, int]] = {}
        for row in rows:
            places = self._places.setdefault(row.document, {})
            places.setdefault(row.context, len(places))

    def around(self, row: QuestionRow, neighbours: Sequence[str], chance: Random) -> tuple[str, Answer]:
        """Put the row's context between those beside it in its text, or among *neighbours* where none is known."""
        places = self._places[row.document]
        place, order = places[row.context], list(places)
        before = " ".join(order[max(0, place - chance.randint(0, 2)) : place])
        after = " ".join(order[place + 1 : place + 1 + chance.randint(0, 1)])
        if not before and not after:
            return among(neighbours, row.context, row.answer, chance)
        return _between(before, row.context, after, row.answer)


def _between(before: str, sentence: str, after: str, answer: Answer) -> tuple[str, Answer]:
    context, answer = moved(f"{before} " if before else "", sentence, answer)
    return (f"{context} {after}" if after else context), answer
