"""Tells Discord which commands there are, but only where that changed: it takes 200 a day, and minutes to show."""

import hashlib
import json
import logging
from pathlib import Path
from typing import Any

from discord import app_commands

from bot.discord_ui.deliveries import UNDELIVERABLE

_log = logging.getLogger(__name__)


async def sync_if_changed(tree: app_commands.CommandTree[Any], application: int, file: Path) -> bool:
    """Send the commands of *tree* unless *file* says that *application* has them; return whether they were sent.

    A failure is logged and raises nothing: the commands that Discord knows still work, as buttons do.
    """
    digest = await _digest(tree, application)
    if _known(file) == digest:
        return False
    try:
        await tree.sync()
    except UNDELIVERABLE as error:
        _log.warning("the commands could not be sent to Discord; the next start tries again: %s", error)
        return False
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"sent": digest}) + "\n", encoding="ascii")
    except OSError as error:
        _log.warning("%s cannot be written, so the next start sends the commands again: %s", file, error)
    return True


async def _digest(tree: app_commands.CommandTree[Any], application: int) -> str:
    """Return the SHA-256 of what would be sent, and to which application."""
    translator = tree.translator
    payloads = [
        command.to_dict(tree)
        if translator is None
        else await command.get_translated_payload(tree, translator)
        for command in tree.get_commands()
    ]
    text = json.dumps([str(application), payloads], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _known(file: Path) -> str | None:
    """Return the digest in *file*; a file that is not there or not ours says nothing."""
    try:
        found = json.loads(file.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
    return found.get("sent") if isinstance(found, dict) else None
