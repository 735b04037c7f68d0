"""Answers built by hand from paragraphs of the story's two articles."""

import pytest

from bot.answering.answers import (
    Answer,
    Citation,
    Disagreement,
    DisagreementKind,
    Note,
    Outcome,
    RelatedPassage,
    Relation,
    Source,
    Version,
)
from index.articles import ArticleDetails, number_paragraphs
from tests.bot.presentation.story import CALIBER, WASHINGTON, Story


@pytest.fixture
def story() -> Story:
    return Story(
        washington=number_paragraphs("washington-dateline", WASHINGTON),
        caliber=number_paragraphs("caliber-az", CALIBER),
        dateline=Source("washington-dateline", ArticleDetails(), "Washington, January 12, 2024"),
        outlet=Source(
            "caliber-az",
            ArticleDetails(title=CALIBER[0], publisher="Caliber.Az", byline="Vafa Guliyeva"),
        ),
    )


@pytest.fixture
def disputed(story: Story) -> Answer:
    """When will Koizumi meet Hegseth? January 18 and January 15."""
    eighteenth = story.quote(
        story.washington[0], "WASHINGTON", "on Thursday, January 18.", "Thursday, January 18", 1
    )
    fifteenth = story.quote(story.caliber[1], "He is slated", "media.", "January 15", 2)
    return Answer(
        question="When will Koizumi meet Hegseth?",
        outcome=Outcome.DISPUTED,
        index_version="0f3a",
        relation=Relation.RIVAL,
        versions=(
            Version("date", "2024-01-18", "dateline", (eighteenth,), 1),
            Version("date", "XXXX-01-15", None, (fifteenth,), 1),
        ),
        disagreement=Disagreement(
            DisagreementKind.DISPUTED,
            "date",
            ((0, 1),),
            "The day differs",
            ("2024-01-18", "XXXX-01-15"),
            (0.97, 0.8123),
        ),
        citations=(Citation(1, story.dateline, 1), Citation(2, story.outlet, 2)),
        notes=(Note("washington-dateline", "The length does not fit the dates", ("weeklong", "P4D")),),
    )


@pytest.fixture
def agreed(story: Story) -> Answer:
    """When does the trip end? January 18, says the one as well as the other."""
    ends = story.quote(story.washington[0], "WASHINGTON", "on Thursday, January 18.", "January 18", 1)
    returns = story.quote(story.caliber[2], "Koizumi", "juncture.", "January 18", 2)
    return Answer(
        question="When does the trip end?",
        outcome=Outcome.ANSWERED,
        index_version="0f3a",
        relation=Relation.ONE,
        versions=(Version("date", "2024-01-18", "dateline", (ends, returns), 2),),
        citations=(Citation(1, story.dateline, 1), Citation(2, story.outlet, 3)),
    )


@pytest.fixture
def not_said(story: Story) -> Answer:
    """Who is the prime minister of Japan? Nobody says."""
    return Answer(
        question="Who is the prime minister of Japan?",
        outcome=Outcome.NOT_IN_SOURCES,
        index_version="0f3a",
        related=tuple(
            RelatedPassage(paragraph, source, 0.41316)
            for paragraph, source in (
                (story.caliber[2], story.outlet),
                (story.washington[2], story.dateline),
                (story.caliber[0], story.outlet),
                (story.washington[1], story.dateline),
            )
        ),
    )
