"""`crosscite run`, as far as it comes without a token."""

from pathlib import Path

from tests.children import run_python


def test_without_a_token_it_says_which_setting(tmp_path: Path) -> None:
    """One line, exit code 1, and nothing is made."""
    done = run_python(
        "import os, sys; os.chdir(sys.argv[1]); os.environ['CROSSCITE_DISCORD_TOKEN'] = ' '; "
        "from bot.cli.program import run; sys.exit(run(['run']))",
        str(tmp_path),
    )
    said = "There is no token: set CROSSCITE_DISCORD_TOKEN, in the environment or in .env.\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", said)
    assert list(tmp_path.iterdir()) == []
