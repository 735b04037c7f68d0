"""What a reader is trained on: a question with a text, or with several of which one answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.reader.training.surroundings import Answer


@dataclass(frozen=True, slots=True)
class QuestionExample:
    """A question and what it is read against; ``answer`` is (start, end) in ``context``, or None."""

    question: str
    context: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class GroupExample:
    """A question with a passage that answers it, and passages that do not."""

    right: QuestionExample
    wrong: Sequence[str]
