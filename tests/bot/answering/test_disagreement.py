"""When versions are rivals, and what they disagree on."""

from bot.answering.answers import DisagreementKind, Relation
from bot.answering.disagreement import relate
from bot.answering.versions import group_claims
from tests.bot.answering.claiming import claim, dated


def test_one_version_is_no_disagreement() -> None:
    """What all reports agree on raises no alarm."""
    verdict = relate(group_claims([dated("a", "May 3"), dated("b", "May 3")]), many=False)
    assert verdict.relation is Relation.ONE
    assert verdict.disagreement is None


def test_two_days_for_one_event_are_rivals() -> None:
    """The pair, the subject, the rule and both values are named, so that a moderator can argue with them."""
    verdict = relate(group_claims([dated("a", "May 3, 2024"), dated("b", "May 4")]), many=False)
    assert verdict.relation is Relation.RIVAL
    assert verdict.disagreement is not None
    assert verdict.disagreement.kind is DisagreementKind.DISPUTED
    assert verdict.disagreement.on == "date"
    assert verdict.disagreement.pairs == ((0, 1),)
    assert verdict.disagreement.rule == "the dates differ in the day"
    assert verdict.disagreement.values == ("2024-05-03", "XXXX-05-04")


def test_a_slot_that_takes_several_values_has_no_rivals() -> None:
    """Two people met are not a contradiction."""
    verdict = relate(group_claims([dated("a", "May 3"), dated("b", "May 4")]), many=True)
    assert verdict.relation is Relation.COMPLEMENTARY
    assert verdict.disagreement is None


def test_one_article_is_no_rival_of_itself() -> None:
    """Two values of the same article are not sources that disagree."""
    verdict = relate(group_claims([dated("a", "May 3"), dated("a", "May 4")]), many=False)
    assert verdict.relation is Relation.COMPLEMENTARY


def test_only_the_pairs_that_differ_are_named() -> None:
    """The words "May" beside May 3 and May 4 takes no part in their dispute."""
    groups = group_claims([dated("a", "May 3, 2024"), dated("b", "May 4, 2024"), dated("c", "May 2024")])
    verdict = relate(groups, many=False)
    assert verdict.disagreement is not None
    disputed = {groups[index].articles[0] for pair in verdict.disagreement.pairs for index in pair}
    assert disputed == {"a", "b"}


def test_periods_that_end_together_disagree_on_the_start() -> None:
    """What differs is named, not the whole."""
    said = [
        claim("a", "The fair runs from May 3 to May 8.", "from May 3 to May 8"),
        claim("b", "It runs from May 4 to May 8.", "from May 4 to May 8"),
    ]
    verdict = relate(group_claims(said), many=False)
    assert verdict.disagreement is not None
    assert verdict.disagreement.on == "start date"


def test_other_words_are_no_dispute() -> None:
    """Titles, initials and currencies' spellings do not make rivals."""
    said = [
        claim("a", "The fair cost US$1.2 million.", "US$1.2 million"),
        claim("b", "It cost 1.2m dollars.", "1.2m dollars"),
    ]
    assert relate(group_claims(said), many=False).relation is Relation.ONE
