"""The log's key: made once, kept from others, refused where it is none."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.citation_log.identities import parse_key, person_of, read_key
from bot.errors import LogKeyError


def test_the_key_is_made_once(tmp_path: Path) -> None:
    """The first start makes it, readable by its owner alone; every other finds the same."""
    path = tmp_path / "new" / "key"
    key = read_key(path)
    assert len(key) == 32
    assert path.read_text(encoding="ascii") == key.hex() + "\n"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [read_key(path) for _ in range(3)] == [key] * 3
    assert list(path.parent.iterdir()) == [path]


def test_who_starts_at_once_finds_the_same_key(tmp_path: Path) -> None:
    """Two keys would be two logs: what one wrote the other could not erase."""
    with ThreadPoolExecutor(16) as pool:
        keys = set(pool.map(read_key, [tmp_path / "key"] * 16))
    assert keys == {read_key(tmp_path / "key")}
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


@pytest.mark.parametrize("content", ["", "secret", "ab" * 31, "ab" * 33, "xy" * 32, "ä" * 64])
def test_what_is_no_key_is_refused(tmp_path: Path, content: str) -> None:
    """It is told in one line where the file is, and not what is in it; the file stays."""
    path = tmp_path / "key"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LogKeyError) as caught:
        read_key(path)
    assert str(path) in caught.value.user_message
    assert "\n" not in caught.value.user_message
    assert not content or content not in caught.value.user_message
    assert path.read_text(encoding="utf-8") == content


def test_a_place_without_a_file_is_told(tmp_path: Path) -> None:
    """A folder, or a path through a file, is no key."""
    (tmp_path / "file").touch()
    for path in (tmp_path, tmp_path / "file" / "key"):
        with pytest.raises(LogKeyError):
            read_key(path)


def test_a_key_from_the_environment() -> None:
    """It is written out in 64 hexadecimal digits, in either case; anything else is told."""
    assert parse_key("AB" * 32) == parse_key("ab" * 32) == b"\xab" * 32
    with pytest.raises(LogKeyError) as caught:
        parse_key("hunter2")
    assert "hunter2" not in caught.value.user_message


def test_a_member_is_one_whoever_writes_the_id() -> None:
    """As a number or as text."""
    key = bytes(32)
    assert person_of(key, 17) == person_of(key, "17")
    assert person_of(key, 17) != person_of(key, 18)
