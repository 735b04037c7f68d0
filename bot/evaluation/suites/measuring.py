"""Measures one suite: reads its data, asks its questions, and reports."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bot.answering.reader.model.protocol import EntailmentModel
from bot.evaluation.suites.asking import Opened, Tell, ask_cases
from bot.evaluation.suites.cases import FAILED, Asked, Case, Judged, Suite, Verdict
from bot.evaluation.suites.equate import EQUATE
from bot.evaluation.suites.fakes_clusters import FAKES_CLUSTERS
from bot.evaluation.suites.natconfqa import NATCONFQA
from bot.evaluation.suites.ramdocs import RAMDOCS
from bot.evaluation.suites.records import to_json_line
from bot.evaluation.suites.report import SuiteReport, summed_up
from bot.evaluation.suites.reprints import REPRINTS
from bot.evaluation.suites.rgb_fact import RGB_FACT
from bot.evaluation.suites.story import STORY
from bot.settings import Settings

SUITES = {
    suite.name: suite for suite in (NATCONFQA, RAMDOCS, RGB_FACT, FAKES_CLUSTERS, EQUATE, STORY, REPRINTS)
}


@dataclass(frozen=True, slots=True)
class Sampling:
    """Which questions are asked: at most ``limit``, evenly apart, from the ``offset``-th on, counted from 0.

    The indexes hold the passages of all of them. With ``own`` a question finds nothing but its own passages.
    """

    limit: int | None = None
    offset: int = 0
    own: bool = False

    def of(self, cases: list[Case]) -> list[Case]:
        """Return the cases to ask."""
        left = cases[self.offset :]
        step = max(1, -(-len(left) // self.limit)) if self.limit else 1
        return left[::step]


def measure_suite(
    suite: Suite,
    settings: Settings,
    opened: Opened,
    entailment: Callable[[], EntailmentModel],
    *,
    sampling: Sampling = Sampling(),
    records: Path | None = None,
    tell: Tell = lambda _line: None,
) -> SuiteReport:
    """Ask the questions of *suite*; *tell* is given a line now and then, *records* a line for each question.

    Raises:
        EvaluationDataError: the data or an index cannot be read or made.
        OSError: *records* cannot be written.
    """
    every = [case for case in suite.cases(suite.read(settings)) if case.articles]
    asked = {case.id for case in sampling.of([case for case in every if case.question])}
    judged: list[Judged] = []
    lines = records.open("wb") if records else None
    try:
        for one in ask_cases(suite.name, every, asked, settings, opened, own=sampling.own, tell=tell):
            judged.append(Judged(one, _verdict(suite, one)))
            if lines:
                lines.write(to_json_line(judged[-1]))
                lines.flush()
    finally:
        if lines:
            lines.close()
    rates = suite.rates(judged)
    if suite.beside:
        rates += suite.beside(entailment(), [one.asked.case.row for one in judged])
    return summed_up(suite.name, judged, rates)


def _verdict(suite: Suite, asked: Asked) -> Verdict:
    return suite.judge(asked.case, asked.answer) if asked.answer else Verdict(FAILED, right=False)
