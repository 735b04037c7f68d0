"""`/corpus`: what editors do, in the servers that the operator named."""

import asyncio
import re
from typing import Any

import discord
from discord import app_commands, ui

from bot.desk.builds import BuildRecord, failure_of
from bot.desk.drafts import LARGEST, Draft
from bot.desk.rebuilding import Job
from bot.desk.standing import Standing
from bot.discord_ui.acting import may_act
from bot.discord_ui.cards.corpus_presses import NO_DRAFT, PATTERN, Act
from bot.discord_ui.cards.drafts import draft_card, reason_in, trouble_line
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.cards.rebuilds import failure_line, progress_card, status_card, undone_card
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.deliveries import acknowledge, acknowledge_change
from bot.discord_ui.demands import may_use, needed, open_to
from bot.discord_ui.errors import guarded
from bot.discord_ui.parts import Parts, parts_of
from bot.discord_ui.places import language_in, server_of, words_for
from bot.discord_ui.said import said
from bot.discord_ui.words.words import Words
from bot.errors import DraftError, DraftTrouble, RebuildRunningError
from index.errors import ArticleIndexError, BuildInProgressError, IndexMissingError, NoEarlierVersionError

EDITORS = needed(Standing.EDITOR, corpus=True)


def add_corpus_commands(tree: app_commands.CommandTree[discord.Client], parts: Parts) -> None:
    """Add `/corpus` with what it does."""
    group = app_commands.Group(
        name=said("corpus"),
        description=said("corpus.description"),
        guild_only=True,
        extras=open_to(Standing.EDITOR, corpus=True),
    )

    @group.command(name=said("corpus.add"), description=said("corpus.add.description"))
    @app_commands.rename(file=said("corpus.add.file"))
    @app_commands.describe(file=said("corpus.add.file.description"))
    async def add(interaction: discord.Interaction, file: discord.Attachment) -> None:
        await acknowledge(interaction, private=True)
        words = words_for(interaction)
        try:
            card = draft_card(await _kept(file, parts), words)
        except DraftError as error:
            card = notice_card(trouble_line(error, words.corpus.draft))
        await interaction.edit_original_response(view=view_of(card))

    @group.command(name=said("corpus.status"), description=said("corpus.status.description"))
    async def status(interaction: discord.Interaction) -> None:
        await acknowledge(interaction, private=True)
        words = words_for(interaction)
        try:
            found = await asyncio.to_thread(parts.corpus.status)
            running = await asyncio.to_thread(parts.corpus.running)
            card = status_card(found, running, words)
        except IndexMissingError:
            card = notice_card(words.trouble.no_index)
        await interaction.edit_original_response(view=view_of(card))

    @group.command(name=said("corpus.rebuild"), description=said("corpus.rebuild.description"))
    async def rebuild(interaction: discord.Interaction) -> None:
        await acknowledge(interaction, private=False)
        waiting = progress_card(_job(interaction, None, anyway=False), BuildRecord(), words_for(interaction))
        message = await interaction.edit_original_response(view=view_of(waiting))
        refusal = await _started(interaction, message, None, anyway=False)
        if refusal is not None:
            await interaction.edit_original_response(view=view_of(refusal))

    @group.command(name=said("corpus.undo"), description=said("corpus.undo.description"))
    async def undo(interaction: discord.Interaction) -> None:
        await acknowledge(interaction, private=False)
        words = words_for(interaction)
        try:
            found = await asyncio.to_thread(parts.corpus.undo)
            await parts.desks.look()  # what is said next is true already
            card = undone_card(found, words)
        except BuildInProgressError:
            card = notice_card(words.corpus.status.building)
        except NoEarlierVersionError:
            card = notice_card(words.corpus.status.no_earlier)
        except ArticleIndexError as error:
            failure = failure_line(BuildRecord.model_validate(failure_of(error)), words)
            card = notice_card(f"{failure} {words.corpus.rebuild.unchanged}")
        await interaction.edit_original_response(view=view_of(card))

    tree.add_command(group)


class CorpusButton(ui.DynamicItem[ui.Button[Any]], template=PATTERN):
    """Publishes a draft, or discards it; what it holds is the draft's number and nothing else."""

    def __init__(self, item: ui.Button[Any], act: Act, draft: str) -> None:
        super().__init__(item)
        self._act = act
        self._draft = draft

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> "CorpusButton":
        """Read what the button says."""
        assert isinstance(item, ui.Button)  # noqa: S101 - nothing else bears such an id
        return cls(item, Act(match["act"]), match["draft"])

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Hold everybody to the bound, and let only editors decide."""
        async with guarded(interaction, "seeing who may"):
            return await may_act(interaction) and await may_use(interaction, EDITORS)
        return False

    async def callback(self, interaction: discord.Interaction) -> None:
        """Do what the button says."""
        async with guarded(interaction, f"deciding to {self._act}"):
            await acknowledge_change(interaction)
            parts, words = parts_of(interaction), words_for(interaction)
            if self._act is Act.DISCARD:
                await asyncio.to_thread(parts.corpus.drafts.discard, self._draft)
                await _replaced(interaction, notice_card(words.corpus.draft.discarded))
                return
            try:
                await self._publish(interaction, parts, words)
            except DraftError as error:
                await _replaced(interaction, notice_card(trouble_line(error, words.corpus.draft)))

    async def _publish(self, interaction: discord.Interaction, parts: Parts, words: Words) -> None:
        draft = None
        if self._draft != NO_DRAFT:
            draft = await asyncio.to_thread(parts.corpus.drafts.draft, self._draft)
        message = interaction.message
        if (
            message is None or message.flags.ephemeral
        ):  # the preview is one editor's, the progress all editors'
            running = await asyncio.to_thread(parts.corpus.running)
            if running is not None:
                await interaction.followup.send(view=view_of(busy_card(running, words)), ephemeral=True)
                return
            waiting = progress_card(_job(interaction, draft, anyway=False), BuildRecord(), words)
            message = await interaction.followup.send(view=view_of(waiting), wait=True)
            refusal = await _started(interaction, message, draft, anyway=self._act is Act.ANYWAY)
            if refusal is None:
                await _replaced(interaction, notice_card(words.corpus.draft.published))
            else:
                await message.edit(view=view_of(refusal))
            return
        refusal = await _started(interaction, message, draft, anyway=self._act is Act.ANYWAY)
        if refusal is not None:
            await interaction.followup.send(view=view_of(refusal), ephemeral=True)


def busy_card(running: Job, words: Words) -> Card:
    """Return that somebody else's rebuild is running."""
    since = f"<t:{int(running.started.timestamp())}:R>"
    return notice_card(words.corpus.rebuild.busy.format(since=since))


async def _kept(file: discord.Attachment, parts: Parts) -> Draft:
    if file.size > LARGEST:
        raise DraftError(DraftTrouble.TOO_LARGE)
    name = file.filename
    data = await file.read()
    if parts.desks.current is None:
        return await asyncio.to_thread(parts.corpus.drafts.keep, name, data, None)
    with parts.desks.held() as serving:
        return await asyncio.to_thread(parts.corpus.drafts.keep, name, data, serving.service.index)


async def _started(
    interaction: discord.Interaction, message: discord.Message, draft: Draft | None, *, anyway: bool
) -> Card | None:
    """Start a rebuild that is followed in *message*; return what to say if it cannot be."""
    corpus, words = parts_of(interaction).corpus, words_for(interaction)
    job = _job(interaction, draft, anyway=anyway).model_copy(update={"message": str(message.id)})
    try:
        begun = await asyncio.to_thread(corpus.rebuilding.start, job, draft.path if draft else None)
    except RebuildRunningError:
        running = await asyncio.to_thread(corpus.running)
        return busy_card(running or job, words)
    except OSError as error:
        reason = reason_in(error.strerror or type(error).__name__, words.corpus.draft)
        failed = words.corpus.rebuild.failed.format(reason=f"{reason}.")
        return notice_card(f"{failed} {words.corpus.rebuild.unchanged}")
    corpus.follower.follow(begun, interaction.client, message)
    return None


def _job(interaction: discord.Interaction, draft: Draft | None, *, anyway: bool) -> Job:
    return Job(
        server=server_of(interaction) or "",
        channel=str(interaction.channel_id),
        language=language_in(interaction),
        draft=draft.id if draft else None,
        label=draft.source.label if draft else "",
        anyway=anyway,
    )


async def _replaced(interaction: discord.Interaction, card: Card) -> None:
    await interaction.edit_original_response(view=view_of(card))
