"""What the model is shown of a passage: its text behind the article's title, which says what it is about.

What answers an interviewer stands behind what was asked. Where a question names a day, the day goes in front of what a
report of that day tells: "on Saturday" would not show it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.answering.interviews import asked_before
from bot.answering.questions.question import Question
from bot.answering.reader.days import NOWHERE, context_of, days_named, is_dated
from bot.answering.reader.model.protocol import Span
from bot.answering.reader.protocol import Excerpt
from bot.answering.values.kinds import Kind
from bot.answering.values.mentions import Mention

_FRESH = timedelta(days=1)  # after a day in which what a report tells is of that day, if it names no other


@dataclass(frozen=True, slots=True)
class Framed:
    """A text to read; the passage's own words begin at ``offset``."""

    text: str
    offset: int

    def places(self, mentions: Iterable[Mention]) -> list[tuple[int, int]]:
        """Return where mentions of the passage stand in the text, once each."""
        return sorted({(mention.start + self.offset, mention.end + self.offset) for mention in mentions})

    def own(self, spans: Sequence[Span]) -> list[Span]:
        """Return the spans that lie in the passage, with offsets of its own text."""
        return [
            Span(span.start - self.offset, span.end - self.offset, span.margin)
            for span in spans
            if span.start >= self.offset
        ]


def frame(question: Question, excerpt: Excerpt) -> Framed:
    """Return the passage behind the question's day, its article's title and what it answers.

    A passage that is the title stands without it.
    """
    text, title = excerpt.passage.paragraph.text, excerpt.article.details.title
    prefix = f"{title}. " if title and title not in text else ""
    asked = asked_before(excerpt.article, excerpt.passage.paragraph)
    prefix = f"{_day_of(question, excerpt)}{prefix}{asked}{' ' if asked else ''}"
    return Framed(prefix + text, len(prefix))


def _day_of(question: Question, excerpt: Excerpt) -> str:
    """Return the day that *question* names as a dateline; empty where the passage says its day, or is of another."""
    if Kind.DATE in question.kinds:
        return ""
    asked = [day for day in days_named(question.text, NOWHERE) if day.exact]
    said = days_named(excerpt.passage.paragraph.text, context_of(excerpt.article))
    if len(asked) != 1 or any(day.exact for day in said):
        return ""
    if not is_dated(excerpt.article, asked[0].value, _FRESH):
        return ""
    return f"{question.text[asked[0].start : asked[0].end]} – "
