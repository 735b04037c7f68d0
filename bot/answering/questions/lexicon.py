"""English words that mean the same, by hand, in any form of theirs."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bot.answering.questions.inflection import IRREGULAR_VERBS, noun_forms, verb_forms
from bot.answering.terms import Term

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


class Synonym(NamedTuple):
    """A word for another: its class, its forms by their tags, and of these the one that the other had."""

    lemma: str
    kind: str
    forms: Mapping[str, str]
    form: str


def synonyms_of(term: Term, before: Sequence[str]) -> Iterator[Synonym]:
    """Yield what is likelier said for a word behind the words *before* it, at least one, the likeliest first."""
    lexicon = _lexicon()
    for kind, lemma, tag in _readings(lexicon.forms.get(term.word, ()), before):
        for other in lexicon.like.get((kind, lemma), ()):
            yield _synonym(kind, other, tag)


def other_words_for(term: Term, before: Sequence[str]) -> list[str]:
    """Return what may be said for a word behind the words *before* it, at least one, in its form: likelier words or rarer.

    A word that many rarer ones may stand for ("take") has no certain meaning, and none of those.
    """
    lexicon = _lexicon()
    found = dict.fromkeys(synonym.form for synonym in synonyms_of(term, before))
    for kind, lemma, tag in _readings(lexicon.forms.get(term.word, ()), before):
        rarer = lexicon.rarer.get((kind, lemma), ())
        if len(rarer) <= _MOST_RARER:
            found |= dict.fromkeys(_synonym(kind, other, tag).form for other in rarer)
    return list(found)


@cache
def known_verbs() -> frozenset[str]:
    """Return the base forms of all verbs that are known."""
    lemmas = [lemma for kind, lemma in (*_lexicon().like, *_lexicon().rarer) if kind == "verb"]
    return frozenset({*lemmas, *IRREGULAR_VERBS})


@cache
def bases_by_form(tag: str) -> Mapping[str, str]:
    """Return the verbs that have a known form of *tag*, by that form; one that is another's base as well is left out."""
    bases = known_verbs()
    return {form: base for base in sorted(bases) if (form := verb_forms(base)[tag]) not in bases}


def _synonym(kind: str, lemma: str, tag: str) -> Synonym:
    forms = _forms_of(kind, lemma)
    return Synonym(lemma, kind, forms, forms[tag])


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
