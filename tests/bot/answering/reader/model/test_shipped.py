"""What the shipped weights must know: checked whenever they are replaced."""

import pytest

from bot.answering.reader.model.onnx import OnnxReaderModel

SENTENCES = [
    "The bridge will stay closed until May.",
    "The minister will meet his counterpart in Washington on Thursday.",
    "Three people were injured in the accident.",
]


@pytest.fixture(scope="module")
def model() -> OnnxReaderModel:
    """The shipped model, loaded once."""
    return OnnxReaderModel()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_follows_from_itself(model: OnnxReaderModel, sentence: str) -> None:
    """Nothing is more certain than that a sentence entails itself."""
    (found,) = model.relate([(sentence, sentence)])
    assert found.entailed > 0.8


@pytest.mark.parametrize(
    ("premise", "hypothesis"),
    [
        ("The bridge will stay closed until May.", "The bridge will not stay closed."),
        ("Three people were injured in the accident.", "Nobody was injured in the accident."),
    ],
)
def test_a_denial_contradicts(model: OnnxReaderModel, premise: str, hypothesis: str) -> None:
    """A plain denial of a sentence is likelier to contradict it than to follow from it."""
    (found,) = model.relate([(premise, hypothesis)])
    assert found.contradicted > found.entailed
    assert found.contradicted > found.neutral


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Until when will the bridge stay closed?", "May"),
        ("Where will the minister meet his counterpart?", "Washington"),
        ("How many people were injured?", "Three"),
    ],
)
def test_a_plain_answer_is_found(model: OnnxReaderModel, question: str, answer: str) -> None:
    """Of three sentences, the one that answers scores best and above the threshold, on the words that answer."""
    found = model.spans(question, SENTENCES)
    best = max(range(3), key=lambda place: found[place][0].margin)
    span = found[best][0]
    assert answer in SENTENCES[best][span.start : span.end]
    assert span.margin > model.threshold


@pytest.mark.parametrize("question", ["Who won the football match?", "What does a litre of milk cost?"])
def test_what_is_not_there_is_not_found(model: OnnxReaderModel, question: str) -> None:
    """No words of a text about something else reach the threshold."""
    assert all(spans[0].margin < model.threshold for spans in model.spans(question, SENTENCES))
