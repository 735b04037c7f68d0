"""What a suite is made of: a question with the articles it was written for, and how its answer is judged."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.answering.answers import Answer, Version
from bot.answering.reader.model.protocol import EntailmentModel
from bot.answering.reader.protocol import Reading
from bot.errors import EvaluationDataError
from bot.evaluation.data import Row, evaluation_file, rows
from bot.evaluation.rates import Measure
from bot.evaluation.suites.passages import PassageArticle, as_article
from bot.settings import Settings
from index.retrieval.passages import Passage

FAILED = "failed"  # what "got" is where the question could not be answered at all


@dataclass(frozen=True, slots=True)
class Case:
    """One question; ``articles`` are its own, ``index`` names the index it is put to, ``row`` is the data's.

    An empty question is not asked; its articles are in the index all the same.
    """

    id: str
    question: str
    expected: str
    articles: tuple[PassageArticle, ...]
    row: Row
    index: str = "all"

    @property
    def own(self) -> frozenset[str]:
        """The ids of its own articles."""
        return frozenset(article.id for article in self.articles)


@dataclass(frozen=True, slots=True)
class Asked:
    """A case with what came of it: an answer and what it came from, or the ``error``, a sentence."""

    case: Case
    answer: Answer | None
    passages: Sequence[Passage] = ()
    readings: Sequence[Reading] = ()
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a case got, in the words of its labels, and whether that is right; ``facts`` are counted in rates."""

    got: str
    right: bool
    facts: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """A case beside its verdict."""

    asked: Asked
    verdict: Verdict

    @property
    def expected(self) -> str:
        """What should have come."""
        return self.asked.case.expected

    def is_so(self, fact: str) -> bool:
        """Whether the verdict says so; what failed says nothing."""
        return self.verdict.facts.get(fact, False)


@dataclass(frozen=True, slots=True)
class Suite:
    """A data set as questions.

    ``read`` reads its rows, ``cases`` makes questions of them, ``judge`` holds an answer against a case,
    ``rates`` sums up; ``beside`` measures what needs no question.
    """

    name: str
    read: Callable[[Settings], Sequence[Row]]
    cases: Callable[[Sequence[Row]], list[Case]]
    judge: Callable[[Case, Answer], Verdict]
    rates: Callable[[Sequence[Judged]], list[Measure]]
    beside: Callable[[EntailmentModel, Sequence[Row]], list[Measure]] | None = None


def read_from(file: str, *fields: str) -> Callable[[Settings], Sequence[Row]]:
    """Return what reads a file of the evaluation data, every row with *fields*.

    Raises:
        EvaluationDataError: (when called) it is not there, or cannot be read.
    """

    def read(settings: Settings) -> Sequence[Row]:
        if settings.eval_data is None:
            raise EvaluationDataError("Set CROSSCITE_EVAL_DATA to the folder of the evaluation data.")
        path = evaluation_file(settings.eval_data, file)
        if path is None:
            raise EvaluationDataError(
                f"There is no {settings.eval_data}/dev/{file}.jsonl.xz: "
                "CROSSCITE_EVAL_DATA is to name the folder that holds dev/."
            )
        return rows(path, *fields)

    return read


def is_disputed(answer: Answer) -> bool:
    """Whether the answer is marked as a disagreement."""
    return answer.disagreement is not None


def are_opposed(answer: Answer, first: Version, second: Version) -> bool:
    """Whether the answer marks two of its versions as rivals of each other."""
    if answer.disagreement is None:
        return False
    places = {id(version): place for place, version in enumerate(answer.versions)}
    pair = tuple(sorted((places[id(first)], places[id(second)])))
    return any(tuple(sorted(other)) == pair for other in answer.disagreement.pairs)


def articles_of(version: Version) -> frozenset[str]:
    """Return the ids of the articles that a version quotes."""
    return frozenset(quote.paragraph.article_id for quote in version.quotes)


def passages_of(row: Row) -> tuple[PassageArticle, ...]:
    """Return a row's passages as articles, without those that hold no text."""
    return tuple(as_article(passage) for passage in row["passages"] if str(passage.get("text") or "").strip())
