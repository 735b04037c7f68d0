"""Invented passages teach which way a question is settled, and that one may be left open."""

import json
from collections import Counter
from pathlib import Path

import pytest

from bot.answering.reader.training.polarity import POLARITY, PolarityError, read_polarity
from bot.answering.reader.training.rows import LABELS

_ASKED = {
    "question": "Did the council close the bridge?",
    "yes": ["Since Monday nobody has crossed it."],
    "no": ["Lorries rolled over it all week."],
    "open": ["The council met on Monday about the bridge."],
}


def test_each_passage_is_asked_about_the_statement_and_its_denial(tmp_path: Path) -> None:
    """What says yes entails the statement, what says no its denial, and what leaves it open neither."""
    (tmp_path / "town.jsonl").write_text(json.dumps(_ASKED) + "\n", encoding="utf-8")
    (tmp_path / "README.md").write_text("no passages", encoding="utf-8")
    said, denied = (f"It is {way} that the council close the bridge." for way in ("true", "not true"))
    assert [(pair.premise, pair.hypothesis, LABELS[pair.label]) for pair in read_polarity(tmp_path)] == [
        (_ASKED["yes"][0], said, "entailment"),
        (_ASKED["yes"][0], denied, "contradiction"),
        (_ASKED["no"][0], said, "contradiction"),
        (_ASKED["no"][0], denied, "entailment"),
        (_ASKED["open"][0], said, "neutral"),
        (_ASKED["open"][0], denied, "neutral"),
    ]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"question": "Who closed the bridge?"}, "yes or no do not answer"),
        ({"open": []}, "no question with passages"),
    ],
)
def test_a_wrong_line_is_told_with_its_file(tmp_path: Path, changed: dict[str, object], said: str) -> None:
    """Whoever writes passages learns which line is wrong, and what about it."""
    lines = [json.dumps(_ASKED), json.dumps({**_ASKED, **changed})]
    (tmp_path / "town.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(PolarityError, match=said) as raised:
        read_polarity(tmp_path)
    assert f"Line 2 of {tmp_path / 'town.jsonl'}" in str(raised.value)


def test_what_is_laid_tells_nothing_by_its_form() -> None:
    """As many passages say yes as no, and whoever only counts denials learns nothing of which."""
    pairs = read_polarity(POLARITY)[::2]
    counted = Counter(LABELS[pair.label] for pair in pairs)
    assert counted["entailment"] == pytest.approx(counted["contradiction"], rel=0.1)
    denying = Counter(
        LABELS[pair.label] for pair in pairs if {"not", "no", "never"} & {*pair.premise.lower().split()}
    )
    shares = {label: denying[label] / counted[label] for label in counted}
    assert shares["entailment"] == pytest.approx(shares["contradiction"], abs=0.1)
