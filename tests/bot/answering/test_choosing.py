"""Which claims of the articles count beside one another."""

import pytest

from bot.answering.claims import Claims
from bot.answering.reader.protocol import Reading, SpanCandidate
from index.articles import number_paragraphs
from index.retrieval.passages import Passage
from tests.bot.answering.claiming import chosen_for, pointed, read_in, stated


def test_every_article_has_one_value() -> None:
    """Its best; what scores no higher than "no answer" is none."""
    claims = chosen_for(
        "When does the fair open?",
        read_in(
            "a",
            "It opens on May 3, after two days of work that ended on May 1.",
            ("May 1", 0.85),
            ("May 3", 0.9),
        ),
        read_in("b", "They say May 4.", ("May 4", 0.6)),
        read_in("c", "They say May 5.", ("May 5", 0.5)),
    )
    assert stated(claims) == [("a", "May 3"), ("b", "May 4")]
    assert not claims.many


def test_what_is_read_far_less_surely_than_the_best_is_left_out() -> None:
    """It is rather misread than another answer, unless another article gives the same or it is sure by itself."""
    surest = read_in("a", "It opens on May 3.", ("May 3", 0.99))
    weak, sure = (read_in("b", "They say May 4.", ("May 4", score)) for score in (0.6, 0.85))
    question = "When does the fair open?"
    assert stated(chosen_for(question, surest, weak)) == [("a", "May 3")]
    assert stated(chosen_for(question, surest, sure)) == [("a", "May 3"), ("b", "May 4")]
    same = read_in("c", "They say May 3.", ("May 3", 0.6))
    assert stated(chosen_for(question, surest, weak, same)) == [("a", "May 3"), ("c", "May 3")]


@pytest.mark.parametrize(
    ("tokyo", "osaka", "counted"),
    [
        (0.7, 0.9, ["Tokyo"]),  # 1.35 log-odds behind
        (0.55, 0.9, ["Tokyo"]),
        (0.51, 0.997, ["Osaka"]),  # 4.8, that it gives Tokyo taken into account
        (0.7, 0.4, ["Tokyo"]),
    ],
)
def test_an_article_that_says_what_another_surely_says_agrees(
    tokyo: float, osaka: float, counted: list[str]
) -> None:
    """Unless it says another name far more surely: on a journey every article names several places."""
    surest = read_in("a", "The summit will be held in Tokyo.", ("Tokyo", 0.995))
    stops = read_in("b", "After Osaka he travels to Tokyo.", ("Osaka", osaka), ("Tokyo", tokyo))
    claims = chosen_for("Where will the summit be held?", surest, stops)
    assert stated(claims) == [("a", "Tokyo"), *(("b", city) for city in counted)]
    # A date of an article's own is kept: it may name the other's for something else.
    first = read_in("a", "The summit will be held on May 3.", ("May 3", 0.995))
    dates = read_in("b", "After the fair on May 4 they meet on May 3.", ("May 4", osaka), ("May 3", tokyo))
    own = "May 4" if osaka > tokyo else "May 3"
    assert stated(chosen_for("When will the summit be held?", first, dates)) == [("a", "May 3"), ("b", own)]


def test_yes_and_no_are_not_shown_as_if_both_might_hold() -> None:
    """Of a "no" too weak to call a "yes" in question nothing is shown; a "yes" as weak counts with the other."""
    said = [("a", 0.97, True), ("b", 0.6, False), ("c", 0.6, True), ("d", 0.75, False)]
    readings = []
    for article, score, affirms in said:
        span = pointed(article, "The fair is open.", "The fair is open", score)
        whole = SpanCandidate(span.passage, span.start, span.end, score, affirms)
        readings.append(Reading(span.passage, (whole,), 0.5, 0.5))
    claims = chosen_for("Is the fair open?", *readings)
    assert [(claim.article_id, claim.value.canonical) for claim in claims.chosen] == [
        ("a", "yes"),
        ("c", "yes"),
        ("d", "no"),
    ]


def test_what_cannot_be_held_against_a_proposal_does_not_answer() -> None:
    """A year is no length: shown beside "up to 40 cm" it would neither affirm nor deny what was asked."""
    length = read_in("a", "By 2100 the sea will rise by 40 cm.", ("2100", 0.9), ("40 cm", 0.6))
    claims = chosen_for("Will the sea rise by 30 cm?", length)
    assert stated(claims) == [("a", "40 cm")]


LEAD = ("a", "The fair opens on May 4.")


@pytest.mark.parametrize(
    ("words", "score", "counted"),
    [("May 4", 0.05, True), ("May 4", 0.49, True), ("May 4", 0.04, False), ("May 9", 0.45, False)],
)
def test_an_article_that_gives_the_very_value_counts_from_far_below(
    words: str, score: float, counted: bool
) -> None:
    """That it names the same day is itself evidence; another day that was read so weakly is not."""
    claims = chosen_for(
        "When does the fair open?",
        read_in(*LEAD, ("May 4", 0.9)),
        read_in("b", f"Come on {words}!", (words, score)),
    )
    assert stated(claims) == [("a", "May 4"), ("b", words)][: 2 if counted else 1]


@pytest.mark.parametrize(("score", "counted"), [(0.02, True), (0.01, False)])
def test_a_name_counts_from_further_below_than_a_day(score: float, counted: bool) -> None:
    """Articles name a day for much else, a person or a number of people seldom."""
    lead = read_in("a", "Ana Diaz steered the ship.", ("Ana Diaz", 0.9))
    claims = chosen_for(
        "Who steered the ship?", lead, read_in("b", "Captain Ana Diaz, 58, is here.", ("Ana Diaz", score))
    )
    assert stated(claims) == [("a", "Ana Diaz"), ("b", "Ana Diaz")][: 2 if counted else 1]


def test_some_day_in_a_month_backs_no_day_of_it() -> None:
    """May 4 is early in May, but so is much else that is written of."""
    day, month = (
        read_in(article, f"The fair opens {words}.", (words, score))
        for article, words, score in (("a", "May 4", 0.9), ("b", "early in May", 0.3))
    )
    assert stated(chosen_for("When does the fair open?", day, month)) == [("a", "May 4")]


def test_a_day_without_its_year_backs_that_day() -> None:
    """Not every article says which year it is."""
    full, short = (
        read_in(article, f"The fair opens on {words}.", (words, score))
        for article, words, score in (("a", "May 4, 2024", 0.9), ("b", "May 4", 0.1))
    )
    assert stated(chosen_for("When does the fair open?", full, short)) == [
        ("a", "May 4, 2024"),
        ("b", "May 4"),
    ]


def test_a_number_that_was_hardly_read_backs_only_the_very_same() -> None:
    """More than 300,000 were killed is no second report of at least 15."""
    few, many = (
        read_in(article, f"{words} people were killed.", (words, score))
        for article, words, score in (("a", "At least 15", 0.9), ("b", "More than 300,000", 0.04))
    )
    assert stated(chosen_for("How many people were killed?", few, many)) == [("a", "At least 15")]


@pytest.mark.parametrize(("toll", "counted"), [("18", True), ("19", False), ("43", False)])
def test_a_far_greater_number_backs_no_least_one(toll: str, counted: bool) -> None:
    """Every greater number fits "at least 15"; only one that is at most a quarter greater is likely to be of the same."""
    few, many = (
        read_in(article, f"{words} people were killed.", (words, score))
        for article, words, score in (("a", "At least 15", 0.9), ("b", toll, 0.2))
    )
    said = [("a", "At least 15"), ("b", toll)]
    assert stated(chosen_for("How many people were killed?", few, many)) == said[: 2 if counted else 1]


@pytest.mark.parametrize(
    ("said", "score", "counted"),
    [("48.2 percent", 0.01, True), ("48 percent", 0.04, False), ("50.0 percent", 0.04, False)],
)
def test_a_number_of_many_figures_counts_from_further_below(said: str, score: float, counted: bool) -> None:
    """Two articles hardly say "48.2 percent" of different things; a round number may be said of anything."""
    claims = chosen_for(
        "What share did she get?",
        read_in("a", f"She got {said}.", (said, 0.9)),
        read_in("b", f"The list: {said}.", (said, score)),
    )
    assert stated(claims) == [("a", said), ("b", said)][: 2 if counted else 1]


def test_corroboration_takes_each_further_article_once_and_at_its_surest() -> None:
    """An article that answers by itself needs none, and of two mentions the surer is quoted; order is by article."""
    claims = chosen_for(
        "When does the fair open?",
        read_in("c", "On May 4 they come; on May 4 they go.", ("May 4", 0.07)),
        read_in("b", "Stay away till May 4, or 4 May.", ("May 4", 0.06), ("4 May", 0.08)),
        read_in(*LEAD, ("May 4", 0.9)),
        read_in("d", "The fair opens on May 9. May 4 is a Friday.", ("May 9", 0.8), ("May 4", 0.4)),
    )
    assert stated(claims) == [("a", "May 4"), ("d", "May 9"), ("b", "4 May"), ("c", "May 4")]


def test_yes_and_words_are_not_corroborated() -> None:
    """A doubtful "yes" is no evidence for itself, and words without a value have none to share."""
    (paragraph,) = number_paragraphs("b", ["The ferry may have sunk."])
    passage = Passage(paragraph, 1.0, 1)
    doubtful = Reading(passage, (SpanCandidate(passage, 0, 24, 0.4, affirms=True),), 0.5, 0.5)
    sure = pointed("a", "The ferry sank.", "The ferry sank.")
    sure = SpanCandidate(sure.passage, sure.start, sure.end, 0.9, affirms=True)
    claims = chosen_for("Did the ferry sink?", Reading(sure.passage, (sure,), 0.5, 0.5), doubtful)
    assert [(claim.article_id, claim.value.canonical) for claim in claims.chosen] == [("a", "yes")]
    text = chosen_for(
        "Which song was played?",
        read_in("a", "They played a slow waltz.", ("a slow waltz", 0.9)),
        read_in("b", "It was a slow waltz.", ("a slow waltz", 0.4)),
    )
    assert stated(text) == [("a", "a slow waltz")]


def test_nothing_is_corroborated_where_nothing_answers() -> None:
    """Readings of one day that are far from sure do not make each other so."""
    weak = [read_in(name, "Come on May 4.", ("May 4", 0.2)) for name in "ab"]
    assert chosen_for("When does the fair open?", *weak) == Claims((), many=False)


@pytest.mark.parametrize(
    ("second", "third", "shown"),
    [
        (0.9, 0.8, ["a", "b", "c"]),
        (0.9, 0.6, ["a", "b"]),  # 3.07 log-odds behind
        (0.6, 0.55, ["a"]),
    ],
)
def test_sentences_are_shown_beside_one_that_is_not_far_surer(
    second: float, third: float, shown: list[str]
) -> None:
    """Three log-odds apart, both may answer; further behind, a sentence is rather misread."""
    question = "Why was the fair put off?"
    texts = ("It rained for days.", "The field was flooded.", "Nobody had come.")
    claims = chosen_for(
        question,
        *(
            read_in(name, text, (text, score))
            for name, text, score in zip("abc", texts, (0.97, second, third), strict=True)
        ),
    )
    assert [claim.article_id for claim in claims.chosen] == shown
    assert claims.many


def test_a_sentence_is_shown_once_for_its_surest_words() -> None:
    """Its other words are quoted with them anyway; shown again they would take another sentence's place."""
    text = "It rained for days and the field was flooded. The mayor was ill."
    claims = chosen_for(
        "Why was the fair put off?",
        read_in("a", text, ("the field was flooded", 0.9), ("rained for days", 0.8), ("was ill", 0.7)),
        read_in("b", "Nobody had come.", ("Nobody had come", 0.75)),
    )
    assert stated(claims) == [
        ("a", "the field was flooded"),
        ("b", "Nobody had come"),
        ("a", "was ill"),
    ]
