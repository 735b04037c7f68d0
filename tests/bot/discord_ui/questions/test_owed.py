"""What is kept of whom an answer is owed, and for how long."""

import json
import stat
from pathlib import Path

import pytest

from bot.discord_ui.questions.owed import Address, Kind, Owed, OwedReplies
from bot.discord_ui.words.language import Language

ASKED = Owed(Address(Kind.INTERACTION, 4_200_000_000_000_000_017, "aW50ZXJhY3Rpb246"), Language.JAPANESE)
SAID = Owed(Address(Kind.MESSAGE, 88, "99"), Language.ENGLISH)


def test_it_is_there_for_as_long_as_it_is_owed(tmp_path: Path) -> None:
    """Another run of the program finds it, once; this one never takes its own; nothing is left after the block."""
    folder = tmp_path / "log" / "owed"
    replies, later = OwedReplies(folder), OwedReplies(folder)
    assert list(later.left()) == []
    with replies.noted(ASKED), replies.noted(SAID):
        assert list(replies.left()) == []
        assert sorted(later.left(), key=lambda owed: owed.address.kind) == [ASKED, SAID]
        assert list(later.left()) == []
    with replies.noted(ASKED):
        pass
    assert list(folder.iterdir()) == []


def test_who_is_killed_while_telling_finds_the_rest_again(tmp_path: Path) -> None:
    """Each is forgotten once it was told: who is stopped in the middle has not forgotten whom it did not get to."""
    with OwedReplies(tmp_path).noted(ASKED), OwedReplies(tmp_path).noted(SAID):
        telling = OwedReplies(tmp_path).left()
        first, second = next(telling), next(telling)
        telling.close()
        assert {first, second} == {ASKED, SAID}
        assert list(OwedReplies(tmp_path).left()) == [second]


def test_only_its_own_user_reads_it(tmp_path: Path) -> None:
    """A file holds a token for a quarter of an hour: it is nobody else's, and holds neither question nor member."""
    folder = tmp_path / "owed"
    with OwedReplies(folder, clock=lambda: 7.0).noted(ASKED):
        (path,) = folder.iterdir()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert json.loads(path.read_text(encoding="ascii")) == {
            "format": 1,
            "at": 7.0,
            "language": "ja",
            "kind": "interaction",
            "where": 4_200_000_000_000_000_017,
            "which": "aW50ZXJhY3Rpb246",
        }


def test_what_is_too_old_or_cut_short_is_forgotten(tmp_path: Path) -> None:
    """After fourteen minutes nobody can be told; a half-written file, or another's, says nothing."""
    now = [0.0]
    replies, later = OwedReplies(tmp_path), OwedReplies(tmp_path, clock=lambda: now[0])
    for content in (
        "",
        "{",
        "[]",
        '{"format": 1, "at": 0}',
        '{"format": 1, "at": "x", "language": "en", "kind": "message", "where": 1, "which": "2"}',
        '{"format": 2, "at": 0, "language": "en", "kind": "message", "where": 1, "which": "2"}',
    ):
        (tmp_path / "damaged.json").write_text(content)
        assert list(later.left()) == []
        assert list(tmp_path.iterdir()) == []
    for seconds, found in ((839.0, [SAID]), (841.0, [])):
        with OwedReplies(tmp_path, clock=lambda: 0.0).noted(SAID):
            now[0] = seconds
            assert list(later.left()) == found
    assert list(replies.left()) == []


def test_a_folder_that_cannot_be_written_stops_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The answer is given all the same; the log says what a kill would cost."""
    (tmp_path / "file").write_text("no folder")
    with OwedReplies(tmp_path / "file" / "owed").noted(SAID):
        pass
    assert "whom an answer is owed cannot be kept in" in caplog.text
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
