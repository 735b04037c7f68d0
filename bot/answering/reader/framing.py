"""What the model is shown of a passage: its text behind the article's title, which says what it is about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answering.reader.model.protocol import Span
from bot.answering.reader.protocol import Excerpt
from bot.answering.values.mentions import Mention


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


def frame(excerpt: Excerpt) -> Framed:
    """Return the passage behind its article's title; a passage that is the title stands alone."""
    text, title = excerpt.passage.paragraph.text, excerpt.article.details.title
    prefix = f"{title}. " if title and title not in text else ""
    return Framed(prefix + text, len(prefix))
