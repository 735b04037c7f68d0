"""One threshold: it refuses enough, loses little, and stands in the reader's file."""

import json
import lzma
import math
from itertools import pairwise
from pathlib import Path

import onnx
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from onnx import helper
from tokenizers import Tokenizer

from bot.answering.reader.model.onnx import OnnxReaderModel
from bot.evaluation.reading.calibration import AS_GOOD, Calibration, calibrate, main, write_threshold
from bot.evaluation.reading.squad import Prediction, best_threshold, squad_scores
from tests.tiny_tokenizers import word_pieces


def _right(margin: float) -> Prediction:
    return Prediction("Rome", margin, ("Rome",))


def _wrong(margin: float) -> Prediction:
    return Prediction("Rome", margin, ("Oslo",))


def _open(margin: float) -> Prediction:
    return Prediction("Rome", margin, ())


def test_limits_come_before_the_highest_f1() -> None:
    """Where F1 alone would answer a third of what has no answer, the best threshold that refuses enough is taken."""
    nothing_told = [_open(3), _open(3), *[_open(-9)] * 4]
    predictions = [*[_right(6)] * 48, *[_right(2)] * 3, *nothing_told]
    assert best_threshold(predictions) == -3.5
    assert calibrate(predictions) == Calibration(4.5, keeps_limits=True)
    # Three of thirteen are more than may be lost: no threshold keeps both.
    assert calibrate([*[_right(6)] * 10, *[_right(2)] * 3, *nothing_told]) == Calibration(
        -3.5, keeps_limits=False
    )


def test_highest_f1_is_taken_where_the_limits_cannot_be_kept() -> None:
    """A reader too weak for both limits still gets the best threshold there is."""
    predictions = [_open(9), _open(8), _right(7), _right(6), _right(5), _wrong(4), _open(3)]
    assert calibrate(predictions) == Calibration(3.5, keeps_limits=False)


def test_equal_margins_are_answered_together() -> None:
    """No threshold lies between equal margins, and none is below minus infinity."""
    nothing = Prediction("", float("-inf"), ("Rome",))
    assert calibrate([_right(2), _right(2), _open(2), nothing]).threshold == 1.5


_MADE = st.lists(
    st.builds(
        lambda make, margin: make(float(margin)), st.sampled_from([_right, _wrong, _open]), st.integers(-9, 9)
    ),
    max_size=30,
)


@given(_MADE)
def test_no_other_threshold_is_much_better(made: list[Prediction]) -> None:
    """Every threshold between two margins is tried, with the scores that the official measure gives."""
    predictions = [*made, _right(0.5), _open(0.25)]
    margins = sorted({prediction.margin for prediction in predictions}, reverse=True)
    tried = [margins[0], *((upper + lower) / 2 for upper, lower in pairwise(margins)), margins[-1] - 0.5]
    ranked = []
    for threshold in tried:
        scores = squad_scores(predictions, threshold)
        assert scores.refused is not None
        assert scores.lost is not None
        assert scores.f1 is not None
        keeps = scores.refused >= 74 - 1e-9 and scores.lost <= 8 + 1e-9
        ranked.append((keeps, round(scores.f1, 6)))
    found = calibrate(predictions)
    scores = squad_scores(predictions, found.threshold)
    assert scores.f1 is not None
    keeps, best = max(ranked)
    assert found.keeps_limits is keeps
    assert best - AS_GOOD - 1e-6 <= round(scores.f1, 6) <= best


def test_the_lowest_threshold_is_taken_that_is_nearly_as_good() -> None:
    """One F1 in 400 is no difference: what answers more is taken, but for what refuses too little."""
    surely = [*[_right(6)] * 100, *[_open(-9)] * 297]
    assert calibrate([*surely, _open(2), _right(1), _open(0)]).threshold == -4.5
    assert calibrate([*surely, _open(2), _right(1), _open(0.4), _open(0.2)]).threshold == pytest.approx(0.3)
    assert calibrate([*surely, *[_open(2)] * 3]).threshold == 4.0


def _write_reader(path: Path) -> None:
    """Write a reader that scores every piece by its own number: later entries of its vocabulary are surer.

    Whether a statement follows it never knows.
    """
    names = {"starts": ["texts", "pieces"], "ends": ["texts", "pieces"], "relation": ["texts", "labels"]}
    even = helper.make_tensor("even", onnx.TensorProto.FLOAT, [1, 3], [math.log(2), 0.0, 0.0])
    graph = helper.make_graph(
        [
            *[
                helper.make_node("Cast", ["ids"], [name], to=onnx.TensorProto.FLOAT)
                for name in list(names)[:2]
            ],
            helper.make_node("Constant", [], ["relation"], value=even),
        ],
        "reader",
        [
            helper.make_tensor_value_info(name, onnx.TensorProto.INT64, ["texts", "pieces"])
            for name in ("ids", "segments")
        ],
        [helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape) for name, shape in names.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    tokenizer = word_pieces().to_str()
    assert isinstance(Tokenizer.from_str(tokenizer), Tokenizer)
    helper.set_model_props(model, {"name": "tiny", "threshold": "0.0", "tokenizer": tokenizer, "steps": "90"})
    onnx.save(model, str(path))


def _write_questions(data: Path, rows: list[tuple[str, str]]) -> None:
    (data / "dev").mkdir()
    with lzma.open(data / "dev" / "qa_squad2_dev.jsonl.xz", "wt", encoding="utf-8") as file:
        for context, answer in rows:
            answers = [{"text": answer, "start": context.index(answer)}] if answer else []
            file.write(json.dumps({"question": "the?", "context": context, "answers": answers}) + "\n")


def test_command_writes_the_threshold_and_nothing_else(tmp_path: Path) -> None:
    """The next to open the file reads with the threshold found; name, tokenizer and training facts stay."""
    path = tmp_path / "reader.onnx"
    _write_reader(path)
    # Entries: "7" is number 5, "the" 6, "train" 7, "platform" 8; piece 0 is 2. Margins are twice the number, less 4.
    _write_questions(tmp_path, [("7 train", "train"), ("train 7", "train"), ("7 the", ""), ("the 7 the", "")])
    result = CliRunner().invoke(main, ["--model", str(path), "--data", str(tmp_path)])
    assert result.exit_code == 0, result.output
    reader = OnnxReaderModel(path)
    assert (reader.name, reader.threshold) == ("tiny", 9.0)
    kept = {entry.key: entry.value for entry in onnx.load(str(path)).metadata_props}
    assert (kept["steps"], kept["threshold"]) == ("90", "9.0000")
    assert "threshold 9.0000, from 4 questions" in result.stdout
    assert "  f1             100.00 %\n" in result.stdout
    assert "    50.0 %   10.000  0.000\n" in result.stdout
    assert "   100.0 %    8.000  0.500\n" in result.stdout


def test_missing_data_or_model_is_told_in_one_line(tmp_path: Path) -> None:
    """No traceback, and nothing is written."""
    path = tmp_path / "reader.onnx"
    _write_reader(path)
    before = path.read_bytes()
    for options, error in (
        (["--model", str(path), "--data", str(tmp_path)], "There is no "),
        (["--model", str(tmp_path / "none.onnx"), "--data", str(tmp_path)], "cannot be used"),
    ):
        result = CliRunner().invoke(main, options)
        assert result.exit_code == 1
        assert error in result.stderr
        assert result.stderr.count("\n") == 1
    assert path.read_bytes() == before


def test_full_disk_leaves_the_file(tmp_path: Path) -> None:
    """A threshold that cannot be written costs no reader."""
    path = tmp_path / "reader.onnx"
    _write_reader(path)
    before = path.read_bytes()
    (tmp_path / "reader.partial").symlink_to("/dev/full")  # a disk without room
    with pytest.raises(OSError, match="No space left"):
        write_threshold(path, 1.0)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
