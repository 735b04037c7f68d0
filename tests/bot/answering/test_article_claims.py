"""Which of one article's readings are its claims, and whether it shows that the slot takes several."""

import pytest

from tests.bot.answering.claiming import chosen_for, read_in, stated


@pytest.mark.parametrize(
    ("text", "first", "second", "many"),
    [
        ("President Ana Diaz, the mayor, and Senator Bo Holm opened the fair.", "Ana Diaz", "Bo Holm", True),
        ("President Ana Diaz and Senator Bo Holm opened it.", "Ana Diaz", "Bo Holm", True),
        ("President Ana Diaz (Oslo), as well as Senator Bo Holm, came.", "Ana Diaz", "Bo Holm", True),
        ("President Ana Diaz opened the fair that Senator Bo Holm closed.", "Ana Diaz", "Bo Holm", False),
        ("President Ana Diaz beat Senator Bo Holm.", "Ana Diaz", "Bo Holm", False),
        ("President Ana Diaz met nobody. Senator Bo Holm opened it.", "Ana Diaz", "Bo Holm", False),
    ],
)
def test_only_a_list_of_names_shows_that_several_hold(text: str, first: str, second: str, many: bool) -> None:
    """Two names that one sentence tells apart are two candidates for one place; two that it lists both hold."""
    claims = chosen_for("Who opened the fair?", read_in("a", text, (first, 0.9), (second, 0.89)))
    assert claims.many is many
    assert stated(claims) == [("a", first), ("a", second)][: 2 if many else 1]


def test_a_list_of_far_less_likely_names_shows_nothing() -> None:
    """Only a name that scores within a twentieth of the best is taken for another answer."""
    text = "President Ana Diaz and Senator Bo Holm opened it."
    assert not chosen_for("Who opened it?", read_in("a", text, ("Ana Diaz", 0.9), ("Bo Holm", 0.85))).many


def test_listed_dates_do_not_make_a_slot_take_several() -> None:
    """An event has one date, however many stand in a row."""
    claims = chosen_for("When did it open?", read_in("a", "May 3, May 4", ("May 3", 0.9), ("May 4", 0.9)))
    assert not claims.many


RAIN = "The storm hurt 9 people in the harbour, the hospital said. "


@pytest.mark.parametrize(
    ("text", "words", "kept"),
    [
        (RAIN + "The storm hurt 12 people in the harbour, the town said.", ["9 people", "12 people"], 2),
        (RAIN + "It destroyed a school that 12 people had built.", ["9 people", "12 people"], 1),
        (
            "The storm hurt 9 people in the harbour and 12 people in the old town.",
            ["9 people", "12 people"],
            1,
        ),
        (
            "The number of people hurt in the harbour rose from 9 people to 12 people.",
            ["12 people", "9 people"],
            1,
        ),
        (RAIN + "The storm hurt nine people in the harbour, the town said.", ["9 people", "nine people"], 2),
    ],
)
def test_an_article_that_tells_the_same_with_another_figure_contradicts_itself(
    text: str, words: list[str], kept: int
) -> None:
    """Two sentences that share half of their words are told of one thing; one sentence tells its figures apart."""
    found = [(word, 0.95 - 0.01 * place) for place, word in enumerate(words)]
    claims = chosen_for("How many people did the storm hurt?", read_in("a", text, *found))
    assert [claim.span.text for claim in claims.chosen] == words[:kept]
    assert not claims.many


def test_names_never_contradict_their_own_article() -> None:
    """A text names several people in like sentences without being at odds with itself."""
    text = "President Ana Diaz opened the fair in Oslo. Senator Bo Holm opened the fair in Oslo."
    claims = chosen_for("Who opened the fair?", read_in("a", text, ("Ana Diaz", 0.9), ("Bo Holm", 0.88)))
    assert stated(claims) == [("a", "Ana Diaz")]


def test_the_same_value_elsewhere_in_an_article_is_a_second_quote() -> None:
    """It must answer nearly as well, and may be coarser or finer than the best; another value is none."""
    text = "It opens on May 3. Those who came in May left on June 9."
    for score, kept in ((0.88, ["May 3", "in May"]), (0.87, ["May 3"])):
        claims = chosen_for(
            "When does it open?", read_in("a", text, ("May 3", 0.92), ("in May", score), ("June 9", 0.91))
        )
        assert [claim.span.text for claim in claims.chosen] == kept


def test_an_article_says_what_it_says_most_closely() -> None:
    """The first and surest sentence names the month, a later one the day; a count that is rounded stays what it is."""
    text = "It opens in May. Doors open on May 3. It closes on June 9."
    claims = chosen_for(
        "When does it open?", read_in("a", text, ("in May", 0.92), ("May 3", 0.6), ("June 9", 0.7))
    )
    assert [claim.span.text for claim in claims.chosen] == ["May 3", "in May"]
    text = "About 300 people came. Of the 298 people whose names are known nobody was hurt."
    claims = chosen_for(
        "How many people came?", read_in("a", text, ("About 300 people", 0.92), ("298 people", 0.6))
    )
    assert [claim.span.text for claim in claims.chosen] == ["About 300 people"]


@pytest.mark.parametrize(("score", "kept"), [(0.73, 2), (0.71, 1)])
def test_an_article_that_says_yes_and_no_says_both(score: float, kept: int) -> None:
    """A sentence that denies what another affirms counts if it was read four fifths as surely; one in itself does not."""
    text = "The bridge was safe, the town said. The bridge was not safe, the union said."
    question = "Was the bridge safe?"
    reading = read_in(
        "a", text, ("The bridge was safe, the town said.", 0.9), ("The bridge was not safe", score)
    )
    claims = chosen_for(question, reading)
    assert [claim.value.canonical for claim in claims.chosen] == ["yes", "no"][:kept]
