"""What stands in front of a passage when it is read."""

from datetime import date

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.framing import frame
from bot.answering.reader.protocol import Excerpt
from index.articles import Article, ArticleDetails, Paragraph
from index.retrieval.passages import Passage

HOW_MANY = "How many people were killed on 8 April 2017?"
TEXT = "A raid killed 18 people on Saturday."


def _framed(question: str, text: str, title: str | None = None, published: date | None = None) -> str:
    paragraph = Paragraph("id", "a", 1, text)
    article = Article("a", ArticleDetails(title=title, published=published), text, "v", (paragraph,))
    framed = frame(analyse(question), Excerpt(Passage(paragraph, 1.0, 1), article))
    assert framed.text.endswith(text)
    assert framed.offset == len(framed.text) - len(text)
    return framed.text[: framed.offset]


def test_the_title_stands_in_front() -> None:
    """It says what the passage is about; a passage that holds it already needs no second one."""
    assert _framed("Who came?", TEXT, "Raid near Oslo") == "Raid near Oslo. "
    assert _framed("Who came?", "Raid near Oslo: nobody came.", "Raid near Oslo") == ""
    assert _framed("Who came?", TEXT) == ""


@pytest.mark.parametrize(
    ("question", "text", "published", "front"),
    [
        (HOW_MANY, TEXT, date(2017, 4, 8), "8 April 2017 – "),
        (HOW_MANY, TEXT, date(2017, 4, 9), "8 April 2017 – "),
        (HOW_MANY, TEXT, date(2017, 4, 10), "8 April 2017 – "),  # its Saturday was the eighth
        (HOW_MANY, "A raid killed 18 people.", date(2017, 4, 10), ""),
        (HOW_MANY, TEXT, None, ""),
        (HOW_MANY, "On April 8 a raid killed 18 people.", date(2017, 4, 8), ""),
        (HOW_MANY, "On April 5 a raid killed 18 people.", date(2017, 4, 8), ""),
        ("How many people were killed in 2017?", TEXT, date(2017, 4, 8), ""),
        ("When was the raid after 8 April 2017?", TEXT, date(2017, 4, 8), ""),
    ],
)
def test_the_question_s_day_stands_before_a_report_of_that_day(
    question: str, text: str, published: date | None, front: str
) -> None:
    """A reader cannot tell that "Saturday" was the eighth; a passage that says its day is left as it is."""
    assert _framed(question, text, published=published) == front


def test_what_answers_an_interviewer_stands_behind_what_was_asked() -> None:
    """Of itself "On 23 October." tells nothing; what nobody was asked stands alone."""
    lines = ("**Who came?**", "Two men.", "**And when?**", "On 23 October.", "**Alone?**", "No.")
    paragraphs = tuple(Paragraph(str(number), "a", number, line) for number, line in enumerate(lines, 1))
    article = Article("a", ArticleDetails(title="Talk"), "\n".join(lines), "v", paragraphs)
    framed = frame(analyse("Who came?"), Excerpt(Passage(paragraphs[3], 1.0, 1), article))
    assert framed.text == "Talk. And when? On 23 October."
    assert framed.text[framed.offset :] == "On 23 October."
