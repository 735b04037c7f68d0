"""Requests, roundabout questions and nouns for what happens are asked plainly; other questions stay as they are."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.questions.everyday import in_plain_words
from bot.answering.questions.question import Wants
from bot.answering.values.kinds import Kind


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("Can someone give me the names of the people flying on it?", "Who are the people flying on it?"),
        ("Give me the names of everyone he will meet.", "Who will he meet."),
        ("Name the person who lost to Toll.", "Who lost to Toll."),
        ("Name the firms that are going to lay it.", "Which firms are going to lay it."),
        ("Name the current PM.", "Who is the current prime minister."),
        ("Name the day he left.", "When did he leave."),
        ("List the stops on his trip.", "What are the stops on his trip."),
        ("Please state the expected attendance.", "What is the expected attendance."),
        ("Give me the start and end dates of the visit.", "What are the dates of the visit."),
        ("Any quotes from Tomas Verde?", "What did Tomas Verde say?"),
        ("Any comment from Verde about the cable?", "What did Verde say about the cable?"),
        ("Who are the people that Koizumi is due to meet?", "Who is Koizumi due to meet?"),
        ("I'd like to know the treaty that was signed by them.", "Which treaty was signed by them."),
        ("Did any of the pupils die?", "How many pupils died?"),
        ("were any children hurt in the fire", "How many children were hurt in the fire"),
        ("did anyone die when the bridge fell?", "How many people died when the bridge fell?"),
        ("Was anybody hurt?", "How many people were hurt?"),
        ("Has anyone been arrested?", "How many people have been arrested?"),
        ("Were there any fatalities?", "How many people died?"),
        (
            "Does anyone know what the firm that he is going to is called?",
            "What is the name of the firm that he is going to?",
        ),
        ("Anyone know which sea or lake it is landing in?", "Which sea or lake is it landing in?"),
        ("what time of night was it when the ferry sank", "At what time did the ferry sink"),
        ("What does Falk do for a living?", "What job does Falk have?"),
        ("what did the mayor work as before that", "What job did the mayor have before that"),
        ("What does the bell weigh?", "How much does the bell weigh?"),
        ("What did the judges weigh in court?", "What did the judges weigh in court?"),
        ("How high was turnout this year?", "What was the turnout this year?"),
        ("oona pell's vote share?", "What is oona pell's vote share?"),
        ("what were berit osters words about the box", "What did berit oster say about the box"),
        ("what were Toll's words to reporters on the recount", "What did Toll say about the recount"),
        ("Marek Toll is the leader of what party?", "What party is Marek Toll the leader of?"),
        ("Koizumi is the minister of what?", "What is Koizumi the minister of?"),
        ("The talks are when?", "When are The talks?"),
        ("He will meet who", "Who will He meet"),
        ("Koizumi will visit what company?", "What company will Koizumi visit?"),
        ("What made Judge Finch give up the inquiry?", "Why did Judge Finch give up the inquiry?"),
        ("What makes him leave?", "Why does he leave?"),
        ("What caused the bridge to fall?", "Why did the bridge fall?"),
        ("Which reporter is behind the Gazette article?", "Which reporter wrote the Gazette article?"),
    ],
)
def test_a_request_is_the_question_that_it_stands_for(asked: str, plain: str) -> None:
    """Who is asked to name somebody is asked who it is."""
    assert in_plain_words(asked) == plain


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("Launch date of Aster 3?", "What is the launch date of Aster 3?"),
        ("top wind speed during the storm", "What is the top wind speed during the storm"),
        ("last time someone checked the dam", "When was the last time that someone checked the dam"),
        ("The first time he went to Rome?", "When was the first time that he went to Rome?"),
        ("Oona Pell's share of the vote?", "What is Oona Pell's share of the vote?"),
        ("Koizumi visit dates", "What is the Koizumi visit dates"),
        ("Is the launch date known?", "Is the launch date known?"),
        ("Time flies, but when?", "Time flies, but when?"),
        ("How big was Calder's winning margin?", "How big was Calder's winning margin?"),
    ],
)
def test_a_noun_alone_asks_what_it_is(asked: str, plain: str) -> None:
    """Members type what they would type into a search box; its first capital is dropped where names have theirs."""
    assert in_plain_words(asked) == plain


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("How many onlookers do they reckon will come?", "How many onlookers will come?"),
        ("Who do experts think will win?", "Who will win?"),
        ("What did they say about the summit?", "What did they say about the summit?"),
        ("What do officials believe?", "What do officials believe?"),
        ("Was hydrogen really escaping?", "Was hydrogen escaping?"),
        ("What day was it that the ship sank?", "When did the ship sink?"),
        ("Why is it that he resigns?", "Why does he resign?"),
        ("What's the date the ferry sank?", "When did the ferry sink?"),
        ("What is the date that the talks begin?", "When do the talks begin?"),
        (
            "Name the day Toll let it be known what he hopes for.",
            "When did Toll let it be known what he hopes for.",
        ),
        ("What is the day of the launch?", "What is the day of the launch?"),
        ("On what day is it that he will speak?", "When will he speak?"),
        ("What was it that failed?", "What failed?"),
        ("Who was it that won?", "Who won?"),
    ],
)
def test_who_thinks_so_and_what_only_stresses_is_left_out(asked: str, plain: str) -> None:
    """What is said or believed by somebody stays where it is what is asked for."""
    assert in_plain_words(asked) == plain


@pytest.mark.parametrize(
    ("asked", "plain"),
    [
        ("What's the length of Ana's US visit?", "How long is Ana's US visit?"),
        ("What's the length of the bridge?", "What is the length of the bridge?"),
        ("When's the kick-off of the trip?", "When does the trip begin?"),
        ("How expensive is the recount for the region?", "How much does the recount cost for the region?"),
        ("What will the cable cost?", "How much will the cable cost?"),
        ("What's the bill for the recount?", "How much does the recount cost?"),
        ("What will the tariff be after the cut?", "What will be the tariff after the cut?"),
        ("What's the drone firm called that he sees?", "What is the name of the drone firm that he sees?"),
        ("What is the drone firm's name?", "What is the name of the drone firm?"),
        ("Who got taken prisoner?", "Who was captured?"),
        ("How many people got hurt?", "How many people were hurt?"),
        ("Did any papers get lost in the vote?", "Were any papers lost in the vote?"),
        ("Who got home?", "Who returned?"),
    ],
)
def test_what_happens_is_asked_with_its_verb(asked: str, plain: str) -> None:
    """Lengths of what lasts are durations, prices what things cost, "got" before a participle is a passive."""
    assert in_plain_words(asked) == plain


def test_who_was_made_a_minister_takes_office_where_articles_say_so() -> None:
    """What says since when he is in office tells when he was made one."""
    asked = "When was Ana Diaz made defence minister?"
    assert (
        in_plain_words(asked, ["He took office in May."])
        == "When did Ana Diaz take office as defence minister?"
    )
    assert in_plain_words(asked, ["He was appointed in May."]) == asked


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ("What was the ship's maximum legal capacity?", (Kind.NUMBER, Kind.PERCENT)),
        ("What was Calder's lead in votes before the recount?", (Kind.NUMBER, Kind.PERCENT)),
        ("Into which waters will it fall when it returns?", (Kind.PLACE, Kind.ORGANISATION)),
        ("What is the name of Marek Toll's party?", (Kind.ORGANISATION,)),
        ("What's the name of the ship's skipper?", (Kind.PERSON,)),
        ("wich admiral dose he meet", (Kind.PERSON, Kind.ORGANISATION)),
        ("wats the height of the rocket", (Kind.NUMBER,)),
    ],
)
def test_what_is_asked_for_is_found_behind_names_and_slips(asked: str, kinds: tuple[Kind, ...]) -> None:
    """A noun asks for its kind however many words stand in front of it."""
    question = analyse(asked)
    assert question.wants is Wants.VALUE
    assert set(question.kinds) == set(kinds)
