"""Checking an answer by its buttons: its context, its sources, its reasons; by whom, and how long after."""

import shutil
from pathlib import Path

import pytest

from bot.desk_wiring import open_logged_service
from bot.discord_ui.client import CrossciteClient
from bot.settings import Settings
from index.wiring import build_index
from tests.conftest import ROOT
from tests.end_to_end.in_discord.conftest import Running, logged
from tests.end_to_end.in_discord.member import Member
from tests.fake_discord.card import Card
from tests.fake_discord.server import FakeDiscord

DISPUTED = "When will Koizumi meet Hegseth?"


async def _checked(member: Member, card: Card) -> tuple[str, str, str]:
    """Return what the buttons of a disputed card open."""
    return (
        (await member.presses(card, "In context", 1)).text,
        (await member.presses(card, "All sources")).text,
        (await member.presses(card, "Why?")).text,
    )


async def test_a_quote_is_shown_in_its_context(bot: CrossciteClient, alice: Member, bob: Member) -> None:
    """Whoever reads the answer sees the paragraph with its neighbours, the quote marked, for themselves."""
    card = await alice.asks(DISPUTED)
    for member in (alice, bob):
        context = await member.presses(card, "In context", 1)
        assert context.private
        assert "a weeklong visit to the United States next week" in context.text  # the paragraph before
        assert "where he will meet with US Secretary of Defense Pete Hegseth on" in context.text
        assert "I plan to have a frank discussion" in context.text  # the one after
    assert "In context" in card.labels


async def test_what_is_related_is_shown_in_its_context(bot: CrossciteClient, alice: Member) -> None:
    """Where the sources do not say, the passages that are offered instead can be checked like quotes."""
    card = await alice.asks("Who is the prime minister of Japan?")
    context = await alice.presses(card, "In context", 2)
    assert "heightened geopolitical tensions in the Indo-Pacific" in context.text
    assert "or respond effectively" not in card.text
    assert "respond effectively to potential threats" in context.text


async def test_sources_and_reasons(bot: CrossciteClient, alice: Member, hana: Member) -> None:
    """Every cited article with what it says of itself; every value with where it comes from; in one's language."""
    card = await alice.asks(DISPUTED)
    _, sources, why = await _checked(alice, card)
    assert "Washington, January 12, 2024" in sources
    assert "Vafa Guliyeva" in sources
    assert "is read as 2024-01-18 (dateline)" in why
    assert "（記事の発信日による）" in (await hana.presses(card, "Why?")).text


async def test_pages_are_turned(
    running: Running, settings: Settings, alice: Member, bob: Member, tmp_path: Path
) -> None:
    """Whoever asked turns the card itself, in the language it has; everybody else turns a copy of their own."""
    articles = tmp_path / "corpus" / "articles"
    articles.mkdir(parents=True)
    aside = ", which the town has waited for since the last one was rained off" * 25
    for outlet, day in (("north", "May 3"), ("south", "May 4"), ("east", "May 5")):
        (articles / f"{outlet}.md").write_text(f"The harbour fair opens on {day}{aside}.\n")
    index = settings.index.model_copy(update={"corpus": articles.parent, "directory": tmp_path / "index"})
    build_index(index)
    async with running(settings.model_copy(update={"index": index}), open_logged_service):
        card = await alice.asks("When does the harbour fair open?")
        first = card.text
        copy = await bob.presses(card, "Next →")
        assert copy.private
        assert card.text == first
        assert (await alice.presses(card, "Next →")).message is card.message
        assert card.text == copy.text
        await alice.presses(card, "← Previous")
        assert card.text == first


async def test_buttons_survive_a_restart(fake: FakeDiscord, running: Running, alice: Member) -> None:
    """Cards of before a restart open what they opened before it, and Discord is not told of commands again."""
    async with running():
        card = await alice.asks(DISPUTED)
        before = await _checked(alice, card)
    async with running():
        assert await _checked(alice, card) == before
    assert len(fake.recording.requests("PUT", "/applications/{application_id}/commands")) == 1


async def test_buttons_survive_a_rebuilt_index(
    running: Running, settings: Settings, alice: Member, tmp_path: Path
) -> None:
    """What was quoted is shown as it was quoted, though the articles are others by now; a new question reads those."""
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    index = settings.index.model_copy(update={"corpus": tmp_path / "corpus", "directory": tmp_path / "index"})
    own = settings.model_copy(update={"index": index})
    build_index(index)
    async with running(own, open_logged_service):
        card = await alice.asks(DISPUTED)
        before = await _checked(alice, card)
    (tmp_path / "corpus" / "articles" / "caliber-az.md").unlink()
    build_index(index)
    async with running(own, open_logged_service):
        assert await _checked(alice, card) == before
        now = await alice.asks(DISPUTED)
        assert "disagree" not in now.text
        assert "Caliber" not in now.text


async def test_an_answer_is_not_carried_elsewhere(
    fake: FakeDiscord, bot: CrossciteClient, alice: Member
) -> None:
    """A button that was forged into another server's message opens nothing of this one's answers."""
    card = await alice.asks(DISPUTED)
    lobby = next(one for one in fake.world.channels.values() if one.name == "lobby")
    forged = fake.conversation.draft(lobby, fake.world.bot)
    forged.components, forged.flags = card.message.components, card.message.flags
    fake.conversation.post(forged)
    carol = Member(fake, fake.world.add_user("carol"), lobby)
    for label in ("All sources", "Why?"):
        refused = await carol.presses(carol.card(forged), label)
        assert "not in the log of this server" in refused.text
        assert refused.private


async def test_a_thread_to_go_on_in(
    fake: FakeDiscord, bot: CrossciteClient, alice: Member, bob: Member
) -> None:
    """A thread is opened at the answer, once; in it, whoever mentions the bot is answered."""
    card = await alice.asks(DISPUTED)
    opened = await alice.presses(card, "Continue in a thread")
    thread = card.message.thread
    assert thread is not None
    assert thread.name == DISPUTED
    assert f"<#{thread.id}>" in opened.text
    assert f"<#{thread.id}>" in (await bob.presses(card, "Continue in a thread")).text
    answer = await bob.at(thread).mentions(DISPUTED)
    assert answer.message.channel is thread
    assert "The sources disagree on the date." in answer.text
    assert "Continue in a thread" not in answer.labels


@pytest.mark.parametrize("label", ["wrong quote", "none"])
async def test_a_report_is_taken(bot: CrossciteClient, bob: Member, alice: Member, label: str) -> None:
    """Whoever reads an answer can say what is wrong with it; it is in the log before it is confirmed."""
    card = await alice.asks(DISPUTED)
    form = await bob.opens(card, "Report")
    what, words = (field.label for field in form.fields)
    filled: dict[str, str | list[str]] = {what: "The quote does not answer the question"}
    text = "It is about another meeting." if label == "wrong quote" else ""
    thanks = await bob.fills_in(form, filled | ({words: text} if text else {}))
    report = logged(bot)[-1]
    assert f"Your report is number {report.number}" in thanks.text
    assert thanks.private
    assert report.about == 1
    assert report.personal is not None
    assert (report.personal["text"], report.personal["language"]) == (text, "en")
    assert bob.user.id not in str(report)
    assert bot.parts.desks.unseal(report.personal["to"]) == int(bob.user.id)
    assert str(report.detail) == "category='wrong_quote'"


async def test_a_form_survives_a_restart(running: Running, alice: Member) -> None:
    """What was opened before a restart is taken after it."""
    async with running():
        form = await alice.opens(await alice.asks(DISPUTED), "Report")
    async with running():
        what = form.fields[0].label
        thanks = await alice.fills_in(form, {what: "This is not a disagreement"})
        assert "Thank you." in thanks.text
