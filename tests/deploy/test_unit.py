"""The unit of systemd."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.exit_codes import ExitCode
from bot.settings import DiscordSettings
from tests.deploy.conftest import Tool


@pytest.fixture
def unit(deploy: Path, tmp_path: Path) -> Path:
    """The unit as it stands, but for the program's place and the runbook's, which are this checkout's here."""
    text = (deploy / "crosscite.service").read_text(encoding="utf-8")
    for there, here in (
        ("/opt/crosscite/.venv/bin/crosscite", str(Path(sys.executable).parent / "crosscite")),
        ("file:/opt/crosscite/deploy/runbook.md", f"file:{deploy}/runbook.md"),
    ):
        assert there in text
        text = text.replace(there, here)
    path = tmp_path / "crosscite.service"
    path.write_text(text, encoding="utf-8")
    return path


def test_systemd_takes_it(tool: Tool, unit: Path) -> None:
    """No unknown key, no value that it does not understand."""
    done = subprocess.run(
        [tool("systemd-analyze"), "verify", str(unit)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_it_is_exposed_to_little(tool: Tool, unit: Path) -> None:
    """Systemd's own score of what a service could do, of 10, is 2.0 at most."""
    done = subprocess.run(
        [tool("systemd-analyze"), "security", "--offline=true", "--threshold=20", "--no-pager", str(unit)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-200:] + done.stderr


def test_it_is_not_restarted_where_that_cannot_help(unit: Path) -> None:
    """The exit code is the program's own for a refused token."""
    assert f"RestartPreventExitStatus={ExitCode.REFUSED}\n" in unit.read_text(encoding="utf-8")


def test_its_settings_are_settings(unit: Path) -> None:
    """What the unit sets is read by the program."""
    names = re.findall(r"Environment=CROSSCITE_DISCORD_(\w+)=", unit.read_text(encoding="utf-8"))
    assert names == ["TOKEN_FILE"]
    assert {name.lower() for name in names} <= set(DiscordSettings.model_fields)
