"""Shortening a quote for display."""

from hypothesis import given
from hypothesis import strategies as st

from bot.presentation.clippings import Budget, opening, shorten

MEETING = (
    "He is slated to deliver a keynote speech at the Honolulu Defence Forum in Hawaii on January 12, "
    "before proceeding to Los Angeles and then Washington, DC, where he will meet with US Secretary of "
    "Defense Pete Hegseth on January 15, Caliber.Az reports, citing Japanese media."
)
SPEECH = (
    "The weeklong trip will begin in Hawaii on Monday, where Koizumi is scheduled to meet with Adm. Samuel "
    "Paparo, commander of the U.S. Indo-Pacific Command. He will also deliver a speech at the Honolulu "
    "Defense Forum, a gathering of defense officials and experts, to articulate Japan’s commitment to "
    "peace."
)


def shown(text: str, *highlights: str) -> list[str]:
    spans = [(text.index(words), text.index(words) + len(words)) for words in highlights]
    return [text[start:end] for start, end in shorten(text, (0, len(text)), spans).fragments]


def test_a_short_quote_is_shown_whole() -> None:
    """What is no longer than the budget is not cut."""
    assert shown("They will meet on January 15.", "January 15") == ["They will meet on January 15."]


def test_a_long_quote_is_cut_where_a_clause_begins() -> None:
    """The cut falls between clauses rather than in the middle of one."""
    assert shown(MEETING, "January 15") == [MEETING[MEETING.index("where he will meet") :]]


def test_a_long_quote_is_cut_where_a_clause_ends() -> None:
    """The comma at the cut is left out; one within a date is no end of a clause."""
    assert shown(MEETING, "January 12") == [MEETING[: MEETING.index(", where he will meet")]]


def test_what_is_shown_is_more_than_an_opening_phrase() -> None:
    """Two words before a comma say nothing, so the quote goes on to the next place where it may be cut."""
    stop = (
        "In Honolulu, Koizumi is also expected to meet with Admiral Samuel Paparo, commander of the US Indo-Pacific "
        "Command, while in Los Angeles he will visit a drone technology company."
    )
    assert shown(stop, "Honolulu") == [stop[: stop.index(", commander")]]


def test_a_sentence_without_a_highlight_keeps_its_opening() -> None:
    """A second sentence was quoted for a reason, so the reader sees how it begins."""
    assert shown(SPEECH, "Monday") == [
        SPEECH[: SPEECH.index(", commander")],
        "He will also deliver a speech at the Honolulu Defense Forum",
    ]


def test_every_highlight_is_shown() -> None:
    """Where two places answer, both are shown with words around them."""
    assert shown(MEETING, "January 12", "January 15") == [MEETING]


def test_a_text_without_blanks_is_cut_between_characters() -> None:
    """Japanese has no blanks to cut at; an accent or an emoji's modifier still stays with its letter."""
    kana = "が" * 120
    decomposed = "か\u3099" * 120
    assert opening(kana, (0, 120), 41).fragments == ((0, 41),)
    assert opening(decomposed, (0, 240), 41).fragments == ((0, 40),)
    assert opening("👍🏽" * 80, (0, 160), 41).fragments == ((0, 40),)


def test_an_overlong_highlight_is_cut_itself() -> None:
    """A highlight as long as an article would push the other versions off the screen."""
    text = "word " * 200 + "end."
    clipping = shorten(text, (0, len(text)), [(0, len(text))], Budget(highlight=24))
    assert [text[start:end] for start, end in clipping.fragments] == ["word word word word word"]
    assert (clipping.cut_before, clipping.cut_after) == (False, True)


@given(st.text(min_size=1, max_size=400), st.data())
def test_fragments_are_spans_of_the_run_and_hold_the_highlights(text: str, data: st.DataObject) -> None:
    """Whatever the text, fragments lie in the run, in order and apart, and show every highlight."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first = data.draw(st.integers(start, end - 1))
    last = data.draw(st.integers(first + 1, end))
    clipping = shorten(
        text, (start, end), [(first, last)], Budget(whole=20, before=12, after=8, least=4, slack=3)
    )
    positions = [position for fragment in clipping.fragments for position in fragment]
    assert positions == sorted(positions)
    assert start <= positions[0]
    assert positions[-1] <= end
    held = {position for a, b in clipping.fragments for position in range(a, b)}
    assert {position for position in range(first, last) if not text[position].isspace()} <= held
