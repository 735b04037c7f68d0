"""A story that no rule was written on: a bridge that fell, by a wire, a live blog, an interview, a fact sheet and others."""

import pytest

from bot.answering.answers import Outcome
from bot.answering.service import AnswerService
from bot.settings import read_settings
from bot.wiring import open_service
from index.wiring import build_index
from tests.end_to_end.conftest import ROOT


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> AnswerService:
    """The service, opened on that story."""
    settings = read_settings(
        corpus=ROOT / "tests" / "stories" / "bridge", index_directory=tmp_path_factory.mktemp("bridge")
    )
    build_index(settings.index)
    return open_service(settings)


def _said(service: AnswerService, question: str) -> tuple[Outcome, dict[str, set[str]]]:
    """Return what came, and the articles quoted for every value."""
    answer = service.answer(question)
    return answer.outcome, {
        str(version.value): {quote.paragraph.article_id for quote in version.quotes}
        for version in answer.versions
    }


def test_that_nobody_died_is_said(bridge: AnswerService) -> None:
    """And not how many did in another accident, nine years before, which most of the articles recall."""
    outcome, said = _said(bridge, "did anyone die when the bridge fell?")
    assert outcome is Outcome.ANSWERED
    assert said.keys() == {"0"}
    assert said["0"] >= {"astral-wire", "almsgate-argus", "valley-factbox", "sundial-interview"}
    outcome, said = _said(bridge, "How many people were killed at Pell Street?")
    assert (outcome, set(said)) == (Outcome.ANSWERED, {"8"})


def test_a_bridge_is_as_long_as_its_metres(bridge: AnswerService) -> None:
    """No inspector's eleven years under it are its length; nobody says how deep the river is, though much is counted."""
    outcome, said = _said(bridge, "How long is the Collier Bridge?")
    assert (outcome, said) == (Outcome.ANSWERED, {"412 m": {"astral-wire", "valley-factbox"}})
    assert _said(bridge, "How deep is the Sarn below the bridge?") == (Outcome.NOT_IN_SOURCES, {})
