"""Two prints of one report that are alike but for one fact: one of them was changed, whatever the question takes.

A reprint repeats its original word for word. Where a sentence of it does so up to one number, one name or one "not",
both cannot be what the report said; and the reader's doubt about either is its doubt about both.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from bot.answering.agreement import fit_of
from bot.answering.claims import Claim
from bot.answering.copied_claims import Copies, wording_of
from bot.answering.terms import STOP_WORDS, terms_of
from bot.answering.values.comparison import Fit
from bot.answering.values.kinds import NAMES, Kind
from bot.answering.values.quantities.amounts import Quantity

_LEAST_SHARED = 4  # words that two sentences have in common if one was made from the other
_SHARED_BEHIND_HEADING = 12  # the same, where a heading that was cut or joined may stand in front of them
_LONGEST_CHANGE = 5  # words that stand for one fact: "the fourteenth of May 1998"
_FITTED = 2  # changes besides that of the fact
_AS_SURE = (
    0.95  # share of the score of a clause that other words of its sentence have, if they answer as well
)
_BESIDE = 2  # words between a name and what describes it
_LONG, _MISPRINT = 6, 0.85  # letters of a word, and the share of them that a misprint keeps
_AGE = re.compile(r"\b(?:age|aged) ?$", re.IGNORECASE)
_NAMED = NAMES | {Kind.TEXT}
_DENIAL = re.compile(r"(?:not?|never|\w+n['’]t)$", re.IGNORECASE)
_BEFORE_FIGURES = re.compile(r"\D*")

_Words = list[tuple[str, int, int]]  # each in lower case, with its offsets in the paragraph


def are_twins(one: Claim, other: Claim, copies: Copies) -> bool:
    """Whether two prints of one report make these claims in sentences that differ in what they claim and hardly else.

    The fact may stand there several times: "Interiors (Brad album) is the second album of Brad."
    """
    changes = _changes(one, other, copies)
    if not changes:
        return False
    if _is_denial(changes):
        return True
    return not _can_both_hold(one, other) and _are_claimed(changes, one, other)


def deny_each_other(one: Claim, other: Claim, copies: Copies) -> bool:
    """Whether the sentences of two prints of one report are alike but for a "not"."""
    return _is_denial(_changes(one, other, copies))


def _changes(one: Claim, other: Claim, copies: Copies) -> Sequence[tuple[_Words, _Words]]:
    """Return every run of words in which the sentences of two prints differ; none where they are no such pair.

    An article that holds both sentences tells them apart itself.
    """
    first, second = one.article_id, other.article_id
    if not copies.are_of_one_report(first, second):
        return []
    said, repeated = _words(one), _words(other)
    plain, again = ([word for word, _, _ in words] for words in (said, repeated))
    if plain == again or abs(len(said) - len(repeated)) > _LONGEST_CHANGE:
        return []
    if len(set(plain) & set(again)) < min(len(set(plain)), len(set(again))) - _LONGEST_CHANGE:
        return []
    matcher = SequenceMatcher(None, plain, again, autojunk=False)
    changes = [
        (said[start:end], repeated[starts:ends])
        for tag, start, end, starts, ends in matcher.get_opcodes()
        if tag != "equal"
    ]
    shared = len(said) - sum(len(removed) for removed, _ in changes)
    if plain[0] != again[0] and shared >= _SHARED_BEHIND_HEADING:
        changes = changes[1:]
    longest = max((len(words) for change in changes for words in change), default=0)
    if longest > _LONGEST_CHANGE or shared < _LEAST_SHARED:
        return []
    if copies.holds(first, wording_of(other.span).sentence) or copies.holds(
        second, wording_of(one.span).sentence
    ):
        return []
    return changes


def _words(claim: Claim) -> _Words:
    """Return the words of the claim's own sentences."""
    start, end = claim.span.sentences
    text = claim.span.passage.paragraph.text
    return [(term.word, term.start, term.end) for term in terms_of(text) if start <= term.start < end]


def _is_denial(changes: Sequence[tuple[_Words, _Words]]) -> bool:
    changed = [word for change in changes for words in change for word in words]
    return len(changed) == 1 and bool(_DENIAL.match(changed[0][0]))


def _can_both_hold(one: Claim, other: Claim) -> bool:
    """Whether a desk may have written the one for the other: "12" and "twelve", a date and its month.

    "Over 100" does not say the same as "over 203", though more than 203 are over 100 too.
    """
    if fit_of(one, other).fit not in {Fit.SAME, Fit.FINER}:
        return False
    first, second = one.value.payload, other.value.payload
    if not (isinstance(first, Quantity) and isinstance(second, Quantity)) or first.stated == second.stated:
        return True
    bounds = [_BEFORE_FIGURES.match(quantity.written) for quantity in (first, second)]
    return len({bound.group() for bound in bounds if bound}) > 1 or first.is_exact


def _are_claimed(changes: Sequence[tuple[_Words, _Words]], one: Claim, other: Claim) -> bool:
    """Whether one change made one claim the other, and hardly anything else was changed than what goes with it.

    The claimed words may change elsewhere in the sentence, too, and a word or two may be made to fit: "the British singer"
    where the singer is another. A changed fact beside it changes nothing in the answer.
    """
    touching = [change for change in changes if _touches(change[0], one) and _touches(change[1], other)]
    others = [(_beyond(removed, one), _beyond(added, other)) for removed, added in changes]
    rest = [
        beyond
        for change, beyond in zip(changes, others, strict=True)
        if change not in touching and any(beyond)
    ]
    return (
        bool(touching) and len(rest) <= _FITTED and all(_fits(beyond, changes, one, other) for beyond in rest)
    )


def _beyond(words: _Words, claim: Claim) -> _Words:
    """Return those of *words* that say something and are not what is claimed."""
    claimed = {term.word for term in terms_of(claim.span.text)} | STOP_WORDS
    return [word for word in words if word[0] not in claimed]


def _fits(
    beyond: tuple[_Words, _Words], changes: Sequence[tuple[_Words, _Words]], one: Claim, other: Claim
) -> bool:
    """Whether what else a change is of are plain words, a misprint, an age, or what describes whom or what is claimed."""
    if not any(_is_telling(words, claim) for words, claim in zip(beyond, (one, other), strict=True)):
        return True
    if _is_spelling(*beyond) or all(
        _is_age(words, claim) for words, claim in zip(beyond, (one, other), strict=True)
    ):
        return True
    claimed = [removed for removed, _ in changes if removed and not _beyond(removed, one)]
    return {one.value.kind, other.value.kind} <= _NAMED and any(
        _are_beside(beyond[0], removed, one) for removed in claimed
    )


def _is_spelling(removed: _Words, added: _Words) -> bool:
    """Whether two runs of words are one but for blanks and marks ("ca n't"), or a word and its misprint."""
    first, second = (
        "".join(filter(str.isalnum, "".join(word for word, _, _ in run))) for run in (removed, added)
    )
    if first == second:
        return True
    apart = (
        max(len(removed), len(added)) > 1
        or min(len(first), len(second)) < _LONG
        or not (first + second).isalpha()
    )
    return not apart and SequenceMatcher(None, first, second, autojunk=False).ratio() >= _MISPRINT


def _is_age(words: _Words, claim: Claim) -> bool:
    """Whether *words* are the age that goes with a day of birth."""
    return len(words) == 1 and bool(_AGE.search(claim.span.passage.paragraph.text, 0, words[0][1]))


def _is_telling(words: _Words, claim: Claim) -> bool:
    """Whether *words* of the claim's paragraph hold a name or a figure."""
    text = claim.span.passage.paragraph.text
    return any(text[start].isupper() or text[start].isdigit() for _, start, _ in words)


def _are_beside(words: _Words, others: _Words, claim: Claim) -> bool:
    if not words or not others:
        return False
    first, second = sorted(((words[0][1], words[-1][2]), (others[0][1], others[-1][2])))
    return len(terms_of(claim.span.passage.paragraph.text[first[1] : second[0]])) <= _BESIDE


def _touches(words: _Words, claim: Claim) -> bool:
    return any(begin < claim.span.end and claim.span.start < stop for _, begin, stop in words)
