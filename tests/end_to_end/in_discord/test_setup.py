"""`/setup`: what a manager chooses holds at once, after a restart too, and nobody else may choose."""

import pytest

from bot.citation_log.events import Kind, ServerSettings
from bot.discord_ui.client import CrossciteClient
from tests.end_to_end.in_discord.conftest import Running, logged
from tests.end_to_end.in_discord.member import Member
from tests.fake_discord.commands import NotOffered
from tests.fake_discord.server import FakeDiscord
from tests.fake_discord.waiting import eventually
from tests.fake_discord.world import SEND, Channel, Guild

AGREED = "How long is the trip?"


async def test_a_server_is_set_up(  # noqa: PLR0917 - fixtures
    fake: FakeDiscord, running: Running, newsroom: Guild, desk_channel: Channel, grace: Member, alice: Member
) -> None:
    """Every list of the panel holds at once, shows what was chosen, and is as it was after a restart."""
    moderators, editors = (fake.world.add_role(newsroom, name) for name in ("Moderators", "Editors"))
    async with running() as bot:
        panel = await grace.uses("setup")
        assert panel.private
        assert [menu.chosen for menu in panel.menus] == [[], ["public"], [], [], [], ["usual"]]
        await grace.chooses(panel, "Every channel", desk_channel)
        await grace.chooses(panel, "Answers to /ask", "Only whoever asked sees them")
        await grace.chooses(panel, "No channel", desk_channel)
        await grace.chooses(panel, "No role", moderators, nth=0)
        await grace.chooses(panel, "No role", editors, nth=1)
        panel = await grace.chooses(panel, "Kept for", "7 days")
        chosen = [menu.chosen for menu in panel.menus]
        ids = (desk_channel.id, moderators.id, editors.id)
        assert chosen == [[ids[0]], ["private"], [ids[0]], [ids[1]], [ids[2]], ["7"]]
        assert "lacks" not in panel.text
        events = [event for event in logged(bot) if event.kind is Kind.CONFIGURED]
        assert len(events) == 6
        assert events[-1].detail == ServerSettings(
            channels=(ids[0],),
            private=True,
            review_channel=ids[0],
            moderators=(ids[1],),
            editors=(ids[2],),
            keep_days=7,
        )
        assert {event.server for event in events} == {newsroom.id}
    async with running():
        assert [menu.chosen for menu in (await grace.uses("setup")).menus] == chosen
        assert "kept for 7 days" in (await alice.uses("about")).text
        assert (await alice.at(desk_channel).asks(AGREED)).private  # without having said so
        assert not (await alice.at(desk_channel).asks(AGREED, private=False)).private


async def test_questions_elsewhere_are_turned_down(
    fake: FakeDiscord, desk_channel: Channel, bot: CrossciteClient, grace: Member, alice: Member
) -> None:
    """Whoever asks in another channel learns where to, and nothing is answered; threads belong to their channel."""
    await grace.chooses(await grace.uses("setup"), "Every channel", desk_channel)
    said = f"On this server questions are answered in <#{desk_channel.id}>."
    for refused in (await alice.asks(AGREED), await alice.asks_about(alice.says(AGREED))):
        assert refused.text == said
        assert refused.private
    line = await alice.mentions(AGREED)
    assert line.text == said
    assert [event for event in logged(bot) if event.kind is Kind.ANSWERED] == []
    answer = await alice.at(desk_channel).asks(AGREED)
    await alice.presses(answer, "Continue in a thread")
    thread = answer.message.thread
    assert thread is not None
    assert "weeklong" in (await alice.at(thread).mentions(AGREED)).text
    assert "weeklong" in (await alice.in_private().uses("ask", question=AGREED)).text


async def test_what_the_bot_lacks_is_named(
    fake: FakeDiscord, desk_channel: Channel, bot: CrossciteClient, grace: Member
) -> None:
    """A channel in which the bot cannot write can be chosen, but not without being told."""
    fake.conversation.deny(desk_channel, SEND)
    await eventually(lambda: _cannot_send(bot, desk_channel) or None, "the change of the channel")
    panel = await grace.chooses(await grace.uses("setup"), "No channel", desk_channel)
    assert f"⚠️ In <#{desk_channel.id}> Crosscite lacks: Send Messages." in panel.text
    fake.conversation.deny(desk_channel, 0)
    await eventually(lambda: None if _cannot_send(bot, desk_channel) else True, "the change of the channel")
    assert "lacks" not in (await grace.uses("setup")).text


async def test_only_managers_set_up(
    fake: FakeDiscord, desk_channel: Channel, bot: CrossciteClient, grace: Member, alice: Member
) -> None:
    """Discord hides the command; where it does not, and where a panel got into other hands, it is refused."""
    with pytest.raises(NotOffered):
        alice.sends("setup")
    panel = await grace.uses("setup")
    panel.message.only_for = None
    refused = await alice.chooses(panel, "Every channel", desk_channel)
    assert refused.text == "Only members who may manage this server can do that."
    assert refused.private
    assert logged(bot) == []


def _cannot_send(bot: CrossciteClient, channel: Channel) -> bool:
    assert channel.guild is not None
    guild = bot.get_guild(int(channel.guild.id))
    found = guild.get_channel(int(channel.id)) if guild else None
    return found is not None and not found.permissions_for(found.guild.me).send_messages
