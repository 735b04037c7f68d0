"""The fixed words, and the layout as data."""

from dataclasses import replace

import pytest

from bot.answering.answers import (
    Answer,
    Citation,
    Disagreement,
    DisagreementKind,
    Outcome,
    Relation,
    Source,
    Version,
)
from bot.presentation.blocks import SourceBlock, heading_of, page_of
from index.articles import ArticleDetails, number_paragraphs
from tests.bot.presentation.story import Story


@pytest.mark.parametrize(
    ("kind", "on", "heading"),
    [
        ("disputed", "date", "The sources disagree on the date."),
        ("disputed", "start date", "The sources disagree on the start date."),
        ("disputed", "number", "The sources disagree on the number."),
        ("disputed", "money", "The sources disagree on the amount."),
        ("disputed", "text", "The sources disagree."),
        ("disputed", "yes/no", "The sources disagree."),
        ("updated", "date", "Later reports differ from earlier ones on the date."),
        ("within_article", "place", "One source disagrees with itself on the place."),
    ],
)
def test_a_dispute_is_named_by_its_subject(disputed: Answer, kind: str, on: str, heading: str) -> None:
    """The heading says what is in dispute and takes no side; a subject without a plain name is not named."""
    disagreement = Disagreement(DisagreementKind(kind), on, ((0, 1),), "", ())
    assert heading_of(replace(disputed, disagreement=disagreement)) == heading


@pytest.mark.parametrize(
    ("outcome", "relation", "heading"),
    [
        (Outcome.ANSWERED, Relation.COMPLEMENTARY, "The sources give several answers, which may all hold."),
        (Outcome.ANSWERED, Relation.DIFFERENT_THINGS, "The sources speak of different things."),
        (Outcome.ANSWERED, Relation.ONE, "The sources say:"),
        (Outcome.NOT_IN_SOURCES, None, "The sources do not say."),
        (Outcome.SMALL_TALK, None, "Ask about the story: the answer is what its sources say, word for word."),
        (
            Outcome.UNSUPPORTED_LANGUAGE,
            None,
            "Ask in English: questions in other languages cannot be read yet.",
        ),
    ],
)
def test_every_outcome_has_one_fixed_sentence(
    agreed: Answer, outcome: Outcome, relation: Relation | None, heading: str
) -> None:
    """The words are the same every time, and say nothing of the story."""
    assert heading_of(replace(agreed, outcome=outcome, relation=relation)) == heading


def test_a_single_article_is_not_called_the_sources(agreed: Answer) -> None:
    """Where only one article speaks, the heading does not sound as if more did."""
    version = replace(agreed.versions[0], quotes=agreed.versions[0].quotes[:1], independent_sources=1)
    assert heading_of(replace(agreed, versions=(version,))) == "One source says:"
    several = replace(agreed, versions=(version, version), relation=Relation.COMPLEMENTARY)
    assert heading_of(several) == "One source gives several answers, which may all hold."


@pytest.mark.parametrize(
    ("independent", "reports"), [(2, "2 reports"), (1, "1 report, in 2 articles"), (3, "3 reports")]
)
def test_copies_of_a_report_are_not_counted_as_reports(
    agreed: Answer, independent: int, reports: str
) -> None:
    """Two articles with the same report are one report, and the count says where it stands."""
    version = replace(agreed.versions[0], independent_sources=independent)
    assert page_of(replace(agreed, versions=(version,))).versions[0].reports == reports


def test_a_source_is_listed_once_with_all_that_it_says_of_itself(story: Story, agreed: Answer) -> None:
    """Two cited paragraphs of one article share an entry; what the article does not give is left out."""
    citations = (
        Citation(1, story.outlet, 2),
        Citation(2, story.dateline, 1),
        Citation(3, story.outlet, 3),
    )
    assert page_of(replace(agreed, citations=citations)).sources == (
        SourceBlock(
            "[1] [3]",
            "Japanese defence minister to hold talks in Washington on alliance deterrence",
            "Caliber.Az · Vafa Guliyeva",
            "caliber-az",
            (2, 3),
        ),
        SourceBlock("[2]", "Washington, January 12, 2024", "", "washington-dateline", (1,)),
    )


def test_an_article_without_details_is_named_by_its_file(agreed: Answer) -> None:
    """The label is never empty, and the published date is written as a date."""
    bare = Citation(1, Source("notes", ArticleDetails()), 1)
    dated = Citation(2, Source("wire", ArticleDetails.model_validate({"published": "2024-01-12"})), 1)
    page = page_of(replace(agreed, versions=(), citations=(bare, dated)))
    assert [(source.label, source.details) for source in page.sources] == [
        ("notes", ""),
        ("wire", "2024-01-12"),
    ]


def test_at_most_three_related_passages_are_shown(not_said: Answer) -> None:
    """What is related is a hint, not a list of results."""
    assert [quote.citation for quote in page_of(not_said).related] == [
        "Caliber.Az · ¶ 3",
        "Washington, January 12, 2024 · ¶ 3",
        "Caliber.Az · ¶ 1",
    ]


def test_further_quotes_of_a_version_are_cited_without_being_shown(story: Story, agreed: Answer) -> None:
    """A version that many articles share does not bury the other one; none of them goes unnamed."""
    quotes, citations = [], []
    for number in range(1, 6):
        paragraph = number_paragraphs(f"wire-{number}", ["They meet on January 18."])[0]
        quotes.append(story.quote(paragraph, "They", "18.", "January 18", number))
        citations.append(Citation(number, Source(f"wire-{number}", ArticleDetails()), 1))
    version = Version("date", "2024-01-18", None, tuple(quotes), 5)
    (block,) = page_of(replace(agreed, versions=(version,), citations=tuple(citations))).versions
    assert [quote.citation for quote in block.quotes] == [
        "[1] wire-1 · ¶ 1",
        "[2] wire-2 · ¶ 1",
        "[3] wire-3 · ¶ 1",
    ]
    assert block.further == ("[4] wire-4 · ¶ 1", "[5] wire-5 · ¶ 1")


def test_why_names_values_rule_and_remarks(disputed: Answer) -> None:
    """The reasons are the values as they were read, the rule that told them apart, and the remarks."""
    assert page_of(disputed).why == ()
    assert page_of(disputed, why=True).why == (
        "“Thursday, January 18” is read as 2024-01-18 (dateline)",
        "“January 15” is read as XXXX-01-15",
        "The day differs: 2024-01-18 · XXXX-01-15",
        "The reader’s certainty, of 1: 0.97 · 0.81",
        "washington-dateline: The length does not fit the dates: weeklong · P4D",
    )


def test_why_says_so_where_there_is_no_reason(not_said: Answer) -> None:
    """Who asks for reasons gets an answer even where there are none."""
    assert page_of(not_said, why=True).why == ("Nothing had to be weighed.",)
