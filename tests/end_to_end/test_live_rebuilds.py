"""Articles come, change and go, the index is rebuilt again and again, and questions are answered all the while."""

import asyncio
import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from bot.answering.answers import Answer
from bot.citation_log.recording import Asking
from bot.citation_log.sql_forgetting import SqlForgetting
from bot.citation_log.sql_log import SqlCitationLog
from bot.desk.asking import AskingDesk, Program
from bot.desk.forgetting import ForgettingDesk
from bot.desk.reviewing import ReviewingDesk
from bot.desk.serving import Serving
from bot.discord_ui.desks import Desks
from bot.settings import Settings
from bot.wiring import SharedModels, open_service
from index.articles import Paragraph, number_paragraphs
from index.settings import IndexSettings
from index.wiring import build_index, current_edition, go_back, open_index
from tests.children import run_python
from tests.word_reader import UNDECIDED, write_word_reader

pytestmark = pytest.mark.long

TOWNS = ("Lyness", "Porto Novo", "Oban", "Stromness")
NAMES = tuple(f"report-{letter}" for letter in "abcdefgh")
_ASKERS = 3
_REBUILT_AFTER = 2  # changes, one more or less

KILLED = """
import asyncio, os, signal, sys
from types import SimpleNamespace
from bot.discord_ui.desks import Desks
from index.settings import IndexSettings
from index.wiring import build_index, current_edition, open_index

settings, moment = IndexSettings.model_validate_json(sys.argv[1]), sys.argv[2]

def kill(now):
    if now == moment and opened:
        os.kill(os.getpid(), signal.SIGKILL)

opened = []

def open_serving():
    kill("before opening")
    index = open_index(settings)
    close = index.close
    index.close = lambda: (kill("before closing"), close(), kill("after closing"))
    kill("after opening")
    opened.append(index)
    return SimpleNamespace(service=SimpleNamespace(index=index))

async def swap():
    desks = Desks(None, None, b"", open_serving, lambda: current_edition(settings))
    await desks.serving()
    path = settings.corpus / "articles" / "a.txt"
    path.write_text("The fair of Oban opens on May 9, 2024.")
    build_index(settings)
    await desks.look()

asyncio.run(swap())
"""


@dataclass
class Newsroom:
    """The corpus, as it is now and as it was when each index version was built."""

    settings: Settings
    random: Random
    texts: dict[str, str] = field(default_factory=dict)
    built: dict[str, Mapping[str, tuple[Paragraph, ...]]] = field(default_factory=dict)
    changes: int = 0

    def change(self) -> None:
        """Add, edit or remove an article at random; the last one stays."""
        name, random = self.random.choice(NAMES), self.random
        path = self.settings.index.corpus / "articles" / f"{name}.txt"
        if name in self.texts and len(self.texts) > 1 and random.random() < 0.35:
            del self.texts[name]
            path.unlink()
        else:
            town, other = random.sample(TOWNS, 2)
            self.texts[name] = (
                f"The fair of {town} opens on May {random.randint(1, 28)}, 2024, says report {self.changes}.\n"
                f"The fair of {other} costs {random.randint(2, 90)} euros.\nBread is baked at night."
            )
            path.write_text(self.texts[name], encoding="utf-8")
        self.changes += 1

    def build(self) -> str:
        """Build, and return the version."""
        texts = dict(self.texts)
        version = build_index(self.settings.index).version
        self.built[version] = {
            name: number_paragraphs(name, text.split("\n")) for name, text in texts.items()
        }
        return version

    def holds(self, answer: Answer) -> None:
        """Hold every word of an answer against the very version that it says it is from."""
        articles = self.built[answer.index_version]
        cited = [quote.paragraph for version in answer.versions for quote in version.quotes]
        for paragraph in [*cited, *(related.paragraph for related in answer.related)]:
            assert paragraph.is_intact
            assert articles[paragraph.article_id][paragraph.number - 1] == paragraph


@pytest.fixture
def newsroom(tmp_path: Path, models: Path, request: pytest.FixtureRequest) -> Newsroom:
    """An empty newsroom with a reader that goes by typed values, fast enough to be asked all the time."""
    (tmp_path / "corpus" / "articles").mkdir(parents=True)
    index = IndexSettings(
        corpus=tmp_path / "corpus", directory=tmp_path / "index", models=models, keep_days=0
    )
    word = str(write_word_reader(tmp_path / "word.onnx", UNDECIDED))
    return Newsroom(Settings(index=index, reader_model=word, entailment_model=word), Random(7))  # noqa: S311 - no secret


async def _lived_through(newsroom: Newsroom, log: SqlCitationLog, changes: int) -> tuple[int, int]:
    """Change so many articles with rebuilds between, under questions; return the rebuilds and the answers."""
    models = SharedModels(newsroom.settings)

    def open_serving() -> Serving:
        service = open_service(newsroom.settings, models=models)
        assert set(service.index.article_ids()) == set(newsroom.built[service.index.version])
        return Serving(service, AskingDesk(service, log, Program("s", "1")), ReviewingDesk(service, log))

    forgetting = ForgettingDesk(log, SqlForgetting(log), b"k" * 32)
    desks = Desks(log, forgetting, b"k" * 32, open_serving, lambda: current_edition(newsroom.settings.index))
    newsroom.change()
    newsroom.build()
    await desks.serving()
    over, answers, rebuilds = False, 0, 0

    async def asks(number: int) -> None:
        nonlocal answers
        random = Random(number)  # noqa: S311 - no secret
        while not over:
            town = random.choice(TOWNS)
            question = (
                f"When does the fair of {town} open?" if random.random() < 0.7 else "When is bread baked?"
            )
            with desks.held() as serving:
                entry = await asyncio.to_thread(serving.asking.ask, Asking(question))
                assert entry.answer.index_version == serving.service.index.version
            newsroom.holds(entry.answer)
            answers += 1

    askers = [asyncio.create_task(asks(number)) for number in range(_ASKERS)]
    try:
        while newsroom.changes < changes:
            for _ in range(newsroom.random.randint(_REBUILT_AFTER - 1, _REBUILT_AFTER + 1)):
                newsroom.change()
            version = await asyncio.to_thread(newsroom.build)
            await desks.look()
            assert desks.current is not None
            assert desks.current.service.index.version == version  # what was taken out is cited no more
            rebuilds += 1
            for task in askers:
                if task.done():
                    task.result()
    finally:
        over = True
        await asyncio.gather(*askers)
    return rebuilds, answers


async def test_a_few_changes_under_questions(newsroom: Newsroom, log: SqlCitationLog) -> None:
    """Every answer is of exactly one version: each paragraph's id, place and text are those that were built."""
    rebuilds, answers = await _lived_through(newsroom, log, 12)
    assert rebuilds >= 4
    assert answers >= rebuilds


@pytest.mark.rebuilds
async def test_three_hundred_changes_under_questions(newsroom: Newsroom, log: SqlCitationLog) -> None:
    """The same, for longer: `make rebuilds`."""
    rebuilds, answers = await _lived_through(newsroom, log, 300)
    print(f"{newsroom.changes} changes, {rebuilds} rebuilds, {answers} answers", end=" ")
    assert rebuilds >= 100


@pytest.mark.parametrize("moment", ["before opening", "after opening", "before closing", "after closing"])
def test_killed_while_swapping(settings: IndexSettings, moment: str) -> None:
    """A bot that is killed while it swaps leaves an index that opens, with the new text, and can be built and undone."""
    path = settings.corpus / "articles" / "a.txt"
    path.write_text("The fair of Oban opens on May 3, 2024.")
    build_index(settings)
    killed = run_python(KILLED, settings.model_dump_json(), moment)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    index = open_index(settings)
    assert index.article("a").body == "The fair of Oban opens on May 9, 2024."
    index.close()
    assert not build_index(settings).is_new
    go_back(settings)
    index = open_index(settings)
    assert index.article("a").body == "The fair of Oban opens on May 3, 2024."
    index.close()
