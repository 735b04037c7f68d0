"""The statement that words make in answer to a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.questions.declaring import declared


@pytest.mark.parametrize(
    ("question", "answer", "statement"),
    [
        ("Who opened the bridge?", "Ana Diaz", "Ana Diaz opened the bridge"),
        ("Who is the mayor of Porto Novo?", "Ana Diaz", "Ana Diaz is the mayor of Porto Novo"),
        ("Who was elected?", "Ana Diaz", "Ana Diaz was elected"),
        ("Who has the most votes?", "Ana Diaz", "Ana Diaz has the most votes"),
        ("Who knows what is in it?", "Ana Diaz", "Ana Diaz knows what is in it"),
        ("Whose boat sank?", "Holt's", "Holt's boat sank"),
        ("Which rocket carries Aster 4?", "Peregrine", "Peregrine carries Aster 4"),
        ("Which town is the oldest?", "Porto Novo", "Porto Novo is the oldest"),
        ("What was the turnout?", "61 percent", "61 percent was the turnout"),
        ("What caused the fire?", "a cable", "a cable caused the fire"),
        ("How many people were saved?", "288", "288 people were saved"),
        ("How many people were saved?", "288 people", "288 people were saved"),
        ("How many students survived?", "60", "60 students survived"),
        ("How much of the cargo was lost?", "half", "half of the cargo was lost"),
    ],
)
def test_what_does_it_stands_before_the_verb(question: str, answer: str, statement: str) -> None:
    """Who or what is asked for by a subject's place gets the answer in its place, with what is counted."""
    assert declared(question, answer) == statement


@pytest.mark.parametrize(
    ("question", "answer", "statement"),
    [
        ("When will Koizumi meet Hegseth?", "January 15", "Koizumi meet Hegseth on January 15"),
        ("When was the bridge opened?", "1958", "the bridge was opened in 1958"),
        ("When does it open?", "10 a.m.", "it open at 10 a.m."),
        ("When was it closed?", "last week", "it was closed last week"),
        ("Where did the ferry sink?", "Oslo Sound", "the ferry sink in Oslo Sound"),
        ("Where did the ferry sink?", "off the coast", "the ferry sink off the coast"),
        ("Why was the visit cancelled?", "of a storm", "the visit was cancelled because of a storm"),
        ("Why was the visit cancelled?", "to save fuel", "the visit was cancelled to save fuel"),
        ("In which city does she live?", "Oslo", "she live in Oslo"),
        ("Which rocket will Aster 4 use?", "Peregrine", "Aster 4 use Peregrine"),
        ("What is the tower called?", "the Needle", "the tower is called the Needle"),
        ("Whom did Toll defeat?", "Brandis", "Toll defeat Brandis"),
        ("How large is the island?", "40 acres", "the island 40 acres"),
        ("How was it found?", "by a diver", "it was found by a diver"),
    ],
)
def test_what_is_done_stands_behind_it(question: str, answer: str, statement: str) -> None:
    """The auxiliary goes behind the subject, and the answer to the end, with a preposition where it wants one."""
    assert declared(question, answer) == statement


@pytest.mark.parametrize(
    ("question", "answer", "statement"),
    [
        ("It was handed over to whom?", "Ana Diaz", "It was handed over to Ana Diaz"),
        ("Name the mayor", "Ana Diaz", "Ana Diaz is the mayor"),
        ("Did it sink?", "It sank.", "Did it sink? It sank."),
    ],
)
def test_other_forms_put_the_answer_behind(question: str, answer: str, statement: str) -> None:
    """A question word at the end is replaced; what has none is followed by the answer."""
    assert declared(question, answer) == statement


@given(st.text(), st.text(st.characters(categories=("L", "N")), min_size=1))
def test_every_statement_holds_the_answer(question: str, answer: str) -> None:
    """Whatever is asked, the answer stands in the statement as it is."""
    assert answer in declared(question, answer)
