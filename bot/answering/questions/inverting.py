"""Roundabout questions turned: "When was it that he came" asks "When did he come".

The verb is found by the forms of those that are known; where none is, the rest of the question stays as it is.
"""

import re

from bot.answering.questions.inflection import IRREGULAR_VERBS, verb_forms
from bot.answering.questions.lexicon import bases_by_form, known_verbs

_CLEFT = re.compile(r"\b(?P<asked>at what time|when|where|why|how|what) (?:was|is) it that ", re.IGNORECASE)
# "What made the judge step down", whose verb stands behind him.
_MADE = re.compile(r"\bwhat (?P<made>made|makes) (?=\w)", re.IGNORECASE)
# "Toll is the leader of what party?"
_ASKED_LAST = re.compile(
    r"^(?P<who>(?!(?:so|and|but|what|which|when|where|who|why|how)\b)[^?,]{2,60}?) "
    r"(?P<verb>is|are|was|were|will|would|has|have|had|can) "
    r"(?P<rest>(?:(?:(?!\b(?:that|who|which|what|when|where|how|if|know|say|tell)\b)[^?,]){2,80}? )?)"
    r"(?P<asked>(?:what|which|how many) [\w-]+(?: [\w-]+)?|what|whom?|where|when|how (?:long|much))(?P<end>\W*)$",
    re.IGNORECASE,
)
_AUXILIARY_LATER = re.compile(
    r"(?P<subject>(?:[\w.’'-]+ ){0,5}?[\w.’'-]+) (?P<verb>will|would|is|are|was|were|has|have|had|can|could)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE_WORDS = frozenset("what which who whom whose when where why how that because if whether".split())
_DETERMINERS = frozenset("the a an his her its their our this that these those of no".split())
_UNCHANGED = frozenset(verb for verb in IRREGULAR_VERBS if verb_forms(verb)["VBD"] == verb)
_SUBJECTS = {"him": "he", "her": "she", "them": "they", "us": "we", "me": "I"}
_MANY = frozenset("they we you people men women".split())


def asked_directly(question: str) -> str:
    """Return "When is it that he came" as "When did he come"; as it is where its verb is not known.

    "What made him leave" is "Why did he leave", but for the form of "him".
    """
    if last := _ASKED_LAST.match(question):
        question = f"{last['asked']} {last['verb']} {last['who']} {last['rest']}".rstrip() + last["end"]
    match = _CLEFT.search(question)
    if match is None:
        return _reason_asked(question)
    asked, rest = match["asked"], question[match.end() :]
    if turned := _AUXILIARY_LATER.match(rest):
        return (
            f"{question[: match.start()]}{asked} {turned['verb']} {turned['subject']}{rest[turned.end() :]}"
        )
    if found := _finite_verb(rest):
        auxiliary, base, start, end = found
        return f"{question[: match.start()]}{asked} {auxiliary} {rest[:start]}{base}{rest[end:]}"
    return f"{question[: match.start()]}{asked} {rest}"


def _reason_asked(question: str) -> str:
    made = _MADE.search(question)
    if made is None:
        return question
    before = ""
    for word in _WORD.finditer(question, made.end()):
        form = word.group()
        if before and before not in _DETERMINERS and form in known_verbs():
            auxiliary = "did" if made["made"].lower() == "made" else "does"
            who = question[made.end() : word.start()].strip()
            subject = _SUBJECTS.get(who.lower(), who)
            return f"{question[: made.start()]}why {auxiliary} {subject} {question[word.start() :]}"
        before = form.lower()
    return question


def _finite_verb(clause: str) -> tuple[str, str, int, int] | None:
    """Return the auxiliary and the base form of a clause's first verb, and where that stands; None if none is known."""
    before = ""
    for word in _WORD.finditer(clause):
        form = word.group().lower()
        if form in _CLAUSE_WORDS:
            return None
        if before and before not in _DETERMINERS:
            for auxiliary, tag in (("did", "VBD"), ("does", "VBZ")):
                if base := bases_by_form(tag).get(form):
                    return auxiliary, base, *word.span()
            if form in _UNCHANGED:
                return "did", form, *word.span()
            if form in known_verbs() and (before in _MANY or before.endswith("s")):
                return "do", form, *word.span()
        before = form
    return None
