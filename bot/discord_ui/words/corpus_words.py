"""Which words editors see while they add articles and rebuild the index."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DraftWords:
    """A file on its way to becoming an article. Buttons have at most 80 characters."""

    title: str
    file: str  # {file}, {paragraphs}: as `SourcesWords.long` says it
    no_date: str
    same_text: str  # {article}: all of it stands there
    repeats: str  # {count}, {of}, {article}
    at_line: str  # {line}, {text}
    publish: str
    publish_anyway: str
    rebuild_anyway: str
    again: str
    discard: str
    discarded: str
    published: str
    bad_name: str
    bad_kind: str
    too_large: str  # {most}
    name_taken: str  # {name}
    unreadable: str  # {reason}
    unreadable_at: str  # {reason}, {line}
    not_kept: str  # {reason}
    gone: str
    reasons: Mapping[
        str, str
    ]  # what is wrong with a file: in English as it is, else translated; patterns as keys


@dataclass(frozen=True, slots=True)
class RebuildWords:
    """A rebuild under way, and how it ended."""

    adding: str  # {article}
    rebuilding: str
    steps: Mapping[str, str]  # by the step of the build; "" stands for all others
    count: str  # {done}, {total}
    meanwhile: str
    added: str  # {article}
    rebuilt: str
    nothing_new: str
    now: str  # {articles}: as `SourcesWords.counted` says it, {version}
    checked: str  # {count}
    checked_one: str
    left_out: str
    moved: str
    refused: str
    refused_draft: str
    failed: str  # {reason}
    causes: Mapping[
        str, str
    ]  # {detail}; why it failed, by an error's name; others are told as the build tells them
    stopped: str
    busy: str  # {since}: a time stamp
    unchanged: str


@dataclass(frozen=True, slots=True)
class StatusWords:
    """`/corpus status` and `/corpus undo`."""

    title: str
    version: str  # {version}, {built}: a time stamp
    holds: str  # {articles}, {paragraphs}
    newer: str
    current: str
    running: str  # {since}: a time stamp
    idle: str
    undone: str
    undone_files: str
    no_earlier: str
    building: str


@dataclass(frozen=True, slots=True)
class ChangesWords:
    """What a new index changed, told to the editors."""

    title: str
    added: str  # {articles}
    changed: str
    removed: str
    none: str
    answers: str
    no_answers: str
    gaps: str
    asked_once: str
    asked: str  # {times}
    more: str  # {count}
    looked_at: str  # {count}, {of}
    outcomes: Mapping[str, str]
    other_quotes: str


@dataclass(frozen=True, slots=True)
class CorpusWords:
    """All of `/corpus`."""

    draft: DraftWords
    rebuild: RebuildWords
    status: StatusWords
    changes: ChangesWords
