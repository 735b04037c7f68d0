"""Events as they come in: each marks the log lines that it leads to, and one that cannot be read is left out.

discord.py lets such an event end the connection. What an event holds is written by Discord and by members, and
changes without notice.
"""

import logging
from collections.abc import Callable, MutableMapping
from functools import partial
from time import monotonic
from typing import Any

from bot.discord_ui.concerning import concerning
from bot.discord_ui.logs import told

_log = logging.getLogger(__name__)
# Without these there is no session; where one cannot be read, the bot signs in anew, later.
_ESSENTIAL = frozenset({"READY", "RESUMED"})
_NAMED = {"INTERACTION_CREATE": "interaction", "MESSAGE_CREATE": "message"}
_SAID_AGAIN_AFTER = 60.0  # seconds; in a busy server one kind may come many times a second

Parse = Callable[[Any], Any]


def guard_events(
    parsers: MutableMapping[str, Parse],
    refused: Callable[[str], object],
    clock: Callable[[], float] = monotonic,
) -> None:
    """Wrap each of *parsers*, by the event's name; *refused* is told the name of an event that it cannot read.

    The tasks that a parser starts inherit what the event concerns. The line in the log names the event and the
    kind of the error, never what was in it.
    """
    silent_until: dict[str, float] = {}

    def read(name: str, parse: Parse, data: Any) -> None:
        try:
            with concerning(_NAMED.get(name), data):
                parse(data)
        except Exception as error:
            if name in _ESSENTIAL:
                raise
            refused(name)
            now = clock()
            if now >= silent_until.get(name, now):
                silent_until[name] = now + _SAID_AGAIN_AFTER
                _log.error("an event %s cannot be read and is left out: %s", name, told(error))

    for name, parse in list(parsers.items()):
        parsers[name] = partial(read, name, parse)
