"""Where the benchmarks' input lies."""

from pathlib import Path

from bot.settings import Settings, read_settings

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"


def settings_for(corpus: Path, directory: Path) -> Settings:
    """Return the settings for an index of *corpus* in *directory*, with the models of the working copy."""
    return read_settings(corpus=corpus, index_directory=directory)
