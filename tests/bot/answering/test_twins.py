"""Two prints of one report that differ in one fact are set against each other, whatever the question takes."""

from dataclasses import replace

import pytest

from bot.answering.answers import Relation
from bot.answering.claims import Claim, Claims
from bot.answering.copied_claims import ALL_APART, Copies
from bot.answering.disagreement import relate
from bot.answering.reader.protocol import Reading
from bot.answering.twin_claims import with_twins
from bot.answering.twins import are_twins
from bot.answering.values.kinds import Kind
from bot.answering.values.values import Value
from bot.answering.versions import group_claims
from tests.bot.answering.claiming import ARTICLES, claim, grounds, marked

_ONE_REPORT = Copies(dict.fromkeys(ARTICLES, "a"), lambda _article, _sentence: False)
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
        (
            "The board sold [over 100] old cranes to a yard.",
            "The board sold [over 203] old cranes to a yard.",
        ),
        ("The board [is] selling the old cranes.", "The board [is not] selling the old cranes."),
        (
            "Inland (Brad album) is the second album by the American band [Brad].",
            "Inland (Ana Diaz album) is the second album by the American band [Ana Diaz].",
        ),
        (
            "The Lake School is a small public school in [Stanford], Kentucky.",
            "The Lake School is a small public school in [Springfield], Illinois.",
        ),
        (
            "Inland is the second album by the British singer [Ana Diaz].",
            "Inland is the second album by the American singer [Bram Holt].",
        ),
        (
            "Inland is the second album by saxophonist [Ana Diaz].",
            "Inland is the second album by drummer [Bram Holt].",
        ),
        (
            "The inner side is [purple], but it lightens to brown with age.",
            "The inner side is [green], but it lightens to a paler shade of green with age.",
        ),
        (
            "Diaz was born on [May 3, 1958] (age 67) in Lund, the daughter of a smith.",
            "Diaz was born on [May 3, 1961] (age 64) in Lund, the daughter of a smith.",
        ),
        (
            "With Intuition she made Inland, an album by [Ana Diaz].",
            "With Intution she made Inland, an album by [Bram Holt].",
        ),
        (
            "Team Vikings Website The Bowl The Lake School is a school of the old town, which opened its doors in [1955].",
            "Lake School (Lund, Scania) The Lake School is a school of the old town, which opened its doors in [1963].",
        ),
    ],
)
def test_one_changed_fact_makes_twins(one: str, other: str) -> None:
    """A number, a day, a name (wherever it stands) or a "not" is exchanged; the rest is as it was, or made to fit."""
    first, second = marked("a", one), marked("b", other)
    assert are_twins(first, second, _ONE_REPORT)
    assert are_twins(second, first, _ONE_REPORT)


def test_twins_are_of_one_report_and_of_two_articles() -> None:
    """Two reports may use the same words of two things; one article tells its own things apart."""
    assert not are_twins(_print("a", "12"), _print("b", "27"), ALL_APART)
    assert not are_twins(_print("a", "12"), _print("a", "27"), _ONE_REPORT)


def test_prints_that_hold_both_sentences_tell_them_apart() -> None:
    """A report of two days ("On Monday 12 …", "On Tuesday 27 …") says the same in every print."""
    both = Copies(_ONE_REPORT.reports, lambda _article, _sentence: True)
    assert not are_twins(_print("a", "12"), _print("b", "27"), both)


def test_a_copy_is_no_twin() -> None:
    """Marks and letter case are the desk's."""
    assert not are_twins(_print("a", "12"), _print("b", "12", _SAID.replace("sold", "SOLD")), _ONE_REPORT)


def test_what_was_changed_must_be_what_is_claimed() -> None:
    """Another name beside it leaves the number as it was; where both were changed, another sale may be meant."""
    first = _print("a", "12")
    moved = _SAID.replace("Gdynia", "Szczecin")
    assert not are_twins(first, _print("b", "12", moved), _ONE_REPORT)
    assert not are_twins(first, _print("b", "27", moved), _ONE_REPORT)
    told = "The board of Lund named {} as the head of its yard in {}."
    assert not are_twins(
        marked("a", told.format("[Ana Diaz]", "Gdynia")),
        marked("b", told.format("[Bram Holt]", "Szczecin")),
        _ONE_REPORT,
    )


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
    asked = grounds("Who was named?", copies=_ONE_REPORT)
    verdict = relate(group_claims(claims, _ONE_REPORT), many=True, grounds=asked)
    assert verdict.relation is Relation.RIVAL
    assert verdict.disagreement is not None
    assert verdict.disagreement.rule == "one print of the report was changed"
    alone = relate(group_claims(claims), many=True, grounds=grounds("Who was named?"))
    assert alone.relation is Relation.COMPLEMENTARY


def _told(claims: list[Claim], *others: Claim) -> list[tuple[str, str | None]]:
    """Return article and value of every claim once twins are looked for among what *others* were read."""
    by_span = {claim.span: claim for claim in [*claims, *others]}
    readings = [Reading(claim.span.passage, (claim.span,), 0.5, 1.0) for claim in by_span.values()]
    chosen = Claims(tuple(claims), many=False)
    told = with_twins(chosen, readings, _ONE_REPORT, by_span.__getitem__)
    return [(claim.article_id, claim.value.canonical) for claim in told.chosen]


def test_a_changed_print_is_found_however_weakly_it_was_read() -> None:
    """One print answers; another that changed the number was scored far below an answer."""
    changed = replace(_print("b", "27").span, score=0.01)
    weak = Claim(changed, _print("b", "27").value)
    other = marked("c", "In [1950] the harbour of Lund had no crane at all.", score=0.01)
    assert _told([_print("a", "12")], weak, other) == [("a", "12"), ("b", "27")]


def _beside_a_clause(sure: float) -> list[str]:
    """Return what two prints are taken to say that share a clause, and whose end is read with *sure*."""
    said = "The name Lund is an Old Norse word, and means '{}'."
    ends = [
        claim(article, said.format(end), end, score=sure)
        for article, end in (("a", "the grove of oaks"), ("b", "the stone at sea"))
    ]
    shared = [
        claim(one.article_id, one.span.sentence_text, "The name Lund is an Old Norse word", score=0.99)
        for one in ends
    ]
    by_span = {one.span: one for one in (*shared, *ends)}
    readings = [Reading(span.passage, (span,), 0.5, 1.0) for span in by_span]
    told = with_twins(Claims(tuple(shared), many=True), readings, _ONE_REPORT, by_span.__getitem__)
    return [one.span.text for one in told.chosen]


def test_prints_that_share_a_clause_and_differ_beside_it_are_told_apart_there() -> None:
    """The reader prefers what they share by a hair: one version with two quotes would hide that one was changed."""
    assert _beside_a_clause(0.98) == ["the grove of oaks", "the stone at sea"]


def test_what_is_read_less_surely_beside_a_clause_is_no_claim() -> None:
    """A changed fact beside the answer changes nothing in the answer."""
    assert _beside_a_clause(0.9) == ["The name Lund is an Old Norse word"] * 2


def test_of_two_prints_that_deny_each_other_both_cannot_affirm() -> None:
    """A model that overlooks a "not" is put right by the print without it, of which it is surer."""
    plain, denied = (
        marked(name, f"[The board is{word} selling the old cranes of Lund]", score=score)
        for name, word, score in (("a", "", 0.97), ("b", " not", 0.8))
    )
    yes = Value(Kind.YES_NO, "yes", None)
    claims = [replace(claim, value=yes) for claim in (denied, plain)]
    assert _told(claims) == [("b", "no"), ("a", "yes")]
    other = replace(marked("c", "[The yard will take every crane]"), value=yes)
    assert _told([claims[1], other]) == [("a", "yes"), ("c", "yes")]


def test_a_moderator_may_rule_twins_no_disagreement() -> None:
    """What a person decided holds against every rule."""
    claims = [_print("a", "12"), _print("b", "27")]
    asked = grounds("How many cranes were sold?", copies=_ONE_REPORT, compatible=lambda *_: True)
    verdict = relate(group_claims(claims, _ONE_REPORT), many=False, grounds=asked)
    assert verdict.relation is Relation.COMPLEMENTARY


@pytest.mark.parametrize(
    ("one", "other"), [("12", "twelve"), ("May 3, 1998", "May 3"), ("May 3, 1998", "3 May 1998")]
)
def test_what_a_desk_writes_otherwise_is_no_changed_fact(one: str, other: str) -> None:
    """Figures in words, a year cut, a date turned round: the values can both hold, so the prints are one version."""
    said = "The old yard of the harbour sold [{}] to the town."
    assert len(group_claims([_print("a", one, said), _print("b", other, said)], _ONE_REPORT)) == 1
