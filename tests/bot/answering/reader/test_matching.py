"""How question words meet the words of passages."""

import pytest

from bot.answering.reader.matching import TermMatcher, WordVectors
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


def _matcher(question: str, vectors: WordVectors) -> TermMatcher:
    terms = [term for term in terms_of(question) if term.is_content]
    return TermMatcher(terms, [(text, terms_of(text)) for text in PASSAGES], vectors)


def test_names_are_told_by_the_passages(vectors: WordVectors) -> None:
    """Typed in lower case, "linnea" is a name and "sink" is not."""
    assert _matcher("linnea sink", vectors).names == (True, False)


def test_rare_words_weigh_more(vectors: WordVectors) -> None:
    """What every passage says tells nothing apart; what none says counts most."""
    everywhere, once, nowhere = _matcher("Tornvik visit quorum", vectors).weights
    assert everywhere < once < nowhere


def test_a_name_that_sets_the_question_apart_is_missed(vectors: WordVectors) -> None:
    """What is said of another is no answer; a name that all passages hold is what they are about."""
    matcher = _matcher("Rescuers Linnea", vectors)
    assert not matcher.misses_name(matcher.matches({stem_of("linnea")}))
    assert not matcher.misses_name(matcher.matches(set()))


def test_another_spelling_is_nearly_the_same_word(vectors: WordVectors) -> None:
    """Transliterations differ between outlets; short words that sound alike are other words."""
    matcher = _matcher("Linneah Tornwick Seen", vectors)
    assert matcher.matches({stem_of("linnea"), stem_of("tornvik"), stem_of("sean")})[:2] == (0.95, 0.95)
    assert _matcher("Lynea sun", vectors).score(1, "son") == 0.0


def test_a_country_is_met_by_its_adjective_and_its_other_names(vectors: WordVectors) -> None:
    """Of a name of several words the last will do; another country's is none of it."""
    matcher = _matcher("Norwegian America", vectors)
    assert matcher.matches({stem_of("norway"), stem_of("states")}) == (0.85, 0.85)
    assert matcher.score(0, stem_of("swedish")) < 0.85
