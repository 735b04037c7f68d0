"""The file of the shipped reader: what it says of itself, and what is said when it cannot be used."""

from pathlib import Path

import onnx
import pytest
from onnx import TensorProto, helper

from bot.answering.reader.model.onnx import SHIPPED, OnnxReaderModel
from bot.errors import ReaderModelError


def refusal(path: Path) -> str:
    with pytest.raises(ReaderModelError) as caught:
        OnnxReaderModel(path)
    return caught.value.user_message


def test_name_and_threshold_are_the_files_own(tmp_path: Path) -> None:
    """The file says its name and its threshold; the operator's threshold, also 0, stands in for it."""
    file = onnx.load(str(SHIPPED))
    own = {entry.key: entry.value for entry in file.metadata_props}
    model = OnnxReaderModel()
    assert (model.name, model.threshold) == (own["name"], float(own["threshold"]))
    helper.set_model_props(file, own | {"name": "another", "threshold": "1.25"})
    path = tmp_path / "another.onnx"
    onnx.save(file, str(path))
    assert (OnnxReaderModel(path).name, OnnxReaderModel(path).threshold) == ("another", 1.25)
    assert OnnxReaderModel(path, threshold=0.0).threshold == 0.0


def test_the_number_of_threads_does_not_matter() -> None:
    """One thread or three give the same scores, to the last digit."""
    texts = ["The bridge will be opened again on March 9.", "It rains.", "The bridge is closed. " * 30]
    one, three = (OnnxReaderModel(threads=threads).spans("When does it open?", texts) for threads in (1, 3))
    assert one == three


def test_a_missing_file_is_told_in_one_line(tmp_path: Path) -> None:
    """The message names the file and says what to do."""
    path = tmp_path / "reader.onnx"
    assert refusal(path) == (
        f"The reader {path} cannot be used (there is no such file): install Crosscite again, or name another reader."
    )


@pytest.mark.parametrize("kept", [0, 100, 1_000_000, 20_000_000])
def test_a_damaged_file_is_told_in_one_line(tmp_path: Path, kept: int) -> None:
    """A file that was cut off is refused, however much of it is left."""
    path = tmp_path / "reader.onnx"
    path.write_bytes(SHIPPED.read_bytes()[:kept])
    assert refusal(path) == (
        f"The reader {path} cannot be used (it is damaged): install Crosscite again, or name another reader."
    )


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    """A model that is no reader of Crosscite lacks what a reader says of itself."""
    path = tmp_path / "other.onnx"
    value = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1])
    same = helper.make_tensor_value_info("y", TensorProto.FLOAT, [1])
    graph = helper.make_graph([helper.make_node("Identity", ["x"], ["y"])], "other", [value], [same])
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9), str(path))
    assert refusal(path) == (
        f"The reader {path} cannot be used (it is no reader of Crosscite, for it holds no name): "
        "install Crosscite again, or name another reader."
    )
