"""The trained reader's own decisions, over models whose every word is known."""

from collections.abc import Mapping, Sequence

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.questions.question import Question
from bot.answering.reader.combined_reader import CombinedReader
from bot.answering.reader.model.protocol import Entailment, Span
from bot.answering.reader.protocol import Excerpt, Reading, SpanCandidate
from bot.answering.reader.trained_reader import TrainedReader
from index.articles import Article, ArticleDetails, Paragraph
from index.retrieval.passages import Passage

GANGWAY = "The gangway at Tornvik was never shut."
FERRY = "The ferry sailed to Tornvik on Monday. It came back on May 4."


class Pointer:
    """A span model that points at given words with given margins."""

    name = "pointer"
    threshold = 1.0

    def __init__(self, margins: Mapping[str, float]) -> None:
        self._margins = margins
        self.questions: list[str] = []
        self.texts: list[str] = []

    def spans(self, question: str, texts: Sequence[str]) -> list[tuple[Span, ...]]:
        """Point at the words wherever they stand."""
        self.questions.append(question)
        self.texts += texts
        found = [
            [
                Span(text.index(words), text.index(words) + len(words), margin)
                for words, margin in self._margins.items()
                if words in text
            ]
            for text in texts
        ]
        return [tuple(sorted(spans, key=lambda span: -span.margin)) for spans in found]


class Judge:
    """An entailment model with one verdict, which remembers what it was asked."""

    name = "judge"

    def __init__(self, verdict: Entailment) -> None:
        self._verdict = verdict
        self.pairs: list[tuple[str, str]] = []

    def relate(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        """Give the verdict on every pair."""
        self.pairs += pairs
        return [self._verdict for _ in pairs]


UNASKED = Judge(Entailment(0.0, 1.0, 0.0))


def _excerpt(text: str, name: str = "a", title: str | None = None) -> Excerpt:
    paragraph = Paragraph("id", name, 1, text)
    return Excerpt(
        Passage(paragraph, 1.0, 1), Article(name, ArticleDetails(title=title), text, "v", (paragraph,))
    )


def _read(question: str, pointer: Pointer, judge: Judge, *excerpts: Excerpt) -> list[Reading]:
    return TrainedReader(pointer, judge).read(analyse(question), excerpts)


def test_the_threshold_lies_at_one_half() -> None:
    """Words at the model's own threshold score even odds, and do not answer; just above it they do."""
    (at,) = _read("Who sailed?", Pointer({"ferry": 1.0}), UNASKED, _excerpt(FERRY))
    (above,) = _read("Who sailed?", Pointer({"ferry": 1.1}), UNASKED, _excerpt(FERRY))
    assert [span.score for span in at.spans] == [0.5]
    assert at.answers == ()
    assert [span.text for span in above.answers] == ["ferry"]


def test_a_far_better_answer_casts_doubt_on_others() -> None:
    """What barely passes does not stand beside what is nearly certain."""
    sure, doubtful = _read(
        "Who sailed?",
        Pointer({"ferry": 9.0, "gangway": 1.1}),
        UNASKED,
        _excerpt(FERRY),
        _excerpt(GANGWAY, "b"),
    )
    assert [span.text for span in sure.answers] == ["ferry"]
    assert doubtful.answers == ()


def test_the_title_is_read_but_never_quoted() -> None:
    """The model sees what the article is about; spans in the title are not the passage's words."""
    pointer = Pointer({"ferry": 5.0, "Monday": 4.0})
    (reading,) = _read("When was it?", pointer, UNASKED, _excerpt("It sailed on Monday.", title="The ferry"))
    assert pointer.texts == ["The ferry. It sailed on Monday."]
    assert [(span.text, span.start) for span in reading.spans] == [("Monday", 13)]


@pytest.mark.parametrize(
    ("verdict", "affirms", "answers"),
    [
        (Entailment(0.90, 0.05, 0.05), True, True),
        (Entailment(0.05, 0.05, 0.90), False, True),
        (Entailment(0.05, 0.90, 0.05), None, False),
    ],
)
def test_a_yes_no_question_is_settled_by_its_sentence(
    verdict: Entailment, affirms: bool | None, answers: bool
) -> None:
    """A sentence that affirms or denies the statement answers; one that leaves it open does not."""
    judge = Judge(verdict)
    (reading,) = _read(
        "Was the gangway shut?", Pointer({"gangway": 2.0}), judge, _excerpt(f"{FERRY} {GANGWAY}")
    )
    assert judge.pairs == [(GANGWAY, "the gangway was shut")]
    assert [span.affirms for span in reading.spans] == [affirms]
    assert bool(reading.answers) is answers


def test_no_reason_is_given_for_what_the_passage_denies() -> None:
    """A "why" whose premise is contradicted is not answered as if it were true."""
    pointer = Pointer({"on Monday": 2.0})
    (denied,) = _read("Why was the ferry sunk?", pointer, Judge(Entailment(0.02, 0.08, 0.9)), _excerpt(FERRY))
    (open_,) = _read("Why was the ferry sunk?", pointer, Judge(Entailment(0.05, 0.9, 0.05)), _excerpt(FERRY))
    assert not denied.answers
    assert open_.answers


def test_what_is_said_of_another_is_no_answer() -> None:
    """A name in the question that no article uses takes more from a passage than one that others use."""
    pointer = Pointer({"May 4": 5.0})
    here, elsewhere = (
        _read(question, pointer, UNASKED, _excerpt(FERRY), _excerpt("Rescuers left Karsund.", "b"))[0].spans[
            0
        ]
        for question in ("When did the Karsund ferry come back?", "When did the Oslo ferry come back?")
    )
    plain = _read("When did the ferry come back?", pointer, UNASKED, _excerpt(FERRY))[0].spans[0]
    assert plain.score > here.score > elsewhere.score


def test_a_proposed_value_is_asked_for_openly() -> None:
    """Whether it was on May 4 is found out by asking when it was, so that another date is found too."""
    pointer = Pointer({"Monday": 5.0})
    (reading,) = _read("Did the ferry come back on May 4?", pointer, UNASKED, _excerpt(FERRY))
    assert pointer.questions == ["When did the ferry come back?"]
    assert [span.text for span in reading.answers] == ["Monday"]


def test_closeness_is_the_share_of_the_questions_words() -> None:
    """A passage that speaks of half of what is asked is half as close as one that speaks of all."""
    near, far = _read(
        "Who saw the ferry gangway?",
        Pointer({}),
        UNASKED,
        _excerpt("The ferry gangway was seen."),
        _excerpt(FERRY, "b"),
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
    (reading,) = CombinedReader(trained, typed).read(analyse("When?"), [_excerpt(FERRY)])
    assert [(span.text, round(span.score, 2)) for span in reading.spans] == [
        ("on Monday", 0.98),
        ("ferry", 0.25),
        ("May 4", 0.12),
    ]
    assert reading.closeness == 0.7
