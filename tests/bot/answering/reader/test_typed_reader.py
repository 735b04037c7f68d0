"""A value is scored by the words of its own clause, and of those that go on about it."""

from bot.answering.questions.analysis import analyse
from bot.answering.reader.typed_reader import TypedReader
from index.embedding.protocol import Embedder
from tests.bot.answering.reader.scripted_models import excerpt


def _scores(embedder: Embedder, question: str, text: str) -> dict[str, float]:
    (reading,) = TypedReader(embedder).read(analyse(question), [excerpt(text)])
    return {span.text: span.score for span in reading.spans}


def test_a_clause_behind_a_name_tells_of_that_name(embedder: Embedder) -> None:
    """Of "Bram Holt met Ana Diaz, who heads the board" only she is said to head it."""
    text = "On Monday Bram Holt met Ana Diaz, who heads the harbour board."
    scores = _scores(embedder, "Who heads the harbour board?", text)
    assert scores["Ana Diaz"] > 0.8
    assert scores["Bram Holt"] < scores["Ana Diaz"] - 0.1
