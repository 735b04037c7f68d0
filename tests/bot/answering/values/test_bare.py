"""Numbers that say how old, when or how much only because it was asked."""

from datetime import date

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.candidates import askable
from bot.answering.values.bare import bare_ages, bare_sums, bare_times
from bot.answering.values.context import article_context
from bot.answering.values.kinds import Kind
from bot.answering.values.resolution import value_of


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("She is 81, and the mark is still blue.", {"81": "81 years"}),
        ("Durrani turned 60 on Sunday.", {"60": "60 years"}),
        ("At forty-nine she begins again.", {"forty-nine": "49 years"}),
        ("An electrician of 54 called Kosybai held them.", {"54": "54 years"}),
        (
            "Rockets are sold from the age of 16, sparklers to those over 12.",
            {"16": "16 years", "over 12": "at least 12 years"},
        ),
        ("Neža, 44 last month, spoke.", {"44": "44 years"}),
        ("In all 14 people met at 3 hotels.", {}),
        ("It was 44 percent, or 3.5 times as much as in 1999.", {}),
        ("The injured, 43, were taken away.", {}),
    ],
)
def test_a_bare_number_where_an_age_can_stand_is_one(text: str, ages: dict[str, str]) -> None:
    """What counts nothing and stands behind "is", "at", "of" or a name is how old somebody is, where that is asked."""
    found = {text[age.start : age.end]: age.quantity.written for age in bare_ages(text)}
    assert found == ages


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("It fell at 11.20 and was cleared by ten.", {"11.20": "11:20", "ten": "10:00"}),
        ("The bell rang at 14.", {"14": "14:00"}),
        ("They paid 11.20 euros for 3.50 litres at two hotels.", {}),
        ("It was shut from six men, by 3-1.", {}),
    ],
)
def test_a_bare_number_where_a_time_can_stand_is_one(text: str, times: dict[str, str]) -> None:
    """Figures like a clock's, and an hour behind "at" or "by", are a time of day, where one is asked for."""
    assert {text[one.start : one.end]: one.time.written for one in bare_times(text)} == times


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("The summit came to 9.1 million in the end.", ["9.1 million"]),
        ("Whoever ran paid 62.", ["62"]),
        ("In 2018 there were 9,000 runners, 40 of them masked.", []),
    ],
)
def test_a_large_number_or_a_price_is_a_sum(text: str, sums: list[str]) -> None:
    """A number that counts nothing is money if it is large or paid, where a sum is asked for."""
    assert [text[one.start : one.end] for one in bare_sums(text)] == sums


@pytest.mark.parametrize(
    ("question", "text", "kind", "value"),
    [
        ("How old is she?", "She is 81.", Kind.DURATION, "81 years"),
        ("What ages were they?", "They were forty-six.", Kind.DURATION, "46 years"),
        ("At what time did it fall?", "It fell at 11.20.", Kind.TIME, "11:20"),
        ("What did it cost?", "It cost 9.1 million.", Kind.MONEY, "9100000"),
    ],
)
def test_what_is_asked_for_is_found_and_read(question: str, text: str, kind: Kind, value: str) -> None:
    """What the question makes a value of its kind can be pointed at, and is read as one."""
    (mention,) = askable(text, analyse(question))
    assert mention.kind is kind
    context = article_context(text, date(2024, 1, 9))
    assert value_of(text, mention.start, mention.end, context, kind).canonical == value


def test_nothing_is_bare_where_it_is_not_asked_for() -> None:
    """How long something took is no bare number, nor is how many there were an age."""
    text = "She is 81, and it came to 9.1 million at ten."
    assert askable(text, analyse("How long did it take?")) == []
