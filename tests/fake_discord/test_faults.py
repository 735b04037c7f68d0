"""What goes wrong between a bot and Discord, and how the real client takes it."""

import asyncio

import aiohttp
import discord
import pytest

from tests.fake_discord.buckets import Allowance
from tests.fake_discord.card import Card
from tests.fake_discord.faults import broken, too_many_requests
from tests.fake_discord.person import Person
from tests.fake_discord.server import TOKEN, FakeDiscord
from tests.fake_discord.tiny_bot import TinyBot

_EDIT = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"


async def test_a_429_is_waited_out(fake: FakeDiscord, bot: TinyBot, alice: Person) -> None:
    """The client waits as long as it is told, and tries again."""
    fake.faults.order("PATCH", "@original", too_many_requests(0.2))
    assert (await alice.uses("echo", text="patience")).text == "patience"
    edits = fake.recording.requests("PATCH", _EDIT)
    assert [one.status for one in edits] == [429, 200]
    assert edits[1].at - edits[0].at >= 0.2


async def test_cloudflares_429_is_not_retried(fake: FakeDiscord, bot: TinyBot, alice: Person) -> None:
    """Without a Via header it is a ban, which trying again makes longer."""
    fake.faults.order("PATCH", "@original", too_many_requests(0.2, via=False))
    pending = alice.sends("echo", text="patience")
    error = await asyncio.wait_for(bot.errors.get(), 20)
    assert isinstance(error, discord.HTTPException)
    assert error.status == 429
    assert pending.original is not None
    assert pending.original.loading


async def test_a_502_is_tried_again(fake: FakeDiscord, bot: TinyBot, alice: Person) -> None:
    """The second try succeeds."""
    fake.faults.order("PATCH", "@original", broken(502))
    assert (await alice.uses("echo", text="again")).text == "again"
    assert [one.status for one in fake.recording.requests("PATCH", _EDIT)] == [502, 200]


async def test_a_followup_behind_a_502_is_posted_twice(
    fake: FakeDiscord, bot: TinyBot, alice: Person
) -> None:
    """A request that was carried out, but whose answer got lost, is carried out again by the client."""
    fake.faults.order("POST", "^/webhooks/", broken(502, after=True))
    pending = alice.sends("split", text="twice")
    await fake.changes.until(lambda: len(pending.followups) == 2 or None, "the second followup")
    assert [Card(one, fake.changes).text for one in pending.followups] == ["twice", "twice"]


async def test_a_late_acknowledgement_is_refused(fake: FakeDiscord, bot: TinyBot, alice: Person) -> None:
    """After three seconds there is no such interaction any more."""
    alice.sends("echo", text="late", late=3.1)
    error = await asyncio.wait_for(bot.errors.get(), 20)
    assert isinstance(error, discord.NotFound)
    assert error.code == 10062


async def test_a_dead_token_is_refused(fake: FakeDiscord, bot: TinyBot, alice: Person) -> None:
    """After fifteen minutes an answer cannot be edited any more."""
    bot.meanwhile.clear()
    await alice.answered(alice.sends("echo", text="late"))
    fake.clock.advance(901)
    bot.meanwhile.set()
    error = await asyncio.wait_for(bot.errors.get(), 20)
    assert isinstance(error, discord.HTTPException)
    assert (error.status, error.code) == (401, 50027)


async def test_buckets_are_counted(fake: FakeDiscord, bot: TinyBot, alice: Person) -> None:
    """Told that nothing remains, the client waits by itself; nothing is refused."""
    fake.handling.buckets.allowances["POST /channels/{channel_id}/messages"] = Allowance(2, 0.3)
    begun = fake.clock.now()
    for text in ("one", "two", "three"):
        await alice.mentions(text)
    assert fake.clock.now() - begun >= 0.3
    assert {one.status for one in fake.recording.exchanges} == {200}


async def _raw(fake: FakeDiscord, method: str, path: str, body: object) -> tuple[int, int]:
    """Send a request past the client's own checks; return status and code."""
    async with aiohttp.ClientSession(connector=fake.connector()) as session:
        url = f"https://discord.com/api/v10{path}"
        headers = {"Authorization": f"Bot {TOKEN}"}
        async with session.request(method, url, json=body, headers=headers) as response:
            return response.status, (await response.json()).get("code", 0)


async def test_an_interaction_is_answered_once(fake: FakeDiscord, bot: TinyBot, alice: Person) -> None:
    """The second first response is refused, as is one for an interaction that there never was."""
    pending = alice.sends("whisper", text="once")
    await alice.sees(pending)
    reply = {"type": 4, "data": {"content": "twice"}}
    path = f"/interactions/{pending.id}/{pending.token}/callback"
    assert await _raw(fake, "POST", path, reply) == (400, 40060)
    assert await _raw(fake, "POST", "/interactions/1/none/callback", reply) == (404, 10062)


def _container(*parts: object) -> dict[str, object]:
    return {"type": 17, "components": list(parts)}


_TEXT = {"type": 10, "content": "x" * 2001}
_BUTTON = {"type": 2, "style": 2, "label": "one", "custom_id": "same"}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"content": "x" * 2000}, 0),
        ({"content": "x" * 2001}, 50035),
        ({"content": ""}, 50006),
        ({"embeds": [{"description": "x" * 3000}, {"description": "x" * 3000}]}, 0),
        ({"embeds": [{"description": "x" * 3000}, {"description": "x" * 3001}]}, 50035),
        ({"flags": 32768, "components": [_container(_TEXT)]}, 0),
        ({"flags": 32768, "components": [_container(_TEXT), _container(_TEXT)]}, 50035),
        ({"flags": 32768, "components": [_container(*[{"type": 14}] * 39)]}, 0),
        ({"flags": 32768, "components": [_container(*[{"type": 14}] * 40)]}, 50035),
        ({"flags": 32768, "components": [{"type": 10, "content": "x"}], "content": "y"}, 50035),
        ({"components": [{"type": 10, "content": "x"}]}, 50035),
        ({"components": [{"type": 1, "components": [_BUTTON]}]}, 0),
        ({"components": [{"type": 1, "components": [_BUTTON, _BUTTON]}]}, 50035),
        ({"content": "x", "message_reference": {"message_id": "1"}}, 50035),
    ],
)
async def test_messages_keep_the_rules(
    fake: FakeDiscord, alice: Person, body: dict[str, object], code: int
) -> None:
    """What Discord refuses beyond its OpenAPI document, the fake refuses: one more than allowed, not one less."""
    status, said = await _raw(fake, "POST", f"/channels/{alice.channel.id}/messages", body)
    assert (status, said) == (400 if code else 200, code)
    assert len(fake.conversation.messages) == (0 if code else 1)


async def test_whom_a_message_pings(fake: FakeDiscord, alice: Person) -> None:
    """Whoever is named is notified, in a TextDisplay as in content, unless the message says otherwise."""
    path, who = f"/channels/{alice.channel.id}/messages", alice.user.id
    shown = {"flags": 32768, "components": [{"type": 10, "content": f"<@{who}> @everyone"}]}
    await _raw(fake, "POST", path, {"content": f"<@{who}>"})
    await _raw(fake, "POST", path, shown)
    await _raw(fake, "POST", path, shown | {"allowed_mentions": {"parse": []}})
    await _raw(fake, "POST", path, shown | {"allowed_mentions": {"parse": [], "users": [who]}})
    pings = [one.pings for one in fake.conversation.messages.values()]
    assert pings == [{who}, {who, "everyone"}, set(), {who}]
