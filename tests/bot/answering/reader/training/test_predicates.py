"""Template questions become questions that people ask, answered only where the sentence tells it of that verb."""

from bot.answering.reader.training.predicates import predicate_rows
from bot.answering.reader.training.rows import QuestionRow

_SENTENCE = "The minister met his envoy on Monday before Ana Diaz, who was late, flew to Rome."


def _asked(group: str, **answers: str) -> list[QuestionRow]:
    """Template rows of one verb: question, with underscores for blanks, and answer."""
    rows = []
    for asked, wording in answers.items():
        start = _SENTENCE.index(wording)
        question = f"{asked.replace('_', ' ')}?"
        rows.append(
            QuestionRow(question, _SENTENCE, (start, start + len(wording)), (wording,), "", group, "news:1")
        )
    return rows


def _made(rows: list[QuestionRow]) -> dict[str, str | None]:
    return {
        row.question: None if row.answer is None else row.context[slice(*row.answer)]
        for row in predicate_rows(rows)
    }


def test_placeholders_are_filled_with_the_answers_of_the_same_verb() -> None:
    """Subject and object come from the questions that ask for them; the text that a sentence lies in is kept."""
    rows = _asked(
        "met",
        Who_met_someone="The minister",
        When_did_someone_meet_someone="Monday",
        Who_did_someone_meet="his envoy",
    )
    assert _made(rows) == {
        "When did The minister meet his envoy?": "Monday",
        "Who did The minister meet?": "his envoy",
    }
    assert {row.document for row in predicate_rows(rows)} == {"news:1"}


def test_another_verbs_date_is_no_answer() -> None:
    """A verb without a date, in a sentence where another has one, is asked about and left unanswered."""
    met = _asked("met", Who_met_someone="The minister", When_did_someone_meet_someone="Monday")
    met += _asked("met", Who_did_someone_meet="his envoy")
    flew = _asked("flew", Who_flew_somewhere="Ana Diaz", Where_did_someone_fly="Rome")
    assert _made([*met, *flew]) == {
        "When did The minister meet his envoy?": "Monday",
        "Who did The minister meet?": "his envoy",
        "Where did The minister meet his envoy?": None,
        "Where did Ana Diaz fly?": "Rome",
        "When did Ana Diaz fly?": None,
    }


def test_question_that_cannot_be_filled_is_not_asked() -> None:
    """A placeholder without an answer, a pronoun, or a place that is not named makes no question."""
    assert _made(_asked("met", When_did_someone_meet_someone="Monday")) == {}
    assert _made(_asked("late", Who_was_late="who", When_was_someone_late="Monday")) == {}
    assert _made(_asked("flew", Who_flew_somewhere="Ana Diaz", When_did_someone_fly_somewhere="Monday")) == {}


def test_verbs_of_different_sentences_do_not_mix() -> None:
    """The same verb in another sentence, or another verb in the same one, lends no filler."""
    when = _asked("met", When_did_someone_meet="Monday")
    assert _made([*when, *_asked("flew", Who_flew_somewhere="Ana Diaz")]) == {}
    other = QuestionRow("Who met someone?", "Bo met.", (0, 2), ("Bo",), "", "met", "news:1")
    assert _made([*when, other]) == {}
    assert _made([*when, *_asked("met", Who_met_someone="Ana Diaz")]) == {"When did Ana Diaz meet?": "Monday"}


def test_two_in_three_what_questions_are_left_out() -> None:
    """Most questions that begin with "what" are as good as any other set's."""
    rows = _asked(
        "flew", Who_flew_somewhere="Ana Diaz", What_did_someone_fly="Rome", What_did_someone_miss="Monday"
    )
    rows += _asked("flew", What_did_someone_see="his envoy", What_did_someone_eat="late")
    assert list(_made(rows)) == ["What did Ana Diaz fly?", "What did Ana Diaz eat?"]
