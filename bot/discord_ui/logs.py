"""Log lines that name no member, no question and no secret, whoever writes them."""

import asyncio
import json
import logging
import re
import traceback
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import aiohttp
import discord

from bot.discord_ui.concerning import concerned
from bot.errors import CrossciteError
from index.errors import ArticleIndexError

_FORMAT = "%(asctime)s %(levelname)-7s %(name)s: %(about)s%(message)s"
_HIDDEN = "…"
# Whoever has an interaction's token can write in its place for a quarter of an hour.
_INTERACTION_TOKEN = re.compile(r"(/(?:webhooks|interactions)/\d+/)[^/\s?]+")
# What these say of themselves was written here or by Discord; any other message may quote what was asked.
_SPEAKING = (
    CrossciteError,
    ArticleIndexError,
    discord.HTTPException,
    discord.ConnectionClosed,
    discord.LoginFailure,
    aiohttp.ClientError,
    OSError,
)


class DiscreetFormatter(logging.Formatter):
    """Writes one line a record; of an exception its kind and where it came from, and *secrets* nowhere.

    What an exception says is left out unless it is of a kind that never quotes what it was given: a
    database's error, for one, holds the whole statement with the question in it. The id of the interaction or
    the message that a line is about stands in brackets.
    """

    def __init__(self, secrets: Sequence[str] = ()) -> None:
        super().__init__(_FORMAT)
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        record.exc_text = None  # another handler may have left the whole traceback here
        line = super().format(record)
        record.exc_text = None
        return self._without_secrets(line).replace("\n", " | ")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        """Return the line without an exception."""
        about = concerned()
        record.about = f"[{about[0]} {about[1]}] " if about else ""
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's own name
        """Return the kinds of an exception and of what led to it, each with the last places that it passed."""
        return told(ei[1])

    def _without_secrets(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, _HIDDEN)
        return _INTERACTION_TOKEN.sub(rf"\1{_HIDDEN}", text)


class JsonFormatter(DiscreetFormatter):
    """Writes the same as one JSON object a line, for programs that collect logs.

    Keys: ``time`` (ISO 8601, UTC), ``level``, ``logger``, ``message``, and where there is one ``error``,
    ``interaction`` or ``message_id``.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        line: dict[str, str] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = told(record.exc_info[1])
        about = concerned()
        if about:
            line["message_id" if about[0] == "message" else about[0]] = about[1]
        hidden = {key: self._without_secrets(value) for key, value in line.items()}
        return json.dumps(hidden, ensure_ascii=False)


def told(error: BaseException | None) -> str:
    """Return what may be logged of an exception, in one line."""
    causes: list[str] = []
    while error is not None and len(causes) < 5:
        places = traceback.extract_tb(error.__traceback__)[-3:]
        where = " < ".join(
            f"{place.filename.rsplit('/', 1)[-1]}:{place.lineno}" for place in reversed(places)
        )
        said = f" ({error})" if isinstance(error, _SPEAKING) else ""
        causes.append(f"{type(error).__name__}{said}" + (f" at {where}" if where else ""))
        error = error.__cause__ or error.__context__
    return "; from ".join(causes)


def set_up_logging(secrets: Sequence[str], *, as_json: bool = False, verbose: bool = False) -> None:
    """Send everything that is logged to standard error, as lines for people or as JSON.

    *verbose* adds what discord.py says of each request, which includes questions: for a test server only.
    """
    handler = logging.StreamHandler()
    handler.setFormatter((JsonFormatter if as_json else DiscreetFormatter)(secrets))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    for chatty in ("asyncio", "alembic", "sqlalchemy", "faiss"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    logging.getLogger("discord.client").addFilter(_is_not_about_voice)


def _is_not_about_voice(record: logging.LogRecord) -> bool:
    """Whether a line says something: that voice lacks its libraries is no news where nobody speaks."""
    return "voice will NOT be supported" not in str(record.msg)


def log_loop_error(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log what asyncio finds wrong: its own text would hold the exception's message and the task's arguments."""
    logging.getLogger(__name__).error("%s: %s", context.get("message"), told(context.get("exception")))
