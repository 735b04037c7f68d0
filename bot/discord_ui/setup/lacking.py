"""What the bot lacks where a manager wants it: without that it would keep silent, and nobody know why."""

from collections.abc import Mapping, Sequence

import discord

from bot.citation_log.events import ServerSettings
from bot.discord_ui.cards.setup import Lack, Setting
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language

# Commands need none of these; a mention is heard, and answered by a reply, only with all of the first.
_ANSWERING = ("view_channel", "send_messages", "send_messages_in_threads", "read_message_history")
_REVIEWING = ("view_channel", "send_messages")


def lacks_of(
    guild: discord.Guild | None, settings: ServerSettings, language: Language
) -> Mapping[Setting, Sequence[Lack]]:
    """Return what is missing in the channels that *settings* name; in one that is gone, everything is."""
    if guild is None:
        return {}
    review = (settings.review_channel,) if settings.review_channel else ()
    return {
        Setting.CHANNELS: _lacks(guild, settings.channels, _ANSWERING, language),
        Setting.REVIEW: _lacks(guild, review, _REVIEWING, language),
    }


def _lacks(
    guild: discord.Guild, channels: Sequence[str], needed: Sequence[str], language: Language
) -> list[Lack]:
    names = words_in(language).setup.permissions
    found = []
    for channel_id in channels:
        channel = guild.get_channel(int(channel_id))
        may = channel.permissions_for(guild.me) if channel else discord.Permissions.none()
        missing = tuple(names[one] for one in needed if not getattr(may, one))
        if missing:
            found.append(Lack(channel_id, missing))
    return found
