"""With exactly the permissions that the invitation asks for, everything works."""

from bot.discord_ui.invitation import PERMISSIONS
from tests.end_to_end.in_discord.conftest import Running
from tests.end_to_end.in_discord.member import Member
from tests.fake_discord.server import FakeDiscord
from tests.fake_discord.world import Guild

AGREED = "How long is the trip?"


async def test_what_it_is_invited_with_is_enough(
    fake: FakeDiscord, running: Running, newsroom: Guild, alice: Member
) -> None:
    """Commands, mentions, threads and mentions in them: Discord refuses none of it."""
    newsroom.granted = PERMISSIONS.value
    async with running():
        card = await alice.asks(AGREED)
        assert "weeklong" in card.text
        assert "weeklong" in (await alice.mentions(AGREED)).text
        await alice.presses(card, "Continue in a thread")
        thread = next(one for one in newsroom.channels if one.parent is not None)
        inside = Member(fake, alice.user, thread)
        assert "weeklong" in (await inside.mentions(AGREED)).text
        await alice.presses(card, "[1] in context")
    assert [one for one in fake.recording.exchanges if one.status >= 400] == []
