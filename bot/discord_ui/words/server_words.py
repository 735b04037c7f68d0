"""Which fixed words there are for those who run a server: managers, moderators, editors; as `words.Words`."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AccessWords:
    """To whoever may not do something, one line that says who may."""

    nobody: str
    managers: str
    moderators: str
    editors: str
    moderators_and_editors: str
    in_a_server: str
    other_corpus: str


@dataclass(frozen=True, slots=True)
class RulingWords:
    """What moderators decided, to those who read the answer, and to whoever reported it."""

    retracted: str
    corrected: str
    struck: str
    no_disagreement: str
    instead: str
    also: str
    note: str  # {note}
    ask: str  # {whom}
    moderators: str  # whom to ask where no role is named
    told_upheld: str  # {report}, {server}: to whoever reported, as the next ones
    told_corrected: str
    told_retracted: str
    told_ignored: str


@dataclass(frozen=True, slots=True)
class ReviewWords:
    """To moderators: cards, forms and lists."""

    title: str  # {report}
    answer_title: str  # {answer}
    given: str  # {place}, {time}
    privately: str
    gone: str
    to_answer: str
    says: str  # {text}
    further: str  # {count} quotes
    uphold: str  # on buttons, as the next ones
    correct: str
    retract: str
    ignore: str
    view: str
    upheld_by: str  # {moderator}, {time}: as the next ones
    corrected_by: str
    retracted_by: str
    ignored_by: str
    somebody: str
    first: str  # {line}: one of the four before
    form_uphold: str  # titles of forms, at most 45 characters
    form_retract: str
    form_ignore: str
    form_correct: str
    form_search: str
    what: str  # labels in forms, at most 45 characters
    in_place_of: str
    no_dispute: str  # {first}, {second}: versions; at most 100 characters together
    note: str
    note_hint: str
    words: str
    done: str  # {line}
    message_gone: str
    choose: str  # {question}
    choose_hint: str
    found_none: str
    search: str
    sentences: str
    sentences_about: str
    sentences_hint: str
    preview: str
    use: str
    back: str
    queue: str  # {count}
    queue_empty: str
    queue_hint: str
    queue_entry: str  # {report}, {category}, {time}
    more: str  # {count}
    results: str  # {words}
    results_none: str  # {words}
    results_hint: str
    stats: str
    stats_lines: str  # {questions}, {answered}, {disputed}, {unsaid}, {reports}, {waiting}, {upheld}, …
    gaps: str
    gaps_none: str
    gap: str  # {question}, {asked}, {people}
    unknown: str


@dataclass(frozen=True, slots=True)
class SetupWords:
    """The panel of `/setup`; what stands in a list has at most 100 characters."""

    title: str
    intro: str
    channels: str
    channels_about: str
    all_channels: str
    visibility: str
    visibility_about: str
    public: str
    private: str
    review: str
    review_about: str
    no_channel: str
    moderators: str
    moderators_about: str
    editors: str
    editors_about: str
    no_role: str
    days: str
    days_about: str
    day_one: str
    day_count: str  # {count}
    usual_days: str  # {days}: as `counted` says them
    lacking: str  # {channel}, {permissions}
    permissions: Mapping[
        str, str
    ]  # as Discord itself calls them, by their names in its interface for programs

    def counted(self, days: int) -> str:
        """Say how many days."""
        return self.day_one if days == 1 else self.day_count.format(count=days)
