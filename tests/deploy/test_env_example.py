"""env.example names every setting, at its default."""

import os
import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.settings import DiscordSettings, LogSettings, MonitorSettings, Settings
from deploy.env_example import env_example
from index.settings import IndexSettings

_LINE = re.compile(r"^#(CROSSCITE_[A-Z_]+)=(.*)$", re.MULTILINE)


def test_it_is_what_the_settings_say(deploy: Path) -> None:
    """`make env-example` writes it anew after a setting was added or changed."""
    assert (deploy / "env.example").read_text(encoding="utf-8") == env_example()


def test_with_every_line_in_use_nothing_changes(
    deploy: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The defaults in it are the program's, under the names that the program reads."""
    monkeypatch.chdir(tmp_path)
    for name in [one for one in os.environ if one.startswith("CROSSCITE_")]:
        monkeypatch.delenv(name)
    plain = Settings()
    named = dict(_LINE.findall((deploy / "env.example").read_text(encoding="utf-8")))
    (tmp_path / ".env").write_text("\n".join(f"{name}={value}" for name, value in named.items() if value))
    assert Settings() == plain
    groups: dict[str, type[BaseModel]] = {
        "INDEX": IndexSettings,
        "LOG": LogSettings,
        "DISCORD": DiscordSettings,
        "MONITOR": MonitorSettings,
    }
    known = {
        f"CROSSCITE_{group}_{name.upper()}" for group, kind in groups.items() for name in kind.model_fields
    }
    assert known <= set(named)
    (tmp_path / ".env").write_text("CROSSCITE_DISCORD_TOKEN_FILE=/run/token\nCROSSCITE_MONITOR_LINES=json\n")
    assert (str(Settings().discord.token_file), Settings().monitor.lines) == ("/run/token", "json")
