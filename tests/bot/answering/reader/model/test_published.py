"""Published models: run as transformers runs them, told apart by their weights, refused in one line."""

import shutil
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.answering.reader.model.published import PublishedEntailmentModel, PublishedSpanModel
from bot.errors import ReaderModelError
from tests.tiny_models import (
    BERT_ENCODER,
    BERT_ENTAILMENT,
    BERT_READER,
    OTHER_BERT_READER,
    ROBERTA_ENTAILMENT,
    ROBERTA_READER,
)

QUESTION = "the train from the platform"
TEXT = "it leaves from 7 at noon."


def opened(kind: Callable[..., Any], folder: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries below, at import
        return kind(str(folder), threads=1)


def refusal(kind: Callable[..., Any], folder: Path) -> str:
    with pytest.raises(ReaderModelError) as caught:
        opened(kind, folder)
    message = caught.value.user_message
    assert "\n" not in message
    return message.replace(str(folder), "FOLDER")


@pytest.mark.parametrize(("name", "segments"), [(BERT_READER, True), (ROBERTA_READER, False)])
def test_margins_are_those_of_transformers(tiny_models: Path, name: str, segments: bool) -> None:
    """The best span and its margin are what the model's own tokenizer and forward pass give."""
    model = opened(PublishedSpanModel, tiny_models / name)
    (found,) = model.spans(QUESTION, [TEXT])
    import torch  # noqa: PLC0415 - seconds, and here already
    from transformers import AutoModelForQuestionAnswering, AutoTokenizer  # noqa: PLC0415 - slow to load, too

    tokenizer = AutoTokenizer.from_pretrained(tiny_models / name)
    plain = AutoModelForQuestionAnswering.from_pretrained(tiny_models / name).eval()
    joined = tokenizer.backend_tokenizer.encode(QUESTION, TEXT)
    types = torch.tensor([joined.type_ids]) if segments else None
    with torch.no_grad():
        scores = plain(torch.tensor([joined.ids]), token_type_ids=types)
    own = [place for place, which in enumerate(joined.sequence_ids) if which == 1]
    starts, ends = scores.start_logits[0].tolist(), scores.end_logits[0].tolist()
    margin, first, last = max(
        (starts[first] + ends[last] - starts[0] - ends[0], first, last)
        for first in own
        for last in own
        if first <= last
    )
    assert (found[0].start, found[0].end) == (joined.offsets[first][0], joined.offsets[last][1])
    assert found[0].margin == pytest.approx(margin, abs=1e-5)
    assert TEXT[found[0].start : found[0].end] == "7"
    assert margin > 0


@pytest.mark.parametrize("name", [BERT_READER, ROBERTA_READER])
def test_a_text_without_the_answer_scores_below_zero(tiny_models: Path, name: str) -> None:
    """Zero, the threshold of published models, is where words score as well as "not here"."""
    model = opened(PublishedSpanModel, tiny_models / name)
    assert model.threshold == 0.0
    ((best, *_),) = model.spans(QUESTION, ["it leaves at noon."])
    assert best.margin < 0


def test_names_tell_weights_apart(tiny_models: Path, tmp_path: Path) -> None:
    """The same weights have the same name, others under the same name another."""
    folder = tmp_path / "reader"
    shutil.copytree(tiny_models / BERT_READER, folder)
    first, again = (opened(PublishedSpanModel, folder).name for _ in range(2))
    shutil.copy(tiny_models / OTHER_BERT_READER / "model.safetensors", folder)
    other = opened(PublishedSpanModel, folder).name
    assert first == again != other
    assert first.split("@")[0] == other.split("@")[0] == str(folder)


@pytest.mark.parametrize("name", [BERT_ENTAILMENT, ROBERTA_ENTAILMENT])
def test_labels_are_found_by_their_names(tiny_models: Path, name: str) -> None:
    """Whatever the order and the case of a model's labels, each share is that of its own label."""
    # The tiny models lean by 2 to entailment, by 1 to neutral: e²/(e²+e+1) and so on.
    (found,) = opened(PublishedEntailmentModel, tiny_models / name).relate([("It rains.", "It is wet.")])
    assert found == pytest.approx((0.6652, 0.2447, 0.0900), abs=0.02)


def test_a_model_of_another_kind_is_refused(tiny_models: Path) -> None:
    """A model without the head that is needed would answer at random."""
    change = ": set CROSSCITE_{}_MODEL to another one, or leave it out."
    assert refusal(PublishedSpanModel, tiny_models / BERT_ENCODER) == (
        "The reader model FOLDER cannot be used (it was not trained to answer questions)"
        + change.format("READER")
    )
    assert refusal(PublishedEntailmentModel, tiny_models / BERT_READER) == (
        "The entailment model FOLDER cannot be used (its labels are label_0, "
        "not entailment, neutral, contradiction)" + change.format("ENTAILMENT")
    )


@pytest.mark.parametrize("kind", [PublishedSpanModel, PublishedEntailmentModel])
def test_a_missing_folder_is_told_in_one_line(kind: Callable[..., Any], tmp_path: Path) -> None:
    """A path that leads nowhere is not looked for among the published models."""
    assert "cannot be used (there is no such folder)" in refusal(kind, tmp_path / "nothing")
    assert " cannot be used (" in refusal(kind, tmp_path)


def test_a_pickle_is_not_read(tiny_models: Path, tmp_path: Path) -> None:
    """Weights are read from safetensors alone: a pickle can run code of its own."""
    import torch  # noqa: PLC0415 - seconds, for this test alone
    from safetensors.torch import load_file  # noqa: PLC0415 - slow to load, too

    for kind, name in ((PublishedSpanModel, BERT_READER), (PublishedEntailmentModel, BERT_ENTAILMENT)):
        folder = tmp_path / name
        shutil.copytree(tiny_models / name, folder)
        torch.save(load_file(folder / "model.safetensors"), folder / "pytorch_model.bin")
        (folder / "model.safetensors").unlink()
        assert "model.safetensors" in refusal(kind, folder)


@pytest.mark.parametrize("kind", [PublishedSpanModel, PublishedEntailmentModel])
def test_damaged_weights_are_told_in_one_line(
    kind: Callable[..., Any], tiny_models: Path, tmp_path: Path
) -> None:
    """A file that was cut off is refused."""
    folder = tmp_path / "model"
    shutil.copytree(tiny_models / (BERT_READER if kind is PublishedSpanModel else BERT_ENTAILMENT), folder)
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:1_000])
    assert refusal(kind, folder).startswith("The ")
