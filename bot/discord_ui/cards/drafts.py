"""A file as the article that it would be, for its editor to decide on; and why it cannot be one. Pure."""

import re

from bot.desk.drafts import LARGEST, Draft
from bot.discord_ui.cards.citations import SMALL, article_of, details_line, place_of
from bot.discord_ui.cards.colours import CALM
from bot.discord_ui.cards.corpus_presses import Act, CorpusPress
from bot.discord_ui.cards.escaping import clip, isolated
from bot.discord_ui.cards.tree import Box, Button, Card, Look, Row, Rule, Text
from bot.discord_ui.words.corpus_words import DraftWords
from bot.discord_ui.words.words import Words
from bot.errors import DraftError, DraftTrouble

_SHOWN = 3  # paragraphs: enough to see that lines are paragraphs, and where the text begins
_PARAGRAPH_ROOM = 240
_NAME_ROOM = 120
_LINE_ROOM = 300
_MOST_LINES = 6


def draft_card(draft: Draft, words: Words) -> Card:
    """Return the preview: what is read of it, its first paragraphs, what to mind, and the decision."""
    said, article = words.corpus.draft, draft.article
    file = said.file.format(
        file=_file_name(draft.path.name), paragraphs=words.sources.long(len(article.paragraphs))
    )
    head = [
        f"**{article_of(draft.source, words.card)}**",
        details_line(draft.source, words.card),
        SMALL + file,
    ]
    first = [
        Text(f"{SMALL}{place_of(one.number)}\n{isolated(one.text, clip(one.text, _PARAGRAPH_ROOM))}")
        for one in article.paragraphs
        if one.text.strip()
    ][:_SHOWN]
    minded = remarks_on(draft, words)
    return Card(
        (
            Box(
                (
                    Text(f"### {said.title}"),
                    Text("\n".join(filter(None, head))),
                    Rule(),
                    *first,
                    *((Rule(), Text("\n".join(minded))) if minded else ()),
                    decisions(draft.id, said),
                ),
                CALM,
            ),
        )
    )


def remarks_on(draft: Draft, words: Words) -> list[str]:
    """Return a line for each thing that an editor should look at before publishing."""
    said, of = words.corpus.draft, len(draft.article.paragraphs)
    lines = [f"- {clip(reason_in(one, said), _LINE_ROOM)}" for one in draft.warnings]
    for name, count in draft.repeats[:_MOST_LINES]:
        article = f"`{_file_name(name)}`"
        if count == of:
            lines.append(f"- {said.same_text.format(article=article)}")
        else:
            lines.append(f"- {said.repeats.format(count=count, of=of, article=article)}")
    if draft.source.dateline is None and draft.source.details.published is None:
        lines.append(f"- {said.no_date}")
    return lines[:_MOST_LINES]


def decisions(draft_id: str, said: DraftWords, act: Act = Act.PUBLISH) -> Row:
    """Return the buttons that publish a draft and discard it."""
    label = said.publish_anyway if act is Act.ANYWAY else said.publish
    return Row(
        (
            Button(label, CorpusPress(act, draft_id), Look.STRONG if act is Act.PUBLISH else Look.QUIET),
            Button(said.discard, CorpusPress(Act.DISCARD, draft_id)),
        )
    )


def trouble_line(error: DraftError, said: DraftWords) -> str:
    """Say in one line why a file cannot become an article."""
    reason = clip(reason_in(error.detail, said).rstrip("."), _LINE_ROOM)
    line = {
        DraftTrouble.NAME: said.bad_name,
        DraftTrouble.KIND: said.bad_kind,
        DraftTrouble.TOO_LARGE: said.too_large,
        DraftTrouble.NAME_TAKEN: said.name_taken,
        DraftTrouble.UNREADABLE: said.unreadable_at if error.line else said.unreadable,
        DraftTrouble.NOT_KEPT: said.not_kept,
        DraftTrouble.GONE: said.gone,
    }[error.trouble]
    most, name = f"{LARGEST // 1_000_000} MB", _file_name(error.detail)
    return line.format(reason=reason, line=error.line, most=most, name=name)


def reason_in(reason: str, said: DraftWords) -> str:
    """Return what reading says of a file in the language of *said*; what is not translated stays English.

    A file, of which the name is shown without its folder, and the number of a line may stand before it.
    """
    file = re.match(r"([^“”:]+\.(?:md|txt)): ?(?=.)", reason, re.IGNORECASE)
    if file:
        name = file[1].rpartition("/")[2]
        return f"{name}: {reason_in(reason[file.end() :], said)}"
    line = re.match(r"(\d+): ", reason)
    if line:
        return said.at_line.format(line=line[1], text=reason_in(reason[line.end() :], said))
    for pattern, translated in said.reasons.items():
        match = re.fullmatch(pattern, reason, re.DOTALL)
        if match:
            return match.expand(translated)
    return reason


def _file_name(name: str) -> str:
    """Return a file's name as it may stand between backticks."""
    return "".join(c for c in name if c.isprintable() and c != "`")[:_NAME_ROOM]
