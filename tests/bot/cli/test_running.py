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


def test_the_token_comes_from_the_environment_file_and_is_never_printed(tmp_path: Path) -> None:
    """`.env` is read, the environment wins, and settings that are printed show neither."""
    (tmp_path / ".env").write_text("CROSSCITE_DISCORD_TOKEN=from-the-file\nCROSSCITE_DISCORD_QUEUE=7\n")
    printed = (
        "import os, sys; os.chdir(sys.argv[1]); from bot.settings import read_settings; "
        "one = read_settings().discord; os.environ['CROSSCITE_DISCORD_TOKEN'] = 'from-outside'; "
        "other = read_settings().discord; print(one, other, repr(other.model_dump())); "
        "sys.exit((one.token.get_secret_value(), other.token.get_secret_value(), other.queue) "
        "!= ('from-the-file', 'from-outside', 7))"
    )
    done = run_python(printed, str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "queue=7" in done.stdout
    assert "from-the-file" not in done.stdout
    assert "from-outside" not in done.stdout
