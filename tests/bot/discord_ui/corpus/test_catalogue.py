"""Which articles there are, found by what a member types."""

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answers import Source
from bot.discord_ui.cards.limits import length
from bot.discord_ui.corpus.catalogue import KEY_LENGTH, Entry, chosen, entry_of, key_of, matching
from bot.discord_ui.corpus.commands import choice_name
from index.articles import ArticleDetails


def _entry(name: str, title: str | None = None, publisher: str | None = None) -> Entry:
    return entry_of(Source(name, ArticleDetails(title=title, publisher=publisher)), 3)


FERRY = _entry("ferry-north", "Ferry to leave on Friday", "The Orcadian")
DELAY = _entry("delay", "Weather delays the ferry", "Harbour Times")
CAFE = _entry("cafe", "Café opens", "Harbour Times")
ALL = [FERRY, DELAY, CAFE]


def test_all_words_that_were_typed_must_be_there() -> None:
    """In the title, the outlet or the file's name, whatever their case and accents; beginnings come first."""
    assert matching(ALL, "ferry", 25) == [FERRY, DELAY]
    assert matching(ALL, "FERRY harbour", 25) == [DELAY]
    assert matching(ALL, "cafe", 25) == [CAFE]
    assert matching(ALL, "weather", 25) == [DELAY]
    assert matching(ALL, "moon", 25) == []
    assert matching(ALL, "", 2) == [FERRY, DELAY]


def test_what_was_chosen_is_found_by_key_label_or_name() -> None:
    """Whoever does not choose from the list may write the label out; what two articles are called is neither."""
    assert chosen(ALL, FERRY.key) is FERRY
    assert chosen(ALL, " Café opens ") is CAFE
    assert chosen(ALL, "delay") is DELAY
    assert chosen(ALL, "ferry") is None
    assert chosen([DELAY, _entry("other", "Weather delays the ferry")], "Weather delays the ferry") is None


@given(st.text(max_size=300))
def test_a_key_fits_on_a_button(name: str) -> None:
    """Whatever an article is called, its key has the digits that a button takes, and no article's is another's."""
    key = key_of(name)
    assert len(key) == KEY_LENGTH
    assert key.isdecimal()
    assert key != key_of(name + "x")


@given(st.text(max_size=300), st.one_of(st.none(), st.text(max_size=300)))
def test_a_choice_has_a_name_that_discord_takes(title: str, publisher: str | None) -> None:
    """Between 1 and 100 characters, without what could turn the line around."""
    name = choice_name(_entry("a", title, publisher))
    assert 1 <= length(name) <= 100
    assert "\u202e" not in name


def test_a_choice_names_the_outlet_once() -> None:
    """An article without a title is called by its outlet's name alone only where that is its label."""
    assert choice_name(FERRY) == "The Orcadian: Ferry to leave on Friday"
    assert choice_name(_entry("plain")) == "plain"
    assert choice_name(_entry("a", "Long " * 40)) == ("Long " * 20)[:99] + "…"
