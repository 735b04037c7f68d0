"""What a reader is trained on: the shares of the kinds of questions, and how much of a context is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Proportions:
    """Shares, each 0 to 1, and lengths in words.

    ``shares`` are those of the kinds of questions, ``titled`` of the contexts with their title in front, as an
    article's headline would stand, ``whole`` of those that are not cut; the others have ``shortest`` to ``usual`` words.
    """

    shares: Mapping[str, float]
    titled: float
    whole: float
    shortest: int
    usual: int


# SQuAD 2.0 is the largest, the only one with written unanswerable questions, and what the reader is measured on. A third
# of the questions to be swapped cannot be, and is asked as it is.
# Template questions ("Who banned something?") are the least like what people ask, and only stand behind "predicates".
PASSAGES = Proportions(
    {
        "squad": 0.55,
        "swapped": 0.15,
        "search": 0.04,
        "informal": 0.05,
        "sentences": 0.03,
        "predicates": 0.06,
        "wrong": 0.06,
        "polar": 0.06,
    },
    titled=0.15,
    whole=0.45,
    shortest=40,
    usual=95,
)
# What is read a second time are a few sentences. A wrong passage is seldom among them: the first reading sorts it out.
CLOSE = Proportions(
    {
        "squad": 0.61,
        "swapped": 0.17,
        "search": 0.04,
        "informal": 0.04,
        "sentences": 0.03,
        "predicates": 0.04,
        "wrong": 0.03,
        "polar": 0.04,
    },
    titled=0.0,
    whole=0.05,
    shortest=15,
    usual=45,
)
# Beside groups there are wrong passages enough, and swapped questions make a reader refuse rather than tell apart.
BESIDE_GROUPS = Proportions(
    {
        "squad": 0.60,
        "swapped": 0.04,
        "search": 0.08,
        "informal": 0.08,
        "sentences": 0.05,
        "predicates": 0.06,
        "polar": 0.09,
    },
    titled=0.25,
    whole=0.35,
    shortest=25,
    usual=90,
)


class PairShares(NamedTuple):
    """Shares, each 0 to 1, of pairs that are made ones about denials, that say whether words answer, that settle yes/no."""

    denials: float
    statements: float
    polarity: float


class StoryShares(NamedTuple):
    """Shares, each 0 to 1, of questions and of groups that are about invented stories; of such questions, the unanswered."""

    questions: float
    groups: float
    silent: float
    pairs: PairShares


PAIRS = PairShares(0.2, 0.35, 0.0)
ALONE = PairShares(0.1, 0.1, 0.6)  # where nothing but pairs is trained on, beside stories
# A short training on a CPU goes through them about once, a long one on a GPU seven times.
OF_STORIES = StoryShares(0.5, 0.8, 0.5, PairShares(0.1, 0.15, 0.5))
OF_STORIES_LONG = StoryShares(0.05, 0.4, 0.3, PairShares(0.2, 0.3, 0.1))
