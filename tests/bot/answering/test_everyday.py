"""A question is read in the words that news has for what it says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.questions.everyday import in_plain_words


@pytest.mark.parametrize(
    ("asked", "plainly"),
    [
        ("Does anyone know when the mayor is leaving?", "When is the mayor leaving?"),
        ("do we know yet where talks will be held", "Where will talks be held"),
        ("Any idea what time the gates open?", "What time the gates open?"),
        ("could you tell me who won?", "Who won?"),
        ("Hey, so when does it start?", "When does it start?"),
        ("When was it that the mayor left?", "When did the mayor leave?"),
        ("What's the toll?", "What is the toll?"),
        ("What’s he been saying?", "What has he been saying?"),
    ],
)
def test_what_only_introduces_a_question_is_cut(asked: str, plainly: str) -> None:
    """Whoever is asked to know, and greetings, say nothing of the matter; an indirect question is put directly."""
    assert in_plain_words(asked) == plainly


@pytest.mark.parametrize(
    ("asked", "plainly"),
    [
        ("Are they getting together with Falk?", "Are they meeting Falk?"),
        ("When did they sit down together?", "When did they meet?"),
        ("Which firm does she drop in on?", "Which firm does she visit?"),
        ("Who put their names to the treaty?", "Who signed the treaty?"),
        ("Had the race kicked off?", "Had the race begun?"),
        ("When does it kick off?", "When does it begin?"),
        ("When is she going to be back?", "When will she be back?"),
        ("Is she going to the fair?", "Is she going to the fair?"),
        ("Why is she going to Oslo?", "Why is she going to Oslo?"),
        ("Who is in charge of the inquiry?", "Who leads the inquiry?"),
        ("What is the last day of the fair?", "When does the fair end?"),
        ("From what day to what day is the fair?", "From when until when is the fair?"),
        ("What dates will she spend in Oslo?", "From when until when will she be in Oslo?"),
        ("How many did they manage to rescue?", "How many did they rescue?"),
        ("What happened to the ferry?", "What happened to the ferry?"),
        ("At what depth does it lie?", "How deep does it lie?"),
        ("How many per cent did Calder get?", "What percentage did Calder get?"),
        ("What share of voters went to the polls in Valdria?", "What was the turnout in Valdria?"),
        ("What share of voters backed Calder?", "What share of voters backed Calder?"),
    ],
)
def test_wordings_of_several_words_become_plain_ones(asked: str, plainly: str) -> None:
    """The plain word has the form of what it stands for; what only looks alike stays."""
    assert in_plain_words(asked) == plainly


def test_what_the_articles_say_themselves_stays() -> None:
    """Where a report has the same wording, in whatever form, its reader finds that best."""
    assert in_plain_words("When does Aster lift off?", ["Aster lifted off."]) == "When does Aster lift off?"
    assert in_plain_words("When does Aster lift off?", ["Aster went up."]) == "When does Aster launch?"


def test_ships_go_down_but_so_do_prices() -> None:
    """A wording of two meanings is put plainly where an article has the plain word."""
    assert in_plain_words("When did it go down?", ["It sank."]) == "When did it sink?"
    assert in_plain_words("When did they go down?", ["Prices fell."]) == "When did they go down?"


@given(st.text(max_size=100))
def test_any_text_is_taken_and_stays_put_when_plain(text: str) -> None:
    """No wording raises, and what was put plainly once is plain."""
    once = in_plain_words(text)
    assert in_plain_words(once) == once
