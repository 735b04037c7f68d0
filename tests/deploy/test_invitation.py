"""The link in the runbook asks for what the bot uses."""

from pathlib import Path

from bot.discord_ui.client import intents
from bot.discord_ui.invitation import invite_link


def test_the_runbook_has_the_link(deploy: Path) -> None:
    """The very link that the code makes, so that the number follows the permissions."""
    assert f"    {invite_link('ID')}\n" in (deploy / "runbook.md").read_text(encoding="utf-8")


def test_no_privileged_intent_is_asked_for() -> None:
    """Members, presences and the content of messages that do not concern the bot stay unknown to it."""
    asked = intents()
    assert sorted(name for name, wanted in asked if wanted) == ["dm_messages", "guild_messages", "guilds"]
