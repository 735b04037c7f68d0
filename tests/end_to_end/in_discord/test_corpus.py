"""Editors add articles and rebuild the index in Discord, while it answers."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.desk_wiring import open_logged_service
from bot.discord_ui.client import CrossciteClient
from bot.settings import Settings
from bot.wiring import SharedModels
from index.settings import IndexSettings
from index.wiring import build_index, corpus_is_newer
from tests.end_to_end.in_discord.conftest import Running
from tests.end_to_end.in_discord.crowd import is_an_answer
from tests.end_to_end.in_discord.member import Member
from tests.fake_discord.card import Card
from tests.fake_discord.server import FakeDiscord
from tests.fake_discord.uploads import Upload
from tests.fake_discord.waiting import eventually
from tests.fake_discord.world import EVERYTHING, Channel, Guild

pytestmark = pytest.mark.long

QUESTION = "How much will the repair of the bridge cost?"
PRIVATE = "What is the expected cost of the repair of the bridge?"
PORT = "The repair of the bridge will cost 14 million euros, the port of Porto Novo said on Friday."
MAYOR = "The repair of the bridge will cost 19 million euros, the mayor said."
LINE = "Trains are diverted over the old line until the work is done."
HEADED = f"---\ntitle: Bridge dearer\npublisher: Harbour Times\npublished: 2024-03-09\n---\n{MAYOR}\n{LINE}\n"
_PATIENCE = 180.0  # seconds for a build at low priority on a machine that has other things to do


@pytest.fixture
def settings(settings: Settings, newsroom: Guild, tmp_path: Path, models: Path) -> Settings:
    """Settings with a corpus of one article, its index, and the newsroom as the server where it is edited."""
    articles = tmp_path / "corpus" / "articles"
    articles.mkdir(parents=True)
    (articles / "bridge.txt").write_text(f"{PORT}\n{LINE}", encoding="utf-8")
    known = {
        "question": QUESTION,
        "outcome": "answered",
        "versions": [{"article": "bridge", "any_of": ["14 million"]}],
    }
    (tmp_path / "corpus" / "questions.jsonl").write_text(json.dumps(known), encoding="utf-8")
    index = IndexSettings(corpus=tmp_path / "corpus", directory=tmp_path / "index", models=models)
    build_index(index)
    discord = settings.discord.model_copy(update={"corpus_servers": newsroom.id})
    return settings.model_copy(update={"index": index, "discord": discord})


@pytest.fixture
async def bot(running: Running, settings: Settings) -> AsyncIterator[CrossciteClient]:
    """The bot, ready."""
    models = SharedModels(settings)
    async with running(settings, lambda chosen: open_logged_service(chosen, models)) as client:
        yield client


@pytest.fixture
def edith(fake: FakeDiscord, general: Channel) -> Member:
    """An editor: whoever manages the server is one."""
    return Member(fake, fake.world.add_user("edith", permissions=EVERYTHING), general)


@pytest.fixture
def edgar(fake: FakeDiscord, general: Channel) -> Member:
    """Another editor, whose Discord speaks Japanese."""
    return Member(fake, fake.world.add_user("edgar", locale="ja", permissions=EVERYTHING), general)


def progress(fake: FakeDiscord, member: Member, words: str) -> Callable[[], Card | None]:
    """Look for the bot's message in the channel that says *words*."""

    def look() -> Card | None:
        for message in reversed(list(fake.conversation.messages.values())):
            if message.author is fake.world.bot and message.only_for is None and not message.loading:
                card = member.card(message)
                if words in card.text:
                    return card
        return None

    return look


async def said(fake: FakeDiscord, member: Member, words: str) -> Card:
    """Wait until the bot says so in the channel."""
    return await eventually(progress(fake, member, words), words, _PATIENCE)


async def test_an_article_is_added_previewed_published_and_asked_about(
    fake: FakeDiscord, bot: CrossciteClient, edith: Member, alice: Member, settings: Settings
) -> None:
    """The preview shows how it is read; published, the next answer has it, and the editors read what that changed."""
    preview = await edith.uses("corpus add", file=Upload("dearer.md", HEADED.encode()))
    assert preview.private
    for words in ("Publish this article?", "Bridge dearer", "Harbour Times", "March 9, 2024", "2 paragraphs"):
        assert words in preview.text.replace("\u00a0", " ")
    assert "In `bridge` already, word for word: 1 of its 2 paragraphs." in preview.text
    assert not (settings.index.corpus / "articles" / "dearer.md").exists()
    assert "14 million euros" in (await alice.asks(QUESTION)).text
    assert "14 million euros" in (await alice.asks(PRIVATE, private=True)).text
    await edith.presses(preview, "Publish")
    done = await said(fake, edith, "Published: Bridge dearer")
    assert "Questions are answered from 2 articles now" in done.text
    assert "Known questions that come out otherwise because of the new articles" in done.text
    answer = await alice.asks(QUESTION)
    assert "14 million euros" in answer.text
    assert "19 million euros" in answer.text
    assert not corpus_is_newer(settings.index)
    assert "2 articles" in (await edith.uses("corpus status")).text
    told = await said(fake, edith, "What the new index changed")
    assert "Added: **Bridge dearer**" in told.text
    assert "Answers of the last 30 days that would now come out differently" in told.text
    assert QUESTION in told.text
    assert "answered → disputed" in told.text
    assert "expected" not in told.text  # a private question is named to nobody


async def test_what_cannot_be_an_article_is_told_in_one_line(
    bot: CrossciteClient, edith: Member, edgar: Member, settings: Settings
) -> None:
    """Binary, broken, oversized, oddly named or there already: each gets one line, and nothing is kept."""
    refused = {
        "cannot be read: it is not UTF-8 text": Upload("a.txt", b"PK\x03\x04\xff\xfe"),
        "it holds a NUL character": Upload("a.txt", b"PK\x03\x04\x00"),
        "no closing ---": Upload("a.md", b"---\ntitle: T\n"),
        "is not a date such as 2024-01-12": Upload("a.md", b"---\npublished: soon\n---\nText."),
        "it holds no text": Upload("a.txt", b"\n \n"),
        "larger than 1 MB": Upload("a.txt", b"x", size=50_000_000),
        "Only `.md` and `.txt` files": Upload("a.zip", b"PK"),
        "cannot have that name": Upload("../../etc/cron.txt", b"Text."),
        "with the name of `BRIDGE.txt` already": Upload("BRIDGE.txt", b"Text."),
    }
    for words, upload in refused.items():
        card = await edith.uses("corpus add", file=upload)
        assert words in card.text
        assert "\n" not in card.text
        assert card.labels == []
    assert "cannot have that name" in (await edith.uses("corpus add", file=Upload(".hidden.txt", b"T."))).text
    larger = await edith.uses("corpus add", file=Upload("a.txt", b"x" * 1_000_001, size=10))
    assert "larger than 1 MB" in larger.text
    japanese = await edgar.uses("corpus add", file=Upload("a.txt", b"\xff"))
    assert "UTF-8 のテキストではありません" in japanese.text
    assert list((settings.index.directory / "drafts").glob("*")) == []
    assert sorted(path.name for path in (settings.index.corpus / "articles").iterdir()) == ["bridge.txt"]


async def test_a_worse_index_is_refused_until_an_editor_insists(
    fake: FakeDiscord, bot: CrossciteClient, edith: Member, alice: Member, settings: Settings
) -> None:
    """The question is named; the old index answers on; another editor's press puts the new one to use; undo goes back."""
    path = settings.index.corpus / "articles" / "bridge.txt"
    path.write_text("The repair of the bridge will begin in spring, the port said.", encoding="utf-8")
    started = await edith.uses("corpus rebuild")
    refused = await started.until(lambda card: "Not put to use" in card.text, "a refusal", _PATIENCE)
    assert QUESTION in refused.text
    assert "14 million euros" in (await alice.asks(QUESTION)).text
    await edith.presses(refused, "Use it all the same")
    await refused.until(lambda card: "The index was rebuilt" in card.text, "the end", _PATIENCE)
    assert "14 million euros" not in (await alice.asks(QUESTION)).text
    undone = await edith.uses("corpus undo")
    assert "Back to the version before" in undone.text
    assert "The files are as they were" in undone.text
    assert "14 million euros" in (await alice.asks(QUESTION)).text


async def test_what_was_built_elsewhere_is_told_in_the_review_channel(
    fake: FakeDiscord, bot: CrossciteClient, alice: Member, newsroom: Guild, settings: Settings
) -> None:
    """Whoever built it, the editors read what it changed where reviews are done."""
    channel = fake.world.add_channel(newsroom, "moderation")
    bot.parts.servers.configure(newsroom.id, "somebody", {"review_channel": channel.id})
    assert "14 million euros" in (await alice.asks(QUESTION)).text
    (settings.index.corpus / "articles" / "dearer.md").write_text(HEADED, encoding="utf-8")
    await asyncio.to_thread(build_index, settings.index)
    told = await said(fake, alice, "What the new index changed")
    assert told.message.channel.id == channel.id
    assert QUESTION in told.text


async def test_two_editors_and_a_restart(
    fake: FakeDiscord, running: Running, settings: Settings, edith: Member, edgar: Member
) -> None:
    """The second is told and keeps their draft; the rebuild outlives the bot, and the next run tells how it ended."""
    models = SharedModels(settings)

    def opened(chosen: Settings) -> object:
        return open_logged_service(chosen, models)

    async with running(settings, opened):
        first = await edith.uses("corpus add", file=Upload("dearer.md", HEADED.encode()))
        second = await edgar.uses("corpus add", file=Upload("rain.txt", b"It rains in Porto Novo."))
        await edith.presses(first, "Publish")
        await first.until(lambda card: "It is being published" in card.text, "a start", _PATIENCE)
        told = await edgar.presses(second, "公開する")
        assert "別の作り直しが進行中です" in told.text
    async with running(settings, opened):
        await said(fake, edith, "Published: Bridge dearer")
        await edgar.presses(second, "公開する")
        await said(fake, edgar, "公開しました：rain")
    assert sorted(path.name for path in (settings.index.corpus / "articles").iterdir()) == [
        "bridge.txt",
        "dearer.md",
        "rain.txt",
    ]
    assert list((settings.index.directory / "drafts").glob("*")) == []


@pytest.mark.rebuilds
async def test_published_within_a_minute_under_questions(
    fake: FakeDiscord, bot: CrossciteClient, edith: Member, general: Channel
) -> None:
    """While fifty questions are answered, none is lost; how long it took is printed, and depends on the machine."""
    members = [Member(fake, fake.world.add_user(f"member-{n}"), general) for n in range(10)]

    async def asks(member: Member) -> int:
        for _ in range(5):
            card = await (await member.asks(QUESTION)).until(is_an_answer, "an answer", _PATIENCE)
            assert "14 million euros" in card.text
        return 5

    tasks = [asyncio.create_task(asks(member)) for member in members]
    begun = time.monotonic()
    preview = await edith.uses("corpus add", file=Upload("dearer.md", HEADED.encode()))
    await edith.presses(preview, "Publish")
    await said(fake, edith, "Published: Bridge dearer")
    card = await (await edith.asks(QUESTION)).until(is_an_answer, "an answer", _PATIENCE)
    print(f"published and asked about in {time.monotonic() - begun:.0f} s", end=" ")
    assert "19 million euros" in card.text
    assert sum(await asyncio.gather(*tasks)) == 50
