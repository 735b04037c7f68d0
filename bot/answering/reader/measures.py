"""Numbers that measure something else than is asked for."""

from bot.answering.questions.measuring import has_dimension
from bot.answering.questions.question import Question
from bot.answering.values.kinds import Kind
from bot.answering.values.mentions import Mention
from bot.answering.values.quantities.amounts import Quantity
from bot.answering.values.readings import read_text


def is_of_another_measure(question: Question, text: str, mention: Mention) -> bool:
    """Whether *mention* in *text* is a number without the unit that *question* asks for: "27 goals" is no height."""
    if question.dimension is None or mention.kind is not Kind.NUMBER:
        return False
    content = next((one.content for one in read_text(text) if one.mention == mention), None)
    return not (isinstance(content, Quantity) and has_dimension(content.unit, question.dimension))
