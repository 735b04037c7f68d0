"""What is denied, and what follows from it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.reader.training.denials import denial_pairs, negated
from bot.answering.reader.training.rows import LABELS, PairRow

ENTAILED, NEUTRAL, CONTRADICTED = (LABELS.index(name) for name in ("entailment", "neutral", "contradiction"))
PREMISE, HYPOTHESIS = "The old bridge was shut by the port.", "The bridge was closed."


@pytest.mark.parametrize(
    ("statement", "other"),
    [
        ("The ferry is late", "The ferry is not late"),
        ("The ferry is not late", "The ferry is late"),
        ("The ferry isn't late", "The ferry is late"),
        ("She has left", "She has not left"),
        ("The port had already been closed", "The port had not already been closed"),
        ("The port has two docks", None),
        ("They do not sail", "They do sail"),
        ("They do sail", None),
        ("The ferry sank", None),
        ("The man who was late left", None),
        ("Nobody was late", None),
        ("It might rain", "It might not rain"),
        ("The four old men in the boat off the coast were late", None),
    ],
)
def test_a_statement_is_negated_only_where_that_is_safe(statement: str, other: str | None) -> None:
    """The first auxiliary of the main clause gains or loses its "not"; a full verb and a clause before it are left alone."""
    assert negated(statement) == other


@pytest.mark.parametrize(
    ("label", "made"),
    [
        (
            ENTAILED,
            [
                ("Officials denied that the bridge was closed.", HYPOTHESIS, CONTRADICTED),
                (PREMISE, "The bridge was not closed.", CONTRADICTED),
                ("Officials said that the bridge was closed.", HYPOTHESIS, ENTAILED),
                ("The bridge was not closed.", HYPOTHESIS, CONTRADICTED),
                ("Officials denied that the bridge was closed.", "The bridge was not closed.", ENTAILED),
                ("Officials said that the bridge was closed.", HYPOTHESIS, ENTAILED),
                ("The minister denies that the bridge was closed.", HYPOTHESIS, CONTRADICTED),
            ],
        ),
        (
            NEUTRAL,
            [
                (f"{PREMISE} Officials denied that the bridge was closed.", HYPOTHESIS, CONTRADICTED),
                (PREMISE, "The bridge was not closed.", NEUTRAL),
                (f"{PREMISE} Officials said that the bridge was closed.", HYPOTHESIS, ENTAILED),
                ("Officials declined to say whether the bridge was closed.", HYPOTHESIS, NEUTRAL),
                ("Officials said that the old bridge was shut by the port.", HYPOTHESIS, NEUTRAL),
                ("Officials said that the old bridge was shut by the port.", HYPOTHESIS, NEUTRAL),
                ("Officials said that the old bridge was shut by the port.", HYPOTHESIS, NEUTRAL),
                (f"{PREMISE} The minister denies that the bridge was closed.", HYPOTHESIS, CONTRADICTED),
            ],
        ),
        (
            CONTRADICTED,
            [
                (PREMISE, "The bridge was not closed.", ENTAILED),
                ("Officials denied that the bridge was closed.", HYPOTHESIS, CONTRADICTED),
                ("Officials said that the old bridge was shut by the port.", HYPOTHESIS, CONTRADICTED),
                ("The bridge was not closed.", HYPOTHESIS, CONTRADICTED),
                (PREMISE, "The bridge was not closed.", ENTAILED),
            ],
        ),
    ],
)
def test_the_label_follows_from_the_form(label: int, made: list[tuple[str, str, int]]) -> None:
    """Affirmed is entailed, denied is contradicted, whatever the premise says; a negated hypothesis turns its label."""
    found = denial_pairs([PairRow(PREMISE, HYPOTHESIS, label)] * len(made))
    assert [(row.premise, row.hypothesis, row.label) for row in found] == made


@pytest.mark.parametrize(
    "hypothesis", ["Is it closed?", "It is.", 'They said "no" to it.', " ".join(["word"] * 29), "", " . "]
)
def test_what_nobody_would_say_is_put_in_no_mouth(hypothesis: str) -> None:
    """Questions, quotations, and what is very short or long are left out."""
    assert denial_pairs([PairRow(PREMISE, hypothesis, label) for label in range(3)]) == []


def test_a_name_keeps_its_capital_in_the_middle_of_a_sentence() -> None:
    """Only the small words of the language lose theirs."""
    (made,) = denial_pairs([PairRow(PREMISE, "Ana Diaz was there.", ENTAILED)])
    assert made.premise == "Officials denied that Ana Diaz was there."


def test_what_one_denies_several_deny_and_behind_a_denial_some_is_any() -> None:
    """The verb goes with its speaker; "There was a leak" is denied as "that there was any leak"."""
    rows = [PairRow(PREMISE, "There was a leak.", ENTAILED)] * 60
    said = {row.premise for row in denial_pairs(rows) if row.label == CONTRADICTED}
    assert "The minister denies that there was any leak." in said
    assert not any(words.startswith("Officials denies") or "that there was a leak" in words for words in said)


_rows = st.lists(
    st.builds(
        PairRow,
        st.sampled_from([PREMISE, "It rained. Nobody came.", "Is it so?", "", "The port is open"]),
        st.sampled_from(
            [HYPOTHESIS, "Ana will  not come!", "They sailed home .", "Why?", "It has two docks."]
        ),
        st.integers(0, 2),
    ),
    max_size=30,
)


@given(_rows)
def test_the_same_pairs_make_the_same_and_keep_what_is_said(rows: list[PairRow]) -> None:
    """Nothing is drawn by chance; at most one pair is made of each, and its hypothesis is the one given or its negation."""
    made = denial_pairs(rows)
    assert made == denial_pairs(list(rows))
    assert made == [
        row
        for end in range(len(rows))
        for row in denial_pairs(rows[: end + 1])[len(denial_pairs(rows[:end])) :]
    ]
    plain = {" ".join(row.hypothesis.split()).rstrip(" .!") for row in rows}
    allowed = plain | {other for one in plain if (other := negated(one))}
    assert {row.hypothesis for row in made} <= {f"{words}." for words in allowed}
    assert len(made) <= len(rows)
    assert all(row.premise.endswith(".") or row.premise in {one.premise for one in rows} for row in made)
