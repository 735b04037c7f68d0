"""Answers on a terminal and in plain text."""

from dataclasses import replace

import pytest
from rich.cells import cell_len

from bot.answering.answers import Answer, Citation, Outcome, Quote, Relation, Source, Version
from bot.presentation.blocks import page_of
from bot.presentation.terminal import PageLayout, plain
from index.articles import ArticleDetails, number_paragraphs


def text_of(answer: Answer, width: int, *, why: bool = False) -> str:
    return plain(PageLayout(width, styled=False).lines(page_of(answer, why=why)))


def answer_with(*texts: str, highlight: str) -> Answer:
    """One version for each text, each in an article of its own."""
    versions, citations = [], []
    for number, text in enumerate(texts, start=1):
        paragraph = number_paragraphs(f"wire-{number}", [text])[0]
        start = text.index(highlight)
        quote = Quote(paragraph, 0, len(text), ((start, start + len(highlight)),), number)
        versions.append(Version("text", None, None, (quote,), 1))
        citations.append(Citation(number, Source(f"wire-{number}", ArticleDetails()), 1))
    return Answer(
        "?", Outcome.ANSWERED, "0f3a", Relation.COMPLEMENTARY, tuple(versions), citations=tuple(citations)
    )


def test_two_versions_stand_side_by_side(disputed: Answer) -> None:
    """Equal columns, the same parts on the same lines, every quote cited, no version before the other."""
    assert text_of(disputed, 100) == (
        """
  The sources disagree on the date.

  Thursday, January 18                               January 15
  1 report                                           1 report
  … “with a key meeting scheduled with U.S.          … “where he will meet with US Secretary of
  Defense Secretary Pete Hegseth in Washington on    Defense Pete Hegseth on **January 15**,
  **Thursday, January 18**.”                         Caliber.Az reports, citing Japanese media.”
  [1] Washington, January 12, 2024 · ¶ 1             [2] Caliber.Az · ¶ 2

  Sources
  [1] Washington, January 12, 2024
      crosscite show washington-dateline 1
  [2] Japanese defence minister to hold talks in Washington on alliance deterrence
      Caliber.Az · Vafa Guliyeva
      crosscite show caliber-az 2

"""
    )


def test_a_narrow_terminal_stacks_the_versions(disputed: Answer) -> None:
    """Below two columns of 34 cells the versions follow each other, each still whole."""
    assert text_of(disputed, 60, why=True) == (
        """
  The sources disagree on the date.

  Thursday, January 18
  1 report
  … “with a key meeting scheduled with U.S. Defense
  Secretary Pete Hegseth in Washington on **Thursday,
  January 18**.”
  [1] Washington, January 12, 2024 · ¶ 1

  January 15
  1 report
  … “where he will meet with US Secretary of Defense Pete
  Hegseth on **January 15**, Caliber.Az reports, citing
  Japanese media.”
  [2] Caliber.Az · ¶ 2

  Why
  “Thursday, January 18” is read as 2024-01-18 (dateline)
  “January 15” is read as XXXX-01-15
  The day differs: 2024-01-18 · XXXX-01-15
  The reader’s certainty, of 1: 0.97 · 0.81
  washington-dateline: The length does not fit the dates:
  weeklong · P4D

  Sources
  [1] Washington, January 12, 2024
      crosscite show washington-dateline 1
  [2] Japanese defence minister to hold talks in Washington
      on alliance deterrence
      Caliber.Az · Vafa Guliyeva
      crosscite show caliber-az 2

"""
    )


def test_one_version_shows_all_its_quotes(agreed: Answer) -> None:
    """Sources that agree share one heading, their quotes below each other."""
    assert text_of(agreed, 80) == (
        """
  The sources say:

  January 18
  2 reports
  … “Japan’s Defense Minister Shinjiro Koizumi will visit the United
  States from Monday, January 15, through **January 18**” …
  [1] Washington, January 12, 2024 · ¶ 1

  “Koizumi is scheduled to return to Japan on **January 18**” …
  [2] Caliber.Az · ¶ 3

  Sources
  [1] Washington, January 12, 2024
      crosscite show washington-dateline 1
  [2] Japanese defence minister to hold talks in Washington on alliance
      deterrence
      Caliber.Az · Vafa Guliyeva
      crosscite show caliber-az 3

"""
    )


def test_what_the_sources_do_not_say(not_said: Answer) -> None:
    """Related passages are called what they are, and none of them is marked as an answer."""
    assert text_of(not_said, 80) == (
        """
  The sources do not say.

  Related, but not an answer:

  “Koizumi is scheduled to return to Japan on January 18, concluding a
  trip aimed at cementing defence collaboration with the United States
  at a critical” …
  Caliber.Az · ¶ 3
  crosscite show caliber-az 3

  “- Koizumi will meet with U.S. Defense Secretary Pete Hegseth to
  discuss regional security.”
  Washington, January 12, 2024 · ¶ 3
  crosscite show washington-dateline 3

  “Japanese defence minister to hold talks in Washington on alliance
  deterrence”
  Caliber.Az · ¶ 1
  crosscite show caliber-az 1

"""
    )


def test_three_versions_wrap_into_rows() -> None:
    """What does not fit beside the others begins a new row in the same columns."""
    answer = answer_with("It is red now.", "It was red, then.", "They call it red.", highlight="red")
    assert text_of(answer, 80).split("\n  Sources\n")[0] == (
        """
  The sources give several answers, which may all hold.

  red                                      red
  1 report                                 1 report
  “It is **red** now.”                     “It was **red**, then.”
  [1] wire-1 · ¶ 1                         [2] wire-2 · ¶ 1

  red
  1 report
  “They call it **red**.”
  [3] wire-3 · ¶ 1
"""
    )


def test_wide_letters_keep_the_columns_apart() -> None:
    """Columns are measured in cells: a letter that is two cells wide counts as two."""
    answer = answer_with(
        "会談は一月十五日に行われる。", "It is 一月十五日 👩‍🔬 in שלום.", highlight="一月十五日"
    )
    lines = text_of(answer, 80).splitlines()
    quotes = lines[5]
    assert quotes == "  “会談は**一月十五日**に行われる。”       “It is **一月十五日** 👩‍🔬 in שלום.”"
    assert cell_len(quotes[: quotes.index("“It")]) == 2 + 37 + 4


def test_an_article_cannot_steer_the_terminal() -> None:
    """Escape sequences in title, quote and label are shown as text and cannot act."""
    answer = answer_with("It is \x1b[31mred\x1b[0m now.", highlight="\x1b[31mred")
    hostile = Source("wire-1", ArticleDetails(publisher="Wire\x07", title="A \x1b]0;title\x07"))
    shown = text_of(replace(answer, citations=(Citation(1, hostile, 1),)), 80)
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert shown.splitlines()[3:7] == [
        r"  \u{1b}[31mred",
        "  1 report",
        r"  “It is **\u{1b}[31mred**\u{1b}[0m now.”",
        r"  [1] Wire\u{7} · ¶ 1",
    ]


def test_brackets_in_an_article_are_text() -> None:
    """What looks like a style of the terminal library is printed as it stands."""
    answer = answer_with("It is [bold]red[/bold] now.", highlight="[bold]red[/bold]")
    assert "“It is **[bold]red[/bold]** now.”" in text_of(answer, 80)


def test_a_text_with_asterisks_is_marked_with_something_else() -> None:
    """One mark serves the whole page, and it is none that a quote shown on it holds."""
    shown = text_of(answer_with("It is **red** now.", "Red is red.", highlight="red"), 80)
    assert "“It is **__red__** now.”" in shown
    assert "“Red is __red__.”" in shown


def test_style_repeats_what_position_says(disputed: Answer) -> None:
    """On a terminal the highlight is bold and underlined instead of marked; nothing depends on a colour."""
    lines = PageLayout(100, styled=True).lines(page_of(disputed))
    assert "**" not in plain(lines)
    highlights = [
        line.plain[span.start : span.end]
        for line in lines
        for span in line.spans
        if span.style == "bold underline"
    ]
    assert highlights == ["January 15", "Thursday, January 18"]


@pytest.mark.parametrize("width", [1, 20, 33, 60, 77, 78, 100, 140, 300])
def test_no_line_is_wider_than_the_terminal(disputed: Answer, not_said: Answer, width: int) -> None:
    """At every width that leaves room for the indent, lines fit and end without blanks."""
    for answer in (disputed, not_said):
        for line in text_of(answer, max(width, 12), why=True).splitlines():
            assert cell_len(line) <= max(width, 12)
            assert line == line.rstrip()


@pytest.mark.parametrize("width", [40, 80, 120])
def test_wrapping_loses_no_letter(disputed: Answer, width: int) -> None:
    """Apart from blanks at line ends, a stacked quote is what was laid out."""
    shown = "".join(text_of(replace(disputed, versions=disputed.versions[:1]), width).split())
    assert (
        "…“withakeymeetingscheduledwithU.S.DefenseSecretaryPeteHegsethinWashingtonon**Thursday,January18**.”"
        in shown
    )


def test_the_hint_finds_the_same_index_and_can_be_pasted(not_said: Answer) -> None:
    """What the shell would take apart is quoted; the index that was asked is the index that is shown."""
    layout = PageLayout(80, styled=False, show_options=" --index 'my index'")
    shown = plain(layout.lines(page_of(not_said)))
    assert "  crosscite show caliber-az 3 --index 'my index'\n" in shown
