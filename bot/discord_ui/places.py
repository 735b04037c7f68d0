"""Where something happens, and who does it there, read off Discord's objects."""

import discord

from bot.citation_log.events import ServerSettings
from bot.desk.access import Way
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language, language_of
from bot.discord_ui.words.words import Words
from bot.presentation.visible import CUT

_CHANNELS_NAMED = 10


def server_of(place: discord.Interaction | discord.Message) -> str | None:
    """Return the server's id, None in a direct message."""
    guild = place.guild_id if isinstance(place, discord.Interaction) else place.guild and place.guild.id
    return str(guild) if guild else None


def language_in(interaction: discord.Interaction) -> Language:
    """Return the language that whoever acts has chosen in Discord."""
    return language_of(interaction.locale)


def words_for(interaction: discord.Interaction) -> Words:
    """Return the fixed words for whoever acts."""
    return words_in(language_in(interaction))


def takes_threads(channel: object, permissions: discord.Permissions, way: Way) -> bool:
    """Whether a thread can be opened at an answer in *channel*, with what the bot may do there."""
    return (
        way in {Way.ASK, Way.MENTION}
        and isinstance(channel, discord.TextChannel)
        and permissions.create_public_threads
    )


def places_of(channel: object) -> frozenset[str]:
    """Return the ids of a channel and of what it lies in: a thread in its channel, that in its category."""
    found = {getattr(channel, "id", None)}
    if isinstance(channel, discord.Thread):
        found.add(channel.parent_id)
        channel = channel.parent
    if isinstance(channel, discord.abc.GuildChannel):
        found.add(channel.category_id)
    return frozenset(str(one) for one in found if one is not None)


def told_where(settings: ServerSettings, words: Words) -> str:
    """Say in which channels questions are answered, as links that Discord makes of their ids."""
    shown = [f"<#{channel}>" for channel in settings.channels[:_CHANNELS_NAMED]]
    named = words.asking.between.join(shown) + (CUT if len(settings.channels) > len(shown) else "")
    return words.asking.other_channel.format(channels=named)
