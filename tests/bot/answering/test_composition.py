"""How versions become an answer: their order, and what it says of how they stand to each other."""

from datetime import date

from bot.answering.answers import Answer, DisagreementKind, Outcome, Relation
from bot.answering.claims import Claim
from bot.answering.composition import compose
from bot.answering.copied_claims import Copies
from bot.answering.questions.analysis import analyse
from bot.answering.versions import group_claims
from tests.bot.answering.claiming import ARTICLES, contexts_of, marked, sources_of

DAYS = {"a": date(2024, 5, 1), "b": date(2024, 5, 2), "c": date(2024, 5, 3)}
HERALD = dict.fromkeys("abc", "Herald")
ITSELF = {name: name for name in ARTICLES}


def _hurt(article: str, number: int) -> Claim:
    return marked(article, f"The storm hurt [{number} people].")


def _composed(
    claims: list[Claim],
    published: dict[str, date],
    outlets: dict[str, str],
    reports: dict[str, str] = ITSELF,
) -> Answer:
    return compose(
        analyse("How many people did the storm hurt?"),
        group_claims(claims),
        many=False,
        sources=sources_of(published, outlets),
        contexts=contexts_of(published),
        copies=Copies(reports, lambda _article, _sentence: False),
        notes=(),
        index_version="index-1",
    )


def test_of_an_update_the_newest_comes_first() -> None:
    """However many reports gave the older figure, which is kept; the outcome is a dispute like any other's."""
    answer = _composed([_hurt("a", 9), _hurt("b", 9), _hurt("c", 12)], DAYS, HERALD)
    assert answer.outcome is Outcome.DISPUTED
    assert answer.relation is Relation.RIVAL
    assert answer.disagreement is not None
    assert answer.disagreement.kind is DisagreementKind.UPDATED
    assert [version.text for version in answer.versions] == ["12 people", "9 people"]
    assert answer.disagreement.values == ("12", "9")
    assert answer.disagreement.pairs == ((0, 1),)
    assert [citation.source.article_id for citation in answer.citations] == ["c", "a", "b"]


def test_three_states_of_a_figure_are_shown_newest_first() -> None:
    """Each is newer than the one below it, whatever the articles' names."""
    answer = _composed(
        [_hurt("a", 12), _hurt("b", 15), _hurt("c", 9)], DAYS | {"c": date(2024, 4, 30)}, HERALD
    )
    assert answer.disagreement is not None
    assert answer.disagreement.kind is DisagreementKind.UPDATED
    assert [version.text for version in answer.versions] == ["15 people", "12 people", "9 people"]


def test_of_a_dispute_the_more_often_reported_comes_first() -> None:
    """More independent reports, then the later, then the article's name; a reprint adds no weight."""
    claims = [_hurt("a", 9), _hurt("b", 9), _hurt("c", 12)]
    assert [version.text for version in _composed(claims, {}, {}).versions] == ["9 people", "12 people"]
    reprinted = _composed(claims, DAYS, {}, ITSELF | {"b": "a"})
    assert [version.text for version in reprinted.versions] == ["12 people", "9 people"]
    assert [version.independent_sources for version in reprinted.versions] == [1, 1]
    assert reprinted.disagreement is not None
    assert reprinted.disagreement.kind is DisagreementKind.DISPUTED


def test_what_agrees_is_answered() -> None:
    """One version is no dispute."""
    answer = _composed([_hurt("a", 9), _hurt("b", 9)], DAYS, HERALD)
    assert (answer.outcome, answer.relation) == (Outcome.ANSWERED, Relation.ONE)
    assert answer.disagreement is None
