"""What reports recall is no answer to what is asked of what they report."""

from datetime import date

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.background import is_background
from bot.answering.reader.protocol import Excerpt
from index.articles import Article, ArticleDetails, Paragraph
from index.retrieval.passages import Passage

ASKED = "How many people died when the Collier Bridge fell?"


def _is_background(question: str, text: str, words: str, title: str = "Collier Bridge falls") -> bool:
    paragraph = Paragraph("id", "a", 1, text)
    details = ArticleDetails(title=title, published=date(2026, 4, 15))
    article = Article("a", details, f"A headline\n{text}", "v", (paragraph,))
    excerpt = Excerpt(Passage(paragraph, 1.0, 1), article)
    return is_background(analyse(question), excerpt, text.index(words))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It is the worst since 2017, when a flyover killed eight.", "eight", True),
        ("Nine years ago eight people died at Pell Street.", "eight", True),
        ("Six years earlier 22 people had died in the port.", "22", True),
        ("Eight people died on Tuesday.", "Eight", False),
        ("Eight people died on 14 April 2026.", "Eight", False),
        ("The Collier Bridge killed eight in 2017.", "eight", True),
        ("Eight died within two years.", "Eight", False),
        ("The report was written after eight people died at Pell Street.", "eight", True),
        ("Eight people died at the Collier Bridge.", "Eight", False),
    ],
)
def test_a_toll_of_another_year(text: str, words: str, expected: bool) -> None:
    """Or at another place: unless the question names it, or what the sentence names, it asks about what is reported."""
    assert _is_background(ASKED, text, words) is expected


def test_who_asks_for_it_gets_it() -> None:
    """By its name, its year or as an earlier one."""
    text = "Nine years ago eight people died at Pell Street, where 40 cars stood."
    assert not _is_background("How many people died at Pell Street?", text, "eight")
    assert not _is_background("How many people died in 2017?", text, "eight")
    assert not _is_background("How many people died in the earlier accident?", text, "eight")
    assert not _is_background("How many cars stood in Pell Street?", text, "40")


@pytest.mark.parametrize(
    ("question", "text", "words", "expected"),
    [
        (
            "What did the repair cost?",
            "After the collapse in Ebersund in 2019 they paid €1.2m.",
            "€1.2m",
            True,
        ),
        (
            "What did the repair in Ebersund cost?",
            "After the collapse in Ebersund in 2019 they paid €1.2m.",
            "€1.2m",
            False,
        ),
        (
            "What did the repair cost in 2019?",
            "After the collapse in Ebersund in 2019 they paid €1.2m.",
            "€1.2m",
            False,
        ),
        ("What did the bridge cost?", "It was built in 1985 for €3m.", "€3m", False),
        ("How many cars stood there?", "Nine years ago 40 cars stood in Pell Street.", "40", True),
        ("Who paid?", "After the collapse in Ebersund in 2019 Ana Diaz paid.", "Ana Diaz", False),
    ],
)
def test_other_amounts_are_recalled_of_elsewhere(
    question: str, text: str, words: str, expected: bool
) -> None:
    """What was paid or counted years ago at another place; what was paid here years ago may be what is asked for."""
    assert _is_background(question, text, words) is expected


def test_that_nobody_came_to_harm_is_not_told_of_what_is_recalled() -> None:
    """It was not "nobody" at Pell Street, which the next sentence names: that is told of the bridge."""
    text = "Nobody was killed. My cousin was one of the eight at Pell Street."
    assert _is_background("How many people were killed at Pell Street?", text, "Nobody")
    assert not _is_background("How many people were killed by the Collier Bridge?", text, "Nobody")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The last minister to make the journey was Olli Vesala, in 2019.", True),
        ("Her predecessor, Olli Vesala, went there nine years ago.", True),
        ("The last week was hard for Olli Vesala, who went there in 2019.", False),
        ("The last minister to arrive was Olli Vesala.", False),
        ("Olli Vesala led it, as he did in 2019.", False),
    ],
)
def test_who_did_it_the_last_time(text: str, expected: bool) -> None:
    """Where a report says itself that it tells of one before, years ago, that is none of whom it reports on."""
    assert _is_background("Who led the trade mission?", text, "Olli") is expected
    assert not _is_background("Who led the last trade mission?", text, "Olli")
