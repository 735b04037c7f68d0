"""`/privacy`, `/sources` and `/about`."""

import json

from bot.citation_log.events import Kind
from bot.discord_ui.client import CrossciteClient
from tests.end_to_end.in_discord.conftest import all_logged, logged
from tests.end_to_end.in_discord.member import Member

DISPUTED, AGREED = "When will Koizumi meet Hegseth?", "How long is the trip?"


async def test_what_is_kept_is_shown_and_given(bot: CrossciteClient, alice: Member, bob: Member) -> None:
    """A member sees how much is kept of them, and gets all of it, and nothing of anybody else."""
    assert "Nothing is kept of you." in (await alice.uses("privacy show")).text
    assert (await alice.uses("privacy export")).files == {}
    await alice.asks(DISPUTED)
    await alice.in_private().uses("ask", question=AGREED)
    await bob.asks(AGREED)
    shown = await alice.uses("privacy show")
    assert "Questions: 2" in shown.text
    export = await alice.uses("privacy export")
    kept = json.loads(export.files["crosscite.json"])
    assert [(one["way"], one["question"]) for one in kept] == [("ask", DISPUTED), ("ask", AGREED)]
    assert [one["server"] for one in kept] == [alice.channel.guild and alice.channel.guild.id, None]
    assert (shown.private, export.private) == (True, True)


async def test_what_is_deleted_is_gone(bot: CrossciteClient, alice: Member, bob: Member) -> None:
    """Deleting asks first, says what stays, and leaves what others asked; the posted answer can still be checked."""
    card = await alice.asks(DISPUTED)
    await bob.asks(AGREED)
    kept = await alice.presses(await alice.uses("privacy delete"), "Keep")
    assert "Nothing was deleted." in kept.text
    question = await alice.uses("privacy delete")
    assert "Answers that were already posted stay where they are" in question.text
    done = await alice.presses(question, "Delete")
    assert done.message is question.message
    assert "Deleted: the words of 1 entry." in done.text
    assert done.labels == []
    assert "Nothing is kept of you." in (await alice.uses("privacy show")).text
    words = [event.personal for event in await all_logged(bot, 5) if event.kind is Kind.ANSWERED]
    assert words == [None, {"question": AGREED}]
    assert "I plan to have a frank discussion" in (await bob.presses(card, "In context", 1)).text


async def test_articles_are_listed(bot: CrossciteClient, alice: Member) -> None:
    """All of them, or the one that was chosen from what is offered while typing."""
    everything = await alice.uses("sources")
    assert "2 articles" in everything.text
    offered = await alice.types("sources", "source", "CALIB")
    assert len(offered) == 1
    assert offered[0]["name"].startswith("Caliber.Az: ")
    one = await alice.uses("sources", source=offered[0]["value"])
    assert "Vafa Guliyeva" in one.text
    assert "Washington, January 12, 2024" not in one.text
    assert "There is no source “The Moon”." in (await alice.uses("sources", source="The Moon")).text
    assert {everything.private, one.private} == {True}


async def test_it_says_what_it_is(bot: CrossciteClient, alice: Member, hana: Member) -> None:
    """What it does, what it keeps and for how long, and which version and index are in use; nothing is logged."""
    about = await alice.uses("about")
    assert "kept for 30 days" in about.text
    assert bot.parts.version in about.text
    assert "2 articles" in about.text
    assert "Crosscite" in (await hana.uses("about")).text
    assert logged(bot) == []
