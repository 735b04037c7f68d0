"""Numbers that measure something else than is asked for."""

import re

from bot.answering.questions.measuring import has_dimension
from bot.answering.questions.question import Question
from bot.answering.values.kinds import Kind
from bot.answering.values.mentions import Mention
from bot.answering.values.quantities.amounts import Quantity
from bot.answering.values.readings import read_text

# "What price per tonne", "how much did they pay": no tonnes and no years are paid.
_PRICED = re.compile(
    r"\b(?:costs?|prices?|priced|pa(?:y|ys|ying|id)|worth|spen[dt]\w*|charg(?:e|es|ed|ing)|fees?|salar(?:y|ies)|earn\w*|"
    r"value|budget|revenue|profit|debt)\b",
    re.IGNORECASE,
)

# "How many dams" are not 61 per cent, unless of the dams.
_COUNTED = re.compile(r"\b(?:how many|number of)\b(?!.*\bper ?cent)", re.IGNORECASE)
_OF_SOMETHING = re.compile(r" of\b")

# "70 kilometres from the coast" is how far off something is, not how long; "300 kilometres from Basra to Haifa" is.
_APART = re.compile(
    r" (?:away|off|inland|upriver|upstream|downstream|(?:further |farther )?(?:to the )?(?:north|south|east|west)\w*|"
    r"outside|short of|from(?! [^,.;]* to\b))\b"
)
_HOW_FAR = re.compile(r"\b(?:far|distance|distant|away)\b", re.IGNORECASE)


def is_of_another_measure(question: Question, text: str, mention: Mention) -> bool:
    """Whether *mention* in *text* is a number without the unit that *question* asks for: "27 goals" is no height.

    Where money is asked for, one with the unit of something else; where things are counted, a share of nothing named;
    where a length is, how far off something is.
    """
    if (
        question.dimension == "length"
        and _APART.match(text, mention.end)
        and not _HOW_FAR.search(question.text)
    ):
        return True
    if mention.kind is Kind.PERCENT and _COUNTED.search(question.text):
        return not _OF_SOMETHING.match(text, mention.end)
    is_priced = question.kinds[:1] == (Kind.MONEY,) and bool(_PRICED.search(question.text))
    if mention.kind is not Kind.NUMBER or not (question.dimension or is_priced):
        return False
    content = next((one.content for one in read_text(text) if one.mention == mention), None)
    if question.dimension is None:
        return isinstance(content, Quantity) and content.unit is not None
    return not (isinstance(content, Quantity) and has_dimension(content.unit, question.dimension))
