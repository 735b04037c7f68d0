"""How often somebody may act at all: every command and every press costs a read of the log or more."""

import discord

from bot.discord_ui.cards.notices import notice_card
from bot.discord_ui.errors import tell_privately
from bot.discord_ui.parts import parts_of
from bot.discord_ui.places import server_of, words_for


async def may_act(interaction: discord.Interaction) -> bool:
    """Count what somebody does; if it comes too soon, tell them when they may again, and return False."""
    parts = parts_of(interaction)
    too_soon = parts.acts.use(str(interaction.user.id), server_of(interaction))
    if too_soon is None:
        return True
    words = words_for(interaction).asking
    told = words.server_acting_cooldown if too_soon.server else words.acting_cooldown
    await tell_privately(interaction, notice_card(told.format(seconds=too_soon.seconds)))
    return False
