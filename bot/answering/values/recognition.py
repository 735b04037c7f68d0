"""Every typed expression of a text."""

from collections.abc import Collection

from bot.answering.values.kinds import Kind
from bot.answering.values.mentions import Mention
from bot.answering.values.readings import read_text


def recognise(text: str, kinds: Collection[Kind] | None = None) -> tuple[Mention, ...]:
    """Return the mentions of *text* in order of start, the longer first; only of *kinds* if given.

    A period and the two dates that it is stated by are all returned; otherwise mentions of one kind never
    overlap, and a number within a date, an ordinal, money or a percentage is no number of its own.
    """
    mentions = (reading.mention for reading in read_text(text))
    return tuple(mention for mention in mentions if kinds is None or mention.kind in kinds)
