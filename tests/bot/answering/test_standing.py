"""Questions that stand alone, and those that lean on another."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.intake import leans_on_another
from bot.answering.questions.standing import stands_alone

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "question",
    [
        "and when does it end?",
        "When does it end?",
        "And when will they meet?",
        "Why?",
        "And why?",
        "When was that?",
        "And in Tokyo?",
        "and the minister?",
        "And what about Hegseth?",
        "How much did it cost?",
        "Who attended it?",
        "Which one?",
        "Who was there?",
        "But how long is that?",
        "Then when?",
    ],
)
def test_what_goes_on_from_another_leans(question: str) -> None:
    """Nothing in such a question says what it is about."""
    assert not stands_alone(question)
    assert leans_on_another(question)


@pytest.mark.parametrize(
    "question",
    [
        "When does the trip end?",
        "When will they meet?",
        "Neptune's moons, how many are there?",
        "When will he meet Hegseth?",
        "And where will Koizumi meet Hegseth?",
        "So when is the meeting?",
        "What about Hegseth?",
        "How much will it cost to repair the bridge?",
        "When does the ferry leave and when does it arrive?",
        "Is it true that Koizumi resigned?",
        "is it true that the minister resigned?",
        "When is that meeting?",
        "Is there a bridge?",
        "who said that the deal is off?",
        "What is the plan?",
        "ferry",
        "is it going to arrive on 12 january",
    ],
)
def test_what_names_its_topic_stands_alone(question: str) -> None:
    """A name, a number, a noun that is introduced, or people known by what they do, are enough to go by."""
    assert stands_alone(question)
    assert not leans_on_another(question)


@pytest.mark.parametrize("talk", ["Hello!", "thanks", "how are you?", "Who are you?", "what's up", "🙂"])
def test_small_talk_never_leans(talk: str) -> None:
    """It is answered as small talk, not asked to be put in whole."""
    assert not leans_on_another(talk)


def test_no_question_of_the_corpora_leans() -> None:
    """Every question that has a known answer is one that is asked."""
    files = [
        ROOT / "corpus" / "questions.jsonl",
        *sorted((ROOT / "tests" / "stories").rglob("questions.jsonl")),
    ]
    questions = [
        json.loads(line)["question"]
        for file in files
        for line in file.read_text("utf-8").splitlines()
        if line
    ]
    for file in sorted((ROOT / "tests" / "wordings").rglob("*.txt")):
        questions += file.read_text("utf-8").splitlines()
    assert len(questions) >= 1300
    assert [question for question in questions if leans_on_another(question)] == []


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    """Whatever is typed is either one or the other, and space around it changes nothing."""
    assert stands_alone(text) is stands_alone(f"  {text}\t")
