"""Making an article's characters harmless, and reading them back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.presentation.clippings import Budget, Clipping, shorten
from bot.presentation.visible import NO_MARK, choose_mark, neutralise, quotation, read_back

# The marks, the quotation marks, the cut and the escapes: whatever the rendering itself writes.
TRICKY = st.text(
    st.sampled_from(list("**__=~^#“”… \\u{}1b\x1b\x07\u202e\ud800aé漢")), min_size=1, max_size=60
)
ANY = st.text(min_size=1, max_size=200) | TRICKY


def rendered(clipping: Clipping, mark: str) -> str:
    return "".join(text for text, _ in quotation(clipping, mark))


@given(ANY, st.data())
def test_a_rendered_quote_reads_back_as_the_source(text: str, data: st.DataObject) -> None:
    """Un-escaped, what is shown equals the slices of the paragraph, with a mark as without one."""
    first = data.draw(st.integers(0, len(text) - 1))
    last = data.draw(st.integers(first + 1, len(text)))
    clipping = shorten(
        text, (0, len(text)), [(first, last)], Budget(whole=12, before=8, after=6, least=3, slack=2)
    )
    slices = [text[start:end] for start, end in clipping.fragments]
    mark = choose_mark([text])
    assert read_back(rendered(clipping, mark), mark) == slices
    assert read_back(rendered(clipping, NO_MARK), NO_MARK) == slices


@given(ANY)
def test_nothing_shown_can_steer_a_terminal(text: str) -> None:
    """No control character, line separator or lone surrogate survives, and what is shown can be encoded."""
    shown = neutralise(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert shown.encode("utf-8").decode("utf-8") == shown


@given(ANY, ANY)
def test_different_texts_look_different(one: str, other: str) -> None:
    """Escaping loses nothing: only equal texts are shown alike."""
    assert (neutralise(one) == neutralise(other)) == (one == other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred\x1b[0m", r"\u{1b}[31mred\u{1b}[0m"),
        ("a\tb\x85c", r"a\u{9}b\u{85}c"),
        ("paid \u202e001\u202c", r"paid \u{202e}001\u{202c}"),
        ("a literal \\u{1b}", r"a literal \u{5c}u{1b}"),
        ("C:\\users, 5 \\ 6", "C:\\users, 5 \\ 6"),
        ("नमस्ते 👩‍🔬 שלום café", "नमस्ते 👩‍🔬 שלום café"),
    ],
)
def test_what_is_escaped_and_what_is_left_alone(text: str, expected: str) -> None:
    """Only what could harm is replaced; scripts, joiners and emoji stay."""
    assert neutralise(text) == expected


@pytest.mark.parametrize(
    ("texts", "mark"),
    [(["plain"], "**"), (["5 * 3"], "__"), (["**", "a_b", "=", "~", "^"], "##"), (["*_=~^#"], "**")],
)
def test_the_mark_is_one_that_the_texts_do_not_use(texts: list[str], mark: str) -> None:
    """A text with asterisks is marked with something else, as long as anything is left."""
    assert choose_mark(texts) == mark


def test_marks_that_the_text_holds_are_escaped_at_last() -> None:
    """Where every mark is taken, the text's own asterisks are escaped, so a mark is always a mark."""
    text = "*_=~^# 2*3 is **six**"
    clipping = Clipping(text, 0, len(text), ((0, len(text)),), ((14, 21),))
    assert rendered(clipping, choose_mark([text])) == (
        r"“\u{2a}_=~^# 2\u{2a}3 is **\u{2a}\u{2a}six\u{2a}\u{2a}**”"
    )


def test_cuts_are_marked_outside_the_quotation_marks() -> None:
    """Inside the marks there is nothing but the article."""
    text = "Before. The middle, and the very end."
    clipping = Clipping(text, 0, len(text), ((8, 18), (24, 32)), ((12, 18),))
    assert rendered(clipping, "**") == "… “The **middle**” … “the very” …"


def test_an_articles_own_cut_between_quotation_marks_is_told_from_ours() -> None:
    """A source that itself writes ” … “ must not look as if something had been left out of it."""
    text = "“Yes” … “no”"
    assert rendered(Clipping(text, 0, 12, ((0, 12),)), "**") == r"““Yes” \u{2026} “no””"
