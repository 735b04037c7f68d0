"""What several reports give is likelier than what one gives."""

import pytest

from bot.answering.backing import with_backing
from bot.answering.copied_claims import ALL_APART, Copies
from bot.answering.log_odds import log_odds
from bot.answering.questions.analysis import analyse
from bot.answering.reader.protocol import Reading
from tests.bot.answering.claiming import ANYTIME, read_in

QUESTION = "How many may the ferry carry?"


def _carries(article: str, number: str, score: float) -> Reading:
    return read_in(article, f"It may carry {number} people.", (number, score))


def _scores(*readings: Reading, question: str = QUESTION, copies: Copies = ALL_APART) -> list[float]:
    backed = with_backing(analyse(question), readings, ANYTIME, copies)
    return [reading.spans[0].score for reading in backed]


def test_each_further_report_of_one_value_raises_it() -> None:
    """By half of its own log-odds above 0.05, at most 1 a report; another value and what is hardly read add nothing."""
    said = [("a", "350", 0.5), ("b", "350", 0.2), ("c", "280", 0.9), ("d", "350", 0.04)]
    found = _scores(*(_carries(*each) for each in said))
    assert log_odds(found[0]) == pytest.approx(0.5 * (log_odds(0.2) - log_odds(0.05)), abs=1e-4)
    assert log_odds(found[1]) == pytest.approx(log_odds(0.2) + 1, abs=1e-4)
    assert found[2:] == [0.9, 0.04]


def test_agreement_is_bounded() -> None:
    """Seven that repeat a number are no proof: as much as three surely read reports is the most."""
    found = _scores(*(_carries(article, "350", 0.5) for article in "abcdefgh"))
    assert [log_odds(score) for score in found] == pytest.approx([3.0] * 8, abs=1e-4)


def test_copies_of_one_report_do_not_back_each_other() -> None:
    """Nor does a report count twice for another that has two prints."""
    copies = Copies({"a": "a", "b": "a", "c": "c"}, lambda _article, _words: False)
    found = _scores(*(_carries(article, "350", 0.5) for article in "abc"), copies=copies)
    assert [log_odds(score) for score in found] == pytest.approx([1.0] * 3, abs=1e-4)


def test_sentences_and_yes_back_nothing() -> None:
    """They have no value that another could give again."""
    readings = [_carries(article, "350", 0.5) for article in "ab"]
    for question in ("Why may it carry so many?", "May it carry children?"):
        assert _scores(*readings, question=question) == [0.5, 0.5]


def test_an_article_says_what_it_says() -> None:
    """Its surest value is not outdone by another of its own that others give, nor does that other one back theirs."""
    two = read_in("a", "It may carry 280 people, and 350 in summer.", ("280", 0.55), ("350", 0.5))
    (first, second) = with_backing(analyse(QUESTION), [two, _carries("b", "350", 0.5)], ANYTIME, ALL_APART)
    assert [(span.text, span.score) for span in first.spans] == [("280", 0.55), ("350", 0.5)]
    assert [span.score for span in second.spans] == [0.5]
