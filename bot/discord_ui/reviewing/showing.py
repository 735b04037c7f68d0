"""Cases as cards: read from the log, with the names of whoever decided."""

import asyncio

from bot.citation_log.events import Event
from bot.desk.cases import Case
from bot.discord_ui.cards.review import Named, case_card
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.desks import Desks
from bot.discord_ui.words.language import Language

_ADDRESS = "https://discord.com/channels/{server}/{channel}/{message}"


def shown_case(case: Case, report: Event | None, language: Language, desks: Desks) -> Card:
    """Return the card of a report, or of an answer without one."""
    named = [named_of(ruling, desks) for ruling in case.rulings]
    return case_card(case, report, named, language, address=address_of(case))


def named_of(ruling: Event, desks: Desks) -> Named:
    """Return a ruling with a mention of whoever made it, which pings nobody."""
    moderator = desks.unseal((ruling.personal or {}).get("by"))
    return Named(ruling, f"<@{moderator}>" if moderator else "")


def address_of(case: Case) -> str | None:
    """Return the address of the message that shows an answer; a private one has none."""
    if case.is_private or case.message is None or case.channel is None:
        return None
    return _ADDRESS.format(server=case.event.server, channel=case.channel, message=case.message)


async def case_of(desks: Desks, number: int, server: str) -> Case:
    """Return a case, read in a thread.

    Raises:
        UnknownEventError: the server has no such answer.
        LogUnavailableError: the log cannot be read.
    """
    return await asyncio.to_thread(desks.cases.case, number, server)
