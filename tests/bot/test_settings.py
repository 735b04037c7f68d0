"""Settings that are written as text and used as something else."""

import pytest
from pydantic import ValidationError

from bot.settings import DiscordSettings


@pytest.mark.parametrize(
    ("written", "found"),
    [("", set()), ("123", {"123"}), (" 123, 456 ,789", {"123", "456", "789"})],
)
def test_servers_are_listed_with_commas(written: str, found: set[str]) -> None:
    """As an operator writes them; none are named by an empty text."""
    assert DiscordSettings(corpus_servers=written).corpus_server_ids == found


@pytest.mark.parametrize("written", ["newsroom", "123 456", "123;456", "123,"])
def test_what_is_no_list_of_ids_is_refused(written: str) -> None:
    """A slip must not leave a server out without a word."""
    with pytest.raises(ValidationError):
        DiscordSettings(corpus_servers=written)
