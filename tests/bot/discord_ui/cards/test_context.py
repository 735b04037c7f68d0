"""A quote in its context."""

import pytest
from hypothesis import given, settings

from bot.answering.answers import Answer, Source
from bot.discord_ui.cards.context import Cited, cited_at, context_card
from bot.discord_ui.cards.marking import Mark
from bot.discord_ui.cards.presses import Place, Press, QuotePlace, RelatedPlace, Screen
from bot.discord_ui.cards.sources import article_card
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.words.language import Language
from index.articles import ArticleDetails, Paragraph, number_paragraphs
from tests.bot.discord_ui.cards.hostile import Told, answers
from tests.bot.discord_ui.cards.judging import assert_harmless, assert_taken, nodes, pressed, seen
from tests.bot.presentation.story import Story
from tests.discord_preview.markdown import shown


def press_at(place: Place) -> Press:
    return Press(12, Screen.CONTEXT, Language.ENGLISH, place=place)


def pages(press: Press, cited: Cited, paragraphs: tuple[Paragraph, ...]) -> list[Card]:
    first = context_card(press, cited, paragraphs, 0)
    return [first, *(context_card(press, cited, paragraphs, page) for page in range(1, first.pages))]


def test_the_paragraph_stands_between_its_neighbours_with_the_quote_marked(
    disputed: Answer, story: Story
) -> None:
    """The quote is bold, what answers is underlined; the neighbours are in small print, further ones away."""
    place = QuotePlace(1, 0)
    cited = cited_at(disputed, place)
    assert cited is not None
    card = context_card(press_at(place), cited, story.caliber)
    texts = [text.markdown for text in card.texts()]
    assert texts[0] == (
        "### Japanese defence minister to hold talks in Washington on alliance deterrence\n"
        "-# **Caliber.Az** · Vafa Guliyeva"
    )
    assert texts[1] == f"-# ¶\u00a01\n-# {story.caliber[0].text}"
    assert texts[2].startswith("-# ¶\u00a02\nKoizumi told reporters")
    assert "military officials. **He is slated to deliver" in texts[2]
    assert texts[2].endswith("on __January 15__, Caliber.Az reports, citing Japanese media.**")
    assert texts[3].startswith("-# ¶\u00a03\n-# Koizumi is scheduled to return")
    assert len(texts) == 4
    assert list(card.buttons()) == []


def test_a_related_passage_has_a_context_without_marks(not_said: Answer, story: Story) -> None:
    """Nothing in it answers, so nothing in it is marked."""
    cited = cited_at(not_said, RelatedPlace(1))
    assert cited is not None
    card = context_card(press_at(RelatedPlace(1)), cited, story.washington)
    assert {node.kind for node in nodes(card)} <= {"document", "heading", "small", "line", "text"}
    assert [text.markdown for text in card.texts()][2] == f"-# ¶\u00a03\n\\{story.washington[2].text}"


@pytest.mark.parametrize("place", [QuotePlace(2, 0), QuotePlace(0, 1), RelatedPlace(0), None])
def test_a_place_that_the_answer_does_not_have_is_none(disputed: Answer, place: Place | None) -> None:
    """A button that somebody made up leads nowhere."""
    assert cited_at(disputed, place) is None


@settings(max_examples=25, deadline=None)
@given(answers())
def test_every_word_of_any_paragraph_can_be_read(told: Told) -> None:
    """Over all pages the paragraphs read as in the article, whatever they hold; no page breaks a limit."""
    for version, versions in enumerate(told.answer.versions[:2]):
        for number in range(len(versions.quotes[:2])):
            place = QuotePlace(version, number)
            cited = cited_at(told.answer, place)
            assert cited is not None
            article = told.paragraphs[cited.paragraph.article_id]
            read = ""  # blanks that fill a page by themselves are left out
            for card in pages(press_at(place), cited, article):
                assert_taken(card)
                assert_harmless(card, told.sources)
                for text in [text.markdown for text in card.texts()][1:]:
                    head, newline, body = text.rpartition("\n")
                    read += seen(body.removeprefix("-# "))
                    assert newline == "" or seen(head).startswith("¶\u00a0")
            near = [one.text for one in article if abs(one.number - cited.paragraph.number) <= 1]
            assert read.split() == "".join(near).split()


def test_a_long_paragraph_opens_where_the_words_stand_that_answer() -> None:
    """Nobody has to turn five pages to see what was quoted; and all pages can be turned to."""
    text = "start " * 1500 + "here it is" + " end" * 1500
    paragraph = number_paragraphs("long", [text])[0]
    marked = text.index("here it is")
    cited = Cited(
        Source("long", ArticleDetails()),
        paragraph,
        (Mark((0, len(text)), "**"), Mark((marked, marked + 10), "__")),
    )
    press = press_at(QuotePlace(0, 0))
    opened = context_card(press, cited, (paragraph,))
    assert opened.page == 5
    assert [shown(node) for node in nodes(opened) if node.kind == "underline"] == ["here it is"]
    assert [
        (pressed(button).page, pressed(button).turning, pressed(button).place) for button in opened.buttons()
    ] == [
        (4, True, QuotePlace(0, 0)),
        (5, True, QuotePlace(0, 0)),
        (6, True, QuotePlace(0, 0)),
    ]


def test_blanks_fill_no_page() -> None:
    """Discord takes no text without a visible character, so a desert of blanks is passed over."""
    paragraph = number_paragraphs("gap", ["one" + " " * 9000 + "two"])[0]
    cards = pages(press_at(RelatedPlace(0)), Cited(Source("gap", ArticleDetails()), paragraph), (paragraph,))
    for card in cards:
        assert_taken(card)
    seen_words = [seen(text.markdown).split() for card in cards for text in card.texts()]
    assert seen_words == [["gap"], ["¶", "1", "one"], ["two"]]


def test_an_article_is_read_from_its_first_paragraph_to_its_last() -> None:
    """Many short paragraphs turn the page as well as long ones."""
    paragraphs = number_paragraphs("list", [f"Point {number}." for number in range(1, 91)])
    source = Source("list", ArticleDetails())
    press = Press(3, Screen.ARTICLE, Language.ENGLISH)
    first = article_card(press, source, paragraphs)
    cards = [first, *(article_card(press, source, paragraphs, page) for page in range(1, first.pages))]
    assert [len(list(card.texts())) - 1 for card in cards] == [34, 34, 22]
    assert [text.markdown for text in cards[2].texts()][-1] == "-# ¶\u00a090\nPoint 90."
    for card in cards:
        assert_taken(card)
