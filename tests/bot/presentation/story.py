"""Paragraphs of the story's two articles, and how they are cited."""

from dataclasses import dataclass

from bot.answering.answers import Quote, Source
from index.articles import Paragraph

WASHINGTON = (
    (
        "WASHINGTON, January 12, 2024 – Japan’s Defense Minister Shinjiro Koizumi will visit the United "
        "States from Monday, January 15, through January 18, with a key meeting scheduled with U.S. "
        "Defense Secretary Pete Hegseth in Washington on Thursday, January 18. This trip underscores the "
        "deepening security cooperation between the two nations as regional tensions rise."
    ),
    (
        "The weeklong trip will begin in Hawaii on Monday, where Koizumi is scheduled to meet with Adm. "
        "Samuel Paparo, commander of the U.S. Indo-Pacific Command. He will also deliver a speech at the "
        "Honolulu Defense Forum, a gathering of defense officials and experts, to articulate Japan’s "
        "commitment to playing a proactive role in promoting peace and stability throughout the region."
    ),
    "- Koizumi will meet with U.S. Defense Secretary Pete Hegseth to discuss regional security.",
)
CALIBER = (
    "Japanese defence minister to hold talks in Washington on alliance deterrence",
    (
        "Koizumi told reporters at a regular press conference that his trip, running from January 12 to "
        "January 18, will include a series of high-level engagements with US defence and military "
        "officials. He is slated to deliver a keynote speech at the Honolulu Defence Forum in Hawaii on "
        "January 12, before proceeding to Los Angeles and then Washington, DC, where he will meet with US "
        "Secretary of Defense Pete Hegseth on January 15, Caliber.Az reports, citing Japanese media."
    ),
    (
        "Koizumi is scheduled to return to Japan on January 18, concluding a trip aimed at cementing "
        "defence collaboration with the United States at a critical geopolitical juncture."
    ),
)


@dataclass(frozen=True)
class Story:
    """Both articles: their paragraphs, numbered, and how they are cited."""

    washington: tuple[Paragraph, ...]
    caliber: tuple[Paragraph, ...]
    dateline: Source
    outlet: Source

    def quote(self, paragraph: Paragraph, first: str, last: str, highlight: str, citation: int) -> Quote:
        """Quote from the words *first* to the words *last*, with the first *highlight* in between."""
        start = paragraph.text.index(first)
        end = paragraph.text.index(last, start) + len(last)
        marked = paragraph.text.index(highlight, start)
        return Quote(paragraph, start, end, ((marked, marked + len(highlight)),), citation)
