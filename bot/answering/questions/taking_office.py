"""When somebody was made a minister is when he took office as one, where articles tell it so."""

import re

from bot.answering.questions.inflection import verb_forms

_OFFICE = r"(?:minister|president|governor|mayor|chancellor|secretary|chief)"
_APPOINTED = re.compile(
    rf"\b(?P<asked>when|what (?:year|month)) (?:was|were|did|has) (?P<who>.{{2,40}}?) (?:been )?"
    rf"(?:made|named|appointed|become|sworn in as|installed as|promoted to|picked as)"
    rf"(?= (?:the |a |an )?(?:[\w’'-]+ ){{0,3}}?{_OFFICE}\b)",
    re.IGNORECASE,
)
OFFICE_TAKEN = re.compile(
    rf"\b(?:{'|'.join({*verb_forms('take').values()})}) office\b|\bassumed? office\b", re.IGNORECASE
)


def takes_office(question: str) -> str:
    """Return *question* with whoever was made a minister taking office as one."""
    return _APPOINTED.sub(r"\g<asked> did \g<who> take office as", question)
