"""Two prints of one report that are alike but for one fact: one of them was changed, whatever the question takes.

A reprint repeats its original word for word. Where a sentence of it does so up to one number, one name or one "not",
both cannot be what the report said; and the reader's doubt about either is its doubt about both.
"""

import re
from collections.abc import Mapping
from difflib import SequenceMatcher

from bot.answering.agreement import fit_of
from bot.answering.claims import Claim
from bot.answering.terms import terms_of
from bot.answering.values.comparison import Fit

_LEAST_SHARED = 4  # words that two sentences have in common if one was made from the other
_LONGEST_CHANGE = 5  # words that stand for one fact: "the fourteenth of May 1998"
_DENIAL = re.compile(r"(?:not?|never|\w+n['’]t)$", re.IGNORECASE)


def are_twins(one: Claim, other: Claim, reports: Mapping[str, str]) -> bool:
    """Whether two articles of one report make these claims in sentences that differ in nothing but what they claim."""
    first, second = one.article_id, other.article_id
    if first == second or reports.get(first, first) != reports.get(second, second):
        return False
    said, repeated = _words(one), _words(other)
    plain, again = ([word for word, _, _ in words] for words in (said, repeated))
    if plain == again or abs(len(said) - len(repeated)) > _LONGEST_CHANGE:
        return False
    changes = [
        change
        for change in SequenceMatcher(None, plain, again, autojunk=False).get_opcodes()
        if change[0] != "equal"
    ]
    start, end = changes[0][1], changes[-1][2]
    start_again, end_again = changes[0][3], changes[-1][4]
    removed, added = said[start:end], repeated[start_again:end_again]
    if max(len(removed), len(added)) > _LONGEST_CHANGE or len(said) - len(removed) < _LEAST_SHARED:
        return False
    if not removed or not added:
        return len(removed) + len(added) == 1 and bool(_DENIAL.match((removed or added)[0][0]))
    if fit_of(one, other).fit in {Fit.SAME, Fit.FINER}:  # "12" and "twelve"; a desk may cut the year
        return False
    return _is_claimed(removed, one) and _is_claimed(added, other)


_Words = list[tuple[str, int, int]]  # each in lower case, with its offsets in the paragraph


def _words(claim: Claim) -> _Words:
    """Return the words of the claim's own sentences."""
    start, end = claim.span.sentences
    text = claim.span.passage.paragraph.text
    return [(term.word, term.start, term.end) for term in terms_of(text) if start <= term.start < end]


def _is_claimed(words: _Words, claim: Claim) -> bool:
    """Whether all of the words belong to what is claimed: a changed fact beside it changes nothing in the answer."""
    return all(claim.span.start <= start and end <= claim.span.end for _, start, end in words)
