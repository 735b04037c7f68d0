"""Crosscite in a fake Discord: the real bot with the real index and reader, and a log of its own for each test."""

import logging
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot.answering.rulings import Ruling
from bot.answering.service import AnswerService, Considered
from bot.citation_log.events import Event
from bot.citation_log.protocol import Query, in_pages
from bot.discord_ui.client import CrossciteClient
from bot.discord_ui.logs import DiscreetFormatter
from bot.settings import Settings, read_settings
from bot.wiring import open_service
from tests.end_to_end.in_discord.member import Member
from tests.end_to_end.in_discord.running import running_bot
from tests.fake_discord.judge import Judge, open_judge
from tests.fake_discord.server import TOKEN, FakeDiscord
from tests.fake_discord.waiting import eventually
from tests.fake_discord.world import Channel, Guild
from tests.own_log import with_own_log

Running = Callable[..., AbstractAsyncContextManager[CrossciteClient]]


@pytest.fixture(scope="session")
def judge() -> Judge | None:
    """The judge, where Discord's OpenAPI document is; the fake's own tests skip loudly where it is not."""
    return open_judge(read_settings().eval_data)


class ReadOnce(AnswerService):
    """The opened service, which reads each question once: the same index and question give the same answer.

    Reading takes half a second of processor time, and these tests ask the same few questions in many ways.
    """

    def __init__(self, opened: AnswerService) -> None:
        self.__dict__.update(opened.__dict__)
        self._read: dict[object, Considered] = {}

    def consider(self, question: str, rulings: Sequence[Ruling] = ()) -> Considered:
        """Answer as the service does."""
        key = (question, tuple(rulings))
        if key not in self._read:
            self._read[key] = super().consider(question, rulings)
        return self._read[key]


@pytest.fixture(scope="session")
def service(story_settings: Settings) -> AnswerService:
    """What answers, opened once: opening it is not what these tests are about."""
    return ReadOnce(open_service(story_settings, fingerprinted=True))


@pytest.fixture
def settings(story_settings: Settings, tmp_path: Path) -> Settings:
    """Settings with a log of this test's own."""
    return with_own_log(story_settings, tmp_path)


@pytest.fixture
async def fake(judge: Judge | None) -> AsyncIterator[FakeDiscord]:
    """A Discord with one server, and another; in the end, all that was said is judged."""
    fake = FakeDiscord()
    fake.world.add_channel(fake.world.add_guild("Newsroom"), "general")
    fake.world.add_channel(fake.world.add_guild("Elsewhere"), "lobby")
    await fake.start()
    yield fake
    await fake.stop()
    assert fake.faults.left() == 0
    if judge:
        assert [str(one) for one in judge.findings(fake.recording.exchanges)] == []


@pytest.fixture
def newsroom(fake: FakeDiscord) -> Guild:
    """The server."""
    return next(one for one in fake.world.guilds.values() if one.name == "Newsroom")


@pytest.fixture
def general(newsroom: Guild) -> Channel:
    """Its channel."""
    return newsroom.channels[0]


@pytest.fixture
def desk_channel(fake: FakeDiscord, newsroom: Guild) -> Channel:
    """Another channel, where reports are put before the moderators."""
    return fake.world.add_channel(newsroom, "desk")


@pytest.fixture
def grace(fake: FakeDiscord, newsroom: Guild, general: Channel) -> Member:
    """Who owns the server."""
    return Member(fake, newsroom.owner, general)


@pytest.fixture
def alice(fake: FakeDiscord, general: Channel) -> Member:
    """A member."""
    return Member(fake, fake.world.add_user("alice"), general)


@pytest.fixture
def bob(fake: FakeDiscord, general: Channel) -> Member:
    """Another member."""
    return Member(fake, fake.world.add_user("bob"), general)


@pytest.fixture
def hana(fake: FakeDiscord, general: Channel) -> Member:
    """A member whose Discord speaks Japanese."""
    return Member(fake, fake.world.add_user("hana", locale="ja"), general)


@pytest.fixture
def running(fake: FakeDiscord, settings: Settings, service: AnswerService) -> Running:
    """Run the bot for as long as a block lasts."""

    def run(
        chosen: Settings = settings, opened: Callable[[Settings], AnswerService] = lambda _: service
    ) -> AbstractAsyncContextManager[CrossciteClient]:
        return running_bot(chosen, fake.connector(), opened)

    return run


@pytest.fixture
async def bot(running: Running) -> AsyncIterator[CrossciteClient]:
    """Crosscite, ready."""
    async with running() as client:
        yield client


@pytest.fixture(autouse=True)
def lines(fake: FakeDiscord, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Hold the log's lines at the default level: no incident, no token, no word of a question is in them."""
    caplog.set_level(logging.INFO)
    caplog.handler.setFormatter(DiscreetFormatter([TOKEN]))
    yield
    written = [caplog.handler.format(one) for one in caplog.get_records("call")]
    assert [line for line in written if " ERROR " in line or " CRITICAL " in line] == []
    secrets = [TOKEN, "Koizumi", "prime minister", *(one.token for one in fake.interactions.all.values())]
    assert [line for line in written if any(secret in line for secret in secrets)] == []


def logged(client: CrossciteClient) -> list[Event]:
    """Return everything in the log, oldest first."""
    return sorted(in_pages(client.parts.desks.log, Query()), key=lambda event: event.number)


async def all_logged(client: CrossciteClient, count: int) -> list[Event]:
    """Wait until the log holds so many events, and return them, oldest first."""

    def found() -> list[Event] | None:
        events = logged(client)
        return events if len(events) >= count else None

    return await eventually(found, f"{count} events in the log")
