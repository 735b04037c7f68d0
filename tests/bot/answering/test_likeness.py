"""Who says otherwise says it in like words: sentences like the one that answers most surely count for more."""

from collections.abc import Iterable, Sequence

import pytest

from bot.answering.likeness import Likeness
from bot.answering.log_odds import log_odds
from bot.answering.questions.analysis import analyse
from bot.answering.reader.protocol import Reading
from index.articles import Article, ArticleDetails, number_paragraphs
from index.embedding.protocol import Embedder
from tests.bot.answering.claiming import ANYTIME, read_in

QUESTION = "When did the Marit Solheim go under?"
SUREST = read_in("a", "The ferry Marit Solheim sank at 10.15pm, she said.", ("10.15pm", 0.9))
LONG = read_in(
    "a", "The old ferry Marit Solheim sank off Ostrey at 10.15pm, the coast guard said.", ("10.15pm", 0.9)
)
ALIKE = read_in("b", "The ferry Marit Solheim sank at 10.55pm, he said.", ("10.55pm", 0.3))
UNLIKE = read_in(
    "b",
    "At 11am the council of the northern district votes on new local taxes for shops and hotels.",
    ("11am", 0.3),
)


def _articles(readings: Iterable[Reading]) -> dict[str, Article]:
    said = {reading.passage.paragraph.article_id: reading.passage.paragraph.text for reading in readings}
    return {
        name: Article(name, ArticleDetails(), text, "1", number_paragraphs(name, [text]))
        for name, text in said.items()
    }


def _gains(embedder: Embedder, *readings: Reading, question: str = QUESTION) -> list[list[float]]:
    """Return by how much the log-odds of every span rose, in the order in which it was read."""
    likeness = Likeness(embedder, _articles(readings).__getitem__)
    weighed = likeness.weighed(analyse(question), readings, ANYTIME)
    scores = {
        (span.passage.paragraph.article_id, span.start): span.score for one in weighed for span in one.spans
    }
    return [
        [
            log_odds(scores[span.passage.paragraph.article_id, span.start]) - log_odds(span.score)
            for span in reading.spans
        ]
        for reading in readings
    ]


def _first(gains: Sequence[Sequence[float]]) -> list[float]:
    return [gain for one in gains for gain in one]


def test_a_sentence_like_the_surest_counts_for_more_and_another_for_less(embedder: Embedder) -> None:
    """By two in log-odds at most, whatever the question was worded like; the surest itself stays."""
    assert _first(_gains(embedder, SUREST, ALIKE)) == pytest.approx([0.0, 2.0], abs=1e-5)
    assert _first(_gains(embedder, LONG, UNLIKE)) == pytest.approx([0.0, -2.0], abs=1e-5)


def test_a_short_sentence_tells_less_by_its_words(embedder: Embedder) -> None:
    """That "At 11am, yes" is unlike everything says little; half as many words as tell enough take half as much."""
    short, four = (
        read_in("b", text, ("11am", 0.3))
        for text in ("At 11am, yes.", "Council votes on taxes at 11am today.")
    )
    assert _first(_gains(embedder, LONG, short))[1] == pytest.approx(0.0, abs=0.3)
    assert _first(_gains(embedder, LONG, four))[1] == pytest.approx(-1.0, abs=1e-5)


def test_a_sentence_like_the_question_loses_nothing(embedder: Embedder) -> None:
    """The surest may be worded otherwise than everybody else."""
    surest = read_in(
        "a", "By all accounts of the crew it must have been over and done with by 10.15pm.", ("10.15pm", 0.9)
    )
    like = read_in(
        "b", "The passenger ferry Marit Solheim went under on Sunday evening at 10.55pm.", ("10.55pm", 0.3)
    )
    assert _first(_gains(embedder, surest, like)) == [0.0, 0.0]


def test_who_gives_the_surest_value_is_never_lowered(embedder: Embedder) -> None:
    """A line of a table is like nobody's sentence, and agrees all the same."""
    agreeing, other = (
        read_in("b", f"End of the event (local): {time}", (time, 0.3)) for time in ("10.15pm", "10.55pm")
    )
    assert _first(_gains(embedder, SUREST, agreeing)) == [0.0, 0.0]
    assert _first(_gains(embedder, SUREST, other))[1] < 0.0


def test_an_article_that_agrees_is_not_made_to_disagree(embedder: Embedder) -> None:
    """What it says beside the surest value, in however like a sentence, is of something else."""
    both = read_in(
        "b",
        "The Marit Solheim sank at 10.15pm. The ferry Solveig sank at 10.55pm, she said.",
        ("10.15pm", 0.2),
        ("10.55pm", 0.3),
    )
    (_, [other, own]) = _gains(embedder, SUREST, both)
    assert other == 0.0
    assert own > 1.0


def test_an_article_on_something_else_gains_nothing(embedder: Embedder) -> None:
    """Two ferries sink in the same words: the one that the question does not name is no second version."""
    other = read_in("b", "The ferry Kari Dahl sank at 10.55pm, he said.", ("10.55pm", 0.3))
    assert _first(_gains(embedder, SUREST, other)) == [0.0, 0.0]


@pytest.mark.parametrize(
    ("question", "surest"),
    [
        ("Did the Marit Solheim go under?", SUREST),
        ("Which ferries went under?", SUREST),
        (QUESTION, read_in("a", "The ferry Marit Solheim sank at 10.15pm, she said.", ("10.15pm", 0.4))),
    ],
)
def test_without_one_sure_value_nothing_changes(embedder: Embedder, question: str, surest: Reading) -> None:
    """Where any number of answers may hold, or nothing answers, there is nothing to be like."""
    assert _first(_gains(embedder, surest, ALIKE, question=question)) == [0.0, 0.0]


def test_words_that_are_all_of_their_sentence_are_compared_with_nothing(embedder: Embedder) -> None:
    """Nothing is left of it to compare."""
    bare = read_in("b", "10.55pm", ("10.55pm", 0.3))
    assert _first(_gains(embedder, SUREST, bare)) == [0.0, 0.0]


def _gain_of(embedder: Embedder, question: str, surest: Reading, text: str, words: str) -> float:
    return _first(_gains(embedder, surest, read_in("b", text, (words, 0.3)), question=question))[1]


@pytest.mark.parametrize(("other", "more"), [("22", 5.06), ("40", 3.57), ("100", 1.28), ("900", 0.0)])
def test_an_amount_near_the_surest_counts_for_more_than_one_far_from_it(
    embedder: Embedder, other: str, more: float
) -> None:
    """Sources differ by a few or by half, not forty times over: such a number is of something else."""
    question, surest = (
        "How many people did the crash hurt?",
        read_in("a", "The crash hurt 20 people.", ("20", 0.9)),
    )
    said = "Hospitals took in {} after it, a doctor said."
    far = _gain_of(embedder, question, surest, said.format("950"), "950")
    assert _gain_of(embedder, question, surest, said.format(other), other) - far == pytest.approx(
        more, abs=0.01
    )


def test_a_day_near_the_surest_counts_for_more_than_one_far_from_it(embedder: Embedder) -> None:
    """Reports of one event set it a day or two apart; what is two months off is another event."""
    question = "When did the council meet?"
    surest = read_in("a", "The council met on 10 March 2027.", ("10 March 2027", 0.9))
    said = "They came together on {} for a vote on taxes."
    near, far = (
        _gain_of(embedder, question, surest, said.format(day), day) for day in ("11 March 2027", "9 May 2027")
    )
    assert near - far == pytest.approx(1.39 + 2.0, abs=0.01)


def test_a_changed_print_loses_nothing_by_its_value(embedder: Embedder) -> None:
    """One sentence with 20 and with 900 speaks of one thing, and words that were read surely speak for themselves."""
    question, surest = (
        "How many people did the crash hurt?",
        read_in("a", "The crash hurt 20 people.", ("20", 0.9)),
    )
    assert _gain_of(embedder, question, surest, "The crash hurt 900 people.", "900") == pytest.approx(
        2.0, abs=0.01
    )
    sure = read_in("b", "Hospitals took in 900 after it, a doctor said.", ("900", 0.8))
    unsure = read_in("b", "Hospitals took in 900 after it, a doctor said.", ("900", 0.6))
    gains = [_first(_gains(embedder, surest, read, question=question))[1] for read in (sure, unsure)]
    assert gains[0] - gains[1] == pytest.approx(3.0, abs=0.01)


def test_a_sentence_on_another_place_gains_nothing(embedder: Embedder) -> None:
    """When she returns to Oslo is no second version of when she arrives in Rome, in however like words."""
    question = "When does the minister arrive in Rome?"
    surest = read_in("a", "The minister arrives in Rome on 10 March 2027.", ("10 March 2027", 0.9))
    elsewhere = "The minister returns to Oslo on 12 March 2027."
    assert _gain_of(embedder, question, surest, elsewhere, "12 March 2027") == 0.0


def test_who_held_an_office_before_is_not_raised(embedder: Embedder) -> None:
    """Much as the sentence is like that on who holds it; where it says that he holds it, it is."""
    asked = "Who is the director of the Vasa museum?"
    surest = read_in("a", "Ines Dahl, director of the Vasa museum, opened the show.", ("Ines Dahl", 0.9))
    now = read_in("b", "Tom Berg, director of the Vasa museum, opened the show.", ("Tom Berg", 0.3))
    before = read_in("b", "Tom Berg, former director of the Vasa museum, opened the show.", ("Tom Berg", 0.3))
    assert _first(_gains(embedder, surest, now, question=asked)) == pytest.approx([0.0, 2.0], abs=1e-5)
    assert _first(_gains(embedder, surest, before, question=asked)) == pytest.approx([0.0, 0.0], abs=1e-5)
