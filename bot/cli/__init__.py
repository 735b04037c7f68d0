"""The terminal: `crosscite ask | build | status | show | schema | evaluate`."""

from bot.cli.program import main

__all__ = ["main"]
