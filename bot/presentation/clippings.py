"""Which parts of a long quote are shown: whole words around what answers the question. Pure.

The cut is a matter of display only. Fragments are spans of the paragraph, so what is shown stays word for
word what the article says, and the data keeps the whole run.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.splitting import sentence_spans

Span = tuple[int, int]

# Where a clause ends, a cut hurts least. A comma before a digit belongs to a date or a number.
_CLAUSE_END = re.compile(r"[,;:](?=\s+\D)|\s[–—-](?=\s)|[、。，；：]")
_ZERO_WIDTH_JOINER = "\u200d"


@dataclass(frozen=True, slots=True)
class Budget:
    """How much of a quote is shown, in characters."""

    whole: int = 150  # up to here a quote is shown uncut
    before: int = 110  # before a highlight; the picture in the design needs 91
    after: int = 60  # behind it
    least: int = (
        40  # a clause that starts nearer than this to the highlight says too little, as does a fragment
    )
    highlight: int = 400  # a longer highlight is cut itself
    slack: int = 16  # a rest this short is shown, since the mark of the cut would hardly be shorter


TERMINAL_BUDGET = Budget()


@dataclass(frozen=True, slots=True)
class Clipping:
    """A run of a paragraph's text and the fragments of it that are shown, in order and apart."""

    text: str
    start: int
    end: int
    fragments: tuple[Span, ...]
    highlights: tuple[Span, ...] = ()

    @property
    def cut_before(self) -> bool:
        """Whether the run begins before the first fragment."""
        return bool(self.text[self.start : self.fragments[0][0]].strip())

    @property
    def cut_after(self) -> bool:
        """Whether the run goes on behind the last fragment."""
        return bool(self.text[self.fragments[-1][1] : self.end].strip())

    @property
    def is_cut(self) -> bool:
        """Whether anything of the run is left out."""
        return self.cut_before or self.cut_after or len(self.fragments) > 1

    def pieces(self, fragment: Span) -> list[tuple[str, bool]]:
        """Return the text of *fragment* in order, each piece with whether it is highlighted."""
        pieces: list[tuple[str, bool]] = []
        position, end = fragment
        for start, stop in joined(self.highlights, gap=0):
            marked_from, marked_to = max(start, position), min(stop, end)
            if marked_from < marked_to:
                if position < marked_from:
                    pieces.append((self.text[position:marked_from], False))
                pieces.append((self.text[marked_from:marked_to], True))
                position = marked_to
        if position < end:
            pieces.append((self.text[position:end], False))
        return pieces


def shorten(text: str, run: Span, highlights: Sequence[Span], budget: Budget = TERMINAL_BUDGET) -> Clipping:
    """Choose what of ``text[run]`` is shown.

    A sentence without a highlight belongs to the run for a reason (it says what "he" or "there" means), so
    its opening is shown too.
    """
    start, end = run
    if end - start <= budget.whole:
        return Clipping(text, start, end, (run,), tuple(highlights))
    fragments: list[Span] = []
    for sentence in _sentences_of(text, run):
        inside = [span for span in highlights if span[0] < sentence[1] and span[1] > sentence[0]]
        if inside:
            fragments += [_window(text, sentence, span, budget) for span in inside]
        else:
            fragments.append((sentence[0], _end_near(text, sentence, sentence[0], budget)))
    shown = joined([trimmed(text, span) for span in fragments], gap=budget.slack)
    return Clipping(text, start, end, tuple(shown), tuple(highlights))


def opening(text: str, run: Span, limit: int) -> Clipping:
    """Show the beginning of ``text[run]``: up to *limit* characters, whole words."""
    start, end = run
    budget = Budget(after=limit)
    if end - start <= limit:
        return Clipping(text, start, end, (run,))
    last = _end_near(text, run, start, budget, least=limit // 2)  # a clause that ends sooner says too little
    return Clipping(text, start, end, (trimmed(text, (start, last)),))


def _window(text: str, sentence: Span, highlight: Span, budget: Budget) -> Span:
    first, last = max(highlight[0], sentence[0]), min(highlight[1], sentence[1])
    if last - first > budget.highlight:
        return _start_near(text, sentence, first, budget), word_end(text, first, first + budget.highlight)
    start = _start_near(text, sentence, first, budget)
    short = max(0, budget.least - (last - start))  # "In Honolulu" alone says nothing
    further = replace(budget, after=budget.after + short)
    return start, _end_near(text, (last, sentence[1]), last, further, short)


def _start_near(text: str, sentence: Span, highlight: int, budget: Budget) -> int:
    lowest = highlight - budget.before
    if lowest <= sentence[0] + budget.slack:
        return sentence[0]
    clauses = [match.end() for match in _CLAUSE_END.finditer(text, lowest, highlight)]
    far_enough = [position for position in clauses if highlight - position >= budget.least]
    if far_enough:
        return far_enough[-1]
    space = re.compile(r"\s").search(text, lowest, highlight)
    return space.end() if space else between_characters(text, lowest)


def _end_near(text: str, rest: Span, position: int, budget: Budget, least: int = 0) -> int:
    highest = position + budget.after
    if highest + budget.slack >= rest[1]:
        return rest[1]
    clauses = [match.start() for match in _CLAUSE_END.finditer(text, position, rest[1])]
    near = [clause for clause in clauses if position + least <= clause <= highest]
    return near[-1] if near else word_end(text, position, highest)


def word_end(text: str, position: int, highest: int) -> int:
    """Return where a word ends: the last blank after *position* up to *highest*, which is within the text."""
    for end in range(highest, position, -1):
        if text[end].isspace():
            return end
    return between_characters(text, highest)


def between_characters(text: str, position: int) -> int:
    """Move *position* left until it parts no letter from its accents and no emoji from its modifiers."""
    while 0 < position < len(text) and _extends(text[position - 1], text[position]):
        position -= 1
    return position


def _extends(before: str, character: str) -> bool:
    return (
        unicodedata.category(character) in {"Mn", "Me", "Mc"}
        or _ZERO_WIDTH_JOINER in (before, character)
        or "\U0001f3fb" <= character <= "\U0001f3ff"  # skin tones
        or all("\U0001f1e6" <= letter <= "\U0001f1ff" for letter in (before, character))  # flags
    )


def trimmed(text: str, span: Span) -> Span:
    """Leave out the blanks at both ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def joined(spans: Sequence[Span], gap: int) -> list[Span]:
    """Merge spans that overlap or are at most *gap* characters apart."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start - joined[-1][1] <= gap:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _sentences_of(text: str, run: Span) -> list[Span]:
    within = ((max(first, run[0]), min(last, run[1])) for first, last in sentence_spans(text))
    return [(first, last) for first, last in within if first < last] or [run]
