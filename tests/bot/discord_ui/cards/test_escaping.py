"""An article's characters: shown as they are, and as nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_ui.cards.escaping import clip, escaped, escaped_characters, isolated, read_back
from bot.discord_ui.cards.limits import length
from tests.bot.discord_ui.cards.hostile import PIECES
from tests.bot.discord_ui.cards.judging import seen
from tests.discord_preview.markdown import parse

TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=30).map("".join)


@given(TEXTS)
def test_what_is_sent_reads_back_as_the_source(text: str) -> None:
    """By our own reading and by Discord's, un-escaping gives every character of the source."""
    assert read_back(escaped(text)) == text
    assert seen(escaped(text)) == text


@given(TEXTS)
def test_nothing_in_a_text_acts(text: str) -> None:
    """Whatever an article holds, and wherever on a line it stands, Discord sees plain text."""
    for markdown in (escaped(text), f"“{escaped(text)}”", f"### {escaped(text)}", f"-# {escaped(text)}"):
        kinds = {node.kind for node in parse(markdown).walk() if node.kind}
        assert kinds <= {"document", "line", "text", "heading", "small"}


@given(TEXTS, st.data())
def test_any_run_of_characters_can_be_sent_by_itself(text: str, data: st.DataObject) -> None:
    """A cut between any two characters leaves both sides readable: no escape is parted."""
    place = data.draw(st.integers(0, len(text)))
    pieces = escaped_characters(text)
    assert len(pieces) == len(text)
    assert read_back("".join(pieces[:place])) == text[:place]
    assert read_back("".join(pieces[place:])) == text[place:]


@given(TEXTS)
def test_no_control_and_no_reordering_character_is_sent(text: str) -> None:
    """Line ends would part a quote, and overrides would let it read as what it does not say."""
    sent = escaped(text)
    assert not {unicodedata.category(one) for one in sent} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(sent) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("- a point", "\\- a point"),
        ("twenty-one - or so", "twenty-one - or so"),
        ("# not a heading", "\\# not a heading"),
        ("-# not small", "\\-\\# not small"),
        ("1. first", "1\\. first"),
        ("  12) twelfth", "  12\\) twelfth"),
        ("On 1. May", "On 1. May"),
        ("> quoted", "\\> quoted"),
        ("<@1> and <t:1:R>", "\\<\\@1\\> and \\<t\\:1\\:R\\>"),
        (":smile: at 10:30", "\\:smile\\: at 10\\:30"),
        ("https://a.b/c_d", "https\\://a.b/c\\_d"),
        ("[a](b)", "\\[a\\](b)"),
        ("¯\\_(ツ)_/¯", "¯\\\\\\_(ツ)\\_/¯"),
        ("a\u2028b", "a\\\\u{2028}b"),
        ("paid \u202e001", "paid \\\\u{202e}001"),
        ("written \\u{202e}", "written \\\\u{5c}u{202e}"),
        ("o" + "\u0301" * 8, "o" + "\u0301" * 6 + "\\\\u{301}\\\\u{301}"),
        ("Việt Nam, नमस्ते, 👩‍🔬, AT&T (50%)!", "Việt Nam, नमस्ते, 👩‍🔬, AT&T (50%)!"),
    ],
)
def test_only_what_could_act_is_escaped(text: str, sent: str) -> None:
    """Each rule of the table, and ordinary writing, which stays as it is."""
    assert escaped(text) == sent


@pytest.mark.parametrize(
    ("text", "isolate"),
    [("שלום", True), ("سلام", True), ("a\u200fb", True), ("١٢", True), ("café 漢字 12", False), ("", False)],
)
def test_right_to_left_words_keep_to_themselves(text: str, isolate: bool) -> None:
    """They are isolated from the words around, outside what is quoted; other text is not touched."""
    assert isolated(text, "“…”") == ("\u2068“…”\u2069" if isolate else "“…”")


@given(TEXTS, st.integers(16, 80))
def test_a_clipped_label_keeps_to_its_room_and_its_line(text: str, room: int) -> None:
    """Titles and names, however long or wild, are one line of bounded length."""
    clipped = clip(text, room)
    line = " ".join(text.split())
    assert length(clipped) <= room
    assert "\n" not in clipped
    assert seen(clipped) == line or (clipped.endswith("…") and line.startswith(seen(clipped)[:-1]))


@pytest.mark.parametrize(
    ("text", "room", "clipped"),
    [
        ("The bridge stays closed", 30, "The bridge stays closed"),
        ("The bridge stays closed until May", 30, "The bridge stays closed…"),
        ("Line one\nline two", 30, "Line one line two"),
        ("unbroken" * 9, 20, "unbrokenunbrokenu…"),
        ("**************", 20, "\\*\\*\\*\\*\\*\\*\\*\\*…"),
    ],
)
def test_labels_are_cut_at_words(text: str, room: int, clipped: str) -> None:
    """A cut shows, stands between words where there are any, and counts the escapes."""
    assert clip(text, room) == clipped
