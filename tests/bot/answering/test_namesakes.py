"""Things of one name are told apart by what stands behind it, and by nothing less."""

from collections.abc import Sequence

import pytest

from bot.answering.namesakes import are_told_apart, is_told
from bot.answering.questions.analysis import analyse
from tests.bot.answering.claiming import marked


def _apart(question: str, ones: Sequence[str], others: Sequence[str]) -> bool:
    """Return whether two versions, each of marked texts, are told apart; whichever comes first."""
    asked = analyse(question)
    first, second = ([marked(text[:3], text) for text in version] for version in (ones, others))
    told = are_told_apart(asked, first, second)
    assert told == are_told_apart(asked, second, first)
    return told


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Low Tide (Ana Diaz album) is by [Ana Diaz].", "Low Tide (Bo Holm album) is by [Bo Holm].", True),
        ("Low Tide (Oslo film) has [Ana Diaz].", "“Low Tide” (Bergen film) has [Bo Holm].", True),
        ("Low Tide (Oslo film) has music by [Ana Diaz].", "Low Tide (film) has music by [Bo Holm].", False),
        ("Low Tide (Oslo film) has music by [Ana Diaz].", "Low Tide has music by [Bo Holm].", False),
        ("High Tide (Oslo film) has [Ana Diaz].", "Low Tide (Bergen film) has [Bo Holm].", False),
        ("Low Tide (left) has music by [Ana Diaz].", "Low Tide (right) has music by [Bo Holm].", False),
        (
            "Low Tide (Oslo film) is not Low Tide (Bergen film), which [Ana Diaz] made.",
            "Low Tide (Bergen film) was made by [Bo Holm].",
            False,
        ),
        ("Low Tide (film) Low Tide is by [Ana Diaz].", "Low Tide (song) It is by [Bo Holm].", True),
        ("Low Tide (film) Low Tide is by [Ana Diaz].", "Low Tide (silent film) It is by [Bo Holm].", True),
        ("Low Tide (film) Low Tide is by [Ana Diaz].", "Low Tide (film) Low Tide is by [Bo Holm].", False),
        ("Low Tide (Tromsø) is by [Ana Diaz].", "Low Tide (band) It is by [Bo Holm].", False),
    ],
)
def test_brackets_behind_a_name_tell_two_of_a_kind_apart(one: str, other: str, *, apart: bool) -> None:
    """Two albums or films of one title: a word in common, and one that only each has; or two titles of entries."""
    assert _apart('Who made the music of "Low Tide"?', [one], [other]) == apart


def test_a_name_without_quotation_marks_is_told_apart_too() -> None:
    """A row of capitalised words is a name; the question's first word has its capital from its place."""
    one = "Wang Peng (footballer, born 1997) was born on [16 November 1997]."
    other = "Wang Peng (footballer, born 1993) was born on [24 January 1993]."
    assert _apart("When was Wang Peng born?", [one], [other])


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("Ely, Minnesota, has [30] mayors.", "Ely, Nevada, has [40] mayors.", True),
        ("Ely, Rusk County, Wisconsin Ely has [30].", "Ely, Brown County, Wisconsin Ely has [40].", True),
        ("Ely, Minnesota, has [30] mayors.", "Ely, St. Louis County, Minnesota, has [40].", False),
        ("Ely, Minnesota, has [30] mayors.", "Ely has [40] mayors.", False),
        ("Ely, Anna and Bo met [30] people.", "Ely, Carl and Dan met [40] people.", False),
        ("Ely, Minnesota, has [30] mayors.", "Ely, which lies in Nevada, has [40].", False),
    ],
)
def test_places_behind_a_name_tell_two_places_apart(one: str, other: str, *, apart: bool) -> None:
    """Two towns of one name lie in places that differ; what is no known place behind a comma says nothing."""
    assert _apart("How many mayors does Ely have?", [one], [other]) == apart


def test_one_article_of_a_version_tells_which_it_means() -> None:
    """The surest claim need not be the one that says it; if two say otherwise nothing is told."""
    ours, silent = "Ely, Minnesota, has [30] mayors.", "It has [30] mayors, all of Ely."
    assert _apart("How many mayors does Ely have?", [silent, ours], ["Ely, Nevada, has [40] mayors."])
    assert not _apart("How many mayors does Ely have?", [silent, ours], ["Ely, Nevada, has [40].", ours])
    asked = analyse("How many mayors does Ely have?")
    assert is_told(asked, [marked("a", silent), marked("b", ours)])
    assert not is_told(asked, [marked("a", silent)])


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (
            "The Royal Thai Rescue Service is a body of [30].",
            "The Dutch Rescue Service was one of [40].",
            True,
        ),
        (
            "The Thai Rescue Service is a body of [30].",
            "The Royal Thai Rescue Service is a body of [40].",
            False,
        ),
        ("Thailand Rescue Service is a body of [30].", "The Thai Rescue Service is a body of [40].", False),
        ("The Toll Rescue Service has [30] men.", "The Dutch Rescue Service is a body of [40].", False),
        ("The Rescue Service is a body of [30].", "The large Rescue Service is a body of [40].", False),
    ],
)
def test_bodies_are_told_apart_by_the_names_they_are_defined_under(
    one: str, other: str, *, apart: bool
) -> None:
    """Each of "X is a …" has a name in front that the other lacks; an adjective for a country is the country."""
    assert _apart("How many men has the Rescue Service?", [one], [other]) == apart


def test_people_are_not_told_apart_by_what_stands_in_front_of_their_names() -> None:
    """One man is "US Defense Secretary Hegseth" to one report and "Pentagon chief Hegseth" to another."""
    one, other = (
        "The US Secretary Pete Hegseth is a father of [5].",
        "Pentagon chief Pete Hegseth is a father of [7].",
    )
    assert not _apart("How many children does Hegseth have?", [one], [other])


def test_a_name_may_begin_with_a_number() -> None:
    """A squadron's number is part of its name, even where it opens the question."""
    one, other = "No. 94 Squadron RAF was a unit of [30].", "No. 94 Squadron RAAF was a unit of [40]."
    assert _apart("94 Squadron had how many men?", [one], [other])


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (
            "Pilica is a village in Grójec County. It has [210].",
            "Pilica is a town in Rusk County. It has [1,948].",
            True,
        ),
        (
            "Pilica is a town in Poland. It has [1,900].",
            "Pilica is a town in Rusk County. It has [1,948].",
            False,
        ),
        (
            "Pilica is a town in Rusk County. It has [210].",
            "Pilica is a town in Rusk County. It has [1,948].",
            False,
        ),
        (
            "Pilica is a fair in Oslo. It has [210] stalls.",
            "Pilica is a fair in Bergen. It has [300] stalls.",
            False,
        ),
    ],
)
def test_towns_and_bodies_of_one_name_are_where_they_are(one: str, other: str, *, apart: bool) -> None:
    """A sentence that says what something is says where; two reports of a fair may disagree on its town."""
    assert _apart("What is the population of Pilica?", [one], [other]) == apart


def test_where_something_is_does_not_tell_apart_who_disagrees_on_that() -> None:
    """What is disputed itself never decides that two things are spoken of."""
    one, other = "Pilica is a town in [Norway].", "Pilica is a town in [Sweden]."
    assert not _apart("In which country is Pilica?", [one], [other])


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (
            "Old Mill High School Old Mill High School, or OMHS, is in [Ohio].",
            "Mill High School (Maine) Mill High School is in [Maine].",
            True,
        ),
        (
            "1st ward of Oslo The 1st ward of Oslo is one of [30].",
            "1st ward of Bergen The 1st ward of Bergen is one of [40].",
            True,
        ),
        (
            "Mill High School Mill High School is in [Ohio].",
            "Mill High School (Maine) Mill High School is [old].",
            False,
        ),
    ],
)
def test_entries_of_other_titles_are_of_other_things(one: str, other: str, *, apart: bool) -> None:
    """Each title says more than the name that is asked about, and not the same."""
    asked = "How big is the 1st ward?" if "ward" in one else "Where is Mill High School?"
    assert _apart(asked, [one], [other]) == apart
