"""Stories that no rule was written on: what fell, by a wire, a live blog, an interview and others; a minister's journey."""

from pathlib import Path

import pytest

from bot.answering.answers import Outcome
from bot.answering.service import AnswerService
from bot.settings import read_settings
from bot.wiring import open_service
from index.wiring import build_index
from tests.end_to_end.conftest import ROOT


def _opened(story: str, index: Path) -> AnswerService:
    settings = read_settings(corpus=ROOT / "tests" / "stories" / story, index_directory=index)
    build_index(settings.index)
    return open_service(settings)


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> AnswerService:
    """The service, opened on a bridge that fell."""
    return _opened("bridge", tmp_path_factory.mktemp("bridge"))


@pytest.fixture(scope="module")
def trade(tmp_path_factory: pytest.TempPathFactory) -> AnswerService:
    """The service, opened on a minister's journey."""
    return _opened("trade", tmp_path_factory.mktemp("trade"))


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


def test_a_ministry_groups_digits_as_it_pleases(trade: AnswerService) -> None:
    """Its "12 000 tonnes" are the "twelve thousand" and "12,000 metric tons" of others."""
    _, said = _said(trade, "How much lithium carbonate will Norrlit get every year?")
    assert said["12000 tonne"] >= {
        "ministry-release",
        "nordlink-advance",
        "pohjolan-viesti",
        "viikko-interview",
    }


def test_who_led_the_mission_is_not_who_led_the_last_one(trade: AnswerService) -> None:
    """Nor is the minister the ambassador who was summoned over her remark."""
    outcome, said = _said(trade, "Who led the Finnish trade trip?")
    assert (outcome, set(said)) == (Outcome.ANSWERED, {"Annika Rautiola"})
    outcome, said = _said(trade, "What is the name of the Finnish ambassador who was summoned in Brasília?")
    assert (outcome, set(said)) == (Outcome.ANSWERED, {"Liisa Kortesoja"})


def test_two_who_say_that_they_gave_the_order_are_rivals(bridge: AnswerService) -> None:
    """One of them is only called the Mayor where she is said to have; her deputy is named."""
    outcome, said = _said(bridge, "Who gave the order to shut the bridge?")
    assert outcome is Outcome.DISPUTED
    assert said == {"Delahaye": {"town-hall-statement"}, "Hugo Penhale": {"rivercity-live"}}
