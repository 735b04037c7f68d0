"""A stay in one place is shorter than the journey that it is a part of."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.stays import is_of_the_whole_journey


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The weeklong trip will begin in Hawaii on Monday.", "weeklong"),
        ("She announced a weeklong visit to the United States.", "weeklong"),
        ("The nine-day tour takes in Japan, Guam and Hawaii.", "nine-day"),
        ("He spent four days in Washington.", "four days"),
        ("He begins a nine-day visit to France to strengthen ties between Tokyo and Hawaii.", "nine-day"),
    ],
)
@pytest.mark.parametrize(
    "question", ["How long does the minister stay in Hawaii?", "How many days will she spend in Hawaii?"]
)
def test_the_length_of_the_journey_is_not_that_of_a_stop(question: str, sentence: str, words: str) -> None:
    """The place is where the journey begins or stops, lies in the country that is named, or is not where he was."""
    assert is_of_the_whole_journey(analyse(question), sentence, words)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("He will spend two days in Hawaii before the tour ends in Washington.", "two days"),
        ("The trip begins in Hawaii, where he stays two days.", "two days"),
        ("She will stay in Honolulu for three days.", "three days"),
        ("She will stay in Honolulu, United States, for three days.", "three days"),
        ("He stays for three days.", "three days"),
        ("The visit to Hawaii lasts three days and ends on Friday.", "three days"),
    ],
)
def test_the_length_of_the_stay_is(sentence: str, words: str) -> None:
    """It is said of the place, of one inside it, or of none."""
    assert not is_of_the_whole_journey(analyse("How long does the minister stay in Hawaii?"), sentence, words)


@pytest.mark.parametrize(
    "question",
    ["How long is the trip that begins in Hawaii?", "When does he leave Hawaii?", "How long does he stay?"],
)
def test_only_a_stay_at_a_place_is_a_part(question: str) -> None:
    """A question about the journey, about a day, or without a place is answered by the journey's length."""
    assert not is_of_the_whole_journey(
        analyse(question), "The weeklong trip will begin in Hawaii.", "weeklong"
    )
