"""The card of an answer, on every page."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from bot.answering.answers import Answer, Citation, Outcome, Quote, Relation, Source, Version
from bot.discord_ui.cards.answers import answer_card
from bot.discord_ui.cards.presses import QuotePlace, RelatedPlace, Screen
from bot.discord_ui.cards.tree import Box, Card, Text
from bot.discord_ui.words.language import Language
from index.articles import ArticleDetails, number_paragraphs
from tests.bot.discord_ui.cards.hostile import Told, answers, rolled
from tests.bot.discord_ui.cards.judging import assert_harmless, assert_taken, bold, pressed, seen
from tests.bot.presentation.story import Story

ENGLISH, JAPANESE = Language.ENGLISH, Language.JAPANESE


def pages(answer: Answer, language: Language = ENGLISH) -> list[Card]:
    first = answer_card(answer, 12, language)
    return [first, *(answer_card(answer, 12, language, page) for page in range(1, first.pages))]


def quotes_on(card: Card) -> dict[QuotePlace, str]:
    """Return the Markdown of every quote on a card, by its place, in the order of the buttons."""
    found: dict[QuotePlace, str] = {}
    for box in card.parts:
        if not isinstance(box, Box):
            continue
        texts = [part.markdown for part in box.parts if isinstance(part, Text)][1:]
        places = [pressed(button).place for button in Card((box,)).buttons()]
        found |= {
            place: text for place, text in zip(places, texts, strict=True) if isinstance(place, QuotePlace)
        }
    return found


def words_of(markdown: str) -> str:
    """Return what stands between the quotation marks."""
    line = seen(markdown.partition("\n")[0])
    return line[line.index("“") + 1 : line.rindex("”")]


@settings(max_examples=40, deadline=None)
@given(answers())
def test_any_answer_fits_and_shows_every_quote(told: Told) -> None:
    """On every page Discord's limits hold, nothing of an article acts, and each quote stands on one page."""
    answer = told.answer
    found: dict[QuotePlace, str] = {}
    cards = pages(answer)
    for page, card in enumerate(cards):
        assert (card.page, card.pages) == (page, len(cards))
        assert_taken(card)
        assert_harmless(card, told.sources)
        on_page = quotes_on(card)
        assert not on_page.keys() & found.keys()
        found |= on_page
    places = {
        QuotePlace(v, q) for v, version in enumerate(answer.versions) for q in range(len(version.quotes))
    }
    assert found.keys() == places
    for place, markdown in found.items():
        quote = answer.versions[place.version].quotes[place.quote]
        assert_verbatim(quote, markdown)


def assert_verbatim(quote: Quote, markdown: str) -> None:
    words = words_of(markdown)
    line = seen(markdown.partition("\n")[0])
    if line.startswith("“") and line.endswith("”"):
        assert words == quote.text
    else:  # cut: marked outside the quotation marks, and so long that it fills its page
        assert words in quote.text
        assert len(markdown) > 1500
        assert line.startswith("…\u00a0“") or line.endswith("”\u00a0…")
    assert all(piece in quote.text for piece in bold(markdown.partition("\n")[0]))


def test_five_thousand_hostile_articles_ping_nobody_and_break_nothing() -> None:
    """Seeded, so that what breaks once can be looked at again."""
    for seed in range(5000):
        told = rolled(seed)
        card = answer_card(told.answer, seed, ENGLISH)
        assert_taken(card)
        assert_harmless(card, told.sources)


def markdown_of(card: Card) -> list[str]:
    return [text.markdown for text in card.texts()]


def labels_of(card: Card) -> list[str]:
    return [button.label for button in card.buttons()]


def test_a_dispute_says_what_on_and_has_a_box_for_each_version(disputed: Answer) -> None:
    """The question, the disagreement, then each version with its words, reports, quote and citation."""
    card = answer_card(disputed, 12, ENGLISH, thread=True)
    assert markdown_of(card) == [
        "-# When will Koizumi meet Hegseth?\n### The sources disagree on the date.",
        "### Thursday, January 18\n-# 1 report",
        (
            "“WASHINGTON, January 12, 2024 – Japan’s Defense Minister Shinjiro Koizumi will visit the United States "
            "from Monday, January 15, through January 18, with a key meeting scheduled with U.S. Defense Secretary "
            "Pete Hegseth in Washington on **Thursday, January 18**.”\n-# \\[1\\] Washington, January 12, 2024 · ¶\u00a01"
        ),
        "### January 15\n-# 1 report",
        (
            "“He is slated to deliver a keynote speech at the Honolulu Defence Forum in Hawaii on January 12, before "
            "proceeding to Los Angeles and then Washington, DC, where he will meet with US Secretary of Defense Pete "
            "Hegseth on **January 15**, Caliber.Az reports, citing Japanese media.”\n-# \\[2\\] **Caliber.Az** · "
            "Japanese defence minister to hold talks in Washington on alliance deterrence · ¶\u00a02"
        ),
        "-# Answer 12",
    ]
    assert labels_of(card) == [
        "In context",
        "In context",
        "All sources",
        "Why?",
        "Report",
        "Continue in a thread",
    ]
    colours = [part.colour for part in card.parts if isinstance(part, Box)]
    assert len(set(colours)) == 2


def test_fixed_words_follow_the_language_and_quotes_do_not(disputed: Answer) -> None:
    """A Japanese member reads the frame in Japanese and the articles as they are."""
    card = answer_card(disputed, 12, JAPANESE)
    english = answer_card(disputed, 12, ENGLISH)
    assert markdown_of(card)[0] == (
        "-# When will Koizumi meet Hegseth?\n### 日付について、記事の内容が食い違っています。"
    )
    assert labels_of(card) == ["前後を読む", "前後を読む", "すべての出典", "理由", "報告する"]
    assert markdown_of(card)[2] == markdown_of(english)[2]


def test_one_version_is_the_same_card_in_one_colour(agreed: Answer) -> None:
    """Where nobody disagrees nothing is alarming; each quote has a button that names its citation."""
    card = answer_card(agreed, 7, ENGLISH)
    assert markdown_of(card)[:2] == [
        "-# When does the trip end?\n### The sources say:",
        "### January 18\n-# 2 reports",
    ]
    assert labels_of(card)[:2] == ["[1] in context", "[2] in context"]
    assert [pressed(button).place for button in card.buttons()][:2] == [QuotePlace(0, 0), QuotePlace(0, 1)]


def test_what_is_not_in_the_sources_is_said_with_what_is_near(not_said: Answer) -> None:
    """Related passages are openings, at most three, each with its place; there is nothing to give reasons for."""
    card = answer_card(not_said, 9, ENGLISH)
    assert markdown_of(card)[:3] == [
        ("-# Who is the prime minister of Japan?\n### The sources do not say.\n-# Noted for the editors."),
        "Related, but not an answer:",
        (
            "“Koizumi is scheduled to return to Japan on January 18, concluding a trip aimed at cementing defence "
            "collaboration with the United States at a critical geopolitical juncture.”\n-# **Caliber.Az** · "
            "Japanese defence minister to hold talks in Washington on alliance deterrence · ¶\u00a03"
        ),
    ]
    assert labels_of(card) == ["In context", "In context", "In context", "Report"]
    assert [pressed(button).place for button in card.buttons()][:3] == [
        RelatedPlace(0),
        RelatedPlace(1),
        RelatedPlace(2),
    ]


@pytest.mark.parametrize(
    ("outcome", "said", "labels"),
    [
        ("small_talk", "Ask about the story: the answer is what its sources say, word for word.", []),
        (
            "unsupported_language",
            "Ask in English: questions in other languages cannot be read yet.",
            ["Report"],
        ),
    ],
)
def test_what_was_not_looked_up_gets_one_sentence(outcome: str, said: str, labels: list[str]) -> None:
    """Small talk has nothing to report; a question taken for another language by mistake has."""
    card = answer_card(Answer("Hm?", Outcome(outcome), "0f3a"), 3, ENGLISH)
    assert markdown_of(card) == [f"-# Hm?\n### {said}", "-# Answer 3"]
    assert labels_of(card) == labels


def test_an_erased_question_leaves_no_trace(disputed: Answer) -> None:
    """Pages of old answers are turned after their question was erased, and then show none."""
    assert markdown_of(answer_card(replace(disputed, question=""), 1, ENGLISH))[0] == (
        "### The sources disagree on the date."
    )


def many(versions: int, quotes: int, relation: Relation, length: int = 1) -> Answer:
    """Build an answer of so many versions with so many quotes each, every quote *length* sentences long."""
    built: list[Version] = []
    citations: list[Citation] = []
    for version in range(versions):
        of_version = []
        for _ in range(quotes):
            number = len(citations) + 1
            text = f"Report {number} says they meet on January {version + 1}." + " It goes on." * (length - 1)
            paragraph = number_paragraphs(f"wire-{number:02}", [text])[0]
            citations.append(Citation(number, Source(paragraph.article_id, ArticleDetails()), 1))
            marked = text.index("January")
            of_version.append(Quote(paragraph, 0, len(text), ((marked, marked + 9),), number))
        built.append(Version("date", f"XXXX-01-{version + 1:02}", None, tuple(of_version), quotes))
    outcome = Outcome.DISPUTED if relation is Relation.RIVAL else Outcome.ANSWERED
    return Answer("When?", outcome, "0f3a", relation, tuple(built), None, tuple(citations))


def test_every_version_speaks_before_any_speaks_twice() -> None:
    """A version that nine reports hold does not push the other one off the first page."""
    answer = many(2, 9, Relation.RIVAL)
    places = [list(quotes_on(card)) for card in pages(answer)]
    assert [(place.version, place.quote) for place in places[0]] == [
        *((0, quote) for quote in range(4)),
        *((1, quote) for quote in range(4)),
    ]
    assert [len(page) for page in places] == [8, 8, 2]
    assert "2 reports" not in markdown_of(pages(answer)[1])[1]
    assert markdown_of(pages(answer)[1])[1] == "### January 1\n-# 9 reports, continued"


def test_rivals_share_a_page_that_others_would_not() -> None:
    """Versions that disagree stand side by side as long as they fit at all; others as long as they read well."""
    rivals = many(4, 1, Relation.RIVAL, length=60)
    others = many(4, 1, Relation.COMPLEMENTARY, length=60)
    assert [len(quotes_on(card)) for card in pages(rivals)] == [4]
    assert [len(quotes_on(card)) for card in pages(others)] == [2, 2]


def test_pages_are_turned_by_buttons_that_say_where_they_lead() -> None:
    """The first page has no page before it, the last none behind; a card keeps its language when turned."""
    first, second, third = pages(many(2, 9, Relation.RIVAL), JAPANESE)
    turning = [button for button in first.buttons() if pressed(button).turning]
    assert [(button.label, button.enabled, pressed(button).page) for button in turning] == [
        ("← 前へ", False, 3),
        ("1 / 3 ページ", False, 0),
        ("次へ →", True, 1),
    ]
    assert {(pressed(button).screen, pressed(button).language) for button in turning} == {
        (Screen.ANSWER, JAPANESE)
    }
    assert [button.enabled for button in second.buttons() if pressed(button).turning] == [True, False, True]
    assert [button.enabled for button in third.buttons() if pressed(button).turning] == [True, False, False]


@pytest.mark.parametrize(("page", "shown_page"), [(0, 0), (2, 2), (3, 2), (9999, 2)])
def test_a_page_that_is_gone_is_the_last_one(page: int, shown_page: int) -> None:
    """An old button may ask for more pages than a newer version of the program makes of the answer."""
    assert answer_card(many(2, 9, Relation.RIVAL), 1, ENGLISH, page).page == shown_page


def test_a_quote_longer_than_a_message_is_cut_at_words_around_what_answers(story: Story) -> None:
    """It keeps the words that answer in bold; the cuts stand outside the quotation marks; the card says so."""
    text = "It begins. " + "word " * 1200 + "they meet on January 18, " + "more " * 1200 + "end."
    paragraph = number_paragraphs("long", [text])[0]
    quote = story.quote(paragraph, "It", "end.", "January 18", 1)
    citation = Citation(1, Source("long", ArticleDetails()), 1)
    version = Version("date", "XXXX-01-18", None, (quote,), 1)
    answer = Answer("When?", Outcome.ANSWERED, "0f3a", Relation.ONE, (version,), None, (citation,))
    card = answer_card(answer, 1, ENGLISH)
    line, cited, cut = markdown_of(card)[2].split("\n")
    assert line.startswith("…\u00a0“word word ")
    assert line.endswith(" more”\u00a0…")
    assert " they meet on **January 18**, more " in line
    assert (cited, cut) == (
        "-# \\[1\\] long · ¶\u00a01",
        "-# The quote is longer than a message; “In context” has all of it.",
    )
    assert 3900 < card.characters <= 4000


def test_an_article_is_linked_and_its_day_is_written_out(disputed: Answer) -> None:
    """The title carries the link; the day of publication follows in the member's language, never as a time."""
    details = ArticleDetails.model_validate(
        {
            "title": "Talks set",
            "publisher": "The Wire",
            "url": "https://w.example/a",
            "published": "2024-01-12",
        }
    )
    citations = (replace(disputed.citations[0], source=Source("wire", details)), disputed.citations[1])
    answer = replace(disputed, citations=citations)
    line = markdown_of(answer_card(answer, 1, ENGLISH))[2].split("\n")[1]
    assert (
        line
        == "-# \\[1\\] **The Wire** · [Talks set](https://w.example/a) · ¶\u00a01 · January\u00a012,\u00a02024"
    )
    assert markdown_of(answer_card(answer, 1, JAPANESE))[2].endswith(" · ¶\u00a01 · 2024年1月12日")
