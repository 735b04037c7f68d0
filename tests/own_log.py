"""Settings with a citation log that is a test's own, and all else that a bot remembers beside it."""

from pathlib import Path

from pydantic import SecretStr

from bot.settings import Settings


def with_own_log(settings: Settings, folder: Path) -> Settings:
    """Return *settings* with a log, and what a bot remembers, in *folder*."""
    log = settings.log.model_copy(
        update={
            "database": SecretStr(f"sqlite:///{folder / 'log.db'}"),
            "key_file": folder / "key",
            "anchors": folder / "anchors.jsonl",
        }
    )
    discord = settings.discord.model_copy(
        update={"commands_file": folder / "commands.json", "owed": folder / "owed"}
    )
    return settings.model_copy(update={"log": log, "discord": discord})
