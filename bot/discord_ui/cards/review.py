"""What moderators see of a report or an answer: what was asked and quoted, what is wrong, what was decided. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.answers import Answer
from bot.citation_log.events import Event, Reported
from bot.desk.cases import Case
from bot.desk.verdicts import settled_by, verdict_of
from bot.discord_ui.cards.citations import BETWEEN, SMALL, citation_line
from bot.discord_ui.cards.colours import CALM, QUIET
from bot.discord_ui.cards.escaping import clip
from bot.discord_ui.cards.limits import MOST_CHARACTERS, MOST_IN_ROW, length
from bot.discord_ui.cards.quotes import quote_markdown
from bot.discord_ui.cards.review_presses import Action, ReviewPress
from bot.discord_ui.cards.rulings import NOTE_ROOM, moment_stamp, struck
from bot.discord_ui.cards.tree import Box, Button, Card, Inner, Row, Rule, Text
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language
from bot.discord_ui.words.words import Words
from bot.presentation.blocks import heading_of

_QUESTION_ROOM = 300
_TEXT_ROOM = 600
_QUOTE_ROOM = 420
_MOST_QUOTES = 4
_QUOTES_ROOM = 2400  # with their citations, whose addresses may be long; further ones are counted
_SLACK = 100  # for that count
_RULINGS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Named:
    """A ruling, and who made it: a mention that pings nobody, empty where that is not known any more."""

    ruling: Event
    moderator: str = ""


def case_card(
    case: Case, report: Event | None, rulings: Sequence[Named], language: Language, *, address: str | None
) -> Card:
    """Return the card of a *report*, or of an answer without one, with the buttons that decide on it.

    Once somebody decided, it says who and what instead. *address* leads to the answer's message.

    Raises:
        DamagedQuoteError: what would be sent does not read back as the source.
    """
    words = words_in(language)
    settled = settled_by(report, case.rulings) if report else None
    around = [Text(_head(case, report, words, address)), *_said(report, words)]
    around += _decided(
        [one for one in rulings if settled is None or one.ruling.number == settled.number], words
    )
    room = MOST_CHARACTERS - sum(length(text.markdown) for text in around) - _SLACK
    quoted = _quotes(case, case.answer, words, room) if case.answer else [Text(words.review.gone)]
    parts: list[Inner] = [around[0], *quoted]
    for text in around[1:]:
        parts += [Rule(), text]
    number = report.number if report else 0
    parts.append(_buttons(ReviewPress(case.event.number, number, Action.VIEW), words, settled=bool(settled)))
    return Card((Box(tuple(parts), QUIET if settled else CALM),))


def _said(report: Event | None, words: Words) -> list[Text]:
    said = str((report.personal or {}).get("text", "")) if report else ""
    return [Text(words.review.says.format(text=clip(said, _TEXT_ROOM)))] if said.strip() else []


def _decided(rulings: Sequence[Named], words: Words) -> list[Text]:
    """Return the newest rulings; the note of a single one is shown at greater length."""
    shown = rulings[-_RULINGS_SHOWN:]
    room = NOTE_ROOM if len(shown) == 1 else NOTE_ROOM // _RULINGS_SHOWN
    return [Text("\n".join(ruling_line(one, words, room) for one in shown))] if shown else []


def ruling_line(named: Named, words: Words, room: int = NOTE_ROOM) -> str:
    """Return who decided what and when, with their note."""
    said = {
        "upheld": words.review.upheld_by,
        "corrected": words.review.corrected_by,
        "retracted": words.review.retracted_by,
        "ignored": words.review.ignored_by,
    }[verdict_of(named.ruling)]
    line = said.format(moderator=named.moderator or words.review.somebody, time=moment_stamp(named.ruling.at))
    note = clip(str((named.ruling.personal or {}).get("note", "")), room)
    return f"{line}\n{SMALL}{note}" if note else line


def category_of(report: Event, words: Words) -> str:
    """Return what a report says is wrong, as its form put it."""
    return str(getattr(words.report, report.detail.category)) if isinstance(report.detail, Reported) else ""


def _head(case: Case, report: Event | None, words: Words, address: str | None) -> str:
    said = words.review
    if report is None:
        title = said.answer_title.format(answer=case.event.number)
    else:
        title = f"{said.title.format(report=report.number)}{BETWEEN}{category_of(report, words)}"
    place = said.privately
    if not case.is_private and case.channel:
        place = said.given.format(place=f"<#{case.channel}>", time=moment_stamp(case.event.at))
    link = f"{BETWEEN}[{said.to_answer}]({address})" if address else ""
    lines = [
        f"### {title}",
        f"{SMALL}{words.card.answer_number.format(number=case.event.number)}{BETWEEN}{place}{link}",
    ]
    if case.question:
        lines.append(f"**{clip(case.question, _QUESTION_ROOM)}**")
    return "\n".join(lines)


def _quotes(case: Case, answer: Answer, words: Words, room: int) -> list[Text]:
    """Return what the answer said within *room*, the first quote of every version before any second one."""
    places = sorted(
        ((v, q) for v, version in enumerate(answer.versions) for q in range(len(version.quotes))),
        key=lambda place: (place[1], place[0]),
    )
    sources = {citation.number: citation for citation in answer.citations}
    heading = heading_of(answer, words.answer)
    parts = [Text(heading)]
    shown, room = 0, min(room, _QUOTES_ROOM) - length(heading)
    for version, number in places[:_MOST_QUOTES]:
        quote = answer.versions[version].quotes[number]
        markdown, _ = quote_markdown(quote, _QUOTE_ROOM)
        if (version, number) in case.reviewed.struck:
            markdown = struck(markdown)
        text = f"{markdown}\n{citation_line(sources[quote.citation], words.card)}"
        room -= length(text)
        if room < 0:
            break
        parts.append(Text(text))
        shown += 1
    if len(places) > shown:
        parts.append(Text(SMALL + words.review.further.format(count=len(places) - shown)))
    return parts


def _buttons(press: ReviewPress, words: Words, *, settled: bool) -> Row:
    said = words.review
    view = Button(said.view, press)
    if settled:
        return Row((view,))
    decisions = [
        Button(said.uphold, press.to(Action.UPHOLD)),
        Button(said.correct, press.to(Action.CORRECT)),
        Button(said.retract, press.to(Action.RETRACT)),
    ]
    if press.report:
        decisions.append(Button(said.ignore, press.to(Action.IGNORE)))
    return Row((*decisions, view)[:MOST_IN_ROW])
