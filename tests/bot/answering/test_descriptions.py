"""A question that describes somebody is asked of whom the articles name so, and of nobody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.descriptions import with_names
from bot.answering.people import people_in

_GAZETTE = (
    "Norway's Trade Minister Ingrid Solberg will visit Lisbon on Monday, where she will meet Portuguese Foreign Secretary "
    "Rui Teixeira. Solberg said that she hopes for a deal. After talks with Teixeira, Solberg will tour the docks with "
    "Amalia Brito, the mayor of Lisbon."
)
_COURIER = (
    "Solberg flies home on Friday. Solberg spoke before Solberg left. Solberg and Teixeira last met in Oslo. "
    "Solberg also sees Gen. Otto Falk, commander of "
    "the Northern Command. The mayor was elected in 2021."
)
_BODIES = (_GAZETTE, _COURIER)


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("When does the minister fly home?", "When does Solberg fly home?"),
        ("When does the Norwegian trade minister fly home?", "When does Solberg fly home?"),
        ("when does the norwegian minister meet teixeira", "when does Solberg meet teixeira"),
        ("Where will Norway's minister meet Teixeira?", "Where will Solberg meet Teixeira?"),
        ("What does Oslo's minister hope for?", "What does Solberg hope for?"),
        ("What is the minister's plan?", "What is Solberg’s plan?"),
        ("When does the commander of the Northern Command arrive?", "When does Falk arrive?"),
        ("When was the mayor elected?", "When was Brito elected?"),
        ("When will the foreign secretary meet his visitor from Oslo?", "When will Teixeira meet Solberg?"),
        ("When will Teixeira receive his Norwegian counterpart?", "When will Teixeira receive Solberg?"),
        ("Where did the two politicians last meet?", "Where did Solberg and Teixeira last meet?"),
        ("Is this the first time both ministers meet?", "Is this the first time Solberg and Teixeira meet?"),
        ("When does she fly home?", "When does Solberg fly home?"),
        ("Who goes with her to the docks?", "Who goes with Solberg to the docks?"),
        ("Is her trip long?", "Is Solberg’s trip long?"),
        ("Is the minister in Lisbon?", "Is Solberg in Lisbon?"),
    ],
)
def test_whom_the_articles_name_so_is_named(question: str, meant: str) -> None:
    """The words beside a name, near ones, countries and seats of government tell who is meant; "he" is the most named."""
    assert with_names(question, _BODIES) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Who is the minister?",
        "What is the name of the minister?",
        "Is Solberg the mayor?",
        "is falk the minister?",
        "Is Jonas Berg the minister?",
        "When did Solberg become the minister?",
        "When did the minister Ingrid Solberg arrive?",
        "When does the minister Solberg arrive?",
        "When does the prime minister arrive?",
        "When does the Swedish minister arrive?",
        "What do the ministers want?",
        "What did Jonas Berg say when he arrived?",
        "What did Falk say when he arrived?",
        "When does the deal come?",
        "What was the old man with the grapes to get for his plot?",
    ],
)
def test_what_leaves_doubt_stays_as_it_is(question: str) -> None:
    """Who is asked for, or asked to be it, is not named in the question; nor is anybody whom the words only half fit."""
    assert with_names(question, _BODIES) == question


def test_of_several_whom_the_words_fit_one_must_be_named_far_more() -> None:
    """Two ministers who are named alike leave "the minister" open; twice as often does not."""
    once = "Minister Anna Holt met Minister Paul Reyes."
    assert with_names("When did the minister leave?", [once]) == "When did the minister leave?"
    assert with_names("When did the minister leave?", [once, "Holt left."]) == "When did Holt leave?"
    assert with_names("When did he leave?", [once, "Holt left."]) == "When did Holt leave?"
    assert with_names("When did he leave?", [once]) == "When did he leave?"


def test_roles_stand_beside_the_name() -> None:
    """In front of a name, in apposition, behind "is"; what is said of somebody else between is not taken over."""
    text = "Capt. Lea Varga, the master of the ferry, met Prime Minister Nils Aaker. Aaker is a lawyer. He met Ola Dahl."
    roles = {person.name: person.roles for person in people_in([text])}
    assert roles == {
        "Varga": {"capt", "master", "ferri"},
        "Aaker": {"prime", "minist", "lawyer"},
        "Dahl": frozenset(),
    }


@given(st.text(max_size=80), st.lists(st.text(max_size=80), max_size=2))
def test_any_text_is_taken(question: str, bodies: list[str]) -> None:
    """No wording of a question or an article raises, and where articles name nobody the question stays."""
    reworded = with_names(question, bodies)
    assert reworded == question or people_in(bodies)
