"""How question words meet the words of passages."""

import pytest

from bot.answering.reader.matching import TermMatcher, WordVectors, is_slip, near_spellings
from bot.answering.terms import stem_of, terms_of
from index.embedding.protocol import Embedder

PASSAGES = (
    "The ferry Linnea sank off Tornvik on Sunday, killing 31 people.",
    "Rescuers from Tornvik brought nine people ashore after the Linnea went down.",
    "The minister will visit Tornvik.",
)


@pytest.fixture(scope="module")
def vectors(embedder: Embedder) -> WordVectors:
    """Vectors of the real model."""
    return WordVectors(embedder)


def _matcher(question: str, vectors: WordVectors, embedder: Embedder) -> TermMatcher:
    terms = [term for term in terms_of(question) if term.is_content]
    return TermMatcher(terms, [(text, terms_of(text)) for text in PASSAGES], vectors, embedder.words)


def test_misspelling_meets_the_word_that_was_meant(vectors: WordVectors, embedder: Embedder) -> None:
    """A slip in a name or a verb still finds it, at a small price."""
    matcher = _matcher("Linea resquers", vectors, embedder)
    assert matcher.matches({stem_of("linnea"), stem_of("rescuers")}) == (0.9, 0.9)


def test_a_real_word_is_never_taken_for_a_misspelling(vectors: WordVectors, embedder: Embedder) -> None:
    """The words "Sang" is not "sank", however near they are spelt."""
    matcher = _matcher("sang", vectors, embedder)
    assert matcher.matches({stem_of("sank")}) == (0.0,)


def test_names_are_told_by_the_passages(vectors: WordVectors, embedder: Embedder) -> None:
    """Typed in lower case, "linnea" is a name and "sink" is not."""
    assert _matcher("linnea sink", vectors, embedder).names == (True, False)


def test_rare_words_weigh_more(vectors: WordVectors, embedder: Embedder) -> None:
    """What every passage says tells nothing apart; what none says counts most."""
    everywhere, once, nowhere = _matcher("Tornvik visit quorum", vectors, embedder).weights
    assert everywhere < once < nowhere


def test_a_name_that_sets_the_question_apart_is_missed(vectors: WordVectors, embedder: Embedder) -> None:
    """What is said of another is no answer; a name that all passages hold is what they are about."""
    matcher = _matcher("Rescuers Linnea", vectors, embedder)
    assert not matcher.misses_name(matcher.matches({stem_of("linnea")}))
    assert not matcher.misses_name(matcher.matches(set()))


def test_near_spellings_keep_the_first_letter_and_count_edits() -> None:
    """One slip in a short word, two in a long one; swapped letters are one slip."""
    assert near_spellings("metting", ["meeting", "setting", "melting"]) == ["meeting", "melting"]
    assert near_spellings("comision", ["commission"]) == ["commission"]
    assert near_spellings("form", ["from", "farm", "storm"]) == ["farm", "from"]
    assert near_spellings("abc", ["abd"]) == []


def test_slips_in_function_words() -> None:
    """The words "Teh" carries no meaning of its own; "war" is a word, not a slip for "was"."""
    (teh,), (war,) = terms_of("teh"), terms_of("war")
    assert is_slip(teh, frozenset({"war"}))
    assert not is_slip(war, frozenset({"war"}))
