"""What the buttons, lists and forms of moderators say: which answer, which report, what to do. Pure.

As with the buttons of answers, a ``custom_id`` holds all that is needed, so they work after a restart.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum


class Action(StrEnum):
    """What is wanted."""

    UPHOLD = "uphold"  # the citation stands; opens a form, as do the next two
    RETRACT = "retract"
    IGNORE = "ignore"
    CORRECT = "correct"  # opens the choice of a paragraph
    VIEW = "view"  # the answer, with all its buttons
    OPEN = "open"  # one report of a list
    SEARCH = "search"  # a form for words, to find other paragraphs by
    PARAGRAPH = "paragraph"  # one of those offered
    SENTENCES = "sentences"  # of the paragraph
    USE = "use"  # what was chosen; opens a form


@dataclass(frozen=True, slots=True)
class Where:
    """A paragraph, by its article's key (`corpus.catalogue`) and its number, and sentences of it, counted from 0."""

    article: str
    paragraph: int
    sentences: tuple[int, int] | None = None

    def __str__(self) -> str:
        named = f"{self.article}.{self.paragraph}"
        return named if self.sentences is None else f"{named}.{self.sentences[0]}-{self.sentences[1]}"


_WHERE = r"(?P<article>[0-9]{17})\.(?P<paragraph>[0-9]{1,6})(?:\.(?P<first>[0-9]{1,4})-(?P<last>[0-9]{1,4}))?"
# Discord compiles it into the template of a dynamic item. Digits are bounded, so that it never gets too long.
REVIEW = re.compile(
    r"crosscite1:review:(?P<answer>[0-9]{1,15}):(?P<report>[0-9]{1,15})"
    r":(?P<action>uphold|retract|ignore|correct|view|open|search|paragraph|sentences|use)"
    rf"(?::{_WHERE})?"
)
_PLACE = re.compile(_WHERE)


@dataclass(frozen=True, slots=True)
class ReviewPress:
    """Something to be done about *answer*, on its *report* if that is not 0."""

    answer: int
    report: int
    action: Action
    where: Where | None = None

    def to(self, action: Action, where: Where | None = None) -> "ReviewPress":
        """Return another press about the same."""
        return replace(self, action=action, where=where)

    @property
    def custom_id(self) -> str:
        """At most 98 characters."""
        place = f":{self.where}" if self.where else ""
        return f"crosscite1:review:{self.answer}:{self.report}:{self.action}{place}"


def read_review(custom_id: str) -> ReviewPress | None:
    """Return what a ``custom_id`` says, None if it is not one of these."""
    match = REVIEW.fullmatch(custom_id)
    return review_of(match) if match else None


def review_of(match: re.Match[str]) -> ReviewPress:
    """Return the press that `REVIEW` found."""
    where = _where(match) if match["article"] is not None else None
    return ReviewPress(int(match["answer"]), int(match["report"]), Action(match["action"]), where)


def read_where(value: str) -> Where | None:
    """Return the paragraph that a list's option stands for."""
    match = _PLACE.fullmatch(value)
    return _where(match) if match else None


def _where(match: re.Match[str]) -> Where:
    sentences = None if match["first"] is None else (int(match["first"]), int(match["last"]))
    return Where(match["article"], int(match["paragraph"]), sentences)


class Listing(StrEnum):
    """A list of moderators that may be longer than a page."""

    QUEUE = "queue"  # reports that wait
    GAPS = "gaps"  # what was asked in vain


LISTING = re.compile(r"crosscite1:reviews:(?P<listing>queue|gaps):(?P<page>[0-9]{1,4})")


@dataclass(frozen=True, slots=True)
class ListingPress:
    """A button that turns a list to a page, counted from 0."""

    listing: Listing
    page: int = 0

    def at(self, page: int) -> "ListingPress":
        """Return the press that turns the list to *page*."""
        return replace(self, page=page)

    @property
    def custom_id(self) -> str:
        """At most 29 characters."""
        return f"crosscite1:reviews:{self.listing}:{self.page}"


def listing_of(match: re.Match[str]) -> ListingPress:
    """Return the press that `LISTING` found."""
    return ListingPress(Listing(match["listing"]), int(match["page"]))
