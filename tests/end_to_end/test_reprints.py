"""A story that many outlets print: one report, and the outlet that says otherwise is not lost among them."""

from pathlib import Path

import pytest

from bot.answering.answers import Outcome
from bot.answering.service import AnswerService
from bot.settings import read_settings
from bot.wiring import open_service
from index.wiring import build_index

OUTLETS = 30  # more than the passages that are read for a question
WIRE = [
    "HARBOUR CITY, May 3, 2024 – The old bridge will open again on June 9, the port said on Friday.",
    "Divers found cracks in two of its seven piers last week, and the repair needs calm water.",
    "Some 4,000 people cross the bridge on a working day; a ferry takes them over until then.",
]
RIVAL = "The old bridge across the harbour is to open again on June 30, engineers told the council on Monday."
QUESTION = "When will the old bridge open again?"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory, models: Path) -> AnswerService:
    """Thirty prints of one report and one other."""
    corpus = tmp_path_factory.mktemp("reprints")
    (corpus / "articles").mkdir()
    for number in range(OUTLETS):
        (corpus / "articles" / f"outlet-{number:02}.txt").write_text(
            "\n".join([f"From outlet {number}", *WIRE]), encoding="utf-8"
        )
    (corpus / "articles" / "council.txt").write_text(RIVAL, encoding="utf-8")
    settings = read_settings(corpus=corpus, index_directory=corpus / "index")
    settings = settings.model_copy(update={"index": settings.index.model_copy(update={"models": models})})
    build_index(settings.index)
    return open_service(settings)


def test_thirty_prints_are_one_report_beside_the_other(service: AnswerService) -> None:
    """Both days are shown as rivals, each of one report; every print is quoted and cited."""
    answer = service.answer(QUESTION)
    assert answer.outcome is Outcome.DISPUTED
    printed, other = sorted(answer.versions, key=lambda version: -len(version.quotes))
    assert (printed.value, printed.independent_sources) == ("2024-06-09", 1)
    assert (other.text, other.independent_sources) == ("June 30", 1)
    assert [quote.paragraph.article_id for quote in other.quotes] == ["council"]
    assert len({quote.paragraph.article_id for quote in printed.quotes}) == OUTLETS
    assert len(answer.citations) == OUTLETS + 1
