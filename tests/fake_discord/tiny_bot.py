"""A bot of a few lines, made of discord.py's own parts, that says back what it heard: it proves the fake."""

import asyncio
import re
from typing import Any, Self

import aiohttp
import discord
from discord import app_commands
from discord.ext import commands


class Again(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]], template=r"again:(?P<times>\d+)"
):
    """A button that counts how often it was pressed, in its own id, so that it survives a restart."""

    def __init__(self, times: int) -> None:
        super().__init__(discord.ui.Button(label="Again", custom_id=f"again:{times}"))
        self.times = times

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction, _item: discord.ui.Item[Any], match: re.Match[str]
    ) -> Self:
        """Return the button that has such an id."""
        return cls(int(match["times"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Show the same card, counted on."""
        await interaction.response.edit_message(view=card(f"pressed {self.times + 1}", self.times + 1))


class Tell(discord.ui.Modal, title="Tell"):
    """A form with a list and a text."""

    kind: discord.ui.Label[discord.ui.Modal] = discord.ui.Label(
        text="Kind",
        component=discord.ui.Select(
            options=[discord.SelectOption(label=name, value=name[0]) for name in ("One", "Two")]
        ),
    )
    words: discord.ui.Label[discord.ui.Modal] = discord.ui.Label(
        text="Words", component=discord.ui.TextInput(style=discord.TextStyle.paragraph, max_length=20)
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Say back what was filled in, to the one who filled it in."""
        kind, words = self.kind.component, self.words.component
        assert isinstance(kind, discord.ui.Select)
        assert isinstance(words, discord.ui.TextInput)
        await interaction.response.send_message(f"{kind.values[0]} {words.value}", ephemeral=True)


class Form(discord.ui.DynamicItem[discord.ui.Button[discord.ui.LayoutView]], template=r"form"):
    """A button that opens the form."""

    def __init__(self) -> None:
        super().__init__(discord.ui.Button(label="Tell", custom_id="form"))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction, _item: discord.ui.Item[Any], _match: re.Match[str]
    ) -> Self:
        """Return the button."""
        return cls()

    async def callback(self, interaction: discord.Interaction) -> None:
        """Open the form."""
        await interaction.response.send_modal(Tell())


def card(text: str, times: int = 0) -> discord.ui.LayoutView:
    """Return a card with a text and the two buttons."""
    view = discord.ui.LayoutView(timeout=None)
    row: discord.ui.ActionRow[discord.ui.LayoutView] = discord.ui.ActionRow()
    row.add_item(Again(times))
    row.add_item(Form())
    view.add_item(discord.ui.Container(discord.ui.TextDisplay(text), row))
    return view


class TinyBot(commands.Bot):
    """The bot; ``before_answering`` is awaited before the first response, ``meanwhile`` after it."""

    def __init__(self, connector: aiohttp.BaseConnector, intents: discord.Intents | None = None) -> None:
        super().__init__(
            command_prefix=(),
            intents=intents or discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            connector=connector,
            guild_ready_timeout=0.05,
            allowed_mentions=discord.AllowedMentions.none(),
        )
        self.errors: asyncio.Queue[Exception] = asyncio.Queue()
        self.meanwhile = asyncio.Event()
        self.meanwhile.set()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Identify at once: real Discord wants five seconds between two."""

    async def setup_hook(self) -> None:
        """Register what there is."""
        self.add_dynamic_items(Again, Form)
        self.tree.add_command(echo)
        self.tree.add_command(whisper)
        self.tree.add_command(split)
        self.tree.add_command(look)
        self.tree.error(self._failed)
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        """Reply where the bot is meant, and in a thread if that is wanted."""
        assert self.user is not None
        if message.author.bot or (message.guild and self.user not in message.mentions):
            return
        if "thread" in message.content:
            thread = await message.create_thread(name="here")
            await thread.send("in the thread")
        else:
            await message.reply(message.content.partition("> ")[2] or message.content)

    async def _failed(self, _interaction: discord.Interaction, error: app_commands.AppCommandError) -> None:
        self.errors.put_nowait(getattr(error, "original", error))


@app_commands.command()
@app_commands.describe(text="What to say back")
async def echo(interaction: discord.Interaction[TinyBot], text: app_commands.Range[str, 1, 50]) -> None:
    """Say it back, after thinking."""
    await interaction.response.defer(thinking=True)
    await interaction.client.meanwhile.wait()
    await interaction.edit_original_response(view=card(text))


@echo.autocomplete("text")
async def suggest(_interaction: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
    """Suggest what was typed, twice as long."""
    return [app_commands.Choice(name=current * 2, value=current * 2)]


@app_commands.command()
async def whisper(interaction: discord.Interaction, text: str) -> None:
    """Say it back to one person."""
    await interaction.response.send_message(text, ephemeral=True)


@app_commands.command()
async def split(interaction: discord.Interaction, text: str, file: bool = False) -> None:
    """Say it in two messages, the second with a file if that is wanted."""
    await interaction.response.send_message("first")
    if file:
        await interaction.followup.send(file=discord.File(__file__, filename="tiny.py"))
    else:
        await interaction.followup.send(text)


@app_commands.context_menu(name="Look")
async def look(interaction: discord.Interaction, message: discord.Message) -> None:
    """Say what a message says."""
    await interaction.response.send_message(message.content)
