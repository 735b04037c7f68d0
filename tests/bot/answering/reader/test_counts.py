"""The number of the dead, or of those whom it may carry, is no answer to how many were on board."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.counts import counts_all, counts_fewer, counts_others, says_nobody


def _marked(text: str) -> tuple[str, int, int]:
    """Return *text* without its brackets, and where the words in them start and end."""
    return text.replace("[", "").replace("]", ""), text.index("["), text.index("]") - 1


@pytest.mark.parametrize(
    ("question", "text", "another"),
    [
        ("How many people were on the ferry?", "[Fourteen] people are dead after the ferry sank.", True),
        ("How many people were on the ferry?", "The ferry was carrying [312] people.", False),
        ("How many people died?", "[Fourteen] people are dead after the ferry sank.", False),
        ("How many people died?", "At least [40] people were injured.", True),
        ("How many casualties were there?", "At least [40] people were injured.", False),
        ("What was the death toll?", "[31] people were killed.", False),
        ("How many lives were lost?", "[31] people were killed.", False),
        ("How many were saved?", "[298] people were rescued by fishing boats.", False),
        ("How many were saved?", "The toll rose to [17].", False),
        ("When did it sink?", "[Fourteen] people are dead.", False),
        ("How many people were on the ferry?", "It was licensed to carry [350] people.", True),
        ("How many people were on the ferry?", "It was certified for [280].", True),
        ("How many people were on the ferry?", "It can carry up to [350] people.", True),
        ("How many people came?", "The stadium has a capacity of [60,000].", True),
        ("How many people came?", "The stadium was built for [60,000].", True),
        ("How many houses were built?", "The town built [350] houses.", False),
        ("How many people may the ferry carry?", "It was certified for [280].", False),
        (
            "What was the largest number of people it was allowed to take?",
            "It was certified for [280].",
            False,
        ),
        ("How many children died?", "[Fourteen] people are dead.", True),
        ("How many children died?", "[Three] children are dead.", False),
        ("How many children died?", "The toll rose to [17].", False),
        ("How many passengers died?", "[Fourteen] people are dead.", False),
        ("What is the population of Rush Township?", "It is one of the [sixteen] townships here.", True),
        ("What is the population of Rush Township?", "It covers [36] square miles.", True),
        ("What is the population of Rush Township?", "It has [0.86] officers per 1,000 residents.", True),
        ("What is the population of Rush Township?", "There were [1,234] people and 459 households.", False),
        ("What is the population of Rush Township?", "Its population was [1.2 million].", False),
        ("How many people live in Rush Township?", "There were 1,234 people and [459] households.", True),
        ("What is the penguin population of the island?", "The island has [400] penguins.", False),
        (
            "How many of the museum's cameras were off?",
            "Since eleven of the museum's [forty] cameras were off.",
            True,
        ),
        (
            "How many of the museum's cameras were off?",
            "Since [eleven] of the museum's forty cameras were off.",
            False,
        ),
        ("How many of the cameras were off?", "Of the [40] cameras 11 were not running.", True),
        ("How many of the cameras were off?", "Of the 40 cameras [11] were not running.", False),
        ("What is the population of Rush?", "The density was [885] people per square mile.", True),
        ("What is the population density of Rush?", "The density was [885] people per square mile.", False),
        ("How many flights leave a week?", "There are [12] flights per week.", False),
        ("How many people died?", "The raid killed 26 people, including [11] children.", True),
        ("How many people died?", "The raid killed 26 people, at least [11] of them children.", False),
        ("How many people died?", "Raids killed 31, including [10] when their bus was hit.", True),
        (
            "How many people died on the bus?",
            "Raids killed 31, including [10] when their bus was hit.",
            False,
        ),
        ("How many children died?", "The raid killed 26 people, including [11] children.", False),
        ("How many people died?", "Observers said [11] children were among the 26 killed.", True),
        ("How many children died?", "Observers said [11] children were among the 26 killed.", False),
        ("How many people died?", "The dead were found on Monday, including [11] in a cellar.", False),
        ("How many cameras has the museum?", "Since eleven of the museum's [forty] cameras were off.", False),
    ],
)
def test_others_than_are_asked_about(question: str, text: str, another: bool) -> None:
    """What became of those who are counted, what might be, and who they are must be what the question asks.

    All are not those of whom it asks.
    """
    assert counts_others(analyse(question), *_marked(text)) is another


@pytest.mark.parametrize(
    ("question", "text", "fewer"),
    [
        ("How many people died?", "Three [children] died.", False),
        ("How many people died?", "[Three] children died.", True),
        ("How many people died?", "[Three] miners died.", False),
        ("How many children died?", "[Three] children died.", False),
        ("How many died?", "[Three] children died.", False),
    ],
)
def test_children_are_some_of_the_people(question: str, text: str, fewer: bool) -> None:
    """Who asks of people is told first how many people, where an article says that, too."""
    assert counts_fewer(analyse(question), *_marked(text)) is fewer


@pytest.mark.parametrize(
    ("text", "all_there_are"),
    [
        ("[35] people in total had died.", True),
        ("A total of at least [35] died.", True),
        ("That brought the death toll to [35].", True),
        ("[35] people had died.", False),
        ("[22] children and 13 others, 35 in total, had died.", False),
    ],
)
def test_who_asks_for_a_number_asks_for_all(text: str, all_there_are: bool) -> None:
    """Nothing is said in total of an hour that is asked for."""
    assert counts_all(analyse("How many people died?"), *_marked(text)) is all_there_are
    assert not counts_all(analyse("When did they die?"), *_marked(text))


@pytest.mark.parametrize(
    ("question", "text", "says_so"),
    [
        ("How many people died?", "There were [no] deaths.", True),
        ("How many people died?", "[Nobody] was killed.", True),
        ("How many people died?", "[Nobody] was hurt.", False),
        ("How many people died?", "[No] train ran.", False),
        ("How many people died?", "[Three] people were killed.", False),
        ("When did they die?", "[Nobody] was killed.", False),
    ],
)
def test_that_it_came_to_nobody(question: str, text: str, says_so: bool) -> None:
    """The fate must be the one that is asked about."""
    assert says_nobody(analyse(question), *_marked(text)) is says_so
