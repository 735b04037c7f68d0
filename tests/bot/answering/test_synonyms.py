"""A word that no article says is put into one that means the same and that an article says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.questions.inflection import noun_forms, verb_forms
from bot.answering.synonyms import with_articles_words
from bot.answering.terms import terms_of

_BODY = "Police captured the thief. Reporters met the chief of the company, which will build ships at the jail by the sea."


@pytest.mark.parametrize(
    ("asked", "in_articles_words"),
    [
        ("Who was seized?", "Who was captured?"),
        ("Who seized the thief?", "Who captured the thief?"),
        ("Did they seize the thief?", "Did they capture the thief?"),
        ("What did journalists say?", "What did reporters say?"),
        ("Who is the boss of the firm?", "Who is the chief of the company?"),
        ("Which vessels are they constructing?", "Which ships are they building?"),
        ("Where is the prison?", "Where is the jail?"),
    ],
)
def test_synonyms_are_put_in_the_same_form(asked: str, in_articles_words: str) -> None:
    """A past form stays past, a plural plural; behind an article a word is a noun."""
    assert with_articles_words(asked, [_BODY]) == in_articles_words


@pytest.mark.parametrize("asked", ["Who met the chief?", "Did Seized win?", "Who painted the gate?", ""])
def test_other_words_stay(asked: str) -> None:
    """What an article says stays, as do names and what nothing in the articles means."""
    assert with_articles_words(asked, [_BODY]) == asked


def test_without_articles_nothing_is_known() -> None:
    """No article, no other word."""
    assert with_articles_words("Who was seized?", []) == "Who was seized?"


def test_forms_of_verbs_and_nouns() -> None:
    """Regular and irregular ones, doubled consonants, e and y at the end."""
    assert list(verb_forms("write").values()) == ["write", "writes", "writing", "wrote", "written"]
    assert list(verb_forms("stop").values()) == ["stop", "stops", "stopping", "stopped", "stopped"]
    assert list(verb_forms("carry").values()) == ["carry", "carries", "carrying", "carried", "carried"]
    assert list(verb_forms("flee").values()) == ["flee", "flees", "fleeing", "fled", "fled"]
    assert list(verb_forms("go").values()) == ["go", "goes", "going", "went", "gone"]
    assert [noun_forms(noun)["NNS"] for noun in ("party", "crash", "day", "woman")] == [
        "parties",
        "crashes",
        "days",
        "women",
    ]


@given(st.text(max_size=100), st.lists(st.text(max_size=100), max_size=2))
def test_any_text_is_taken(question: str, bodies: list[str]) -> None:
    """No wording raises, and as many words are asked as before."""
    assert len(terms_of(with_articles_words(question, bodies))) == len(terms_of(question))
