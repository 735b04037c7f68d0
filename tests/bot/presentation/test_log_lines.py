"""What the log's events are called, and what a verification says."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.citation_log.events import (
    Delivered,
    Detail,
    Erased,
    Event,
    Expired,
    Failed,
    Kind,
    Purged,
    Reported,
    Ruled,
    ServerSettings,
)
from bot.citation_log.faults import Fault, Finding, Verification
from bot.presentation.log_lines import clock, standing, told, verdict_lines
from tests.logged_events import in_vain

ANSWERED = in_vain()
RULED = Ruled(verdict="upheld", reader="r", form="", meaning="")


def _event(detail: Detail, kind: Kind = Kind.ANSWERED, personal: dict[str, Any] | None = None) -> Event:
    return Event(7, datetime(2026, 1, 2, 3, 4, 5, 6, UTC), kind, None, None, None, detail, "", None, personal)


@pytest.mark.parametrize(
    ("detail", "personal", "line"),
    [
        (ANSWERED, {"question": "When\x1b[2J?"}, "When\\u{1b}[2J?"),
        (ANSWERED, None, "(erased)"),
        (Delivered(message="99"), None, "shown as message 99"),
        (Delivered(), None, "shown"),
        (Failed(reason="403 Forbidden"), None, "could not be shown: 403 Forbidden"),
        (Failed(reason="it ended", unknown=True), None, "may not have been shown: it ended"),
        (Reported(category="wrong_quote"), {"text": ""}, "wrong quote"),
        (Reported(category="not_a_disagreement"), {"text": "same day"}, "not a disagreement: same day"),
        (Reported(category="other"), None, "something else: (erased)"),
        (RULED, {"note": "stands"}, "upheld: stands"),
        (
            ServerSettings(channels=("1", "2"), private=True, moderators=("5",), keep_days=1),
            {},
            (
                "a manager set up the server: answers in 1 2, privately where nothing is said, review in no channel, "
                "editors none, moderators 5, kept for 1 day"
            ),
        ),
        (
            ServerSettings(review_channel="3", editors=("4",)),
            {},
            (
                "a manager set up the server: answers in all, publicly where nothing is said, review in 3, editors 4, "
                "moderators none, kept for the usual time"
            ),
        ),
        (Erased(records=(1,)), None, "a member asked to be forgotten: 1 record"),
        (Expired(before=0, count=1200), None, "personal fields were old enough: 1,200 records"),
        (Purged(article="a", versions=(), records=(1, 2)), None, "a was taken down: 2 answers retracted"),
    ],
)
def test_every_event_has_its_line(detail: Detail, personal: dict[str, Any] | None, line: str) -> None:
    """One line each; what members wrote cannot steer a terminal, what was erased is said to be."""
    assert told(_event(detail, personal=personal)) == line


def test_moments_are_told_to_the_second() -> None:
    """Nobody needs the microseconds that the log keeps."""
    assert clock(_event(ANSWERED).at) == "2026-01-02 03:04:05"


def test_the_log_never_claims_more_than_it_knows() -> None:
    """An answer that was written down may have been shown or not; only an event about it tells."""
    unknown = "written down; whether it was shown is not known"
    assert standing([]) == unknown
    assert standing([_event(RULED, Kind.RULED)]) == unknown
    assert standing([_event(Failed(reason="x", unknown=True), Kind.FAILED)]) == unknown
    assert standing([_event(Failed(reason="x"), Kind.FAILED)]) == "not shown"
    assert standing([_event(Failed(reason="x"), Kind.FAILED), _event(Delivered(), Kind.DELIVERED)]) == "shown"


def test_a_verification_says_how_far_it_can_be_relied_on() -> None:
    """What was cut off after the last anchor cannot be seen, and it says so however good the chain is."""
    assert verdict_lines(Verification(1, (), None)) == [
        "1 event: the chain is whole.",
        "There is no anchor: that events were cut off the end, or all written anew, could not be seen.",
    ]
    assert verdict_lines(Verification(1500, (), 1450))[1] == (
        "The anchors reach to event 1,450: a change of what came before would be seen; that some of the 50 events "
        "since, or more, were cut off could not be."
    )


def test_faults_are_named_with_their_places() -> None:
    """Each line says what is wrong where; of very many only the first are printed."""
    faults = [Finding(Fault.CHANGED, 3), Finding(Fault.HEAD), Finding(Fault.ANCHOR_REFUSED, 2)]
    faults += [Finding(Fault.TEXT_GONE, "ab" * 32), *(Finding(Fault.MISSING, n) for n in range(10, 40))]
    lines = verdict_lines(Verification(9, tuple(faults), 9))
    assert lines[:5] == [
        "Event 3 was changed, or stands in another's place.",
        "The head does not match the last event.",
        "Line 2 of the anchor file is not signed with this log's key.",
        "The text of article version abababababab… is missing, and no takedown tells of it.",
        "Event 10 is missing.",
    ]
    assert lines[20:] == [
        "… and 14 more.",
        "9 events: NOT as they were written.",
        "The anchors reach to event 9; what was cut off after it could not be seen.",
    ]
