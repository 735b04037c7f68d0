"""Words as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.terms import stem_of, terms_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("defence", "defense"),
        ("organised", "organized"),
        ("travelled", "traveled"),
        ("harbour", "harbor"),
        ("centre", "center"),
        ("met", "meeting"),
        ("sank", "sinking"),
        ("written", "writes"),
    ],
)
def test_spellings_and_forms_of_one_word(one: str, other: str) -> None:
    """British and American spellings and past forms meet in one stem."""
    assert stem_of(one) == stem_of(other)


@pytest.mark.parametrize(("one", "other"), [("our", "or"), ("ministry", "mister"), ("called", "caled")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    """Folding spellings must not fold words."""
    assert stem_of(one) != stem_of(other)


def test_abbreviations_possessives_and_accents() -> None:
    """The words "U.S." is US, "Koizumi’s" is Koizumi, "Nicolás" is Nicolas, in either Unicode form."""
    assert [term.word for term in terms_of("U.S. Koizumi’s Nicolás Nicola\u0301s")] == [
        "us",
        "koizumi",
        "nicolas",
        "nicolas",
    ]


@given(st.text(max_size=200))
def test_offsets_lie_in_the_text(text: str) -> None:
    """Every word stands where its offsets say."""
    for term in terms_of(text):
        assert 0 <= term.start < term.end <= len(text)
        assert any(character.isalnum() for character in text[term.start : term.end])
