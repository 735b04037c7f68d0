"""Contexts are cut to whole sentences around what must be kept."""

# ruff: noqa: S311 - chance here is reproducible, not secret

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.reader.training.windows import closest_sentence, window_around
from index.splitting import sentence_spans

_WORDS = st.lists(
    st.sampled_from("Ana Oslo ships U.S. 4.5 Dr. met, the “old” x".split()), min_size=1, max_size=9
)
_SENTENCES = st.builds(lambda words, end: " ".join(words) + end, _WORDS, st.sampled_from([".", "?", "!", ""]))
_CONTEXTS = st.lists(_SENTENCES, min_size=1, max_size=9).map(" ".join)


@given(context=_CONTEXTS, data=st.data(), budget=st.integers(0, 60), seed=st.integers(0, 99))
def test_window_is_whole_sentences_around_its_anchor(
    context: str, data: st.DataObject, budget: int, seed: int
) -> None:
    """The anchor's sentences are kept whole, others only within the budget."""
    start = data.draw(st.integers(0, len(context) - 1))
    end = data.draw(st.integers(start + 1, len(context)))
    spans = sentence_spans(context)
    first, last = window_around(context, (start, end), budget, Random(seed))
    assert first in {span[0] for span in spans}
    assert last in {span[1] for span in spans}
    anchors = [span for span in spans if span[0] < end and span[1] > start] or [spans[0]]
    assert first <= anchors[0][0]
    assert anchors[-1][1] <= last
    if (first, last) != (anchors[0][0], anchors[-1][1]):
        assert len(context[first:last].split()) <= budget


def test_text_without_a_sentence_is_kept_whole() -> None:
    """Blanks alone are no sentence, and no reason to fail."""
    assert window_around("  ", (0, 1), 5, Random(0)) == (0, 2)
    assert window_around("", (0, 1), 5, Random(0)) == (0, 0)
    assert closest_sentence("", "Who?", {}) == (0, 0)


def test_window_grows_to_both_sides_and_fills_its_budget() -> None:
    """Over many draws the anchor stands first, last and between, and no sentence that fits is left out."""
    context = "One two three. Four five six. Seven eight nine. Ten is last."
    drawn = {window_around(context, (30, 35), 6, Random(seed)) for seed in range(40)}
    assert {context[start:end] for start, end in drawn} == {
        "Four five six. Seven eight nine.",
        "Seven eight nine. Ten is last.",
    }


def test_rare_words_tell_the_closest_sentence() -> None:
    """Three common words of the question count for less than one rare one."""
    context = "He went to the sea. Koizumi slept. The sea was calm."
    weights = {"koizumi": 6.0, "sea": 2.0, "the": 0.1, "to": 0.1}
    start, end = closest_sentence(context, "Did Koizumi go to the sea?", weights)
    assert context[start:end] == "Koizumi slept."
    start, end = closest_sentence(context, "Did Koizumi go to the sea?", {"sea": 2.0, "to": 0.1})
    assert context[start:end] == "He went to the sea."
