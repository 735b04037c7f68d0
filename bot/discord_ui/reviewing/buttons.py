"""The buttons and lists of moderators, found again by their custom_id: after a restart as before it."""

import re
from typing import Any, cast

import discord
from discord import ui

from bot.desk.standing import Standing
from bot.discord_ui.acting import may_act
from bot.discord_ui.cards.answers import answer_card
from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.review_presses import (
    LISTING,
    REVIEW,
    Action,
    Listing,
    ListingPress,
    ReviewPress,
    listing_of,
    read_where,
    review_of,
)
from bot.discord_ui.cards.ruling_forms import RulingForm, SearchForm
from bot.discord_ui.deliveries import acknowledge, acknowledge_change
from bot.discord_ui.demands import may_use, needed, settings_in
from bot.discord_ui.errors import guarded
from bot.discord_ui.parts import parts_of
from bot.discord_ui.places import language_in, server_of
from bot.discord_ui.reviewing.choosing import show_preview, show_read, show_sentences
from bot.discord_ui.reviewing.listing import listed
from bot.discord_ui.reviewing.ruled import ruled_of
from bot.discord_ui.reviewing.showing import case_of, shown_case
from bot.errors import AnswerErasedError, UnknownEventError

_QUEUE, _GAPS = needed(Standing.MODERATOR), needed(Standing.MODERATOR, Standing.EDITOR)
_FORMS = {Action.UPHOLD, Action.RETRACT, Action.IGNORE, Action.USE}


class ReviewItem(ui.DynamicItem[ui.Item[Any]], template=REVIEW):
    """Any button or list of a moderator; it holds what was pressed and nothing else."""

    def __init__(self, item: ui.Item[Any], press: ReviewPress) -> None:
        super().__init__(item)
        self._press = press

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> "ReviewItem":
        """Read what it says."""
        return cls(item, review_of(match))

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Let moderators alone decide, of the server that they are in."""
        async with guarded(interaction, "seeing who may review"):
            return await may_act(interaction) and await may_use(interaction, needed(Standing.MODERATOR))
        return False

    async def callback(self, interaction: discord.Interaction) -> None:
        """Do what it says."""
        press = self._press
        values = [str(one) for one in cast("dict[str, Any]", interaction.data or {}).get("values") or ()]
        async with guarded(interaction, f"reviewing ({press.action})"):
            if press.action in _FORMS:
                await _open_form(interaction, press)
            elif press.action is Action.SEARCH:
                form = SearchForm(press, language_in(interaction))
                form.stop()  # what is submitted is read from the interaction, not waited for
                await interaction.response.send_modal(form)
            elif press.action is Action.VIEW:
                await _view(interaction, press)
            elif press.action is Action.OPEN:
                await _open(interaction, int(values[0]))
            elif press.action is Action.CORRECT:
                await _begin(interaction, press)
            else:
                await _choose(interaction, press, values)


class ListingButton(ui.DynamicItem[ui.Button[Any]], template=LISTING):
    """Turns a list of moderators to another page."""

    def __init__(self, item: ui.Button[Any], press: ListingPress) -> None:
        super().__init__(item)
        self._press = press

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str], /
    ) -> "ListingButton":
        """Read what the button says."""
        assert isinstance(item, ui.Button)  # noqa: S101 - nothing else bears such an id
        return cls(item, listing_of(match))

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Let in whoever may use the command that shows the list."""
        wanted = {Listing.QUEUE: _QUEUE, Listing.GAPS: _GAPS}[self._press.listing]
        async with guarded(interaction, "seeing who may review"):
            return await may_act(interaction) and await may_use(interaction, wanted)
        return False

    async def callback(self, interaction: discord.Interaction) -> None:
        """Redraw the list."""
        async with guarded(interaction, f"turning to a page ({self._press.listing})"):
            await acknowledge_change(interaction)
            desks, language = parts_of(interaction).desks, language_in(interaction)
            card = await listed(self._press, _server(interaction), desks, language)
            await interaction.edit_original_response(view=view_of(card))


async def _open_form(interaction: discord.Interaction, press: ReviewPress) -> None:
    case = await case_of(parts_of(interaction).desks, press.answer, _server(interaction))
    form = RulingForm(press, case.answer, language_in(interaction))
    form.stop()
    await interaction.response.send_modal(form)


async def _view(interaction: discord.Interaction, press: ReviewPress) -> None:
    """Show the answer, as it stands now, with all its buttons."""
    await acknowledge(interaction, private=True)
    parts = parts_of(interaction)
    case = await case_of(parts.desks, press.answer, _server(interaction))
    if case.answer is None:
        raise AnswerErasedError(press.answer)
    ruled = ruled_of(case.reviewed, await settings_in(parts, case.event.server), parts.desks.cases)
    card = answer_card(case.answer, case.event.number, language_in(interaction), ruled=ruled)
    await interaction.edit_original_response(view=view_of(card))


async def _open(interaction: discord.Interaction, number: int) -> None:
    """Show one report, or answer, of a list."""
    await acknowledge(interaction, private=True)
    desks = parts_of(interaction).desks
    case = await case_of(desks, number, _server(interaction))
    card = shown_case(case, case.report(number), language_in(interaction), desks)
    await interaction.edit_original_response(view=view_of(card))


async def _begin(interaction: discord.Interaction, press: ReviewPress) -> None:
    """Begin a correction in a private message, or begin again in the one that there is."""
    message = interaction.message
    again = message is not None and message.flags.ephemeral and _is_choice(message)
    await (acknowledge_change(interaction) if again else acknowledge(interaction, private=True))
    await show_read(interaction, press.to(Action.CORRECT))


async def _choose(interaction: discord.Interaction, press: ReviewPress, values: list[str]) -> None:
    await acknowledge_change(interaction)
    if press.action is Action.PARAGRAPH:
        where = read_where(values[0])
        if where is None:
            raise UnknownEventError(press.answer)
        await show_sentences(interaction, press, where)
    else:
        chosen = sorted(int(value) for value in values)
        await show_preview(interaction, press, (chosen[0], chosen[-1]))


def _is_choice(message: discord.Message) -> bool:
    """Whether a message is a step of a correction: those have a way back, a case has the button that begins."""
    view: Any = ui.LayoutView.from_message(message)
    found = [REVIEW.fullmatch(str(getattr(item, "custom_id", ""))) for item in view.walk_children()]
    return not any(match is not None and match["action"] == Action.VIEW for match in found)


def _server(interaction: discord.Interaction) -> str:
    server = server_of(interaction)
    assert server is not None  # noqa: S101 - moderators are only in servers
    return server
