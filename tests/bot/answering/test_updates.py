"""Which of two versions is a later state of the other."""

from datetime import date

import pytest

from bot.answering.claims import Claim
from bot.answering.updates import are_update, latest_of
from bot.answering.versions import ClaimGroup
from tests.bot.answering.claiming import contexts_of, marked, sources_of

FIRST, SECOND, THIRD = (date(2024, 5, day) for day in (1, 2, 3))
HERALD = {"a": "Herald", "b": " HERALD "}


def _hurt(article: str, number: int, sentence: str = "The storm hurt [{} people].") -> Claim:
    return marked(article, sentence.format(number))


def _update(
    one: list[Claim],
    other: list[Claim],
    published: dict[str, date],
    outlets: dict[str, str] | None = None,
) -> bool:
    """Whether two versions are an update, whichever comes first."""
    groups = ClaimGroup(tuple(one)), ClaimGroup(tuple(other))
    sources, contexts = sources_of(published, outlets or {}), contexts_of(published)
    found = are_update(*groups, sources, contexts)
    assert found is are_update(*groups[::-1], sources, contexts)
    return found


def test_a_later_report_of_the_same_outlet_is_an_update() -> None:
    """An outlet that gives another figure on a later day has replaced its own; case and blanks make no other outlet."""
    one, other = [_hurt("a", 9)], [_hurt("b", 12)]
    assert _update(one, other, {"a": FIRST, "b": SECOND}, HERALD)
    assert not _update(one, other, {"a": FIRST, "b": SECOND}, {"a": "Herald", "b": "Courier"})
    assert not _update(one, other, {"a": FIRST, "b": SECOND})


@pytest.mark.parametrize("published", [{"a": FIRST, "b": FIRST}, {"b": SECOND}, {"a": FIRST}, {}])
def test_both_must_be_dated_on_different_days(published: dict[str, date]) -> None:
    """Without both days, or on one day, nobody can say which of two figures is the later."""
    assert not _update([_hurt("a", 9)], [_hurt("b", 12)], published, HERALD)
    says_so = [_hurt("b", 12, "The toll rose to [{} people].")]
    assert not _update([_hurt("a", 9)], says_so, published)


@pytest.mark.parametrize(
    "sentence",
    [
        "The number of hurt rose to [{} people].",
        "The hospital corrected it to [{} people].",
        "The hospital revised its figure to [{} people].",
        "It is [{} people], not 9 as previously reported.",
        "There are now [{} people] hurt, the hospital’s new figure says.",
        "An earlier report put it at 9, not [{} people].",
    ],
)
def test_a_report_that_says_itself_that_it_changes_something_is_an_update(sentence: str) -> None:
    """It need not be the same outlet, but it must be the later one."""
    older, newer = _hurt("a", 9), _hurt("b", 12, sentence)
    assert _update([older], [newer], {"a": FIRST, "b": SECOND})
    assert not _update([older], [newer], {"a": SECOND, "b": FIRST})


def test_only_the_claims_own_sentence_speaks_of_it() -> None:
    """What another sentence corrects is another matter."""
    newer = _hurt("b", 12, "The storm hurt [{} people]. The mayor corrected the road’s length.")
    assert not _update([_hurt("a", 9)], [newer], {"a": FIRST, "b": SECOND})


def test_every_report_of_the_newer_version_is_newer() -> None:
    """A figure that was given before and after the other is no update of it."""
    newer = [_hurt("b", 12, "It rose to [{} people]."), _hurt("c", 12)]
    days = {"a": SECOND, "b": THIRD, "c": FIRST}
    assert not _update([_hurt("a", 9)], newer, days)
    assert _update([_hurt("a", 9)], newer, {"a": FIRST, "b": THIRD, "c": SECOND})


def test_the_latest_day_of_a_version() -> None:
    """The newest known day counts; a version without one comes last."""
    group = ClaimGroup((_hurt("a", 9), _hurt("b", 9), _hurt("c", 9)))
    assert latest_of(group, contexts_of({"a": FIRST, "b": THIRD})) == THIRD
    assert latest_of(group, contexts_of()) == date.min
