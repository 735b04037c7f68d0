"""Who may see an answer that was given: decided from the log's own record of it. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from bot.citation_log.answered import Answered
from bot.citation_log.events import Event


class Way(StrEnum):
    """How a question came in, as the log has it."""

    TERMINAL = "terminal"
    ASK = "ask"
    ASK_PRIVATE = "ask_private"
    MENU = "menu"  # "Ask about this message", answered privately
    MENTION = "mention"
    DIRECT_MESSAGE = "direct_message"


_SHOWN_IN_DISCORD = frozenset(Way) - {Way.TERMINAL}
# For the asker's eyes, wherever it was asked.
_PRIVATE = frozenset({Way.ASK_PRIVATE, Way.MENU, Way.DIRECT_MESSAGE})


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who wants to see an answer, and where; ``person`` is the keyed hash, ``server`` None in a direct message.

    ``moderates`` tells whether they moderate the server.
    """

    person: str
    server: str | None
    channel: str | None
    moderates: bool = False


def is_private(event: Event) -> bool:
    """Whether an answer was for its asker's eyes alone."""
    return isinstance(event.detail, Answered) and (event.server is None or event.detail.way in _PRIVATE)


def may_see(event: Event, viewer: Viewer, *, reported: bool = False) -> bool:
    """Whether *viewer* may see the answer that *event* tells of.

    A private answer is its asker's alone; one that was given in a channel is seen in that channel. What the
    terminal asked is the operator's. Once an asker's traces are erased, a private answer is nobody's.
    Moderators see what was given in their server's channels, and a private answer once it was *reported*.
    """
    detail = event.detail
    if viewer.moderates and event.server is not None and event.server == viewer.server:
        public = isinstance(detail, Answered) and detail.way in _SHOWN_IN_DISCORD - _PRIVATE
        if public or (reported and isinstance(detail, Answered)):
            return True
    if not isinstance(detail, Answered) or detail.way not in _SHOWN_IN_DISCORD:
        return False
    if event.server is None or detail.way in _PRIVATE:
        return event.person is not None and (event.person, event.server) == (viewer.person, viewer.server)
    return (event.server, detail.channel) == (viewer.server, viewer.channel)


def is_public(event: Event) -> bool:
    """Whether everybody in a server's channel could read the answer that *event* tells of."""
    detail = event.detail
    shown = isinstance(detail, Answered) and detail.way in _SHOWN_IN_DISCORD - _PRIVATE
    return shown and event.server is not None
