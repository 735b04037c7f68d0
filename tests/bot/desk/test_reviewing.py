"""Reports and rulings: who may make them, and what they change in later answers."""

from collections.abc import Callable
from threading import Thread

import pytest

from bot.answering.answers import Answer, Outcome, Relation
from bot.citation_log.events import Kind, Reported, Ruled
from bot.citation_log.protocol import Query
from bot.citation_log.recording import Asking
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.asking import AskingDesk, Entry
from bot.desk.reviewing import Retracted, ReviewingDesk
from bot.errors import RuledAlreadyError, RulingError, UnknownEventError

HERE, THERE, OPERATOR = "7", "8", None
MODERATOR = "a moderator's hash"
OPENING, CLOSING = "When does the fair open?", "When does the fair close?"
HERALD, COURIER, GAZETTE = "Friday, May 3", "May 4, 2024", "May 4"  # the first version holds the latter two
SECOND_VERSION = Retracted(quotes=((1, 0),))
DISPUTE = Retracted(pairs=((0, 1),))

Ask = Callable[..., Entry]


@pytest.fixture
def ask(desk: AskingDesk) -> Ask:
    """Ask in a server; about the opening unless told otherwise."""
    return lambda server=HERE, question=OPENING: desk.ask(Asking(question, "a member", server=server))


def _said(answer: Answer) -> list[list[str]]:
    return [
        [quote.paragraph.text[start:end] for quote in version.quotes for start, end in quote.highlights]
        for version in answer.versions
    ]


def test_the_story_is_disputed(ask: Ask) -> None:
    """What the rulings below change: two articles say May 4, one says May 3."""
    answer = ask().answer
    assert answer.outcome is Outcome.DISPUTED
    assert _said(answer) == [[COURIER, GAZETTE], [HERALD]]


def test_a_report_is_an_event_about_the_answer(
    ask: Ask, reviewing: ReviewingDesk, log: SqlCitationLog
) -> None:
    """The category stays, the member's words are personal, and the answer itself is not changed."""
    number = ask().number
    before = log.event(number)
    event = reviewing.report(number, HERE, "a reader's hash", "wrong_quote", "That is not what it says.")
    assert (event.kind, event.about, event.server) == (Kind.REPORTED, number, HERE)
    assert event.detail == Reported(category="wrong_quote")
    assert (event.person, event.personal) == ("a reader's hash", {"text": "That is not what it says."})
    assert log.event(number) == before


def test_a_server_sees_none_but_its_own_answers(
    ask: Ask, reviewing: ReviewingDesk, log: SqlCitationLog
) -> None:
    """Another server's answers, and direct messages, are to it as if they were not there."""
    for number in (ask(THERE).number, ask(OPERATOR).number):
        with pytest.raises(UnknownEventError):
            reviewing.report(number, HERE, "a member", "other")
        with pytest.raises(UnknownEventError):
            reviewing.rule(number, HERE, MODERATOR, "retracted", retracted=SECOND_VERSION)
    assert log.find(Query(kinds=(Kind.REPORTED, Kind.RULED)), 1) == []


def test_the_operator_sees_all(ask: Ask, reviewing: ReviewingDesk) -> None:
    """Whoever runs the program answers for all of it."""
    for number in (ask(HERE).number, ask(THERE).number, ask(OPERATOR).number):
        assert reviewing.report(number, OPERATOR, "the operator", "other").about == number
        assert reviewing.rule(number, OPERATOR, "the operator", "upheld").about == number


def test_only_answers_can_be_reported_and_ruled_on(ask: Ask, reviewing: ReviewingDesk) -> None:
    """A report is no answer, and what is not there is none either."""
    report = reviewing.report(ask().number, HERE, "a member", "other").number
    for number in (report, report + 1):
        with pytest.raises(UnknownEventError):
            reviewing.report(number, HERE, "a member", "other")
        with pytest.raises(UnknownEventError):
            reviewing.rule(number, HERE, MODERATOR, "upheld")


def test_a_retraction_withholds_the_quote_in_its_server(ask: Ask, reviewing: ReviewingDesk) -> None:
    """The same question, in these or other words, no longer gets the quote there; elsewhere it does."""
    event = reviewing.rule(ask().number, HERE, MODERATOR, "retracted", retracted=SECOND_VERSION, note="No.")
    assert (event.person, event.personal, event.server) == (MODERATOR, {"note": "No."}, HERE)
    for question in (OPENING, "On what day does the fair open?"):
        answer = ask(HERE, question).answer
        assert (answer.outcome, _said(answer)) == (Outcome.ANSWERED, [[COURIER, GAZETTE]])
    for server in (THERE, OPERATOR):
        assert _said(ask(server).answer) == [[COURIER, GAZETTE], [HERALD]]


def test_the_operators_retraction_holds_everywhere(ask: Ask, reviewing: ReviewingDesk) -> None:
    """Even where the answer was shown in one server only."""
    reviewing.rule(ask(HERE).number, OPERATOR, "the operator", "retracted", retracted=SECOND_VERSION)
    for server in (HERE, THERE, OPERATOR):
        assert _said(ask(server).answer) == [[COURIER, GAZETTE]]


def test_another_question_keeps_its_quotes(ask: Ask, reviewing: ReviewingDesk) -> None:
    """A quote that was wrong for one question may be right for another."""
    reviewing.rule(ask(HERE, CLOSING).number, HERE, MODERATOR, "retracted", retracted=Retracted(((0, 0),)))
    assert _said(ask(HERE, OPENING).answer) == [[COURIER, GAZETTE], [HERALD]]
    assert _said(ask(HERE, CLOSING).answer) == [["May 9"]]


def test_one_quote_of_a_version_can_be_withheld(ask: Ask, reviewing: ReviewingDesk) -> None:
    """The version stands on the others, and its sources are counted anew."""
    reviewing.rule(ask().number, HERE, MODERATOR, "retracted", retracted=Retracted(((0, 1),)))
    answer = ask().answer
    assert {tuple(said) for said in _said(answer)} == {(COURIER,), (HERALD,)}
    assert [version.independent_sources for version in answer.versions] == [1, 1]
    assert answer.outcome is Outcome.DISPUTED


def test_nothing_takes_the_place_of_a_withheld_quote(ask: Ask, reviewing: ReviewingDesk) -> None:
    """What the reader had not chosen before is not shown after: every quote left was in the answer already."""
    before = {quote for version in ask().answer.versions for quote in _spans(version.quotes)}
    reviewing.rule(ask().number, HERE, MODERATOR, "retracted", retracted=SECOND_VERSION)
    after = {quote for version in ask().answer.versions for quote in _spans(version.quotes)}
    assert after < before
    assert {article for article, _, _ in before - after} == {"herald"}


def test_with_every_quote_withheld_nothing_answers(ask: Ask, reviewing: ReviewingDesk) -> None:
    """The answer is that the sources do not say, never a second choice."""
    everything = Retracted(quotes=((0, 0), (0, 1), (1, 0)))
    reviewing.rule(ask().number, HERE, MODERATOR, "retracted", retracted=everything)
    answer = ask().answer
    assert (answer.outcome, answer.versions, answer.citations) == (Outcome.NOT_IN_SOURCES, (), ())


def test_an_unmarked_pair_is_no_disagreement(ask: Ask, reviewing: ReviewingDesk) -> None:
    """Every version is still shown, but no alarm is raised."""
    reviewing.rule(ask().number, HERE, MODERATOR, "retracted", retracted=DISPUTE)
    answer = ask().answer
    assert (answer.outcome, answer.relation) == (Outcome.ANSWERED, Relation.COMPLEMENTARY)
    assert answer.disagreement is None
    assert _said(answer) == [[COURIER, GAZETTE], [HERALD]]
    assert ask(THERE).answer.outcome is Outcome.DISPUTED


def test_two_retractions_of_one_answer_add_up(ask: Ask, reviewing: ReviewingDesk) -> None:
    """The second takes nothing of the first back."""
    number = ask().number
    reviewing.rule(number, HERE, MODERATOR, "retracted", retracted=Retracted(((0, 0),)))
    reviewing.rule(number, HERE, MODERATOR, "retracted", retracted=Retracted(((0, 1),)))
    assert _said(ask().answer) == [[HERALD]]


def test_upholding_ends_the_retractions_before(ask: Ask, reviewing: ReviewingDesk) -> None:
    """A moderator who was wrong says so; what is retracted afterwards holds again."""
    number = ask().number
    reviewing.rule(number, HERE, MODERATOR, "retracted", retracted=SECOND_VERSION)
    reviewing.rule(number, HERE, MODERATOR, "retracted", retracted=Retracted(((0, 0),)))
    reviewing.rule(number, HERE, MODERATOR, "upheld")
    assert _said(ask().answer) == [[COURIER, GAZETTE], [HERALD]]
    reviewing.rule(number, HERE, MODERATOR, "retracted", retracted=DISPUTE)
    assert ask().answer.relation is Relation.COMPLEMENTARY


def test_upholding_one_answer_ends_no_ruling_on_another(ask: Ask, reviewing: ReviewingDesk) -> None:
    """Two answers to one question are two decisions."""
    first, second = ask().number, ask().number
    reviewing.rule(first, HERE, MODERATOR, "retracted", retracted=SECOND_VERSION)
    reviewing.rule(second, HERE, MODERATOR, "upheld")
    assert _said(ask().answer) == [[COURIER, GAZETTE]]


def test_ignoring_a_report_changes_nothing(ask: Ask, reviewing: ReviewingDesk) -> None:
    """Neither the answers nor the rulings before."""
    number = ask().number
    report = reviewing.report(number, HERE, "a member", "other", "spam").number
    reviewing.rule(number, HERE, MODERATOR, "ignored", report=report)
    assert _said(ask().answer) == [[COURIER, GAZETTE], [HERALD]]
    reviewing.rule(number, HERE, MODERATOR, "retracted", retracted=SECOND_VERSION)
    another = reviewing.report(number, HERE, "a member", "other", "more spam").number
    reviewing.rule(number, HERE, MODERATOR, "ignored", report=another)
    assert _said(ask().answer) == [[COURIER, GAZETTE]]


def test_the_second_moderator_is_told(ask: Ask, reviewing: ReviewingDesk, log: SqlCitationLog) -> None:
    """Of two who decide on one report at the same moment one does, and the other learns which ruling it was."""
    number = ask().number
    report = reviewing.report(number, HERE, "a member", "other").number
    late: list[int] = []

    def decide(moderator: str) -> None:
        try:
            reviewing.rule(number, HERE, moderator, "upheld", report=report)
        except RuledAlreadyError as error:
            late.append(error.ruling)

    threads = [Thread(target=decide, args=(f"moderator {place}",)) for place in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rulings = log.find(Query(kinds=(Kind.RULED,)), 10)
    assert (len(rulings), late) == (1, [rulings[0].number] * 5)


def test_a_ruling_names_a_report_of_its_own_answer(
    ask: Ask, reviewing: ReviewingDesk, log: SqlCitationLog
) -> None:
    """A report of another answer is no reason; neither is a delivery, or an event that is not there."""
    number, other = ask().number, ask().number
    report = reviewing.report(number, HERE, "a member", "wrong_source").number
    ruled = reviewing.rule(number, HERE, MODERATOR, "upheld", report=report).detail
    assert isinstance(ruled, Ruled)
    assert ruled.report == report
    for wrong in (other, report, 999):
        with pytest.raises(UnknownEventError):
            reviewing.rule(other, HERE, MODERATOR, "ignored", report=wrong)
    assert len(log.find(Query(kinds=(Kind.RULED,)), 10)) == 1


def test_a_ruling_is_no_report(desk: AskingDesk, ask: Ask, reviewing: ReviewingDesk) -> None:
    """What a ruling settles is what a member said, not whatever else is about the same answer."""
    number = ask().number
    delivered = desk.delivered(number).number
    ruled = reviewing.rule(number, HERE, MODERATOR, "upheld").number
    for wrong in (delivered, ruled):
        with pytest.raises(UnknownEventError):
            reviewing.rule(number, HERE, MODERATOR, "ignored", report=wrong)


@pytest.mark.parametrize(
    "retracted",
    [
        Retracted(),
        Retracted(quotes=((2, 0),)),
        Retracted(quotes=((1, 1),)),
        Retracted(quotes=((-1, 0),)),
        Retracted(quotes=((0, -1),)),
        Retracted(pairs=((0, 2),)),
        Retracted(pairs=((0, -1),)),
    ],
)
def test_a_retraction_names_what_the_answer_has(
    ask: Ask, reviewing: ReviewingDesk, log: SqlCitationLog, retracted: Retracted
) -> None:
    """Nothing, or a quote or version that is not there, is refused in one sentence."""
    with pytest.raises(RulingError) as caught:
        reviewing.rule(ask().number, HERE, MODERATOR, "retracted", retracted=retracted)
    assert caught.value.user_message.endswith(".")
    assert log.find(Query(kinds=(Kind.RULED,)), 1) == []


def test_only_a_retraction_takes_back(ask: Ask, reviewing: ReviewingDesk) -> None:
    """Upholding or ignoring while naming quotes is a mistake, and refused."""
    number = ask().number
    for retracted in (SECOND_VERSION, DISPUTE):
        with pytest.raises(RulingError):
            reviewing.rule(number, HERE, MODERATOR, "upheld", retracted=retracted)
        with pytest.raises(RulingError):
            reviewing.rule(number, HERE, MODERATOR, "ignored", retracted=retracted)


def _spans(quotes: object) -> list[tuple[str, int, int]]:
    assert isinstance(quotes, tuple)
    return [(one.paragraph.article_id, one.paragraph.number, one.start) for one in quotes]
