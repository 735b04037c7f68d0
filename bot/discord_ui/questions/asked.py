"""A question as it came in."""

from dataclasses import dataclass

from bot.desk.access import Way
from bot.discord_ui.words.language import Language


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it came in; ids as Discord gives them, ``server`` None in a direct message.

    An *exempt* member, a moderator, is not held to the members' bound. A *thread* is offered to go on in where
    one can be opened.
    """

    question: str
    member: int
    way: Way
    server: str | None
    channel: str
    language: Language
    exempt: bool = False
    thread: bool = False
