"""Which model is meant: found by name or folder, and refused if it is not the expected one."""

from pathlib import Path

import pytest

from index.embedding.models import PACKAGED_SHA256, file_sha256, locate_model
from index.errors import ModelNotFoundError
from index.settings import PACKAGED_MODEL


def test_the_packaged_model_is_the_expected_one() -> None:
    """Its weights are those whose vectors were measured."""
    source = locate_model(PACKAGED_MODEL)
    assert source.name == PACKAGED_MODEL
    assert (
        source.sha256 == "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db" == PACKAGED_SHA256
    )
    assert file_sha256(source.folder / "model.safetensors") == PACKAGED_SHA256


def test_a_folder_is_a_model(tmp_path: Path) -> None:
    """Any folder with weights, named by its path; the hash is of the weights."""
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    source = locate_model(str(tmp_path))
    assert (source.name, source.folder) == (str(tmp_path), tmp_path)
    assert source.sha256 == file_sha256(tmp_path / "model.safetensors")


def test_a_folder_without_weights_is_none(tmp_path: Path) -> None:
    """The message names what is missing."""
    with pytest.raises(ModelNotFoundError) as caught:
        locate_model(str(tmp_path))
    assert caught.value.user_message == (
        f"The embedding model {tmp_path} cannot be loaded: "
        f"{tmp_path} holds none of model.safetensors, pytorch_model.bin; "
        "name another in CROSSCITE_INDEX_EMBEDDING_MODEL."
    )
