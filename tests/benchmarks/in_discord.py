"""How long whoever asks in Discord waits: for the first response, and for the card."""

import asyncio
from pathlib import Path
from statistics import median

from bot.desk_wiring import open_logged_service
from bot.evaluation.questions_file import read_questions
from bot.settings import Settings
from index.wiring import build_index
from tests.benchmarks.figures import Figure, clock, percentile
from tests.benchmarks.places import CORPUS, settings_for
from tests.end_to_end.in_discord.crowd import Answers, ask_at_once, gather_crowd
from tests.end_to_end.in_discord.running import running_bot
from tests.fake_discord.apart import fake_apart
from tests.own_log import with_own_log

_AT_ONCE, _PATIENCE = 20, 120.0
_DISPUTED = "When will Koizumi meet Hegseth?"
_TIMES = 5


def measure(folder: Path) -> list[Figure]:
    """Time a crowd that asks at once, and one question alone, with the fake in a process of its own."""
    place = folder / "in-discord"
    place.mkdir(parents=True, exist_ok=True)
    settings = with_own_log(settings_for(CORPUS, place / "index"), place)
    build_index(settings.index)
    crowd, alone = asyncio.run(_asked(settings))
    service = open_logged_service(settings)
    service.answer(_DISPUTED)
    start = clock()
    service.answer(_DISPUTED)
    read = clock() - start
    first = [one["acknowledged"] or float("inf") for one in crowd]
    last = max(one["answered"] or float("inf") for one in crowd)
    shown = [one["answered"] or float("inf") for answers in alone for one in answers]
    return [
        Figure(
            f"first response in Discord at {_AT_ONCE} questions at once, p50 · p95",
            f"{percentile(first, 0.5):.2f} · {percentile(first, 0.95):.2f} s",
            f"the last of their answers after {last:.1f} s",
        ),
        Figure(
            "one disputed answer, interaction to edited card",
            f"{median(shown):.2f} s",
            f"median of {_TIMES}; answering alone {read:.2f} s",
        ),
    ]


async def _asked(settings: Settings) -> tuple[Answers, list[Answers]]:
    questions = [one.question for one in read_questions(CORPUS / "questions.jsonl")][:_AT_ONCE]
    async with fake_apart() as apart:
        await apart.call(gather_crowd, people=_AT_ONCE + _TIMES)
        async with running_bot(settings, apart.connector()):
            alone = [
                await apart.call(ask_at_once, questions=[_DISPUTED], seconds=_PATIENCE, first=place)
                for place in range(_TIMES)
            ]
            crowd = await apart.call(ask_at_once, questions=questions, seconds=_PATIENCE, first=_TIMES)
    return crowd, alone
