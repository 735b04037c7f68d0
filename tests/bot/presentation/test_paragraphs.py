"""A paragraph in its context."""

from bot.answering.answers import Source
from bot.presentation.paragraphs import Passage, paragraph_lines
from bot.presentation.terminal import plain
from index.articles import Article, ArticleDetails, number_paragraphs
from tests.bot.presentation.story import Story


def passage(story: Story, number: int, quoted: tuple[int, int] | None = None) -> Passage:
    article = Article("caliber-az", story.outlet.details, "", "", story.caliber)
    return Passage(article, story.outlet, number, quoted)


def test_the_paragraph_stands_between_its_neighbours(story: Story) -> None:
    """The paragraph asked for is pointed at, its quote marked, its neighbours shown around it."""
    start = story.caliber[2].text.index("Japan")
    shown = plain(paragraph_lines(passage(story, 3, (start, start + 5)), 72, styled=False))
    assert shown == (
        """
  Japanese defence minister to hold talks in Washington on alliance
  deterrence
  Caliber.Az · Vafa Guliyeva

    ¶ 2  Koizumi told reporters at a regular press conference that his
         trip, running from January 12 to January 18, will include a
         series of high-level engagements with US defence and military
         officials. He is slated to deliver a keynote speech at the
         Honolulu Defence Forum in Hawaii on January 12, before
         proceeding to Los Angeles and then Washington, DC, where he
         will meet with US Secretary of Defense Pete Hegseth on January
         15, Caliber.Az reports, citing Japanese media.

  > ¶ 3  Koizumi is scheduled to return to **Japan** on January 18,
         concluding a trip aimed at cementing defence collaboration with
         the United States at a critical geopolitical juncture.

"""
    )


def test_the_first_paragraph_has_one_neighbour(story: Story) -> None:
    """At the edge of an article nothing is made up to stand there; without a quote nothing is marked."""
    shown = plain(paragraph_lines(passage(story, 1), 100, styled=False))
    assert [line[2:6] for line in shown.splitlines() if "¶" in line[:7]] == ["> ¶ ", "  ¶ "]
    assert "**" not in shown


def test_on_a_terminal_neighbours_are_dimmed(story: Story) -> None:
    """What was asked for stands out without any letter added to it."""
    lines = paragraph_lines(passage(story, 1, (0, 8)), 100, styled=True)
    bold = [
        line.plain[span.start : span.end] for line in lines for span in line.spans if span.style == "bold"
    ]
    assert bold == [
        "Japanese defence minister to hold talks in Washington on alliance deterrence",
        "Japanese",
    ]
    dimmed = [line for line in lines if any(span.style == "dim" for span in line.spans)]
    assert plain(dimmed).startswith("  Caliber.Az · Vafa Guliyeva\n    ¶ 2  Koizumi told")


def test_control_characters_are_shown_and_cannot_act() -> None:
    """An article's own escapes are text here too."""
    paragraphs = number_paragraphs("wire", ["It is \x1b[31mred."])
    article = Article("wire", ArticleDetails(), "", "", paragraphs)
    shown = plain(paragraph_lines(Passage(article, Source("wire", article.details), 1), 60, styled=False))
    assert shown == "\n  wire\n\n  > ¶ 1  It is \\u{1b}[31mred.\n\n"
