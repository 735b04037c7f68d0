"""What moderators and managers see: within Discord's limits, whatever members and articles wrote."""

from datetime import UTC, datetime
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.answers import Quote
from bot.citation_log.answered import Answered
from bot.citation_log.events import Category, Event, Kind, Reported, Ruled, ServerSettings, Verdict
from bot.desk.cases import Case, Counts
from bot.desk.gaps import Gap
from bot.discord_ui.cards.choosing_text import Passage, paragraphs_card, preview_card, sentences_card
from bot.discord_ui.cards.review import Named, case_card
from bot.discord_ui.cards.review_lists import PAGE, gaps_card, pages_for, queue_card, results_card, stats_card
from bot.discord_ui.cards.review_presses import Action, ReviewPress, Where
from bot.discord_ui.cards.ruling_forms import takeable
from bot.discord_ui.cards.setup import Lack, Setting, change_of, setup_card
from bot.discord_ui.cards.tree import Menu
from bot.discord_ui.words.language import Language
from bot.presentation.log_lines import settings_line
from index.splitting import sentence_spans
from tests.bot.discord_ui.cards.hostile import Told, answers
from tests.bot.discord_ui.cards.judging import assert_offered, assert_taken, nodes
from tests.logged_events import in_vain

ENGLISH = Language.ENGLISH
LANGUAGES = st.sampled_from(Language)
AT = datetime(2024, 1, 12, tzinfo=UTC)
ANSWERED = in_vain(channel="1" * 19)
TEXTS = st.text(max_size=900)


def _event(number: int, kind: Kind, detail: Answered | Reported | Ruled, personal: dict[str, str]) -> Event:
    about = None if kind is Kind.ANSWERED else 1
    return Event(number, AT, kind, about, "7", None, detail, "", "p", personal)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Told, Case, Event | None, list[Named]]:
    """Any case: a hostile answer, a report in any words, any number of rulings with notes."""
    told = draw(answers())
    question = _event(1, Kind.ANSWERED, ANSWERED, {"question": draw(TEXTS)})
    category: Category = draw(st.sampled_from(get_args(Category)))
    report = _event(2, Kind.REPORTED, Reported(category=category), {"text": draw(TEXTS)})
    verdicts: list[Verdict] = draw(st.lists(st.sampled_from(get_args(Verdict)), max_size=6))
    rulings = [
        _event(
            3 + place,
            Kind.RULED,
            Ruled(verdict=verdict, report=2, reader="r", form="", meaning=""),
            {"note": draw(TEXTS)},
        )
        for place, verdict in enumerate(verdicts)
    ]
    answer = draw(st.sampled_from([told.answer, None]))
    case = Case(question, answer, (report,), tuple(rulings), "9" * 19, "1" * 19)
    shown = draw(st.sampled_from([report, None]))
    return told, case, shown, [Named(ruling, f"<@{'5' * 19}>") for ruling in rulings]


@settings(max_examples=30, deadline=None)
@given(cases(), LANGUAGES)
def test_any_case_fits(drawn: tuple[Told, Case, Event | None, list[Named]], language: Language) -> None:
    """And what a member wrote is text: it pings nobody, and nothing of it is markup."""
    _, case, report, rulings = drawn
    address = f"https://discord.com/channels/7/{'1' * 19}/{'9' * 19}"
    card = case_card(case, report, rulings, language, address=address)
    assert_taken(card)
    mentions = {node.text for node in nodes(card) if node.kind == "mention"}
    assert mentions <= {f"<#{'1' * 19}>", f"<@{'5' * 19}>"}
    decided = report is not None and bool(rulings)
    assert (len(list(card.buttons())) == 1) == decided


@settings(max_examples=20, deadline=None)
@given(answers(), LANGUAGES, st.text(max_size=300))
def test_any_choice_fits(told: Told, language: Language, question: str) -> None:
    """Paragraphs, sentences and the quote that they make, of any article; and what a form offers to take back."""
    press = ReviewPress(10**14, 10**14, Action.CORRECT)
    passages = [
        Passage(paragraph, source, f"{place:017}")
        for place, source in enumerate(told.sources)
        for paragraph in told.paragraphs[source.article_id]
    ]
    assert_taken(paragraphs_card(press, question, [], language))
    assert_taken(paragraphs_card(press, question, passages, language))
    for passage in passages[:3]:
        assert_taken(sentences_card(press, passage, language))
        (start, end), *_ = sentence_spans(passage.paragraph.text)
        quote = Quote(passage.paragraph, start, end, ((start, end),), 0)
        use = press.to(Action.USE, Where(passage.key, passage.paragraph.number, (0, 0)))
        assert_taken(preview_card(use, quote, passage, language))
    for pairs in (True, False):
        offered = takeable(told.answer, language, pairs=pairs)
        options = [{"label": o.label, "value": o.value, "description": o.description} for o in offered]
        assert_offered(options or None)


@settings(max_examples=20, deadline=None)
@given(st.lists(TEXTS, max_size=30), LANGUAGES, TEXTS)
def test_any_list_fits(questions: list[str], language: Language, asked: str) -> None:
    """However much waits, was found or was asked in vain; what is beyond a page is counted, or on the next one."""
    reports = [
        (_event(10**14 + place, Kind.REPORTED, Reported(category="other"), {"text": ""}), question)
        for place, question in enumerate(questions)
    ]
    found = [
        _event(10**14 + place, Kind.ANSWERED, ANSWERED, {"question": question})
        for place, question in enumerate(questions)
    ]
    gaps = [Gap(question, (), 3, 2, AT) for question in questions]
    for card in (
        queue_card(reports[:PAGE], len(reports), language),
        results_card(asked, found, language),
        *(gaps_card(gaps, language, page) for page in range(pages_for(len(gaps)) + 1)),
        stats_card(Counts({"answered": 3}, 2, 1, {"upheld": 1}), language),
    ):
        assert_taken(card)


@given(
    st.builds(
        ServerSettings,
        channels=st.lists(st.integers(1, 2**63).map(str), max_size=25, unique=True).map(tuple),
        private=st.booleans(),
        review_channel=st.none() | st.integers(1, 2**63).map(str),
        moderators=st.lists(st.integers(1, 2**63).map(str), max_size=25, unique=True).map(tuple),
        keep_days=st.none() | st.integers(0, 500),
    ),
    st.integers(0, 400),
    LANGUAGES,
)
def test_the_panel_fits_and_shows_what_holds(held: ServerSettings, most: int, language: Language) -> None:
    """Whatever was chosen, in every list exactly what holds is chosen; choosing it again changes nothing."""
    lacks = {Setting.CHANNELS: [Lack(one, ("View Channel", "Send Messages")) for one in held.channels]}
    card = setup_card(held, most, language, lacks)
    assert_taken(card)
    (box,) = card.parts
    menus = [part for part in getattr(box, "parts", ()) if isinstance(part, Menu)]
    for menu in menus:
        chosen = [option.value for option in menu.options if option.chosen]
        assert len(chosen) == 1
        assert isinstance(menu.press, Setting)
        again = ServerSettings.model_validate(held.model_dump() | change_of(menu.press, chosen))
        assert again.private == held.private
        days = [min(one.keep_days if one.keep_days is not None else most, most) for one in (held, again)]
        assert days[0] == days[1]
    assert settings_line(held)
