"""Links to articles, and what is made none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_ui.cards.linking import can_be_link, link, linkable
from tests.bot.discord_ui.cards.hostile import PIECES
from tests.discord_preview.markdown import parse, shown


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://w.example/a", "https://w.example/a"),
        ("HTTP://w.example:8080", "http://w.example:8080"),
        ("https://w.example/a(b)_c_*d*", "https://w.example/a%28b%29_c_%2Ad%2A"),
        ("https://w.example/a%20b?q=1&r=[2]#s", "https://w.example/a%20b?q=1&r=%5B2%5D#s"),
        ("https://w.example/新聞", "https://w.example/%E6%96%B0%E8%81%9E"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        (" https://w.example/a ", "https://w.example/a"),
    ],
)
def test_an_address_is_written_so_that_nothing_in_it_is_markup(url: str, address: str) -> None:
    """Brackets and stars are percent-encoded, which leads to the same page."""
    assert linkable(url) == address


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "w.example/a",
        "javascript:alert(1)",
        "ftp://w.example",
        "https://",
        "https://a b.example",
        "https://user:secret@w.example/",
        "https://[::1",
        "https://w.example/" + "a" * 500,
        "discord://invite",
    ],
)
def test_what_is_no_address_of_the_web_is_not_linked(url: str | None) -> None:
    """Other schemes, broken hosts, names and passwords in front of the host, and what is too long."""
    assert linkable(url) is None


@pytest.mark.parametrize(
    ("words", "possible"),
    [
        ("Talks set", True),
        ("A [b]", False),
        ("C:\\d", False),
        ("see https://a.b", False),
        ("www.a.b", False),
        (" ", False),
    ],
)
def test_words_that_discord_would_not_link_are_not_made_a_link(words: str, possible: bool) -> None:
    """They are shown beside a link of our own words instead."""
    assert can_be_link(words) is possible


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join))
def test_a_link_is_a_link_whatever_its_address_holds(rest: str) -> None:
    """Where an address can be linked at all, Discord reads exactly one link and nothing behind it."""
    address = linkable(f"https://w.example/{rest}")
    if address is not None:
        found = [
            node for node in parse(link("read", address)).walk() if node.kind not in {"document", "line"}
        ]
        assert [(node.kind, shown(node)) for node in found] == [("link", "read"), ("text", "read")]
        assert found[0].value == address
