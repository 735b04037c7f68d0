"""What the log holds of an answer in vain, made by hand: for tests of what is made of events."""

from bot.citation_log.answered import Answered


def in_vain(channel: str | None = None, way: str = "ask") -> Answered:
    """Return what is written down where nothing was found."""
    return Answered(
        channel=channel,
        way=way,
        relation=None,
        index_version="i",
        reader="r",
        settings="s",
        code_version="c",
        rulings=0,
        articles=(),
        retrieved=(),
        versions=(),
        disagreement=None,
        related=(),
        notes=(),
        sha256="",
        timings={},
    )
