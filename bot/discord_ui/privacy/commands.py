"""`/privacy`: what is kept of a member, as numbers or as a file, and its deletion."""

import asyncio
import io
import re
from typing import Any

import discord
from discord import app_commands, ui

from bot.citation_log.events import Erased, Event
from bot.citation_log.protocol import Query, in_pages
from bot.desk.standing import Standing
from bot.discord_ui.acting import may_act
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.deliveries import acknowledge, acknowledge_change
from bot.discord_ui.demands import open_to, settings_in
from bot.discord_ui.desks import Desks
from bot.discord_ui.errors import guarded
from bot.discord_ui.parts import Parts, parts_of
from bot.discord_ui.places import server_of, words_for
from bot.discord_ui.privacy.personal import exported, holdings_of
from bot.discord_ui.said import said
from bot.discord_ui.words.words import Words

_DELETE, _KEEP = "crosscite1:privacy:delete", "crosscite1:privacy:keep"
CHOICE = re.compile(r"crosscite1:privacy:(?P<choice>delete|keep)")


def add_privacy_commands(tree: app_commands.CommandTree[discord.Client], parts: Parts) -> None:
    """Add `/privacy` with what it does."""
    desks = parts.desks
    group = app_commands.Group(
        name=said("privacy"), description=said("privacy.description"), extras=open_to(Standing.MEMBER)
    )

    @group.command(name=said("privacy.show"), description=said("privacy.show.description"))
    async def show(interaction: discord.Interaction) -> None:
        await acknowledge(interaction, private=True)
        found, words = holdings_of(await _events_of(interaction, desks)), words_for(interaction).privacy
        days = parts.servers.days_in(await settings_in(parts, server_of(interaction)))
        kept = words.kept.format(questions=found.questions, reports=found.reports, days=days)
        if found.decisions:
            kept = f"{words.decisions.format(decisions=found.decisions)}\n{kept}"
        text = kept if found else words.nothing_kept
        card = notice_card(f"{text}\n{words.posts_stay}", title=words.title)
        await interaction.edit_original_response(view=view_of(card))

    @group.command(name=said("privacy.export"), description=said("privacy.export.description"))
    async def export(interaction: discord.Interaction) -> None:
        await acknowledge(interaction, private=True)
        events, words = await _events_of(interaction, desks), words_for(interaction).privacy
        if not events:
            await interaction.edit_original_response(view=view_of(notice_card(words.nothing_kept)))
            return
        file = discord.File(io.BytesIO(exported(events)), "crosscite.json")
        await interaction.edit_original_response(content=words.exported, attachments=[file])

    @group.command(name=said("privacy.delete"), description=said("privacy.delete.description"))
    async def delete(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(view=_confirmation(words_for(interaction)), ephemeral=True)

    tree.add_command(group)


class ForgetButton(ui.DynamicItem[ui.Button[Any]], template=CHOICE):
    """Whether to delete everything, or nothing; only whoever asked for it sees it."""

    def __init__(self, item: ui.Button[Any], *, delete: bool) -> None:
        super().__init__(item)
        self._delete = delete

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> "ForgetButton":
        """Read what the button says."""
        assert isinstance(item, ui.Button)  # noqa: S101 - nothing else bears such an id
        return cls(item, delete=match["choice"] == "delete")

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Hold everybody to the bound."""
        return await may_act(interaction)

    async def callback(self, interaction: discord.Interaction) -> None:
        """Delete, or keep."""
        async with guarded(interaction, "deciding on deletion"):
            await acknowledge_change(interaction)
            words, desks = words_for(interaction).privacy, parts_of(interaction).desks
            text = words.cancelled
            if self._delete:
                event = await asyncio.to_thread(desks.forgetting.forget, interaction.user.id)
                count = len(event.detail.records) if isinstance(event.detail, Erased) else 0
                done = words.deleted_one if count == 1 else words.deleted.format(count=count)
                text = f"{done}\n{words.posts_stay}"
            await interaction.edit_original_response(view=view_of(notice_card(text)))


def _confirmation(words: Words) -> ui.LayoutView:
    view = view_of(notice_card(f"{words.privacy.confirm}\n{words.privacy.posts_stay}"))
    delete: ui.Button[Any] = ui.Button(
        label=words.privacy.confirm_button, style=discord.ButtonStyle.danger, custom_id=_DELETE
    )
    keep: ui.Button[Any] = ui.Button(label=words.privacy.cancel_button, custom_id=_KEEP)
    view.add_item(ui.ActionRow(delete, keep))
    return view


async def _events_of(interaction: discord.Interaction, desks: Desks) -> list[Event]:
    person = desks.person(interaction.user.id)
    return await asyncio.to_thread(lambda: list(in_pages(desks.log, Query(person=person))))
