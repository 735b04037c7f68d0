"""Answers that moderators took back: what is struck through still fits, and stays word for word."""

from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering.answers import Answer, Quote, Source
from bot.citation_log.events import Verdict
from bot.desk.verdicts import Reviewed
from bot.discord_ui.cards.answers import Ruled, answer_card
from bot.discord_ui.cards.tree import Box, Card
from bot.discord_ui.words.language import Language
from bot.presentation.visible import restored
from tests.bot.discord_ui.cards.hostile import Told, answers
from tests.bot.discord_ui.cards.judging import assert_taken
from tests.bot.discord_ui.cards.test_answers import quotes_on, words_of
from tests.discord_preview.markdown import Node, parse, shown

ENGLISH = Language.ENGLISH
AT = datetime(2024, 1, 12, tzinfo=UTC)


def ruled(answer: Answer, places: list[tuple[int, int]], note: str = "", *, corrected: bool = False) -> Ruled:
    """Return a ruling that takes quotes back, or has the first one quoted instead."""
    quote = answer.versions[0].quotes[0]
    source = next(one.source for one in answer.citations if one.number == quote.citation)
    choice: tuple[Quote, Source] | None = (quote, source) if corrected else None
    verdict: Verdict = "corrected" if corrected else "retracted"
    reviewed = Reviewed(frozenset(places), verdict=verdict, at=AT, note=note)
    return Ruled(reviewed, ("123456789012345678",) * 25, choice)


def struck_in(markdown: str) -> list[str]:
    """Return what a member sees struck through."""
    return [seen_in(node) for node in parse(markdown).walk() if node.kind == "struck"]


def seen_in(node: Node) -> str:
    """Return what a member reads of a part, with what cannot be shown taken back."""
    return restored(shown(node).replace("\u2068", "").replace("\u2069", ""))


@settings(max_examples=20, deadline=None)
@given(answers(), st.data(), st.text(max_size=600), st.booleans())
def test_what_is_struck_through_fits_and_stays_word_for_word(
    told: Told, data: st.DataObject, note: str, corrected: bool
) -> None:
    """Every page keeps Discord's limits, and every quote on it is the source's own characters, struck or not."""
    answer = told.answer
    places = [(v, q) for v, version in enumerate(answer.versions) for q in range(len(version.quotes))]
    if not places:
        return
    struck = data.draw(st.lists(st.sampled_from(places), min_size=1, unique=True))
    decided = ruled(answer, struck, note, corrected=corrected)
    first = answer_card(answer, 12, ENGLISH, ruled=decided)
    stands = set()
    for page in range(first.pages):
        card = answer_card(answer, 12, ENGLISH, page, ruled=decided)
        assert_taken(card)
        for place, markdown in quotes_on(_without_ruling(card)).items():
            version, number = place.version, place.quote
            quote = answer.versions[version].quotes[number]
            said = words_of(markdown)
            assert said in quote.text
            through = struck_in(markdown)
            assert bool(through) == ((version, number) in struck)
            if through:
                assert said in through[0]
            stands.add((version, number))
    assert stands == set(places)


def _without_ruling(card: Card) -> Card:
    """Return a card without the box above the versions."""
    boxes = [part for part in card.parts if isinstance(part, Box)]
    return Card(tuple(part for part in card.parts if part is not boxes[0]))
