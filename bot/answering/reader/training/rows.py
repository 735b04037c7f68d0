"""The training rows: questions with contexts, and sentence pairs, as xz-compressed JSON lines.

A question row is ``{"question", "context", "answers": [{"text", "start"}], "title"?, "id"?, "doc"?}`` with
``context[start:start + len(text)] == text``; no answers means that the context does not say. Template questions
about one verb share all of their ``id`` but the last part, and ``doc`` names a sentence. A pair is
``{"premise", "hypothesis", "label"}``. The public originals (SQuAD 2.0, QED, QAMR, QA-SRL Bank 2.0,
SQuADShifts, MultiNLI and others) fit this form with a few lines of conversion.
"""

import json
import lzma
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

LABELS = ("entailment", "neutral", "contradiction")
NOT_ENTAILED = len(LABELS)  # either of the last two

# Files of one kind are drawn from together.
QUESTION_FILES = {
    "squad": ("qa_squad2",),
    "search": ("qa_qed",),
    "informal": ("qa_squadshifts_reddit", "qa_squadshifts_amazon"),
    "sentences": ("qa_qamr",),
    "templates": ("qa_qasrl",),
}

_LABELLED = (*LABELS, "not entailed")

_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question and its context; ``answer`` is (start, end) in code points, or None for "not here"."""

    question: str
    context: str
    answer: tuple[int, int] | None
    wordings: tuple[str, ...]  # of the answer: no passage that holds one of them is a sure negative
    title: str
    group: str = ""  # of template questions: the predicate that they ask about
    document: str = ""  # of single sentences: the text that they were taken from


@dataclass(frozen=True, slots=True)
class PairRow:
    """Two texts; ``label`` indexes `LABELS`, or is `NOT_ENTAILED`."""

    premise: str
    hypothesis: str
    label: int


def read_questions(data: Path, kind: str) -> list[QuestionRow]:
    """Read the question rows of *kind*, a key of `QUESTION_FILES`, in file order.

    Raises:
        OSError: a file is not there.
        ValueError: a file is damaged, a row is not of this form, or its answer does not stand in its context.
    """
    return [row for name in QUESTION_FILES[kind] for row in _read(data / f"{name}.jsonl.xz", _question)]


def read_pairs(data: Path) -> list[PairRow]:
    """Read the sentence pairs, in file order; raises as `read_questions` does."""
    return _read(data / "nli.jsonl.xz", _pair)


def read_statements(path: Path) -> list[PairRow]:
    """Read the pairs that `mining` wrote, in file order; raises as `read_questions` does."""
    return _read(path, _pair)


def _question(row: dict[str, Any]) -> QuestionRow:
    context, answers = row["context"], row["answers"]
    span = None
    if answers:
        start = int(answers[0]["start"])
        span = (start, start + len(answers[0]["text"]))
        if context[slice(*span)] != answers[0]["text"]:
            raise ValueError("the answer does not stand at its place in the context")
    return QuestionRow(
        question=row["question"].strip(),
        context=context,
        answer=span,
        wordings=tuple(sorted({answer["text"] for answer in answers})),
        title=(row.get("title") or "").replace("_", " "),
        group=(row.get("id") or "").rsplit("-", 1)[0],
        document=_document(row.get("doc") or ""),
    )


def _document(place: str) -> str:
    """Return the text that a sentence's place ("Wiki1k:wikinews:1498508:4:5", "T_1152_2") lies in."""
    return ":".join(place.split(":")[:3]) if ":" in place else place.rpartition("_")[0]


def _pair(row: dict[str, Any]) -> PairRow:
    return PairRow(row["premise"], row["hypothesis"], _LABELLED.index(row["label"]))


def _read(path: Path, made_of: Callable[[dict[str, Any]], _Row]) -> list[_Row]:
    rows: list[_Row] = []
    try:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                rows.append(made_of(json.loads(line)))  # noqa: PERF401 - the count names the line at fault
    except (lzma.LZMAError, EOFError, UnicodeDecodeError) as error:
        raise ValueError(f"{path} is damaged ({error}).") from error
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise ValueError(f"{path}, line {len(rows) + 1}, is not of the form of a row: {error!r}.") from error
    return rows
