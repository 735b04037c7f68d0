"""Which claims speak of different things, told by anything but the value in question."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.referents import are_distinct
from tests.bot.answering.claiming import marked

YEARS = "they speak of different years"
NAMES = "their fuller names differ"


def _distinct(question: str, one: str, other: str) -> str | None:
    """Return why two marked texts speak of different things; whichever comes first."""
    asked, first, second = analyse(question), [marked("a", one)], [marked("b", other)]
    reason = are_distinct(asked, first, second)
    assert reason == are_distinct(asked, second, first)
    return reason


@pytest.mark.parametrize(
    ("question", "one", "other", "reason"),
    [
        ("Who won the cup?", "In 2018 [Ana Diaz] won.", "In 2019 [Bo Holm] won.", YEARS),
        ("Who won the cup?", "In 2018 [Ana Diaz] won.", "In 2018 [Bo Holm] won.", None),
        ("Who won the cup?", "In 2018 [Ana Diaz] won.", "[Bo Holm] won.", None),
        ("Who won the cup?", "From 2017 to 2018 [Ana Diaz] won.", "In 2018 [Bo Holm] won.", None),
        ("Who won the cup of 2019?", "In 2018 [Ana Diaz] won.", "In 2019 [Bo Holm] won.", None),
        ("When was the cup won?", "It was won [in 2018].", "It was won [in 2019].", None),
        ("At what time did it open?", "In 2018 at [9 a.m.].", "In 2019 at [10 a.m.].", None),
        ("How many came?", "It cost $2018, and [30 people] came.", "In 2019 [40 people] came.", None),
        ("Who won the cup?", "It was 2018. Then [Ana Diaz] won.", "It was 2019. Then [Bo Holm] won.", None),
        ("Who won the cup?", "[Ana Diaz] won the 2018 cup.", "[Bo Holm] won the 2019 cup.", YEARS),
        ("Who won the cup?", "On 3 May 2018 [Ana Diaz] won.", "On May 3, 2019, [Bo Holm] won.", YEARS),
        ("Who won the cup?", "2018: [Ana Diaz] won.", "In summer 2019 [Bo Holm] won.", YEARS),
        (
            "Who made the film?",
            "It is a 1967 Oslo film by [Ana Diaz].",
            "A 1973 film is by [Bo Holm].",
            YEARS,
        ),
        ("How many live there?", "[30] in 2020, up from 20 in 2010.", "In 2010 [40] live there.", YEARS),
        ("How many live there?", "In 2020, as in 2010, [30] live there.", "In 2010 [40] live there.", None),
        (
            "How many live there?",
            "By the 2021 census , [30] lived there , down from 40 in the 2016 census .",
            "In 2016, [40] lived there.",
            YEARS,
        ),
        ("Who came?", "[Ana Diaz] came after the 2011 earthquake.", "In 2024 [Bo Holm] came.", None),
        ("Who is best?", "A 2018 study finds [Ana Diaz] best.", "In 2019 [Bo Holm] was best.", None),
        ("Who is best?", "In a 2018 poll [Ana Diaz] is best.", "The 2019 report has [Bo Holm].", None),
        ("Who has it?", "[Ana Diaz] has disease 2019.", "In 2020 [Bo Holm] had it.", None),
        (
            "How many live there?",
            "[40 people] in the 2010 census.",
            "At the 2000 US census: [30 people].",
            YEARS,
        ),
    ],
)
def test_what_is_set_in_other_years_is_another_thing(
    question: str, one: str, other: str, reason: str | None
) -> None:
    """Years beside both answers, else in their sentences, none shared; unless the question says which year, or asks when."""
    assert _distinct(question, one, other) == reason


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The First Battle of Ypres began on [May 3].", "The 2nd Battle of Ypres began on [June 4].", True),
        ("The first Battle of Ypres began on [May 3].", "The 1st Battle of Ypres began on [June 4].", False),
        ("The First Battle of Ypres began on [May 3].", "The Battle of Ypres began on [June 4].", False),
        (
            "First, the Battle of Ypres began on [May 3].",
            "Second, the Battle of Ypres began: [June 4].",
            False,
        ),
    ],
)
def test_the_first_is_not_the_second(one: str, other: str, apart: bool) -> None:
    """Told by the ordinal right before the name; a report that has none may mean either."""
    reason = "they are the first and another of one name" if apart else None
    assert _distinct("When did the Battle of Ypres begin?", one, other) == reason


ASKED = "How many students does Springfield University have?"


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Springfield University of Ohio has [900].", "Springfield University (Oregon) has [700].", NAMES),
        ("Springfield University of Ohio has [900].", "Springfield University in Ohio has [700].", None),
        ("Springfield University of Ohio has [900].", "Springfield University has [700].", None),
        ("The university has [900].", "Springfield University of Ohio has [700].", None),
        ("Springfield University has [900].", "Springfield University has [700].", None),
        (
            "Springfield University of Ohio grew. It has [900].",
            "He knows Springfield University in Texas. It has [700].",
            NAMES,
        ),
    ],
)
def test_fuller_names_that_exclude_each_other_are_of_two_things(
    one: str, other: str, reason: str | None
) -> None:
    """A name that only one of them uses more fully, or both alike, tells nothing."""
    assert _distinct(ASKED, one, other) == reason


def test_the_disputed_value_itself_decides_nothing() -> None:
    """Two fuller names that answer the question are the dispute, not a reason against it."""
    question = "Is Ana Diaz the winner?"
    ohio, texas = "[The winner] is Ana Diaz (Ohio).", "[The winner] is Ana Diaz (Texas)."
    assert _distinct(question, ohio, texas) == NAMES
    ohio, texas = "The winner is [Ana Diaz (Ohio)].", "The winner is [Ana Diaz (Texas)]."
    assert _distinct(question, ohio, texas) is None


def test_a_question_without_a_name_has_no_namesakes() -> None:
    """What the question does not name cannot be told apart by its name."""
    assert (
        _distinct(
            "How many came?", "Springfield University of Ohio: [9].", "Springfield University (Texas): [7]."
        )
        is None
    )
