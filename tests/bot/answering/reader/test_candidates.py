"""From a model's spans to what can answer."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.candidates import Candidate, askable, candidates
from bot.answering.reader.model.protocol import Span
from bot.answering.values.kinds import Kind

TEXT = "The ferry sailed from Monday, January 15, through January 18; $40 (a fifth) was refunded to Ana Diaz."


MATCH = "President Ana Diaz beat Senator Bram Holt in Rome."


def _span(words: str, margin: float = 1.0, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), margin)


def _found(question: str, text: str, *spans: Span) -> list[Candidate]:
    asked = analyse(question)
    return candidates(asked, text, askable(text, asked), spans)


def _words(question: str, *spans: Span, text: str = TEXT) -> list[str]:
    return [text[found.start : found.end] for found in _found(question, text, *spans)]


def _margins(question: str, *spans: Span, text: str = TEXT) -> list[tuple[str, float]]:
    return [(text[found.start : found.end], found.margin) for found in _found(question, text, *spans)]


@pytest.mark.parametrize(
    ("question", "pointed", "meant"),
    [
        ("When did the ferry start?", "Monday", ["Monday, January 15"]),
        ("When did the trip end?", "January 18", ["January 18"]),
        (
            "What are the dates of the trip?",
            "January 15, through January 18",
            ["from Monday, January 15, through January 18"],
        ),
        ("How much was refunded?", "40 (a fifth)", ["$40"]),
        ("To whom was it refunded?", "Ana Diaz.", ["Ana Diaz"]),
        ("Who got it?", "Ana", ["Ana Diaz"]),
        ("Why was it refunded?", "refunded to Ana Diaz.", ["refunded to Ana Diaz"]),
    ],
)
def test_a_span_stands_for_the_value_that_it_touches(question: str, pointed: str, meant: list[str]) -> None:
    """A model that points at part of a date means the date; names and prose are taken as they are."""
    assert _words(question, _span(pointed)) == meant


@pytest.mark.parametrize(
    "question", ["When did it sail?", "How many people sailed?", "What is the name of the ferry?"]
)
def test_words_of_another_kind_do_not_answer(question: str) -> None:
    """A question for a date, a number or a name is not answered by words that hold none."""
    assert _words(question, _span("ferry sailed")) == []


def test_spans_on_the_same_value_are_one() -> None:
    """Two spans within one date count once, at the better margin."""
    found = _margins("When did it end?", _span("January 18", 0.5), _span("18", 2.0))
    assert found == [("January 18", 2.0)]


def test_the_best_stands_first() -> None:
    """Order is by margin, then by place."""
    spans = [_span("ferry", 0.5), _span("Ana Diaz", 2.0), _span("refunded", 0.5)]
    assert _words("Why?", *spans) == ["Ana Diaz", "ferry", "refunded"]


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("OSLO, January 12, 2024 – The ferry sank on Monday.", "January 12, 2024", "Monday"),
        ("Aug 7, 2020 ... The ferry sank on Monday.", "Aug 7, 2020", "Monday"),
        ("Aug 7, 2020 — The ferry sank on Monday.", "Aug 7, 2020", "Monday"),
        ("7 August 2020 · The ferry sank on Monday.", "7 August 2020", "Monday"),
    ],
)
def test_the_day_of_a_report_says_when_nothing_happened(text: str, written: str, meant: str) -> None:
    """The date of a dateline, or one that a snippet opens with, is no answer to when something took place."""
    spans = [_span(words, 2.0, text) for words in (written, meant)]
    assert _words("When did the ferry sink?", *spans, text=text) == [meant]


def test_the_days_of_a_timeline_are_those_of_what_it_tells() -> None:
    """Where line after line opens with a day, none is the day on which the article was written."""
    text = "March 9, 2021 – The ferry sank off Oslo."
    asked = analyse("When did the ferry sink?")
    timeline = f"March 4, 2021 – The ferry sails.\n\n{text}"
    assert [text[one.start : one.end] for one in askable(text, asked, timeline)] == ["March 9, 2021"]
    assert askable(text, asked, text) == []


def test_the_place_of_a_dateline_is_where_a_report_was_written() -> None:
    """Whether the model points at the place or at more of the dateline, it is no answer to where."""
    text = "TALLOW BAY, September 10 – The ferry sank off Cape Orsa."
    spans = [_span("TALLOW BAY, September 10 – The", 3.0, text), _span("Cape Orsa", 2.0, text)]
    assert _words("Where did the ferry sink?", *spans, text=text) == ["Cape Orsa"]


@pytest.mark.parametrize(
    "text",
    [
        "It will sail from Lund, and not from Cape Orsa as was planned.",
        "It will sail from Lund rather than Cape Orsa.",
        "It will sail from Lund instead of from the Cape Orsa.",
    ],
)
def test_what_is_ruled_out_is_no_answer(text: str) -> None:
    """A sentence that says from where not gives only the other place; "not only from Cape Orsa" gives it, too."""
    spans = [_span("Cape Orsa", 3.0, text), _span("Lund", 2.0, text)]
    assert _words("From where will the ferry sail?", *spans, text=text) == ["Lund"]
    both = "It will sail not only from Cape Orsa."
    assert _words("From where will the ferry sail?", _span("Cape Orsa", 3.0, both), text=both) == [
        "Cape Orsa"
    ]


def test_a_place_that_a_longer_name_begins_with_is_none() -> None:
    """A forum may be held anywhere; a weekday behind a place is no part of its name."""
    text = "He speaks at the Honolulu Defence Forum, and in Hawaii Monday."
    asked = analyse("Where does he speak?")
    assert [text[one.start : one.end] for one in askable(text, asked) if one.kind is Kind.PLACE] == ["Hawaii"]


def test_a_date_that_opens_a_sentence_answers() -> None:
    """Only where a cut or a dash parts it from what follows is a first date that of the report."""
    text = "August 7, 2020 was the day on which the ferry sank."
    assert _words("When did the ferry sink?", _span("August 7, 2020", 2.0, text), text=text) == [
        "August 7, 2020"
    ]


@pytest.mark.parametrize("question", ["Why did it sail?", "Did it sail?", "Which ballad was sung?"])
def test_words_without_a_form_are_not_searched_for(question: str) -> None:
    """No margins are asked for where any words may answer."""
    assert askable(TEXT, analyse(question)) == []


def test_a_typed_value_has_the_margin_of_exactly_its_words() -> None:
    """Every mention that was scored is a candidate, however unlikely; longer spans on it do not lower or lend."""
    found = _margins(
        "Who played in Rome?",
        _span("Ana Diaz", 4.0, MATCH),
        _span("Ana Diaz", 4.0, MATCH),  # as a place, behind the free spans
        _span("Bram Holt", -3.0, MATCH),
        text=MATCH,
    )
    assert found == [("Ana Diaz", 4.0), ("Bram Holt", -3.0)]


def test_a_span_over_several_names_gives_each_its_own_margin() -> None:
    """A model that points at "Diaz beat Holt" says no more of each than of just its words."""
    found = _margins(
        "Who played in Rome?",
        _span("Ana Diaz beat Senator Bram Holt", 6.0, MATCH),
        _span("Ana Diaz", 4.0, MATCH),
        _span("Bram Holt", -3.0, MATCH),
        text=MATCH,
    )
    assert found == [("Ana Diaz", 4.0), ("Bram Holt", -3.0)]


def test_of_candidates_that_overlap_the_best_stays() -> None:
    """Words are never quoted twice for two answers; the better margin wins."""
    found = _margins("Why was it refunded?", _span("refunded to Ana", 1.0), _span("Ana Diaz", 2.0))
    assert found == [("Ana Diaz", 2.0)]
    found = _margins("Who opened it?", _span("Ana Diaz", 2.0), _span("refunded to Ana Diaz", 1.0))
    assert found == [("Ana Diaz", 2.0)]


def test_of_a_period_the_end_asked_for_is_scored() -> None:
    """Where the start is asked for, the other end is no candidate, even if the model was asked for its margin."""
    spans = [_span("Monday, January 15", 1.0), _span("January 18", 3.0)]
    assert _margins("When did the trip begin?", *spans) == [("Monday, January 15", 1.0)]
    assert _margins("When did the trip end?", *spans) == [("January 18", 3.0)]


@pytest.mark.parametrize(
    ("text", "pointed", "meant"),
    [
        ("He met Adm. Samuel Paparo there.", "Adm", ["Samuel Paparo"]),
        ("He met Admiral Samuel Paparo there.", "Admiral", ["Samuel Paparo"]),
        ("He met an admiral. Samuel Paparo was there.", "an admiral", []),
        ("He met Adm. Samuel Paparo there.", "there", ["there"]),
    ],
)
def test_a_title_stands_for_the_name_behind_it(text: str, pointed: str, meant: list[str]) -> None:
    """A model that points at "Adm" means whoever bears the title; other words are taken as they are."""
    assert _words("Which admiral did he meet?", _span(pointed, text=text), text=text) == meant


VENUE = "The summit in Lisbon is held in the Palace of Vale; the last one was in Osaka, Japan."


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("In which building is the summit held?", ["Palace of Vale"]),
        ("In which city was the last summit?", ["Lisbon", "Osaka", "Palace of Vale"]),
        ("In which country was the last summit?", ["Japan", "Palace of Vale"]),
        ("Where was the last summit?", ["Lisbon", "Osaka", "Palace of Vale"]),
    ],
)
def test_places_are_of_the_size_asked_for(question: str, said: list[str]) -> None:
    """A city is no building and a country no city; what the tables do not know may be either."""
    spans = [_span(words, text=VENUE) for words in ("Lisbon", "Palace of Vale", "Osaka", "Japan")]
    assert sorted(_words(question, *spans, text=VENUE)) == said


def test_of_a_long_span_the_name_in_it_is_meant() -> None:
    """With who he is a name answers whole; with all that came of it, it answers alone."""
    told = "The raid led to the capture of President Ana Diaz and her staff, drawing wide attention."
    long, short = (_span(words, text=told) for words in (told[4:-1], "President Ana Diaz and her staff"))
    assert _words("Who was captured in the raid?", long, text=told) == ["Ana Diaz"]
    assert _words("Who was captured in the raid?", short, text=told) == ["President Ana Diaz and her staff"]


@pytest.mark.parametrize("question", ["Why was it refunded?", "Who got it?", "What was refunded?"])
def test_marks_alone_answer_nothing(question: str) -> None:
    """A small model points at a list's dash or at a bracket when it has nothing to point at."""
    assert _words(question, _span("; "), _span("(")) == []


@pytest.mark.parametrize(
    ("question", "text", "pointed", "meant"),
    [
        ("Where is it?", "It is a school in Fulton, Illinois, USA.", "USA", "Fulton"),
        ("Which city is it in?", "It is a school in Fulton, Illinois.", "Illinois", "Fulton"),
        ("Which state is it in?", "It is a school in Fulton, Illinois.", "Illinois", "Illinois"),
        (
            "Where will he go?",
            "He will visit Hawaii, Los Angeles and Washington.",
            "Los Angeles",
            "Los Angeles",
        ),
    ],
)
def test_the_first_of_a_row_of_places_stands_for_it(
    question: str, text: str, pointed: str, meant: str
) -> None:
    """What it lies in says less of where it is; a list of places is no row, and a state asked for is one."""
    asked = analyse(question)
    mentions = askable(text, asked)
    spans = [
        Span(one.start, one.end, 2.0 if text[one.start : one.end] == pointed else -3.0) for one in mentions
    ]
    best = candidates(asked, text, mentions, spans)[0]
    assert (text[best.start : best.end], best.margin) == (meant, 2.0)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What is the name of Diaz's lawyer?", []),
        ("What is the name of Holt's lawyer?", ["Ana Diaz"]),
        ("What is the name of Diaz's husband?", ["Ana Diaz"]),
        ("What is the full name of President Diaz?", ["Ana Diaz"]),
    ],
)
def test_nobody_is_named_for_somebody_of_his_own(question: str, expected: list[str]) -> None:
    """The fuller name of who has a lawyer is not the lawyer's; but kin may be called alike."""
    text = "They spoke to Ana Diaz."
    assert [text[one.start : one.end] for one in askable(text, analyse(question))] == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What price per tonne did they agree?", ["$340"]),
        ("How much did they pay?", ["$340"]),
        ("How much ore will they get?", ["12,000 tonnes"]),
        ("How much will they get?", ["$340", "12,000 tonnes"]),
    ],
)
def test_no_tonnes_are_paid(question: str, expected: list[str]) -> None:
    """A price is money, and ore none; "how much" alone may ask for either."""
    text = "They agreed on $340 for 12,000 tonnes."
    assert [text[one.start : one.end] for one in askable(text, analyse(question))] == expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("How many dams does it run?", "The lake is down to 61 per cent.", []),
        ("How many voters came?", "It was 61 percent of the voters.", ["61 percent"]),
        ("What percentage of the voters came?", "Turnout was 61 percent.", ["61 percent"]),
    ],
)
def test_a_share_of_nothing_counts_nothing(question: str, text: str, expected: list[str]) -> None:
    """Whoever asks how many wants a number, or the share of those asked about."""
    assert [text[one.start : one.end] for one in askable(text, analyse(question))] == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("With which company are the works insured?", ["Harbour Bank"]),
        ("Which company did Halvard say insures the works?", ["Harbour Bank"]),
        ("Whose words are these, which company's?", ["HALVARD", "Harbour Bank"]),
    ],
)
def test_who_speaks_is_not_spoken_of(question: str, expected: list[str]) -> None:
    """A transcript's labels are no bodies, unless somebody asks who said it."""
    text = "HALVARD: They are with the Harbour Bank."
    assert [text[one.start : one.end] for one in askable(text, analyse(question))] == expected


@pytest.mark.parametrize(
    ("text", "counts", "ages"),
    [
        ("The guard, 61, counted them.", [], ["61"]),
        ("Pavel Ressler, who is 34, was seen.", [], ["34"]),
        ("The postman, who was 58 and had daughters, was found.", [], ["58"]),
        ("They hold a woman of 29.", [], ["29"]),
        ("The injured, 43, were taken to hospital.", ["43"], []),
        ("The injured, 43 in all, were taken to hospital.", ["43"], []),
        ("In the end 34, among them a guard, were arrested.", ["34"], []),
        ("The guards, 34, were arrested.", ["34"], []),
    ],
)
def test_an_age_counts_nobody(text: str, counts: list[str], ages: list[str]) -> None:
    """Behind one person, a bare number between commas is how old he is; behind several, how many they are."""
    for question, expected in (("How many were arrested?", counts), ("How old is he?", ages)):
        found = askable(text, analyse(question))
        assert [text[one.start : one.end] for one in found] == expected
