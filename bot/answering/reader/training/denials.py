"""Pairs about what was denied, made from the sentence pairs: news says "denied that" more often than "not".

Public entailment sets hold few reports of speech and fewer denials, and a small model that saw none of them takes
"She denied that the bridge was closed" for saying that it was. What a hypothesis says is put into somebody's
mouth, affirmed, denied or left open, or negated outright; the label follows from the form.
"""

import re
from collections.abc import Callable, Sequence

from bot.answering.reader.training.rows import LABELS, PairRow

_ENTAILED, _NEUTRAL, _CONTRADICTED = (
    LABELS.index(name) for name in ("entailment", "neutral", "contradiction")
)
_LONGEST, _SHORTEST = 28, 3  # words of a hypothesis
_ONE = (
    "The minister", "A spokesman", "The company", "The ministry", "She", "He", "The president", "The union", "The army",
    "A spokeswoman", "The mayor", "Her lawyer", "The agency", "A person close to the matter", "The operator",
)  # fmt: skip
_SEVERAL = (
    "Officials", "Police", "Organisers", "Two people in the room", "Engineers", "Witnesses", "They", "Both sides",
)  # fmt: skip
_AFFIRMING = (
    "said that", "confirmed that", "announced that", "told reporters that", "acknowledged that", "said on Monday that",
    "insisted that", "say that|says that", "maintain that|maintains that",
)  # fmt: skip
_DENYING = (
    "denied that", "deny that|denies that", "denied reports that", "rejected claims that", "said it was not true that",
    "dismissed as false that", "denied on Tuesday that", "rejected the report that", "dispute that|disputes that",
    "denied any suggestion that", "say it is not true that|says it is not true that", "have denied that|has denied that",
    "reject the claim that|rejects the claim that",
)  # fmt: skip
_SILENT = (
    "declined to say whether", "would not confirm that", "did not say whether", "refused to comment on reports that",
    "are not sure whether|is not sure whether", "are looking into whether|is looking into whether", "asked whether",
)  # fmt: skip
# What stands behind a denial is put in other words: "that there was any leak".
_SOME = re.compile(r"^(?P<there>there (?:is|are|was|were|has been|have been)) (?:an?|some) ", re.IGNORECASE)
_AUXILIARY = re.compile(
    r"^(?P<subject>(?:[\w'’.-]+ ){1,6}?)(?P<verb>is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|"
    r"does|do|did)(?P<not> not|n['’]t)? (?P<rest>\S.*)$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\b(?:that|which|who|whom|what|where|when|if|because|while|although|no|nobody|nothing|never|none|few)\b",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r"(?:(?:\w+ly|already|also|recently) )*(?:been|\w+ed|\w+en|gone|done|made|won|lost|left)\b"
)
_SMALL = frozenset(
    "the a an he she it they we you this that these those there his her its their some many most several all one two"
    " people in on at".split()
)


def negated(statement: str) -> str | None:
    """Return *statement* with its first auxiliary negated, or no longer so; None if it has none that is sure to be one."""
    found = _AUXILIARY.match(statement)
    if found is None or _CLAUSE.search(found["subject"]):
        return None
    verb = found["verb"].lower()
    if verb in {"has", "have", "had"} and not _PARTICIPLE.match(found["rest"]):
        return None
    if found["not"]:
        return f"{found['subject']}{found['verb']} {found['rest']}"
    if verb in {"do", "does", "did"}:
        return None
    return f"{found['subject']}{found['verb']} not {found['rest']}"


def denial_pairs(pairs: Sequence[PairRow]) -> list[PairRow]:
    """Return a pair for every one of *pairs* whose hypothesis can be put into somebody's mouth, in order."""
    found = []
    for place, pair in enumerate(pairs):
        said = " ".join(pair.hypothesis.split()).rstrip(" .!")
        if not said or "?" in said or '"' in said or not _SHORTEST <= len(said.split()) <= _LONGEST:
            continue
        forms = _FORMS[pair.label]
        made = forms[place % len(forms)](pair.premise, said, place // len(forms))
        if made is not None:
            found.append(made)
    return found


def _reported(said: str, place: int, verbs: Sequence[str]) -> str:
    """Return a report of *said*; a verb in the present has a form for several and one for one speaker."""
    speakers = _ONE if place % 3 else _SEVERAL
    several, _, one = verbs[place % len(verbs)].partition("|")
    verb = one if one and speakers is _ONE else several
    words = _lowered(said) if verbs is _AFFIRMING else _SOME.sub(r"\g<there> any ", _lowered(said))
    return f"{speakers[place // 3 % len(speakers)]} {verb} {words}."


def _affirmed(_premise: str, said: str, place: int) -> PairRow:
    return PairRow(_reported(said, place, _AFFIRMING), f"{said}.", _ENTAILED)


def _denied(_premise: str, said: str, place: int) -> PairRow:
    return PairRow(_reported(said, place, _DENYING), f"{said}.", _CONTRADICTED)


def _denied_after(premise: str, said: str, place: int) -> PairRow:
    return PairRow(f"{premise} {_reported(said, place, _DENYING)}", f"{said}.", _CONTRADICTED)


def _left_open(_premise: str, said: str, place: int) -> PairRow:
    return PairRow(_reported(said, place, _SILENT), f"{said}.", _NEUTRAL)


def _affirmed_after(premise: str, said: str, place: int) -> PairRow:
    return PairRow(f"{premise} {_reported(said, place, _AFFIRMING)}", f"{said}.", _ENTAILED)


def _negated_against(label: int) -> Callable[[str, str, int], PairRow | None]:
    def make(premise: str, said: str, _place: int) -> PairRow | None:
        other = negated(said)
        return PairRow(premise, f"{other}.", label) if other else None

    return make


def _itself(_premise: str, said: str, place: int) -> PairRow | None:
    other = negated(said)
    if other is None:
        return None
    one, two = (said, other) if place % 2 else (other, said)
    return PairRow(f"{one}.", f"{two}.", _CONTRADICTED)


def _denied_is_not(_premise: str, said: str, place: int) -> PairRow | None:
    other = negated(said)
    return PairRow(_reported(said, place, _DENYING), f"{other}.", _ENTAILED) if other else None


def _premise_affirmed(label: int) -> Callable[[str, str, int], PairRow | None]:
    def make(premise: str, said: str, place: int) -> PairRow | None:
        words = " ".join(premise.split()).rstrip(" .!")
        if not words or "?" in words or ". " in words or not _SHORTEST <= len(words.split()) <= _LONGEST:
            return None
        return PairRow(_reported(words, place, _AFFIRMING), f"{said}.", label)

    return make


_FORMS: dict[int, Sequence[Callable[[str, str, int], PairRow | None]]] = {
    _ENTAILED: (_denied, _negated_against(_CONTRADICTED), _affirmed, _itself, _denied_is_not, _affirmed),
    _NEUTRAL: (
        _denied_after,
        _negated_against(_NEUTRAL),
        _affirmed_after,
        _left_open,
        *[_premise_affirmed(_NEUTRAL)] * 3,
    ),
    _CONTRADICTED: (_negated_against(_ENTAILED), _denied, _premise_affirmed(_CONTRADICTED), _itself),
}


def _lowered(statement: str) -> str:
    """Return *statement* with a small first letter where its first word is one of the language's small ones."""
    first, _, _ = statement.partition(" ")
    return statement[:1].lower() + statement[1:] if first.lower() in _SMALL else statement
