"""Everything that can go wrong in bot/, each with one sentence for the person at the terminal.

CrossciteError
├── DamagedQuoteError       a stored text is not the one that was indexed
├── DraftError              a file that an editor sent cannot become an article
│   └── DraftGoneError      it was discarded or published
├── DiscordError            Discord refuses the bot
├── EvaluationDataError     the evaluation data is not there or cannot be read
├── LogError                something is wrong with the citation log
│   ├── AnswerErasedError   words that an old answer needs were erased
│   ├── LogKeyError         its secret key cannot be read, made or used
│   ├── LogUnavailableError it cannot be opened, written or read
│   └── UnknownEventError   it holds no event with that number
├── QuestionError           the question cannot be taken
├── ReaderModelError        the trained reader cannot be loaded, or failed
├── RebuildRunningError     a rebuild was asked for while another is running
├── RulingError             a moderator's decision does not fit the answer
│   └── RuledAlreadyError   another moderator was first
└── SettingsError           a setting has a value that cannot be used
"""

from datetime import datetime
from enum import StrEnum
from pathlib import Path

_AGAIN = "try again, or see CROSSCITE_LOG_DATABASE"


class CrossciteError(Exception):
    """Root of the tree; ``user_message`` says in one sentence what happened and what to do."""

    @property
    def user_message(self) -> str:
        """One line for the person who asked."""
        return str(self)


class DamagedQuoteError(CrossciteError):
    """The stored paragraph does not match its hash or the span: it is refused, never shown."""

    def __init__(self, article_id: str, paragraph: int) -> None:
        super().__init__(
            f"The stored text of {article_id} ¶ {paragraph} is damaged and is not shown; "
            "run `crosscite build` to rebuild the index."
        )


class DiscordError(CrossciteError):
    """The bot cannot sign in at Discord."""

    @classmethod
    def refused(cls) -> "DiscordError":
        """Say that the token is not one of Discord's."""
        return cls(
            "Discord refuses the token in CROSSCITE_DISCORD_TOKEN: copy it anew from the application's page, "
            "https://discord.com/developers/applications."
        )

    @classmethod
    def closed(cls, code: int) -> "DiscordError":
        """Say that Discord closed the connection for a reason that trying again does not change."""
        return cls(
            f"Discord does not take this program's connection (close code {code}): see whether there is a newer "
            "version of Crosscite."
        )


class DraftTrouble(StrEnum):
    """What is wrong with a file that was to become an article."""

    NAME = "name"  # it cannot be a file's name everywhere, or is no article's
    KIND = "kind"  # neither .md nor .txt
    TOO_LARGE = "too_large"
    NAME_TAKEN = "name_taken"
    UNREADABLE = "unreadable"
    NOT_KEPT = "not_kept"  # the disk is full, or the folder read-only
    GONE = "gone"


class DraftError(CrossciteError):
    """A file that an editor sent cannot become an article; ``detail`` and ``line`` say more of some troubles."""

    def __init__(self, trouble: DraftTrouble, detail: str = "", line: int | None = None) -> None:
        self.trouble = trouble
        self.detail = detail
        self.line = line
        where = f" (line {line})" if line else ""
        super().__init__(f"The file cannot become an article: {trouble}{where} {detail}".rstrip() + ".")


class DraftGoneError(DraftError):
    """The draft was discarded or published, or is too old."""

    def __init__(self) -> None:
        super().__init__(DraftTrouble.GONE)


class RebuildRunningError(CrossciteError):
    """A rebuild was asked for while another is running, since ``started``."""

    def __init__(self, started: datetime) -> None:
        self.started = started
        super().__init__("Another rebuild is running; wait until it ends and try again.")


class EvaluationDataError(CrossciteError):
    """The evaluation data is not there or cannot be read."""


class LogError(CrossciteError):
    """Something is wrong with the citation log."""


class AnswerErasedError(LogError):
    """An old answer cannot be shown: words that it needs were taken down or erased, or it is no answer."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"Event {number} cannot be shown as an answer any more: words that it needs were erased."
        )


class LogKeyError(LogError):
    """The log's secret key cannot be read, made or used."""

    def __init__(self, path: Path | None, reason: str) -> None:
        where = str(path) if path else "CROSSCITE_LOG_KEY"
        super().__init__(f"The citation log's key in {where} cannot be used: {reason}.")


class LogUnavailableError(LogError):
    """The log cannot be opened, written or read; what was to be written is not there, what was stays."""

    @classmethod
    def opening(cls, error: Exception) -> "LogUnavailableError":
        """Say that the database could not be opened."""
        return cls(f"The citation log cannot be opened ({_first_line(error)}): see CROSSCITE_LOG_DATABASE.")

    @classmethod
    def writing(cls, error: Exception) -> "LogUnavailableError":
        """Say that an event could not be written."""
        return cls(
            f"The citation log cannot be written ({_first_line(error)}), so nothing is shown; {_AGAIN}."
        )

    @classmethod
    def reading(cls, error: Exception) -> "LogUnavailableError":
        """Say that the database could not be read."""
        return cls(f"The citation log cannot be read ({_first_line(error)}); {_AGAIN}.")

    @classmethod
    def damaged(cls) -> "LogUnavailableError":
        """Say that a row does not hold what was written."""
        return cls("The citation log is damaged: run `crosscite log verify` to see where.")


class UnknownEventError(LogError):
    """The log holds no event with that number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"The citation log has no event {number}; `crosscite log list` shows the newest.")


class QuestionError(CrossciteError):
    """The question is empty or too long."""


class ReaderModelError(CrossciteError):
    """The trained reader cannot be loaded, or failed."""


class RulingError(CrossciteError):
    """A moderator's decision does not fit the answer that it is about."""


class RuledAlreadyError(RulingError):
    """Another moderator was first; ``ruling`` is the number of what they decided."""

    def __init__(self, ruling: int) -> None:
        super().__init__(f"The report was decided on already: see event {ruling}.")
        self.ruling = ruling


class SettingsError(CrossciteError):
    """A setting has a value that cannot be used."""


def _first_line(error: Exception) -> str:
    """Return what a driver said, without the statement and the parameters that SQLAlchemy adds."""
    said = str(getattr(error, "orig", None) or error).strip()
    return said.splitlines()[0].rstrip(".") if said else type(error).__name__
