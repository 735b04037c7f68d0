"""Log lines of the running bot: which interaction or message each is about, and what is never in them."""

import json
import logging
from collections.abc import Callable, Iterator
from io import StringIO
from typing import cast

import pytest

from bot.answering.rulings import Ruling
from bot.answering.service import AnswerService, Considered
from bot.discord_ui.logs import DiscreetFormatter, JsonFormatter
from bot.discord_ui.parts import Parts
from bot.discord_wiring import opened_parts
from bot.settings import Settings
from tests.bot.discord_ui.made import Made, running
from tests.fake_discord.faults import refused
from tests.fake_discord.person import Person
from tests.fake_discord.server import TOKEN, FakeDiscord
from tests.fake_discord.waiting import eventually
from tests.one_answer import OneAnswer

ASKED = "What does the minister's ticket cost?"
Lines = Callable[[], list[str]]


class Talking(OneAnswer):
    """Says that it is at work, in the thread in which it is."""

    def consider(self, question: str, _rulings: tuple[Ruling, ...] = ()) -> Considered:
        """Answer."""
        logging.getLogger("at.work").info("reading")
        if "fail" in question:
            raise RuntimeError(question)
        return super().consider(question)


@pytest.fixture
def parts(chosen: Settings) -> Iterator[Parts]:
    """What clients are made of, with that service."""
    with opened_parts(chosen, lambda _: cast("AnswerService", Talking())) as parts:
        yield parts


@pytest.fixture(params=[DiscreetFormatter, JsonFormatter])
def formatter(request: pytest.FixtureRequest) -> DiscreetFormatter:
    """Each form that lines can have."""
    made: DiscreetFormatter = request.param([TOKEN])
    return made


@pytest.fixture
def lines(formatter: DiscreetFormatter) -> Iterator[Lines]:
    """Everything that is logged, by whichever library, down to what `--verbose` adds for the bot's own."""
    root, stream = logging.getLogger(), StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter)
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield lambda: stream.getvalue().splitlines()
    root.setLevel(before)
    root.removeHandler(handler)


async def test_each_line_names_what_it_is_about(
    lines: Lines, formatter: DiscreetFormatter, made: Made, fake: FakeDiscord
) -> None:
    """Lines of one question carry its interaction's or message's id, from thread and task; no words, no secrets."""
    async with running(made):
        await eventually(made.is_ready, "ready")
        guild = next(iter(fake.world.guilds.values()))
        alice = Person(fake, fake.world.add_user("alice"), guild.channels[0])
        asked = alice.sends("ask", question=ASKED)
        await alice.sees(asked)
        failing = alice.sends("ask", question=f"{ASKED} (fail)")
        await alice.sees(failing)
        message = alice.says(f"<@{fake.world.bot.id}> {ASKED}")
        await alice.is_answered(message)
        fake.faults.order("PATCH", "@original", refused(404, 10008, "Unknown Message"))
        lost = alice.sends("ask", question=ASKED)
        await eventually(lambda: [one for one in lines() if "could not be shown" in one] or None, "the line")
    as_json = isinstance(formatter, JsonFormatter)
    for text, kind, ids in (
        ("reading", "interaction", [asked.id, failing.id, lost.id]),
        ("reading", "message", [message.id]),
        ("incident", "interaction", [failing.id]),
        ("could not be shown", "interaction", [lost.id]),
        ("ready as", "interaction", []),
    ):
        said = [one for one in lines() if text in one]
        marks = [_mark(one, as_json) for one in said]
        assert said
        assert [number for found, number in marks if found == kind] == ids
    everything = "\n".join(lines())
    tokens = [one.token for one in fake.interactions.all.values()]
    assert [one for one in (TOKEN, "minister", "alice", alice.user.id, *tokens) if one in everything] == []


def _mark(line: str, as_json: bool) -> tuple[str | None, str | None]:
    """Return what a line says that it is about."""
    if as_json:
        read = json.loads(line)
        assert set(read) <= {"time", "level", "logger", "message", "error", "interaction", "message_id"}
        if "interaction" in read:
            return "interaction", read["interaction"]
        return ("message", read["message_id"]) if "message_id" in read else (None, None)
    words = line.split("[", 1)[-1].split("]", 1)[0].split() if "[" in line else []
    return (words[0], words[1]) if len(words) == 2 and words[1].isdecimal() else (None, None)


def test_a_json_line_is_one_object() -> None:
    """Time in UTC, level, logger, message, and an exception's kind without what it says; secrets hidden, one line."""
    record = logging.LogRecord("bot.test", logging.WARNING, __file__, 1, "it %s\nfailed", (TOKEN,), None)
    record.created = 1_700_000_000.25
    assert json.loads(JsonFormatter([TOKEN]).format(record)) == {
        "time": "2023-11-14T22:13:20.250+00:00",
        "level": "warning",
        "logger": "bot.test",
        "message": "it …\nfailed",
    }
    try:
        raise ValueError(ASKED)
    except ValueError as error:
        record.exc_info = (type(error), error, error.__traceback__)
    line = JsonFormatter([TOKEN]).format(record)
    assert json.loads(line)["error"].startswith("ValueError at test_log_lines.py:")
    assert "minister" not in line
    assert "\n" not in line
