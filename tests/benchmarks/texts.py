"""Paragraphs of the length that news has, from the evaluation data or, without it, put together from words."""

import random

from bot.evaluation.data import evaluation_file, rows
from bot.settings import read_settings

WORDS = 74  # of a paragraph: the mean length of a news article's
_WORDS = (
    "the minister said on that a meeting of his allies in port would follow talks about ferry safety after "
    "two ships met heavy weather near an island while crews waited for news from families and officials"
).split()


def paragraphs(count: int, words: int = WORDS) -> list[str]:
    """Return *count* different paragraphs of *words* at most, the same ones every time."""
    path = evaluation_file(read_settings().eval_data, "qa_squad2_dev")
    if path is not None:
        found = dict.fromkeys(" ".join(row["context"].split()[:words]) for row in rows(path))
        if len(found) >= count:
            return list(found)[:count]
    chooser = random.Random(count)  # noqa: S311 - the same paragraphs every time is the point
    return [f"{number}. " + " ".join(chooser.choices(_WORDS, k=words)) + "." for number in range(count)]
