"""Whether a new index may take the place of another: the known questions are asked on both. Pure.

A question that came out right before and does not now speaks against the new index, with two exceptions.
A question that is about an article which was taken out is not asked: what it expects was meant to go. And where
everything expected is still shown, and a version beside it comes from added or changed articles alone, that is what
adding them is for: a dispute that was not there before, or an answer where there was none. The gate cannot know
whether such a version is right; it is named, for an editor to look at and to put the questions in order.
"""

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass

from bot.answering.answers import Answer, Outcome, Version
from bot.evaluation.questions_file import ExpectedAnswer
from bot.evaluation.scoring import Scored, holds, score

Ask = Callable[[str], Answer]
Told = Callable[[int, int], None]  # how many of how many are done


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the known questions say of a new index.

    ``worse`` were right before and are wrong now; ``moved`` are no longer as expected because of what was added
    or changed; ``asked`` counts those that were asked.
    """

    worse: tuple[Scored, ...]
    moved: tuple[Scored, ...]
    asked: int


def compared(
    questions: Sequence[ExpectedAnswer],
    before: Ask,
    after: Ask,
    *,
    removed: Set[str],
    fresh: Set[str],
    touched: Callable[[str], bool] = lambda _: True,
    told: Told = lambda _done, _of: None,
) -> Comparison:
    """Ask *questions* on the new index, and those that come out wrong on the old one, too.

    *removed* and *fresh* are ids of articles that were taken out, and that were added or changed. What is not
    *touched* by any of them comes out as before, and is not asked.
    """
    worse: list[Scored] = []
    moved: list[Scored] = []
    due = [one for one in questions if not _articles_of(one) & removed and touched(one.question)]
    for done, expected in enumerate(due):
        told(done, len(due))
        now = score(expected, after(expected.question))
        if now.right or not score(expected, before(expected.question)).right:
            continue
        (moved if _is_explained(now, fresh) else worse).append(now)
    told(len(due), len(due))
    return Comparison(tuple(worse), tuple(moved), len(due))


def _articles_of(expected: ExpectedAnswer) -> set[str]:
    return {wanted.article for wanted in expected.versions} | set(expected.noted)


def _is_explained(now: Scored, fresh: Set[str]) -> bool:
    """Whether all that was expected is shown, and what else there is comes from *fresh* articles."""
    answer, expected = now.answer, now.expected
    if not all(any(holds(version, wanted) for version in answer.versions) for wanted in expected.versions):
        return False
    from_fresh = [_is_from(version, fresh) for version in answer.versions]
    return all(from_fresh) if expected.outcome is Outcome.NOT_IN_SOURCES else any(from_fresh)


def _is_from(version: Version, articles: Set[str]) -> bool:
    return all(quote.paragraph.article_id in articles for quote in version.quotes)


def objections(found: Comparison) -> Iterator[str]:
    """Yield a line for each question that came out worse."""
    for one in found.worse:
        yield f"“{one.expected.question}” came out right before, and now: {'; '.join(one.faults)}."


def remarks(found: Comparison) -> Iterator[str]:
    """Yield a line for each question whose expected answer the new articles have overtaken."""
    for one in found.moved:
        yield f"“{one.expected.question}” comes out otherwise because of the new articles: {'; '.join(one.faults)}."
