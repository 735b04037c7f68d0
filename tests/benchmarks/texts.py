"""Paragraphs of the length that news has, from the evaluation data or, without it, put together from words."""

import json
import lzma
import random
from pathlib import Path
from typing import Any

from bot.settings import read_settings

Row = dict[str, Any]
WORDS = 74  # of a paragraph: the mean length of a news article's
_WORDS = (
    "the minister said on that a meeting of his allies in port would follow talks about ferry safety after "
    "two ships met heavy weather near an island while crews waited for news from families and officials"
).split()


def paragraphs(count: int) -> list[str]:
    """Return *count* different paragraphs, the same ones every time."""
    path = evaluation_file(read_settings().eval_data, "qa_squad2_dev")
    if path is not None:
        found = dict.fromkeys(" ".join(row["context"].split()[:WORDS]) for row in rows(path))
        if len(found) >= count:
            return list(found)[:count]
    chooser = random.Random(count)  # noqa: S311 - the same paragraphs every time is the point
    return [f"{number}. " + " ".join(chooser.choices(_WORDS, k=WORDS)) + "." for number in range(count)]


def evaluation_file(data: Path | None, name: str) -> Path | None:
    """Return a file of the evaluation data, None if the data is not there."""
    path = data / "dev" / f"{name}.jsonl.xz" if data else None
    return path if path and path.is_file() else None


def rows(path: Path) -> list[Row]:
    """Read a compressed JSON-lines file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
