"""The index is rebuilt while the bot answers from it: no restart, no mixed answer, no question lost."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.citation_log.answered import Answered
from bot.citation_log.events import Kind
from bot.desk_wiring import open_logged_service
from bot.discord_ui.client import CrossciteClient
from bot.settings import Settings
from bot.wiring import SharedModels
from index.settings import IndexSettings
from index.wiring import build_index
from tests.end_to_end.in_discord.conftest import Running, logged
from tests.end_to_end.in_discord.crowd import is_an_answer
from tests.end_to_end.in_discord.member import Member
from tests.fake_discord.server import FakeDiscord
from tests.fake_discord.waiting import eventually
from tests.fake_discord.world import Channel

pytestmark = pytest.mark.long

QUESTION = "How much will the repair of the bridge cost?"
MILLIONS = (14, 15, 16, 17)
_NOTICED = 10.0  # seconds

Write = Callable[[str, str], Path]


@pytest.fixture
def settings(settings: Settings, tmp_path: Path, models: Path) -> Settings:
    """Settings with a corpus and an index of this test's own."""
    (tmp_path / "corpus" / "articles").mkdir(parents=True)
    index = IndexSettings(corpus=tmp_path / "corpus", directory=tmp_path / "index", models=models)
    return settings.model_copy(update={"index": index})


@pytest.fixture
def write(settings: Settings) -> Write:
    """Write one article."""

    def write_file(name: str, text: str) -> Path:
        path = settings.index.corpus / "articles" / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def bridge(millions: int) -> str:
    """Return an article that says what the repair costs."""
    return (
        f"The repair of the bridge will cost {millions} million euros, the port said.\nIt begins in spring."
    )


async def rebuilt(settings: Settings) -> str:
    """Build, in a thread, and return the index version."""
    return (await asyncio.to_thread(build_index, settings.index)).version


async def serves(bot: CrossciteClient, version: str) -> None:
    """Wait until the bot answers from an index version."""

    def found() -> bool | None:
        current = bot.parts.desks.current
        return True if current is not None and current.service.index.version == version else None

    await eventually(found, f"index version {version} in use", _NOTICED)


async def test_a_first_index_and_a_newer_one_are_noticed(
    running: Running, settings: Settings, write: Write, alice: Member
) -> None:
    """Started without an index, the bot answers within ten seconds of the first build, and from each one after it."""
    models = SharedModels(settings)
    async with running(settings, lambda chosen: open_logged_service(chosen, models)) as bot:
        assert "The sources are being indexed." in (await alice.asks(QUESTION)).text
        for millions in MILLIONS[:2]:
            write("bridge.txt", bridge(millions))
            await serves(bot, await rebuilt(settings))
            assert f"{millions} million euros" in (await alice.asks(QUESTION)).text
            assert "bridge" in (await alice.uses("sources")).text


async def test_a_swap_under_questions_mixes_and_misses_nothing(
    fake: FakeDiscord, running: Running, settings: Settings, write: Write, general: Channel
) -> None:
    """Every question gets the words of the very version that the log says it was answered from."""
    write("bridge.txt", bridge(MILLIONS[0]))
    said = {await rebuilt(settings): MILLIONS[0]}
    models = SharedModels(settings)
    members = [Member(fake, fake.world.add_user(f"member-{n}"), general) for n in range(6)]
    asking = True

    async def asks(member: Member) -> int:
        answers = 0
        while asking and answers < 6:  # more a minute is not allowed to anybody
            card = await (await member.asks(QUESTION)).until(is_an_answer, "an answer", 60.0)
            assert "million euros" in card.text
            answers += 1
        return answers

    async with running(settings, lambda chosen: open_logged_service(chosen, models)) as bot:
        tasks = [asyncio.create_task(asks(member)) for member in members]
        for millions in MILLIONS[1:]:
            write("bridge.txt", bridge(millions))
            version = await rebuilt(settings)
            said[version] = millions
            await serves(bot, version)
        asking = False
        answers = sum(await asyncio.gather(*tasks))
        events = [event for event in logged(bot) if event.kind is Kind.ANSWERED]
        delivered = [event for event in logged(bot) if event.kind is Kind.DELIVERED]
        assert (len(events), len(delivered)) == (answers, answers)
        for event in events:
            assert isinstance(event.detail, Answered)
            text = bot.parts.desks.log.text(event.detail.cited[0][1])
            assert text is not None
            assert text.body == bridge(said[event.detail.index_version])
