"""What is copied counts once, however it was cut, reordered and set; what was written anew counts by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.reprints import are_one_report, reports_of, runs_of

WIRE = [
    "HARBOUR CITY, May 3 – The old bridge will stay closed until June, the port said on Friday.",
    "Divers found cracks in two of its seven piers last week, and the repair needs calm water.",
    "“We cannot hurry the tide,” the harbour master, Ana Díaz, told reporters at the quay.",
    "Some 4,000 people cross it on a working day; a ferry takes them over until it opens again.",
    "The port had planned to reopen it in April, before the second crack was seen.",
]
OTHER = [
    "Commuters will have to wait until June for the bridge, according to the port authority.",
    "Two piers are cracked. The harbour master said that the tide could not be hurried.",
]
EDITS = {
    "outlet line": ["(Harbour Times) By Our Correspondent", *WIRE],
    "cut to two paragraphs": WIRE[1:3],
    "order": [WIRE[4], WIRE[0], WIRE[2], WIRE[1], WIRE[3]],
    "typography": [
        line.replace("“", '"').replace("”", '"').replace("–", "-").replace("í", "i") for line in WIRE
    ],
    "capitals": [line.upper() for line in WIRE],
    "one quote another": [*WIRE[:2], "The harbour master would not say more, and left.", *WIRE[3:]],
    "one paragraph": [" ".join(WIRE)],
    "one fact": [WIRE[0].replace("June", "July"), *WIRE[1:]],
}


def _one(first: list[str], second: list[str]) -> bool:
    return are_one_report(runs_of("\n".join(first)), runs_of("\n".join(second)))


@pytest.mark.parametrize("edit", EDITS)
def test_a_reprint_is_the_report_that_it_copies(edit: str) -> None:
    """None of what desks do to an agency's text makes another report of it, and neither does a slip."""
    assert _one(WIRE, EDITS[edit])


def test_another_text_on_the_same_facts_is_another_report() -> None:
    """Facts and a few words are shared; the sentences are not."""
    assert not _one(WIRE, OTHER)
    assert not _one(["", "…"], ["", "…"])  # nothing was copied where nothing is said


def test_short_texts_are_compared_whole() -> None:
    """Of fewer than four words only the same ones in the same order are a copy."""
    assert _one(["Bridge closed"], ["bridge closed!"])
    assert not _one(["Bridge closed"], ["Closed bridge"])


def test_what_is_one_report_with_a_third_is_one_report() -> None:
    """Two halves share nothing but their whole, and are named by the first article's id."""
    halves = {"b": WIRE[:3], "c": WIRE, "d": WIRE[3:], "a": OTHER}
    runs = {name: runs_of("\n".join(lines)) for name, lines in halves.items()}
    assert reports_of(runs) == {"a": "a", "b": "b", "c": "b", "d": "b"}
    without = {name: found for name, found in runs.items() if name != "c"}
    assert reports_of(without) == {"a": "a", "b": "b", "d": "d"}


@given(st.dictionaries(st.text(max_size=3), st.text(alphabet="ab \n", max_size=30), max_size=6))
def test_reports_are_a_partition_that_order_does_not_change(texts: dict[str, str]) -> None:
    """Every article is of one report, a report is named by its first article, and the same whatever comes first."""
    runs = {name: runs_of(text) for name, text in texts.items()}
    found = reports_of(runs)
    assert found.keys() == texts.keys()
    for report in set(found.values()):
        assert report == min(name for name, of in found.items() if of == report)
    assert reports_of(dict(reversed(runs.items()))) == found


@given(st.text())
def test_any_text_has_runs_and_is_a_copy_of_itself(text: str) -> None:
    """Odd characters, lone surrogates too, fail nothing."""
    runs = runs_of(text)
    assert are_one_report(runs, runs_of(text)) == bool(runs)
