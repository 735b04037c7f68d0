"""The moderators' queue: a report becomes a card, a decision changes the answer and what the next asker gets."""

import asyncio
from collections.abc import Callable

import pytest

from bot.citation_log.events import Kind, Ruled
from bot.desk.reviewing import Retracted, report
from bot.discord_ui.cards.rulings import struck
from bot.discord_ui.client import CrossciteClient
from tests.end_to_end.in_discord.conftest import Running, logged
from tests.end_to_end.in_discord.member import Member
from tests.fake_discord.card import Card, Modal
from tests.fake_discord.faults import broken
from tests.fake_discord.server import FakeDiscord
from tests.fake_discord.waiting import eventually
from tests.fake_discord.world import Channel, Guild, Role

DISPUTED, AGREED = "When will Koizumi meet Hegseth?", "How long is the trip?"
WRONG = "The quote does not answer the question"
CALIBER = "[2] Caliber.Az · ¶ 3"


@pytest.fixture
def moderators(fake: FakeDiscord, newsroom: Guild) -> Role:
    """Their role."""
    return fake.world.add_role(newsroom, "Moderators")


@pytest.fixture
def moderator(fake: FakeDiscord, moderators: Role, desk_channel: Channel) -> Callable[[str], Member]:
    """Make a moderator, who sits in the review channel."""

    def make(name: str) -> Member:
        user = fake.world.add_user(name)
        user.roles.add(moderators.id)
        return Member(fake, user, desk_channel)

    return make


async def _set_up(grace: Member, desk_channel: Channel, moderators: Role) -> None:
    panel = await grace.uses("setup")
    await grace.chooses(panel, "No channel", desk_channel)
    await grace.chooses(panel, "No role", moderators, nth=0)


async def _report(member: Member, card: Card, text: str = "That is another meeting.") -> None:
    form = await member.opens(card, "Report")
    what, words = (field.label for field in form.fields)
    await member.fills_in(form, {what: WRONG, words: text})


async def _card_in(moderator: Member, nth: int = 0) -> Card:
    """Return the nth card in the review channel once it is there."""
    conversation = moderator.discord.conversation

    def found() -> Card | None:
        cards = [
            one
            for one in conversation.messages.values()
            if one.channel is moderator.channel and one.only_for is None
        ]
        return moderator.card(cards[nth]) if len(cards) > nth else None

    return await eventually(found, "a card in the review channel")


async def _told(member: Member, words: str) -> Card:
    """Return what the bot wrote to a member once it holds *words*."""
    channel = member.in_private().channel

    def found() -> Card | None:
        mine = [one for one in member.discord.conversation.messages.values() if one.channel is channel]
        return next((card for card in map(member.card, mine) if words in card.text), None)

    return await eventually(found, f"a direct message that says {words!r}")


async def test_a_retraction_reaches_everybody(  # noqa: PLR0917 - fixtures
    running: Running,
    desk_channel: Channel,
    moderators: Role,
    moderator: Callable[[str], Member],
    grace: Member,
    alice: Member,
    bob: Member,
) -> None:
    """Report, card, retraction, edited message, next asker: the second half of it after a restart."""
    mona = moderator("mona")
    async with running():
        await _set_up(grace, desk_channel, moderators)
        answer = await alice.asks(DISPUTED)
        await _report(bob, answer)
        card = await _card_in(mona)
        assert "Report" in card.text
        assert WRONG in card.text
        assert DISPUTED in card.text
        assert "with a key meeting scheduled" in card.text
        assert "**The member says:** That is another meeting." in card.text
        assert card.labels == ["Uphold", "Correct", "Retract", "Ignore", "View answer"]
        assert "bob" not in card.text
    async with running() as bot:
        form = await mona.opens(card, "Retract")
        what, note = (field.label for field in form.fields)
        ruled = await mona.fills_in(form, {what: [CALIBER], note: "The 15th is *another* visit."})
        assert ruled.message is card.message
        assert f"**Retracted** by <@{mona.user.id}>" in card.text
        assert card.labels == ["View answer"]
        viewed = await mona.presses(card, "View answer")  # in another channel than the one that was asked in
        assert viewed.private
        assert "Vafa Guliyeva" in (await mona.presses(viewed, "All sources")).text
        await answer.until(lambda one: "Taken back by the moderators" in one.text, "the retraction")
        assert f"### {struck('January 15')}" in answer.text
        assert f"### {struck('The sources disagree on the date.')}" in answer.text
        assert "### Thursday, January 18" in answer.text
        assert f"Ask <@&{moderators.id}>." in answer.text
        assert "Their note: The 15th is \\*another\\* visit." in answer.text
        assert answer.pings == set()
        told = await _told(bob, "took the quote back")
        assert "**Newsroom**" in told.text
        ruling = next(event for event in logged(bot) if event.kind is Kind.RULED)
        assert mona.user.id not in str(ruling)
        again = await bob.asks(DISPUTED)
        assert "disagree" not in again.text
        assert "Caliber" not in again.text
    async with running():
        assert "Taken back by the moderators" in (await bob.presses(answer, "All sources")).text
        assert "Caliber" not in (await alice.asks(DISPUTED)).text


async def test_a_kill_after_the_decision_leaves_no_answer_as_it_was(running: Running, alice: Member) -> None:
    """What was written down is shown by the next start, once: the one after it changes nothing."""
    async with running() as bot:
        answer = await alice.asks(DISPUTED)
        (event,) = (one for one in logged(bot) if one.kind is Kind.ANSWERED)
        with bot.parts.desks.held() as serving:
            taken_back = Retracted(quotes=((1, 0),))
            serving.reviewing.rule(event.number, event.server, "m", "retracted", retracted=taken_back)
    async with running():
        await answer.until(lambda one: "Taken back by the moderators" in one.text, "the retraction")
    edits = answer.message.edits
    async with running():
        assert "Taken back" in (await alice.presses(answer, "Why?")).text
    assert answer.message.edits == edits


async def test_a_correction_is_what_the_next_asker_gets(  # noqa: PLR0917 - fixtures
    running: Running,
    desk_channel: Channel,
    moderators: Role,
    moderator: Callable[[str], Member],
    grace: Member,
    alice: Member,
    bob: Member,
) -> None:
    """A paragraph, then sentences of it, then a look; nothing that is not in the articles can be quoted."""
    mona = moderator("mona")
    async with running():
        await _set_up(grace, desk_channel, moderators)
        answer = await alice.asks(AGREED)
        await _report(bob, answer)
        choice = await mona.presses(await _card_in(mona), "Correct")
        assert choice.private
        offered = choice.menu("Choose a paragraph").options
        assert any(name.startswith("Caliber.Az") for name in offered)
        found = await mona.fills(
            await mona.opens(choice, "Find another…"),
            **{"What should the paragraph be about?": "trilateral cooperation"},
        )
        assert found.message is choice.message
        assert list(choice.menu("Choose a paragraph").options) != list(offered)
    async with running() as bot:
        name = next(one for one in choice.menu("Choose a paragraph").options if "¶ 5" in one)
        await mona.chooses(choice, "Choose a paragraph", name)
        sentences = choice.menu("Choose one or more sentences")
        first = next(iter(sentences.options))
        await mona.chooses(choice, "Choose one or more sentences", first)
        assert "This will be quoted:" in choice.text
        form = await mona.opens(choice, "Use this…")
        what, note = (field.label for field in form.fields)
        quotes = [option["label"] for option in form.fields[0].component["options"]]
        done = await mona.fills_in(form, {what: quotes, note: "See there."})
        assert done.text.startswith("Done: **Corrected** by")
        ruling = next(event.detail for event in logged(bot) if event.kind is Kind.RULED)
        assert isinstance(ruling, Ruled)
        assert ruling.chosen is not None
        await answer.until(lambda one: "Corrected by the moderators" in one.text, "the correction")
        assert "The sources say instead:" in answer.text
        assert "~~" in answer.text
        assert f"**Corrected** by <@{mona.user.id}>" in (await _card_in(mona)).text
        await _told(bob, "corrected the answer")
    async with running():
        again = await bob.asks(AGREED)
        assert first.split(". ", 1)[1][:40].rstrip("…") in again.text.replace("**", "").replace("\\", "")


async def test_the_second_moderator_is_told(  # noqa: PLR0917 - fixtures
    desk_channel: Channel,
    moderators: Role,
    moderator: Callable[[str], Member],
    bot: CrossciteClient,
    grace: Member,
    alice: Member,
) -> None:
    """Both have the form open; who is later learns who was first, and their decision is not made."""
    mona, nick = moderator("mona"), moderator("nick")
    await _set_up(grace, desk_channel, moderators)
    answer = await alice.asks(AGREED)
    await _report(alice, answer)
    card = await _card_in(mona)
    forms = [await mona.opens(card, "Uphold"), await nick.opens(card, "Ignore")]
    await mona.fills(forms[0])
    interaction = await nick.answered(nick.submits(forms[1], {}))
    followup = await eventually(lambda: next(iter(interaction.followups), None), "a word to the second")
    said = nick.card(followup)
    assert f"Somebody was first: **Upheld** by <@{mona.user.id}>" in said.text
    assert said.private
    assert [e.detail.verdict for e in logged(bot) if isinstance(e.detail, Ruled)] == ["upheld"]
    await _told(alice, "The answer stands.")
    assert (
        answer.message.edits == 1
    )  # by which the answer came: it does not look changed where nothing changed


async def test_a_report_is_put_before_moderators_once(  # noqa: PLR0917 - fixtures
    fake: FakeDiscord,
    desk_channel: Channel,
    moderators: Role,
    bot: CrossciteClient,
    grace: Member,
    alice: Member,
) -> None:
    """Also where Discord took the card, and its answer to that got lost."""
    await _set_up(grace, desk_channel, moderators)
    answer = await alice.asks(AGREED)
    fake.faults.order("POST", f"/channels/{desk_channel.id}/messages", broken(after=True))
    await _report(alice, answer)
    number = next(event.number for event in logged(bot) if event.kind is Kind.REPORTED)
    kept = bot.parts.desks.cases
    place = await eventually(lambda: kept.card_of(number), "the card in the log")
    cards = [one for one in fake.conversation.messages.values() if one.channel is desk_channel]
    assert [one.id for one in cards] == [place[1]]


async def test_of_two_decisions_at_once_both_are_shown(  # noqa: PLR0917 - fixtures
    fake: FakeDiscord,
    desk_channel: Channel,
    moderators: Role,
    moderator: Callable[[str], Member],
    bot: CrossciteClient,
    grace: Member,
    alice: Member,
) -> None:
    """The message of the answer shows all that was taken back, though the first change of it reached Discord last."""
    await _set_up(grace, desk_channel, moderators)
    answer = await alice.asks(DISPUTED)
    number = next(str(event.number) for event in logged(bot) if event.kind is Kind.ANSWERED)
    filled: list[tuple[Member, Modal, dict[str, str | list[str]]]] = []
    for name, quote in (("mona", 0), ("nick", 1)):
        member = moderator(name)
        form = await member.opens(await member.uses("review show", number=number), "Retract")
        what = form.fields[0]
        filled.append((member, form, {what.label: [what.component["options"][quote]["label"]]}))
    fake.faults.order("PATCH", rf"/channels/\d+/messages/{answer.message.id}$", broken())
    for member, form, chosen in filled:
        await member.answered(member.submits(form, chosen))
        await eventually(lambda: fake.faults.left() == 0 or None, "the change that Discord did not take")
    both = [struck("Thursday, January 18"), struck("January 15")]
    await answer.until(lambda card: all(f"### {one}" in card.text for one in both), "both retractions")
    await asyncio.sleep(2)  # longer than discord.py waits before it tries once more
    assert [f"### {one}" in answer.text for one in both] == [True, True]


async def test_without_a_review_channel_reports_wait(
    fake: FakeDiscord, bot: CrossciteClient, grace: Member, alice: Member, bob: Member
) -> None:
    """The queue shows them, and opens them; a decision there settles the report, though its member is deaf."""
    bob.user.takes_messages = False
    await _report(bob, await alice.asks(AGREED), text="")
    queue = await grace.uses("review queue")
    assert "Reports that wait" in queue.text
    opened = await grace.chooses(queue, "Open a report", next(iter(queue.menus[0].options)))
    assert AGREED in opened.text
    assert opened.private
    await grace.fills(await grace.opens(opened, "Ignore"))
    assert "**Ignored** by" in opened.text
    assert "No report is waiting." in (await grace.uses("review queue")).text
    stats = await grace.uses("review stats")
    assert "Reports: 1, of which wait: 0" in stats.text
    assert "ignored: 1" in stats.text


async def test_a_long_queue_has_pages(bot: CrossciteClient, grace: Member, alice: Member) -> None:
    """Every report that waits can be opened, also when thirty do; a decided one leaves no page behind."""
    await alice.asks(AGREED)
    desks = bot.parts.desks
    (answer,) = (event for event in logged(bot) if event.kind is Kind.ANSWERED)
    numbers = [
        str(report(desks.log, answer.number, answer.server, f"member {n}", "other").number) for n in range(30)
    ]
    queue = await grace.uses("review queue")
    offered: list[str] = []
    for page in range(3):
        assert queue.text.startswith("### Reports that wait: 30")
        assert f"Page {page + 1} of 3" in [button.label for button in queue.buttons]
        offered += [name.partition(" · ")[0] for name in queue.menu("Open a report").options]
        if page < 2:
            await grace.presses(queue, "Next →")
    assert offered == numbers
    opened = await grace.chooses(queue, "Open a report", next(iter(queue.menu("Open a report").options)))
    assert f"Report {numbers[24]}" in opened.text
    await grace.fills(await grace.opens(opened, "Uphold"))
    await grace.presses(queue, "← Previous")
    assert "No report is waiting." in queue.text


async def test_a_private_answer_is_seen_by_moderators_only_once_reported(
    fake: FakeDiscord, bot: CrossciteClient, grace: Member, alice: Member
) -> None:
    """Reporting it lets them look; a retraction is shown in it while its token lives, by its buttons later."""
    answer = await alice.asks(DISPUTED, private=True)
    assert "not in the log of this server" in (await grace.uses("review show", number="1")).text
    assert "No question holds" in (await grace.uses("review search", words="Koizumi")).text
    await _report(alice, answer)
    shown = await grace.uses("review show", number="1")
    assert "asked privately" in shown.text
    form = await grace.opens(shown, "Retract")
    await grace.fills_in(form, {form.fields[0].label: [CALIBER]})
    await answer.until(lambda one: f"### {struck('January 15')}" in one.text, "the retraction")
    late = await alice.asks(DISPUTED, private=True)
    await _report(alice, late)
    fake.clock.advance(16 * 60)  # Discord no longer takes the token
    number = max(event.number for event in logged(bot) if event.kind is Kind.REPORTED)
    shown = await grace.uses("review show", number=str(number))
    form = await grace.opens(shown, "Retract")
    filled = [option["label"] for option in form.fields[0].component["options"]][:1]
    await grace.fills_in(form, {form.fields[0].label: filled})
    assert "Taken back" not in late.text
    assert "Taken back by the moderators" in (await alice.presses(late, "All sources")).text


async def test_what_is_offered_is_the_servers_own(
    fake: FakeDiscord, bot: CrossciteClient, grace: Member, alice: Member
) -> None:
    """Numbers and questions while a moderator types, gaps and searches: nothing of another server is in them."""
    elsewhere = next(one for one in fake.world.guilds.values() if one.name == "Elsewhere")
    owner = Member(fake, elsewhere.owner, elsewhere.channels[0])
    await alice.asks(AGREED)
    await alice.asks("Who is the prime minister of Japan?")
    await owner.asks(DISPUTED)
    assert [one["name"] for one in await grace.types("review show", "number", "trip")] == [f"1 · {AGREED}"]
    assert await owner.types("review show", "number", "trip") == []
    assert [one["value"] for one in await owner.types("review search", "words", "")] == [DISPUTED]
    found = await grace.uses("review search", words="trip")
    assert AGREED in found.text
    opened = await grace.chooses(found, "Open an answer", next(iter(found.menus[0].options)))
    assert opened.labels == ["Uphold", "Correct", "Retract", "View answer"]
    assert "No question holds “trip”." in (await owner.uses("review search", words="trip")).text
    assert "not in the log of this server" in (await owner.uses("review show", number="1")).text
    assert "prime minister" in (await grace.uses("review gaps")).text
    assert "Nothing was asked in vain" in (await owner.uses("review gaps")).text
    assert "Questions: 2" in (await grace.uses("review stats")).text
