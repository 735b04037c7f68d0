"""Checking a given answer: from the log alone, and by who may."""

from dataclasses import replace

import pytest

from bot.citation_log.recording import Asking
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.access import Viewer, Way
from bot.desk.checking import CheckingDesk
from bot.errors import AnswerErasedError, UnknownEventError
from tests.one_answer import OneAnswer, desk_of

ANNA = Viewer("a1" * 32, "77", "88")
BERT = replace(ANNA, person="b2" * 32)


def _asked(log: SqlCitationLog, way: Way = Way.ASK) -> int:
    return desk_of(log).ask(Asking("When?", ANNA.person, way, ANNA.server, ANNA.channel)).number


def test_an_answer_is_shown_as_it_was_given(log: SqlCitationLog) -> None:
    """With its quotes, its way and who asked it; an article as it was when it was cited, all its paragraphs."""
    given = CheckingDesk(log).given(_asked(log), BERT)
    expected = OneAnswer().consider("When?").answer
    assert given.answer == expected
    assert (given.way, given.asked_by(ANNA.person), given.asked_by(BERT.person)) == (Way.ASK, True, False)
    source = given.answer.citations[0].source
    article = CheckingDesk(log).article(given, source)
    assert article == OneAnswer().index.article(source.article_id)


def test_who_may_not_see_it_is_told_what_a_wrong_number_is_told(log: SqlCitationLog) -> None:
    """Whether there is such an answer is not given away."""
    number = _asked(log, Way.ASK_PRIVATE)
    assert CheckingDesk(log).given(number, ANNA).answer.question == "When?"
    for wrong, viewer in ((number, BERT), (number + 1, ANNA)):
        with pytest.raises(UnknownEventError) as error:
            CheckingDesk(log).given(wrong, viewer)
        assert str(wrong) in str(error.value)


def test_what_was_taken_down_is_not_shown(log: SqlCitationLog) -> None:
    """Neither the answer nor an article that was looked up before the takedown."""
    desk, number = CheckingDesk(log), _asked(log)
    given = desk.given(number, ANNA)
    source = given.answer.citations[0].source
    SqlForgetting(log).purge(source.article_id)
    with pytest.raises(AnswerErasedError):
        desk.given(number, ANNA)
    with pytest.raises(AnswerErasedError):
        desk.article(given, source)
    with pytest.raises(AnswerErasedError):
        desk.article(given, replace(source, article_id="never cited"))


def test_a_member_who_was_forgotten_asked_nothing(log: SqlCitationLog) -> None:
    """The answer in the channel stays, without its question and without anybody who asked it."""
    number = _asked(log)
    SqlForgetting(log).erase(ANNA.person)
    given = CheckingDesk(log).given(number, BERT)
    assert given.answer.question == ""
    assert not given.asked_by(ANNA.person)
