"""Comparing a newer index with the one before, in a process of its own at low priority: questions come first."""

import asyncio
import logging
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from pydantic import TypeAdapter, ValidationError

from bot.desk.changes import Changes
from bot.desk.rebuilding import child_environment
from bot.settings import Settings

_log = logging.getLogger(__name__)
_LONGEST = 900.0  # seconds; the process itself stops asking after five minutes


@dataclass(frozen=True, slots=True)
class Told:
    """What a newer index changed: labels of articles, and what its editors are told in each server."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    servers: dict[str, Changes] = field(default_factory=dict)


TOLD = TypeAdapter(Told)


class ComparingDesk:
    """Has the questions of the last days asked again."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    async def compare(self, before: str, servers: Sequence[str]) -> Told | None:
        """Return what the current index changed since version *before*; None where that cannot be found out."""
        options = [option for server in servers for option in ("--server", server)]
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bot.cli", "changes", "--since", before, "--json", "--gently", *options),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the bot
            env=child_environment(self._settings),
        )
        try:
            async with asyncio.timeout(_LONGEST):
                found, _ = await process.communicate()
            return TOLD.validate_json(found)
        except (TimeoutError, ValidationError):
            _log.warning("what the new index changed could not be found out (%s)", process.returncode)
            return None
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.communicate()  # to the end of its output, which closes the pipe
