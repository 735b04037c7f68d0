"""What goes wrong between the bot, Discord and the log, and what whoever asked gets to know of it."""

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.citation_log.events import Failed, Kind
from bot.desk_wiring import open_logged_service
from bot.discord_ui.client import CrossciteClient
from bot.discord_ui.waiting.cooldowns import Cooldowns
from bot.settings import Settings
from tests.end_to_end.in_discord.conftest import Running, all_logged, logged
from tests.end_to_end.in_discord.member import Member
from tests.fake_discord.faults import broken, refused, too_many_requests
from tests.fake_discord.server import FakeDiscord
from tests.fake_discord.waiting import eventually
from tests.fake_discord.world import CREATE_THREADS, MEMBER, SEND, Channel

DISPUTED, AGREED = "When will Koizumi meet Hegseth?", "How long is the trip?"
_MESSAGES = "/channels/{channel_id}/messages"


async def test_a_429_is_waited_out(fake: FakeDiscord, bot: CrossciteClient, alice: Member) -> None:
    """The answer comes when Discord lets it, once."""
    fake.faults.order("PATCH", "@original", too_many_requests(0.3))
    assert "weeklong" in (await alice.asks(AGREED)).text
    assert [event.kind for event in await all_logged(bot, 2)] == [Kind.ANSWERED, Kind.DELIVERED]


@pytest.mark.parametrize("after", [False, True])
async def test_a_502_is_tried_again(
    fake: FakeDiscord, bot: CrossciteClient, alice: Member, *, after: bool
) -> None:
    """Both the acknowledgement and the answer get through, whether or not Discord had taken them the first time."""
    fake.faults.order("POST", "/callback", broken(502, after=after))
    fake.faults.order("PATCH", "@original", broken(502, after=after))
    card = await alice.asks(AGREED)
    assert "weeklong" in card.text
    assert [event.kind for event in await all_logged(bot, 2)] == [Kind.ANSWERED, Kind.DELIVERED]


async def test_a_reply_is_posted_once(fake: FakeDiscord, bot: CrossciteClient, alice: Member) -> None:
    """A reply whose acknowledgement got lost is not posted a second time."""
    fake.faults.order("POST", "/messages", broken(502, after=True))
    message = alice.says(f"<@{fake.world.bot.id}> {AGREED}")
    await alice.is_answered(message)
    await all_logged(bot, 2)
    assert len(alice.replies_to(message)) == 1
    assert [one.status for one in fake.recording.requests("POST", _MESSAGES)] == [502, 200]


async def test_a_lost_connection_loses_no_question(
    fake: FakeDiscord, bot: CrossciteClient, alice: Member, bob: Member
) -> None:
    """What was asked while nobody listened is answered after the resume, by whichever way it came."""
    fake.gateway.cut()
    await fake.changes.until(lambda: not fake.gateway.connected() or None, "the connection to be gone")
    pending = alice.begins(AGREED)
    message = bob.says(f"<@{fake.world.bot.id}> {AGREED}")
    assert "weeklong" in (await alice.sees(pending)).text
    assert "weeklong" in (await bob.is_answered(message)).text
    assert (fake.gateway.resumed, fake.gateway.identified) == (1, 1)


async def test_a_late_acknowledgement_is_no_answer(
    fake: FakeDiscord, bot: CrossciteClient, alice: Member, bob: Member
) -> None:
    """Where Discord has already said that nobody responds, nothing is read, nothing logged, and no one alarmed."""
    late = alice.begins(DISPUTED, late=3.1)
    card = await bob.asks(AGREED)
    assert late.answered is None
    assert [event.personal for event in logged(bot) if event.kind is Kind.ANSWERED] == [{"question": AGREED}]
    pressed = alice.clicks(card, "Why?", late=3.1)
    assert "weeklong" in (await bob.presses(card, "Why?")).text
    assert pressed.answered is None


async def test_an_answer_that_cannot_be_shown_is_logged_so(
    fake: FakeDiscord, bot: CrossciteClient, alice: Member
) -> None:
    """After a quarter of an hour, or once the asker has deleted it, the response is gone: the log says so."""
    late = await alice.answered(alice.begins(AGREED))
    fake.clock.advance(901)
    answer, failure = await all_logged(bot, 2)
    assert failure.detail == Failed(reason="Discord answered 401/50027")
    deleted = await alice.answered(alice.begins(AGREED))
    assert deleted.original is not None
    fake.conversation.delete(deleted.original)
    *_, failure = await all_logged(bot, 4)
    assert failure.detail == Failed(reason="Discord answered 404/10008")
    assert late.original is not None
    assert late.original.loading
    assert answer.kind is Kind.ANSWERED


async def test_where_it_may_not_write_it_does_not_try(
    fake: FakeDiscord, bot: CrossciteClient, alice: Member, general: Channel
) -> None:
    """Without the permission to write, a mention is left alone; a refusal that nobody foresaw is logged."""
    fake.faults.order("POST", "/messages", refused(403, 50013, "Missing Permissions"))
    alice.says(f"<@{fake.world.bot.id}> {AGREED}")
    *_, failure = await all_logged(bot, 2)
    assert failure.detail == Failed(reason="Discord answered 403/50013")
    fake.conversation.deny(general, SEND)
    alice.says(f"<@{fake.world.bot.id}> {AGREED}")
    assert "weeklong" in (await alice.asks(AGREED)).text  # the response to a command needs no permission
    assert len(fake.recording.requests("POST", _MESSAGES)) == 1


async def test_where_no_thread_can_be_opened(
    fake: FakeDiscord, bot: CrossciteClient, alice: Member, general: Channel
) -> None:
    """The button is there only where it can be of use; where that changed since, it says so."""
    card = await alice.asks(AGREED)
    fake.conversation.deny(general, CREATE_THREADS)
    assert "A thread cannot be opened here." in (await alice.presses(card, "Continue in a thread")).text
    assert "Continue in a thread" not in (await alice.asks(AGREED)).labels


@contextlib.contextmanager
def _refusing(settings: Settings, kind: str) -> Iterator[None]:
    """Let the log's database refuse every event of one kind, as a full disk would."""
    path = Path(settings.log.database.get_secret_value().removeprefix("sqlite:///"))
    trigger = f"CREATE TRIGGER full BEFORE INSERT ON events WHEN NEW.kind = '{kind}' BEGIN SELECT RAISE(ABORT, 'full'); END"
    for statement in (trigger, "DROP TRIGGER full"):
        with contextlib.closing(sqlite3.connect(path, timeout=10)) as database, database:
            database.execute(statement)
        if statement is trigger:
            yield


async def test_what_cannot_be_written_down_is_not_shown(
    bot: CrossciteClient, settings: Settings, alice: Member
) -> None:
    """No answer is shown that is not in the log, by whichever way it was asked for; the asker is told."""
    with _refusing(settings, "answered"):
        asked = await alice.asks(DISPUTED)
        mentioned = await alice.mentions(DISPUTED)
    for card in (asked, mentioned):
        assert "The answer could not be written down, so it is not shown." in card.text
        assert "January" not in card.text
    assert logged(bot) == []
    assert "January" in (await alice.asks(DISPUTED)).text


async def test_a_report_that_cannot_be_written_down_is_not_confirmed(
    bot: CrossciteClient, settings: Settings, alice: Member
) -> None:
    """Whoever reports is thanked for what is in the log, and for nothing else."""
    form = await alice.opens(await alice.asks(DISPUTED), "Report")
    with _refusing(settings, "reported"):
        said = await alice.fills_in(form, {form.fields[0].label: "Something else"})
    assert (
        said.text == "Crosscite cannot reach its log at the moment. Please try again later."
    )  # not of an answer


async def test_without_an_index_it_says_so(
    running: Running, settings: Settings, alice: Member, tmp_path: Path
) -> None:
    """The bot runs, tells whoever asks, and still shows what is kept of them."""
    index = settings.index.model_copy(update={"directory": tmp_path / "nothing"})
    async with running(settings.model_copy(update={"index": index}), open_logged_service):
        assert "The sources are being indexed." in (await alice.asks(AGREED)).text
        assert "The sources are being indexed." in (await alice.uses("sources")).text
        assert await alice.types("sources", "source", "a") == []
        assert "The sources are being indexed." in (await alice.uses("about")).text
        assert "Nothing is kept of you." in (await alice.uses("privacy show")).text


async def test_without_an_index_answers_are_still_checked_and_reported(
    running: Running, settings: Settings, alice: Member, tmp_path: Path
) -> None:
    """What was answered before is in the log: its context is shown, and a report of it is taken."""
    async with running():
        card = await alice.asks(AGREED)
    index = settings.index.model_copy(update={"directory": tmp_path / "nothing"})
    async with running(settings.model_copy(update={"index": index}), open_logged_service):
        assert "weeklong" in (await alice.presses(card, "[1] in context")).text.replace("**", "").replace(
            "__", ""
        )
        form = await alice.opens(card, "Report")
        assert "Thank you" in (await alice.fills_in(form, {form.fields[0].label: "Something else"})).text


async def test_who_waits_is_told_of_a_restart(
    fake: FakeDiscord, running: Running, settings: Settings, general: Channel
) -> None:
    """When the bot stops, nobody is left before a message that says that it is thinking."""
    one = settings.model_copy(update={"discord": settings.discord.model_copy(update={"workers": 1})})
    members = [
        Member(fake, fake.world.add_user(f"member-{n}", permissions=MEMBER), general) for n in range(4)
    ]
    async with running(one) as bot:
        pending = [member.begins(f"How long is the trip of {member.user.name}?") for member in members]
        for member, interaction in zip(members, pending, strict=True):
            await member.answered(interaction)
        await eventually(lambda: bot.parts.asker._pool.waiting or None, "a queue")
    said = [
        member.card(one.original).text for member, one in zip(members, pending, strict=True) if one.original
    ]
    assert len(said) == len(members)
    assert sum("about to restart" in text for text in said) >= 2


async def test_a_form_that_nobody_knows_any_more_is_answered(bot: CrossciteClient, alice: Member) -> None:
    """One that an older version opened: whoever sends it is told so, and does not wait for Discord to give up."""
    form = await alice.opens(await alice.asks(AGREED), "Report")
    form.custom_id = "crosscite0:report:1"
    interaction = alice.submits(form, {form.fields[0].label: "Something else"})
    card = await alice.sees(interaction)
    assert (card.private, card.text) == (True, "That answer is not in the log of this server.")


async def test_what_is_done_too_often_is_not_called_asking(bot: CrossciteClient, alice: Member) -> None:
    """Who presses buttons has asked nothing."""
    card = await alice.asks(AGREED)
    bot.parts = replace(bot.parts, acts=Cooldowns(1, 100))
    await alice.presses(card, "Why?")
    told = await alice.presses(card, "Why?")
    assert told.text.startswith("You have done a lot in a short time. You can go on in ")


async def test_an_answer_to_a_client_that_was_lost_is_written_down_as_not_shown(
    running: Running, bot: CrossciteClient, alice: Member
) -> None:
    """It is no incident: whoever is left without a word is told by the next client, as after a kill."""
    thinking = await alice.answered(alice.begins(AGREED))
    await bot.close()
    events = await all_logged(bot, 2)
    assert [event.kind for event in events] == [Kind.ANSWERED, Kind.FAILED]
    assert events[1].detail == Failed(reason="Discord could not be reached (ClientClosedError)")
    async with running():
        assert "Please ask again." in (await alice.sees(thinking)).text
