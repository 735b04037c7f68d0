"""Who may use a command or a button, checked whenever it is used: Discord's own settings only hide commands.

Every command says who may use it, and one that does not is nobody's:

    @tree.command(name=said("setup"), description=said("setup.description"), extras=open_to(Standing.MANAGER))

A group says it for all its commands, unless one says something else; what works only in the servers where the
operator lets articles be edited adds that:

    app_commands.Group(name=said("corpus"), description=…, extras=open_to(Standing.EDITOR, corpus=True))

The command tree sees to the rest, also to what is offered while somebody types. A button or a form asks itself,
in its ``interaction_check`` or first thing in what it does; whoever is refused has then been told:

    return await may_act(interaction) and await may_use(interaction, needed(Standing.EDITOR, corpus=True))

`tests/end_to_end/in_discord/test_access.py` holds a table of all of them, and fails on one that it lacks.
"""

import asyncio
from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands

from bot.citation_log.events import ServerSettings
from bot.desk.access import Viewer
from bot.desk.standing import Acting, Needed, Refused, Standing, refusal, standings_of
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.errors import tell_privately
from bot.discord_ui.parts import Parts, parts_of
from bot.discord_ui.places import server_of, words_for
from bot.discord_ui.words.server_words import AccessWords

_NEEDED = "needed"
_NOBODY = Needed(frozenset())

Command = app_commands.Command[Any, ..., Any] | app_commands.ContextMenu | app_commands.Group


def needed(*standings: Standing, corpus: bool = False) -> Needed:
    """Return what it takes to use something: any one of *standings*."""
    return Needed(frozenset(standings), corpus)


def open_to(*standings: Standing, corpus: bool = False) -> dict[Any, Any]:
    """Return the ``extras`` of a command, or of a group, that is open to whoever is any one of *standings*."""
    return {_NEEDED: needed(*standings, corpus=corpus)}


def needed_by(command: Command | None) -> Needed:
    """Return what it takes to use *command*: what it says itself, else what its group says, else nobody may."""
    while command is not None:
        found = command.extras.get(_NEEDED)
        if isinstance(found, Needed):
            return found
        command = None if isinstance(command, app_commands.ContextMenu) else command.parent
    return _NOBODY


async def settings_in(parts: Parts, server: str | None) -> ServerSettings:
    """Return what a manager decided for a server; from memory after the first time.

    Raises:
        LogUnavailableError: the log cannot be read.
    """
    known = parts.servers.known(server)
    return known if known is not None else await asyncio.to_thread(parts.servers.settings, server)


def acting_of(source: discord.Interaction | discord.Message) -> Acting:
    """Return who acts, as Discord says it with the interaction or the message."""
    server = server_of(source)
    if isinstance(source, discord.Interaction):
        member, may = source.user, source.permissions
    else:
        member = source.author
        may = member.guild_permissions if isinstance(member, discord.Member) else discord.Permissions.none()
    roles = member.roles if isinstance(member, discord.Member) else ()
    return Acting(
        server,
        frozenset(str(role.id) for role in roles),
        manages_server=may.manage_guild or may.administrator,
        manages_messages=may.manage_messages,
    )


async def viewer_of(interaction: discord.Interaction, parts: Parts) -> Viewer:
    """Return who wants to see something, and where.

    Raises:
        LogUnavailableError: the log cannot be read.
    """
    channel = str(interaction.channel_id) if interaction.channel_id else None
    person, server = parts.desks.person(interaction.user.id), server_of(interaction)
    return Viewer(person, server, channel, moderates=await is_moderator(interaction, parts))


async def is_moderator(source: discord.Interaction | discord.Message, parts: Parts) -> bool:
    """Whether whoever acts moderates the server where they do.

    Raises:
        LogUnavailableError: the log cannot be read.
    """
    acting = acting_of(source)
    return Standing.MODERATOR in standings_of(acting, await settings_in(parts, acting.server))


async def refused(interaction: discord.Interaction, need: Needed) -> Refused | None:
    """Say why whoever acts may not do what needs *need*; None if they may.

    Raises:
        LogUnavailableError: the log cannot be read.
    """
    parts, acting = parts_of(interaction), acting_of(interaction)
    if Standing.MEMBER in need.standings and not need.corpus:
        return None  # without asking the log, which may be away
    settings = await settings_in(parts, acting.server)
    return refusal(need, acting, settings, parts.corpus_servers)


async def may_use(interaction: discord.Interaction, need: Needed) -> bool:
    """Whether whoever acts may do what needs *need*; if not, they are told why, privately, in one line.

    Raises:
        LogUnavailableError: the log cannot be read.
    """
    why = await refused(interaction, need)
    if why is None:
        return True
    await tell_privately(interaction, notice_card(_line(why, need, words_for(interaction).access)))
    return False


def _line(why: Refused, need: Needed, words: AccessWords) -> str:
    if why is Refused.STANDING:
        return _lines(words)[need.standings]
    return words.in_a_server if why is Refused.NO_SERVER else words.other_corpus


def _lines(words: AccessWords) -> Mapping[frozenset[Standing], str]:
    return {
        frozenset(): words.nobody,
        frozenset({Standing.MANAGER}): words.managers,
        frozenset({Standing.MODERATOR}): words.moderators,
        frozenset({Standing.EDITOR}): words.editors,
        frozenset({Standing.MODERATOR, Standing.EDITOR}): words.moderators_and_editors,
    }
