"""A message as Discord's components, before Discord's library: frozen, comparable, and countable."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from bot.discord_ui.cards.limits import MOST_CHARACTERS, MOST_COMPONENTS, length


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown; every character of an article or a member in it is escaped."""

    markdown: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between parts."""


class Look(Enum):
    """How a button looks; the link has a look of its own."""

    QUIET = "secondary"
    STRONG = "primary"


class Pressed(Protocol):
    """What a button does, as its ``custom_id`` says it."""

    @property
    def custom_id(self) -> str:
        """At most 100 characters."""
        ...


@dataclass(frozen=True, slots=True)
class Button:
    """A button that asks for another screen, or for something to be done."""

    label: str
    press: Pressed
    look: Look = Look.QUIET
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """Up to five buttons side by side."""

    buttons: tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose; plain text, at most 100 characters each."""

    label: str
    value: str
    description: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """A list of up to 25 options of which some are chosen."""

    press: Pressed
    hint: str
    options: tuple[Option, ...]
    least: int = 1
    most: int = 1


class Kinds(Enum):
    """What of a server can be picked."""

    CHANNELS = "channels"
    ROLES = "roles"


@dataclass(frozen=True, slots=True)
class Picker:
    """A list of a server's own channels or roles, of which up to *most*, or none, are picked; ``chosen`` are ids."""

    press: Pressed
    hint: str
    kinds: Kinds
    chosen: tuple[str, ...]
    most: int


@dataclass(frozen=True, slots=True)
class Box:
    """Parts in a frame with a coloured edge; the colour only repeats what the words say."""

    parts: tuple["Inner", ...]
    colour: int | None = None


Inner = Text | Rule | Row | Menu | Picker
Part = Inner | Box


@dataclass(frozen=True, slots=True)
class Card:
    """A message: what is shown at once of one screen, and which page of how many that is."""

    parts: tuple[Part, ...]
    page: int = 0
    pages: int = 1

    @property
    def components(self) -> int:
        """How many components Discord counts."""
        return sum(_counted(part) for part in self.parts)

    @property
    def characters(self) -> int:
        """How long Discord finds all texts together."""
        return sum(length(text.markdown) for text in self.texts())

    @property
    def fits(self) -> bool:
        """Whether Discord takes it."""
        return self.components <= MOST_COMPONENTS and self.characters <= MOST_CHARACTERS

    def texts(self) -> Iterator[Text]:
        """Yield every text, from top to bottom."""
        for part in self.parts:
            inner = part.parts if isinstance(part, Box) else (part,)
            yield from (one for one in inner if isinstance(one, Text))

    def buttons(self) -> Iterator[Button]:
        """Yield every button, from top to bottom."""
        for part in self.parts:
            inner = part.parts if isinstance(part, Box) else (part,)
            for row in inner:
                if isinstance(row, Row):
                    yield from row.buttons


def _counted(part: Part) -> int:
    match part:
        case Box(parts):
            return 1 + sum(_counted(inner) for inner in parts)
        case Row(buttons):
            return 1 + len(buttons)
        case Menu() | Picker():
            return 2  # it stands in a row of its own
        case _:
            return 1
