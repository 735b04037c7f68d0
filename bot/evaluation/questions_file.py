"""Reads questions with their right answers from a JSON-lines file."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.answering.answers import Outcome, Relation
from bot.errors import QuestionError


class ExpectedQuote(BaseModel):
    """A quote that must be shown: from this article, holding one of these strings.

    Where a ``value`` is given, the quote's version must have it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    article: str
    any_of: tuple[str, ...]
    value: str | None = None


class ExpectedAnswer(BaseModel):
    """A question and what must come of it.

    Where ``relation`` or ``on`` is given, the versions must stand so to each other, or disagree on that;
    ``noted`` are articles of which a remark must be made.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: str
    outcome: Outcome
    versions: tuple[ExpectedQuote, ...] = ()
    relation: Relation | None = None
    on: str | None = None
    noted: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def read_questions(path: Path) -> list[ExpectedAnswer]:
    """Read one expected answer a line; blank lines are skipped.

    Raises:
        QuestionError: the file cannot be read or a line is not such an object; the message names the line.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text, so save it as plain text in UTF-8"
        raise QuestionError(f"Cannot read the questions in {path}: {reason}.") from error
    found = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            found.append(ExpectedAnswer.model_validate_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise QuestionError(
                f"{path}:{number}: {where or 'line'}: {first['msg']}; "
                "see corpus/README.md for what a line holds."
            ) from error
    return found
