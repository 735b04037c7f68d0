"""Whom words mean that answer "who" without a name."""

from dataclasses import replace

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.protocol import Reading, SpanCandidate
from bot.answering.whom_meant import with_whom_meant
from index.articles import Article, ArticleDetails, Paragraph
from index.retrieval.passages import Passage

WHO = "Who gave the order?"
INTERVIEW = (
    "Thomas Adair has led the brigade for ten years.",
    "**Were you there?**",
    "I was.",
    "**Who gave the order?**",
    "I gave the order.",
    "**Were you afraid?**",
    "No.",
)


def _article(name: str, title: str | None, *texts: str) -> Article:
    paragraphs = tuple(Paragraph(f"{name}{n}", name, n, text) for n, text in enumerate(texts, start=1))
    return Article(name, ArticleDetails(title=title), "\n".join(texts), "v", paragraphs)


def _meant(question: str, words: str, *articles: Article, number: int = 1, score: float = 0.9) -> str | None:
    """Return whom *words* mean in a paragraph of the first of *articles*."""
    readings = []
    for article in articles:
        paragraph = article.paragraphs[number - 1 if article is articles[0] else 0]
        passage = Passage(paragraph, 1.0, 1)
        start = paragraph.text.find(words)
        spans = (SpanCandidate(passage, start, start + len(words), score),) if start >= 0 else ()
        readings.append(Reading(passage, spans, 0.5, 0.5))
    by_name = {article.id: article for article in articles}
    found = with_whom_meant(analyse(question), readings, by_name.__getitem__)
    return found[0].spans[0].meant


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Sgt Neil Abara saw the lights. It was he who shut it.", "he", "Neil Abara"),
        ("Neil Abara met Ana Lind. It was he who shut it.", "he", None),
        ("It was he who shut it.", "he", None),
        ("“I gave the order,” said Ana Lind.", "I", "Ana Lind"),
        ("“I gave the order,” Ana Lind told Neil Abara.", "I", None),
        ("Neil Abara shut the bridge.", "Neil Abara", None),
    ],
)
def test_a_pronoun_means_the_only_one_who_can_be_meant(text: str, words: str, expected: str | None) -> None:
    """Where two are named nobody is: a wrong name would set two answers against each other."""
    assert _meant(WHO, words, _article("a", None, text)) == expected


def test_who_is_interviewed_says_i() -> None:
    """By the title, or by the first paragraph where the title names nobody."""
    assert _meant(WHO, "I", _article("a", None, *INTERVIEW), number=5) == "Thomas Adair"
    assert _meant(WHO, "I", _article("a", "Ana Lind on the fire", *INTERVIEW), number=5) == "Ana Lind"
    assert _meant(WHO, "I", _article("a", None, INTERVIEW[0], "I gave the order."), number=2) is None


def test_a_description_means_whom_the_articles_call_so() -> None:
    """In person or not, the Mayor is Corinne Delahaye where another article names her mayor."""
    statement = _article("a", None, "The order was given by the Mayor in person.")
    report = _article("b", None, "Mayor Corinne Delahaye was abroad. Her deputy is Hugo Penhale.")
    assert _meant(WHO, "the Mayor in person", statement, report) == "Delahaye"
    assert _meant(WHO, "the Mayor in person", statement) is None


def test_only_questions_for_a_person_ask() -> None:
    """And only of words that may count: the rest is not worth the looking."""
    article = _article("a", None, "Neil Abara saw the lights on Monday. It was he who shut it.")
    assert _meant("When did he shut it?", "he", article) is None
    assert _meant(WHO, "he", article, score=0.01) is None
    assert _meant(WHO, "he", replace(article, id="a")) == "Neil Abara"
