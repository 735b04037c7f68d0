"""A member's id in an envelope: only the log's key opens it."""

from bot.citation_log.envelopes import sealed, unsealed

KEY, ANOTHER = b"k" * 32, b"o" * 32
MEMBER = 211_234_567_890_123_456


def test_only_the_key_opens_it() -> None:
    """Another key, another text or half of it leads nowhere, and raises nothing."""
    envelope = sealed(KEY, MEMBER)
    assert unsealed(KEY, envelope) == MEMBER
    assert str(MEMBER) not in envelope
    for text in (envelope[:-4], "", "ä", envelope.swapcase()):
        assert unsealed(KEY, text) is None
    assert unsealed(ANOTHER, envelope) is None


def test_no_two_are_alike() -> None:
    """Whoever reads the log cannot tell that two reports are the same member's by what reaches them."""
    assert sealed(KEY, MEMBER) != sealed(KEY, MEMBER)
