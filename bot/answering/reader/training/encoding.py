"""Examples as the numbers that the model reads: word pieces of both texts, and where the answer lies."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer

from bot.answering.reader.training.examples import GroupExample, QuestionExample
from bot.answering.reader.training.rows import PairRow

LONGEST_QUESTION_PAIR = 288  # word pieces: the longest window drawn has 170 words
LONGEST_SENTENCE_PAIR = 128
_COMMON = "the a an of in and to on at by for , . - ' \""


@dataclass(frozen=True, slots=True)
class Encoded:
    """One example: ids and segments of its word pieces; targets are (start, end), last included, or (label,).

    A question without an answer points at piece 0, the classification token. An example counts as *weight* examples.
    """

    ids: Sequence[int]
    segments: Sequence[int]
    targets: tuple[int, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Group:
    """The passage that answers a question, and others that do not."""

    right: Encoded
    wrong: Sequence[Encoded]


class Encoder:
    """Encodes examples with the packaged model's tokenizer."""

    def __init__(self, tokenizer: Path) -> None:
        self._tokenizer: Any = Tokenizer.from_str(tokenizer.read_text(encoding="utf-8"))
        self._tokenizer.no_padding()

    def questions(self, examples: Sequence[QuestionExample]) -> list[Encoded]:
        """Encode questions, in order; those whose answer was cut off or has no piece are left out."""
        self._tokenizer.enable_truncation(LONGEST_QUESTION_PAIR, strategy="only_second")
        encodings = self._tokenizer.encode_batch(
            [(example.question[:600], example.context) for example in examples]
        )
        found = []
        for example, encoding in zip(examples, encodings, strict=True):
            targets = (0, 0) if example.answer is None else _pieces_of(example.answer, encoding)
            if targets is not None:
                found.append(Encoded(encoding.ids, encoding.type_ids, targets))
        return found

    def groups(self, examples: Sequence[GroupExample]) -> list[Group]:
        """Encode groups, in order; those whose answer was cut off are left out."""
        found = []
        for example in examples:
            right = self.questions([example.right])
            wrong = self.questions(
                [replace(example.right, context=text, answer=None) for text in example.wrong]
            )
            found += [Group(one, wrong) for one in right]
        return found

    def common_pieces(self) -> frozenset[int]:
        """Return the pieces of little words and marks, which a right and a wrong answer may share."""
        return frozenset(self._tokenizer.encode(_COMMON).ids)

    def pairs(self, rows: Sequence[PairRow]) -> list[Encoded]:
        """Encode sentence pairs, in order."""
        self._tokenizer.enable_truncation(LONGEST_SENTENCE_PAIR, strategy="longest_first")
        encodings = self._tokenizer.encode_batch([(row.premise, row.hypothesis) for row in rows])
        return [
            Encoded(encoding.ids, encoding.type_ids, (row.label,))
            for row, encoding in zip(rows, encodings, strict=True)
        ]


def _pieces_of(answer: tuple[int, int], encoding: Any) -> tuple[int, int] | None:
    """Return the first and last piece that share a character with *answer*."""
    inside = [
        place
        for place, (segment, (start, end)) in enumerate(
            zip(encoding.sequence_ids, encoding.offsets, strict=True)
        )
        if segment == 1 and start < answer[1] and end > answer[0]
    ]
    return (inside[0], inside[-1]) if inside else None
