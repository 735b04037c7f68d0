"""The contract of every `EntailmentModel`, over the shipped one and published ones of two families."""

import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.answering.reader.model.onnx import OnnxReaderModel
from bot.answering.reader.model.protocol import EntailmentModel
from bot.answering.reader.model.published import PublishedEntailmentModel
from tests.tiny_models import BERT_ENTAILMENT, ROBERTA_ENTAILMENT

PAIRS = [
    ("The trip starts on January 15.", "The trip starts on January 15."),
    ("The trip starts on January 15.", "The trip does not start in January."),
    ("The ministers will meet in Washington.", "The minister likes tea."),
    ("", ""),
    ("The alliance serves as a cornerstone of regional security. " * 40, "It rains."),
    ("It rains.", "The alliance serves as a cornerstone of regional security. " * 250),
    ("🙂 \0 会談 שלום \ud800", "\u202e\u200b"),
]


def _published(name: str) -> Callable[[pytest.FixtureRequest], EntailmentModel]:
    def opened(request: pytest.FixtureRequest) -> EntailmentModel:
        folder = request.getfixturevalue("tiny_models") / name
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of the libraries below, at import
            return PublishedEntailmentModel(str(folder), threads=1)

    return opened


# One line per implementation.
IMPLEMENTATIONS: dict[str, Callable[[pytest.FixtureRequest], EntailmentModel]] = {
    "onnx": lambda _: OnnxReaderModel(),
    "published, as BERT": _published(BERT_ENTAILMENT),
    "published, as RoBERTa": _published(ROBERTA_ENTAILMENT),
}


@pytest.fixture(scope="module", params=IMPLEMENTATIONS)
def model(request: pytest.FixtureRequest) -> EntailmentModel:
    """Each implementation in turn, loaded once."""
    return IMPLEMENTATIONS[request.param](request)


def test_the_three_sum_to_one(model: EntailmentModel) -> None:
    """The three are probabilities of one pair, whatever its texts are."""
    found = model.relate(PAIRS)
    assert [sum(one) for one in found] == pytest.approx([1.0] * len(PAIRS), abs=1e-9)
    assert all(0.0 <= share <= 1.0 for one in found for share in one)


def test_nothing_to_judge(model: EntailmentModel) -> None:
    """No pairs give no judgements."""
    assert model.relate([]) == []


def test_it_says_the_same_twice(model: EntailmentModel) -> None:
    """The same pairs give the same judgements, to the last digit."""
    assert model.relate(PAIRS) == model.relate(PAIRS)


def test_neighbours_do_not_matter(model: EntailmentModel) -> None:
    """A pair is judged the same alone, in any order, and beside much longer ones."""
    together = model.relate(PAIRS)
    assert together == [model.relate([pair])[0] for pair in PAIRS]
    assert together == model.relate(PAIRS[::-1])[::-1]


def test_premise_and_hypothesis_are_not_the_same(model: EntailmentModel) -> None:
    """Which of the two texts is the premise matters."""
    premise, hypothesis = PAIRS[2]
    (forward,), (backward,) = model.relate([(premise, hypothesis)]), model.relate([(hypothesis, premise)])
    assert forward != backward


def test_it_can_be_asked_from_several_threads(model: EntailmentModel) -> None:
    """Pairs at the same time get the judgements that they get one after another."""
    alone = model.relate(PAIRS)
    with ThreadPoolExecutor(4) as threads:
        assert [found for (found,) in threads.map(lambda pair: model.relate([pair]), PAIRS)] == alone
