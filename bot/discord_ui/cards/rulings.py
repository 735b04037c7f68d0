"""What moderators decided on an answer, as those who read it are told. Pure."""

from collections.abc import Sequence
from datetime import datetime

from bot.answering.answers import Quote, Source
from bot.desk.verdicts import Reviewed
from bot.discord_ui.cards.citations import SMALL, related_line
from bot.discord_ui.cards.colours import QUIET
from bot.discord_ui.cards.escaping import END_OF_ISOLATE, ISOLATE, STRIKE, clip
from bot.discord_ui.cards.quotes import quote_markdown
from bot.discord_ui.cards.tree import Box, Text
from bot.discord_ui.words.words import Words

NOTE_ROOM = 300
_CORRECTION_ROOM = (
    500  # the sources' own buttons show all of a paragraph; here the words that answer are enough
)
_ROLES_NAMED = 3


def struck(markdown: str) -> str:
    """Return *markdown*, in which every character of an article is escaped, struck through.

    Isolating it keeps an escaped tilde at its end from being read together with the mark behind it.
    """
    return f"{STRIKE}{ISOLATE}{markdown}{END_OF_ISOLATE}{STRIKE}"


def ruling_box(
    reviewed: Reviewed, moderators: Sequence[str], words: Words, corrected: tuple[Quote, Source] | None
) -> Box:
    """Return the box above an answer that was ruled on: what was decided, why, and whom to ask.

    *moderators* are roles, by id; *corrected* is what the newest correction has quoted.

    Raises:
        DamagedQuoteError: what would be sent does not read back as the source.
    """
    said = words.ruling
    title = said.corrected if reviewed.verdict == "corrected" else said.retracted
    lines = [f"**{title}**" + (f" · {day_stamp(reviewed.at)}" if reviewed.at else "")]
    if reviewed.struck:
        lines.append(said.struck)
    if reviewed.unmarked:
        lines.append(said.no_disagreement)
    if reviewed.note:
        lines.append(said.note.format(note=clip(reviewed.note, NOTE_ROOM)))
    parts = [Text("\n".join(lines))]
    if corrected is not None:
        quote, source = corrected
        markdown, _ = quote_markdown(quote, _CORRECTION_ROOM)
        line = related_line(source, quote.paragraph.number, words.card)
        opening = said.instead if reviewed.struck else said.also
        parts.append(Text(f"{opening}\n{markdown}\n{line}"))
    parts.append(Text(SMALL + said.ask.format(whom=named_moderators(moderators, words))))
    return Box(tuple(parts), QUIET)


def named_moderators(moderators: Sequence[str], words: Words) -> str:
    """Return whom to ask: the moderators' roles, which Discord shows by their names and which are not pinged."""
    roles = [f"<@&{role}>" for role in moderators[:_ROLES_NAMED]]
    return words.asking.between.join(roles) or words.ruling.moderators


def day_stamp(at: datetime) -> str:
    """Return a moment as Discord shows it to each reader in their own time zone."""
    return f"<t:{int(at.timestamp())}:D>"


def moment_stamp(at: datetime) -> str:
    """Return a moment in the same way, with the time of day."""
    return f"<t:{int(at.timestamp())}:f>"
