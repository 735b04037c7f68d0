"""Which whole sentences are quoted."""

from bot.answering.quoting import sentence_run
from bot.answering.terms import stem_of

TEXT = "The tour opens in Rome on Monday. She will also give a speech at the town hall. It rained."


def _run(words: str, asked: str) -> str:
    start = TEXT.index(words)
    first, last = sentence_run(TEXT, start, start + len(words), {stem_of(word) for word in asked.split()})
    return TEXT[first:last]


def test_the_answers_own_sentence_is_enough() -> None:
    """Nothing is quoted that the answer does not need."""
    assert _run("Monday", "tour rome open") == "The tour opens in Rome on Monday."


def test_a_sentence_that_carries_on_is_quoted_with_it() -> None:
    """Without the second sentence the quote would not show that Monday is the day of the speech."""
    assert _run("Monday", "speech hall") == TEXT[: TEXT.index(" It rained")]


def test_another_word_for_what_is_said_needs_no_second_sentence() -> None:
    """A trip is the tour that the sentence already speaks of."""
    assert _run("Monday", "trip") == "The tour opens in Rome on Monday."


def test_an_answer_over_two_sentences_is_quoted_whole() -> None:
    """A run is made of whole sentences, however the span lies."""
    assert _run("Monday. She will", "tour") == TEXT[: TEXT.index(" It rained")]
