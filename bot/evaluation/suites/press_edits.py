"""What desks do to an agency's text that they reprint: a list of edits, none of which changes a fact.

Every edit takes an article's paragraphs and returns new ones; the paragraph *kept* is never cut.
"""

import re
from collections.abc import Callable, Sequence

from index.splitting import sentence_spans

Paragraphs = tuple[str, ...]
Edit = Callable[[Paragraphs, int], Paragraphs]

_SPELLINGS = {
    "percent": "per cent",
    "U.S.": "US",
    "organization": "organisation",
    "center": "centre",
    "labor": "labour",
    "color": "colour",
    "toward": "towards",
}
_WORDINGS = {
    "however": "yet",
    "also": "as well",
    "many": "numerous",
    "large": "big",
    "began": "started",
    "because": "since",
    "about": "around",
    "often": "frequently",
    "although": "though",
    "while": "whereas",
}
_STRAIGHT = {'"': "”", "'": "’", " - ": " – ", "...": "…", "--": "—"}
_CURLY = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "…": "..."}
_QUOTED = re.compile(r"[“\"][^“”\"]{20,}[”\"]")


def outlet_line(paragraphs: Paragraphs, _kept: int) -> Paragraphs:
    """Put the outlet's own first line above."""
    return ("(The Lakeside Courier) From our news desk and agencies", *paragraphs)


def agency_credit(paragraphs: Paragraphs, _kept: int) -> Paragraphs:
    """Put a credit and a note below."""
    credit = "Additional reporting by the Lakeside newsroom. This story was updated to correct a spelling."
    return (*paragraphs, credit)


def headline(paragraphs: Paragraphs, _kept: int) -> Paragraphs:
    """Put another headline and a byline above."""
    return ("What you need to know today", "By Imre Vadas, staff writer", *paragraphs)


def byline_below(paragraphs: Paragraphs, _kept: int) -> Paragraphs:
    """Put a byline below."""
    return (*paragraphs, "– Rosalind Achterberg")


def cut_end(paragraphs: Paragraphs, kept: int) -> Paragraphs:
    """Cut the last half of the paragraphs."""
    half = -(-len(paragraphs) // 2)
    return tuple(text for place, text in enumerate(paragraphs) if place < half or place == kept)


def cut_to_two(paragraphs: Paragraphs, kept: int) -> Paragraphs:
    """Leave one paragraph and its neighbour."""
    other = kept - 1 if kept else min(1, len(paragraphs) - 1)
    return tuple(paragraphs[place] for place in sorted({kept, other}))


def reversed_order(paragraphs: Paragraphs, _kept: int) -> Paragraphs:
    """Turn the order of the paragraphs round."""
    return paragraphs[::-1]


def rotated_order(paragraphs: Paragraphs, _kept: int) -> Paragraphs:
    """Open with the second paragraph."""
    return paragraphs[1:] + paragraphs[:1]


def other_quotes(paragraphs: Paragraphs, kept: int) -> Paragraphs:
    """Take quotes out of all paragraphs but one, and put one of the outlet's own after each."""
    voice = "“We are looking at this closely,” a spokeswoman told this newspaper."
    return tuple(
        text if place == kept else f"{_QUOTED.sub('as much', text)} {voice}"
        for place, text in enumerate(paragraphs)
    )


def curly(paragraphs: Paragraphs, _kept: int) -> Paragraphs:
    """Set it with typographic marks, dashes and hard spaces."""
    return tuple(_exchanged(text, _STRAIGHT).replace("% ", "%\N{NO-BREAK SPACE}") for text in paragraphs)


def plain(paragraphs: Paragraphs, _kept: int) -> Paragraphs:
    """Set it with a typewriter's marks."""
    return tuple(_exchanged(text, _CURLY) for text in paragraphs)


def house_spelling(paragraphs: Paragraphs, _kept: int) -> Paragraphs:
    """Spell it the British way."""
    return tuple(_reworded(text, _SPELLINGS) for text in paragraphs)


def light_rewording(paragraphs: Paragraphs, kept: int) -> Paragraphs:
    """Exchange common words of all paragraphs but one."""
    return tuple(
        text if place == kept else _reworded(text, _WORDINGS) for place, text in enumerate(paragraphs)
    )


def joined(paragraphs: Paragraphs, _kept: int) -> Paragraphs:
    """Run all paragraphs together."""
    return (" ".join(paragraphs),)


def one_sentence_each(paragraphs: Paragraphs, _kept: int) -> Paragraphs:
    """Give every sentence a paragraph of its own."""
    return tuple(text[start:end] for text in paragraphs for start, end in sentence_spans(text))


# Those that number the paragraphs anew come last in a reprint, after those that need to know the kept one.
KEEPING: Sequence[Edit] = (
    other_quotes,
    curly,
    plain,
    house_spelling,
    light_rewording,
)
CUTTING: Sequence[Edit] = (cut_end, cut_to_two, reversed_order, rotated_order, joined, one_sentence_each)
ADDING: Sequence[Edit] = (outlet_line, agency_credit, headline, byline_below)


def reprint(paragraphs: Paragraphs, kept: int, number: int) -> Paragraphs:
    """Return the *number*-th reprint: one edit of each of the three kinds, the next ones for the next number."""
    for edits in (KEEPING, CUTTING, ADDING):
        paragraphs = edits[number % len(edits)](paragraphs, kept)
    return paragraphs


def _exchanged(text: str, marks: dict[str, str]) -> str:
    for old, new in marks.items():
        text = text.replace(old, new)
    return text


def _reworded(text: str, words: dict[str, str]) -> str:
    for old, new in words.items():
        text = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, text)
    return text
