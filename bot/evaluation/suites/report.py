"""What a suite comes to: its rates, and tables of what was expected and got, all counted. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.questions.analysis import analyse
from bot.answering.questions.question import Wants
from bot.evaluation.rates import Measure, Standing
from bot.evaluation.suites.cases import Judged


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: a name, and how many of how many were right."""

    name: str
    right: int
    count: int


@dataclass(frozen=True, slots=True)
class SuiteReport:
    """The rates of a suite; ``got`` counts what came under each expected label, ``forms`` the questions' forms.

    ``failed`` is how many questions could not be answered at all; ``own_read`` of ``own`` is how many of the
    questions' own articles were among the passages read.
    """

    name: str
    asked: int
    rates: tuple[Measure, ...]
    got: dict[str, dict[str, int]]
    forms: tuple[Line, ...]
    failed: int
    own_read: int
    own: int

    @property
    def reaches_floors(self) -> bool:
        """Whether no rate that was measured misses its floor, and every question could be answered."""
        return not self.failed and all(rate.standing is not Standing.MISSED for rate in self.rates)


def summed_up(name: str, judged: Sequence[Judged], rates: Sequence[Measure]) -> SuiteReport:
    """Count what came of *judged*; labels, outcomes and forms in order of name."""
    got: dict[str, Counter[str]] = {}
    forms: dict[str, list[bool]] = {}
    own = read = 0
    for one in judged:
        got.setdefault(one.expected, Counter())[one.verdict.got] += 1
        forms.setdefault(form_of(one.asked.case.question), []).append(one.verdict.right)
        own += len(one.asked.case.own)
        read += len(one.asked.case.own & {passage.paragraph.article_id for passage in one.asked.passages})
    return SuiteReport(
        name=name,
        asked=len(judged),
        rates=tuple(rates),
        got={label: dict(sorted(got[label].items())) for label in sorted(got)},
        forms=tuple(Line(form, sum(forms[form]), len(forms[form])) for form in sorted(forms)),
        failed=sum(one.asked.error is not None for one in judged),
        own_read=read,
        own=own,
    )


def form_of(question: str) -> str:
    """Return the form of a question: yes/no, sentences, or the kind of value that it asks for."""
    analysed = analyse(question)
    if analysed.wants is Wants.VALUE:
        return analysed.kinds[0].value if analysed.kinds else "value"
    return analysed.wants.value.replace("_", "/")
