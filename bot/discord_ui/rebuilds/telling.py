"""Tells the editors what a newer index changed: once for each, where it was built or where reviews are done."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Sequence

import discord

from bot.desk.comparing import Told
from bot.desk.servers import ServersDesk
from bot.discord_ui.cards.changes import changes_card
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.deliveries import UNDELIVERABLE, reason_of
from bot.discord_ui.desks import Desks, Swap
from bot.discord_ui.rebuilds.following import Follower
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language, language_of
from bot.errors import LogUnavailableError

_log = logging.getLogger(__name__)
DAYS = 30  # as `bot.cli.changes` has it

Compare = Callable[[str, Sequence[str]], Awaitable[Told | None]]


async def keep_telling(
    client: discord.Client,
    desks: Desks,
    follower: Follower,
    servers: ServersDesk,
    *,
    corpus_servers: Collection[str],
    compare: Compare,
) -> None:
    """Wait for swaps and tell of each, until cancelled; swaps that come meanwhile are told together."""
    while True:
        swap = await desks.swaps.get()
        while not desks.swaps.empty():
            swap = Swap(swap.before, desks.swaps.get_nowait().now)
        if not corpus_servers or swap.before == swap.now:
            continue
        told = await compare(swap.before, sorted(corpus_servers))
        for server in sorted(corpus_servers) if told else ():
            place = await asyncio.to_thread(_place, server, swap, follower, servers, client)
            if told is not None and place is not None:
                await _tell(client, told, server, *place)


def _place(
    server: str, swap: Swap, follower: Follower, servers: ServersDesk, client: discord.Client
) -> tuple[str, Language] | None:
    """Return in which channel, and in which language, a server's editors are told; None if nowhere."""
    job = follower.ended
    if job is not None and job.server == server and follower.version == swap.now:
        return job.channel, language_of(job.language)
    try:
        channel = servers.settings(server).review_channel
    except LogUnavailableError as error:
        _log.warning("the editors cannot be told of the new index: %s", error.user_message)
        return None
    guild = client.get_guild(int(server))
    return (channel, language_of(guild.preferred_locale if guild else None)) if channel else None


async def _tell(client: discord.Client, told: Told, server: str, channel: str, language: Language) -> None:
    found = told.servers.get(server)
    if found is None:
        return
    card = changes_card(told, found, DAYS, words_in(language).corpus.changes)
    try:
        await client.get_partial_messageable(int(channel), guild_id=int(server)).send(view=view_of(card))
    except UNDELIVERABLE as error:
        _log.warning("the editors cannot be told of the new index: %s", reason_of(error))
