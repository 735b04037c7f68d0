"""What is said of another day or year, or of another in a series, is no answer."""

from datetime import date

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.elsewhere import is_set_elsewhere, is_set_on_day_asked
from tests.bot.answering.reader.scripted_models import excerpt


def _elsewhere(question: str, text: str, words: str = "Ana Diaz") -> bool:
    return is_set_elsewhere(analyse(question), excerpt(text), text.index(words))


@pytest.mark.parametrize(
    ("question", "text", "elsewhere"),
    [
        ("Who won in 2019?", "In 2018 Ana Diaz won.", True),
        ("Who won in 2019?", "In 2019 Ana Diaz won.", False),
        ("Who won in 2019?", "Ana Diaz won.", False),
        ("Who won?", "In 2018 Ana Diaz won.", False),
        ("Who won in 2019?", "In 2018 and in 2019 Ana Diaz won.", False),
        ("Who won in 2018 or 2019?", "In 2018 Ana Diaz won.", False),
        ("Who won in 2019?", "It was 2018. Ana Diaz won.", False),
        ("Who won in 2019?", "Ana Diaz won $2018 and 1,850 votes.", False),
        ("Who won in 2019?", "Ana Diaz won by 2018.5 points.", False),
    ],
)
def test_another_year_in_the_same_sentence_is_elsewhere(question: str, text: str, elsewhere: bool) -> None:
    """Years on both sides and none in common; sums and other figures of four digits are no years."""
    assert _elsewhere(question, text) is elsewhere


@pytest.mark.parametrize(
    ("question", "text", "elsewhere"),
    [
        ("Who won Season 17?", "In Season 3 Ana Diaz won.", True),
        ("Who won season 17?", "In Season 3 Ana Diaz won.", True),
        ("Who won Season 17?", "In Season 17 Ana Diaz won.", False),
        ("Who won Season 17?", "In Season 3 and Season 17 Ana Diaz won.", False),
        ("Who won Season 17?", "In Part 3 Ana Diaz won.", False),
        ("Who won Season 17?", "Ana Diaz won.", False),
        ("Who flies on Aster 4?", "Ana Diaz flew on Aster 3.", True),
        ("Who flies on Aster 4?", "Ana Diaz came with 3 people.", False),
        ("Who came on May 3?", "Ana Diaz came on May 4.", False),
        ("Who came on May 3?", "Ana Diaz came on Sept 4, Jan 5.", False),
        ("Who won Section 8?", "Ana Diaz won Section 8.5 alone.", False),
        ("Who wrote Low Tide 2?", "Ana Diaz wrote Low Tide X.", True),
        ("Who fought in World War II?", "Ana Diaz fought in World War I.", False),
        ("Who fought in World War II?", "Ana Diaz fought in World War III.", True),
        ("Who made Low Tide 3?", "Ana Diaz made Low Tide III.", False),
        ("Who runs reactor 3?", "Ana Diaz runs reactor 4.", True),
        ("Who has type 2 diabetes?", "Ana Diaz has type 1 diabetes.", True),
        ("Who found Vitamin D?", "Ana Diaz found Vitamin C.", True),
        ("Who met Harry 2?", "Ana Diaz met Harry S. Lund.", False),
    ],
)
def test_another_number_of_a_series_is_elsewhere(question: str, text: str, elsewhere: bool) -> None:
    """The same word with another figure behind it; a day of a month is no number of a series."""
    assert _elsewhere(question, text) is elsewhere


def test_a_proposed_year_is_held_against_every_other() -> None:
    """Whether it was in 2019 is answered by a sentence that says 2018."""
    question = analyse("Did the fair open in 2019?")
    assert question.proposal == "2019"
    assert not is_set_elsewhere(question, excerpt("The fair opened in 2018."), 19)


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("Aster 3 is on its way. The mission cost Ana Diaz a year.", True),
        ("Aster 3 is on its way. Aster 4 was different. The mission cost Ana Diaz a year.", False),
        ("Aster 3 is on its way. Aster 4 was late, not Aster 3. The mission cost Ana Diaz a year.", True),
        ("Phase 3 is on its way. The mission cost Ana Diaz a year.", False),
        ("Aster 3 is on its way. Aster 4 cost Ana Diaz a year.", False),
    ],
)
def test_an_article_about_another_of_a_series_is_elsewhere(text: str, elsewhere: bool) -> None:
    """Where the sentence names none of the series, the article's own tells which it means."""
    assert _elsewhere("Who flies on Aster 4?", text) is elsewhere


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("On 25 August 2016 Ana Diaz won.", True),
        ("On 11 August Ana Diaz won.", False),
        ("In August 2016 Ana Diaz won.", False),
        ("Ana Diaz won.", False),
        ("She lost on 25 August and on 11 August Ana Diaz won.", False),
        ("She lost on 25 August. Ana Diaz won.", False),
        ("Lund, 12 August 2016 – The cup went to Ana Diaz.", False),
        ("Lund, 12 October 2016 – The cup went to Ana Diaz.", True),
        ("The old cup of the harbour, which she lost on 12 August 2016, went to Ana Diaz.", True),
    ],
)
def test_another_day_in_the_same_sentence_is_elsewhere(text: str, elsewhere: bool) -> None:
    """A day excludes another; a report's own, which it opens with, only one more than a week away."""
    assert _elsewhere("Who won on 11 August 2016?", text) is elsewhere
    assert not _elsewhere("Who won in August 2016?", text)


@pytest.mark.parametrize(
    ("text", "published", "elsewhere"),
    [
        ("A raid killed 18 people.", date(2017, 4, 8), False),
        ("A raid killed 18 people.", date(2017, 4, 10), False),
        ("A raid killed 18 people.", date(2017, 4, 11), True),
        ("A raid killed 18 people.", date(2017, 4, 7), True),
        ("A raid killed 18 people.", None, False),
        ("A raid killed 18 people. It was on April 8.", date(2017, 4, 20), False),
        ("A raid on Saturday killed 18 people.", date(2017, 4, 11), False),
        ("A raid killed one of 18 people who have died since the war began.", date(2017, 4, 8), True),
        ("Raids have killed 18 people since 2011.", date(2017, 4, 8), True),
        ("A raid killed 18 people, who had been here since then.", date(2017, 4, 8), False),
        ("The war broke out in March 2011. It goes on. Some 18 people have died.", date(2017, 4, 8), True),
        ("A raid hit a school in the six-year war. Over 18 people have died.", date(2017, 4, 8), True),
        ("The war broke out in March 2011. The raid killed 18 people.", date(2017, 4, 8), False),
        ("The war broke out in March 2011. The town has 18 hospitals.", date(2017, 4, 8), False),
        ("The raid began in April 2017. Some 18 people have died.", date(2017, 4, 8), False),
        ("The war broke out in 2011. It goes on. Nobody wins. Some 18 have died.", date(2017, 4, 8), False),
    ],
)
def test_a_report_of_another_time_is_elsewhere(text: str, published: date | None, elsewhere: bool) -> None:
    """An article on something else neither names the day nor was written by two days after it; nor is a sum of one day."""
    question = analyse("How many people were killed on 8 April 2017?")
    assert is_set_elsewhere(question, excerpt(text, published=published), text.index("18")) is elsewhere


def test_a_sum_may_be_asked_for() -> None:
    """What counts since a day is an answer to a question that says so."""
    question = analyse("How many people had been killed since the war began by 8 April 2017?")
    text = "Raids have killed 18 people since the war began."
    assert not is_set_elsewhere(question, excerpt(text, published=date(2017, 4, 8)), text.index("18"))


@pytest.mark.parametrize(
    ("question", "text", "is_set"),
    [
        ("How many died on 8 April 2017?", "A raid on Saturday killed 18.", True),
        ("How many died on 8 April 2017?", "A raid on April 8 killed 18.", True),
        ("How many died on 8 April 2017?", "A raid on Sunday killed 18.", False),
        ("How many died on 8 April 2017?", "A raid in April killed 18.", False),
        ("How many died on 8 April 2017?", "A raid killed 18. It was on Saturday.", False),
        ("How many died in April 2017?", "A raid in April killed 18.", False),
        ("When did 18 die?", "A raid on Saturday killed 18.", False),
    ],
)
def test_the_day_that_is_asked_about(question: str, text: str, is_set: bool) -> None:
    """A sentence names it by its date or its weekday; the month alone may mean any other day of it."""
    found = excerpt(text, published=date(2017, 4, 9))
    assert is_set_on_day_asked(analyse(question), found, text.index("18")) is is_set
