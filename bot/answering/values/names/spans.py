"""A name taken from a reader's span, where the question says what it names and no name was recognised in it."""

import re

from bot.answering.values.kinds import Kind
from bot.answering.values.names.name_words import NO_NAMES, PARTICLES
from bot.answering.values.names.naming import FoundName, Name, without_possessive
from bot.answering.values.names.runs import is_capitalised

_WORD = re.compile(r"[^\W_][\w\u0300-\u036f.'’&-]*|&")
_LINKS = frozenset({"of", "and", "for", "the", "&", "de", "in"}) | PARTICLES
_LEADING = re.compile(
    r"(?:(?:in|at|on|by|to|from|near|with|and|the|a|an|of|for|its|his|her|their|that)[ ])+", re.IGNORECASE
)
_LONGEST = 7  # words


def name_of_span(text: str, start: int, end: int, kind: Kind) -> FoundName | None:
    """Return the span as a name of *kind* if all of its words could be one's; its possessive is left out."""
    leading = _LEADING.match(text, start, end)
    start = leading.end() if leading else start
    written = without_possessive(text[start:end].rstrip(' .,;:!?"”’)'))
    first, *around = [part.strip() for part in written.split(", ")]
    words = _WORD.findall(first)
    if not 0 < len(words) <= _LONGEST or not is_capitalised(words[-1]) or words[0].lower() in NO_NAMES:
        return None
    if not all(is_capitalised(word) or word[0].isdigit() or word in _LINKS for word in words):
        return None
    if kind is not Kind.PLACE:
        around = []
    return FoundName(start, start + len(first), Name(kind, first, tuple(around), certain=False))
