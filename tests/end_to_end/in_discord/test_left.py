"""Who was left without an answer when the program was killed reads so after the next start, and nobody else."""

from bot.discord_ui.questions.owed import Address, Kind, Owed, OwedReplies
from bot.discord_ui.words.language import Language
from bot.settings import Settings
from tests.end_to_end.in_discord.conftest import Running
from tests.end_to_end.in_discord.member import Member
from tests.fake_discord.faults import broken, refused
from tests.fake_discord.interactions import Interaction
from tests.fake_discord.messages import Message
from tests.fake_discord.server import FakeDiscord
from tests.fake_discord.waiting import eventually

AGREED = "How long is the trip?"
RESTARTED = "Crosscite was restarted before it had answered. Please ask again."


def _to(fake: FakeDiscord, interaction: Interaction) -> Owed:
    return Owed(
        Address(Kind.INTERACTION, int(fake.world.application_id), interaction.token), Language.ENGLISH
    )


def _answering(message: Message) -> Owed:
    return Owed(Address(Kind.MESSAGE, int(message.channel.id), message.id), Language.ENGLISH)


async def test_who_was_left_is_told(
    fake: FakeDiscord, running: Running, settings: Settings, alice: Member, bob: Member
) -> None:
    """A response that still says that the bot is thinking is filled in; a mention that nobody answered gets a reply."""
    killed = OwedReplies(settings.discord.owed)
    async with running():
        fake.faults.order("PATCH", "@original", refused(404, 10008, "Unknown Message"))
        thinking = await alice.answered(alice.begins(AGREED))
        await eventually(lambda: fake.faults.left() == 0 or None, "the answer that was not shown")
    message = bob.says(f"<@{fake.world.bot.id}> {AGREED}")
    with killed.noted(_to(fake, thinking)), killed.noted(_answering(message)):
        async with running():
            assert RESTARTED in (await alice.sees(thinking)).text
            assert RESTARTED in (await bob.is_answered(message)).text
    assert thinking.original is not None


async def test_who_reads_that_the_bot_thinks_is_owed_a_word(
    fake: FakeDiscord, running: Running, settings: Settings, alice: Member
) -> None:
    """It is written down before Discord shows it: a kill at any moment after that leaves nobody without a word."""
    async with running():
        fake.faults.order("POST", "callback", broken(after=True))  # shown, though the bot is not yet told so
        thinking = await alice.answered(alice.begins(AGREED))
        assert len(list(settings.discord.owed.glob("*.json"))) == 1
        assert "weeklong" in (await alice.sees(thinking)).text
        await eventually(
            lambda: not list(settings.discord.owed.glob("*.json")) or None, "the end of the debt"
        )


async def test_an_answer_that_was_shown_stays(
    fake: FakeDiscord, running: Running, settings: Settings, alice: Member, bob: Member
) -> None:
    """Killed between showing and forgetting: what they read is the answer, once."""
    killed = OwedReplies(settings.discord.owed)
    async with running():
        asked = alice.begins(AGREED)
        assert "weeklong" in (await alice.sees(asked)).text
        message = bob.says(f"<@{fake.world.bot.id}> {AGREED}")
        assert "weeklong" in (await bob.is_answered(message)).text
    with killed.noted(_to(fake, asked)), killed.noted(_answering(message)):
        async with running():
            await eventually(lambda: not list(settings.discord.owed.glob("*.json")) or None, "the look")
            assert "weeklong" in (await alice.asks(AGREED)).text
    assert "weeklong" in (await alice.sees(asked)).text
    assert ["weeklong" in bob.card(one).text for one in bob.replies_to(message)] == [True]


async def test_who_can_no_longer_be_told_stops_nothing(
    fake: FakeDiscord, running: Running, settings: Settings, alice: Member
) -> None:
    """A response that was deleted, and a channel that is gone; the bot answers."""
    killed = OwedReplies(settings.discord.owed)
    async with running():
        asked = alice.begins(AGREED)
        await alice.sees(asked)
    assert asked.original is not None
    fake.conversation.delete(asked.original)
    gone = Owed(Address(Kind.MESSAGE, 7, "8"), Language.ENGLISH)
    with killed.noted(_to(fake, asked)), killed.noted(gone):
        async with running():
            assert "weeklong" in (await alice.asks(AGREED)).text
