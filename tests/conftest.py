"""What many tests share: the packaged embedding model, exported once per checkout, small corpora and databases."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from bot.citation_log.opening import open_engine
from bot.citation_log.sql_log import SqlCitationLog
from index.embedding.exported import open_embedder
from index.embedding.models import PACKAGED_SHA256
from index.embedding.protocol import Embedder
from index.settings import PACKAGED_MODEL, IndexSettings
from tests.children import run_python
from tests.one_answer import log_in
from tests.postgres import NoPostgresError, Postgres, running_postgres
from tests.telling import tell
from tests.tiny_models import write_tiny_models

ROOT = Path(__file__).parents[1]

Corpus = Callable[..., Path]


@pytest.fixture(scope="session")
def models() -> Path:
    """The folder of exported models, filled by a child so that torch stays out of this process."""
    folder = ROOT / ".crosscite" / "models"
    done = run_python(
        "from pathlib import Path; from index.embedding.exported import export_once; "
        f"from index.embedding.models import locate_model; "
        f"export_once(Path({str(folder)!r}), locate_model({PACKAGED_MODEL!r}))"
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def embedder(models: Path) -> Embedder:
    """The packaged model, as it serves."""
    return open_embedder(models, PACKAGED_MODEL, PACKAGED_SHA256)


@pytest.fixture(scope="session")
def tiny_models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of published models for tests, made once."""
    folder = tmp_path_factory.mktemp("tiny-models")
    write_tiny_models(folder)
    return folder


@pytest.fixture
def settings(tmp_path: Path, models: Path) -> IndexSettings:
    """Settings for a corpus and an index of this test's own."""
    (tmp_path / "corpus" / "articles").mkdir(parents=True)
    return IndexSettings(corpus=tmp_path / "corpus", directory=tmp_path / "index", models=models)


@pytest.fixture
def write(settings: IndexSettings) -> Callable[[str, str | bytes], Path]:
    """Write one file of the corpus, byte for byte."""

    def write_file(name: str, text: str | bytes) -> Path:
        path = settings.corpus / "articles" / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return write_file


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> Iterator[Postgres]:
    """A real PostgreSQL server; where there can be none, the reason is told beside the tests that it skips."""
    running = ExitStack()
    try:
        server = running.enter_context(running_postgres())
    except NoPostgresError as error:
        reason = f"PostgreSQL cannot be started here, so nothing is tested with it ({error})"
        tell(request, reason)
        pytest.skip(reason)
    with running:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database: an SQLite file in *tmp_path*, and a PostgreSQL database of this test's own."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'log.db'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    with server.fresh_database() as url:
        yield url


@pytest.fixture(scope="session")
def sqlite_with_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log's SQLite file without an event, made once: that takes longer than a copy."""
    path = tmp_path_factory.mktemp("tables") / "log.db"
    open_engine(f"sqlite:///{path}").dispose()
    return path


@pytest.fixture
def anchors(tmp_path: Path) -> Path:
    """Where the anchors of this test's log are."""
    return tmp_path / "anchors.jsonl"


@pytest.fixture
def log(sqlite_with_tables: Path, tmp_path: Path, anchors: Path) -> Iterator[SqlCitationLog]:
    """A log of this test's own."""
    shutil.copy(sqlite_with_tables, tmp_path / "log.db")
    log = log_in(f"sqlite:///{tmp_path / 'log.db'}", anchors)
    yield log
    log.close()


@pytest.fixture(scope="session")
def postgres_with_tables(postgres: Postgres) -> Iterator[str]:
    """The name of a PostgreSQL database that is the same."""
    with postgres.fresh_database() as url:
        open_engine(url).dispose()
        yield url.partition("?")[0].rpartition("/")[2]


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database of this test's own that holds a log without an event."""
    if request.param == "sqlite":
        shutil.copy(request.getfixturevalue("sqlite_with_tables"), tmp_path / "log.db")
        yield f"sqlite:///{tmp_path / 'log.db'}"
        return
    server: Postgres = request.getfixturevalue("postgres")
    with server.fresh_database(request.getfixturevalue("postgres_with_tables")) as url:
        yield url
