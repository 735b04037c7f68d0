"""Invented news stories, written for training: several articles of one story, and which of their paragraphs answer.

No public reading set has what the reader meets here: paragraphs of one story, most of which speak of what is asked and
do not say it. ``stories/NAME.json`` holds one story, as a pretty-printed object:

    {"articles": [{"id", "outlet", "date", "title", "paragraphs": [text, ...]}, ...],
     "questions": [{"question", "kind", "answers": [[article id, paragraph from 1, words], ...]}, ...]}

``kind`` is "short", "sentences" (why, how, what somebody said), "yes", "no" or "absent"; of "yes" and "no" the words of
an answer are whole sentences, and a fourth element says which of the two they say. A paragraph that is not among the
answers of a question does not answer it. None of them is a story that the tests ask about.

A ``dossier-NAME.json`` is of the same form: pages of the web on things that are easily taken for each other (editions of
one race, a film and its remake, the doses for adults and for children), of which a question means one.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.answering.questions.statements import statement_of
from bot.answering.reader.model.verifying import premise_at
from bot.answering.reader.training.negatives import WrongPassages
from bot.answering.reader.training.polarity import polarity_pairs
from bot.answering.reader.training.rows import PairRow, QuestionRow
from index.splitting import sentence_spans

STORIES = Path(__file__).with_name("stories")

_SILENT = 6  # paragraphs that a question which none answers is asked of
_OPEN = 4  # sentences that leave a yes/no question open, of the paragraphs that do not answer it
# A sentence may well deny what nothing explains ("Why did she resign?").
_TAKEN_FOR_GRANTED = re.compile(r"\W*(?:why|how)\b", re.IGNORECASE)


class StoryError(ValueError):
    """A story is not of this form."""


Answer = tuple[str, int, str] | tuple[str, int, str, Literal["yes", "no"]]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class StoryArticle(_Part):
    """One article; paragraphs are counted from 1."""

    id: str
    outlet: str
    date: str
    title: str
    paragraphs: tuple[str, ...] = Field(min_length=1)


class StoryQuestion(_Part):
    """A question with every paragraph that answers it, and the words that do."""

    question: str
    kind: Literal["short", "sentences", "yes", "no", "absent"]
    answers: tuple[Answer, ...]


class Place(NamedTuple):
    """Words that answer: the paragraph that they stand in, where they begin, and what they say to a yes/no question."""

    paragraph: str
    start: int
    words: str
    affirms: bool | None


class Story(_Part):
    """What several articles say about one thing that happened, and what is asked about it."""

    articles: tuple[StoryArticle, ...] = Field(min_length=2)
    questions: tuple[StoryQuestion, ...]


def read_stories(folder: Path = STORIES) -> list[Story]:
    """Read every story of *folder*, by name.

    Raises:
        OSError: there is no such folder, or a file cannot be read.
        StoryError: a file is not of the form above, or a question's words do not stand where it says.
    """
    stories = []
    for path in sorted(folder.iterdir()):
        if path.suffix == ".json":
            try:
                story = Story.model_validate(json.loads(path.read_text(encoding="utf-8")))
                for question in story.questions:
                    _places(story, question)
            except (ValidationError, ValueError) as error:
                raise StoryError(f"{path} is no story: {error}") from error
            stories.append(story)
    return stories


class StoryRows:
    """The questions of *stories* as rows: of each paragraph that answers, and of near ones where none does.

    ``group`` of a row is the kind of its question, ``document`` tells the questions apart. ``polarity`` are what sentences
    say of the statement of a yes/no question: those that settle it, and near ones of other paragraphs, which leave it
    open; behind other pairs of that kind, if any are given.
    """

    def __init__(self, stories: Iterable[Story], polarity: Iterable[PairRow] = ()) -> None:
        self.answered: list[QuestionRow] = []
        self.silent: list[QuestionRow] = []
        self.polarity = [*polarity]
        self._near: dict[str, list[str]] = {}
        numbers = count()
        for story in stories:
            titles = {text: one.title for one in story.articles for text in one.paragraphs}
            asked = [QuestionRow(question.question, "", None, (), "") for question in story.questions]
            near = WrongPassages([*titles]).nearest(asked, len(titles))
            for question, nearest in zip(story.questions, near, strict=True):
                self._add(question, _places(story, question), titles, nearest, str(next(numbers)))
            self.polarity += _polarity(story, titles)

    def nearest(self, rows: Sequence[QuestionRow]) -> list[list[str]]:
        """Return the paragraphs of each row's story that do not answer, those first that share most words with it."""
        return [self._near[row.document] for row in rows]

    def _add(
        self,
        question: StoryQuestion,
        places: Sequence[Place],
        titles: Mapping[str, str],
        nearest: Sequence[str],
        number: str,
    ) -> None:
        wordings = tuple(sorted({place.words for place in places}))

        def row(text: str, answer: tuple[int, int] | None) -> QuestionRow:
            return QuestionRow(
                question.question, text, answer, wordings, titles.get(text, ""), question.kind, number
            )

        answering = {place.paragraph for place in places}
        self._near[number] = [text for text in nearest if text not in answering]
        self.answered += [row(one.paragraph, (one.start, one.start + len(one.words))) for one in places]
        if not places:
            self.silent += [row(text, None) for text in self._near[number][:_SILENT]]


def _polarity(story: Story, paragraphs: Iterable[str]) -> Iterator[PairRow]:
    """Yield what sentences say of the statements of a story's yes/no questions, and of the denials of these.

    Of each question those that settle it, and of other *paragraphs* those that share most words with it: they leave it open.
    """
    statements = {one: statement for one in story.questions if (statement := _statement(one))}
    sentences = _sentences(paragraphs)
    asked = [QuestionRow(one.question, "", None, (), "") for one in statements]
    near = WrongPassages([*sentences]).nearest(asked, len(sentences)) if asked else []
    for (question, statement), nearest in zip(statements.items(), near, strict=True):
        places = _places(story, question)
        for place in places:
            first, last = premise_at(place.paragraph, place.start, place.start + len(place.words))
            yield from polarity_pairs(
                place.paragraph[first:last], statement, "yes" if place.affirms else "no"
            )
        answering = {place.paragraph for place in places}
        silent = [found for one in nearest if (found := sentences[one])[0] not in answering]
        for number, (paragraph, start, end) in enumerate(silent[:_OPEN]):
            first, last = premise_at(paragraph, start, end)
            both = [*polarity_pairs(paragraph[first:last], statement, "open")]
            yield both[number % len(both)]


def _statement(question: StoryQuestion) -> str | None:
    """Return the statement of a question that yes or no would answer; None for any other."""
    if question.kind in {"short", "sentences"} or _TAKEN_FOR_GRANTED.match(question.question):
        return None
    return statement_of(question.question)


def _sentences(paragraphs: Iterable[str]) -> dict[str, tuple[str, int, int]]:
    """Return each sentence of *paragraphs*, with the paragraph that it stands in, its start and end there."""
    return {text[start:end]: (text, start, end) for text in paragraphs for start, end in sentence_spans(text)}


def _places(story: Story, question: StoryQuestion) -> list[Place]:
    """Return where the answers stand.

    Raises:
        ValueError: they do not, or do not fit the question's kind.
    """
    if (question.kind == "absent") is bool(question.answers):
        raise ValueError(f"{question.question!r} is {question.kind} and has {len(question.answers)} answers.")
    articles = {one.id: one for one in story.articles}
    found = []
    for name, number, words, *says in question.answers:
        if bool(says) is not (question.kind in {"yes", "no"}):
            raise ValueError(f"{question.question!r}: only what answers a yes/no question says yes or no.")
        paragraphs = articles[name].paragraphs if name in articles else ()
        text = paragraphs[number - 1] if 0 < number <= len(paragraphs) else ""
        if not words or (start := text.find(words)) < 0:
            raise ValueError(f"{question.question!r}: paragraph {number} of {name!r} does not say {words!r}.")
        found.append(Place(text, start, words, says[0] == "yes" if says else None))
    return found
