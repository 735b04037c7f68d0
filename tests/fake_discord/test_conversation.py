"""Commands, buttons, forms, menus, mentions and threads, with the real client."""

import discord
import pytest

from tests.fake_discord.card import Card
from tests.fake_discord.commands import NotOffered
from tests.fake_discord.interactions import COMPONENT, DEFERRED
from tests.fake_discord.person import NoResponseError, Person
from tests.fake_discord.server import FakeDiscord
from tests.fake_discord.tiny_bot import TinyBot
from tests.fake_discord.world import CREATE_THREADS, Channel


async def test_a_deferred_answer_is_filled_in(fake: FakeDiscord, bot: TinyBot, alice: Person) -> None:
    """The command is acknowledged first, the card is edited in later."""
    bot.meanwhile.clear()
    pending = alice.sends("echo", text="hello")
    await alice.answered(pending)
    assert pending.answered == DEFERRED
    assert pending.original is not None
    assert pending.original.loading
    bot.meanwhile.set()
    card = await alice.sees(pending)
    assert card.containers == ["hello"]
    assert card.labels == ["Again", "Tell"]
    assert not card.private


async def test_a_button_changes_its_card(bot: TinyBot, alice: Person) -> None:
    """An update edits the message that holds the button."""
    card = await alice.uses("echo", text="hello")
    again = await alice.presses(card, "Again")
    assert again.message is card.message
    assert card.text == "pressed 1"
    await alice.presses(card, "Again")
    assert card.text == "pressed 2"


async def test_a_form_is_filled_in(bot: TinyBot, alice: Person) -> None:
    """A button opens a form, whose answer is seen by one person alone."""
    form = await alice.opens(await alice.uses("echo", text="hello"), "Tell")
    assert form.title == "Tell"
    thanks = await alice.fills(form, Kind="Two", Words="of them")
    assert thanks.text == "T of them"
    assert thanks.private
    with pytest.raises(AssertionError, match="takes 0 to 20 characters"):
        await alice.fills(form, Kind="One", Words="x" * 21)


async def test_choices_are_offered(bot: TinyBot, alice: Person) -> None:
    """What is typed into an option is completed."""
    assert await alice.types("echo", "text", "ab") == [{"name": "abab", "value": "abab"}]


async def test_the_menu_of_a_message(bot: TinyBot, alice: Person) -> None:
    """A menu gets the message with its words, though the bot may not read those of others."""
    assert (await alice.uses_menu("Look", alice.says("unheard"))).text == "unheard"


async def test_mentions_and_direct_messages(fake: FakeDiscord, bot: TinyBot, alice: Person) -> None:
    """The bot hears what is said to it, in a server and in private, and replies."""
    assert (await alice.mentions("are you there?")).text == "are you there?"
    card = await alice.in_private().is_answered(alice.in_private().says("and here?"))
    assert card.text == "and here?"
    reference = fake.recording.requests("POST", "/channels/{channel_id}/messages")[0].body[
        "message_reference"
    ]
    assert isinstance(reference["message_id"], int)


async def test_others_words_are_hidden(fake: FakeDiscord, bot: TinyBot, alice: Person) -> None:
    """Without the message-content intent, what is not meant for the bot arrives without words."""
    heard: list[str] = []

    async def note(message: discord.Message) -> None:
        heard.append(message.content)

    bot.add_listener(note, "on_message")
    alice.says("not for you")
    await alice.mentions("for you")
    assert heard[:2] == ["", f"<@{fake.world.bot.id}> for you"]


async def test_a_thread_on_a_message(
    fake: FakeDiscord, bot: TinyBot, alice: Person, general: Channel
) -> None:
    """A thread hangs on its message, and both know it."""
    message = alice.says(f"<@{fake.world.bot.id}> a thread, please")
    card = await alice.is_answered(message)
    assert card.text == "in the thread"
    assert card.message.channel.parent is general
    assert message.thread is card.message.channel


async def test_a_missing_permission_is_refused(
    fake: FakeDiscord, bot: TinyBot, alice: Person, general: Channel
) -> None:
    """Where the bot may open no thread, it is told so."""
    general.denied = CREATE_THREADS
    alice.says(f"<@{fake.world.bot.id}> a thread, please")
    route = "/channels/{channel_id}/messages/{message_id}/threads"
    found = await fake.changes.until(lambda: fake.recording.requests("POST", route) or None, "the attempt")
    assert (found[0].status, found[0].answer["code"]) == (403, 50013)


async def test_followups_and_files(bot: TinyBot, alice: Person) -> None:
    """A second message comes after the first, with a file that can be fetched again."""
    pending = alice.sends("split", text="second", file=True)
    assert (await alice.sees(pending)).text == "first"
    found = await alice.discord.changes.until(lambda: pending.followups or None, "the followup")
    card = Card(found[0], alice.discord.changes)
    assert list(card.files) == ["tiny.py"]
    assert card.files["tiny.py"].startswith(b'"""A bot of a few lines')
    assert await bot.http.get_from_cdn(found[0].attachments[0]["url"]) == card.files["tiny.py"]


async def test_discords_client_checks_first(bot: TinyBot, alice: Person) -> None:
    """What Discord's own client would not send is not sent, unless a test insists."""
    with pytest.raises(NotOffered, match="1 to 50 characters"):
        alice.sends("echo", text="x" * 51)
    with pytest.raises(NotOffered, match="no 'unheard-of' among echo, whisper, split"):
        alice.sends("unheard-of")
    assert (await alice.sees(alice.sends("echo", text="x" * 51, checked=False))).text == "x" * 51


async def test_no_first_response_is_noticed(fake: FakeDiscord, bot: TinyBot, alice: Person) -> None:
    """A bot that is gone leaves whoever presses its button without an answer."""
    card = await alice.uses("echo", text="hello")
    await bot.close()
    with pytest.raises(NoResponseError):
        await alice.answered(alice.clicks(card, "Again"), 0.3)
    assert [one.type for one in fake.interactions.all.values()][-1] == COMPONENT
