"""Exporting a model: once, whole and faithful."""

import os
import shutil
from pathlib import Path

import pytest

from index.embedding.exported import ExportRecord, export_once, is_whole, open_embedder, read_export
from index.embedding.models import PACKAGED_SHA256, file_sha256, locate_model
from index.errors import ModelNotFoundError
from index.settings import PACKAGED_MODEL


def record_of(models: Path) -> ExportRecord:
    record = read_export(models, PACKAGED_SHA256)
    assert record is not None
    return record


def test_the_export_is_faithful(models: Path) -> None:
    """The least cosine with the original over the samples is recorded, with what was written."""
    record = record_of(models)
    assert record.runtime == "onnx"
    assert (record.dimension, record.max_tokens) == (384, 256)
    assert record.cosine is not None
    assert record.cosine >= 0.9999
    assert sorted(record.files) == ["model.onnx", "model.weights", "tokenizer.json"]
    for name, sha256 in record.files.items():
        assert file_sha256(models / PACKAGED_SHA256 / name) == sha256
    assert is_whole(models, record)


def test_a_whole_export_is_not_made_again(models: Path) -> None:
    """Later builds need neither torch nor the time."""
    before = (models / PACKAGED_SHA256).stat().st_mtime_ns
    assert export_once(models, locate_model(PACKAGED_MODEL)) == record_of(models)
    assert (models / PACKAGED_SHA256).stat().st_mtime_ns == before


def test_a_damaged_export_is_refused(models: Path, tmp_path: Path) -> None:
    """Wrong weights would give wrong vectors in silence."""
    shutil.copytree(models / PACKAGED_SHA256, tmp_path / PACKAGED_SHA256)
    for name in record_of(models).files:
        path = tmp_path / PACKAGED_SHA256 / name
        whole = path.read_bytes()
        path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        with pytest.raises(ModelNotFoundError) as caught:
            open_embedder(tmp_path, PACKAGED_MODEL, PACKAGED_SHA256)
        assert caught.value.user_message.endswith("is damaged.")
        path.write_bytes(whole)
    record = tmp_path / PACKAGED_SHA256 / "export.json"
    for wrong in ("", "{}", record.read_text().replace('"format": 1', '"format": 2')):
        record.write_text(wrong)
        assert read_export(tmp_path, PACKAGED_SHA256) is None
    with pytest.raises(ModelNotFoundError) as caught:
        open_embedder(tmp_path, PACKAGED_MODEL, PACKAGED_SHA256)
    assert "its exported form is not in" in caught.value.user_message


def test_an_export_that_is_not_touched_is_opened_and_hashed_once(models: Path, tmp_path: Path) -> None:
    """Every build and every swap of an index asks for the model; 90 MB are read again only when they may have changed."""
    assert open_embedder(models, PACKAGED_MODEL, PACKAGED_SHA256) is open_embedder(
        models, PACKAGED_MODEL, PACKAGED_SHA256
    )
    copied = tmp_path / PACKAGED_SHA256
    shutil.copytree(models / PACKAGED_SHA256, copied)
    first = open_embedder(tmp_path, PACKAGED_MODEL, PACKAGED_SHA256)
    for path in copied.iterdir():
        os.utime(path, (1_700_000_000.5, 1_700_000_000.5))
    second = open_embedder(tmp_path, PACKAGED_MODEL, PACKAGED_SHA256)
    assert second is not first
    assert open_embedder(tmp_path, PACKAGED_MODEL, PACKAGED_SHA256) is second
    weights = copied / "model.weights"
    whole = weights.read_bytes()
    weights.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    os.utime(weights, (1_700_000_001.5, 1_700_000_001.5))  # as if it had lain there long
    with pytest.raises(ModelNotFoundError, match="is damaged"):
        open_embedder(tmp_path, PACKAGED_MODEL, PACKAGED_SHA256)
