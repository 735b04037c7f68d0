"""A question's words that no article says, put into words that mean the same and that articles say.

A small model finds "captured" where it is asked for who was captured; asked for who was seized, it doubts.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bot.answering.questions.lexicon import Synonym, synonyms_of
from bot.answering.reader.saying import is_said
from bot.answering.terms import STOP_WORDS, stem_of, terms_of


def with_articles_words(question: str, bodies: Sequence[str]) -> str:
    """Return *question* with a synonym for each word that no body says, where one of its synonyms is said in *bodies*.

    Names, which begin with a capital, stay.
    """
    said = _words_said(tuple(bodies))
    terms, stems = terms_of(question), frozenset(said)
    reworded, end = "", 0
    for place, term in enumerate(terms[1:], 1):
        if term.word in STOP_WORDS or question[term.start].isupper() or is_said(term.stem, stems):
            continue
        before = [other.word for other in terms[:place]]
        likely = next((other for other in synonyms_of(term, before) if _is_written(other, said)), None)
        if likely is not None:
            reworded += question[end : term.start] + likely.form
            end = term.end
    return reworded + question[end:]


def _is_written(synonym: Synonym, said: Mapping[str, frozenset[str]]) -> bool:
    written = said.get(stem_of(synonym.lemma), frozenset())
    # A noun that stems like a verb is not the verb ("party", "parted").
    return bool(written) and (synonym.kind != "noun" or bool(written & {*synonym.forms.values()}))


@lru_cache(maxsize=64)
def _words_said(bodies: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    """Return the words of *bodies* by their stems."""
    said: defaultdict[str, set[str]] = defaultdict(set)
    for body in bodies:
        for term in terms_of(body):
            said[term.stem].add(term.word)
    return {stem: frozenset(words) for stem, words in said.items()}
