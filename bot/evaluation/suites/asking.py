"""Builds a suite's indexes, asks its questions and keeps what came of each."""

from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from bot.answering.questions.question import Question
from bot.answering.reader.protocol import Excerpt, Reader, Reading
from bot.answering.service import AnswerService
from bot.errors import CrossciteError, EvaluationDataError
from bot.evaluation.suites.cases import Asked, Case
from bot.evaluation.suites.narrowing import NarrowedIndex
from bot.evaluation.suites.passages import write_articles
from bot.settings import Settings
from index.errors import ArticleIndexError
from index.wiring import build_index

Opened = Callable[[Settings], AnswerService]
Tell = Callable[[str], None]

_TOLD_EVERY = 25


class OverheardReader:
    """A `Reader` that keeps what the one behind it said last."""

    def __init__(self, reader: Reader) -> None:
        self.name = reader.name
        self._reader = reader
        self.readings: list[Reading] = []

    def read(self, question: Question, excerpts: Sequence[Excerpt]) -> list[Reading]:
        """Read as the one behind does."""
        found = self._reader.read(question, excerpts)
        self.readings.extend(found)
        return found


def ask_cases(
    name: str,
    every: Sequence[Case],
    asked: Collection[str],
    settings: Settings,
    opened: Opened,
    *,
    own: bool,
    tell: Tell,
) -> Iterator[Asked]:
    """Put the cases whose ids are in *asked* to the indexes over the articles of *every* case.

    An index is kept in the settings' ``eval_indexes``; only passages that are new are embedded. With *own* a
    question finds nothing but its own articles.

    Raises:
        EvaluationDataError: an index cannot be built.
    """
    done, total = 0, sum(case.id in asked for case in every)
    for index in dict.fromkeys(case.index for case in every):
        cases = [case for case in every if case.index == index]
        if not any(case.id in asked for case in cases):
            continue
        service = opened(_indexed(f"{name}-{index}", cases, settings, tell))
        narrowed = NarrowedIndex(service.index)
        reader = OverheardReader(service.reader)
        service.index, service.reader = narrowed, reader
        for case in cases:
            if case.id not in asked:
                continue
            narrowed.allowed = case.own if own else None
            yield _asked(service, reader, case)
            done += 1
            if done % _TOLD_EVERY == 0:
                tell(f"{name}: {done:,} of {total:,} asked …")
        narrowed.close()


def _indexed(name: str, cases: Sequence[Case], settings: Settings, tell: Tell) -> Settings:
    """Build the index over the articles of *cases*, and return the settings that open it."""
    folder: Path = settings.eval_indexes / name
    articles = {article.id: article for case in cases for article in case.articles}
    places = {"corpus": folder / "articles", "directory": folder / "index", "keep_days": 0}
    try:
        write_articles(folder / "articles", articles)
        index = settings.index.model_copy(update=places)
        report = build_index(index)
    except ArticleIndexError as error:
        raise EvaluationDataError(f"{name}: {error.user_message}") from error
    except OSError as error:
        raise EvaluationDataError(
            f"{name}: {folder} cannot be written: {error.strerror or error}."
        ) from error
    for line in report.errors:
        tell(line)
    tell(
        f"{name}: {len(articles):,} passages, {report.paragraphs:,} paragraphs, {report.embedded:,} embedded."
    )
    return settings.model_copy(update={"index": index})


def _asked(service: AnswerService, reader: OverheardReader, case: Case) -> Asked:
    reader.readings = []
    try:
        considered = service.consider(case.question)
    except (CrossciteError, ArticleIndexError) as error:
        return Asked(case, None, readings=tuple(reader.readings), error=error.user_message)
    except Exception as error:  # noqa: BLE001 - one row that fails must not lose an hour's others; it is counted
        return Asked(case, None, readings=tuple(reader.readings), error=f"{type(error).__name__}: {error}")
    return Asked(case, considered.answer, considered.passages, tuple(reader.readings))
