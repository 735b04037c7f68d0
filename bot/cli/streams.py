"""Standard output and standard error: bytes for programs, text for people, one line for what went wrong."""

import os
import shutil
import sys
import unicodedata
from collections.abc import Iterable
from io import TextIOWrapper
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

DEFAULT_WIDTH = 80


def prepare() -> None:
    """Let no letter be unwritable: one that the stream's encoding lacks is written as its escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def write_line(line: bytes) -> None:
    """Write one line of UTF-8, whatever the terminal's encoding, and hand it over at once."""
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def write_page(lines: Iterable["Text"], *, styled: bool) -> None:
    """Print laid-out lines, with their style where the terminal can show it."""
    from rich.console import Console  # noqa: PLC0415 - kept out of `--help`

    from bot.presentation.terminal import plain  # noqa: PLC0415 - slow to load, too

    if not styled:
        sys.stdout.write(plain(lines))
        return
    console = Console(file=sys.stdout, force_terminal=True, color_system="standard", highlight=False)
    for line in lines:
        console.print(line, soft_wrap=True)


def complain(message: str) -> None:
    """Print *message* as exactly one line on standard error; nothing in it can steer the terminal."""
    one_line = " ".join(message.split())
    shown = "".join(f"\\x{ord(c):02x}" if unicodedata.category(c) == "Cc" else c for c in one_line)
    print(shown, file=sys.stderr, flush=True)


def is_styled(stream: IO[str]) -> bool:
    """Whether *stream* is a terminal whose owner did not ask for plain text (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def page_width(given: int | None) -> int:
    """Return the width to lay out for: what was given, else the terminal's."""
    return given or shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns


def silence_stdout() -> None:
    """Let what is still buffered vanish: the reader of the pipe is gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
