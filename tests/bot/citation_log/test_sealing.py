"""Hashes: of these very bytes, for as long as there are old logs; and nothing is hidden in where fields meet."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.citation_log.sealing import (
    GENESIS,
    anchor_signature,
    canonical,
    chained,
    committed,
    keyed_person,
    new_salt,
    same,
)

KEY = bytes(range(32))
SALT = "0f" * 32
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def test_old_logs_stay_verifiable() -> None:
    """Written down once: a log of today is read by every later Crosscite."""
    assert (
        canonical({"b": [1, 2.5, None], "a": "Ærø \0 \ud800"})
        == r'{"a":"\u00c6r\u00f8 \u0000 \ud800","b":[1,2.5,null]}'
    )
    assert chained(GENESIS, "{}") == "3bcf41e37e22c87817dd9b2d3d186a31d0eb39e4726bc816300c4b583a7e8c91"
    assert committed(SALT, None, "{}") == "3bb31df4913d3be894479a9a49e61361754b03cb53b56aeb27be4210f33481d5"
    assert committed(SALT, "ab", "{}") == "a62a56097a2d8426415cd483ec1a1302cca3a39ddad3af014f1aeabfbc5d3216"
    assert (
        keyed_person(KEY, "4200000000000000017")
        == "e705b595c7ec6397d140db89f88be009f414e7b322481a4c7316634666e5610f"
    )


@given(value=_VALUES)
def test_the_canonical_form_is_ascii_and_one(value: Any) -> None:
    """Whatever the order of keys, and with nothing in it that a database would not take as text."""
    form = canonical(value)
    assert form.isascii()
    assert "\0" not in form
    if isinstance(value, dict):
        assert canonical(dict(reversed(value.items()))) == form


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_has_no_json_form_is_refused(number: float) -> None:
    """Not every program would read it back."""
    with pytest.raises(ValueError, match="JSON"):
        canonical([number])


def test_fields_do_not_run_into_each_other() -> None:
    """No two different records have the same hash because their parts meet elsewhere."""
    assert chained("ab", "c") != chained("a", "bc")
    assert committed("ab", None, "c") != committed("a", None, "bc")
    assert committed("a", "null", "b") != committed("a", None, "b")


def test_purposes_are_kept_apart() -> None:
    """What is signed as one thing can never be shown as another."""
    assert keyed_person(KEY, canonical([1, GENESIS, 2])) != anchor_signature(KEY, 1, GENESIS, 2)
    assert chained(SALT, "{}") != committed(SALT, None, "{}")


def test_a_commitment_hides_what_it_is_to() -> None:
    """With a fresh salt the same question has another commitment; a salt has 256 bits."""
    salts = {new_salt() for _ in range(100)}
    assert len(salts) == 100
    assert {len(bytes.fromhex(salt)) for salt in salts} == {32}
    assert len({committed(salt, None, "{}") for salt in salts}) == 100


def test_another_key_makes_another_person() -> None:
    """Without the key nobody can tell whose a hash is, though ids can be counted through."""
    assert keyed_person(KEY, "17") == keyed_person(KEY, "17")
    assert len({keyed_person(KEY, "17"), keyed_person(bytes(32), "17"), keyed_person(KEY, "18")}) == 3
    assert keyed_person(KEY, "\ud800") != keyed_person(KEY, "?")


def test_signatures_are_compared_whole() -> None:
    """Equal or not; what is not ASCII is simply not equal."""
    assert same("a1", "a1")
    assert not same("a1", "a2")
    assert not same("a1", "ä1")
