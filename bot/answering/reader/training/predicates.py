"""Questions that turn on the verb, made from role annotations: who did what, when and where, in one sentence.

QA-SRL asks with placeholders ("When will someone meet someone?"). Filled with the answers of the same verb's other
questions they read as people ask ("When will the minister meet his colleague?"). News sentences hold several verbs
and several dates, and the wrong one is the commonest mistake; so a verb without a date of its own, in a sentence
where another has one, is asked about too, and is not answered.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.answering.reader.training.rows import QuestionRow

_PLACEHOLDERS = frozenset({"someone", "something", "somewhere"})
_AUXILIARIES = frozenset(
    "is are was were am be been being has have had will would can could should may might must does do did "
    "isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't shouldn't doesn't don't "
    "didn't".split()
)
_VAGUE = frozenset(
    "i he she it they we you him her them us me who which that this these those his its their".split()
)
_ADVERBIAL = frozenset({"when", "where", "why", "how"})
_UNANSWERED = ("when", "where")
_LONGEST = 7  # words of a filler: longer ones make questions that nobody asks
_UNFIT = re.compile(r"[.;:\"?]")


@dataclass(frozen=True, slots=True)
class _Form:
    """A template question: its wh-word, auxiliary, subject placeholder (None if the wh-word is the subject), rest."""

    wh: str
    auxiliary: str
    subject: str | None
    rest: tuple[str, ...]

    @property
    def asks_for_object(self) -> bool:
        """Whether the answer is what the verb alone is done to: "Who will someone meet?"."""
        return self.subject is not None and self.wh in {"who", "what"} and len(self.rest) == 1


def predicate_rows(rows: Iterable[QuestionRow]) -> list[QuestionRow]:
    """Return questions made from template rows that share a context and a predicate (`QuestionRow.group`)."""
    groups: defaultdict[tuple[str, str], list[QuestionRow]] = defaultdict(list)
    for row in rows:
        groups[row.context, row.group].append(row)
    asked = {
        wh: {context for (context, _), members in groups.items() if any(_wh(row) == wh for row in members)}
        for wh in _UNANSWERED
    }
    found: list[QuestionRow] = []
    for (context, _), members in groups.items():
        found += _filled(members, [wh for wh in _UNANSWERED if context in asked[wh]])
    return found


def _filled(members: Sequence[QuestionRow], elsewhere: Sequence[str]) -> list[QuestionRow]:
    """Return the questions of one predicate; *elsewhere*: what the context tells of this or another predicate."""
    forms = [(row, form) for row in members if (form := _form(row.question)) is not None]
    fillers = {
        "subject": _filler(row for row, form in forms if form.subject is None),
        "object": _filler(
            row for row, form in forms if form.asks_for_object and not _PLACEHOLDERS & set(form.rest)
        ),
    }
    made: dict[str, QuestionRow] = {}
    for row, form in forms:
        question = _question(form, form.wh, fillers)
        if question is not None and row.answer is not None:
            answered = QuestionRow(question, row.context, row.answer, row.wordings, "", "", row.document)
            made.setdefault(question, answered)
    for wh in elsewhere:
        if any(form.wh == wh for _, form in forms):
            continue
        for row, form in forms:
            question = _question(form, wh, fillers) if form.wh in {*_ADVERBIAL, "what"} else None
            if question is not None and (form.wh != "what" or len(form.rest) == 1):
                unanswered = QuestionRow(question, row.context, None, (), "", "", row.document)
                made.setdefault(question, unanswered)
                break
    # Nearly half would ask "what": most of those are as good as any other question set's.
    return [row for place, row in enumerate(made.values()) if _wh(row) != "what" or place % 3 == 0]


def _question(form: _Form, wh: str, fillers: Mapping[str, str | None]) -> str | None:
    """Return *form* asked with *wh*, its placeholders filled; None if one of them cannot be."""
    if form.subject is None:
        return None
    words = [wh.capitalize(), form.auxiliary]
    for place, word in enumerate((form.subject, *form.rest)):
        if word not in _PLACEHOLDERS:
            words.append(word)
            continue
        filler = fillers["subject" if place == 0 else "object"]
        if filler is None or word == "somewhere":
            return None
        words.append(filler)
        if place:
            fillers = {**fillers, "object": None}
    return " ".join(words) + "?"


def _form(question: str) -> _Form | None:
    words = question.rstrip("? ").split()
    if len(words) < 3:
        return None
    wh, auxiliary, third = (word.lower() for word in words[:3])
    if auxiliary in _AUXILIARIES and third in _PLACEHOLDERS:
        rest = tuple(word.lower() for word in words[3:])
        return _Form(wh, auxiliary, third, rest) if rest else None
    if wh not in {"who", "what"}:
        return None
    if auxiliary in _AUXILIARIES:
        return _Form(wh, auxiliary, None, tuple(words[2:]))
    return _Form(wh, "", None, tuple(words[1:]))


def _filler(rows: Iterable[QuestionRow]) -> str | None:
    """Return the longest short wording among the rows' answers that says whom it means."""
    wordings = {wording.strip(" ,.;:\"'") for row in rows for wording in row.wordings}
    plain = [
        wording
        for wording in wordings
        if wording
        and wording.lower() not in _VAGUE
        and len(wording.split()) <= _LONGEST
        and not _UNFIT.search(wording)
    ]
    return max(plain, key=lambda wording: (len(wording.split()), wording), default=None)


def _wh(row: QuestionRow) -> str:
    return row.question.split(maxsplit=1)[0].lower()
