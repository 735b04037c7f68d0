"""What Crosscite needs to be told: read once, from the environment and `.env`, and passed in.

Variables begin with ``CROSSCITE_``; those of the index with ``CROSSCITE_INDEX_``, of the citation log with
``CROSSCITE_LOG_``, of Discord with ``CROSSCITE_DISCORD_``, of watching the bot with ``CROSSCITE_MONITOR_``, so
that ``CROSSCITE_INDEX_DIRECTORY`` is ``Settings.index.directory``.
"""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict
from pydantic_settings.exceptions import SettingsError as UnreadableSettingsError

from bot.errors import SettingsError
from index.settings import IndexSettings

SHIPPED_READER = "crosscite-reader"

_PREFIX = "CROSSCITE_"
_IN_OUR_WORDS = {  # of pydantic's complaints, those that name no way out
    "extra_forbidden": "there is no such setting; deploy/env.example lists all",
    "string_pattern_mismatch": "it cannot be understood; deploy/env.example says how it is written",
}


class LogSettings(BaseModel):
    """Where the citation log is, and for how long it keeps what is personal."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    database: SecretStr = Field(
        default=SecretStr("sqlite:///.crosscite/log/log.db"),
        description="SQLite file, or PostgreSQL as postgresql+psycopg://user:password@host/name",
    )
    key: SecretStr | None = Field(
        default=None,
        description="64 hexadecimal digits that members' ids are hashed with; unset: the key file's",
    )
    key_file: Path = Field(
        default=Path(".crosscite/log/key"), description="Made at first use, if there is none"
    )
    anchors: Path = Field(
        default=Path(".crosscite/log/anchors.jsonl"),
        description="Signed heads of the log, outside its database",
    )
    keep_days: int = Field(default=30, ge=0, description="Days that questions, reports and notes are kept")


class DiscordSettings(BaseModel):
    """How the bot signs in, and how much it takes on at once."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    token: SecretStr | None = Field(
        default=None, description="The bot's token, from the application's page at Discord"
    )
    token_file: Path | None = Field(
        default=None, description="File that holds the token, as systemd and container secrets give it"
    )
    commands_file: Path = Field(
        default=Path(".crosscite/log/commands.json"),
        description="Remembers which commands Discord was told of, so that it is told only of changes",
    )
    owed: Path = Field(
        default=Path(".crosscite/log/owed"),
        description="Folder that remembers whom an answer is owed, so that a kill leaves nobody without a word",
    )
    workers: int = Field(
        default=0,
        ge=0,
        le=64,
        description="Questions that are answered at the same time; 0: as many as cores",
    )
    queue: int = Field(default=300, ge=1, description="Questions that may wait; further ones are sent away")
    member_questions: int = Field(default=6, ge=1, description="Questions of one member in a minute")
    server_questions: int = Field(default=240, ge=1, description="Questions of one server in a minute")
    corpus_servers: str = Field(
        default="",
        pattern=r"^\s*(?:\d+\s*(?:,\s*\d+\s*)*)?$",
        description="Ids of the servers, separated by commas, whose editors may change the articles by /corpus",
    )

    def secret(self) -> str:
        """Return the token, from the setting or else from its file; "" where there is none.

        Raises:
            SettingsError: the file cannot be read.
        """
        if self.token is not None:
            return self.token.get_secret_value().strip()
        if self.token_file is None:
            return ""
        try:
            return self.token_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is no text"
            raise SettingsError(
                f"CROSSCITE_DISCORD_TOKEN_FILE: {self.token_file} cannot be read ({reason}); name a file that holds "
                "the token."
            ) from error

    @property
    def corpus_server_ids(self) -> frozenset[str]:
        """The servers in which `/corpus` works."""
        return frozenset(filter(None, (one.strip() for one in self.corpus_servers.split(","))))


class MonitorSettings(BaseModel):
    """How the running bot is watched from outside."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    address: str = Field(
        default="",
        pattern=r"^(?:(?:\[[0-9A-Fa-f:.]+\]|[^\s:\[\]]+):)?\d{1,5}$|^$",
        description="Where it answers /live, /ready and /metrics: a port of this machine alone, as 9464, or "
        "host:port; unset: nowhere",
    )
    lines: Literal["text", "json"] = Field(
        default="text", description="Log lines for people, or one JSON object a line"
    )

    @property
    def place(self) -> tuple[str, int] | None:
        """Host and port of ``address``; None where it is unset."""
        host, _, port = self.address.rpartition(":")
        return (host.strip("[]") or "127.0.0.1", int(port)) if port else None


class Settings(BaseSettings):
    """Every setting of Crosscite; the command line overrides the environment, and that `.env`."""

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX,
        env_file=".env",
        env_nested_delimiter="_",
        env_nested_max_split=1,  # INDEX_EMBEDDING_MODEL is index.embedding_model, not index.embedding.model
        extra="ignore",  # a .env may hold what other programs read
        frozen=True,
    )

    index: IndexSettings = Field(
        default_factory=lambda: IndexSettings.model_validate({}), description="Articles, index and models"
    )
    log: LogSettings = Field(
        default_factory=lambda: LogSettings.model_validate({}), description="The citation log"
    )
    discord: DiscordSettings = Field(
        default_factory=lambda: DiscordSettings.model_validate({}), description="The Discord bot"
    )
    monitor: MonitorSettings = Field(
        default_factory=lambda: MonitorSettings.model_validate({}), description="Watching the bot"
    )
    passages_read: int = Field(default=24, ge=1, description="Passages that the reader reads for a question")
    reader_model: str = Field(
        default=SHIPPED_READER,
        min_length=1,
        description="The shipped model, an .onnx file like it, or a folder or published name of a model for "
        "extractive question answering, which needs torch and seconds a question",
    )
    entailment_model: str = Field(
        default=SHIPPED_READER,
        min_length=1,
        description="The shipped model, an .onnx file like it, or a folder or published name of a cross-encoder "
        "with the labels entailment, neutral and contradiction",
    )
    reader_threshold: float | None = Field(
        default=None,
        allow_inf_nan=False,
        description="Log-odds above which words count as an answer; higher answers less. Unset: the model's own, "
        "0 for a published one",
    )
    reader_threads: int = Field(default=0, ge=0, description="Threads of both these models; 0: all cores")
    eval_data: Path | None = Field(
        default=None, description="Folder of the evaluation data; tests skip without"
    )
    eval_indexes: Path = Field(
        default=Path(".crosscite/evaluation"), description="Folder of the indexes over its passages"
    )


def read_settings(*, corpus: Path | None = None, index_directory: Path | None = None) -> Settings:
    """Read the settings; what is given here wins.

    Raises:
        SettingsError: a value cannot be used, or `.env` cannot be read.
    """
    try:
        settings = Settings()
    except ValidationError as error:
        complaints = (
            _complaint(problem["loc"], problem["type"], problem["msg"]) for problem in error.errors()
        )
        raise SettingsError("; ".join(complaints) + ".") from error
    except UnicodeDecodeError as error:
        raise SettingsError(".env is not UTF-8 text: save it as plain text in UTF-8.") from error
    except (UnreadableSettingsError, OSError) as error:
        raise SettingsError(f"The settings cannot be read ({error}): see deploy/env.example.") from error
    given = {"corpus": corpus, "directory": index_directory}
    index = settings.index.model_copy(update={name: path for name, path in given.items() if path})
    return settings.model_copy(update={"index": index})


def environment_of(settings: Settings) -> dict[str, str]:
    """Return the variables from which another process reads the same settings of answering, index and log."""
    facts: dict[str, object] = {f"index_{name}": value for name, value in settings.index}
    facts |= {f"log_{name}": value for name, value in settings.log}
    own = ("passages_read", "reader_model", "entailment_model", "reader_threshold", "reader_threads")
    facts |= {name: getattr(settings, name) for name in own}
    plain = {
        name: value.get_secret_value() if isinstance(value, SecretStr) else value
        for name, value in facts.items()
    }
    return {f"{_PREFIX}{name.upper()}": str(value) for name, value in plain.items() if value is not None}


def _complaint(location: tuple[int | str, ...], kind: str, message: str) -> str:
    return f"{_PREFIX}{'_'.join(map(str, location)).upper()}: {_IN_OUR_WORDS.get(kind, message)}"
