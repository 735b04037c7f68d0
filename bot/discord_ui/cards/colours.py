"""The edges of boxes. They tell versions apart at a glance and only repeat what the headings say."""

# Of about the same lightness, and apart for readers who see red and green alike; in no order of merit.
VERSIONS = (0x6F9CEB, 0xE3A857, 0x5FB3A8, 0xB08AD9, 0xD97C8F, 0x93A86B)
CALM = VERSIONS[0]
QUIET = 0x80848E


def colour_of(version: int, *, rivals: bool) -> int:
    """Return a version's colour: one of its own only where versions are rivals."""
    return VERSIONS[version % len(VERSIONS)] if rivals else CALM
