"""What Discord takes, https://discord.com/developers/docs/components/reference, and how it measures."""

from collections.abc import Sequence

MOST_CHARACTERS = 4000  # over all texts of a message
MOST_COMPONENTS = 40  # of a message, nested ones included
MOST_IN_ROW = 5  # buttons
LONGEST_LABEL = 80  # of a button
LONGEST_URL = 512  # of a link


def length(text: str) -> int:
    """Return the length of *text* in UTF-16 units: whichever unit Discord counts in, it counts no more."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def lengths(pieces: Sequence[str]) -> list[int]:
    """Return the length of each of many short texts."""
    return list(map(len if "".join(pieces).isascii() else length, pieces))
