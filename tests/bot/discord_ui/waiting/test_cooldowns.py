"""How often somebody may ask."""

from bot.discord_ui.waiting.cooldowns import Cooldowns, TooSoon, Window


class _Time:
    """A clock that a test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def _cooldowns(member: int, server: int) -> tuple[Cooldowns, _Time]:
    time = _Time()
    return Cooldowns(member, server, time), time


def test_a_member_may_ask_so_often_in_any_minute() -> None:
    """The bound moves with time: the first question ends counting a minute after it, not at a full minute."""
    cooldowns, time = _cooldowns(member=2, server=100)
    assert cooldowns.use("anna", "s") is None
    time.now = 30.0
    assert cooldowns.use("anna", "s") is None
    assert cooldowns.use("anna", "s") == TooSoon(30, server=False, again=False)
    assert cooldowns.use("bert", "s") is None
    time.now = 60.0
    assert cooldowns.use("anna", "s") is None
    assert cooldowns.use("anna", "s") == TooSoon(30, server=False, again=True)


def test_what_is_refused_does_not_count() -> None:
    """Somebody who keeps trying is let in when the time that they were told is over."""
    cooldowns, time = _cooldowns(member=1, server=100)
    cooldowns.use("anna", None)
    for second in range(1, 60):
        time.now = float(second)
        assert cooldowns.use("anna", None) == TooSoon(60 - second, server=False, again=second > 1)
    time.now = 60.0
    assert cooldowns.use("anna", None) is None


def test_a_server_has_a_bound_of_its_own() -> None:
    """All its members share it, moderators too; other servers and direct messages are not touched."""
    cooldowns, _ = _cooldowns(member=5, server=2)
    assert cooldowns.use("anna", "s") is None
    assert cooldowns.use("bert", "s") is None
    assert cooldowns.use("carl", "s", exempt=True) == TooSoon(60, server=True, again=False)
    assert cooldowns.use("carl", "other") is None
    assert cooldowns.use("carl", None) is None


def test_moderators_are_exempt_from_the_members_bound() -> None:
    """They may ask as often as their server may."""
    cooldowns, _ = _cooldowns(member=1, server=10)
    assert [cooldowns.use("mod", "s", exempt=True) for _ in range(5)] == [None] * 5


def test_memory_is_bounded() -> None:
    """However many members ask, only so many are remembered; whoever was silent longest is forgotten."""
    window = Window(1)
    for number in range(10_001):
        window.use(number, float(number) / 1000)
    assert window.wait(0, 10.5) == 0.0
    assert window.wait(10_000, 10.5) == 59.5
