"""Follows a rebuild: its message is edited as it goes on, and says how it ended; after a restart, too."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from time import monotonic

import discord

from bot.desk.builds import BuildRecord, State
from bot.desk.rebuilding import Job, RebuildingDesk
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.rebuilds import ended_card, progress_card
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.deliveries import UNDELIVERABLE, reason_of
from bot.discord_ui.desks import Desks
from bot.discord_ui.incidents import lasting
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import language_of

_log = logging.getLogger(__name__)
_LOOKED_EVERY = 0.5  # seconds
_EDITED_EVERY = 2.5  # seconds; Discord takes five edits of a channel's messages in five
_TRIES = 3  # of the last edit, which says how it ended

Published = Callable[[str], object]  # called with the draft that became an article


class Follower:
    """Follows each rebuild in a task of its own; *published* hears of drafts that became articles.

    One runs at a time, but the next may begin before the end of the last one is told.
    """

    def __init__(self, desks: Desks, rebuilding: RebuildingDesk, published: Published) -> None:
        self.ended: Job | None = None  # the last one that was put to use, and its version
        self.version = ""
        self._desks = desks
        self._rebuilding = rebuilding
        self._published = published
        self._tasks: set[asyncio.Task[None]] = set()

    def follow(self, job: Job, client: discord.Client, message: discord.Message | None = None) -> None:
        """Follow *job*, whose *message*, if it is at hand, can be edited without seeing the channel."""
        following = partial(self._followed, job, client, message)
        task = asyncio.create_task(lasting("following a rebuild", following))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def resume(self, client: discord.Client) -> None:
        """Go on with the rebuild that was under way when the program ended, if there was one."""
        job = self._rebuilding.current()
        if job is not None:
            self.follow(job, client)

    def close(self) -> None:
        """Follow no longer; the rebuild itself goes on."""
        for task in self._tasks:
            task.cancel()

    async def _followed(self, job: Job, client: discord.Client, message: discord.Message | None) -> None:
        words = words_in(language_of(job.language))
        shown, edited = progress_card(job, BuildRecord(), words), monotonic()
        while True:
            record = await asyncio.to_thread(self._rebuilding.look, job)
            if record.state is not State.RUNNING:
                break
            card = progress_card(job, record, words)
            if card != shown and monotonic() >= edited + _EDITED_EVERY:
                await _shown(job, card, client, message)
                shown, edited = card, monotonic()
            await asyncio.sleep(_LOOKED_EVERY)
        if record.state is State.DONE:
            await self._desks.look()  # what is said next is true already
            self.ended, self.version = job, record.version
            if job.draft:
                await asyncio.to_thread(self._published, job.draft)
        card = ended_card(job, record, self._articles(), words)
        for _ in range(_TRIES):
            if await _shown(job, card, client, message):
                break
            await asyncio.sleep(_EDITED_EVERY)
        await asyncio.to_thread(self._rebuilding.close, job)

    def _articles(self) -> int:
        if self._desks.current is None:
            return 0
        with self._desks.held() as serving:
            return len(serving.service.index.article_ids())


async def _shown(job: Job, card: Card, client: discord.Client, message: discord.Message | None) -> bool:
    """Edit the message; where the channel cannot be seen, through the interaction, for as long as that lives."""
    if job.message is None:
        return True
    place = client.get_partial_messageable(int(job.channel), guild_id=int(job.server))
    try:
        await place.get_partial_message(int(job.message)).edit(view=view_of(card))
    except (discord.Forbidden, discord.NotFound) as error:
        if message is None:
            _log.warning("the progress of a rebuild cannot be shown: %s", reason_of(error))
            return True
        try:
            await message.edit(view=view_of(card))
        except UNDELIVERABLE as failure:
            _log.warning("the progress of a rebuild cannot be shown: %s", reason_of(failure))
            return False
    except UNDELIVERABLE as error:
        _log.warning("the progress of a rebuild cannot be shown: %s", reason_of(error))
        return False
    return True
