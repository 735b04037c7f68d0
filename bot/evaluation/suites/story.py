"""The story that the project ships: its table of dates worked out by hand, and what must not be called a dispute.

``story.jsonl`` beside the corpus's articles holds the table, a row a line, with values, relation and remarks;
``questions.jsonl`` adds the questions that the articles answer alike.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from bot.answering.answers import Answer, Outcome
from bot.errors import EvaluationDataError
from bot.evaluation.data import Row
from bot.evaluation.questions_file import ExpectedAnswer, read_questions
from bot.evaluation.rates import Measure, Share
from bot.evaluation.scoring import score
from bot.evaluation.suites.cases import Case, Judged, Suite, Verdict, is_disputed
from bot.evaluation.suites.outcomes import marked
from bot.evaluation.suites.passages import PassageArticle
from bot.settings import Settings

_TABLE, _AGREED = "table", "agreed"
_SUFFIXES = (".md", ".txt")


def read(settings: Settings) -> list[Row]:
    """Read the table and the agreed questions of the corpus, with its articles.

    Raises:
        EvaluationDataError: an article cannot be read.
        QuestionError: one of the files cannot be read.
    """
    corpus = settings.index.corpus
    articles = _articles(corpus / "articles")
    found = [(_TABLE, expected) for expected in read_questions(corpus / "story.jsonl")]
    found += [
        (_AGREED, expected)
        for expected in read_questions(corpus / "questions.jsonl")
        if expected.outcome is Outcome.ANSWERED
    ]
    return [
        {"id": f"{part}:{number}", "part": part, "expected": expected.model_dump_json(), "articles": articles}
        for number, (part, expected) in enumerate(found, start=1)
    ]


def cases(rows: Sequence[Row]) -> list[Case]:
    """Return one case a row; all articles are every question's own."""
    return [
        Case(row["id"], _expected(row).question, _expected(row).outcome.value, row["articles"], row)
        for row in rows
    ]


def judge(case: Case, answer: Answer) -> Verdict:
    """Judge a row of the table by all that it says, an agreed question by the mark alone."""
    is_marked = is_disputed(answer)
    faults = score(_expected(case.row), answer).faults if case.row["part"] == _TABLE else ()
    right = not faults if case.row["part"] == _TABLE else not is_marked
    return Verdict(answer.outcome.value, right, {"marked": is_marked} | dict.fromkeys(faults, True))


def rates(judged: Sequence[Judged]) -> list[Measure]:
    """Return how many rows are right, and how many agreed ones are marked."""
    table = [one for one in judged if one.asked.case.row["part"] == _TABLE]
    agreed = [one for one in judged if one.expected == Outcome.ANSWERED.value]
    right = sum(one.verdict.right for one in table)
    return [
        Share("rows of the table right", right, len(table), floor=1, goal=1),
        marked("agreed rows marked", agreed, floor=0, goal=0, at_most=True),
    ]


def _expected(row: Row) -> ExpectedAnswer:
    return ExpectedAnswer.model_validate(json.loads(row["expected"]))


def _articles(folder: Path) -> tuple[PassageArticle, ...]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES)
        return tuple(PassageArticle(path.stem, path.read_bytes(), path.suffix) for path in paths)
    except OSError as error:
        raise EvaluationDataError(
            f"Cannot read the articles in {folder}: {error.strerror or error}."
        ) from error


STORY = Suite(name="story", read=read, cases=cases, judge=judge, rates=rates)
