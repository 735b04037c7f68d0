"""What members may do: how often, with which permissions, and with buttons that nobody knows any more."""

import pytest

from bot.citation_log.events import Kind
from bot.discord_ui.client import CrossciteClient
from tests.end_to_end.in_discord.conftest import logged
from tests.end_to_end.in_discord.member import Member
from tests.fake_discord.server import FakeDiscord
from tests.fake_discord.world import CREATE_THREADS, MEMBER, Channel

AGREED = "How long is the trip?"


async def test_nobody_acts_without_end(bot: CrossciteClient, alice: Member, bob: Member) -> None:
    """Forty commands and presses a minute; typing into an option goes on, and so does everybody else."""
    card = await alice.asks(AGREED)
    for _ in range(39):
        await alice.presses(card, "Why?")
    refused = [await alice.presses(card, "Why?"), await alice.uses("about"), await alice.asks(AGREED)]
    assert ["You can go on in" in one.text for one in refused] == [True, True, True]
    assert all(one.private for one in refused)
    assert len(await alice.types("sources", "source", "caliber")) == 1
    assert "is read as" in (await bob.presses(card, "Why?")).text
    assert [event.kind for event in logged(bot)].count(Kind.ANSWERED) == 1


async def test_reports_are_bounded_more_closely(bot: CrossciteClient, alice: Member) -> None:
    """Five a minute of one member; what comes after is not written down, and its sender is told."""
    card = await alice.asks(AGREED)
    said = []
    for _ in range(6):
        form = await alice.opens(card, "Report")
        said.append((await alice.fills_in(form, {form.fields[0].label: "Something else"})).text)
    assert ["Thank you" in one for one in said] == [True] * 5 + [False]
    assert [event.kind for event in logged(bot)].count(Kind.REPORTED) == 5


async def test_threads_are_opened_for_those_who_may(
    fake: FakeDiscord, bot: CrossciteClient, alice: Member, general: Channel
) -> None:
    """The bot's own permission is not lent to a member who has none."""
    card = await alice.asks(AGREED)
    guest = Member(fake, fake.world.add_user("guest", permissions=MEMBER & ~CREATE_THREADS), general)
    assert "A thread cannot be opened here." in (await guest.presses(card, "Continue in a thread")).text
    assert card.message.thread is None


@pytest.mark.parametrize("custom_id", ["crosscite0:1:why", "crosscite1:1:open:everything:en:0", "other"])
async def test_a_button_that_nobody_knows_is_answered(
    fake: FakeDiscord, bot: CrossciteClient, alice: Member, general: Channel, custom_id: str
) -> None:
    """Cards of an older version stay in their channels; their buttons do not run into nothing."""
    old = fake.conversation.draft(general, fake.world.bot)
    button = {"type": 2, "style": 2, "label": "Old", "custom_id": custom_id, "id": 2}
    old.components = [{"type": 1, "id": 1, "components": [button]}]
    fake.conversation.post(old)
    told = await alice.presses(alice.card(old), "Old")
    assert "not in the log of this server" in told.text
    assert told.private
