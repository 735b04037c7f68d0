"""When two names can be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.values.comparison import Fit, compare
from bot.answering.values.kinds import Kind
from bot.answering.values.names.naming import Name
from bot.answering.values.values import Value


def value(kind: Kind, text: str, *within: str) -> Value:
    return Value(kind, text, None, Name(kind, text, within))


@pytest.mark.parametrize(
    ("first", "second", "fit"),
    [
        ("Nicolás Lara", "Nicolas Lara", Fit.SAME),
        ("Lara", "Nicolás Lara", Fit.FINER),
        ("N. Lara", "Nicolás Lara", Fit.FINER),
        ("J.P. Moss", "John Moss", Fit.FINER),
        ("Nicolás Lara Ruiz", "Nicolás Lara", Fit.FINER),
        ("Admiral Ruth Okafor", "Ruth Okafor", Fit.SAME),
        ("Pete Carver", "Peter Carver", Fit.FINER),
        ("Tanaka Shinji", "Shinji Tanaka", Fit.SAME),
        ("Zelensky", "Zelenskyy", Fit.SAME),
        ("Volodymyr Zelensky", "Vladimir Zelenskiy", Fit.SAME),
        ("Muammar Gadhafi", "Muammar Gaddafi", Fit.SAME),
        ("Yelena Marova", "Elena Marowa", Fit.SAME),
        ("Y. Marova", "Elena Marova", Fit.FINER),
        ("Li Hsiao-wen", "Li Xiaowen", Fit.SAME),
        ("H. Aasmund", "Henrik Åsmund", Fit.FINER),
        ("van der Berg", "Greta van der Berg", Fit.FINER),
        ("Ruth Okafor", "Daniel Okafor", Fit.DIFFERENT),
        ("Ruth Okafor", "Ruth Adeyemi", Fit.DIFFERENT),
        ("Okafor", "Adeyemi", Fit.DIFFERENT),
        ("Hansen", "Hanson", Fit.DIFFERENT),
        ("Bush", "Rush", Fit.DIFFERENT),
    ],
)
def test_persons(first: str, second: str, fit: Fit) -> None:
    """Titles, initials, diacritics and spellings of one surname fit; another surname does not."""
    assert compare(value(Kind.PERSON, first), value(Kind.PERSON, second)).fit is fit
    assert compare(value(Kind.PERSON, second), value(Kind.PERSON, first)).fit is fit


@pytest.mark.parametrize(
    ("first", "second", "fit"),
    [
        (("U.S.",), ("United States",), Fit.SAME),
        (("Honolulu",), ("Hawaii",), Fit.FINER),
        (("Honolulu",), ("United States",), Fit.FINER),
        (("Honolulu",), ("Los Angeles",), Fit.DIFFERENT),
        (("Honolulu",), ("Japan",), Fit.DIFFERENT),
        (("Kailua", "Hawaii"), ("Hawaii",), Fit.FINER),
        (("Kailua",), ("Hawaii",), Fit.UNRELATED),
        (("Kailua",), ("Kaneohe",), Fit.DIFFERENT),
        (("Salem", "Oregon"), ("Salem", "Massachusetts"), Fit.DIFFERENT),
        (("Salem", "Oregon"), ("Salem",), Fit.FINER),
        (("Washington",), ("Washington, D.C.",), Fit.FINER),
        (("Pearl Harbour",), ("Pearl Harbor",), Fit.SAME),
        (("Camp Ridge",), ("Ridge",), Fit.FINER),
    ],
)
def test_places(first: tuple[str, ...], second: tuple[str, ...], fit: Fit) -> None:
    """A place fits what the text or the table says it lies in; where a place lies is never guessed."""
    one, other = value(Kind.PLACE, *first), value(Kind.PLACE, *second)
    assert compare(one, other).fit is fit
    assert compare(other, one).fit is fit


@pytest.mark.parametrize(
    ("first", "second", "fit"),
    [
        ("Ministry of Defence", "the Ministry of Defense", Fit.SAME),
        ("World Health Organisation", "World Health Organization", Fit.SAME),
        ("World Health Organization", "WHO", Fit.SAME),
        ("U.S. Northern Command", "US Northern Command", Fit.SAME),
        ("Northern Command", "United States Northern Command", Fit.FINER),
        ("Acme Inc", "Acme", Fit.SAME),
        ("Acme", "Bolt", Fit.DIFFERENT),
    ],
)
def test_organisations(first: str, second: str, fit: Fit) -> None:
    """Spelling, legal form and abbreviation aside, an organisation's words decide."""
    one, other = value(Kind.ORGANISATION, first), value(Kind.ORGANISATION, second)
    assert compare(one, other).fit is fit
    assert compare(other, one).fit is fit


def test_names_of_different_kinds_are_unrelated() -> None:
    """A person is not compared with a place of the same name."""
    assert compare(value(Kind.PERSON, "Washington"), value(Kind.PLACE, "Washington")).fit is Fit.UNRELATED


def test_name_without_a_word_of_its_own_fits_nobody() -> None:
    """A title or a suffix alone is compared without failing."""
    assert compare(value(Kind.PERSON, "Jr"), value(Kind.PERSON, "Ruth Okafor")).fit is Fit.DIFFERENT


_PIECES = """Adm. The Jr Ana Y. Elena Lara Laro van al- Li NATO Inc U.S. Hawaii Honolulu Portland Salem Washington State
Crimea Bay É ١ ’ -"""
WORDS = st.lists(st.sampled_from(_PIECES.split()), max_size=4).map(" ".join)
HOMES = st.lists(st.sampled_from("Hawaii|Oregon|United States|Japan|Nowhere".split("|")), max_size=1)


@given(
    kind=st.sampled_from([Kind.PERSON, Kind.PLACE, Kind.ORGANISATION]),
    first=WORDS,
    second=WORDS,
    homes=st.tuples(HOMES, HOMES),
)
def test_names_compare_alike_from_either_side(
    kind: Kind, first: str, second: str, homes: tuple[list[str], list[str]]
) -> None:
    """Any two names compare the same in either order, and a name is the same as itself."""
    one, other = value(kind, first, *homes[0]), value(kind, second, *homes[1])
    assert compare(one, other) == compare(other, one)
    assert compare(one, one).fit is Fit.SAME
