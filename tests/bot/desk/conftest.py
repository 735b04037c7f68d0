"""A small story with a dispute, a fast service that answers from it, and an empty log for every test."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.service import AnswerService
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.asking import AskingDesk, Program
from bot.desk.reviewing import ReviewingDesk
from bot.settings import Settings
from bot.wiring import open_service
from index.settings import IndexSettings
from index.wiring import build_index
from tests.word_reader import UNDECIDED, write_word_reader

ARTICLES = {
    "herald": "OSLO, May 1, 2024 – The fair opens on Friday, May 3.\nThe fair closes on May 9.\nBread is baked at night.",
    "courier": "The fair opens on May 4, 2024.\nThe mayor, Ana Holm, will greet the guests.",
    "gazette": "The fair opens on May 4, says the harbour office.\nThe fair closes on May 9.",
}
PROGRAM = Program("settings of the test", "1.2.3")

Built = Callable[..., Settings]


@pytest.fixture(scope="session")
def word_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The reader that goes by single words, none of which is in the story: it leaves the choice to the other."""
    return str(write_word_reader(tmp_path_factory.mktemp("reader") / "word.onnx", UNDECIDED))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, models: Path, word_model: str) -> Built:
    """Index articles, the story's unless given, and return the settings of a fast service on them."""

    def build(articles: dict[str, str] = ARTICLES, folder: Path | None = None) -> Settings:
        root = folder or tmp_path_factory.mktemp("fair")
        shutil.rmtree(root / "corpus", ignore_errors=True)
        (root / "corpus" / "articles").mkdir(parents=True)
        for name, text in articles.items():
            (root / "corpus" / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
        index = IndexSettings(corpus=root / "corpus", directory=root / "index", models=models)
        build_index(index)
        return Settings(index=index, reader_model=word_model, entailment_model=word_model)

    return build


@pytest.fixture(scope="session")
def service(built: Built) -> AnswerService:
    """The service, opened on the story."""
    return open_service(built())


@pytest.fixture
def desk(service: AnswerService, log: SqlCitationLog) -> AskingDesk:
    """The desk that answers from the story."""
    return AskingDesk(service, log, PROGRAM)


@pytest.fixture
def reviewing(service: AnswerService, log: SqlCitationLog) -> ReviewingDesk:
    """The desk that takes reports and rulings on those answers."""
    return ReviewingDesk(service, log)
