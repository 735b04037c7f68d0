"""A rebuild under way, and how it ended; what the index is. Pure."""

from collections.abc import Iterable
from datetime import datetime

from bot.desk.builds import BuildRecord, State
from bot.desk.rebuilding import Job
from bot.discord_ui.cards.citations import BETWEEN, SMALL
from bot.discord_ui.cards.colours import CALM, QUIET
from bot.discord_ui.cards.corpus_presses import NO_DRAFT, Act, CorpusPress
from bot.discord_ui.cards.drafts import decisions, reason_in
from bot.discord_ui.cards.escaping import clip
from bot.discord_ui.cards.tree import Box, Button, Card, Look, Row, Rule, Text
from bot.discord_ui.words.words import Words
from index.wiring import IndexStatus

_TITLE_ROOM = 160
_LINE_ROOM = 240
_MOST_LINES = 8


def progress_card(job: Job, record: BuildRecord, words: Words) -> Card:
    """Return how far a rebuild is."""
    said = words.corpus.rebuild
    title = said.adding.format(article=clip(job.label, _TITLE_ROOM)) if job.draft else said.rebuilding
    step = said.steps.get(record.step, said.steps[""])
    counted = said.count.format(done=record.done, total=record.total) if record.total > 1 else ""
    lines = [f"### {title}", BETWEEN.join(filter(None, [step, counted])), f"{SMALL}{said.meanwhile}"]
    return Card((Box((Text("\n".join(lines)),), CALM),))


def ended_card(job: Job, record: BuildRecord, articles: int, words: Words) -> Card:
    """Return how a rebuild ended, with what can be done then; *articles* are those of the index in use."""
    match record.state:
        case State.DONE:
            return _done(job, record, articles, words)
        case State.REFUSED:
            return _refused(job, record, words)
        case _:
            return _failed(job, record, words)


def status_card(status: IndexStatus, running: Job | None, words: Words) -> Card:
    """Return what the index is and holds, what was left out of it, and whether it is being rebuilt."""
    said, counted = words.corpus.status, words.sources
    holds = said.holds.format(
        articles=counted.counted(status.articles), paragraphs=counted.long(status.paragraphs)
    )
    lines = [
        f"### {said.title}",
        holds,
        said.newer if status.corpus_is_newer else said.current,
        said.running.format(since=_moment(running.started)) if running else said.idle,
    ]
    refused = [f"{file}: {reason_in(reason, words.corpus.draft)}" for file, reason in status.refused.items()]
    parts = [Text("\n".join(lines)), *_listed(words.corpus.rebuild.left_out, refused)]
    version = said.version.format(version=status.version, built=_moment(status.created))
    return Card((Box((*parts, Text(f"{SMALL}{version}")), CALM),))


def failure_line(record: BuildRecord, words: Words) -> str:
    """Say why a build failed; the cause as far as there are words for it, without the folders of the machine."""
    said = words.corpus.rebuild
    cause = next((said.causes[name] for name in record.causes if name in said.causes), None)
    if cause is None:
        return said.failed.format(reason=clip(record.message, _LINE_ROOM))
    detail = clip(reason_in(record.detail, words.corpus.draft).rstrip("."), _LINE_ROOM)
    return said.failed.format(reason=cause.format(detail=detail))


def undone_card(status: IndexStatus, words: Words) -> Card:
    """Return that the version before is in use again, and what that means for the files."""
    said = words.corpus
    lines = [f"### {said.status.undone}", _now(status.articles, status.version, words)]
    if status.corpus_is_newer:
        lines.append(said.status.undone_files)
    return Card((Box((Text("\n".join(lines)),), CALM),))


def _done(job: Job, record: BuildRecord, articles: int, words: Words) -> Card:
    said = words.corpus.rebuild
    new = record.added or record.changed or record.removed
    if job.draft:
        title = said.added.format(article=clip(job.label, _TITLE_ROOM))
    else:
        title = said.rebuilt if new else said.nothing_new
    lines = [f"### {title}"] if new or job.draft else [title]
    lines.append(_now(articles, record.version, words))
    if record.asked and not record.remarks:
        lines.append(said.checked_one if record.asked == 1 else said.checked.format(count=record.asked))
    parts = [
        Text("\n".join(lines)),
        *_listed(said.moved, record.remarks),
        *_listed(said.left_out, [reason_in(line, words.corpus.draft) for line in record.lines]),
    ]
    return Card((Box(tuple(parts), CALM),))


def _refused(job: Job, record: BuildRecord, words: Words) -> Card:
    said = words.corpus.rebuild
    title = said.refused_draft if job.draft else said.refused
    reasons = [reason_in(reason, words.corpus.draft) for reason in record.reasons]
    parts: tuple[Text | Rule | Row, ...] = (
        *_listed(title, reasons, heading="### "),
        Text(f"{SMALL}{said.unchanged}"),
        _again(job, words, Act.ANYWAY),
    )
    return Card((Box(parts, QUIET),))


def _failed(job: Job, record: BuildRecord, words: Words) -> Card:
    said = words.corpus.rebuild
    what = failure_line(record, words) if record.message else said.stopped
    text = Text(f"{what}\n{SMALL}{said.unchanged}")
    return Card((Box((text, _again(job, words, Act.PUBLISH)), QUIET),))


def _again(job: Job, words: Words, act: Act) -> Row:
    said = words.corpus.draft
    if job.draft and act is Act.ANYWAY:
        return decisions(job.draft, said, act)
    label = said.rebuild_anyway if act is Act.ANYWAY else said.again
    retry = Button(label, CorpusPress(act, job.draft or NO_DRAFT), Look.QUIET)
    return Row((retry, Button(said.discard, CorpusPress(Act.DISCARD, job.draft))) if job.draft else (retry,))


def _now(articles: int, version: str, words: Words) -> str:
    counted = words.sources.counted(articles)
    return words.corpus.rebuild.now.format(articles=counted, version=f"`{version}`")


def _listed(title: str, lines: Iterable[str], heading: str = "") -> list[Text]:
    """Return a list under a title, none where it is empty; its lines are not ours, so they are escaped."""
    shown = [f"- {clip(line, _LINE_ROOM)}" for line in lines]
    if len(shown) > _MOST_LINES:
        shown[_MOST_LINES - 1 :] = ["- …"]
    titled = f"{heading}{title}" if heading else f"**{title}**"
    return [Text("\n".join([titled, *shown]))] if shown else []


def _moment(at: datetime) -> str:
    """Return a moment as Discord shows it to each reader in their own time."""
    return f"<t:{int(at.timestamp())}:R>"
