"""What a sentence must hold before it may say yes or no: an entailment model finds both in whatever sounds alike."""

import re

from bot.answering.questions.patterns import NAMED_BY
from bot.answering.questions.question import Question
from bot.answering.questions.wording import put_straight
from bot.answering.reader.saying import is_said
from bot.answering.terms import content_stems, terms_of
from bot.answering.thesaurus import near_stems
from bot.answering.values.kinds import Kind
from bot.answering.values.names.gazetteer import is_country
from bot.answering.values.recognition import recognise

# "Is Koizumi the prime minister of Japan?": somebody, and what he may be. Typed in small letters, a name is any word.
_ASKED_TO_BE = re.compile(
    r"\W*(?i:is|was|are|were)(?:n't)? (?P<who>s?he|they|[A-Z][\w.-]*(?: (?!An? |The )[A-Z][\w.-]*){0,4}|"
    r"(?!(?:it|this|that|there|the|an?|\w+ing) )[a-z]+(?!.*[A-Z]))"
    r"(?: (?:still|now|also|currently|already|really|once))?"
    r" (?:the|an?|(?:[A-Z][\w.]*'s?))(?: [A-Z][\w.'-]*)* (?P<role>[a-z][\w'-]*(?: [\w'-]+){0,4}?)"
    r"(?= (?:of|in|for|at|to|from|on|by|with|that|who|which|when|where|during|under|after|before)\b|\W*$)",
)
_OFFICE = NAMED_BY[Kind.PERSON]  # "head" is near "visit" as well
_NO_LONGER = re.compile(
    r"\b(?:not|never|no longer|neither|nor|without|\w+n['’]t|former(?:ly)?|ex-\w+|outgoing|den(?:y|ie[sd]|ying)|"
    r"resign\w*|oust\w*|sack\w*|fired|dismiss\w*|replac\w*|succeed\w*|stepped down|lost)\b",
    re.IGNORECASE,
)

_TITLE = re.compile(r" (?:(?!and |or |with |is |was )[\w.’'-]+ ){0,4}")
_APPOSITION = re.compile(r", (?:[\w.’'-]+ ){0,4}")


def may_settle(question: Question, premise: str, known: frozenset[str], *, affirms: bool) -> bool:
    """Whether *premise*, of an article with the words *known* (their stems), may say yes to *question* (*affirms*) or no.

    It may not say yes where the article lacks a person or country of the question, nor no where it lacks all of them.
    What somebody is or is not asks for more: "Koizumi will return to Japan" makes nobody its prime minister. It must be
    said of him, yes with the words for it, and no outright.
    """
    met = [any(is_said(stem, known) for stem in name) for name in _named(question.text)]
    if met and not (all(met) if affirms else any(met)):
        return False
    asked = _ASKED_TO_BE.match(put_straight(question.text))
    if asked is None:
        return True
    who = content_stems(asked["who"])
    if who and not who & content_stems(premise):
        return False
    return (
        _is_said_to_be(who, content_stems(asked["role"]), premise)
        if affirms
        else bool(_NO_LONGER.search(premise))
    )


def _named(text: str) -> list[frozenset[str]]:
    """Return the stems of every person and country in *text*: other names are often written in other words ("CO2")."""
    named = [(one.kind, text[one.start : one.end]) for one in recognise(text, (Kind.PERSON, Kind.PLACE))]
    return [
        stems
        for kind, words in named
        if (kind is Kind.PERSON or is_country(words)) and (stems := content_stems(words))
    ]


def _is_said_to_be(who: frozenset[str], role: frozenset[str], premise: str) -> bool:
    """Whether *premise* has every word of *role*, and not beside the name of somebody else than *who* instead of his."""
    terms = [term for term in terms_of(premise) if term.is_content]
    people = [(one.start, one.end) for one in recognise(premise, (Kind.PERSON,))]
    for stem in role:
        written = [
            (term.start, term.end)
            for term in terms
            if term.stem == stem or (term.stem in near_stems(stem) and _OFFICE.fullmatch(term.word))
        ]
        bearers = [
            content_stems(premise[slice(*name)])
            for name in people
            if any(_are_beside(premise, word, name) for word in written)
        ]
        if not written or (who and bearers and not any(who & bearer for bearer in bearers)):
            return False
    return True


def _are_beside(text: str, role: tuple[int, int], name: tuple[int, int]) -> bool:
    """Whether words of a role stand in front of a name ("Defense Secretary Pete Hegseth") or in apposition behind it."""
    if role[0] < name[0]:
        return bool(_TITLE.fullmatch(text, role[1], name[0]))
    return bool(_APPOSITION.fullmatch(text, name[1], role[0]))
