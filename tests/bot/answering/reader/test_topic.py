"""An article that says hardly a word of a question does not answer it, whatever a model points at."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.protocol import Excerpt
from bot.answering.reader.topic import off_topic
from index.articles import Article, ArticleDetails, Paragraph
from index.retrieval.passages import Passage

_TEXT = "The ferry sank off Karsund. A German coast guard boat began to search at noon."


def _excerpt(text: str, title: str | None = None) -> Excerpt:
    paragraph = Paragraph("id", "a", 1, text)
    return Excerpt(
        Passage(paragraph, 1.0, 1), Article("a", ArticleDetails(title=title), text, "v", (paragraph,))
    )


@pytest.mark.parametrize(
    ("question", "lost"),
    [
        ("What is the currency of Iceland?", 3.0),
        ("Which rocket carried the ferry of Iceland?", 3.0 * (1 - 0.25 / 0.45)),
        ("When did the ferry leave?", 0.0),
        ("When did the search start in Germany?", 0.0),
        ("When did the Karsoond ferry leave Oslo?", 0.0),
    ],
)
def test_the_fewer_words_an_article_says_the_more_it_loses(question: str, lost: float) -> None:
    """All of it where none are said; other spellings, countries' adjectives and near words count; half are enough."""
    assert off_topic(analyse(question), [_excerpt(_TEXT)]) == [pytest.approx(lost)]


def test_a_title_speaks_for_its_article() -> None:
    """Paragraphs rarely say again what they are about."""
    question = analyse("Which crown is paid in Iceland?")
    texts = [_excerpt("It rained.", "Iceland pays in new crowns"), _excerpt("It rained.")]
    assert off_topic(question, texts) == [0.0, 3.0]


def test_one_word_tells_nothing() -> None:
    """That somebody won is said as "the cup went to" him."""
    assert off_topic(analyse("Who won?"), [_excerpt(_TEXT)]) == [0.0]


def test_a_proposed_value_counts_as_said() -> None:
    """The words of a yes/no question are all of them, its date too."""
    assert off_topic(analyse("Did it rain on May 3?"), [_excerpt("May 3 was wet.")]) == [0.0]
