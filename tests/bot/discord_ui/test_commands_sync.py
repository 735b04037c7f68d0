"""Discord is told of commands only where they changed."""

from pathlib import Path
from typing import Any

import aiohttp
import discord
import pytest
from discord import app_commands

from bot.discord_ui.commands_sync import sync_if_changed
from bot.discord_ui.said import CommandTranslator, said


class Tree(app_commands.CommandTree[discord.Client]):
    """A tree that counts how often it would have been sent, and cannot be while Discord is *down*."""

    sent = 0
    down = False
    broken: Exception | None = None

    async def sync(self, *, guild: object = None) -> list[Any]:  # noqa: ARG002 - the library's signature
        """Count."""
        if self.broken is not None:
            raise self.broken
        if self.down:
            raise discord.DiscordServerError(_Response(), "down")
        self.sent += 1
        return []


class _Response:
    status, reason = 503, "Service Unavailable"


def _tree(description: str = "about.description") -> Tree:
    tree = Tree(discord.Client(intents=discord.Intents.none()))

    @tree.command(name=said("about"), description=said(description))
    async def about(interaction: discord.Interaction) -> None:
        """Do nothing."""

    return tree


async def test_they_are_sent_once(tmp_path: Path) -> None:
    """A restart sends nothing; the file is made where its folder is not there yet."""
    file = tmp_path / "new" / "commands.json"
    first, again = _tree(), _tree()
    assert await sync_if_changed(first, 1, file)
    assert not await sync_if_changed(again, 1, file)
    assert (first.sent, again.sent) == (1, 0)


async def test_any_change_sends_them(tmp_path: Path) -> None:
    """Other words, words in another language, another application, or a file that says nothing."""
    file = tmp_path / "commands.json"
    await sync_if_changed(_tree(), 1, file)
    assert await sync_if_changed(_tree("sources.description"), 1, file)
    translated = _tree("sources.description")
    await translated.set_translator(CommandTranslator())
    assert await sync_if_changed(translated, 1, file)
    assert await sync_if_changed(translated, 2, file)
    for broken in ("", "[]", "{", '{"sent": 1}'):
        file.write_text(broken)
        assert await sync_if_changed(translated, 2, file)


async def test_a_command_more_or_less_sends_them(tmp_path: Path) -> None:
    """One that came is told, and so is one that is gone, after which it is as it was."""
    file = tmp_path / "commands.json"
    more = _tree()

    @more.command(name=said("sources"), description=said("sources.description"))
    async def sources(interaction: discord.Interaction) -> None:
        """Do nothing."""

    assert await sync_if_changed(_tree(), 1, file)
    assert await sync_if_changed(more, 1, file)
    assert not await sync_if_changed(more, 1, file)
    more.remove_command("sources")
    assert await sync_if_changed(more, 1, file)
    assert not await sync_if_changed(_tree(), 1, file)


async def test_a_network_that_is_away_stops_nothing(tmp_path: Path) -> None:
    """Neither a connection that breaks nor a refusal keeps the bot from starting; the next start sends them."""
    file, tree = tmp_path / "commands.json", _tree()
    tree.broken = aiohttp.ServerDisconnectedError()
    assert not await sync_if_changed(tree, 1, file)
    tree.broken = None
    assert await sync_if_changed(tree, 1, file)


async def test_what_was_not_sent_is_sent_next_time(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The bot starts all the same, since Discord still knows the old commands."""
    file, tree = tmp_path / "commands.json", _tree()
    tree.down = True
    assert not await sync_if_changed(tree, 1, file)
    assert "the next start tries again" in caplog.text
    tree.down = False
    assert await sync_if_changed(tree, 1, file)


async def test_a_file_that_cannot_be_written_stops_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The commands are sent, and sent again at the next start."""
    (tmp_path / "file").write_text("no folder")
    assert await sync_if_changed(_tree(), 1, tmp_path / "file" / "commands.json")
    assert "cannot be written" in caplog.text
