"""When versions are rivals, and what they disagree on."""

from collections.abc import Sequence
from datetime import date

import pytest

from bot.answering.answers import DisagreementKind, Relation
from bot.answering.claims import Claim
from bot.answering.disagreement import Grounds, Verdict, relate
from bot.answering.opposition import Opposition
from bot.answering.versions import group_claims
from tests.bot.answering.claiming import claim, dated, grounds, marked

FAIR = grounds("When does the fair open?")


def _related(claims: Sequence[Claim], on: Grounds = FAIR, *, many: bool = False) -> Verdict:
    return relate(group_claims(claims), many=many, grounds=on)


def _opposing(*sureties: float) -> Opposition:
    """Return what is so sure of the pairs, in their order, that they are opposed."""

    def opposed(pairs: Sequence[tuple[Claim, Claim]]) -> list[float]:
        assert len(pairs) == len(sureties)
        return list(sureties)

    return opposed


def test_one_version_is_no_disagreement() -> None:
    """What all reports agree on raises no alarm."""
    assert _related([dated("a", "May 3"), dated("b", "May 3")]) == Verdict(Relation.ONE, None)


def test_two_days_for_one_event_are_rivals() -> None:
    """The pair, the subject, the rule, values and scores are named, so that a moderator can argue with them."""
    verdict = _related([dated("a", "May 3, 2024", score=0.91239), dated("b", "May 4", score=0.85)])
    assert verdict.relation is Relation.RIVAL
    assert verdict.disagreement is not None
    assert verdict.disagreement.kind is DisagreementKind.DISPUTED
    assert verdict.disagreement.on == "date"
    assert verdict.disagreement.pairs == ((0, 1),)
    assert verdict.disagreement.rule == "the dates differ in the day"
    assert verdict.disagreement.values == ("2024-05-03", "XXXX-05-04")
    assert verdict.disagreement.scores == (0.9124, 0.85)
    assert verdict.disagreement.surety is None


def test_a_slot_that_takes_several_values_has_no_rivals() -> None:
    """Two people met are not a contradiction."""
    claims = [dated("a", "May 3"), dated("b", "May 4")]
    assert _related(claims, many=True) == Verdict(Relation.COMPLEMENTARY, None)


@pytest.mark.parametrize(
    ("third", "relation"),
    [
        ("Low Tide is a film by [Cy Lund].", Relation.DIFFERENT_THINGS),
        ("Low Tide (Oslo film) is by [Cy Lund].", Relation.RIVAL),
    ],
)
def test_what_does_not_tell_which_of_two_namesakes_it_means_is_no_rival(
    third: str, relation: Relation
) -> None:
    """It may be of either, or of one more; what says which it means can be held against it."""
    claims = [
        marked("a", "Low Tide (Oslo film) is by [Ana Diaz]."),
        marked("b", "Low Tide (Bergen film) is by [Bo Holm]."),
        marked("c", third),
    ]
    assert _related(claims, grounds('Who made "Low Tide"?')).relation is relation


def test_an_article_that_contradicts_itself_is_told_from_sources_that_disagree() -> None:
    """Two values of one article are rivals within it; as soon as another source is among them it is a dispute."""
    verdict = _related([dated("a", "May 3"), dated("a", "May 4")])
    assert verdict.relation is Relation.RIVAL
    assert verdict.disagreement is not None
    assert verdict.disagreement.kind is DisagreementKind.WITHIN_ARTICLE
    shared = _related([dated("a", "May 3"), dated("a", "May 4"), dated("b", "May 4")])
    assert shared.disagreement is not None
    assert shared.disagreement.kind is DisagreementKind.DISPUTED


def test_only_the_pairs_that_differ_are_named() -> None:
    """The words "May" beside May 3 and May 4 takes no part in their dispute."""
    groups = group_claims([dated("a", "May 3, 2024"), dated("b", "May 4, 2024"), dated("c", "May 2024")])
    verdict = relate(groups, many=False, grounds=FAIR)
    assert verdict.disagreement is not None
    disputed = {groups[index].articles[0] for pair in verdict.disagreement.pairs for index in pair}
    assert disputed == {"a", "b"}
    assert sorted(verdict.disagreement.values) == ["2024-05-03", "2024-05-04"]


def test_three_versions_are_rivals_in_pairs() -> None:
    """Each two that cannot both hold are named, and each version's value once."""
    verdict = _related([dated("a", "May 3"), dated("b", "May 4"), dated("c", "May 5")])
    assert verdict.disagreement is not None
    assert verdict.disagreement.pairs == ((0, 1), (0, 2), (1, 2))
    assert verdict.disagreement.values == ("XXXX-05-03", "XXXX-05-04", "XXXX-05-05")
    assert len(verdict.disagreement.scores) == 3


def test_periods_that_end_together_disagree_on_the_start() -> None:
    """What differs is named, not the whole."""
    said = [
        claim("a", "The fair runs from May 3 to May 8.", "from May 3 to May 8"),
        claim("b", "It runs from May 4 to May 8.", "from May 4 to May 8"),
    ]
    verdict = _related(said)
    assert verdict.disagreement is not None
    assert verdict.disagreement.on == "start date"


def test_other_words_are_no_dispute() -> None:
    """Titles, initials and currencies' spellings do not make rivals."""
    said = [
        claim("a", "The fair cost US$1.2 million.", "US$1.2 million"),
        claim("b", "It cost 1.2m dollars.", "1.2m dollars"),
    ]
    assert _related(said).relation is Relation.ONE


@pytest.mark.parametrize(
    ("strong", "weak", "relation"),
    [
        (0.99, 0.85, Relation.RIVAL),  # sure enough by itself
        (0.99, 0.69, Relation.COMPLEMENTARY),
        (0.94, 0.57, Relation.RIVAL),  # 2.47 of log-odds apart
        (0.94, 0.56, Relation.COMPLEMENTARY),  # 2.51
        (0.55, 0.51, Relation.RIVAL),
        (1.0, 0.5, Relation.COMPLEMENTARY),
        (1.0, 1.0, Relation.RIVAL),
    ],
)
def test_a_weak_reading_does_not_call_a_strong_one_in_question(
    strong: float, weak: float, relation: Relation
) -> None:
    """Rivals are read about as surely as each other, or both surely."""
    for scores in ((strong, weak), (weak, strong)):
        claims = [dated("a", "May 3", score=scores[0]), dated("b", "May 4", score=scores[1])]
        assert _related(claims).relation is relation


def test_the_surest_report_of_a_version_speaks_for_it() -> None:
    """A version of two reports is as sure as the better of them."""
    claims = [
        dated("a", "May 3", score=0.99),
        dated("b", "May 4", score=0.6),
        dated("c", "May 4", score=0.85),
    ]
    assert _related(claims).relation is Relation.RIVAL


def test_a_ruling_ends_a_dispute() -> None:
    """What a moderator called no disagreement is none, whichever two claims of the versions were named."""
    claims = [dated("a", "May 3"), dated("b", "May 4"), dated("c", "May 4")]

    def compatible(first: Claim, second: Claim) -> bool:
        return {first.article_id, second.article_id} == {"a", "c"}

    assert _related(claims, grounds("When does the fair open?", compatible=compatible)) == Verdict(
        Relation.COMPLEMENTARY, None
    )


def test_different_things_are_no_dispute() -> None:
    """Values of namesakes differ without contradicting each other; a true dispute beside them is still one."""
    question = grounds("How many students does Springfield University have?")
    ohio = marked("a", "Springfield University of Ohio has [12,000 students].")
    oregon = marked("b", "Springfield University (Oregon) has [50,000 students].")
    assert _related([ohio, oregon], question) == Verdict(Relation.DIFFERENT_THINGS, None)
    other = marked("c", "Springfield University of Ohio has [15,000 students].")
    verdict = _related([ohio, oregon, other], question)
    assert verdict.relation is Relation.RIVAL
    assert verdict.disagreement is not None
    assert verdict.disagreement.pairs == ((0, 2),)
    assert verdict.disagreement.scores == (0.9, 0.9)


@pytest.mark.parametrize(("surety", "relation"), [(0.9, Relation.RIVAL), (0.89, Relation.COMPLEMENTARY)])
def test_sentences_that_deny_each_other_are_rivals(surety: float, relation: Relation) -> None:
    """What has no value is a dispute where the entailment model is sure, also where several answers may hold."""
    said = [marked("a", "[The owner blames the weather]."), marked("b", "[The crew was at fault, he says].")]
    on = grounds("Why did the ferry sink?", opposed=_opposing(surety))
    verdict = _related(said, on, many=True)
    assert verdict.relation is relation
    if verdict.disagreement is not None:
        assert verdict.disagreement.rule == "one sentence denies the other"
        assert verdict.disagreement.on == "text"
        assert verdict.disagreement.values == ("", "")
        assert verdict.disagreement.surety == 0.9


def test_only_untyped_versions_of_different_articles_are_held_against_each_other() -> None:
    """Values speak for themselves, one article's sentences are its own affair, and words that fit deny nothing."""
    said = [
        marked("a", "They say that [a pump failed]."),
        marked("a", "They say that [nobody was on watch]."),
        marked("b", "They say that [the crew slept]."),
        marked("c", "They say that [the whole crew slept]."),
        dated("d", "May 3"),
    ]
    asked: list[tuple[str, str]] = []

    def opposed(pairs: Sequence[tuple[Claim, Claim]]) -> list[float]:
        asked.extend((one.span.text, other.span.text) for one, other in pairs)
        return [0.0] * len(pairs)

    groups = group_claims(said)
    assert sorted(group.articles for group in groups) == [("a",), ("a",), ("b", "c"), ("d",)]
    verdict = relate(groups, many=True, grounds=grounds("Why did the ferry sink?", opposed=opposed))
    assert verdict.relation is Relation.COMPLEMENTARY
    assert {frozenset(pair) for pair in asked} == {
        frozenset({"a pump failed", "the crew slept"}),
        frozenset({"nobody was on watch", "the crew slept"}),
    }
    assert len(asked) == 2


def test_updates_are_called_so() -> None:
    """A newer figure of the same outlet is an update; another outlet's is a dispute, and so is any mixture."""
    days = {"a": date(2024, 5, 1), "b": date(2024, 5, 2), "c": date(2024, 5, 3)}
    outlets = {"a": "Herald", "b": "Herald", "c": "Courier"}
    on = grounds("How many people were hurt?", published=days, outlets=outlets)
    first, second, third = (
        marked(name, f"The storm hurt [{number} people].")
        for name, number in (("a", 9), ("b", 12), ("c", 15))
    )
    updated = _related([first, second], on)
    assert updated.relation is Relation.RIVAL
    assert updated.disagreement is not None
    assert updated.disagreement.kind is DisagreementKind.UPDATED
    for claims in ([second, third], [first, second, third]):
        verdict = _related(claims, on)
        assert verdict.disagreement is not None
        assert verdict.disagreement.kind is DisagreementKind.DISPUTED
