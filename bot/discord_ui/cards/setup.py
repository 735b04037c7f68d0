"""The panel of `/setup`: what holds in a server, each thing with the list to change it by. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.citation_log.events import ServerSettings
from bot.discord_ui.cards.citations import SMALL
from bot.discord_ui.cards.colours import CALM
from bot.discord_ui.cards.tree import Box, Card, Inner, Kinds, Menu, Option, Picker, Text
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language
from bot.discord_ui.words.server_words import SetupWords

MOST_PICKED = 25  # of a list, says Discord
_DAYS = (1, 7, 14, 30, 90, 180, 365)  # what is offered, as far as the operator keeps as long
_PRIVATE, _PUBLIC, _USUAL = "private", "public", "usual"


class Setting(StrEnum):
    """What is changed; its lists are known by it."""

    CHANNELS = "channels"
    VISIBILITY = "visibility"
    REVIEW = "review"
    MODERATORS = "moderators"
    EDITORS = "editors"
    DAYS = "days"

    @property
    def custom_id(self) -> str:
        """What its list is found again by."""
        return f"crosscite1:setup:{self}"


@dataclass(frozen=True, slots=True)
class Lack:
    """What the bot may not do in a channel that was chosen, as Discord's own names for it."""

    channel: str
    permissions: tuple[str, ...]


def setup_card(
    settings: ServerSettings,
    most_days: int,
    language: Language,
    lacks: Mapping[Setting, Sequence[Lack]],
) -> Card:
    """Return the panel; *lacks* are named below the list that they concern."""
    words = words_in(language).setup
    parts: list[Inner] = [Text(f"### {words.title}\n{SMALL}{words.intro}")]
    for setting, title, about in (
        (Setting.CHANNELS, words.channels, words.channels_about),
        (Setting.VISIBILITY, words.visibility, words.visibility_about),
        (Setting.REVIEW, words.review, words.review_about),
        (Setting.MODERATORS, words.moderators, words.moderators_about),
        (Setting.EDITORS, words.editors, words.editors_about),
        (Setting.DAYS, words.days, words.days_about),
    ):
        lines = [f"**{title}**", SMALL + about]
        lines += [_lacking(lack, words) for lack in lacks.get(setting, ())]
        parts += [Text("\n".join(lines)), _list(setting, settings, most_days, words)]
    return Card((Box(tuple(parts), CALM),))


def change_of(setting: Setting, values: Sequence[str]) -> dict[str, object]:
    """Return the settings that a choice changes, by name.

    Raises:
        ValueError: that is no choice.
    """
    match setting:
        case Setting.VISIBILITY:
            return {"private": values[0] == _PRIVATE}
        case Setting.REVIEW:
            return {"review_channel": values[0] if values else None}
        case Setting.DAYS:
            return {"keep_days": None if values[0] == _USUAL else int(values[0])}
        case _:
            return {setting.value: tuple(values)}


def _list(setting: Setting, held: ServerSettings, most_days: int, words: SetupWords) -> Menu | Picker:
    match setting:
        case Setting.CHANNELS:
            return Picker(setting, words.all_channels, Kinds.CHANNELS, held.channels, MOST_PICKED)
        case Setting.REVIEW:
            chosen = (held.review_channel,) if held.review_channel else ()
            return Picker(setting, words.no_channel, Kinds.CHANNELS, chosen, 1)
        case Setting.MODERATORS:
            return Picker(setting, words.no_role, Kinds.ROLES, held.moderators, MOST_PICKED)
        case Setting.EDITORS:
            return Picker(setting, words.no_role, Kinds.ROLES, held.editors, MOST_PICKED)
        case Setting.VISIBILITY:
            options = (
                Option(words.public, _PUBLIC, chosen=not held.private),
                Option(words.private, _PRIVATE, chosen=held.private),
            )
            return Menu(setting, words.visibility, options)
        case Setting.DAYS:
            return Menu(setting, words.days, tuple(_days(held.keep_days, most_days, words)))


def _days(held: int | None, most: int, words: SetupWords) -> Sequence[Option]:
    usual = held is None or held >= most
    offered = {days for days in _DAYS if days < most} | ({held} if held is not None and not usual else set())
    shorter = [
        Option(words.counted(days), str(days), chosen=not usual and days == held) for days in sorted(offered)
    ]
    return [*shorter, Option(words.usual_days.format(days=words.counted(most)), _USUAL, chosen=usual)]


def _lacking(lack: Lack, words: SetupWords) -> str:
    return words.lacking.format(channel=f"<#{lack.channel}>", permissions=", ".join(lack.permissions))
