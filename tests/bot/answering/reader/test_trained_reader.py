"""The trained reader's own decisions, over models whose every word is known."""

import math
from collections.abc import Sequence
from datetime import date

import pytest

from bot.answering.log_odds import log_odds
from bot.answering.questions.analysis import analyse
from bot.answering.questions.question import Question
from bot.answering.reader.combined_reader import CombinedReader
from bot.answering.reader.model.protocol import Entailment
from bot.answering.reader.protocol import Excerpt, Reading, SpanCandidate
from bot.answering.reader.trained_reader import TrainedReader
from tests.bot.answering.reader.scripted_models import Judge, Nearness, Pointer, excerpt

GANGWAY = "The gangway at Tornvik was never shut."
FERRY = "The ferry sailed to Tornvik on Monday. It came back on May 4."
SOFTNESS = 4.0  # of the scale of margins


UNASKED = Judge()


def _read(question: str, pointer: Pointer, judge: Judge, *excerpts: Excerpt) -> list[Reading]:
    return TrainedReader(pointer, judge, Nearness()).read(analyse(question), excerpts)


def _scores(reading: Reading) -> list[tuple[str, float]]:
    return [(span.text, round(span.score, 3)) for span in reading.spans]


def test_even_odds_lie_below_the_threshold() -> None:
    """Words 2.85 below the model's own threshold score even odds, and do not answer; just above that they do."""
    (at,) = _read("Who sailed?", Pointer({"ferry": 1.0}), UNASKED, excerpt(FERRY))
    (above,) = _read("Who sailed?", Pointer({"ferry": 1.1}), UNASKED, excerpt(FERRY))
    assert [span.score for span in at.spans] == [0.5]
    assert at.answers == ()
    assert [span.text for span in above.answers] == ["ferry"]


def test_a_far_better_answer_casts_doubt_on_others() -> None:
    """What barely passes does not stand beside what is nearly certain."""
    sure, doubtful = _read(
        "Who sailed?",
        Pointer({"ferry": 9.0, "gangway": 1.1}),
        UNASKED,
        excerpt(FERRY),
        excerpt(GANGWAY, "b"),
    )
    assert [span.text for span in sure.answers] == ["ferry"]
    assert doubtful.answers == ()


def test_the_title_is_read_but_never_quoted() -> None:
    """The model sees what the article is about; spans in the title are not the passage's words."""
    pointer = Pointer({"ferry": 5.0, "Monday": 4.0})
    (reading,) = _read("When was it?", pointer, UNASKED, excerpt("It sailed on Monday.", title="The ferry"))
    assert pointer.texts == ["The ferry. It sailed on Monday."]
    assert [(span.text, span.start) for span in reading.spans] == [("Monday", 13)]


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("The comment comes amid tensions.", False),
        ("Diaz said that the comment came amid tensions.", True),
        ("“The comment comes amid tensions.”", True),
    ],
)
def test_what_somebody_said_stands_where_somebody_says_something(text: str, answers: bool) -> None:
    """A paragraph without a quotation or a verb of saying reports nobody's words, however near it stands."""
    pointer = Pointer({"comment": 9.0})
    (reading,) = _read("What did Diaz say about the tensions?", pointer, UNASKED, excerpt(text))
    assert bool(reading.answers) is answers


@pytest.mark.parametrize(
    ("text", "other", "gain"),
    [
        ("Seven people died in a raid on Saturday.", "Seven people died in a raid on the town.", 6.0),
        ("Seven children died in a raid.", "Seven miners died in a raid.", -4.0),
    ],
)
def test_words_gain_by_the_very_day_that_is_asked_about(text: str, other: str, gain: float) -> None:
    """Six on the scale of margins; and four is lost by the children where people are asked about."""

    def margin(words: str) -> float:
        found = excerpt(words, published=date(2017, 4, 9))
        (reading,) = _read("How many people died on 8 April 2017?", Pointer({"Seven": 1.0}), UNASKED, found)
        return log_odds(reading.spans[0].score) * SOFTNESS

    assert margin(text) - margin(other) == pytest.approx(gain, abs=1e-3)


def test_every_value_of_the_kind_is_scored_in_the_passage_itself() -> None:
    """The model is asked for the margins of all dates, at their places behind the title, not only for its best."""
    pointer = Pointer({"sailed": 5.0, "May 4": 2.0})
    (reading,) = _read(
        "When did it come back?", pointer, UNASKED, excerpt(FERRY, title="What happened on May 4?")
    )
    assert pointer.places == [["Monday", "May 4"]]
    assert _scores(reading) == [("May 4", 0.562), ("Monday", 0.076)]


@pytest.mark.parametrize(
    ("verdict", "cosine", "affirms", "answers"),
    [
        (Entailment(0.90, 0.05, 0.05), 0.0, True, True),
        (Entailment(0.05, 0.05, 0.90), 0.0, False, True),
        (Entailment(0.90, 0.05, 0.05), -0.6, True, False),
    ],
)
def test_a_yes_no_question_is_settled_by_its_sentence(
    verdict: Entailment, cosine: float, affirms: bool, answers: bool
) -> None:
    """A whole sentence affirms or denies the statement; it answers where what speaks for it is enough."""
    judge, pointer = Judge(verdict), Pointer({"gangway": 0.0, "ferry": -9.0})
    reader = TrainedReader(pointer, judge, Nearness({GANGWAY: cosine}))
    (reading,) = reader.read(analyse("Was the gangway shut?"), [excerpt(f"It rained. {GANGWAY}")])
    assert judge.pairs[-1] == (GANGWAY, "It is not true that the gangway shut.")
    assert (pointer.questions, pointer.texts[-1]) == (["Was the gangway shut?"], GANGWAY)
    span = reading.spans[0]
    odds = 4.2 + 3.2 * cosine - 2.4
    assert (span.text, span.affirms) == (GANGWAY, affirms)
    assert span.score == pytest.approx(1 / (1 + math.exp(-odds)), abs=1e-6)
    assert [span.text for span in reading.answers] == ([GANGWAY] if answers else [])


def test_a_sentence_that_settles_less_surely_does_not_hide_another() -> None:
    """Yes and no are both quoted where one article says the one and another the other, the less sure one too."""
    denied = "The gangway was shut, they claim."
    verdicts = {
        (GANGWAY, "the gangway shut"): Entailment(0.01, 0.01, 0.98),
        (denied, "the gangway shut"): Entailment(0.35, 0.55, 0.10),
    }
    sure, doubtful = _read(
        "Was the gangway shut?",
        Pointer({"gangway": 0.0}),
        Judge(exceptions=verdicts),
        excerpt(GANGWAY),
        excerpt(denied, "b"),
    )
    assert [span.affirms for span in sure.answers] == [False]
    assert [span.affirms for span in doubtful.answers] == [True]


def test_a_sentence_about_another_settles_nothing() -> None:
    """A name of the question that the article never uses costs a yes/no answer its margin, too."""
    judge = Judge(Entailment(0.90, 0.05, 0.05))
    reading, _ = _read(
        "Was the Karsund gangway shut?",
        Pointer({"gangway": 0.0}),
        judge,
        excerpt(GANGWAY),
        excerpt(FERRY, "b"),
    )
    (span,) = reading.spans
    common, lacking = math.log(4 / 1.5), math.log(4 / 0.5)  # weights by rarity in three sentences
    odds = 4.2 * 2 * common / (2 * common + lacking) - 2.4 - 4.0 / SOFTNESS
    assert span.text == GANGWAY
    assert span.score == pytest.approx(1 / (1 + math.exp(-odds)), abs=1e-6)


def test_no_reason_is_given_for_what_the_passage_denies() -> None:
    """A "why" whose premise is contradicted is not answered as if it were true."""
    pointer = Pointer({"on Monday": 2.0})
    (denied,) = _read("Why was the ferry sunk?", pointer, Judge(Entailment(0.02, 0.08, 0.9)), excerpt(FERRY))
    (open_,) = _read("Why was the ferry sunk?", pointer, Judge(Entailment(0.05, 0.9, 0.05)), excerpt(FERRY))
    assert not denied.answers
    assert open_.answers


def test_what_is_said_of_another_is_no_answer() -> None:
    """A name in the question that no article uses takes more from a passage than one that others use."""
    pointer = Pointer({"May 4": 5.0})
    here, elsewhere = (
        _read(question, pointer, UNASKED, excerpt(FERRY), excerpt("Rescuers left Karsund.", "b"))[0].spans[0]
        for question in ("When did the Karsund ferry come back?", "When did the Oslo ferry come back?")
    )
    plain = _read("When did the ferry come back?", pointer, UNASKED, excerpt(FERRY))[0].spans[0]
    assert plain.score > here.score > elsewhere.score


def test_a_proposed_value_is_asked_for_openly() -> None:
    """Whether it was on May 4 is found out by asking when it was, so that another date is found too."""
    pointer = Pointer({"Monday": 5.0})
    (reading,) = _read("Did the ferry come back on May 4?", pointer, UNASKED, excerpt(FERRY))
    assert pointer.questions == ["When did the ferry return?"]
    assert [span.text for span in reading.answers] == ["Monday"]


@pytest.mark.parametrize(
    ("question", "text", "score"),
    [
        ("Who won in 2019?", "The cup of 2019 went to Ana Diaz.", 0.731),
        ("Who won in 2019?", "The cup of 2018 went to Ana Diaz.", 0.06),
        ("Who won?", "The cup of 2018 went to Ana Diaz.", 0.731),
    ],
)
def test_what_is_set_elsewhere_hardly_answers(question: str, text: str, score: float) -> None:
    """Words in a sentence about another year than is asked about lose 6 of their margin."""
    other = excerpt("In 2019 it rained; in 2018 it snowed.", "b")
    first, _ = _read(question, Pointer({"Ana Diaz": 5.0}), UNASKED, excerpt(f"{text} Now it is 2019."), other)
    assert _scores(first)[0] == ("Ana Diaz", score)


def test_closeness_is_the_share_of_the_questions_words() -> None:
    """A passage that speaks of half of what is asked is half as close as one that speaks of all."""
    near, far = _read(
        "Who saw the ferry gangway?",
        Pointer({}),
        UNASKED,
        excerpt("The ferry gangway was seen."),
        excerpt(FERRY, "b"),
    )
    assert (near.closeness, far.closeness) == (1.0, 0.333333)


class Fixed:
    """A reader that gives the same spans for every question about the first excerpt."""

    def __init__(self, name: str, *spans: tuple[str, float]) -> None:
        self.name = name
        self._spans = spans

    def read(self, question: Question, excerpts: Sequence[Excerpt]) -> list[Reading]:
        """Return the spans in the first excerpt."""
        assert question.text
        passage = excerpts[0].passage
        text = passage.paragraph.text
        spans = [SpanCandidate(passage, text.index(w), text.index(w) + len(w), s) for w, s in self._spans]
        return [Reading(passage, tuple(spans), 0.5, 0.7)]


def test_two_readers_add_their_odds() -> None:
    """Words that both point at are surer than words that only one does; the typed reader's limits are kept."""
    trained = Fixed("one", ("Monday", 0.8), ("ferry", 0.8))
    typed = Fixed("two", ("on Monday", 0.8), ("May 4", 0.55))
    (reading,) = CombinedReader(trained, typed).read(analyse("When?"), [excerpt(FERRY)])
    assert [(span.text, round(span.score, 2)) for span in reading.spans] == [
        ("on Monday", 0.95),
        ("ferry", 0.68),
        ("May 4", 0.18),
    ]
    assert reading.closeness == 0.7


@pytest.mark.parametrize(
    ("question", "score"),
    [
        ("When did it sail?", 0.95),
        ("Why did it sail?", 0.95),
        ("Did it sail?", 0.8),
        ("Which song was played?", 0.57),  # a log-odd less: anything has the form of an answer
        ("Is on May 4?", 0.95),
    ],
)
def test_where_no_form_tells_the_trained_reader_decides_alone(question: str, score: float) -> None:
    """The typed reader knows values by their form: of yes and no, and of open kinds, it has nothing to say."""
    (reading,) = CombinedReader(Fixed("one", ("ferry", 0.8)), Fixed("two", ("ferry", 0.9))).read(
        analyse(question), [excerpt(FERRY)]
    )
    assert [round(span.score, 2) for span in reading.spans] == [score]
