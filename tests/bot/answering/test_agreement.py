"""How two claims stand to each other, by values, and by words where there are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.agreement import fit_of
from bot.answering.claims import Claim
from bot.answering.values.comparison import Fit
from bot.answering.values.kinds import Kind
from bot.answering.values.values import Value
from tests.bot.answering.claiming import claim, dated, pointed


def _worded(article: str, words: str) -> Claim:
    return Claim(
        pointed(article, f"They say that it was {words} in the end.", words), Value(Kind.TEXT, None, None)
    )


def _fit(one: str, other: str) -> Fit:
    first, second = _worded("a", one), _worded("b", other)
    there, back = fit_of(first, second), fit_of(second, first)
    assert there.fit is back.fit
    return there.fit


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("“bad weather”", "bad weather", Fit.SAME),
        ("bad weather", "the bad weather", Fit.SAME),
        ("bad weathers", "bad weather", Fit.SAME),
        ("weather", "bad weather", Fit.FINER),
        ("jazz", "soul and jazz", Fit.FINER),
        ("jazz", "country music", Fit.UNRELATED),
        ("soul jazz", "jazz rock", Fit.UNRELATED),
        ("the", "of the", Fit.UNRELATED),
        ("rain", "wind that came out of the north late in the day and took the roof", Fit.UNRELATED),
    ],
)
def test_words_without_a_value_are_compared_as_words(one: str, other: str, fit: Fit) -> None:
    """The same words are the same, some of the other's fit, and any others may be two ways of saying one thing."""
    assert _fit(one, other) is fit


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("Harbour Lights", "Winter Sun", Fit.DIFFERENT),
        ("Harbour Lights", "Harbour Nights", Fit.UNRELATED),
        ("Harbour Lights", "Lights", Fit.FINER),
        ("Lights of the Harbour", "Night on the River", Fit.DIFFERENT),
        ("Harbour Lights", "a film about the sea", Fit.UNRELATED),
        ("a Norwegian", "winter sun", Fit.UNRELATED),
    ],
)
def test_two_names_without_a_word_in_common_are_different(one: str, other: str, fit: Fit) -> None:
    """A film cannot have both names; names that share a word may be one thing's, and descriptions may, too."""
    assert _fit(one, other) is fit


def test_values_come_first() -> None:
    """What has values is never compared by its words: "May 3" and "3 May" are one day, "May 4" is another."""
    assert fit_of(dated("a", "May 3"), dated("b", "3 May")).fit is Fit.SAME
    assert fit_of(dated("a", "May 3"), dated("b", "May 4")).fit is Fit.DIFFERENT


def test_words_of_another_kind_do_not_meet() -> None:
    """A date and words that are none, or a person and words that are no name, say nothing about each other."""
    words = _worded("a", "Harbour Lights")
    person = claim("b", "It was said by President Ana Diaz.", "Ana Diaz")
    assert person.value.kind is Kind.PERSON
    for other in (dated("b", "May 3"), person):
        assert fit_of(words, other).fit is Fit.UNRELATED
        assert fit_of(other, words).fit is Fit.UNRELATED


_words = st.lists(
    st.sampled_from(["Harbour", "Lights", "lights", "of", "the", "7", "rain", "“", "Winter"]), max_size=5
).map(" ".join)


@given(_words, _words)
def test_comparing_is_symmetric_and_reflexive(one: str, other: str) -> None:
    """Which claim comes first makes no difference, and words agree with themselves."""
    fit = _fit(one, other) if one and other else None
    assert fit in {None, *Fit}
    if any(map(str.isalnum, one)):
        assert _fit(one, one) is Fit.SAME


def test_one_number_is_one_answer_whatever_it_counts() -> None:
    """What "312 passengers" and "312 cabins" answer alike is one version; other numbers of other things are no rivals."""
    cabins, passengers = (
        claim(name, f"There were {words} on board.", words)
        for name, words in (("a", "312 cabins"), ("b", "312 passengers"))
    )
    more = claim("c", "There were 340 passengers on board.", "340 passengers")
    assert fit_of(cabins, passengers).fit is Fit.SAME
    assert fit_of(cabins, more).fit is Fit.UNRELATED


def test_no_person_is_a_place() -> None:
    """Two names without a word in common differ only where both may be of one kind of thing."""
    person = claim("a", "It was led by Ana Diaz.", "Ana Diaz", wanted=Kind.PERSON)
    place = claim("b", "It was led by Norway.", "Norway", wanted=Kind.PLACE)
    assert (person.value.kind, place.value.kind) == (Kind.PERSON, Kind.PLACE)
    assert fit_of(person, place).fit is Fit.UNRELATED


def test_part_of_a_name_is_that_name_whatever_it_was_taken_for() -> None:
    """A surname that opens a sentence, or sounds like a town, is no version of its own beside the whole name."""
    whole = claim("a", "It went to Peter Handke.", "Peter Handke", wanted=Kind.PERSON)
    town = claim("b", "It went to Peter Handke.", "Peter Handke", wanted=Kind.PLACE)
    part = _worded("b", "Handke")
    assert (whole.value.kind, town.value.kind) == (Kind.PERSON, Kind.PLACE)
    for first, second in ((whole, part), (whole, town)):
        assert fit_of(first, second).fit in {Fit.SAME, Fit.FINER}
        assert fit_of(second, first).fit is fit_of(first, second).fit
    assert fit_of(whole, _worded("b", "the author Handke")).fit is Fit.UNRELATED
    assert fit_of(whole, _worded("b", "Toronto")).fit is Fit.UNRELATED


def test_a_hall_may_be_a_place_or_an_organisation() -> None:
    """What a recogniser takes for a place in one report it takes for an organisation in the next."""
    place = claim("a", "It is held in the Palace of Vale.", "Palace of Vale")
    organisation = claim("b", "It is held at the Aurelia Convention Centre.", "Aurelia Convention Centre")
    assert (place.value.kind, organisation.value.kind) == (Kind.PLACE, Kind.ORGANISATION)
    assert fit_of(place, organisation).fit is Fit.DIFFERENT


def test_an_event_may_be_held_in_a_known_place() -> None:
    """Where he speaks, "at the Honolulu Defense Forum" and "in Hawaii" both hold; two halls do not."""
    event = claim("a", "He speaks at the Honolulu Defense Forum.", "Honolulu Defense Forum")
    place = claim("b", "He will speak in Hawaii.", "Hawaii")
    assert (event.value.kind, place.value.kind) == (Kind.ORGANISATION, Kind.PLACE)
    assert fit_of(event, place).fit is fit_of(place, event).fit is Fit.UNRELATED
