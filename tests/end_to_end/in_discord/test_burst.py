"""Two hundred questions at once, each of them read, with the fake in a process of its own.

It takes as long as reading two hundred answers does, and two cores to itself to say anything: `make burst`.
"""

import pytest

from bot.evaluation.questions_file import read_questions
from bot.settings import Settings
from tests.conftest import ROOT
from tests.end_to_end.in_discord.crowd import ask_at_once, gather_crowd
from tests.end_to_end.in_discord.running import running_bot
from tests.fake_discord.apart import fake_apart, judged
from tests.fake_discord.interactions import FIRST_RESPONSE

_AT_ONCE = 200
_ANSWER = 180.0  # seconds


@pytest.mark.burst
async def test_a_burst_is_answered(settings: Settings) -> None:
    """All are acknowledged within three seconds and answered within three minutes; all traffic is lawful."""
    asked = [one.question for one in read_questions(ROOT / "corpus" / "questions.jsonl")]
    questions = [asked[place % len(asked)] for place in range(_AT_ONCE)]
    async with fake_apart() as apart:
        await apart.call(gather_crowd, people=_AT_ONCE)
        async with running_bot(settings, apart.connector()):
            found = await apart.call(ask_at_once, questions=questions, seconds=_ANSWER)
        findings = await apart.call(judged)
    acknowledged = sorted(one["acknowledged"] or float("inf") for one in found)
    answered = sorted(one["answered"] or float("inf") for one in found)
    print(f"first response {acknowledged[-1]:.2f} s, last answer {answered[-1]:.0f} s", end=" ")
    assert len(found) == _AT_ONCE
    assert acknowledged[-1] <= FIRST_RESPONSE
    assert answered[-1] <= _ANSWER
    assert not findings
