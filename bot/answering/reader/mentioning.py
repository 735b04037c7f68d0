"""The typed mentions of a text that a question asks for, those among them that are some only because it asks."""

from collections.abc import Iterator

from bot.answering.questions.question import Question
from bot.answering.values.bare import bare_ages, bare_sums, bare_times
from bot.answering.values.kinds import Kind
from bot.answering.values.mentions import Mention
from bot.answering.values.recognition import recognise


def mentions_asked_for(question: Question, text: str) -> list[Mention]:
    """Return the mentions of *text* of the kinds that *question* asks for, in order of start, the longer first.

    "She is 81" is an age where somebody's was asked for, "at ten" a time of day, "9.1 million" a sum.
    """
    found = [*recognise(text, question.kinds), *_bare(question, text)]
    return sorted(found, key=lambda mention: (mention.start, -mention.end))


def _bare(question: Question, text: str) -> Iterator[Mention]:
    if question.asks_age:
        for age in bare_ages(text):
            yield Mention(age.start, age.end, Kind.DURATION)
    if question.kinds == (Kind.MONEY,):
        for money in bare_sums(text):
            yield Mention(money.start, money.end, Kind.MONEY)
    if question.kinds[:1] == (Kind.TIME,):
        for time in bare_times(text):
            yield Mention(time.start, time.end, Kind.TIME)
