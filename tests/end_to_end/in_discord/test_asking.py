"""Asking: by command, menu, mention and direct message; what is shown, and what is written down before."""

import pytest

from bot.citation_log.answered import Answered
from bot.citation_log.events import Delivered, Event, Kind
from bot.discord_ui.client import CrossciteClient
from bot.settings import Settings
from tests.end_to_end.in_discord.conftest import Running, all_logged, logged
from tests.end_to_end.in_discord.member import Member
from tests.fake_discord.card import Card
from tests.fake_discord.interactions import DEFERRED
from tests.fake_discord.server import FakeDiscord

DISPUTED, AGREED, UNSAID = (
    "When will Koizumi meet Hegseth?",
    "How long is the trip?",
    "Who is the prime minister of Japan?",
)
_EDIT = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"


def _answered(event: Event) -> Answered:
    assert isinstance(event.detail, Answered)
    return event.detail


async def test_every_version_is_shown(bot: CrossciteClient, alice: Member) -> None:
    """Where the sources disagree, each version has its own box with its value, quote and source."""
    card = await alice.asks(DISPUTED)
    assert "The sources disagree on the date." in card.text
    first, second = (box for box in card.containers if "January" in box)
    assert "Thursday, January 18" in first
    assert "with a key meeting scheduled with U.S. Defense Secretary Pete Hegseth in Washington on" in first
    assert "January 15" in second
    assert "Caliber.Az" in second
    assert (card.private, card.pings) == (False, set())


async def test_one_version_and_none(bot: CrossciteClient, alice: Member) -> None:
    """What the sources agree on is one box; what they do not say is said, noted, and has related passages."""
    agreed = await alice.asks(AGREED)
    assert "disagree" not in agreed.text
    assert "weeklong" in agreed.text
    unsaid = await alice.asks(UNSAID)
    assert "The sources do not say." in unsaid.text
    assert "Related, but not an answer:" in unsaid.text
    assert [event.outcome for event in logged(bot) if event.kind is Kind.ANSWERED] == [
        "answered",
        "not_in_sources",
    ]


async def test_it_is_written_down_before_it_is_shown(
    fake: FakeDiscord, bot: CrossciteClient, alice: Member
) -> None:
    """Acknowledged first; then the answer is logged, then shown, then its message is logged."""
    pending = alice.begins(DISPUTED)
    card = await alice.sees(pending)
    answer, delivery = await all_logged(bot, 2)
    shown = fake.recording.requests("PATCH", _EDIT)[-1]
    assert pending.answered == DEFERRED
    assert answer.at.timestamp() <= shown.at <= delivery.at.timestamp()
    assert delivery.detail == Delivered(message=card.message.id)
    assert delivery.about == answer.number
    assert (_answered(answer).way, _answered(answer).channel) == ("ask", alice.channel.id)
    assert answer.personal == {"question": DISPUTED}
    assert alice.user.id not in str(answer)


async def test_every_way_gives_the_same_answer(
    fake: FakeDiscord, bot: CrossciteClient, alice: Member, bob: Member
) -> None:
    """Command, menu, mention and direct message: one engine, the same boxes."""
    privately = bob.in_private()
    cards = [
        await alice.asks(DISPUTED),
        await alice.asks(DISPUTED, private=True),
        await alice.asks_about(bob.says(DISPUTED)),
        await bob.mentions(DISPUTED),
        await privately.is_answered(privately.says(DISPUTED)),
    ]
    assert [card.private for card in cards] == [False, True, True, False, False]
    assert {len(_quotes(card)) for card in cards} == {2}
    assert len({_quotes(card) for card in cards}) == 1
    events = await all_logged(bot, 2 * len(cards))
    ways = [_answered(event).way for event in events if event.kind is Kind.ANSWERED]
    assert ways == ["ask", "ask_private", "menu", "mention", "direct_message"]
    # Each is noted when Discord has confirmed it, which may be after the next one.
    delivered = {event.detail for event in events if event.kind is Kind.DELIVERED}
    assert delivered == {Delivered(message=card.message.id) for card in cards}


def _quotes(card: Card) -> tuple[str, ...]:
    return tuple(line for text in card.texts for line in text.splitlines() if line.startswith("“"))


async def test_what_is_not_meant_for_it_is_left_alone(
    fake: FakeDiscord, bot: CrossciteClient, alice: Member
) -> None:
    """What others say to each other, and replies that only ping, are no questions."""
    card = await alice.mentions(AGREED)
    alice.says(DISPUTED)
    alice.says(DISPUTED, reply_to=card.message)
    await alice.mentions(UNSAID)
    assert len(fake.recording.requests("POST", "/channels/{channel_id}/messages")) == 2


async def test_a_message_without_words_cannot_be_asked_about(bot: CrossciteClient, alice: Member) -> None:
    """A picture alone, or a bare mention, is told so."""
    for text in ("", f"<@{alice.discord.world.bot.id}>"):
        card = await alice.asks_about(alice.says(text))
        assert "That message has no text to ask about." in card.text
    assert logged(bot) == []


async def test_each_question_stands_alone(bot: CrossciteClient, alice: Member) -> None:
    """A question that leans on the one before gets a line that asks for the whole of it, and no answer."""
    card = await alice.asks("and when does it end?")
    assert "Each question stands alone." in card.text
    assert card.private
    assert logged(bot) == []


@pytest.mark.parametrize(
    ("question", "said"),
    [("x" * 5000, "The question has 5,000 characters"), (" \u200b ", "There is no question in that.")],
)
async def test_length_is_bounded_again(bot: CrossciteClient, alice: Member, question: str, said: str) -> None:
    """What Discord's client would have stopped is stopped here, too."""
    card = await alice.sees(alice.begins(question, checked=False))
    assert said in card.text
    assert card.private
    assert logged(bot) == []


async def test_the_question_pings_nobody(
    fake: FakeDiscord, bot: CrossciteClient, alice: Member, bob: Member
) -> None:
    """Mentions inside a question, or of others beside the bot, notify nobody when they are shown again."""
    card = await alice.asks(f"Is @everyone going to meet <@{bob.user.id}>?")
    mentioned = await alice.mentions(f"does <@{bob.user.id}> meet Hegseth?")
    assert (card.pings, mentioned.pings) == (set(), set())


async def test_fixed_words_are_the_readers(bot: CrossciteClient, hana: Member) -> None:
    """Whoever has Discord in Japanese reads Japanese around the quotes, which stay as they are."""
    card = await hana.asks(DISPUTED)
    assert "The sources disagree" not in card.text
    assert "日付について、記事の内容が食い違っています。" in card.text
    assert "with a key meeting scheduled with U.S. Defense Secretary Pete Hegseth" in card.text


async def test_a_member_who_asks_too_much_is_told_when(
    running: Running, settings: Settings, alice: Member, bob: Member
) -> None:
    """The bound is each member's own, and whoever meets it is told for how long, alone."""
    few = settings.model_copy(update={"discord": settings.discord.model_copy(update={"member_questions": 1})})
    async with running(few) as bot:
        await alice.asks(AGREED)
        refused = await alice.asks(AGREED)
        assert "You can ask again in" in refused.text
        assert refused.private
        assert "weeklong" in (await bob.asks(AGREED)).text
        assert [event.kind for event in logged(bot)].count(Kind.ANSWERED) == 2


async def test_who_must_wait_is_told_how_long(
    fake: FakeDiscord, running: Running, settings: Settings
) -> None:
    """With one thread and seven members at once, the last ones read their place in line, then their answer."""
    one = settings.model_copy(update={"discord": settings.discord.model_copy(update={"workers": 1})})
    channel = next(iter(fake.world.channels.values()))
    members = [Member(fake, fake.world.add_user(f"member-{n}"), channel) for n in range(7)]
    async with running(one):
        pending = [member.begins(AGREED) for member in members]
        last = await members[-1].sees(pending[-1])
        assert "in line; your answer comes in about" in last.text
        for member, interaction in zip(members, pending, strict=True):
            card = await member.sees(interaction)
            await card.until(lambda now: "weeklong" in now.text, "the answer")
