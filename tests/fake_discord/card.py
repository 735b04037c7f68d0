"""A message as a person sees it on the screen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.fake_discord.limits import BUTTON, MENUS, TEXT_DISPLAY, walk
from tests.fake_discord.messages import Message
from tests.fake_discord.refusals import Json
from tests.fake_discord.waiting import Changes

CONTAINER_TYPE = 17


@dataclass(frozen=True, slots=True)
class Button:
    """A button: one that the bot hears of has a custom id, one that leads elsewhere a URL."""

    label: str
    custom_id: str | None
    url: str | None
    disabled: bool
    style: int


@dataclass(frozen=True, slots=True)
class Menu:
    """A list to choose from: of options, by what they say, or of a server's own channels or roles."""

    hint: str
    custom_id: str
    type: int
    options: dict[str, str]
    chosen: list[str]  # values, or ids
    least: int
    most: int


class Card:
    """Looks at a message as it is now: after an edit it shows the edited one."""

    def __init__(self, message: Message, changes: Changes) -> None:
        self.message = message
        self._changes = changes

    @property
    def texts(self) -> list[str]:
        """All text, piece by piece, in the order in which it is read."""
        shown = [one["content"] for one in walk(self.message.components) if one.get("type") == TEXT_DISPLAY]
        return [self.message.content, *shown] if self.message.content else shown

    @property
    def text(self) -> str:
        """All text."""
        return "\n".join(self.texts)

    @property
    def containers(self) -> list[str]:
        """The text of each container."""
        found = [one for one in self.message.components if one.get("type") == CONTAINER_TYPE]
        return [
            "\n".join(part["content"] for part in walk([one]) if part.get("type") == TEXT_DISPLAY)
            for one in found
        ]

    @property
    def buttons(self) -> list[Button]:
        """The buttons, in the order in which they are shown."""
        return [
            Button(
                label=one.get("label", ""),
                custom_id=one.get("custom_id"),
                url=one.get("url"),
                disabled=bool(one.get("disabled")),
                style=one["style"],
            )
            for one in walk(self.message.components)
            if one.get("type") == BUTTON
        ]

    @property
    def menus(self) -> list[Menu]:
        """The lists to choose from, in the order in which they are shown."""
        return [
            Menu(
                hint=one.get("placeholder", ""),
                custom_id=one["custom_id"],
                type=one["type"],
                options={option["label"]: option["value"] for option in one.get("options", [])},
                chosen=[option["value"] for option in one.get("options", []) if option.get("default")]
                + [str(value["id"]) for value in one.get("default_values", [])],
                least=one.get("min_values", 1),
                most=one.get("max_values", 1),
            )
            for one in walk(self.message.components)
            if one.get("type") in MENUS
        ]

    def menu(self, hint: str, nth: int | None = None) -> Menu:
        """Return the list that says *hint*, the *nth* of several, counted from 0.

        Raises:
            AssertionError: there is no such one.
        """
        found = [one for one in self.menus if one.hint == hint]
        said = f"{hint!r} is {len(found)} times among {[one.hint for one in self.menus]}."
        assert len(found) == 1 or (nth is not None and nth < len(found)), said
        return found[nth or 0]

    @property
    def labels(self) -> list[str]:
        """What the buttons say that can be pressed."""
        return [one.label for one in self.buttons if not one.disabled]

    @property
    def private(self) -> bool:
        """Whether one person alone sees it."""
        return self.message.only_for is not None

    @property
    def pings(self) -> set[str]:
        """Whom it notified."""
        return self.message.pings

    @property
    def files(self) -> dict[str, bytes]:
        """The files that hang on it, by name."""
        return self.message.files

    def button(self, label: str, nth: int | None = None) -> Button:
        """Return the button that says *label*, the *nth* of several, counted from 0.

        Raises:
            AssertionError: there is no such one, or it cannot be pressed.
        """
        found = [one for one in self.buttons if one.label == label]
        said = f"{label!r} is {len(found)} times among {[one.label for one in self.buttons]}."
        assert len(found) == 1 or (nth is not None and nth < len(found)), said
        chosen = found[nth or 0]
        assert not chosen.disabled, f"{label!r} is disabled."
        return chosen

    async def until(self, true: Callable[["Card"], Any], what: str, seconds: float = 20.0) -> "Card":
        """Wait until the card is as *true* wants it, and return it.

        Raises:
            AssertionError: it was not in time.
        """
        try:
            await self._changes.until(lambda: self if true(self) else None, what, seconds)
        except AssertionError as error:
            raise AssertionError(f"{error} It says: {self.text!r}") from None
        return self


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in."""

    label: str
    component: Json
    labelled: bool  # inside a Label, not in a row of its own


class Modal:
    """A form that opened on a person's screen."""

    def __init__(self, data: Json, opened_by: Any) -> None:
        self.title: str = data["title"]
        self.custom_id: str = data["custom_id"]
        self.opened_by = opened_by
        self.fields: list[Field] = []
        self.texts: list[str] = []
        for one in data["components"]:
            if one["type"] == TEXT_DISPLAY:
                self.texts.append(one["content"])
            elif "component" in one:
                self.fields.append(Field(one["label"], one["component"], labelled=True))
            else:
                self.fields += [Field(part["label"], part, labelled=False) for part in one["components"]]

    def submitted(self, filled: dict[str, str | list[str]]) -> list[Json]:
        """Return the components of a submission; *filled* is by label, choices by what they say.

        Raises:
            AssertionError: Discord's client would not take that.
        """
        unknown = set(filled) - {field.label for field in self.fields}
        assert not unknown, f"{unknown} is not among {[field.label for field in self.fields]}."
        found = []
        for field in self.fields:
            inner = _filled(field, filled.get(field.label))
            found.append(
                {"type": 18, "component": inner} if field.labelled else {"type": 1, "components": [inner]}
            )
        return found


def _filled(field: Field, value: str | list[str] | None) -> Json:
    component = field.component
    base = {"type": component["type"], "custom_id": component["custom_id"]}
    required = component.get("required", True)
    assert value or not required, f"{field.label!r} is required."
    if component["type"] == 4:
        text = value or ""
        assert isinstance(text, str)
        least, most = component.get("min_length") or 0, component.get("max_length") or 4000
        assert not text or least <= len(text) <= most, f"{field.label!r} takes {least} to {most} characters."
        return base | {"value": text}
    chosen = [value] if isinstance(value, str) else value or []
    options = {one["label"]: one["value"] for one in component["options"]}
    assert set(chosen) <= set(options), f"{chosen} is not among {list(options)}."
    values = [options[one] for one in chosen]
    if component["type"] == 21:  # a radio group has one value
        return base | {"value": values[0] if values else None}
    return base | {"values": values}
