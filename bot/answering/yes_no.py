"""Yes or no: whether the words found affirm what the question asks or deny it. Never printed as a verdict."""

import re

from bot.answering.values.comparison import Fit, compare
from bot.answering.values.dates.article_time import ArticleContext
from bot.answering.values.kinds import Kind
from bot.answering.values.resolution import value_of
from bot.answering.values.values import Value

_NEGATION = re.compile(
    r"\b(?:not|never|no longer|neither|nor|none|nobody|without|cannot|\w+n['’]t|den(?:y|ies|ied|ying)|"
    r"refus\w+|reject\w+|declin\w+|rul(?:e[sd]?|ing) out|fail(?:s|ed)? to)\b",
    re.IGNORECASE,
)


def yes_no_value(question: str, words: str) -> Value:
    """Return "no" where exactly one of question and words is negated, else "yes"."""
    opposed = bool(_NEGATION.search(question)) != bool(_NEGATION.search(words))
    return Value(Kind.YES_NO, "no" if opposed else "yes", None)


def held_against(proposal: str, value: Value) -> str | None:
    """Return whether a source's *value* is what the question proposes ("on January 18?"): yes, no or unknown."""
    nowhere = ArticleContext(None, None, None, {})
    fit = compare(value_of(proposal, 0, len(proposal), nowhere, value.kind), value).fit
    return {Fit.SAME: "yes", Fit.FINER: "yes", Fit.DIFFERENT: "no"}.get(fit)
