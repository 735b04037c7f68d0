"""The container file: what a linter says of it, and that the bot runs on what it installs."""

import re
import subprocess
import sys
from pathlib import Path

from deploy.runtime_packages import EXPORTING, runtime_packages
from tests.children import run_python
from tests.deploy.conftest import ROOT, Tool


def test_a_linter_finds_nothing(tool: Tool, deploy: Path) -> None:
    """Hadolint knows Docker's rules and looks into the shell commands."""
    done = subprocess.run(
        [tool("hadolint"), "--no-color", str(deploy / "Containerfile")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_what_runs_is_no_root_and_has_a_probe(deploy: Path) -> None:
    """Two stages; the second copies from the first, changes to a user without rights, and is asked how it is."""
    stages = re.split(r"^FROM ", (deploy / "Containerfile").read_text(encoding="utf-8"), flags=re.MULTILINE)[
        1:
    ]
    assert len(stages) == 2
    assert "COPY --from=building /opt/crosscite /opt/crosscite\n" in stages[1]
    assert "\nUSER 10001:10001\n" in stages[1]
    assert "http://127.0.0.1:9464/ready" in stages[1]
    assert "pip install" not in stages[1]


def test_sqlite_has_the_volume_to_write_the_log_anew(deploy: Path) -> None:
    """After an erasure that takes as much room as the log; in a small /tmp it failed, and erased bytes stayed."""
    text = (deploy / "Containerfile").read_text(encoding="utf-8")
    where = re.findall(
        r"(?:^WORKDIR |\bSQLITE_TMPDIR=)(\S+)", text.rpartition("\nFROM ")[2], flags=re.MULTILINE
    )
    assert where == ["/var/lib/crosscite", "/var/lib/crosscite"]


def test_every_package_but_the_exporting_ones_is_installed() -> None:
    """The list is pyproject's own, so that a new dependency cannot be forgotten."""
    packages = runtime_packages(ROOT / "pyproject.toml")
    assert "discord.py>=2.7,<3" in packages
    assert "psycopg[binary]>=3.2,<4" in packages
    assert [one for one in packages if one.startswith(EXPORTING) and not one.startswith("onnxruntime")] == []
    printed = subprocess.run(
        [sys.executable, "deploy/runtime_packages.py", "pyproject.toml"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert printed.splitlines() == packages


def test_without_what_only_exporting_needs_it_builds_asks_and_runs(models: Path, tmp_path: Path) -> None:
    """With a model that is exported already, nothing ever asks for torch or what brings it."""
    code = f"""
import os, sys
for name in ("torch", "transformers", "sentence_transformers", "onnx", "sklearn", "scipy", "huggingface_hub"):
    sys.modules[name] = None
os.environ |= {{
    "CROSSCITE_INDEX_MODELS": {str(models)!r},
    "CROSSCITE_INDEX_DIRECTORY": {str(tmp_path / "index")!r},
    "CROSSCITE_LOG_DATABASE": "sqlite:///" + {str(tmp_path / "log.db")!r},
    "CROSSCITE_LOG_KEY_FILE": {str(tmp_path / "key")!r},
    "CROSSCITE_LOG_ANCHORS": {str(tmp_path / "anchors")!r},
}}
from bot.cli.program import run
codes = [run(["build"]), run(["ask", "--log", "How long is the trip?"]), run(["log", "verify"])]
import bot.cli.running
sys.exit(codes != [0, 0, 0])
"""
    done = run_python(code)
    assert done.returncode == 0, done.stderr
    assert "weeklong" in done.stdout


def test_only_what_the_image_needs_is_sent_to_be_built(deploy: Path) -> None:
    """Whatever the container file copies is let through, and nothing secret is."""
    let_through = {
        line[1:]
        for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
        if line.startswith("!")
    }
    text = (deploy / "Containerfile").read_text(encoding="utf-8")
    copied = {
        source
        for line in re.findall(r"^COPY (?!--from)(.+)$", text, re.MULTILINE)
        for source in line.split()[:-1]
    }
    assert copied == let_through
    assert all((ROOT / one).exists() for one in copied)
