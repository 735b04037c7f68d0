"""What an index version says of itself, and the check that it is still what was written."""

import hashlib
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from index.embedding.models import file_sha256
from index.errors import IndexDamagedError, IndexFormatError, IndexMissingError

FORMAT = 1
MANIFEST_FILE = "manifest.json"
TEXTS_FILE = "articles.sqlite"
WORDS_FILE = "words.sqlite"
VECTORS_FILE = "vectors.faiss"
CONTENT_FILES = (TEXTS_FILE, WORDS_FILE, VECTORS_FILE)
CURRENT_FILE = "current"
VERSIONS_FOLDER = "versions"
FOLDER_NAME = re.compile(r"[0-9a-f]{16}(?:-[0-9]+)?")  # of a version; the number tells repetitions apart
_POINTER = re.compile(rf"({FOLDER_NAME.pattern}) ([0-9a-f]{{64}})\n")


class ModelRecord(BaseModel):
    """The embedding model whose vectors these are; ``sha256`` is of its weights."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    sha256: str
    dimension: int


class SourceRecord(BaseModel):
    """One article's file when it was read; ``version`` is the article's content hash."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str
    size: int
    modified_ns: int
    version: str
    paragraphs: int


class Manifest(BaseModel):
    """One version of the index.

    ``version`` depends on articles and model alone, ``created`` is UTC, ``corpus`` is the folder that was read:
    an index asked by its own path is compared with that unless a corpus is named. ``before`` is the folder of the
    version that it took the place of, empty without one, None where that was not written down.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int
    version: str
    created: datetime
    model: ModelRecord
    corpus: Path | None = None
    articles: dict[str, SourceRecord]
    refused: dict[str, str]
    files: dict[str, str]
    before: str | None = None

    @property
    def paragraph_count(self) -> int:
        """Number of paragraphs over all articles."""
        return sum(record.paragraphs for record in self.articles.values())


class _Format(BaseModel):
    """The only thing that is read of a manifest before its format is known."""

    format: int


def version_name(model: ModelRecord, versions: dict[str, str]) -> str:
    """Return the 16 hexadecimal digits for these articles (id → content hash) under this model."""
    digest = hashlib.sha256(f"{FORMAT} {model.name} {model.sha256}".encode())
    for article_id, version in sorted(versions.items()):
        digest.update(f"\0{article_id}\0{version}".encode())
    return digest.hexdigest()[:16]


def current_folder(directory: Path) -> tuple[Path, str]:
    """Return the folder of the current version and the sha256 that its manifest must have.

    Raises:
        IndexMissingError: there is no index.
        IndexDamagedError: the pointer is not one that a build wrote.
    """
    pointer = directory / CURRENT_FILE
    try:
        match = _POINTER.fullmatch(pointer.read_bytes().decode("ascii"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise IndexMissingError(directory) from error
    except (OSError, UnicodeDecodeError) as error:
        raise IndexDamagedError(directory, f"{CURRENT_FILE} cannot be read") from error
    if match is None:
        raise IndexDamagedError(directory, f"{CURRENT_FILE} is not a pointer to a version")
    return directory / VERSIONS_FOLDER / match.group(1), match.group(2)


def read_manifest(directory: Path) -> tuple[Path, Manifest]:
    """Return the current version's folder and manifest; the other files are not looked at.

    Raises:
        IndexMissingError: there is no index.
        IndexFormatError: it has another format.
        IndexDamagedError: the manifest is missing or not the one that was written.
    """
    folder, expected = current_folder(directory)
    try:
        data = (folder / MANIFEST_FILE).read_bytes()
    except OSError as error:
        raise IndexDamagedError(directory, f"{MANIFEST_FILE} cannot be read") from error
    if hashlib.sha256(data).hexdigest() != expected:
        raise IndexDamagedError(directory, f"{MANIFEST_FILE} is not the one that was written")
    return folder, parsed_manifest(directory, data)


def parsed_manifest(directory: Path, data: bytes) -> Manifest:
    """Return the manifest in *data*.

    Raises:
        IndexFormatError: it has another format.
        IndexDamagedError: it is no manifest.
    """
    try:
        found = _Format.model_validate_json(data).format
        if found != FORMAT:
            raise IndexFormatError(directory, found, FORMAT)
        return Manifest.model_validate_json(data)
    except ValidationError as error:
        raise IndexDamagedError(directory, f"{MANIFEST_FILE} is not a manifest") from error


def check_files(directory: Path, folder: Path, manifest: Manifest) -> None:
    """Compare every file with its checksum.

    Raises:
        IndexDamagedError: one is missing or differs.
    """
    with ThreadPoolExecutor(len(CONTENT_FILES)) as pool:
        found = list(pool.map(_sha256_or_none, (folder / name for name in CONTENT_FILES)))
    for name, sha256 in zip(CONTENT_FILES, found, strict=True):
        if sha256 is None:
            raise IndexDamagedError(directory, f"{name} cannot be read")
        if sha256 != manifest.files.get(name):
            raise IndexDamagedError(directory, f"{name} is not the one that was written")


def _sha256_or_none(path: Path) -> str | None:
    try:
        return file_sha256(path)
    except OSError:
        return None
