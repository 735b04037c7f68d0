"""Which models read: as the settings say, and torch only where a published one is named."""

import gc
import json
import warnings
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answering.reader.model.onnx import SHIPPED, OnnxReaderModel
from bot.answering.reader.model.verifying import VerifyingModel
from bot.answering.reader.trained_reader import TrainedReader
from bot.discord_ui.corpus.catalogue import catalogue
from bot.errors import ReaderModelError
from bot.settings import SHIPPED_READER, Settings
from bot.wiring import SharedModels, model_fingerprints, open_reader_models, open_service
from index.settings import IndexSettings
from index.wiring import build_index
from tests.bot.answering.reader.scripted_models import Nearness
from tests.children import run_python
from tests.tiny_models import BERT_ENTAILMENT, BERT_READER


def test_the_shipped_model_is_loaded_once() -> None:
    """One file with two heads is one model, whether it is meant by default or named."""
    for name in (SHIPPED_READER, str(SHIPPED)):
        spans, entailment = open_reader_models(Settings(reader_model=name, entailment_model=name))
        assert isinstance(spans, VerifyingModel)
        assert id(spans.entailment) == id(entailment)
        assert TrainedReader(spans, entailment, Nearness()).name == spans.name == OnnxReaderModel().name


def test_one_index_after_another_shares_the_models(
    settings: IndexSettings, write: Callable[[str, str], Path]
) -> None:
    """Swapping an index loads no model twice, and what was replaced is not held in memory once it is closed."""
    question = "How much will the repair of the bridge cost?"
    write("bridge.txt", "The repair of the bridge will cost 14 million euros, the port said.")
    build_index(settings)
    chosen = Settings(index=settings)
    models = SharedModels(chosen)
    first = open_service(chosen, fingerprinted=True, models=models)
    assert first.answer(question).versions[0].text == "14 million euros"
    write("bridge.txt", "The repair of the bridge will cost 15 million euros, the port said.")
    build_index(settings)
    second = open_service(chosen, fingerprinted=True, models=models)
    assert second.index.embedder is first.index.embedder
    assert models.reader()[0] is models.reader()[0]
    assert second.fingerprint == first.fingerprint
    catalogue(first)
    gone = weakref.ref(first)
    first.index.close()
    del first
    gc.collect()
    assert gone() is None
    assert second.answer(question).versions[0].text == "15 million euros"


def test_each_model_is_told_by_what_it_says_itself() -> None:
    """Exchanging one of the two, or the threshold of the reader, leaves the other's fingerprint."""
    reader, entailment = model_fingerprints(Settings())
    assert model_fingerprints(Settings(reader_model=str(SHIPPED))) == (reader, entailment)
    other = model_fingerprints(Settings(entailment_model="a/b"))
    assert other[0] == reader
    assert other[1] != entailment
    stricter = model_fingerprints(Settings(reader_threshold=3.0))
    assert stricter[0] != reader
    assert stricter[1] == entailment


def test_the_operators_threshold_wins() -> None:
    """Unset, the threshold is the model's own."""
    assert open_reader_models(Settings())[0].threshold == OnnxReaderModel().threshold
    assert open_reader_models(Settings(reader_threshold=-1.5))[0].threshold == -1.5
    assert open_reader_models(Settings(reader_threshold=0.0))[0].threshold == 0.0


def test_published_models_can_be_named(tiny_models: Path) -> None:
    """Either model can be replaced without the other."""
    reader, judge = str(tiny_models / BERT_READER), str(tiny_models / BERT_ENTAILMENT)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries below, at import
        spans, shipped = open_reader_models(
            Settings(reader_model=reader, reader_threshold=1.0, reader_threads=1)
        )
        other, entailment = open_reader_models(Settings(entailment_model=judge, reader_threads=1))
        both = open_reader_models(Settings(reader_model=reader, entailment_model=judge, reader_threads=1))
    assert spans.name == both[0].name
    assert spans.name.startswith(f"{reader}@")
    assert (spans.threshold, both[0].threshold) == (1.0, 0.0)
    assert entailment.name == both[1].name
    assert entailment.name.startswith(f"{judge}@")
    assert shipped.name == OnnxReaderModel().name
    assert other.name == shipped.name


def test_a_file_that_is_not_there_is_told() -> None:
    """A wrong name is refused, not replaced by the shipped model."""
    for wrong in ({"reader_model": "nothing.onnx"}, {"entailment_model": "nothing.onnx"}):
        with pytest.raises(ReaderModelError) as caught:
            open_reader_models(Settings.model_validate(wrong))
        assert caught.value.user_message.startswith("The reader nothing.onnx cannot be used (")


def test_settings_come_from_the_environment() -> None:
    """Every setting of the reader has its variable, and a wrong value is told by the variable's name."""
    done = run_python(
        "import json, os\n"
        "os.environ |= {'CROSSCITE_READER_MODEL': 'a/b', 'CROSSCITE_ENTAILMENT_MODEL': 'c/d',"
        " 'CROSSCITE_READER_THRESHOLD': '1.5', 'CROSSCITE_READER_THREADS': '2'}\n"
        "from bot.errors import SettingsError\n"
        "from bot.settings import read_settings\n"
        "print(json.dumps(read_settings().model_dump(include={'reader_model', 'entailment_model',"
        " 'reader_threshold', 'reader_threads'})))\n"
        "os.environ['CROSSCITE_READER_THRESHOLD'] = 'nan'\n"
        "try: read_settings()\n"
        "except SettingsError as error: print(error)\n"
    )
    read, refused = done.stdout.splitlines()
    assert json.loads(read) == {
        "reader_model": "a/b",
        "entailment_model": "c/d",
        "reader_threshold": 1.5,
        "reader_threads": 2,
    }
    assert refused.startswith("CROSSCITE_READER_THRESHOLD: ")


def test_the_shipped_model_needs_no_torch() -> None:
    """Opening the shipped models and reading with them imports nothing heavy."""
    done = run_python(
        "import sys\n"
        "from bot.settings import Settings\n"
        "from bot.wiring import open_reader_models\n"
        "spans, entailment = open_reader_models(Settings())\n"
        "assert spans.spans('When?', ['On Friday.'])[0] and entailment.relate([('a', 'b')])\n"
        "print(sorted({'torch', 'transformers', 'sentence_transformers', 'discord'} & set(sys.modules)))\n"
    )
    assert done.stdout.strip() == "[]", done.stderr
