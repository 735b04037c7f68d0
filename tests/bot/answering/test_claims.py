"""Which of a reader's spans become claims, and whether the question's slot takes several."""

from collections import defaultdict

import pytest

from bot.answering.claims import Claims, choose_claims
from bot.answering.questions.analysis import analyse
from bot.answering.reader.protocol import Reading, SpanCandidate
from bot.answering.values.context import ArticleContext
from index.articles import number_paragraphs
from index.retrieval.passages import Passage
from tests.bot.answering.claiming import pointed

ANYTIME: defaultdict[str, ArticleContext] = defaultdict(ArticleContext)


def _read(article: str, text: str, *found: tuple[str, float], no_answer: float = 0.5) -> Reading:
    """Return what a reader that found words, each with its score, says of an article's only paragraph."""
    spans = [pointed(article, text, words, score) for words, score in found]
    passage = spans[0].passage
    spans = [SpanCandidate(passage, span.start, span.end, span.score) for span in spans]
    return Reading(passage, tuple(sorted(spans, key=lambda span: -span.score)), no_answer, 0.5)


def _chosen(question: str, *readings: Reading) -> Claims:
    return choose_claims(analyse(question), readings, ANYTIME)


def _words(claims: Claims) -> list[tuple[str, str]]:
    return [(claim.article_id, claim.span.text) for claim in claims.chosen]


def test_every_article_has_one_value() -> None:
    """Its best; what scores no higher than "no answer" is none."""
    claims = _chosen(
        "When does the fair open?",
        _read(
            "a",
            "It opens on May 3, after two days of work that ended on May 1.",
            ("May 1", 0.9),
            ("May 3", 0.95),
        ),
        _read("b", "They say May 4.", ("May 4", 0.6)),
        _read("c", "They say May 5.", ("May 5", 0.5)),
    )
    assert _words(claims) == [("a", "May 3"), ("b", "May 4")]
    assert not claims.many


def test_what_is_read_far_less_surely_than_the_best_is_left_out() -> None:
    """It is rather misread than another answer, unless another article gives the same or it is sure by itself."""
    surest = _read("a", "It opens on May 3.", ("May 3", 0.99))
    weak, sure = (_read("b", "They say May 4.", ("May 4", score)) for score in (0.6, 0.85))
    question = "When does the fair open?"
    assert _words(_chosen(question, surest, weak)) == [("a", "May 3")]
    assert _words(_chosen(question, surest, sure)) == [("a", "May 3"), ("b", "May 4")]
    same = _read("c", "They say May 3.", ("May 3", 0.6))
    assert _words(_chosen(question, surest, weak, same)) == [("a", "May 3"), ("c", "May 3")]


def test_yes_and_no_are_not_shown_as_if_both_might_hold() -> None:
    """Of a "no" too weak to call a "yes" in question nothing is shown; a "yes" as weak counts with the other."""
    said = [("a", 0.9, True), ("b", 0.6, False), ("c", 0.6, True), ("d", 0.75, False)]
    readings = []
    for article, score, affirms in said:
        span = pointed(article, "The fair is open.", "The fair is open", score)
        whole = SpanCandidate(span.passage, span.start, span.end, score, affirms)
        readings.append(Reading(span.passage, (whole,), 0.5, 0.5))
    claims = _chosen("Is the fair open?", *readings)
    assert [(claim.article_id, claim.value.canonical) for claim in claims.chosen] == [
        ("a", "yes"),
        ("c", "yes"),
        ("d", "no"),
    ]


@pytest.mark.parametrize(
    ("text", "first", "second", "many"),
    [
        ("President Ana Diaz, the mayor, and Senator Bo Holm opened the fair.", "Ana Diaz", "Bo Holm", True),
        ("President Ana Diaz and Senator Bo Holm opened it.", "Ana Diaz", "Bo Holm", True),
        ("President Ana Diaz (Oslo), as well as Senator Bo Holm, came.", "Ana Diaz", "Bo Holm", True),
        ("President Ana Diaz opened the fair that Senator Bo Holm closed.", "Ana Diaz", "Bo Holm", False),
        ("President Ana Diaz beat Senator Bo Holm.", "Ana Diaz", "Bo Holm", False),
        ("President Ana Diaz met nobody. Senator Bo Holm opened it.", "Ana Diaz", "Bo Holm", False),
    ],
)
def test_only_a_list_of_names_shows_that_several_hold(text: str, first: str, second: str, many: bool) -> None:
    """Two names that one sentence tells apart are two candidates for one place; two that it lists both hold."""
    claims = _chosen("Who opened the fair?", _read("a", text, (first, 0.9), (second, 0.89)))
    assert claims.many is many
    assert _words(claims) == [("a", first), ("a", second)][: 2 if many else 1]


def test_a_list_of_far_less_likely_names_shows_nothing() -> None:
    """Only a name that scores within a twentieth of the best is taken for another answer."""
    text = "President Ana Diaz and Senator Bo Holm opened it."
    assert not _chosen("Who opened it?", _read("a", text, ("Ana Diaz", 0.9), ("Bo Holm", 0.85))).many


def test_listed_dates_do_not_make_a_slot_take_several() -> None:
    """An event has one date, however many stand in a row."""
    claims = _chosen("When did it open?", _read("a", "May 3, May 4", ("May 3", 0.9), ("May 4", 0.9)))
    assert not claims.many


RAIN = "The storm hurt 9 people in the harbour, the hospital said. "


@pytest.mark.parametrize(
    ("text", "words", "kept"),
    [
        (RAIN + "The storm hurt 12 people in the harbour, the town said.", ["9 people", "12 people"], 2),
        (RAIN + "It destroyed a school that 12 people had built.", ["9 people", "12 people"], 1),
        (
            "The storm hurt 9 people in the harbour and 12 people in the old town.",
            ["9 people", "12 people"],
            1,
        ),
        (
            "The number of people hurt in the harbour rose from 9 people to 12 people.",
            ["12 people", "9 people"],
            1,
        ),
        (RAIN + "The storm hurt nine people in the harbour, the town said.", ["9 people", "nine people"], 2),
    ],
)
def test_an_article_that_tells_the_same_with_another_figure_contradicts_itself(
    text: str, words: list[str], kept: int
) -> None:
    """Two sentences that share half of their words are told of one thing; one sentence tells its figures apart."""
    found = [(word, 0.95 - 0.01 * place) for place, word in enumerate(words)]
    claims = _chosen("How many people did the storm hurt?", _read("a", text, *found))
    assert [claim.span.text for claim in claims.chosen] == words[:kept]
    assert not claims.many


def test_names_never_contradict_their_own_article() -> None:
    """A text names several people in like sentences without being at odds with itself."""
    text = "President Ana Diaz opened the fair in Oslo. Senator Bo Holm opened the fair in Oslo."
    claims = _chosen("Who opened the fair?", _read("a", text, ("Ana Diaz", 0.9), ("Bo Holm", 0.88)))
    assert _words(claims) == [("a", "Ana Diaz")]


def test_the_same_value_elsewhere_in_an_article_is_a_second_quote() -> None:
    """It must answer nearly as well, and may be coarser or finer than the best; another value is none."""
    text = "It opens on May 3. Those who came in May left on June 9."
    for score, kept in ((0.88, ["May 3", "in May"]), (0.87, ["May 3"])):
        claims = _chosen(
            "When does it open?", _read("a", text, ("May 3", 0.92), ("in May", score), ("June 9", 0.91))
        )
        assert [claim.span.text for claim in claims.chosen] == kept


LEAD = ("a", "The fair opens on May 4.")


@pytest.mark.parametrize(
    ("words", "score", "counted"),
    [("May 4", 0.05, True), ("May 4", 0.49, True), ("May 4", 0.04, False), ("May 9", 0.45, False)],
)
def test_an_article_that_gives_the_very_value_counts_from_far_below(
    words: str, score: float, counted: bool
) -> None:
    """That it names the same day is itself evidence; another day that was read so weakly is not."""
    claims = _chosen(
        "When does the fair open?",
        _read(*LEAD, ("May 4", 0.9)),
        _read("b", f"Come on {words}!", (words, score)),
    )
    assert _words(claims) == [("a", "May 4"), ("b", words)][: 2 if counted else 1]


def test_corroboration_takes_each_further_article_once_and_at_its_surest() -> None:
    """An article that answers by itself needs none, and of two mentions the surer is quoted; order is by article."""
    claims = _chosen(
        "When does the fair open?",
        _read("c", "On May 4 they come; on May 4 they go.", ("May 4", 0.3)),
        _read("b", "Stay away till May 4, or 4 May.", ("May 4", 0.25), ("4 May", 0.35)),
        _read(*LEAD, ("May 4", 0.9)),
        _read("d", "The fair opens on May 9. May 4 is a Friday.", ("May 9", 0.8), ("May 4", 0.4)),
    )
    assert _words(claims) == [("a", "May 4"), ("d", "May 9"), ("b", "4 May"), ("c", "May 4")]


def test_yes_and_words_are_not_corroborated() -> None:
    """A doubtful "yes" is no evidence for itself, and words without a value have none to share."""
    (paragraph,) = number_paragraphs("b", ["The ferry may have sunk."])
    passage = Passage(paragraph, 1.0, 1)
    doubtful = Reading(passage, (SpanCandidate(passage, 0, 24, 0.4, affirms=True),), 0.5, 0.5)
    sure = pointed("a", "The ferry sank.", "The ferry sank.")
    sure = SpanCandidate(sure.passage, sure.start, sure.end, 0.9, affirms=True)
    claims = _chosen("Did the ferry sink?", Reading(sure.passage, (sure,), 0.5, 0.5), doubtful)
    assert [(claim.article_id, claim.value.canonical) for claim in claims.chosen] == [("a", "yes")]
    text = _chosen(
        "Which song was played?",
        _read("a", "They played a slow waltz.", ("a slow waltz", 0.9)),
        _read("b", "It was a slow waltz.", ("a slow waltz", 0.4)),
    )
    assert _words(text) == [("a", "a slow waltz")]


def test_nothing_is_corroborated_where_nothing_answers() -> None:
    """Two weak readings of one day do not make each other sure."""
    weak = [_read(name, "Come on May 4.", ("May 4", 0.45)) for name in "ab"]
    assert _chosen("When does the fair open?", *weak) == Claims((), many=False)
