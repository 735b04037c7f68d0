"""What a question is taken to ask for."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.questions.question import Wants
from bot.answering.questions.wording import respelt
from bot.answering.terms import stem_of
from bot.answering.values.kinds import Kind

KNOWN = frozenset(["when", "what", "which", "is", "the", "does", "trip", "start", "meeting"])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("When does the fair open?", Kind.DATE),
        ("On which day did the bridge fall?", Kind.DATE),
        ("What are the dates of the tour?", Kind.DATE),
        ("At what time did the train leave?", Kind.TIME),
        ("When in the evening does the crossing shut?", Kind.TIME),
        ("when at night did it happen", Kind.TIME),
        ("How late could you still buy a ticket?", Kind.TIME),
        ("How long will the strike last?", Kind.DURATION),
        ("How many people were hurt?", Kind.NUMBER),
        ("What was the death toll?", Kind.NUMBER),
        ("How much did the bridge cost?", Kind.MONEY),
        ("What percentage of the vote did she win?", Kind.PERCENT),
        ("By what percentage did prices rise?", Kind.PERCENT),
        ("For what date was the launch planned?", Kind.DATE),
        ("For what sum was it sold?", Kind.MONEY),
        ("What was the largest number of people on board?", Kind.NUMBER),
        ("What is the number of polling stations they had?", Kind.NUMBER),
        ("Which shipyard built the ferry?", Kind.ORGANISATION),
        ("Who opened the fair?", Kind.PERSON),
        ("Where was the treaty signed?", Kind.PLACE),
        ("Which company built the bridge?", Kind.ORGANISATION),
        ("Which meeting is this?", Kind.ORDINAL),
        ("how many people died when the bridge fell", Kind.NUMBER),
        ("What was the attendance in 2017, when the cup went to penalties?", Kind.NUMBER),
        ("Who was president in 1990, when the wall fell?", Kind.PERSON),
        ("When the ship sank, how many were on board?", Kind.NUMBER),
        ("In 2017, when the cup went to penalties, who won it?", Kind.PERSON),
        ("How far behind schedule was the bridge?", Kind.NUMBER),
        ("How much later did people fall asleep?", Kind.DURATION),
        ("By how much was the frigate overdue?", Kind.DURATION),
        ("How often did they meet?", Kind.ORDINAL),
        ("After whom is the county called?", Kind.PERSON),
        ("who is their lawyer?", Kind.PERSON),
        ("who is norways defence minister", Kind.PERSON),
        ("name of turkey's navy commander?", Kind.PERSON),
        ("What are the names of the captured men?", Kind.PERSON),
        ("What is the name of the politician responsible for roads?", Kind.PERSON),
        ("whereabouts did it happen", Kind.PLACE),
        ("What ages were the test persons?", Kind.DURATION),
        ("How many ice-free days a year did the bay have?", Kind.DURATION),
        ("How long is the film of The Salt Ferry?", Kind.DURATION),
        ("How close did the two jets get to one another?", Kind.NUMBER),
        ("What did the whole thing set them back?", Kind.MONEY),
        ("What did the rider earn per year?", Kind.MONEY),
        ("What is she paid?", Kind.MONEY),
        ("What was the company worth in 2021?", Kind.MONEY),
        ("What was the painting expected to fetch?", Kind.MONEY),
        ("How many rupees does the phone cost?", Kind.MONEY),
        ("What did the Portuguese state spend on the ships?", Kind.MONEY),
    ],
)
def test_question_word_names_the_kind(text: str, kind: Kind) -> None:
    """The earliest question word decides what kind of value would answer."""
    question = analyse(text)
    assert question.wants is Wants.VALUE
    assert question.kinds[0] is kind


@pytest.mark.parametrize(
    "text",
    [
        "Why did she resign?",
        "What did the mayor say about it?",
        "How was it found?",
        "How soon will they get to Oslo?",
    ],
)
def test_open_questions_want_sentences(text: str) -> None:
    """What one value cannot answer is answered by sentences, and several may hold."""
    question = analyse(text)
    assert question.wants is Wants.SENTENCES
    assert question.many


def test_words_that_name_the_kind_are_not_content() -> None:
    """The word "date" in "on what date" is no word that the answer's sentence must share."""
    assert [term.stem for term in analyse("On what date does the trip start?").terms] == ["trip", "start"]
    assert [term.stem for term in analyse("When exactly was the fair originally to open?").terms] == [
        "fair",
        "open",
    ]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("How much did the repair in Ebersund cost?", "repair ebersund"),
        ("What will the bridge cost?", "bridge"),
        ("What is the ship called?", "ship"),
        ("What was Oona Pell's share of the vote?", "oona pell vote"),
        ("How high is the driver's fine?", "driver"),
        ("What did they pay for Holt?", "holt"),
        ("How much does it cost?", ""),
    ],
)
def test_what_a_wording_holds_is_asked_about(text: str, terms: str) -> None:
    """The wording "how much does … cost" names the kind; what stands within it is what any sum must be of."""
    assert [term.stem for term in analyse(text).terms] == [stem_of(word) for word in terms.split()]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("When does the trip begin?", "start"),
        ("From which day on does the trip run?", "start"),
        ("Until which day does it run?", "end"),
        ("When does the trip end?", "end"),
        ("From which day until which day does it run?", None),
        ("When is the trip?", None),
    ],
)
def test_asks_for_one_end_of_a_period(text: str, role: str | None) -> None:
    """Beginning and end of a period are told apart."""
    assert analyse(text).role == role


def test_misspelt_question_word_is_read_as_meant() -> None:
    """A slip in the question word does not change what is asked."""
    assert analyse("wen is the meeting").kinds == (Kind.DATE,)
    assert analyse("Wich day does it begin?").kinds == (Kind.DATE,)
    assert analyse("Wher will it begin?").kinds[0] is Kind.PLACE


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("how many ppl came w/ him", "how many people came with him"),
        ("what if u go round? lol", "what if you go round?"),
        ("why did he resign lol", "why did he resign"),
        ("Toll goin bak home?", "Toll going back home?"),
        ("Which day dose the visit begin?", "Which day does the visit begin?"),
        ("when dose Toll leave", "when does Toll leave"),
        ("What dose the patients got", "What dose the patients got"),
        ("when dose increases are made", "when dose increases are made"),
        ("the minster's ways", "the minster's ways"),
    ],
)
def test_what_is_shortened_in_chats_is_written_out(typed: str, meant: str) -> None:
    """Whole words only; "dose" is "does" where somebody follows who does something."""
    assert respelt(typed) == meant


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Who will she meet?", True),
        ("Which countries did he visit?", True),
        ("Who is the governor?", False),
        ("Where was the treaty signed?", False),
        ("Where will Rautiola travel next?", True),
        ("Which places will she visit?", True),
        ("Where does the visit begin?", False),
        ("Who led Rautiola's visit?", False),
        ("Where is he going?", True),
        ("Who is going to the forum?", True),
        ("Which city is going to host the forum?", False),
        ("Which countries took part?", True),
        ("Who are the members?", True),
        ("Who told the people to leave?", False),
        ("Who sent the invitation?", False),
        ("Where will Rautiola meet her?", False),
        ("Where else did they meet?", True),
        ("Which city will she visit first?", False),
        ("Who was the last leader he met?", False),
    ],
)
def test_slots_that_take_several_values(text: str, many: bool) -> None:
    """One may meet many people, but in one place, and only one of them first; a treaty is signed in one place."""
    assert analyse(text).many is many


def test_yes_no_about_a_value_asks_for_the_value() -> None:
    """A question such as "Is it on May 3?" is read as "when is it", with May 3 to hold against the answer."""
    question = analyse("Is the hearing on May 3?")
    assert question.kinds == (Kind.DATE,)
    assert question.proposal == "May 3"
    assert [term.stem for term in question.terms] == ["hear"]
    assert question.otherwise is not None
    assert question.otherwise.wants is Wants.YES_NO
    assert question.otherwise.proposal is None


@pytest.mark.parametrize("bound", ["by", "before", "after", "since", "until"])
def test_a_bound_is_no_value_to_propose(bound: str) -> None:
    """Whether it opens by May 3 is settled by sentences: no source need give that very day."""
    question = analyse(f"Will the bridge be open {bound} May 3?")
    assert (question.proposal, question.wants) == (None, Wants.YES_NO)


def test_who_is_a_name_wants_a_description() -> None:
    """The question "Who is Ada Byron?" asks what is said of her, "Who is the mayor?" for a name."""
    assert analyse("Who is Ada Byron?").wants is Wants.SENTENCES
    assert analyse("who is ada byron").wants is Wants.SENTENCES
    for described in (
        "Who is the mayor?",
        "Who was captured in Venezuela?",
        "who was killed",
        "Who is not invited?",
    ):
        assert analyse(described).kinds[0] is Kind.PERSON


def test_a_venue_may_be_named_like_a_body() -> None:
    """A town's name is a place's; "Karsund Hospital" may be taken for either."""
    assert analyse("What is the name of the town?").kinds == (Kind.PLACE,)
    assert Kind.ORGANISATION in analyse("What is the name of the hospital?").kinds
    assert Kind.ORGANISATION in analyse("Which hospital was he taken to?").kinds


@pytest.mark.parametrize(
    ("text", "kind", "terms"),
    [
        ("What drone company will he visit?", Kind.ORGANISATION, "drone company visit"),
        ("Which Norwegian town was hit?", Kind.PLACE, "norwegian town hit"),
        ("Which US officials will he meet?", Kind.PERSON, "us officials meet"),
        ("Which town was hit?", Kind.PLACE, "town hit"),
    ],
)
def test_what_kind_of_it_is_asked_about_too(text: str, kind: Kind, terms: str) -> None:
    """The noun behind "which" names the kind; the words before it tell which of that kind."""
    question = analyse(text)
    assert (question.kinds[0], " ".join(term.word for term in question.terms)) == (kind, terms)


@pytest.mark.parametrize(
    ("text", "kind", "terms"),
    [
        ("What is the release date of Aster 4?", Kind.DATE, "release date aster 4"),
        ("What is the birthday of Ana Diaz?", Kind.DATE, "birthday ana diaz"),
        ("What is the deadline for the bids?", Kind.DATE, "deadline bids"),
        ("What was Tesla's revenue in 2020?", Kind.MONEY, "tesla revenue 2020"),
        ("What is his net worth?", Kind.MONEY, "net worth"),
        ("What was the turnout in Oslo?", Kind.PERCENT, "turnout oslo"),
        ("What is the population of Oslo?", Kind.NUMBER, "population oslo"),
        ("Which was the height of the tower?", Kind.NUMBER, "height tower"),
        ("What was the death toll?", Kind.NUMBER, "death toll"),
        ("What's the capital of Norway?", Kind.PLACE, "capital norway"),
        ("What is the location of the forum?", Kind.PLACE, "location forum"),
    ],
)
def test_an_attribute_names_the_kind_and_is_asked_about(text: str, kind: Kind, terms: str) -> None:
    """A release date is not any date: the noun tells the kind of its value, and stays a word of the question."""
    question = analyse(text)
    assert question.wants is Wants.VALUE
    assert question.kinds[0] is kind
    assert not question.many
    assert [term.stem for term in question.terms] == [stem_of(word) for word in terms.split()]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Which film won the prize?", "film won prize"),
        ("In what colour was it painted?", "color painted"),
        ("What colour was it painted?", "color painted"),
        ("What is the genre of the album?", "genre album"),
        ("What was her profession?", "profession"),
        ("What language do they speak?", "language speak"),
        ("What size is it?", "size"),
        ("Which red wine won?", "red wine won"),
        ("Which breed won?", "breed won"),
        ("What is the smallest mesh that the treaty allows?", "smallest mesh treaty allows"),
        ("What was the score in the replay?", "score replay"),
        ("What engine does it use?", "engine"),
        ("What was the dead man's former job?", "dead man former job"),
        ("What was the mayor's trade before politics?", "mayor trade politics"),
        ("What is the longest ban he could get?", "longest ban"),
        ("What chemical was it?", "chemical"),
        ("How often do the papers come out?", "papers come"),
    ],
)
def test_one_thing_of_an_open_kind_is_one_value(text: str, terms: str) -> None:
    """What has no form of its own is still one thing: no kinds, one answer at a time, its noun kept."""
    question = analyse(text)
    assert (question.wants, question.kinds, question.many) == (Wants.VALUE, (), False)
    assert [term.stem for term in question.terms] == [stem_of(word) for word in terms.split()]


@pytest.mark.parametrize(
    "text",
    [
        "What caused the fire?",
        "What happened on Monday?",
        "What led to the strike?",
        "What were the results?",
        "What is the impact of the storm?",
        "What is the purpose of the visit?",
        "What is the plan for the port?",
        "What is the status of the talks?",
        "What is the trend in exports?",
        "What is the consensus on the reef?",
        "What is their policy on ports?",
        "What was the dead man's plan?",
        "What did she do there to earn her keep?",
        "Which films did he make?",
        "What does the law say?",
    ],
)
def test_what_takes_telling_wants_sentences(text: str) -> None:
    """Causes, results, plans and lists are told in sentences, of which several may hold."""
    question = analyse(text)
    assert (question.wants, question.kinds, question.many) == (Wants.SENTENCES, (), True)


@pytest.mark.parametrize(
    ("text", "proposal"),
    [
        ("Is this the third meeting?", "third"),
        ("Was it the first time they met?", "first"),
        ("Was it one of the first meetings?", None),
        ("Is she the first president to visit?", None),
        ("Did they win the second prize?", None),
    ],
)
def test_an_ordinal_is_proposed_only_of_this_one(text: str, proposal: str | None) -> None:
    """The question "Is this the third meeting?" asks which it is; elsewhere "first" is part of what is asked."""
    question = analyse(text)
    assert question.proposal == proposal
    assert question.wants is (Wants.VALUE if proposal else Wants.YES_NO)


@pytest.mark.parametrize(
    "text",
    ["Didn't the ferry sink?", "Won't he resign?", "Can’t it be used?", "Hasn't the port been closed?"],
)
def test_a_negative_question_is_a_yes_no_question(text: str) -> None:
    """The shortened auxiliary asks like the full one, and is no word of the matter."""
    question = analyse(text)
    assert (question.wants, question.kinds, question.many) == (Wants.YES_NO, (Kind.YES_NO,), False)
    assert not any(term.word.endswith("n't") for term in question.terms)


def test_only_a_question_of_this_one_asks_for_its_number() -> None:
    """Which meeting "this" is in a row is an ordinal, with what is counted."""
    for text in (
        "Which meeting is this?",
        "Which meeting between Ana and Bo is this: the second, the third?",
    ):
        question = analyse(text)
        assert (question.kinds, question.unit) == ((Kind.ORDINAL,), "meet")


def test_when_asks_for_a_time_of_day_where_no_date_is_given() -> None:
    """The question "When was the call received?" may be answered by "at 9:40 p.m."; "on what date" may not."""
    question = analyse("When was the call received?")
    assert question.kinds == (Kind.DATE,)
    assert question.otherwise is not None
    assert question.otherwise.kinds == (Kind.TIME,)
    assert analyse("On what date was the call received?").otherwise is None


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("How big is the fund?", (Kind.NUMBER, Kind.MONEY, Kind.PERCENT)),
        ("How expensive was the bridge?", (Kind.MONEY,)),
        ("How cold was the sea?", (Kind.NUMBER,)),
        ("How much copper does the mine yield?", (Kind.PERCENT, Kind.NUMBER)),
        ("How much was the copper worth?", (Kind.MONEY, Kind.PERCENT, Kind.NUMBER)),
        ("How much water damage was there?", (Kind.MONEY, Kind.PERCENT, Kind.NUMBER)),
        ("How big is the fine?", (Kind.MONEY,)),
        ("How big a bill are they looking at?", (Kind.MONEY,)),
        ("What had the club paid to get him?", (Kind.MONEY,)),
        ("What cut of it is due to the village?", (Kind.PERCENT, Kind.NUMBER)),
        ("What is the first name of his grandmother?", (Kind.PERSON,)),
    ],
)
def test_what_can_be_measured_is_a_number_or_a_sum(text: str, kinds: tuple[Kind, ...]) -> None:
    """A fund is big by its money, a sea cold by its degrees, copper much by its weight; no rank answers either."""
    assert analyse(text).kinds == kinds


@pytest.mark.parametrize(
    ("text", "kinds", "dimension"),
    [
        ("How tall is the keeper?", (Kind.NUMBER,), "length"),
        ("How far is the way round?", (Kind.NUMBER, Kind.MONEY, Kind.PERCENT), "length"),
        ("How much further is it by the viaduct?", (Kind.NUMBER,), "length"),
        ("How many kilometres is the detour?", (Kind.NUMBER,), "length"),
        ("What was the weight limit for lorries?", (Kind.NUMBER,), "mass"),
        ("How much does it weigh?", (Kind.NUMBER,), "mass"),
        ("At what speed was the train going?", (Kind.NUMBER,), "speed"),
        ("Which temperature is best for dough?", (Kind.NUMBER,), "temperature"),
        ("How long is the bridge?", (Kind.NUMBER,), "length"),
        ("How long is the trip?", (Kind.DURATION, Kind.NUMBER), "length"),
        ("How long was the bridge closed?", (Kind.DURATION,), None),
        ("How high is the toll?", (Kind.NUMBER, Kind.MONEY, Kind.PERCENT), None),
        ("How many people came?", (Kind.NUMBER, Kind.ORDINAL, Kind.PERCENT), None),
    ],
)
def test_what_is_measured_has_a_unit(text: str, kinds: tuple[Kind, ...], dimension: str | None) -> None:
    """No count is a height, and no number of years the length of a bridge; a toll is high without being long."""
    asked = analyse(text)
    assert (asked.kinds, asked.dimension) == (kinds, dimension)
