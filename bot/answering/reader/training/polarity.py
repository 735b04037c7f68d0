"""Invented passages that settle a yes/no question one way or the other, or leave it open, written for training.

Public entailment sets ask of a sentence what somebody made of that very sentence; a member's question is worded by
somebody who never saw it, and is settled by a step ("her successor was sworn in") as often as by its words. A line of
``polarity/NAME.jsonl`` holds one question with passages of all three kinds, which differ as little as may be (Gardner et
al., "Evaluating Models' Local Decision Boundaries via Contrast Sets", 2020):

    {"question": text, "yes": [passage, ...], "no": [passage, ...], "open": [passage, ...]}

In the files whose names end in a 2 nearly all passages say outright what they say, in the others a third imply it.
As many that say yes hold a denial as of those that say no: counting denials tells nothing.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.answering.questions.statements import statement_of
from bot.answering.reader.settling import AFFIRMED, DENIED
from bot.answering.reader.training.rows import LABELS, PairRow

POLARITY = Path(__file__).with_name("polarity")

Settled = Literal["yes", "no", "open"]

_AFFIRMED = {"yes": "entailment", "no": "contradiction", "open": "neutral"}
_DENIED = {"yes": "contradiction", "no": "entailment", "open": "neutral"}


class PolarityError(ValueError):
    """A line is not of this form, or its question not one that yes or no answers."""


class _Asked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    question: str
    yes: tuple[str, ...] = Field(min_length=1)
    no: tuple[str, ...] = Field(min_length=1)
    open: tuple[str, ...] = Field(min_length=1)


def read_polarity(folder: Path = POLARITY) -> list[PairRow]:
    """Return what every passage of the files of *folder*, by name, says of its question's statement and of its denial.

    Raises:
        OSError: there is no such folder, or a file cannot be read.
        PolarityError: a line is not of the form above, or `statement_of` finds no statement in its question.
    """
    pairs: list[PairRow] = []
    for path in sorted(folder.iterdir()):
        if path.suffix != ".jsonl":
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            try:
                asked = _Asked.model_validate_json(line)
            except ValidationError as error:
                raise PolarityError(
                    f"Line {number} of {path} holds no question with passages: {error}"
                ) from error
            statement = statement_of(asked.question)
            if statement is None:
                raise PolarityError(f"Line {number} of {path}: yes or no do not answer {asked.question!r}.")
            passages: dict[Settled, tuple[str, ...]] = {"yes": asked.yes, "no": asked.no, "open": asked.open}
            for settled, texts in passages.items():
                pairs += [pair for text in texts for pair in polarity_pairs(text, statement, settled)]
    return pairs


def polarity_pairs(premise: str, statement: str, settled: Settled) -> Iterator[PairRow]:
    """Yield what *premise* says of *statement*, and of its denial, as the reader asks about both."""
    for words, labels in ((AFFIRMED, _AFFIRMED), (DENIED, _DENIED)):
        yield PairRow(premise, words.format(statement), LABELS.index(labels[settled]))
