"""What a newer index changed, for the editors of one server. Pure."""

from collections.abc import Sequence

from bot.desk.changes import OTHER_QUOTES, Changes
from bot.desk.comparing import Told
from bot.discord_ui.cards.citations import BETWEEN, SMALL
from bot.discord_ui.cards.colours import CALM
from bot.discord_ui.cards.escaping import clip
from bot.discord_ui.cards.tree import Box, Card, Text
from bot.discord_ui.words.corpus_words import ChangesWords

_NAMES, _NAME_ROOM = 5, 80  # of each of three lines
_LINES, _QUESTION_ROOM = 10, 200
_PART = 1000  # characters of each list, so that both fit into one message


def changes_card(told: Told, found: Changes, days: int, said: ChangesWords) -> Card:
    """Return what *told* says of the articles, and *found* of one server's own questions."""
    lines = [
        line.format(articles=_names(names, said))
        for line, names in (
            (said.added, told.added),
            (said.changed, told.changed),
            (said.removed, told.removed),
        )
        if names
    ]
    parts = [Text("\n".join([f"### {said.title}", *(lines or [said.none])]))]
    differing = [
        f"- {clip(one.question, _QUESTION_ROOM)}{BETWEEN}{_outcome(one.before, said)} → {_outcome(one.now, said)}"
        for one in found.differing
    ]
    closed = [
        f"- {clip(gap.question, _QUESTION_ROOM)}{BETWEEN}{_times(gap.asked, said)}" for gap in found.closed
    ]
    if closed:
        parts.append(_list(said.gaps, closed, said))
    if differing:
        parts.append(_list(said.answers.format(days=days), differing, said))
    elif found.of:
        parts.append(Text(said.no_answers.format(days=days)))
    if found.looked_at < found.of:
        parts.append(Text(f"{SMALL}{said.looked_at.format(count=found.looked_at, of=found.of)}"))
    return Card((Box(tuple(parts), CALM),))


def _names(names: Sequence[str], said: ChangesWords) -> str:
    shown = [f"**{clip(name, _NAME_ROOM)}**" for name in names[:_NAMES]]
    rest = len(names) - len(shown)
    return " · ".join([*shown, *([said.more.format(count=rest)] if rest else [])])


def _list(title: str, entries: Sequence[str], said: ChangesWords) -> Text:
    shown: list[str] = []
    for entry in entries[:_LINES]:
        if sum(map(len, shown)) + len(entry) > _PART:
            break
        shown.append(entry)
    rest = len(entries) - len(shown)
    more = [said.more.format(count=rest)] if rest else []
    return Text("\n".join([f"**{title}**", *shown, *more]))


def _outcome(outcome: str, said: ChangesWords) -> str:
    return said.other_quotes if outcome == OTHER_QUOTES else said.outcomes.get(outcome, outcome)


def _times(asked: int, said: ChangesWords) -> str:
    return said.asked_once if asked == 1 else said.asked.format(times=asked)
