"""The way of a question over a real index: the side that the question's own words did not bring."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.answers import Outcome, Relation
from bot.answering.reader.model.protocol import Entailment
from bot.answering.reader.trained_reader import TrainedReader
from bot.answering.service import AnswerService
from index.settings import IndexSettings
from index.wiring import build_index, open_index
from tests.bot.answering.reader.scripted_models import Judge, Nearness, Pointer

FAIR = "The harvest fair opens on May 3 with a parade of forty tractors through Lindholm."
OTHER_WORDS = "A parade of forty tractors through Lindholm begins the festival on May 4."
DECOYS = (
    "Nobody knows when the harvest fair will open in the years to come.",
    "When a harvest fair does open, there is a fair harvest.",
)
QUESTION = "When does the harvest fair open?"


@pytest.fixture
def service(settings: IndexSettings, write: Callable[[str, str], Path]) -> AnswerService:
    """A service that reads three passages a question, of which decoys take two."""
    for name, text in (("fair", FAIR), ("other", OTHER_WORDS), *zip(("x", "y"), DECOYS, strict=True)):
        write(f"{name}.txt", text)
    build_index(settings)
    reader = TrainedReader(Pointer({"May 3": 9.0, "May 4": 9.0}), Judge(), Nearness())
    return AnswerService(open_index(settings), reader, lambda _: "en", passages_read=3)


def test_the_other_side_is_looked_for_in_the_answers_own_words(service: AnswerService) -> None:
    """A source that speaks of it in other words than the question's is found by the sentence without its value."""
    asked = {passage.paragraph.text for passage in service.index.search(QUESTION, 3)}
    assert asked == {FAIR, *DECOYS}
    considered = service.consider(QUESTION)
    assert considered.answer.outcome is Outcome.DISPUTED
    assert [version.quotes[0].text for version in considered.answer.versions] == [FAIR, OTHER_WORDS]
    read = [passage.paragraph.text for passage in considered.passages]
    assert (set(read[:3]), read[3:]) == (asked, [OTHER_WORDS])


def test_an_open_question_has_no_other_side(service: AnswerService) -> None:
    """Where any number of sentences may answer, nothing further is read."""
    considered = service.consider("Why does the harvest fair open?")
    assert len(considered.passages) == 3


@pytest.mark.parametrize("beside", ["Nobody came.", "The tractor show is next week."])
def test_a_proposed_value_that_no_source_gives_is_settled_by_a_sentence(
    settings: IndexSettings, write: Callable[[str, str], Path], beside: str
) -> None:
    """Asked whether it opens on May 9, a source that calls the fair off says no; "next week", of no date, says nothing."""
    text = "The council has called off the harvest fair, which will not open."
    write("off.txt", text)
    write("beside.txt", beside)
    build_index(settings)
    denial = Entailment(0.03, 0.04, 0.93)
    judge = Judge(exceptions={(text, "the harvest fair open on May 9"): denial})
    service = AnswerService(
        open_index(settings),
        TrainedReader(Pointer({"next week": 9.0, "off": 2.0}), judge, Nearness({text: 0.7})),
        lambda _: "en",
        passages_read=3,
    )
    answer = service.answer("Will the harvest fair open on May 9?")
    assert answer.outcome is Outcome.ANSWERED
    assert [(version.value, version.quotes[0].text) for version in answer.versions] == [("no", text)]


def test_when_is_answered_by_an_hour_where_no_source_gives_a_day(
    settings: IndexSettings, write: Callable[[str, str], Path]
) -> None:
    """The call came at 9:40 p.m.; nothing says on which day."""
    write("call.txt", "The call for help was received at 9:40 p.m. by the coast guard.")
    build_index(settings)
    service = AnswerService(
        open_index(settings),
        TrainedReader(Pointer({"9:40 p.m.": 9.0}), Judge(), Nearness()),
        lambda _: "en",
        passages_read=3,
    )
    answer = service.answer("When was the call for help received?")
    assert [version.value for version in answer.versions] == ["21:40"]


def test_two_of_one_name_are_no_dispute(settings: IndexSettings, write: Callable[[str, str], Path]) -> None:
    """Both men are quoted with the days on which they were born; their articles name nobody in common."""
    golfer = "Born on May 3, Tom Reed beat Paul Hale at Royal Lytham for the Hogan Cup of Ireland."
    senator = "Born on June 9, Tom Reed of Ohio wrote the Mills Act of Congress with Jane Frost."
    write("golfer.txt", golfer)
    write("senator.txt", senator)
    build_index(settings)
    reader = TrainedReader(Pointer({"May 3": 9.0, "June 9": 9.0}), Judge(), Nearness())
    service = AnswerService(open_index(settings), reader, lambda _: "en", passages_read=3)
    answer = service.answer("On which day was Tom Reed born?")
    assert (answer.outcome, answer.relation) == (Outcome.ANSWERED, Relation.DIFFERENT_THINGS)
    assert {version.quotes[0].text for version in answer.versions} == {golfer, senator}
