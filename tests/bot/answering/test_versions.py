"""Claims that say the same are one version; being compatible is not transitive."""

from datetime import date
from itertools import permutations

from bot.answering.claims import Claim
from bot.answering.copied_claims import Copies
from bot.answering.values.kinds import Kind
from bot.answering.versions import group_claims
from tests.bot.answering.claiming import claim, dated


def _grouped(*claims: Claim) -> list[list[str]]:
    return [sorted(c.article_id for c in group.claims) for group in group_claims(claims)]


def test_equal_values_are_one_version() -> None:
    """The same day in other words is one version of two reports."""
    first, second = dated("a", "May 3, 2024"), dated("b", "3 May 2024")
    assert _grouped(first, second) == [["a", "b"]]


def test_different_days_are_two_versions() -> None:
    """A missing year hides no difference in the day."""
    assert _grouped(dated("a", "May 3, 2024"), dated("b", "May 4")) == [["a"], ["b"]]


def test_a_vaguer_value_joins_the_one_it_fits() -> None:
    """The words "May 3" says nothing against "May 3, 2024"; the version is led by the more exact."""
    (group,) = group_claims([dated("b", "May 3"), dated("a", "May 3", published=date(2024, 4, 20))])
    assert [c.value.canonical for c in group.claims] == ["2024-05-03", "XXXX-05-03"]


def test_a_vaguer_value_never_joins_two() -> None:
    """The words "May" fits May 3 and May 4: it stays alone and does not make them one, in whatever order they come."""
    claims = [dated("a", "May 3, 2024"), dated("b", "May 4, 2024"), dated("c", "May 2024")]
    for order in permutations(claims):
        assert sorted(_grouped(*order)) == [["a"], ["b"], ["c"]]


def test_however_long_a_vaguer_value_is_written_it_never_joins_two() -> None:
    """A part of a month is written at more length than its days; so is "at least 5" than a 6."""
    dates = [dated("a", "May 3, 2024"), dated("b", "May 4, 2024"), dated("c", "early May 2024")]
    counts = [
        claim("a", "In all 6 people came.", "6"),
        claim("b", "More than 10 people came.", "More than 10"),
        claim("c", "At least 5 people came.", "At least 5"),
    ]
    for said in (dates, counts):
        for order in permutations(said):
            assert sorted(_grouped(*order)) == [["a"], ["b"], ["c"]]


def test_the_most_exact_value_stands_first() -> None:
    """A version is named by what says most: the day rather than the week, the number rather than what is about it."""
    (days,) = group_claims([dated("a", "early May 2024"), dated("b", "May 3, 2024")])
    assert [c.article_id for c in days.claims] == ["b", "a"]
    said = [claim("a", "About 300 people came.", "About 300"), claim("b", "In all 312 people came.", "312")]
    (counts,) = group_claims(said)
    assert [c.article_id for c in counts.claims] == ["b", "a"]


def test_numbers_in_words_and_rounded_are_one_version() -> None:
    """The words "A dozen" is 12; "about 300" does not contradict 312."""
    said = [claim("a", "A dozen people died.", "A dozen"), claim("b", "In all 12 people died.", "12")]
    assert _grouped(*said) == [["a", "b"]]
    said = [claim("a", "About 300 people came.", "About 300"), claim("b", "In all 312 people came.", "312")]
    assert _grouped(*said) == [["a", "b"]]


def test_what_cannot_be_resolved_stands_alone() -> None:
    """The words "Next week" in an article without a date is neither the same as nor other than a day."""
    said = [claim("a", "The fair opens next week.", "next week"), dated("b", "May 3, 2024")]
    assert _grouped(*said) == [["a"], ["b"]]


def test_the_same_words_are_one_version_of_a_text() -> None:
    """What has no value is compared by its words, marks and case aside; other words stand alone."""
    said = [
        claim("a", "The owner blamed “bad weather” for it.", "“bad weather”"),
        claim("b", "It was bad weather, said others.", "bad weather"),
        claim("c", "It was the tide, said others.", "the tide"),
        claim("d", "It was cold weather, said others.", "cold weather"),
    ]
    assert {one.value.kind for one in said} == {Kind.TEXT}
    assert sorted(_grouped(*said)) == [["a", "b"], ["c"], ["d"]]


def test_fewer_words_join_the_version_that_they_fit() -> None:
    """The words "the weather" are among those of "bad weather", and of "cold weather", too: then they join neither."""
    bad = claim("a", "It was bad weather, said others.", "bad weather")
    cold = claim("b", "It was cold weather, said others.", "cold weather")
    plain = claim("c", "It was the weather, said others.", "the weather")
    assert _grouped(bad, plain) == [["a", "c"]]
    assert sorted(_grouped(bad, cold, plain)) == [["a"], ["b"], ["c"]]


def test_a_reprint_says_what_it_copies() -> None:
    """The same sentence, printed a day later, is no other day; in an article of its own it would be."""
    text = "The fair opened yesterday, the town said."
    first = claim("a", text, "yesterday", published=date(2024, 5, 4))
    later = claim("b", text.replace(",", " –"), "yesterday", published=date(2024, 5, 5))
    changed = claim("c", "The fair opened on May 9, the town said.", "May 9", published=date(2024, 5, 5))
    copies = Copies(dict.fromkeys("abc", "a"), lambda _article, _sentence: False)
    groups = group_claims([first, later, changed], copies)
    assert [[one.article_id for one in group.claims] for group in groups] == [["a", "b"], ["c"]]
    assert sorted(_grouped(first, later)) == [["a"], ["b"]]
