"""A quote as Discord shows it: whole, in quotation marks, what answers in bold; cut only to fit into a message."""

from collections.abc import Sequence

from bot.answering.answers import Quote
from bot.discord_ui.cards.escaping import BOLD, isolated
from bot.discord_ui.cards.marking import Mark, end_within, marked, start_within
from bot.presentation.clippings import Span, joined, opening, trimmed
from bot.presentation.visible import CLOSE, CUT, OPEN
from index.articles import Paragraph

_GAP = "\u00a0"  # keeps the mark of a cut on the quote's last line
_AROUND = len(f"{CUT}{_GAP}{OPEN}{CLOSE}{_GAP}{CUT}") + 2  # two isolate it
_BEFORE = 3  # a third of the room is for what stands before the words that answer


def quote_markdown(quote: Quote, room: int) -> tuple[str, bool]:
    """Return *quote*, at most *room* long, and whether it had to be cut for that.

    Raises:
        DamagedQuoteError: what would be sent does not read back as the source.
    """
    paragraph, run = quote.paragraph, (quote.start, quote.end)
    marks = [Mark(span, BOLD) for span in joined(quote.highlights, gap=0)]
    anchor = marks[0].span[0] if marks else run[0]
    shown = _shown(paragraph.text, run, anchor, marks, room - _AROUND)
    return _in_quotation_marks(paragraph, run, shown, marks), shown != run


def opening_markdown(paragraph: Paragraph, characters: int, room: int) -> str:
    """Return about so many *characters* from the beginning of *paragraph*, at most *room* long; errors as above."""
    run = (0, len(paragraph.text))
    (start, last) = opening(paragraph.text, run, characters).fragments[0]
    end = end_within(paragraph.text, start, last, (), room - _AROUND)
    return _in_quotation_marks(paragraph, run, trimmed(paragraph.text, (start, end)), ())


def _shown(text: str, run: Span, anchor: int, marks: Sequence[Mark], room: int) -> Span:
    whole = end_within(text, *run, marks, room)
    if whole == run[1]:
        return run
    start = start_within(text, run[0], anchor, room // _BEFORE)
    end = end_within(text, start, run[1], marks, room)
    if end == run[1]:  # so little follows that what stands before may have more than its share
        signs = sum(2 * len(mark.sign) for mark in marks)
        start = min(start, start_within(text, run[0], end, max(0, room - signs)))
    return trimmed(text, (start, end))


def _in_quotation_marks(paragraph: Paragraph, run: Span, shown: Span, marks: Sequence[Mark]) -> str:
    text = paragraph.text
    markdown = f"{OPEN}{marked(paragraph, shown, marks)}{CLOSE}"
    if text[run[0] : shown[0]].strip():
        markdown = f"{CUT}{_GAP}{markdown}"
    if text[shown[1] : run[1]].strip():
        markdown = f"{markdown}{_GAP}{CUT}"
    return isolated(text[slice(*shown)], markdown)
