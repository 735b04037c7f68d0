"""The story's table, worked out by hand, asked of the real index with the real model."""

import pytest

from bot.answering.answers import Answer, Outcome, Relation
from bot.answering.service import AnswerService

WASHINGTON, CALIBER = "washington-dateline", "caliber-az"


def _values(answer: Answer) -> dict[str | None, set[tuple[str, int]]]:
    return {
        version.value: {(quote.paragraph.article_id, quote.paragraph.number) for quote in version.quotes}
        for version in answer.versions
    }


@pytest.mark.parametrize(
    ("question", "on", "values"),
    [
        (
            "When does the trip start?",
            "date",
            {"2024-01-15": (WASHINGTON, {1, 10}), "XXXX-01-12": (CALIBER, {3})},
        ),
        (
            "When will Koizumi meet Hegseth?",
            "date",
            {"2024-01-18": (WASHINGTON, {1}), "XXXX-01-15": (CALIBER, {3})},
        ),
        (
            "When will Koizumi speak at the Honolulu Defense Forum?",
            "date",
            {"2024-01-15": (WASHINGTON, {10}), "XXXX-01-12": (CALIBER, {3})},
        ),
        (
            "When did Koizumi take office?",
            "date",
            {"2023-10": (WASHINGTON, {6, 12}), "2025-10": (CALIBER, {5})},
        ),
        (
            "What are the dates of the visit?",
            "start date",
            {"2024-01-15/2024-01-18": (WASHINGTON, {1}), "XXXX-01-12/XXXX-01-18": (CALIBER, {3})},
        ),
    ],
)
def test_disputed_rows(
    story: AnswerService, question: str, on: str, values: dict[str, tuple[str, set[int]]]
) -> None:
    """Where the two articles give values that cannot both hold, both are shown, each from its own article."""
    answer = story.answer(question)
    assert answer.outcome is Outcome.DISPUTED
    assert answer.relation is Relation.RIVAL
    assert answer.disagreement is not None
    assert answer.disagreement.on == on
    assert answer.disagreement.pairs == ((0, 1),)
    found = _values(answer)
    assert set(found) == set(values)
    for value, (article, paragraphs) in values.items():
        assert {name for name, _ in found[value]} == {article}
        assert {number for _, number in found[value]} <= paragraphs


@pytest.mark.parametrize(
    ("described", "named"),
    [
        ("When will he meet the US defense secretary?", "When will Koizumi meet Hegseth?"),
        ("When did the Japanese defence minister take office?", "When did Koizumi take office?"),
        ("When is the Pentagon boss receiving his visitor from Tokyo?", "When is Hegseth receiving Koizumi?"),
    ],
)
def test_whoever_is_described_is_meant(story: AnswerService, described: str, named: str) -> None:
    """Asked for "the minister" or "he", the answer is the one to the name that the articles write."""
    answer, expected = story.answer(described), story.answer(named)
    assert answer.outcome is Outcome.DISPUTED
    assert answer.question == described
    assert _values(answer) == _values(expected)


@pytest.mark.parametrize(
    ("question", "value", "sources"),
    [
        ("When does the trip end?", "2024-01-18", {WASHINGTON, CALIBER}),
        ("When does Koizumi return to Japan?", "2024-01-18", {WASHINGTON, CALIBER}),
        ("When did Koizumi announce the visit?", "2024-01-12", {WASHINGTON}),
        ("When was the trip announced?", "2024-01-12", {WASHINGTON}),
        ("Which meeting between Koizumi and Hegseth is it?", "4", {WASHINGTON, CALIBER}),
        ("How long is the trip?", "7 days", {WASHINGTON, CALIBER}),
    ],
)
def test_agreed_rows(story: AnswerService, question: str, value: str, sources: set[str]) -> None:
    """Where the articles agree, or only one speaks, there is one version and no alarm."""
    answer = story.answer(question)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.relation is Relation.ONE
    assert answer.disagreement is None
    assert [version.value for version in answer.versions] == [value]
    assert {quote.paragraph.article_id for quote in answer.versions[0].quotes} == sources
    assert answer.versions[0].independent_sources == len(sources)


def test_speech_quotes_both_sentences(story: AnswerService) -> None:
    """The date carried over from the sentence before is quoted together with the sentence on the speech."""
    answer = story.answer("When will Koizumi speak at the Honolulu Defense Forum?")
    quote = next(q for v in answer.versions for q in v.quotes if q.paragraph.article_id == WASHINGTON)
    assert quote.text.startswith("The weeklong trip will begin in Hawaii on Monday")
    assert "He will also deliver a speech at the Honolulu Defense Forum" in quote.text


def test_length_that_does_not_fit_is_noted(story: AnswerService) -> None:
    """A "weeklong" trip from January 15 to 18 is remarked on within its article and splits nothing."""
    answer = story.answer("How long is the trip?")
    assert [note.article_id for note in answer.notes] == [WASHINGTON]
    assert "4 days" in " ".join(answer.notes[0].values)


def test_next_week_is_not_resolved(story: AnswerService) -> None:
    """An article without a date of its own gives "next week" no value, whatever the other article's date."""
    answer = story.answer("When will Koizumi embark on a weeklong visit to reinforce the security alliance?")
    for version in answer.versions:
        for quote in version.quotes:
            if quote.paragraph.article_id == CALIBER and "next week" in version.text:
                assert version.value is None


@pytest.mark.parametrize(
    "question",
    [
        "Who is the prime minister of Japan?",
        "Why was the visit cancelled?",
        "What is the boiling point of nitrogen?",
        "Which planet is closest to the sun?",
        "What breed is the dog?",
        "What is the currency of Iceland?",
        "Is Koizumi the prime minister of Japan?",
        "Is Hegseth the president of the United States?",
        "Did Koizumi meet Trump?",
    ],
)
def test_what_the_sources_do_not_say(story: AnswerService, question: str) -> None:
    """Nothing is quoted as an answer to what no article answers."""
    answer = story.answer(question)
    assert answer.outcome is Outcome.NOT_IN_SOURCES
    assert answer.versions == ()
    assert answer.relation is None
