"""The forms in which moderators decide, and how what they sent is read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from bot.answering.answers import Answer
from bot.desk.reviewing import Retracted
from bot.discord_ui.cards.names import plain_name
from bot.discord_ui.cards.review_presses import Action, ReviewPress
from bot.discord_ui.cards.tree import Option
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language
from bot.presentation.blocks import place_of, title_of

LONGEST_NOTE = 500
LONGEST_WORDS = 200
_NOTE, _WHAT, _WORDS = "note", "what", "words"
_MOST = 25  # options of a list, says Discord


@dataclass(frozen=True, slots=True)
class Decision:
    """What a moderator filled in: a note, and what is taken back."""

    note: str
    retracted: Retracted
    words: str = ""


class RulingForm(ui.Modal):
    """Asks for a note, and where something is taken back, for what; its custom_id is the button's."""

    def __init__(self, press: ReviewPress, answer: Answer | None, language: Language) -> None:
        said = words_in(language).review
        title = {
            Action.UPHOLD: said.form_uphold,
            Action.RETRACT: said.form_retract,
            Action.IGNORE: said.form_ignore,
            Action.USE: said.form_correct,
        }[press.action]
        super().__init__(title=title, custom_id=press.custom_id)
        options = takeable(answer, language, pairs=press.action is Action.RETRACT) if answer else []
        if press.action in {Action.RETRACT, Action.USE} and options:
            correcting = press.action is Action.USE
            chosen: ui.Select[Any] = ui.Select(
                custom_id=_WHAT,
                min_values=0 if correcting else 1,
                max_values=len(options),
                required=not correcting,
                options=[
                    discord.SelectOption(
                        label=one.label,
                        value=one.value,
                        description=one.description or None,
                        default=one.chosen,
                    )
                    for one in options
                ],
            )
            self.add_item(ui.Label(text=said.in_place_of if correcting else said.what, component=chosen))
        note: ui.TextInput[Any] = ui.TextInput(
            custom_id=_NOTE,
            style=discord.TextStyle.paragraph,
            placeholder=said.note_hint,
            required=False,
            max_length=LONGEST_NOTE,
        )
        self.add_item(ui.Label(text=said.note, component=note))


class SearchForm(ui.Modal):
    """Asks for words to find a paragraph by."""

    def __init__(self, press: ReviewPress, language: Language) -> None:
        said = words_in(language).review
        super().__init__(title=said.form_search, custom_id=press.custom_id)
        words: ui.TextInput[Any] = ui.TextInput(custom_id=_WORDS, max_length=LONGEST_WORDS)
        self.add_item(ui.Label(text=said.words, component=words))


def takeable(answer: Answer, language: Language, *, pairs: bool) -> Sequence[Option]:
    """Return what can be taken back of an answer: every quote, and with *pairs* that versions disagree.

    Where there is one thing only, it is chosen already.
    """
    said = words_in(language).review
    sources = {citation.number: citation.source for citation in answer.citations}
    found = [
        Option(
            plain_name(f"[{quote.citation}] {place_of(sources[quote.citation], quote.paragraph.number)}"),
            f"q{v}.{q}",
            plain_name(quote.text),
        )
        for v, version in enumerate(answer.versions)
        for q, quote in enumerate(version.quotes)
    ]
    if pairs and answer.disagreement:
        titles = [" ".join(title_of(version).text.split()) for version in answer.versions]
        found += [
            Option(plain_name(said.no_dispute.format(first=titles[a], second=titles[b])), f"p{a}.{b}")
            for a, b in answer.disagreement.pairs
            if max(a, b) < len(titles)
        ]
    if len(found) == 1:
        return [Option(found[0].label, found[0].value, found[0].description, chosen=True)]
    return found[:_MOST]


def decided(data: Mapping[str, Any]) -> Decision:
    """Read an interaction's data; the texts are bounded again.

    Raises:
        ValueError: something was chosen that a form does not offer.
    """
    parts = [part["component"] for part in data.get("components", ()) if "component" in part]
    filled = {part["custom_id"]: part for part in parts}
    chosen = [str(one) for one in filled.get(_WHAT, {}).get("values") or ()]
    places = [(one[:1], tuple(int(number) for number in one[1:].split("."))) for one in chosen]
    return Decision(
        str(filled.get(_NOTE, {}).get("value") or "").strip()[:LONGEST_NOTE],
        Retracted(
            tuple((place[0], place[1]) for kind, place in places if kind == "q"),
            tuple((place[0], place[1]) for kind, place in places if kind == "p"),
        ),
        str(filled.get(_WORDS, {}).get("value") or "").strip()[:LONGEST_WORDS],
    )
