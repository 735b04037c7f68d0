"""What rulings come to: which reports are settled, what of an answer still stands."""

from datetime import UTC, datetime
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from bot.citation_log.events import Event, Kind, Reported, Ruled, Span, Verdict
from bot.desk.verdicts import UNTOUCHED, open_reports, reviewed_of, settled_by, standing
from tests.logged_answers import DISPUTED, NORTH, SOUTH

AT = datetime(2024, 1, 12, tzinfo=UTC)


def _report(number: int, about: int = 1, *, words: bool = True) -> Event:
    detail = Reported(category="other")
    personal = {"text": ""} if words else None
    return Event(number, AT, Kind.REPORTED, about, "7", None, detail, "", "p", personal)


def _ruling(
    number: int, verdict: Verdict, about: int = 1, *, report: int | None = None, spans: tuple[Span, ...] = ()
) -> Event:
    detail = Ruled(verdict=verdict, report=report, reader="r", form="f", meaning="", withheld=spans)
    return Event(number, AT, Kind.RULED, about, "7", None, detail, "", "m", {"note": f"note {number}"})


def test_a_decision_settles_what_was_reported_until_then() -> None:
    """On the same answer; what comes later is open again, and ignoring settles one report alone."""
    reports = [_report(2), _report(3), _report(4, about=9), _report(7)]
    assert [one.number for one in open_reports(reports, [])] == [2, 3, 4, 7]
    assert [one.number for one in open_reports(reports, [_ruling(5, "upheld", report=2)])] == [4, 7]
    assert [one.number for one in open_reports(reports, [_ruling(5, "ignored", report=3)])] == [2, 4, 7]
    assert open_reports([_report(2, words=False)], []) == []  # what was erased cannot be decided on


@given(
    st.lists(
        st.tuples(st.integers(1, 20), st.sampled_from(get_args(Verdict)), st.none() | st.integers(1, 20)),
        max_size=8,
        unique_by=lambda one: one[0],
    ),
    st.integers(1, 20),
)
def test_a_settled_report_stays_settled(rulings: list[tuple[int, Verdict, int | None]], number: int) -> None:
    """Whoever was first stays first, whatever is decided afterwards and in which order it is read."""
    made = [_ruling(at, verdict, report=report) for at, verdict, report in rulings]
    report = _report(number)
    first = settled_by(report, made)
    assert settled_by(report, made[::-1]) == first
    assert (open_reports([report], made) == []) == (first is not None)
    later = _ruling(30, "upheld", report=number)
    assert settled_by(report, [*made, later]) == (first or later)


def test_upholding_ends_what_was_taken_back() -> None:
    """Of that answer; what is taken back afterwards counts."""
    rulings = [_ruling(2, "retracted"), _ruling(3, "upheld"), _ruling(4, "corrected"), _ruling(5, "ignored")]
    assert [one.number for one in standing(rulings)] == [4]
    assert [one.number for one in standing(rulings[:1])] == [2]
    assert standing(rulings[:2]) == []


def test_what_is_struck() -> None:
    """The quotes whose words that answer were withheld, and no others."""
    march = DISPUTED.versions[1].quotes[0]
    (span,) = march.highlights
    withheld = Span(paragraph_id=SOUTH.paragraphs[1].id, start=span[0], end=span[1])
    before = Span(paragraph_id=NORTH.paragraphs[1].id, start=0, end=3)
    reviewed = reviewed_of(DISPUTED, [_ruling(4, "retracted", spans=(withheld, before))])
    assert reviewed.struck == {(1, 0)}
    assert (reviewed.unmarked, reviewed.verdict, reviewed.note) == (frozenset(), "retracted", "note 4")
    assert reviewed
    assert reviewed_of(DISPUTED, [_ruling(4, "ignored")]) is UNTOUCHED
    assert not UNTOUCHED


def test_what_is_no_disagreement() -> None:
    """The pair that was named, whichever side was named first."""
    spans = [
        Span(paragraph_id=quote.paragraph.id, start=quote.highlights[0][0], end=quote.highlights[0][1])
        for quote in (version.quotes[0] for version in DISPUTED.versions)
    ]
    for pair in ((spans[0], spans[1]), (spans[1], spans[0])):
        detail = Ruled(verdict="retracted", reader="r", form="f", meaning="", unmarked=(pair,))
        ruling = Event(4, AT, Kind.RULED, 1, "7", None, detail, "", "m", None)
        reviewed = reviewed_of(DISPUTED, [ruling])
        assert reviewed.unmarked == {(0, 1)}
        assert (reviewed.struck, reviewed.note) == (frozenset(), "")
