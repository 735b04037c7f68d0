"""The client: what it wants from Discord, what it is told, and where that goes."""

import asyncio
import logging
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import discord
import yarl

from bot.desk.settling import settle
from bot.discord_ui.about import add_about_command
from bot.discord_ui.asking.commands import add_ask_commands
from bot.discord_ui.asking.mentions import answer_message
from bot.discord_ui.cards.corpus_presses import PATTERN as EDITING
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.cards.presses import read_press
from bot.discord_ui.cards.review_presses import LISTING, REVIEW
from bot.discord_ui.checking.buttons import ScreenButton
from bot.discord_ui.checking.reporting import take_report
from bot.discord_ui.commands_sync import sync_if_changed
from bot.discord_ui.connecting.backoff import Backoff
from bot.discord_ui.connecting.events import guard_events
from bot.discord_ui.connecting.identifying import IdentifyBudget, TooManyIdentifiesError
from bot.discord_ui.corpus.commands import add_sources_command
from bot.discord_ui.corpus.editing import CorpusButton, add_corpus_commands
from bot.discord_ui.desks import keep_looking
from bot.discord_ui.errors import tell_privately
from bot.discord_ui.incidents import lasting, new_incident
from bot.discord_ui.parts import Parts
from bot.discord_ui.places import words_for
from bot.discord_ui.privacy.commands import CHOICE, ForgetButton, add_privacy_commands
from bot.discord_ui.privacy.expiring import keep_expiring
from bot.discord_ui.questions.telling import keep_telling_left
from bot.discord_ui.rebuilds.telling import keep_telling
from bot.discord_ui.reviewing.buttons import ListingButton, ReviewItem
from bot.discord_ui.reviewing.commands import add_review_commands
from bot.discord_ui.reviewing.deciding import take_decision
from bot.discord_ui.reviewing.following import show_last_rulings
from bot.discord_ui.said import CommandTranslator
from bot.discord_ui.setup.commands import CHOICE as SETUP
from bot.discord_ui.setup.commands import SetupList, add_setup_command
from bot.discord_ui.tree import CommandTree
from bot.errors import LogUnavailableError
from index.errors import IndexUnusableError

_log = logging.getLogger(__name__)
# Seconds; with what it takes to leave Discord, stopping takes less than one.
_LAST_ANSWERS = 0.4
_LAST_WORDS = 0.35
_FOR_COMMANDS = 5.0  # seconds; who sent too many in a day is told by Discord to wait for hours
_PAUSE_IN_HAND = 30.0  # seconds; discord.py gives a connection 60 to be made, this pause among them


def intents() -> discord.Intents:
    """Return what Discord is asked to tell: nothing that is privileged.

    Commands and buttons bring what they need with them, and so do messages that mention the bot.
    """
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class CrossciteClient(discord.AutoShardedClient):
    """A client that answers; *options* are discord.py's own, such as ``connector`` or ``shard_count``."""

    def __init__(
        self, parts: Parts, commands_file: Path, budget: IdentifyBudget | None = None, **options: Any
    ) -> None:
        super().__init__(
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,  # what members write is not kept, not even in memory
            **options,
        )
        self.parts = parts
        self._commands_file = commands_file
        self._budget = budget or IdentifyBudget()
        self._launching: set[int] = set()
        self._always: list[asyncio.Task[Any]] = []  # what runs for as long as the client does
        self.tree = CommandTree(self)
        for add in (
            add_ask_commands,
            add_sources_command,
            add_about_command,
            add_privacy_commands,
            add_corpus_commands,
            add_setup_command,
            add_review_commands,
        ):
            add(self.tree, parts)
        # There is no public way to an event before discord.py reads it; this has been a plain table since 1.0.
        guard_events(self._connection.parsers, parts.measures.event_refused)

    async def setup_hook(self) -> None:
        """Get ready before the first event: settle the last run, open the index, register what is pressed."""
        desks = self.parts.desks
        self.add_dynamic_items(ScreenButton, ForgetButton, CorpusButton, SetupList, ReviewItem, ListingButton)
        await self.tree.set_translator(CommandTranslator())
        await self._settle()
        with suppress(LogUnavailableError):  # then each server's are read when they are needed
            await asyncio.to_thread(self.parts.servers.load)
        try:
            await desks.serving()
        except IndexUnusableError as error:
            _log.warning("questions cannot be answered yet: %s", error.user_message)
        self._always = [
            asyncio.create_task(lasting(doing, work))
            for doing, work in (
                ("removing what is old enough", partial(keep_expiring, desks.forgetting, self.parts.servers)),
                ("looking for a newer index", partial(keep_looking, desks)),
                ("telling who was left without an answer", partial(keep_telling_left, self, self.parts.owed)),
                ("telling what a newer index changed", self._keep_telling),
                ("showing the last rulings", self._show_last_rulings),
            )
        ]
        self.parts.corpus.follower.resume(self)
        if self.application_id is not None:
            await self._sync(self.application_id)

    async def launch_shards(self) -> None:
        """Ask how many sessions Discord still allows today, wait if that is none, and connect."""
        limits = await self.fetch_session_start_limits()
        self._budget.told(limits.total, limits.remaining, limits.reset_after / 1000)
        await super().launch_shards()

    async def launch_shard(self, gateway: yarl.URL, shard_id: int, *, initial: bool = False) -> None:
        """Connect one shard; while the gateway is away, try again after pauses that grow.

        discord.py would try every five seconds without end, by calling itself: that second call ends here.
        """
        if shard_id in self._launching:
            raise _StillAwayError
        backoff = Backoff()
        self._launching.add(shard_id)
        try:
            while True:
                if pause := self._budget.pause(shard_id):
                    _log.warning("signed in too often lately; the next time is in %.0f s", pause)
                    await asyncio.sleep(pause)
                try:
                    await super().launch_shard(gateway, shard_id, initial=initial)
                except _StillAwayError:
                    seconds = backoff.failed()
                    _log.warning("the gateway cannot be reached; trying again in %.0f s", seconds)
                    await asyncio.sleep(seconds)
                else:
                    return
        finally:
            self._launching.discard(shard_id)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Hold back an IDENTIFY for as long as the day's budget wants it."""
        shard = shard_id or 0
        await super().before_identify_hook(shard_id, initial=initial)
        pause = self._budget.pause(shard)
        await asyncio.sleep(min(pause, _PAUSE_IN_HAND))
        if pause > _PAUSE_IN_HAND:
            raise TooManyIdentifiesError(pause - _PAUSE_IN_HAND)
        self._budget.spend(shard)

    async def on_ready(self) -> None:
        """Say so."""
        _log.info("ready as %s in %d servers", self.user, len(self.guilds))

    async def on_message(self, message: discord.Message) -> None:
        """Answer what asks."""
        if self.user is not None:
            await answer_message(message, self.user, self.parts)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Take what neither commands nor buttons take: a report that was filled in, and what is out of date."""
        if interaction.type is discord.InteractionType.modal_submit:
            if not (await take_report(interaction, self.parts) or await take_decision(interaction)):
                await tell_privately(interaction, notice_card(words_for(interaction).trouble.unknown_answer))
        elif interaction.type is discord.InteractionType.component and not _is_known(interaction):
            await tell_privately(interaction, notice_card(words_for(interaction).trouble.unknown_answer))

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:
        """Log what an event's handler left; its arguments would hold what was asked."""
        error = sys.exception()
        if error is not None:
            new_incident(error, f"handling {event_method}")

    async def stop(self) -> None:
        """Let answers at work be shown, or be apologised for as the waiting are, then leave Discord."""
        await self.parts.asker.close(_LAST_ANSWERS, _LAST_WORDS)
        await self.close()

    async def close(self) -> None:
        """Leave Discord; discord.py does so, too, before it gives up a connection."""
        for task in self._always:
            task.cancel()
        self.parts.corpus.follower.close()
        await super().close()
        # Cancelled again by a loop that ends, they could not clean up what they had begun.
        if ending := [task for task in self._always if task is not asyncio.current_task()]:
            await asyncio.wait(ending, timeout=_LAST_WORDS)

    async def _sync(self, application: int) -> None:
        """Tell Discord of the commands; where it wants to be asked later, that goes on beside everything else."""
        syncing = asyncio.create_task(sync_if_changed(self.tree, application, self._commands_file))
        self._always.append(syncing)
        done, _ = await asyncio.wait({syncing}, timeout=_FOR_COMMANDS)
        if done:
            syncing.result()

    async def _keep_telling(self) -> None:
        parts, corpus = self.parts, self.parts.corpus
        await keep_telling(
            self,
            parts.desks,
            corpus.follower,
            parts.servers,
            corpus_servers=parts.corpus_servers,
            compare=corpus.compare,
        )

    async def _show_last_rulings(self) -> None:
        await self.wait_until_ready()  # the servers' languages come with them
        try:
            await show_last_rulings(self, self.parts)
        except LogUnavailableError as error:
            _log.warning("what was decided last cannot be shown: %s", error.user_message)

    async def _settle(self) -> None:
        try:
            settled = await asyncio.to_thread(settle, self.parts.desks.log, self.parts.began)
        except LogUnavailableError as error:
            _log.warning("answers of the last run cannot be settled: %s", error.user_message)
            return
        if settled:
            _log.info("of %d answers of the last run nobody knows whether they were shown", len(settled))


class _StillAwayError(Exception):
    """A shard could not be connected."""


def _is_known(interaction: discord.Interaction) -> bool:
    """Whether a button is one of this version's; those of an older one stay in old messages."""
    custom_id = interaction.custom_id or ""
    ours = (CHOICE, EDITING, SETUP, REVIEW, LISTING)
    return read_press(custom_id) is not None or any(one.fullmatch(custom_id) for one in ours)
