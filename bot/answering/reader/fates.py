"""Numbers of those to whom something else came than is asked about: the dead are not those who were on board."""

from bot.answering.questions.question import Question
from bot.answering.values.context import article_context
from bot.answering.values.kinds import Kind
from bot.answering.values.quantities.amounts import Quantity
from bot.answering.values.quantities.counting import fates_named
from bot.answering.values.resolution import value_of

_NOWHERE = article_context("", None)


def tells_another_fate(question: Question, text: str, start: int, end: int) -> bool:
    """Whether the number from *start* to *end* of *text* counts the dead, the injured and so on, and *question* others."""
    if Kind.NUMBER not in question.kinds or question.proposal is not None:
        return False
    counted = value_of(text, start, end, _NOWHERE, Kind.NUMBER).payload
    return (
        isinstance(counted, Quantity)
        and counted.befell is not None
        and counted.befell not in fates_named(question.text)
    )
