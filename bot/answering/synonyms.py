"""A question's words that no article says, put into words that mean the same and that articles say.

A small model finds "captured" where it is asked for who was captured; asked for who was seized, it doubts.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from bot.answering.questions.inflection import noun_forms, verb_forms
from bot.answering.reader.saying import is_said
from bot.answering.terms import STOP_WORDS, Term, stem_of, terms_of

_FILE = Path(__file__).with_name("synonyms.txt")
_BASE_AFTER = frozenset("do does did will would can could shall should may might must to".split())
_BEEN = frozenset("is are was were be been being".split())
_HAD = frozenset("has have had".split())
_MOST_RARER = 6
_DETERMINERS = frozenset("the a an his her its their our of this that these those".split())


class _Form(NamedTuple):
    """What a word may be: a lemma of some class, in the form that *tag* names (Penn Treebank)."""

    kind: str
    lemma: str
    tag: str


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """``like``: the synonyms of every lemma, the likelier first; ``rarer``: whose synonym each is.

    ``forms``: what every form of a lemma may be.
    """

    like: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    rarer: defaultdict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    forms: defaultdict[str, list[_Form]] = field(default_factory=lambda: defaultdict(list))


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
        likely = next(_likely(term, before, said), None)
        if likely is not None:
            reworded += question[end : term.start] + likely
            end = term.end
    return reworded + question[end:]


def _likely(term: Term, before: Sequence[str], said: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Yield the synonyms of a word, in its form, that articles say, the likeliest first."""
    for kind, lemma, tag in _readings(_lexicon().forms.get(term.word, ()), before):
        for other in _lexicon().like.get((kind, lemma), ()):
            forms = _forms_of(kind, other)
            written = said.get(stem_of(other), frozenset())
            # A noun that stems like a verb is not the verb ("party", "parted").
            if written and (kind != "noun" or written & set(forms.values())):
                yield forms[tag]


def other_words_for(term: Term, before: Sequence[str]) -> list[str]:
    """Return what may be said for a word behind the words *before* it, at least one, in its form: likelier words or rarer.

    A word that many rarer ones may stand for ("take") has no certain meaning, and none of those.
    """
    lexicon, found = _lexicon(), dict[str, None]()
    for kind, lemma, tag in _readings(lexicon.forms.get(term.word, ()), before):
        rarer = lexicon.rarer[kind, lemma]
        for other in [*lexicon.like.get((kind, lemma), ()), *(rarer if len(rarer) <= _MOST_RARER else ())]:
            found[_forms_of(kind, other)[tag]] = None
    return list(found)


def _readings(forms: Sequence[_Form], before: Sequence[str]) -> list[_Form]:
    """Return what a word can be behind the words *before* it."""
    auxiliaries = _BASE_AFTER & set(before), (_BEEN | _HAD) & set(before)
    after_determiner = before[-1] in _DETERMINERS
    nouns = [form for form in forms if form.kind != "verb"]
    if after_determiner and nouns:
        return nouns
    fits = {
        "VB": bool(auxiliaries[0]) and not after_determiner,
        "VBZ": not after_determiner,
        "VBD": not auxiliaries[1] and not after_determiner,
        "VBN": bool(auxiliaries[1]) or after_determiner,
        "VBG": True,
    }
    return [form for form in forms if form.kind == "verb" and fits[form.tag]] + nouns


def _forms_of(kind: str, lemma: str) -> Mapping[str, str]:
    return {"verb": verb_forms, "noun": noun_forms}.get(kind, _only_form)(lemma)


def _only_form(word: str) -> Mapping[str, str]:
    return {"JJ": word}


@cache
def _lexicon() -> _Lexicon:
    lexicon, kind = _Lexicon(), ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if heading := re.fullmatch(r"\[(\w+)\]", line):
            kind = heading[1]
        elif line and not line.startswith("#"):
            lemma, _, others = line.partition(": ")
            lexicon.like[kind, lemma] = others.split()
            for other in lexicon.like[kind, lemma]:
                lexicon.rarer[kind, other].append(lemma)
    for kind, lemma in dict.fromkeys([*lexicon.like, *lexicon.rarer]):
        for tag, form in _forms_of(kind, lemma).items():
            lexicon.forms[form].append(_Form(kind, lemma, tag))
    return lexicon


@lru_cache(maxsize=64)
def _words_said(bodies: tuple[str, ...]) -> Mapping[str, frozenset[str]]:
    """Return the words of *bodies* by their stems."""
    said: defaultdict[str, set[str]] = defaultdict(set)
    for body in bodies:
        for term in terms_of(body):
            said[term.stem].add(term.word)
    return {stem: frozenset(words) for stem, words in said.items()}
