"""Discord's refusals: HTTP status, its own code, and the sentence that goes with it.

Codes are those of Discord's documentation, "Opcodes and Status Codes", and of what discord.py knows them as.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Json = dict[str, Any]


class Refusal(Exception):  # noqa: N818 - it is Discord that refuses, which is no error of the fake
    """A request that Discord turns down."""

    def __init__(self, status: int, code: int, message: str, errors: Mapping[str, Any] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.body: Json = {"message": message, "code": code} | ({"errors": dict(errors)} if errors else {})


def unauthorized() -> Refusal:
    """The token is missing or wrong."""
    return Refusal(401, 0, "401: Unauthorized")


def no_such_route() -> Refusal:
    """Nothing lives there."""
    return Refusal(404, 0, "404: Not Found")


def unknown(what: str) -> Refusal:
    """A thing that is not there, or not any more."""
    codes = {
        "Application": 10002,
        "Channel": 10003,
        "Guild": 10004,
        "Message": 10008,
        "User": 10013,
        "Webhook": 10015,
        "Interaction": 10062,
        "Command": 10063,
    }
    return Refusal(404, codes[what], f"Unknown {what.lower() if what == 'Interaction' else what}")


def already_acknowledged() -> Refusal:
    """An interaction is answered once."""
    return Refusal(400, 40060, "Interaction has already been acknowledged.")


def dead_token() -> Refusal:
    """The 15 minutes of an interaction are over."""
    return Refusal(401, 50027, "Invalid Webhook Token")


def missing_access() -> Refusal:
    """The bot does not see that channel."""
    return Refusal(403, 50001, "Missing Access")


def missing_permissions() -> Refusal:
    """The bot sees it, but may not do that there."""
    return Refusal(403, 50013, "Missing Permissions")


def anothers_message() -> Refusal:
    """Only its author edits a message."""
    return Refusal(403, 50005, "Cannot edit a message authored by another user")


def closed() -> Refusal:
    """Somebody takes no direct messages from whom they do not know."""
    return Refusal(403, 50007, "Cannot send messages to this user")


def wrong_channel_type() -> Refusal:
    """That cannot be done in a channel of this kind."""
    return Refusal(400, 50024, "Cannot execute action on this channel type")


def thread_exists() -> Refusal:
    """One thread for each message."""
    return Refusal(400, 160004, "A thread has already been created for this message")


def empty_message() -> Refusal:
    """A message shows something."""
    return Refusal(400, 50006, "Cannot send an empty message")


def invalid_body(problems: Sequence[tuple[str, str, str]]) -> Refusal:
    """The body breaks a rule; *problems* are (dotted path, code, sentence)."""
    errors: Json = {}
    for path, code, sentence in problems:
        place = errors
        for step in path.split("."):
            place = place.setdefault(step, {})
        place.setdefault("_errors", []).append({"code": code, "message": sentence})
    return Refusal(400, 50035, "Invalid Form Body", errors)
