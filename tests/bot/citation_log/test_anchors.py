"""Anchors: a line each, signed, never lost to another process or to one that was killed."""

from pathlib import Path

import pytest

from bot.citation_log.anchors import AnchorFile, Anchors
from bot.citation_log.sealing import anchor_signature
from tests.logged_answers import KEY

HEADS = ("a1" * 32, "b2" * 32, "c3" * 32)


@pytest.fixture
def file(tmp_path: Path) -> AnchorFile:
    """A file of three anchors."""
    file = AnchorFile(tmp_path / "anchors.jsonl", KEY)
    for number, head in enumerate(HEADS, start=1):
        file.add(50 * number, head, 1_000_000 * number)
    return file


def _read(file: AnchorFile) -> Anchors:
    read = file.read()
    assert read is not None
    return read


def test_what_is_anchored_is_what_is_read(file: AnchorFile) -> None:
    """In the order in which it was added, and readable by its owner alone."""
    read = _read(file)
    assert [(one.count, one.head, one.at) for one in read.trusted] == [
        (50, HEADS[0], 1_000_000),
        (100, HEADS[1], 2_000_000),
        (150, HEADS[2], 3_000_000),
    ]
    assert read.refused == ()
    assert file.path.stat().st_mode & 0o777 == 0o600


def test_no_file_is_no_anchor(tmp_path: Path) -> None:
    """A log that was never anchored is told from one whose anchors are refused."""
    assert AnchorFile(tmp_path / "none.jsonl", KEY).read() is None


def test_another_key_trusts_none(file: AnchorFile) -> None:
    """Whoever lost the key can check none of the old lines; they are refused one by one."""
    assert _read(AnchorFile(file.path, bytes(32))) == Anchors((), (1, 2, 3))


def test_any_changed_byte_is_found(file: AnchorFile) -> None:
    """A line with another character in any place is no longer signed; a changed line end joins two lines."""
    before = file.path.read_bytes()
    for place in range(len(before)):
        file.path.write_bytes(before[:place] + bytes([before[place] ^ 1]) + before[place + 1 :])
        assert _read(file).refused == (before[:place].count(b"\n") + 1,), place


def test_signed_fields_cannot_be_combined(file: AnchorFile) -> None:
    """A signature is of count, head and time together."""
    first, second, _ = _read(file).trusted
    forged = first.model_copy(update={"head": second.head})
    file.path.write_text(forged.model_dump_json() + "\n", encoding="utf-8")
    assert _read(file) == Anchors((), (1,))


def test_a_line_that_was_cut_costs_no_other(file: AnchorFile) -> None:
    """A process that is killed while it writes leaves half a line; the next anchor begins its own."""
    before = file.path.read_bytes()
    file.path.write_bytes(before[:-20])
    file.add(200, HEADS[0], 4_000_000)
    read = _read(file)
    assert [one.count for one in read.trusted] == [50, 100, 200]
    assert read.refused == (3,)


def test_lines_are_counted_as_an_editor_does(file: AnchorFile) -> None:
    """Blank lines are nothing, but count."""
    content = file.path.read_bytes()
    file.path.write_bytes(b"\n\n" + content + b"no anchor\n\n")
    read = _read(file)
    assert (len(read.trusted), read.refused) == (3, (6,))


def test_an_anchor_is_signed_as_it_always_was() -> None:
    """Old anchors must stay good: the signature is HMAC-SHA256 of these very bytes."""
    assert (
        anchor_signature(KEY, 50, HEADS[0], 1_000_000)
        == "bf6b8f2d5f5a53d088af420d2ed348e668539177cddf3fadfa9fa8b00389cbed"
    )
