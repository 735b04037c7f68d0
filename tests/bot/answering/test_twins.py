"""Two prints of one report that differ in one fact are set against each other, whatever the question takes."""

import pytest

from bot.answering.answers import Relation
from bot.answering.claims import Claim
from bot.answering.disagreement import relate
from bot.answering.twins import are_twins
from bot.answering.versions import group_claims
from tests.bot.answering.claiming import ARTICLES, claim, grounds, marked

_ONE_REPORT = dict.fromkeys(ARTICLES, "a")
_SAID = "The harbour board of Lund sold [{}] old cranes to a yard in Gdynia."


def _print(article: str, words: str, sentence: str = _SAID) -> Claim:
    return marked(article, sentence.format(words))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The board sold [12] old cranes to a yard.", "The board sold [27] old cranes to a yard."),
        (
            "The yard opens on [May 3, 1998] for all of the town.",
            "The yard opens on [May 3, 1991] for all of the town.",
        ),
        (
            "The board chose [Ana Diaz] to lead the old yard.",
            "The board chose [Bram Holt] to lead the old yard.",
        ),
        ("The board [is] selling the old cranes.", "The board [is not] selling the old cranes."),
    ],
)
def test_one_changed_fact_makes_twins(one: str, other: str) -> None:
    """A number, a day, a name or a "not" is exchanged, the rest is as it was."""
    first, second = marked("a", one), marked("b", other)
    assert are_twins(first, second, _ONE_REPORT)
    assert are_twins(second, first, _ONE_REPORT)


def test_twins_are_of_one_report_and_of_two_articles() -> None:
    """Two reports may use the same words of two things; one article tells its own things apart."""
    assert not are_twins(_print("a", "12"), _print("b", "27"), {"a": "a", "b": "b"})
    assert not are_twins(_print("a", "12"), _print("a", "27"), _ONE_REPORT)


def test_a_copy_is_no_twin() -> None:
    """Marks and letter case are the desk's."""
    assert not are_twins(_print("a", "12"), _print("b", "12", _SAID.replace("sold", "SOLD")), _ONE_REPORT)


def test_what_was_changed_must_be_what_is_claimed() -> None:
    """Another name beside it leaves the number as it was."""
    first = _print("a", "12")
    second = _print("b", "12", _SAID.replace("Gdynia", "Szczecin"))
    assert not are_twins(first, second, _ONE_REPORT)


def test_a_rewritten_sentence_is_no_twin() -> None:
    """Where much was changed, or little is shared, nothing tells that one was made from the other."""
    first = _print("a", "12")
    second = marked("b", "Lund's board has now sold all [27] of its cranes, the yard in Gdynia says.")
    assert not are_twins(first, second, _ONE_REPORT)
    assert not are_twins(marked("a", "[Twelve] were sold."), marked("b", "[Thirty] were sold."), _ONE_REPORT)


def test_twins_are_rivals_even_where_several_answers_may_hold_and_one_was_read_weakly() -> None:
    """The reader's doubt about a sentence is its doubt about its twin; a list is copied whole or changed."""
    board = "The board of the old harbour yard named [{}] as its head."
    claims = [
        claim("a", board.format("Ana Diaz").replace("[", "").replace("]", ""), "Ana Diaz", score=0.95),
        claim("b", board.format("Bram Holt").replace("[", "").replace("]", ""), "Bram Holt", score=0.52),
    ]
    asked = grounds("Who was named?", reports=_ONE_REPORT)
    verdict = relate(group_claims(claims, _ONE_REPORT), many=True, grounds=asked)
    assert verdict.relation is Relation.RIVAL
    assert verdict.disagreement is not None
    assert verdict.disagreement.rule == "one print of the report was changed"
    alone = relate(group_claims(claims), many=True, grounds=grounds("Who was named?"))
    assert alone.relation is Relation.COMPLEMENTARY


def test_a_moderator_may_rule_twins_no_disagreement() -> None:
    """What a person decided holds against every rule."""
    claims = [_print("a", "12"), _print("b", "27")]
    asked = grounds("How many cranes were sold?", reports=_ONE_REPORT, compatible=lambda *_: True)
    verdict = relate(group_claims(claims, _ONE_REPORT), many=False, grounds=asked)
    assert verdict.relation is Relation.COMPLEMENTARY


@pytest.mark.parametrize(
    ("one", "other"), [("12", "twelve"), ("May 3, 1998", "May 3"), ("May 3, 1998", "3 May 1998")]
)
def test_what_a_desk_writes_otherwise_is_no_changed_fact(one: str, other: str) -> None:
    """Figures in words, a year cut, a date turned round: the values can both hold, so the prints are one version."""
    said = "The old yard of the harbour sold [{}] to the town."
    assert len(group_claims([_print("a", one, said), _print("b", other, said)], _ONE_REPORT)) == 1
