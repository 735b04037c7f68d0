"""What a button's ``custom_id`` says: which screen of which answer is wanted, and nothing of its text.

It holds all that is needed to draw the screen, so buttons work after a restart, from the log alone.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.discord_ui.words.language import Language


class Screen(StrEnum):
    """What is wanted."""

    ANSWER = "answer"  # the card itself, at another page
    CONTEXT = "context"  # a quote, or a related passage, between its neighbours
    SOURCES = "sources"  # every article that is cited, and what it says of itself
    REASONS = "why"  # the values and rules behind the answer
    REPORT = "report"  # the modal, whose own custom_id is the same
    THREAD = "thread"  # a thread to go on asking in
    CORPUS = "corpus"  # every article that there is; of no answer, so its number is 0
    ARTICLE = "article"  # one of them; of no answer, its number stands for the article


@dataclass(frozen=True, slots=True)
class QuotePlace:
    """A quote of an answer: both counted from 0."""

    version: int
    quote: int


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """A related passage of an answer, counted from 0."""

    passage: int


Place = QuotePlace | RelatedPlace

# Discord compiles it into the template of a dynamic item. Digits are bounded, so that no number overflows.
PATTERN = re.compile(
    r"crosscite1:(?P<number>[0-9]{1,18}):(?P<how>open|turn):(?P<screen>answer|context|sources|why|report|thread|corpus|article)"
    r":(?P<language>en|ja):(?P<page>[0-9]{1,4})(?::(?:q(?P<version>[0-9]{1,4})\.(?P<quote>[0-9]{1,4})|r(?P<passage>[0-9]{1,4})))?"
)


@dataclass(frozen=True, slots=True)
class Press:
    """A button of answer *number*.

    With *turning*, the message that bears the button is redrawn in *language*, which is the one it was drawn
    in; otherwise a new private message opens, in the language of whoever pressed.
    """

    number: int
    screen: Screen
    language: Language
    page: int = 0
    place: Place | None = None
    turning: bool = False

    def at(self, page: int) -> "Press":
        """Return the press that turns this screen to *page*."""
        return replace(self, page=page, turning=True)

    @property
    def custom_id(self) -> str:
        """At most 70 characters."""
        how = "turn" if self.turning else "open"
        place = f":{_written(self.place)}" if self.place else ""
        return f"crosscite1:{self.number}:{how}:{self.screen}:{self.language}:{self.page}{place}"


def read_press(custom_id: str) -> Press | None:
    """Return what a ``custom_id`` says, None if it is not one of ours."""
    match = PATTERN.fullmatch(custom_id)
    return press_of(match) if match else None


def press_of(match: re.Match[str]) -> Press:
    """Return the press that `PATTERN` found."""
    return Press(
        number=int(match["number"]),
        screen=Screen(match["screen"]),
        language=Language(match["language"]),
        page=int(match["page"]),
        place=_place(match),
        turning=match["how"] == "turn",
    )


def _written(place: Place) -> str:
    match place:
        case QuotePlace(version, quote):
            return f"q{version}.{quote}"
        case RelatedPlace(passage):
            return f"r{passage}"


def _place(match: re.Match[str]) -> Place | None:
    if match["version"] is not None:
        return QuotePlace(int(match["version"]), int(match["quote"]))
    return RelatedPlace(int(match["passage"])) if match["passage"] is not None else None
