"""How each suite holds an answer against its row."""

from typing import Any

import pytest

from bot.answering.answers import Answer, Disagreement, DisagreementKind, Outcome, Quote, Relation, Version
from bot.evaluation.suites import equate, fakes_clusters, natconfqa, ramdocs, rgb_fact
from bot.evaluation.suites.cases import Asked, Judged, Suite, Verdict
from bot.evaluation.suites.passages import as_article
from index.articles import number_paragraphs

_KIND = "text"


def _quote(text: str, words: str) -> Quote:
    """Quote the whole of a passage, with some of its words highlighted."""
    (paragraph,) = number_paragraphs(as_article({"text": text}).id, [text])
    start = text.index(words)
    return Quote(paragraph, 0, len(text), ((start, start + len(words)),), 1)


def _version(*quotes: tuple[str, str], value: str | None = None) -> Version:
    return Version(_KIND, value, None, tuple(_quote(*quote) for quote in quotes), len(quotes))


def _answer(*versions: Version, pairs: tuple[tuple[int, int], ...] = ()) -> Answer:
    if not pairs:
        return Answer("?", Outcome.ANSWERED, "v", Relation.COMPLEMENTARY, versions)
    disagreement = Disagreement(DisagreementKind.DISPUTED, _KIND, pairs, "they differ", ())
    return Answer("?", Outcome.DISPUTED, "v", Relation.RIVAL, versions, disagreement)


def _judged(suite: Suite, row: dict[str, Any], answer: Answer) -> Judged:
    (case,) = suite.cases([row])
    return Judged(Asked(case, answer), suite.judge(case, answer))


def _verdict(suite: Suite, row: dict[str, Any], answer: Answer) -> Verdict:
    return _judged(suite, row, answer).verdict


MILL = {
    "id": "mill",
    "question": "When was the mill last worked?",
    "label": "conflict",
    "answers": ["1921", "1985", "1955"],
    "conflict_pairs": [[0, 1]],
    "passages": [
        {"text": "It last worked in 1921.", "answer": "1921"},
        {"text": "It last worked in 1985.", "answer": "1985"},
        {"text": "Another mill closed in 1955.", "answer": "1955"},
        {"text": "In 1921 mills closed everywhere.", "answer": "unknown"},
        {"text": " ", "answer": "unknown"},
    ],
}
FIRST, SECOND = ("It last worked in 1921.", "1921"), ("It last worked in 1985.", "1985")
THIRD, FOURTH = ("Another mill closed in 1955.", "1955"), ("In 1921 mills closed everywhere.", "1921")


def test_a_conflict_of_ramdocs_needs_mark_and_versions() -> None:
    """The answers that conflict are quoted by a version each, from passages made for them, and marked."""

    def facts(answer: Answer) -> tuple[bool, ...]:
        verdict = _verdict(ramdocs.RAMDOCS, MILL, answer)
        assert verdict.right == verdict.facts["shown"]
        return tuple(verdict.facts[name] for name in ("marked", "all quoted", "every answer shown"))

    apart, together = (_version(FIRST), _version(SECOND)), _version(FIRST, SECOND)
    assert facts(_answer(*apart, pairs=((0, 1),))) == (True, True, False)
    assert facts(_answer(*apart, _version(THIRD), pairs=((0, 1),))) == (True, True, True)
    assert facts(_answer(*apart)) == (False, True, False)
    assert facts(_answer(together, _version(THIRD), pairs=((0, 1),))) == (True, False, False)
    assert facts(_answer(_version(FOURTH), _version(SECOND), pairs=((0, 1),))) == (True, False, False)
    assert facts(_answer(_version(FIRST))) == (False, False, False)


def test_a_namesake_of_ramdocs_is_right_unless_marked() -> None:
    """Two answers on two things of one name are no dispute; rows that fit no label are left out."""
    row = MILL | {"label": "ambiguous"}
    assert _verdict(ramdocs.RAMDOCS, row, _answer(_version(FIRST), _version(THIRD))).right
    marked = _judged(ramdocs.RAMDOCS, row, _answer(_version(FIRST), _version(THIRD), pairs=((0, 1),)))
    assert not marked.verdict.right
    alone = _judged(ramdocs.RAMDOCS, row, _answer(_version(FIRST), _version(FOURTH), pairs=((0, 1),)))
    called, opposed = ramdocs.rates([marked, alone])[4:6]
    assert (called.measure, called.value) == ("ambiguous rows: called a dispute", 1.0)
    assert (opposed.measure, opposed.value) == ("ambiguous rows: right answers set against each other", 0.5)
    assert ramdocs.cases([MILL | {"label": "unpaired"}]) == []


CLUSTER = {
    "id": "cluster",
    "label": "numbers_differ",
    "meta": {
        "date": "2016-07-27",
        "place": "deir ezzor",
        "pairs": [[0, 1, 0.4, "differ"], [1, 2, 0.9, "agree"]],
    },
    "passages": [
        {"pid": 0, "text": "It killed 31 people.", "deaths": [31]},
        {"pid": 1, "text": "It killed forty-four, state TV said.", "deaths": [44, 22]},
        {"pid": 2, "text": "It killed 44 people.", "deaths": [44]},
    ],
}
TOLL, OTHER = (
    _version(("It killed 31 people.", "31"), value="31"),
    _version(("It killed 44 people.", "44"), value="44"),
)
SPELT = _version(("It killed forty-four, state TV said.", "forty-four"), value="44")


def test_rival_tolls_are_those_that_the_data_calls_different() -> None:
    """Two versions marked as rivals must state the tolls of two differing articles, in figures or in words."""
    (case,) = fakes_clusters.cases([CLUSTER])
    assert case.question == "How many people were killed in Deir Ezzor on 27 July 2016?"

    def shown(*versions: Version, pairs: tuple[tuple[int, int], ...]) -> bool:
        return _verdict(fakes_clusters.FAKES_CLUSTERS, CLUSTER, _answer(*versions, pairs=pairs)).facts[
            "shown"
        ]

    assert shown(TOLL, SPELT, pairs=((0, 1),))
    assert shown(OTHER, TOLL, pairs=((0, 1),))
    assert not shown(TOLL, SPELT, pairs=())
    assert not shown(OTHER, SPELT, pairs=((0, 1),))


def test_a_cluster_without_a_label_is_in_the_index_and_not_asked() -> None:
    """Its articles are in the way as they would be for a member."""
    (case,) = fakes_clusters.cases([CLUSTER | {"label": "unlabelled"}])
    assert case.question == ""
    assert len(case.articles) == 3


PAIR = {"id": "pair", "label": "entailment", "premise": "Four died .", "hypothesis": "Four people died . "}


def test_two_sentences_are_contradictory_where_one_is_quoted_against_the_other() -> None:
    """A dispute with a third sentence, or one in which both say the same, is not theirs."""
    (case,) = equate.cases([PAIR])
    assert case.question == "Is it true that Four people died?"
    one, other, third = ("Four died .", "Four"), ("Four people died . ", "Four"), ("Six died.", "Six")
    against = _answer(_version(one), _version(other), pairs=((0, 1),))
    assert not _verdict(equate.EQUATE, PAIR, against).right
    assert _verdict(equate.EQUATE, PAIR | {"label": "not_entailment"}, against).right
    for answer in (
        _answer(_version(one), _version(other)),
        _answer(_version(one, other), _version(third), pairs=((0, 1),)),
        _answer(_version(one), _version(other), _version(third), pairs=((0, 2), (1, 2))),
    ):
        assert _verdict(equate.EQUATE, PAIR, answer).right


def _outcomes(*pairs: tuple[str, Outcome]) -> list[Judged]:
    row = {"id": "x", "question": "?", "passages": [{"text": "x"}]}
    return [
        _judged(natconfqa.NATCONFQA, row | {"label": label}, Answer("?", outcome, "v"))
        for label, outcome in pairs
    ]


def test_three_outcomes_are_weighed_alike() -> None:
    """Macro-F1 is the mean over the three, however rare one is; precision and recall come with their counts."""
    judged = _outcomes(
        ("conflict", Outcome.DISPUTED),
        ("conflict", Outcome.ANSWERED),
        ("no_conflict", Outcome.ANSWERED),
        ("no_conflict", Outcome.DISPUTED),
        ("unanswerable", Outcome.NOT_IN_SOURCES),
        ("unanswerable", Outcome.SMALL_TALK),
    )
    score, precision, recall = natconfqa.rates(judged)
    assert score.value == pytest.approx((1 / 2 + 1 / 2 + 2 / 3) / 3)
    assert (precision.value, recall.value) == (0.5, 0.5)
    assert natconfqa.cases([{"label": "ambiguous"}]) == []


def test_a_false_snippet_is_in_the_index_of_its_own_label_only() -> None:
    """The same question without it must not find it."""
    rows = [
        {"id": label, "question": "Who?", "label": label, "passages": [{"text": label}]}
        for label in ("conflict", "no_conflict", "unanswerable")
    ]
    assert [case.index for case in rgb_fact.cases(rows)] == ["conflict", "no_conflict", "unanswerable"]
