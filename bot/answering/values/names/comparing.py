"""Compares names: two persons, two places or two organisations."""

from bot.answering.values.fits import Comparison, Fit
from bot.answering.values.kinds import Kind
from bot.answering.values.names.naming import Name
from bot.answering.values.names.organisations import compare_organisations
from bot.answering.values.names.persons import compare_persons
from bot.answering.values.names.places import compare_places


def compare_names(first: Name, second: Name) -> Comparison:
    """Compare two names; those of different kinds are unrelated."""
    if first.kind is not second.kind:
        return Comparison(Fit.UNRELATED, "name", "names of different kinds")
    if first.kind is Kind.PERSON:
        fit, rule = compare_persons(first, second)
    elif first.kind is Kind.PLACE:
        fit, rule = compare_places(first, second)
    else:
        fit, rule = compare_organisations(first, second)
    return Comparison(fit, "name", rule)
