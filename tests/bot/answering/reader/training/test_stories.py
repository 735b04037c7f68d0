"""Invented stories teach which paragraphs answer; what they say must stand where they say."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot.answering.reader.training.examples import GroupExample
from bot.answering.reader.training.mixing import Mixture
from bot.answering.reader.training.proportions import BESIDE_GROUPS
from bot.answering.reader.training.ranking import HELD_OUT
from bot.answering.reader.training.rows import LABELS, PairRow
from bot.answering.reader.training.stories import STORIES, StoryError, StoryRows, read_stories
from tests.bot.answering.reader.training.invented_rows import pair_rows, question_rows

_SANK = "The Solveig sank on Monday. Nine sailors drowned off Skar."
_SAVED = "A trawler saved the captain, Bram Holt, who said that the Solveig had sunk on Sunday."
_OWNER = "The owner of the Solveig, a bank in Lund, did not answer letters about the Solveig."
_OTHER = "In 1920 a ship called Solveig, too, sank off Skar, and twelve sailors drowned."


def _story(**changed: Any) -> dict[str, Any]:
    told = {"outlet": "Post", "date": "2027-03-02"}
    story = {
        "articles": [
            {"id": "post", "title": "Ship lost", "paragraphs": [_SANK, _OTHER], **told},
            {"id": "wire", "title": "Captain saved", "paragraphs": [_SAVED, _OWNER], **told},
        ],
        "questions": [
            {
                "question": "When did the Solveig sink?",
                "kind": "short",
                "answers": [["post", 1, "on Monday"], ["wire", 1, "on Sunday"]],
            },
            {
                "question": "Was the captain saved?",
                "kind": "yes",
                "answers": [["wire", 1, _SAVED, "yes"]],
            },
            {"question": "How much was the Solveig worth?", "kind": "absent", "answers": []},
        ],
    }
    return {**story, **changed}


def _read(folder: Path, story: dict[str, Any]) -> StoryRows:
    (folder / "ship.json").write_text(json.dumps(story), encoding="utf-8")
    return StoryRows(read_stories(folder))


def test_each_paragraph_that_answers_is_a_row_with_its_words(tmp_path: Path) -> None:
    """A question is asked of every paragraph that answers it, under its article's title."""
    rows = [row for row in _read(tmp_path, _story()).answered if row.group == "short"]
    assert [(row.context, row.title) for row in rows] == [(_SANK, "Ship lost"), (_SAVED, "Captain saved")]
    assert [row.context[slice(*row.answer)] for row in rows if row.answer] == ["on Monday", "on Sunday"]


def test_what_does_not_answer_is_near_and_nothing_else(tmp_path: Path) -> None:
    """A paragraph that answers in other words misleads nobody, so it is not among those that do."""
    rows = _read(tmp_path, _story())
    asked = rows.answered[:1]
    assert rows.nearest(asked) == [[_OWNER, _OTHER]]


def test_a_question_that_nothing_answers_is_asked_of_what_comes_near(tmp_path: Path) -> None:
    """A reader learns to refuse from questions that the story does not answer, not from those that it does."""
    rows = _read(tmp_path, _story()).silent
    assert {row.question for row in rows} == {"How much was the Solveig worth?"}
    assert {row.context for row in rows} == {_SANK, _SAVED, _OWNER, _OTHER}
    assert not any(row.answer for row in rows)


@pytest.mark.parametrize(("says", "label"), [("yes", "entailment"), ("no", "contradiction")])
def test_what_settles_a_question_says_so_of_its_statement(tmp_path: Path, says: str, label: str) -> None:
    """A sentence that says yes entails the statement and contradicts its denial, as the reader asks of both."""
    question = {"question": "Was the captain saved?", "kind": says, "answers": [["wire", 1, _SAVED, says]]}
    pairs = [
        pair for pair in _read(tmp_path, _story(questions=[question])).polarity if pair.premise == _SAVED
    ]
    assert [(pair.hypothesis, LABELS[pair.label]) for pair in pairs] == [
        ("It is true that the captain was saved.", label),
        (
            "It is not true that the captain was saved.",
            "contradiction" if label == "entailment" else "entailment",
        ),
    ]


def test_what_other_paragraphs_say_leaves_a_question_open(tmp_path: Path) -> None:
    """The sentences that share most words with it and do not settle it say nothing of its statement or its denial.

    What is asked of a false premise ("why") is left out: they may well deny that.
    """
    saved = "Was the captain of the Solveig saved?"
    question = {"question": saved, "kind": "yes", "answers": [["wire", 1, _SAVED, "yes"]]}
    silent: list[dict[str, object]] = [
        {"question": asked, "kind": "absent", "answers": []}
        for asked in ("Was the owner of the Solveig sued?", "Why was the owner of the Solveig sued?")
    ]
    pairs = [
        pair
        for pair in _read(tmp_path, _story(questions=[question, *silent])).polarity
        if pair.premise != _SAVED
    ]
    said = [(pair.premise, pair.hypothesis, LABELS[pair.label]) for pair in pairs]
    assert said[0] == (
        "The Solveig sank on Monday.",
        "It is true that the captain of the Solveig was saved.",
        "neutral",
    )
    assert said[3] == (_OWNER, "It is true that the owner of the Solveig was sued.", "neutral")
    assert said[4][1:] == ("It is not true that the owner of the Solveig was sued.", "neutral")
    assert [premise for premise, _, _ in said[:3]].count(_OWNER) == 1
    assert len(said) == 3 + 3


@pytest.mark.parametrize(
    ("kind", "answers", "said"),
    [
        ("short", [["post", 2, "on Monday"]], "does not say 'on Monday'"),
        ("short", [["post", 3, "on Monday"]], "paragraph 3 of 'post' does not say"),
        ("short", [["mail", 1, "on Monday"]], "paragraph 1 of 'mail' does not say"),
        ("absent", [["post", 1, "on Monday"]], "is absent and has 1 answers"),
        ("short", [], "is short and has 0 answers"),
        ("yes", [["post", 1, _SANK]], "only what answers a yes/no question"),
        ("short", [["post", 1, "on Monday", "yes"]], "only what answers a yes/no question"),
        ("maybe", [["post", 1, "on Monday"]], "kind"),
    ],
)
def test_a_wrong_story_is_told_with_its_file(
    tmp_path: Path, kind: str, answers: list[Any], said: str
) -> None:
    """Whoever writes a story learns which file is wrong, and what about it."""
    question = {"question": "When did it sink?", "kind": kind, "answers": answers}
    with pytest.raises(StoryError, match=said) as raised:
        _read(tmp_path, _story(questions=[question]))
    assert str(tmp_path / "ship.json") in str(raised.value)


def test_a_mixture_asks_of_stories_and_goes_on_with_all_else(tmp_path: Path) -> None:
    """Half of the questions and most groups are of stories; the wrong passages of theirs are of the same story."""
    sunk, _, worth = _story()["questions"]
    rows = _read(tmp_path, _story(questions=[sunk, worth]))
    paragraphs = {_SANK, _SAVED, _OWNER, _OTHER}
    mixture = Mixture(question_rows(), pair_rows(), seed=5, proportions=BESIDE_GROUPS, stories=rows)
    asked = mixture.questions(0, 200)
    of_stories = [one for one in asked if _parts_of(one.context, paragraphs)]
    assert len(of_stories) == 100
    assert sum(one.answer is None for one in of_stories) == 50
    groups = mixture.groups(0, 40)
    told = [group for group in groups if _parts_of(group.right.context, paragraphs)]
    assert len(told) == 32
    assert all(_parts_of(text, paragraphs) for group in told for text in group.wrong)
    assert {_answer(group) for group in told} == {"on Monday", "on Sunday"}
    assert groups == mixture.groups(0, 40)


def _parts_of(text: str, paragraphs: set[str]) -> bool:
    """Whether *text*, or what follows a title in it, is of *paragraphs*."""
    plain = text.removeprefix("Ship lost. ").removeprefix("Captain saved. ")
    return any(plain in paragraph for paragraph in paragraphs)


def _answer(group: GroupExample) -> str:
    assert group.right.answer is not None
    return group.right.context[slice(*group.right.answer)]


def test_what_settles_is_half_of_the_pairs_beside_stories(tmp_path: Path) -> None:
    """Half of a step's pairs are of the stories and of the invented passages, each before any comes again."""
    passages = [
        PairRow(f"Passage {number}.", "It is true that the bridge is shut.", 1) for number in range(16)
    ]
    _read(tmp_path, _story())
    rows = StoryRows(read_stories(tmp_path), passages)
    mixture = Mixture(question_rows(), pair_rows(), seed=5, stories=rows)
    settling = {*rows.polarity}
    drawn = [row for chunk in range(2) for row in mixture.pairs(chunk * 20, 20)]
    assert len([row for row in drawn if row in settling]) == 20
    assert len({row for row in drawn if row in settling}) == min(20, len(settling))


def test_the_shipped_stories_are_right_and_those_held_out_are_others() -> None:
    """Every answer stands where its story says, and nothing that measures is trained on."""
    trained, held_out = read_stories(), read_stories(HELD_OUT)
    assert (len(trained), len(held_out)) == (217, 6)
    told = {text for story in trained for one in story.articles for text in one.paragraphs}
    assert not any(text in told for story in held_out for one in story.articles for text in one.paragraphs)
    tests = {path.name for path in Path("tests/stories").iterdir()}
    assert not tests & {path.stem for path in STORIES.glob("*.json")}
