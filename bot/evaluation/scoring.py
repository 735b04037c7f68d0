"""Holds an answer against the expected one: the outcome, and every quote that must be shown."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.answering.answers import Answer
from bot.evaluation.questions_file import ExpectedAnswer


@dataclass(frozen=True, slots=True)
class Scored:
    """One question's result; ``faults`` is empty where everything is right."""

    expected: ExpectedAnswer
    answer: Answer
    faults: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the outcome and every quote are as expected."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """The results of a file of questions, in its order."""

    results: tuple[Scored, ...]

    @property
    def right(self) -> int:
        """How many questions came out right."""
        return sum(result.right for result in self.results)

    def by_tag(self) -> dict[str, tuple[int, int]]:
        """Return right and asked for every outcome and tag, in order of name."""
        asked: Counter[str] = Counter()
        right: Counter[str] = Counter()
        for result in self.results:
            for tag in {result.expected.outcome.value, *result.expected.tags}:
                asked[tag] += 1
                right[tag] += result.right
        return {tag: (right[tag], asked[tag]) for tag in sorted(asked)}


def score(expected: ExpectedAnswer, answer: Answer) -> Scored:
    """Hold *answer* against *expected*."""
    faults = []
    if answer.outcome is not expected.outcome:
        faults.append(f"{answer.outcome.value} instead of {expected.outcome.value}")
    quotes = [quote for version in answer.versions for quote in version.quotes]
    for wanted in expected.versions:
        texts = [quote.text for quote in quotes if quote.paragraph.article_id == wanted.article]
        if not any(string in text for string in wanted.any_of for text in texts):
            faults.append(f"no quote of {wanted.article} holds {wanted.any_of[0]!r}")
    return Scored(expected, answer, tuple(faults))


def evaluate(answer: Callable[[str], Answer], questions: Iterable[ExpectedAnswer]) -> EvaluationReport:
    """Ask every question and score what comes."""
    return EvaluationReport(tuple(score(expected, answer(expected.question)) for expected in questions))
