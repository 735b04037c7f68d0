"""Which words are an amount, what it is written as, and what it counts."""

import pytest

from bot.answering.values.context import ArticleContext
from bot.answering.values.kinds import Kind
from bot.answering.values.recognition import recognise
from bot.answering.values.resolution import value_of

AMOUNTS = {Kind.NUMBER, Kind.ORDINAL, Kind.MONEY, Kind.PERCENT, Kind.DURATION}
Found = tuple[Kind, str, str | None]


def amounts(text: str) -> list[Found]:
    return [
        (
            found.kind,
            text[found.start : found.end],
            value_of(text, found.start, found.end, ArticleContext()).canonical,
        )
        for found in recognise(text, AMOUNTS)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "written", "canonical"),
    [
        ("It cost 31 billion tugrik.", Kind.MONEY, "31 billion tugrik", "31000000000 MNT"),
        ("It cost RM2.3 million.", Kind.MONEY, "RM2.3 million", "2300000 MYR"),
        ("They got 80 million guaraníes.", Kind.MONEY, "80 million guaraníes", "80000000 PYG"),
        ("The crew numbered twenty-three sailors.", Kind.NUMBER, "twenty-three", "23"),
        ("Some saw two hundred geese.", Kind.NUMBER, "two hundred", "200"),
        ("They bought two hundred and five lamps.", Kind.NUMBER, "two hundred and five", "205"),
        ("They bought a dozen lamps.", Kind.NUMBER, "a dozen", "12"),
        ("They bought half a dozen lamps.", Kind.NUMBER, "half a dozen", "6"),
        ("It holds 1,200,345 books.", Kind.NUMBER, "1,200,345", "1200345"),
        ("It holds 1 200 345 books.", Kind.NUMBER, "1 200 345", "1200345"),
        ("It holds 12\u2009000 books.", Kind.NUMBER, "12\u2009000", "12000"),
        ("On 12 May 300 books burned.", Kind.NUMBER, "300", "300"),
        ("In 2016 about 300 books burned.", Kind.NUMBER, "about 300", "about 300"),
        ("12 May 2016 At least 300 books burned.", Kind.NUMBER, "At least 300", "at least 300"),
        ("It holds 1.2 million books.", Kind.NUMBER, "1.2 million", "1200000"),
        ("It holds three and a half million books.", Kind.NUMBER, "three and a half million", "3500000"),
        ("It sank on 14 April. Five men drowned.", Kind.NUMBER, "Five", "5"),
        ("They sailed from Oslo. 12 men drowned.", Kind.NUMBER, "12", "12"),
        ("**06:51** Two men drowned.", Kind.NUMBER, "Two", "2"),
        ("There were no deaths.", Kind.NUMBER, "no", "0"),
        ("Nobody was killed, he says.", Kind.NUMBER, "Nobody", "0"),
        ("We are grateful that no life was lost.", Kind.NUMBER, "no", "0"),
        ("They say that no one was hurt.", Kind.NUMBER, "no one", "0"),
        ("Lind, aged 23, has left.", Kind.DURATION, "23", "23 years"),
        ("It holds at least 40 books.", Kind.NUMBER, "at least 40", "at least 40"),
        ("It holds 40 or more books.", Kind.NUMBER, "40 or more", "at least 40"),
        ("It holds 40+ books.", Kind.NUMBER, "40+", "at least 40"),
        ("It holds up to 40 books.", Kind.NUMBER, "up to 40", "at most 40"),
        ("It holds nearly 40 books.", Kind.NUMBER, "nearly 40", "nearly 40"),
        ("It holds about 40 books.", Kind.NUMBER, "about 40", "about 40"),
        ("It holds between 3 and 5 books.", Kind.NUMBER, "between 3 and 5", "3 to 5"),
        ("It holds 3-5 books.", Kind.NUMBER, "3-5", "3 to 5"),
        ("It holds three or four books.", Kind.NUMBER, "three or four", "3 to 4"),
        ("It holds dozens of books.", Kind.NUMBER, "dozens", "dozens"),
        (
            "It holds hundreds of thousands of books.",
            Kind.NUMBER,
            "hundreds of thousands",
            "hundreds of thousands",
        ),
        ("It lies 12 km away.", Kind.NUMBER, "12 km", "12 km"),
        ("It fell to minus 5 degrees Celsius.", Kind.NUMBER, "minus 5 degrees Celsius", "-5 °C"),
        ("It was the fourth meeting.", Kind.ORDINAL, "fourth", "4"),
        ("It was the 4th meeting.", Kind.ORDINAL, "4th", "4"),
        ("It was the twenty-first meeting.", Kind.ORDINAL, "twenty-first", "21"),
        ("It cost $1.2bn.", Kind.MONEY, "$1.2bn", "1200000000 USD"),
        ("It cost €3 million.", Kind.MONEY, "€3 million", "3000000 EUR"),
        ("It cost US$5m.", Kind.MONEY, "US$5m", "5000000 USD"),
        ("It cost 500 yen.", Kind.MONEY, "500 yen", "500 JPY"),
        ("It cost USD 20.", Kind.MONEY, "USD 20", "20 USD"),
        ("It cost A$20.50.", Kind.MONEY, "A$20.50", "20.5 AUD"),
        ("It cost half a million euros.", Kind.MONEY, "half a million euros", "500000 EUR"),
        ("It cost $3-5 million.", Kind.MONEY, "$3-5 million", "3000000 to 5000000 USD"),
        (
            "It cost between $3 and $5 million.",
            Kind.MONEY,
            "between $3 and $5 million",
            "3000000 to 5000000 USD",
        ),
        ("It cost 3 million pounds.", Kind.MONEY, "3 million pounds", "3000000 GBP"),
        ("It rose 25%.", Kind.PERCENT, "25%", "25 %"),
        ("It rose twenty-five percent.", Kind.PERCENT, "twenty-five percent", "25 %"),
        ("It rose 2.5 per cent.", Kind.PERCENT, "2.5 per cent", "2.5 %"),
        ("It rose 0.5 percentage points.", Kind.PERCENT, "0.5 percentage points", "0.5 percentage points"),
        ("It rose 50 basis points.", Kind.PERCENT, "50 basis points", "50 basis points"),
        ("It was a weeklong fair.", Kind.DURATION, "weeklong", "7 days"),
        ("It was a week-long fair.", Kind.DURATION, "week-long", "7 days"),
        ("It was a three-day fair.", Kind.DURATION, "three-day", "3 days"),
        ("It took two hours.", Kind.DURATION, "two hours", "2 hours"),
        ("It took two and a half hours.", Kind.DURATION, "two and a half hours", "2.5 hours"),
        ("It took a fortnight.", Kind.DURATION, "a fortnight", "14 days"),
        ("It lasted a week.", Kind.DURATION, "a week", "7 days"),
        ("It lasted six weeks.", Kind.DURATION, "six weeks", "42 days"),
        (
            "It lasted more than two centuries.",
            Kind.DURATION,
            "more than two centuries",
            "at least 2 centuries",
        ),
        ("A 45-year-old baker won.", Kind.DURATION, "45-year-old", "45 years"),
    ],
)
def test_amount_is_found_and_written_plainly(text: str, kind: Kind, written: str, canonical: str) -> None:
    """Digits, words, bounds, ranges and units are one mention; its value is plain digits and a unit."""
    assert amounts(text) == [(kind, written, canonical)]


@pytest.mark.parametrize(
    "text",
    [
        "The F-35 and the COVID-19 vaccine arrived.",
        "A Boeing 737 landed.",
        "Article 5 and Section 230 apply.",
        "See room no. 12 today.",
        "One of them left, and no one came.",
        "It is open 24/7 since 9/11.",
        "The match ended 2-1.",
        "At first, they won hands down.",
        "They met on March 4, 2021, at 9:30 a.m.",
        "Call 0800 555 0143 today.",
        "It swung from one side to one side.",
        "The first lady gave first aid.",
        "He hung in the basket below span four and waited.",
        "They met on platform nine.",
    ],
)
def test_labels_scores_and_dates_are_no_amounts(text: str) -> None:
    """Model numbers, labels, scores, idioms and the digits of dates and times are not counted."""
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("They held four meetings in May.", "meeting"),
        ("Nine people died.", "person"),
        ("The fourth direct exchange between them began.", "exchange"),
        ("The fourth meeting ended early.", "meeting"),
        ("Two senior naval officers spoke.", "officer"),
        ("A 15-member council voted.", "member"),
        ("Dozens of tourists waited.", "tourist"),
        ("Three companies bid.", "company"),
        ("One man was hurt.", "man"),
        ("There were 30 injured.", None),
    ],
)
def test_unit_is_the_noun_counted(text: str, unit: str | None) -> None:
    """The counted noun is given in the singular and in lower case; None where it is unsure."""
    assert [found.unit for found in recognise(text, {Kind.NUMBER, Kind.ORDINAL})] == [unit]


def test_change_is_two_amounts_and_no_range() -> None:
    """Saying "from 3 to 5 percent" tells how something changed, not that it lies in between."""
    assert amounts("It rose from 3 percent to 5 percent.") == [
        (Kind.PERCENT, "3 percent", "3 %"),
        (Kind.PERCENT, "5 percent", "5 %"),
    ]
