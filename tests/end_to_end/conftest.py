"""The story's own corpus, indexed once, with the service that answers from it; and where a log and its anchors are."""

from pathlib import Path

import pytest

from bot.answering.service import AnswerService
from bot.settings import Settings, read_settings
from bot.wiring import open_service
from index.wiring import build_index

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def story_settings(tmp_path_factory: pytest.TempPathFactory, models: Path) -> Settings:
    """Settings that point at an index of the story, built for this run."""
    settings = read_settings(corpus=ROOT / "corpus", index_directory=tmp_path_factory.mktemp("story"))
    settings = settings.model_copy(update={"index": settings.index.model_copy(update={"models": models})})
    build_index(settings.index)
    return settings


@pytest.fixture(scope="session")
def story(story_settings: Settings) -> AnswerService:
    """The service, opened on the story."""
    return open_service(story_settings)


@pytest.fixture
def sqlite(tmp_path: Path) -> str:
    """A database in a file of this test's own."""
    return f"sqlite:///{tmp_path / 'log.db'}"
