"""The card of an answer: the question, what came of it, and a box for each version. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.answers import Answer, Outcome, Quote, Relation, Source, Version
from bot.desk.verdicts import UNTOUCHED, Reviewed
from bot.discord_ui.cards.citations import SMALL, citation_line, related_line
from bot.discord_ui.cards.colours import QUIET, colour_of
from bot.discord_ui.cards.escaping import clip
from bot.discord_ui.cards.limits import MOST_CHARACTERS
from bot.discord_ui.cards.paging import nearest, pages_of, turning_row
from bot.discord_ui.cards.presses import Place, Press, QuotePlace, RelatedPlace, Screen
from bot.discord_ui.cards.quotes import opening_markdown, quote_markdown
from bot.discord_ui.cards.rulings import ruling_box, struck
from bot.discord_ui.cards.tree import Box, Button, Card, Part, Row, Rule, Text
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language
from bot.presentation.blocks import heading_of, related_of, reports_of, title_of
from bot.presentation.visible import CUT

_QUESTION_ROOM = 300
_TITLE_ROOM = 240
_RELATED = 240  # characters of a related passage
_RELATED_ROOM = 2 * _RELATED
_MOST_QUOTES = 4  # of one version on one page: a version that many articles share does not bury the other
# A page longer than this is a long way to scroll on a phone. Rivals are worth it: they stand side by side.
_COMFORTABLE = 2200


@dataclass(frozen=True, slots=True)
class _Item:
    """A quote on the way to its page."""

    place: QuotePlace
    text: Text
    citation: int


@dataclass(frozen=True, slots=True)
class Ruled:
    """What moderators made of an answer, whom to ask, and what they had quoted instead."""

    reviewed: Reviewed = UNTOUCHED
    moderators: tuple[str, ...] = ()
    corrected: tuple[Quote, Source] | None = None


def answer_card(
    answer: Answer,
    number: int,
    language: Language,
    page: int = 0,
    *,
    thread: bool = False,
    ruled: Ruled = Ruled(),
) -> Card:
    """Return a page of the card of answer *number*.

    Quotes are whole, the first one of every version before any second one; a *thread* is offered where one
    can be opened. What moderators took back, as *ruled* says, is struck through, and above it stands why.

    Raises:
        DamagedQuoteError: what would be sent does not read back as the source.
    """
    return _AnswerCard(answer, number, language, thread=thread, ruled=ruled).card(page)


class _AnswerCard:
    def __init__(
        self, answer: Answer, number: int, language: Language, *, thread: bool, ruled: Ruled
    ) -> None:
        self._answer = answer
        self._number = number
        self._language = language
        self._thread = thread
        self._words = words_in(language)
        self._struck = ruled.reviewed.struck
        self._unmarked = ruled.reviewed.unmarked
        self._rivals = answer.relation is Relation.RIVAL
        self._citations = {citation.number: citation for citation in answer.citations}
        # What every page repeats is put into words once.
        self._ruling: list[Part] = (
            [ruling_box(ruled.reviewed, ruled.moderators, self._words, ruled.corrected)]
            if ruled.reviewed
            else []
        )
        self._head = Text(self._headed())
        self._titles = [
            struck(_title(version)) if self._is_struck(place) else _title(version)
            for place, version in enumerate(answer.versions)
        ]
        self._foot = [
            *self._buttons(),
            Text(SMALL + self._words.card.answer_number.format(number=number)),
        ]
        self._related = self._related_parts()

    def card(self, page: int) -> Card:
        """Return the nearest page that there is."""
        pages = pages_of([self._item(place) for place in _in_turns(self._answer.versions)], self._fit)
        here = nearest(page, len(pages))
        return self._laid_out(pages[here], here, len(pages))

    def _fit(self, items: Sequence[_Item]) -> bool:
        """Whether quotes may share a page; the number of pages is not known yet, so there may be several."""
        versions = [item.place.version for item in items]
        if versions.count(versions[-1]) > _MOST_QUOTES:
            return False
        card = self._laid_out(items, 0, 2)
        side_by_side = self._rivals and items[-1].place.quote == 0
        return card.fits and (side_by_side or card.characters <= _COMFORTABLE)

    def _item(self, place: QuotePlace) -> _Item:
        quote = self._answer.versions[place.version].quotes[place.quote]
        citation = self._citations[quote.citation]
        below = f"\n{citation_line(citation, self._words.card)}"
        cut = f"\n{SMALL}{self._words.card.cut}"
        around = struck("") if (place.version, place.quote) in self._struck else ""
        alone = self._laid_out([_Item(place, Text(around + below + cut), quote.citation)], 1, 3)
        markdown, is_cut = quote_markdown(quote, MOST_CHARACTERS - alone.characters)
        if (place.version, place.quote) in self._struck:
            markdown = struck(markdown)
        return _Item(place, Text(markdown + below + (cut if is_cut else "")), quote.citation)

    def _laid_out(self, items: Sequence[_Item], page: int, pages: int) -> Card:
        parts: list[Part] = [self._head, *self._ruling]
        parts += [
            self._box(version, [item for item in items if item.place.version == version])
            for version in sorted({item.place.version for item in items})
        ]
        parts += self._related
        parts += turning_row(self._press(Screen.ANSWER, page), page, pages, self._words)
        parts += self._foot
        return Card(tuple(parts), page, pages)

    def _headed(self) -> str:
        question = self._answer.question.strip()
        asked = f"{SMALL}{clip(question, _QUESTION_ROOM)}\n" if question else ""
        heading = heading_of(self._answer, self._words.answer)
        head = f"{asked}### {struck(heading) if self._is_taken_back() else heading}"
        if self._answer.outcome is Outcome.NOT_IN_SOURCES:
            head += f"\n{SMALL}{self._words.card.gap_noted}"
        return head

    def _is_struck(self, version: int) -> bool:
        quotes = self._answer.versions[version].quotes
        return all((version, quote) in self._struck for quote in range(len(quotes)))

    def _is_taken_back(self) -> bool:
        """Whether nothing of what the heading says still holds."""
        versions = range(len(self._answer.versions))
        if not self._struck and not self._unmarked:
            return False
        if self._rivals and self._answer.disagreement:
            return all(
                pair in self._unmarked
                or any(version in versions and self._is_struck(version) for version in pair)
                for pair in self._answer.disagreement.pairs
            )
        return bool(versions) and all(self._is_struck(version) for version in versions)

    def _box(self, number: int, items: Sequence[_Item]) -> Box:
        version = self._answer.versions[number]
        reports = reports_of(version, self._words.answer)
        if items[0].place.quote > 0:
            reports = self._words.card.continued.format(reports=reports)
        buttons = [
            Button(self._label(item, len(items)), self._press(Screen.CONTEXT, place=item.place))
            for item in items
        ]
        parts: list[Text | Rule | Row] = [
            Text(f"### {self._titles[number]}\n{SMALL}{reports}"),
            items[0].text,
        ]
        for item in items[1:]:
            parts += [Rule(), item.text]
        return Box((*parts, Row(tuple(buttons))), colour_of(number, rivals=self._rivals))

    def _label(self, item: _Item, items: int) -> str:
        labels = self._words.buttons
        return labels.in_context if items == 1 else labels.in_context_of.format(citation=f"[{item.citation}]")

    def _related_parts(self) -> list[Part]:
        passages = related_of(self._answer)
        if not passages:
            return []
        parts: list[Text | Rule | Row] = [Text(self._words.answer.related)]
        for place, passage in enumerate(passages):
            opening = opening_markdown(passage.paragraph, _RELATED, _RELATED_ROOM)
            line = related_line(passage.source, passage.paragraph.number, self._words.card)
            press = self._press(Screen.CONTEXT, place=RelatedPlace(place))
            button = Button(self._words.buttons.in_context, press)
            parts += [*([Rule()] if place else []), Text(f"{opening}\n{line}"), Row((button,))]
        return [Box(tuple(parts), QUIET)]

    def _buttons(self) -> list[Part]:
        labels = self._words.buttons
        wanted: list[tuple[str, Screen]] = []
        if self._answer.versions:
            wanted += [(labels.sources, Screen.SOURCES), (labels.why, Screen.REASONS)]
        if self._answer.outcome is not Outcome.SMALL_TALK:
            wanted.append((labels.report, Screen.REPORT))
        if self._thread:
            wanted.append((labels.thread, Screen.THREAD))
        buttons = tuple(Button(label, self._press(screen)) for label, screen in wanted)
        return [Row(buttons)] if buttons else []

    def _press(self, screen: Screen, page: int = 0, place: Place | None = None) -> Press:
        return Press(self._number, screen, self._language, page, place)


def _in_turns(versions: Sequence[Version]) -> list[QuotePlace]:
    """Return every quote's place: the first of each version, then the second of each that has one, and so on."""
    places = [QuotePlace(v, q) for v, version in enumerate(versions) for q in range(len(version.quotes))]
    return sorted(places, key=lambda place: (place.quote, place.version))


def _title(version: Version) -> str:
    clipping = title_of(version)
    (span,) = clipping.fragments
    title = clip(clipping.text[slice(*span)], _TITLE_ROOM) or CUT
    return title + CUT if clipping.cut_after and not title.endswith(CUT) else title
