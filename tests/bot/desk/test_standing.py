"""Who is what in a server, and what that lets them do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.citation_log.events import ServerSettings
from bot.desk.standing import Acting, Needed, Refused, Standing, answers_in, refusal, standings_of

MEMBER, MODERATOR, EDITOR, MANAGER = Standing
SET_UP = ServerSettings(moderators=("m1", "m2"), editors=("e1",))
BEFORE = ServerSettings()


@pytest.mark.parametrize(
    ("acting", "settings", "found"),
    [
        (Acting("7"), SET_UP, {MEMBER}),
        (Acting("7", frozenset({"other"})), SET_UP, {MEMBER}),
        (Acting("7", frozenset({"m2"})), SET_UP, {MEMBER, MODERATOR}),
        (Acting("7", frozenset({"e1", "m1"})), SET_UP, {MEMBER, MODERATOR, EDITOR}),
        (Acting("7", manages_messages=True), SET_UP, {MEMBER}),  # the roles that are named are what counts
        (Acting("7", manages_messages=True), BEFORE, {MEMBER, MODERATOR}),
        (Acting("7", manages_server=True), BEFORE, set(Standing)),
        (Acting(None, frozenset({"m1"}), manages_server=True), SET_UP, {MEMBER}),
    ],
)
def test_standings(acting: Acting, settings: ServerSettings, found: set[Standing]) -> None:
    """Named roles make moderators and editors, managing the server makes everything, direct messages nothing."""
    assert standings_of(acting, settings) == found


@pytest.mark.parametrize(
    ("needed", "acting", "why"),
    [
        (Needed(frozenset({MEMBER})), Acting(None), None),
        (Needed(frozenset({MODERATOR})), Acting(None), Refused.NO_SERVER),
        (Needed(frozenset({MODERATOR})), Acting("7"), Refused.STANDING),
        (Needed(frozenset({MODERATOR})), Acting("7", frozenset({"m1"})), None),
        (Needed(frozenset({MANAGER})), Acting("7", frozenset({"m1", "e1"})), Refused.STANDING),
        (Needed(frozenset({EDITOR}), corpus=True), Acting("7", frozenset({"e1"})), None),
        (Needed(frozenset({EDITOR}), corpus=True), Acting("8", frozenset({"e1"})), Refused.NO_CORPUS),
        (Needed(frozenset({EDITOR}), corpus=True), Acting("8"), Refused.STANDING),
        (Needed(frozenset()), Acting("7", manages_server=True), Refused.STANDING),
    ],
)
def test_refusals(needed: Needed, acting: Acting, why: Refused | None) -> None:
    """One of several standings is enough; articles are edited in named servers only; nobody may what needs nothing."""
    assert refusal(needed, acting, SET_UP, {"7"}) == why


@given(
    st.frozensets(st.sampled_from(Standing), min_size=1),
    st.frozensets(st.sampled_from(["m1", "e1", "x"])),
    st.booleans(),
    st.booleans(),
)
def test_a_manager_may_whatever_anybody_may(
    standings: frozenset[Standing], roles: frozenset[str], messages: bool, corpus: bool
) -> None:
    """Managing the server never takes anything away, and only managers may what managers alone may."""
    needed = Needed(standings, corpus)
    somebody = Acting("7", roles, manages_messages=messages)
    manager = Acting("7", roles, manages_server=True, manages_messages=messages)
    assert refusal(needed, manager, SET_UP, {"7"}) is None
    if standings == {MANAGER}:
        assert refusal(needed, somebody, SET_UP, {"7"}) is Refused.STANDING


def test_channels() -> None:
    """All of them, unless some are named; a thread lies in its channel, and that in its category."""
    named = ServerSettings(channels=("1", "2"))
    assert answers_in(BEFORE, {"5"})
    assert answers_in(named, {"2"})
    assert answers_in(named, {"thread", "1", "category"})
    assert not answers_in(named, {"5"})
