"""What managers decide is an event of the log, and holds from then on."""

import pytest

from bot.citation_log.events import Kind, ServerSettings
from bot.citation_log.protocol import Query
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.servers import ServersDesk
from tests.logged_answers import verified

CHOSEN = ServerSettings(
    channels=("1", "2"), private=True, review_channel="3", editors=("4",), moderators=("5",), keep_days=7
)


def test_what_was_decided_holds(log: SqlCitationLog) -> None:
    """In that server alone, at once and for whoever opens the log later; who decided it is in the log."""
    desk = ServersDesk(log, 30)
    assert desk.settings("7") == ServerSettings()
    desk.configure("7", "manager", {"private": True})
    assert desk.configure("7", "manager", CHOSEN.model_dump()) == CHOSEN
    assert desk.known("7") == CHOSEN
    assert ServersDesk(log, 30).settings("7") == CHOSEN
    assert (desk.settings("8"), desk.settings(None)) == (ServerSettings(), ServerSettings())
    assert [(one.person, one.detail) for one in log.find(Query(kinds=(Kind.CONFIGURED,)), 9)] == [
        ("manager", CHOSEN),
        ("manager", ServerSettings(private=True)),
    ]
    assert verified(log).findings == ()


def test_one_choice_leaves_the_others(log: SqlCitationLog) -> None:
    """What was decided before still holds; deciding the same again, or nonsense, leaves no trace."""
    desk = ServersDesk(log, 30)
    desk.configure("7", "manager", {"moderators": ("5",)})
    found = desk.configure("7", "another", {"review_channel": "3"})
    assert found == ServerSettings(moderators=("5",), review_channel="3")
    desk.configure("7", "manager", {"review_channel": "3"})
    with pytest.raises(ValueError, match="keep_days"):
        desk.configure("7", "manager", {"keep_days": -1})
    assert len(log.find(Query(kinds=(Kind.CONFIGURED,)), 9)) == 2


def test_nothing_is_read_twice(log: SqlCitationLog) -> None:
    """A question must not wait for the log before it is acknowledged."""
    desk = ServersDesk(log, 30)
    assert desk.known("7") is None
    desk.settings("7")
    assert desk.known("7") == ServerSettings()


def test_all_are_read_at_once(log: SqlCitationLog) -> None:
    """After that nothing is read: a server without settings has the usual ones, and a change holds all the same."""
    before = ServersDesk(log, 30)
    before.configure("7", "manager", {"private": True})
    before.configure("7", "manager", {"moderators": ("5",)})
    desk = ServersDesk(log, 30)
    desk.load()
    assert desk.known("7") == ServerSettings(private=True, moderators=("5",))
    assert desk.known("8") == ServerSettings()
    desk.configure("8", "manager", {"private": True})
    assert desk.known("8") == ServerSettings(private=True)


def test_days(log: SqlCitationLog) -> None:
    """A server may keep less long than the operator, never longer."""
    desk = ServersDesk(log, 30)
    days = [desk.days_in(ServerSettings(keep_days=days)) for days in (None, 0, 7, 30, 90)]
    assert days == [30, 0, 7, 30, 30]
    for server, kept in (("a", 7), ("b", 90), ("c", None), ("d", 0)):
        desk.configure(server, "manager", {"keep_days": kept})
    assert desk.shorter() == {"a": 7, "d": 0}
