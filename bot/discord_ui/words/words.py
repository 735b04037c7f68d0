"""Which fixed words there are: the fields of one frozen record, so that a language can leave none out.

Words in braces are filled in with ``str.format``; a test holds that every language names the same ones.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.discord_ui.words.corpus_words import CorpusWords
from bot.discord_ui.words.server_words import AccessWords, ReviewWords, RulingWords, SetupWords
from bot.presentation.wording import Wording


@dataclass(frozen=True, slots=True)
class ButtonWords:
    """On buttons, at most 80 characters each."""

    in_context: str
    in_context_of: str  # {citation}: where a version has several quotes
    sources: str
    why: str
    report: str
    thread: str
    previous: str
    next: str
    page: str  # {page}, {pages}


@dataclass(frozen=True, slots=True)
class CardWords:
    """Beside the words of the answer itself."""

    continued: str  # {reports}: where an earlier page shows a version's first quotes
    cut: str
    gap_noted: str
    not_stated: str
    paragraphs: str  # {numbers}
    published: str  # {year}, {month}: one of `months`, {day}
    months: tuple[str, ...]
    read_article: str  # the text of a link, where an article's own title cannot be one
    answer_number: str  # {number}


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The modal and what comes of it; labels at most 45 characters."""

    title: str
    category: str
    wrong_quote: str
    wrong_source: str
    not_a_disagreement: str
    missed_disagreement: str
    other: str
    text: str
    text_hint: str  # at most 100 characters
    thanks: str  # {number} of the report


@dataclass(frozen=True, slots=True)
class AskingWords:
    """While somebody asks."""

    in_line: str  # {place}, {seconds}
    whole_question: str
    cooldown: str  # {seconds}
    server_cooldown: str  # {seconds}
    acting_cooldown: str  # {seconds}; for commands and presses
    server_acting_cooldown: str  # {seconds}
    too_many: str  # {seconds}
    empty: str
    too_long: str  # {length}, {most}
    nothing_to_ask: str  # the message of the menu has no text
    other_channel: str  # {channels}
    between: str  # channels that are listed
    thread_name: str  # {question}: at most 100 characters together
    thread_opened: str  # {thread}
    no_thread: str
    shutting_down: str
    restarted: str


@dataclass(frozen=True, slots=True)
class TroubleWords:
    """When something cannot be done; each says what to do, if there is anything."""

    failed: str  # {incident}
    log_unavailable: str  # to whoever asked
    log_away: str  # to whoever does anything else
    no_index: str
    answer_gone: str  # words that the answer needs were taken down
    unknown_answer: str
    damaged: str
    no_fit: str  # a ruling, to the answer or to the articles of today


@dataclass(frozen=True, slots=True)
class SourcesWords:
    """`/sources`."""

    title: str
    count_one: str
    count: str  # {count}
    length_one: str
    length: str  # {count} paragraphs
    none: str
    unknown: str  # {name}

    def counted(self, articles: int) -> str:
        """Say how many articles there are."""
        return self.count_one if articles == 1 else self.count.format(count=articles)

    def long(self, paragraphs: int) -> str:
        """Say how many paragraphs an article has."""
        return self.length_one if paragraphs == 1 else self.length.format(count=paragraphs)


@dataclass(frozen=True, slots=True)
class AboutWords:
    """`/about`: Markdown of our own."""

    title: str
    does: str
    keeps: str  # {days}
    version: str  # {version}, {articles}: as `SourcesWords.count` counts, {index}


@dataclass(frozen=True, slots=True)
class PrivacyWords:
    """`/privacy`."""

    title: str
    kept: str  # {questions}, {reports}, {days}
    decisions: str  # {decisions}: of a moderator or a manager
    nothing_kept: str
    exported: str
    confirm: str
    confirm_button: str
    cancel_button: str
    cancelled: str
    deleted_one: str
    deleted: str  # {count}
    posts_stay: str

    def erased(self, entries: int) -> str:
        """Say how many entries lost their words."""
        return self.deleted_one if entries == 1 else self.deleted.format(count=entries)


@dataclass(frozen=True, slots=True)
class Words:
    """All fixed words of one language.

    ``commands`` are names and descriptions of commands and their options, by the key that the command tree
    gives them, such as ``ask``, ``ask.description`` or ``ask.question.description``.
    """

    answer: Wording
    buttons: ButtonWords
    card: CardWords
    report: ReportWords
    asking: AskingWords
    trouble: TroubleWords
    access: AccessWords
    ruling: RulingWords
    review: ReviewWords
    setup: SetupWords
    sources: SourcesWords
    about: AboutWords
    privacy: PrivacyWords
    corpus: CorpusWords
    commands: Mapping[str, str]
