"""What the log holds of one member, as they are given it."""

import json
from datetime import UTC, datetime

from bot.citation_log.events import Detail, Event, Kind, Reported, Ruled
from bot.discord_ui.privacy.personal import Holdings, exported, holdings_of
from tests.logged_events import in_vain

ASKED = in_vain(channel="88")


def _event(number: int, kind: Kind, detail: Detail, personal: dict[str, str] | None, **more: object) -> Event:
    at = datetime(2024, 1, 12, 9, number, tzinfo=UTC)
    about = None if kind is Kind.ANSWERED else 1
    return Event(number, at, kind, about, "77", "answered", detail, "h", "p", personal, **more)  # type: ignore[arg-type]


QUESTION = _event(1, Kind.ANSWERED, ASKED, {"question": "Wann fährt die Fähre? \ud83d"})
REPORT = _event(2, Kind.REPORTED, Reported(category="other"), {"text": "it is wrong"})
RULING = _event(3, Kind.RULED, Ruled(verdict="ignored", reader="r", form="", meaning=""), {"note": "no"})


def test_only_what_still_has_its_words_is_counted() -> None:
    """Questions, reports and decisions, each by itself; what was erased is kept of nobody."""
    gone = _event(4, Kind.ANSWERED, ASKED, None)
    assert holdings_of([RULING, REPORT, QUESTION, QUESTION, gone]) == Holdings(
        questions=2, reports=1, decisions=1
    )
    assert not holdings_of([gone])
    assert holdings_of([RULING])  # of a moderator who only ruled something is kept


def test_a_member_is_given_all_of_it() -> None:
    """Oldest first, with what they wrote, where and what came of it; broken characters break no file."""
    assert json.loads(exported([RULING, REPORT, QUESTION])) == [
        {
            "number": 1,
            "at": "2024-01-12T09:01:00+00:00",
            "kind": "answered",
            "server": "77",
            "way": "ask",
            "channel": "88",
            "outcome": "answered",
            "question": "Wann fährt die Fähre? \ud83d",
        },
        {
            "number": 2,
            "at": "2024-01-12T09:02:00+00:00",
            "kind": "reported",
            "server": "77",
            "about": 1,
            "category": "other",
            "text": "it is wrong",
        },
        {
            "number": 3,
            "at": "2024-01-12T09:03:00+00:00",
            "kind": "ruled",
            "server": "77",
            "about": 1,
            "note": "no",
        },
    ]
    assert "Fähre" in exported([QUESTION]).decode()
