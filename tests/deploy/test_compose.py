"""The compose file, read by a program that runs such files."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import DiscordSettings
from tests.deploy.conftest import Tool


@pytest.fixture
def compose(tool: Tool, deploy: Path, tmp_path: Path) -> dict[str, Any]:
    """The file as podman-compose understands it; of podman it gets what it asks for first, its version."""
    podman = tmp_path / "podman"
    podman.write_text("#!/bin/sh\necho podman version 5.0.0\n", encoding="ascii")
    podman.chmod(0o755)
    place = tmp_path / "deploy"
    place.mkdir()
    for name in ("compose.yaml", "Containerfile"):
        (place / name).write_bytes((deploy / name).read_bytes())
    for secret in ("discord_token", "database_password"):
        (place / secret).write_text("secret", encoding="ascii")
    done = subprocess.run(
        [tool("podman-compose"), "--file", "compose.yaml", "--profile", "postgresql", "config"],
        cwd=place,
        env=os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "WARN" not in done.stderr
    found: dict[str, Any] = yaml.safe_load(done.stdout)
    return found


def test_both_services_are_held_short(compose: dict[str, Any]) -> None:
    """Read-only, without rights that they do not use, within limits, restarted, and asked how they are."""
    assert set(compose["services"]) == {"bot", "postgresql"}
    for service in compose["services"].values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert service["restart"] == "unless-stopped"
        assert {"mem_limit", "pids_limit", "healthcheck", "stop_grace_period"} <= set(service)
    assert "cap_add" not in compose["services"]["bot"]
    assert compose["services"]["postgresql"]["profiles"] == ["postgresql"]


def test_what_is_kept_lies_in_volumes(compose: dict[str, Any]) -> None:
    """Index, log and articles outlive the container, and so does the database."""
    assert set(compose["volumes"]) == {"state", "database"}
    assert compose["services"]["bot"]["volumes"] == ["state:/var/lib/crosscite"]


def test_the_token_is_a_secret_that_the_bot_reads(compose: dict[str, Any], tmp_path: Path) -> None:
    """It stands in no environment; the setting that names its file is one that there is."""
    bot = compose["services"]["bot"]
    assert bot["environment"] == {"CROSSCITE_DISCORD_TOKEN_FILE": "/run/secrets/discord_token"}
    assert bot["secrets"] == ["discord_token"]
    assert set(compose["secrets"]) == {"discord_token", "database_password"}
    assert DiscordSettings(token_file=tmp_path / "deploy" / "discord_token").secret() == "secret"
