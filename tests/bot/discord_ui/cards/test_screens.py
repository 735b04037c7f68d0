"""The lists: sources, the corpus, reasons; and notices."""

from dataclasses import replace

from hypothesis import given, settings

from bot.answering.answers import Answer, Citation, Disagreement, DisagreementKind, Source
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.cards.presses import Press, Screen
from bot.discord_ui.cards.reasons import reasons_card
from bot.discord_ui.cards.sources import corpus_card, sources_card
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.words.language import Language
from index.articles import ArticleDetails
from tests.bot.discord_ui.cards.hostile import Told, answers
from tests.bot.discord_ui.cards.judging import assert_harmless, assert_taken
from tests.bot.presentation.story import Story

PRESS = Press(12, Screen.SOURCES, Language.ENGLISH)
IN_JAPANESE = Press(12, Screen.REASONS, Language.JAPANESE)


def markdown_of(card: Card) -> list[str]:
    return [text.markdown for text in card.texts()]


def test_a_source_is_listed_once_with_all_that_it_says_of_itself(agreed: Answer, story: Story) -> None:
    """Its numbers and paragraphs together; an address that cannot be a link is shown as text."""
    details = story.outlet.details.model_copy(update={"url": "ftp://w.example/x_y"})
    outlet = Source("caliber-az", details, "Baku, January 11")
    citations = (Citation(1, outlet, 2), agreed.citations[0], Citation(3, outlet, 3))
    assert markdown_of(sources_card(PRESS, replace(agreed, citations=citations))) == [
        "### Sources",
        (
            "\\[1\\] \\[3\\] **Japanese defence minister to hold talks in Washington on alliance deterrence**\n"
            "-# **Caliber.Az** · Vafa Guliyeva · Baku, January 11 · ftp\\://w.example/x\\_y · ¶\u00a02, 3"
        ),
        "\\[1\\] **Washington, January 12, 2024**\n-# ¶\u00a01",
    ]


def test_the_corpus_is_listed_page_by_page() -> None:
    """Twelve articles a page, each with its length; an empty corpus says so."""
    corpus = [(Source(f"wire-{number:02}", ArticleDetails()), number) for number in range(1, 26)]
    card = corpus_card(Press(0, Screen.CORPUS, Language.ENGLISH), corpus, 2)
    assert (card.page, card.pages) == (2, 3)
    assert markdown_of(card) == ["### Sources\n-# 25 articles", "**wire-25**\n-# 25 paragraphs"]
    first = corpus_card(Press(0, Screen.CORPUS, Language.JAPANESE), corpus)
    assert markdown_of(first)[:2] == ["### 出典\n-# 記事25本", "**wire-01**\n-# 1段落"]
    assert markdown_of(corpus_card(PRESS, [])) == ["### There are no articles yet."]


def test_reasons_are_those_of_the_terminal(disputed: Answer) -> None:
    """Values as they were read, the rule, how sure the reader was, the remarks, and what X means in a date."""
    assert markdown_of(reasons_card(PRESS, disputed)) == [
        "### Why",
        "- “Thursday, January 18” is read as 2024-01-18 (dateline)",
        "- “January 15” is read as XXXX-01-15",
        "- The day differs\\: 2024-01-18 · XXXX-01-15",
        "- The reader’s certainty, of 1\\: 0.97 · 0.81",
        "- washington-dateline\\: The length does not fit the dates\\: weeklong · P4D",
        "-# X stands for what an article does not state, such as the year.",
    ]


def test_reasons_are_given_in_japanese(disputed: Answer) -> None:
    """The program's own words are translated, an article's are not."""
    rule = Disagreement(
        DisagreementKind.DISPUTED, "date", ((0, 1),), "the dates differ in the day", ("a", "b")
    )
    assert markdown_of(reasons_card(IN_JAPANESE, replace(disputed, disagreement=rule, notes=())))[:4] == [
        "### 理由",
        "- “Thursday, January 18” を 2024-01-18 と読み取りました（記事の発信日による）",
        "- “January 15” を XXXX-01-15 と読み取りました",
        "- 日付の「日」が異なります\\: a · b",
    ]


def test_an_answer_without_reasons_says_so(agreed: Answer) -> None:
    """The screen is never empty."""
    plain = replace(agreed, versions=(replace(agreed.versions[0], value=None),))
    assert markdown_of(reasons_card(PRESS, plain)) == ["### Why", "- Nothing had to be weighed."]


def test_a_notice_is_a_few_words_in_a_box() -> None:
    """With a title or without."""
    assert markdown_of(notice_card("Wait.")) == ["Wait."]
    assert markdown_of(notice_card("Wait.", title="Queue")) == ["### Queue\nWait."]


@settings(max_examples=25, deadline=None)
@given(answers())
def test_lists_of_any_answer_fit_on_every_page(told: Told) -> None:
    """Whatever articles call themselves and values hold, limits are kept and nothing acts."""
    corpus = [(citation.source, 3) for citation in told.answer.citations]
    for page in range(4):
        for card in (
            sources_card(PRESS, told.answer, page),
            reasons_card(PRESS, told.answer, page),
            corpus_card(PRESS, corpus, page),
        ):
            assert_taken(card)
            assert_harmless(card, told.sources)
