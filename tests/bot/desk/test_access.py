"""Who may see an answer that was given."""

from datetime import UTC, datetime

import pytest

from bot.citation_log.events import Delivered, Event, Kind
from bot.desk.access import Viewer, Way, may_see
from tests.logged_events import in_vain

ANNA, BERT = "a1" * 32, "b2" * 32
HERE = ("77", "88")  # server and channel
ELSEWHERE = ("78", "88")
NEXT_DOOR = ("77", "89")
DIRECT = (None, "90")


def _answer(way: str, place: tuple[str | None, str], person: str | None = ANNA) -> Event:
    server, channel = place
    detail = in_vain(channel if server else None, way)
    now = datetime(2024, 1, 12, tzinfo=UTC)
    return Event(1, now, Kind.ANSWERED, None, server, "answered", detail, "h", person)


@pytest.mark.parametrize(
    ("way", "asked_in", "person", "viewer", "seen"),
    [
        # What stands in a channel is seen there, by anybody, and nowhere else.
        (Way.ASK, HERE, ANNA, (ANNA, HERE), True),
        (Way.ASK, HERE, ANNA, (BERT, HERE), True),
        (Way.MENTION, HERE, ANNA, (BERT, HERE), True),
        (Way.ASK, HERE, None, (BERT, HERE), True),
        (Way.ASK, HERE, ANNA, (ANNA, NEXT_DOOR), False),
        (Way.ASK, HERE, ANNA, (ANNA, ELSEWHERE), False),
        (Way.ASK, HERE, ANNA, (ANNA, DIRECT), False),
        # What was private is its asker's.
        (Way.ASK_PRIVATE, HERE, ANNA, (ANNA, HERE), True),
        (Way.ASK_PRIVATE, HERE, ANNA, (BERT, HERE), False),
        (Way.MENU, HERE, ANNA, (ANNA, HERE), True),
        (Way.MENU, HERE, ANNA, (BERT, HERE), False),
        (Way.ASK_PRIVATE, HERE, None, (ANNA, HERE), False),
        # Direct messages have no server, and neither has the terminal; a number alone opens neither.
        (Way.DIRECT_MESSAGE, DIRECT, ANNA, (ANNA, DIRECT), True),
        (Way.ASK, DIRECT, ANNA, (ANNA, DIRECT), True),
        (Way.DIRECT_MESSAGE, DIRECT, ANNA, (BERT, DIRECT), False),
        (Way.ASK, DIRECT, ANNA, (BERT, DIRECT), False),
        (Way.DIRECT_MESSAGE, DIRECT, ANNA, (ANNA, HERE), False),
        (Way.DIRECT_MESSAGE, DIRECT, None, (ANNA, DIRECT), False),
        (Way.TERMINAL, DIRECT, None, (ANNA, DIRECT), False),
        (Way.TERMINAL, DIRECT, ANNA, (ANNA, DIRECT), False),
        ("a way of a later version", HERE, ANNA, (ANNA, HERE), False),
    ],
)
def test_who_sees_what(
    way: str,
    asked_in: tuple[str | None, str],
    person: str | None,
    viewer: tuple[str, tuple[str | None, str]],
    *,
    seen: bool,
) -> None:
    """Nobody sees by its number what they could not see by being there."""
    who, (server, channel) = viewer
    assert may_see(_answer(way, asked_in, person), Viewer(who, server, channel)) is seen


def test_only_answers_are_seen() -> None:
    """Other events have numbers, too."""
    now = datetime(2024, 1, 12, tzinfo=UTC)
    event = Event(2, now, Kind.DELIVERED, 1, "77", None, Delivered(message="1"), "h", ANNA)
    assert not may_see(event, Viewer(ANNA, "77", "88"))


@pytest.mark.parametrize(
    ("way", "asked_in", "reported", "seen"),
    [
        (Way.ASK, HERE, False, True),
        (Way.MENTION, NEXT_DOOR, False, True),  # wherever in their server
        (Way.ASK, ELSEWHERE, True, False),
        (Way.ASK_PRIVATE, HERE, False, False),
        (Way.ASK_PRIVATE, HERE, True, True),  # whoever reports it lets them look
        (Way.MENU, NEXT_DOOR, True, True),
        (Way.DIRECT_MESSAGE, DIRECT, True, False),
        (Way.TERMINAL, DIRECT, True, False),
    ],
)
def test_what_moderators_see(
    way: str, asked_in: tuple[str | None, str], *, reported: bool, seen: bool
) -> None:
    """All that stands in their server's channels, and what members reported to them; nothing of any other place."""
    moderator = Viewer(BERT, *HERE, moderates=True)
    assert may_see(_answer(way, asked_in), moderator, reported=reported) is seen
    direct = Viewer(BERT, *DIRECT, moderates=True)
    assert not may_see(_answer(way, asked_in), direct, reported=reported)
