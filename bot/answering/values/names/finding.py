"""Every name in a text."""

from collections.abc import Iterator

from bot.answering.values.names.classifying import classify
from bot.answering.values.names.naming import FoundName
from bot.answering.values.names.runs import find_runs


def find_names(text: str, taken: list[tuple[int, int]]) -> Iterator[FoundName]:
    """Yield the names of *text* outside *taken* (its dates and times), in order."""
    runs = tuple(find_runs(text, sorted(taken)))
    surnames = frozenset(run.words[-1].text for run in runs if len(run.words) > 1)
    end = 0
    for run in runs:
        for found in classify(run, surnames):
            if found.start >= end:  # "Washington, D.C." takes two runs
                yield found
                end = found.end
