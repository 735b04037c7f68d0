"""Holds an answer against the expected one: the outcome, and every quote that must be shown."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.answering.answers import Answer, Version
from bot.evaluation.questions_file import ExpectedAnswer, ExpectedQuote


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

    @property
    def wanted(self) -> int:
        """How many of the answer's versions hold a quote that is expected."""
        return sum(
            any(holds(version, wanted) for wanted in self.expected.versions)
            for version in self.answer.versions
        )


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """The results of a file of questions, in its order."""

    results: tuple[Scored, ...]

    @property
    def right(self) -> int:
        """How many questions came out right."""
        return sum(result.right for result in self.results)

    def versions(self) -> tuple[int, int]:
        """Return how many versions that were shown are expected, and how many were shown, where any is expected.

        A list of expected quotes names those that must be shown; another may be right, too, but most are misread.
        """
        asked = [result for result in self.results if result.expected.versions]
        return sum(result.wanted for result in asked), sum(len(result.answer.versions) for result in asked)

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
    for wanted in expected.versions:
        holding = [version for version in answer.versions if holds(version, wanted)]
        if not holding:
            faults.append(f"no quote of {wanted.article} holds {wanted.any_of[0]!r}")
        elif wanted.value is not None and all(version.value != wanted.value for version in holding):
            faults.append(f"{wanted.article} says {holding[0].value}, not {wanted.value}")
    if expected.relation is not None and answer.relation is not expected.relation:
        faults.append(f"versions are {answer.relation or 'none'} instead of {expected.relation}")
    if expected.on is not None and (answer.disagreement is None or answer.disagreement.on != expected.on):
        faults.append(f"no disagreement on {expected.on!r}")
    noted = {note.article_id for note in answer.notes}
    faults += [f"no remark on {article}" for article in expected.noted if article not in noted]
    return Scored(expected, answer, tuple(faults))


def holds(version: Version, wanted: ExpectedQuote) -> bool:
    """Whether a version quotes the article with one of the strings."""
    texts = [quote.text for quote in version.quotes if quote.paragraph.article_id == wanted.article]
    return any(string in text for string in wanted.any_of for text in texts)


def evaluate(answer: Callable[[str], Answer], questions: Iterable[ExpectedAnswer]) -> EvaluationReport:
    """Ask every question and score what comes."""
    return EvaluationReport(tuple(score(expected, answer(expected.question)) for expected in questions))
