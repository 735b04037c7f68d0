"""Reprints that are made for measuring: the edits change no fact, the changes exactly one."""

import pytest

from bot.answering.answers import Answer, Disagreement, DisagreementKind, Outcome, Quote, Relation, Version
from bot.answering.reprints import are_one_report, runs_of
from bot.evaluation.suites.cases import Asked, Case, Judged
from bot.evaluation.suites.changed_facts import changed_date, changed_name, changed_number, denied
from bot.evaluation.suites.press_edits import ADDING, CUTTING, KEEPING, Edit, reprint
from bot.evaluation.suites.reprints import REPRINTS, Cluster, printed_of
from index.articles import number_paragraphs

PARAGRAPHS = (
    "The mill at Orrin Bridge was built in 1871 by Thomas Hale. It ground oats for the whole valley.",
    'It closed in 1921. "We will not see its like again," the owner said at the time; he moved away.',
    "Many visitors come to see the wheel, which is about nine metres high and still turns.",
    "The trust that owns it also runs a large museum next door. It opened its doors in 1964.",
)
ROWS = [
    {
        "title": "Orrin_mill",
        "context": text,
        "question": question,
        "answers": [{"text": answer, "start": 0}],
    }
    for text, question, answer in (
        (PARAGRAPHS[0], "When was the mill built?", "1871"),
        (PARAGRAPHS[1], "When did the mill close?", "1921"),
        (PARAGRAPHS[2], "How high is the wheel?", "about nine metres"),
        (PARAGRAPHS[3], "What does the trust run?", "a large museum"),
    )
]


@pytest.mark.parametrize("edit", [*KEEPING, *CUTTING, *ADDING], ids=lambda edit: edit.__name__)
def test_an_edit_keeps_the_paragraph_that_answers(edit: Edit) -> None:
    """Whatever is cut, moved or reset, its sentences are still there, and the text is still the same report."""
    for kept, sentence in enumerate(
        ("built in 1871", "closed in 1921", "nine metres", "runs a large museum")
    ):
        edited = edit(PARAGRAPHS, kept)
        assert edited != PARAGRAPHS or edit.__name__ in {"curly", "plain", "house_spelling"}
        assert any(sentence in text for text in edited)
        assert are_one_report(runs_of("\n".join(PARAGRAPHS)), runs_of("\n".join(edited)))


def test_reprints_differ_from_each_other() -> None:
    """Each number takes the next edit of every kind."""
    assert len({reprint(PARAGRAPHS, 0, number) for number in range(12)}) == 12


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (changed_number("some 1,160 people"), "some 2,323 people"),
        (changed_number("23"), "49"),
        (changed_number("many"), None),
        (changed_date("February 2015"), "February 2008"),
        (changed_date("May 3"), "May 7"),
        (changed_date("in spring"), None),
        (changed_name("person", "Thomas Hale"), "Marta Lindqvist"),
        (changed_name("person", "the owner"), None),
        (changed_name("number", "Thomas Hale"), None),
        (
            denied("The mill at Orrin Bridge was built by Thomas Hale."),
            "The mill at Orrin Bridge was not built by Thomas Hale.",
        ),
        (denied("The mill at Orrin Bridge was never sold to him."), None),
        (denied("It was built and it was sold to him later."), None),
        (denied("The mill at Orrin Bridge was usually closed."), None),
        (denied("It was sold."), None),
    ],
)
def test_one_fact_is_changed_or_none(changed: str | None, expected: str | None) -> None:
    """What cannot be changed safely is left out."""
    assert changed == expected


def _cases(name: str) -> tuple[Case, Case]:
    """Return a cluster over its original alone, and over all that was printed."""
    alone, everything = (case for case in REPRINTS.cases(ROWS) if case.id.startswith(name))
    return alone, everything


def _version(value: str | None, sources: int, *quotes: tuple[str, str]) -> Version:
    """Quote *words* of articles that hold nothing else."""
    found = []
    for article, words in quotes:
        (paragraph,) = number_paragraphs(article, [words])
        found.append(Quote(paragraph, 0, len(words), ((0, len(words)),), 1))
    return Version("date", value, None, tuple(found), sources)


def _answer(*versions: Version) -> Answer:
    if len(versions) == 1:
        return Answer("?", Outcome.ANSWERED, "v", Relation.ONE, versions)
    disagreement = Disagreement(DisagreementKind.DISPUTED, "date", ((0, 1),), "they differ", ())
    return Answer("?", Outcome.DISPUTED, "v", Relation.RIVAL, versions, disagreement)


def test_a_cluster_is_one_report_where_several_are_quoted_and_one_is_counted() -> None:
    """Quotes of other articles count beside it."""
    _, case = _cases("Orrin_mill:0")
    first, second, *_ = (article.id for article in case.articles)
    quotes = (first, "1871"), (second, "1871")
    assert REPRINTS.judge(case, _answer(_version("1871", 1, *quotes))).right
    assert REPRINTS.judge(case, _answer(_version("1871", 2, *quotes, ("other", "1871")))).right
    assert not REPRINTS.judge(case, _answer(_version("1871", 2, *quotes))).right
    assert not REPRINTS.judge(case, _answer(_version("1871", 1, quotes[0]))).right
    apart = _version("1871", 1, quotes[0]), _version("1921", 1, quotes[1])
    assert not REPRINTS.judge(case, _answer(*apart)).right
    both = _version("1871", 1, *quotes), _version(None, 1, (first, "oats"), (second, "oats"))
    assert REPRINTS.judge(case, Answer("?", Outcome.ANSWERED, "v", Relation.COMPLEMENTARY, both)).right
    twice = both[0], _version(None, 1, quotes[0])
    assert not REPRINTS.judge(case, Answer("?", Outcome.ANSWERED, "v", Relation.COMPLEMENTARY, twice)).right


def test_only_what_is_answered_alone_is_counted() -> None:
    """A question that the original does not answer says nothing about reprints."""
    alone, everything = _cases("Orrin_mill:0")
    first, second, *_ = (article.id for article in everything.articles)
    answer = _answer(_version("1871", 1, (first, "1871"), (second, "1871")))

    def judged(case: Case, given: Answer) -> Judged:
        return Judged(Asked(case, given), REPRINTS.judge(case, given))

    right, wrong = judged(alone, answer), judged(alone, _answer(_version("1964", 1, (first, "1964"))))
    collapsed = judged(everything, answer)
    assert (right.verdict.right, wrong.verdict.right, collapsed.verdict.right) == (True, False, True)
    assert [(rate.hits, rate.count) for rate in REPRINTS.rates([right, collapsed])[:1]] == [(1, 1)]  # type: ignore[union-attr]
    assert [(rate.hits, rate.count) for rate in REPRINTS.rates([wrong, collapsed])[:1]] == [(0, 0)]  # type: ignore[union-attr]


def test_a_changed_fact_is_split_out_of_its_cluster() -> None:
    """The changed reprint alone says the one, the others, one report, say the other, and they are rivals."""
    cluster = Cluster("c", "Mill", PARAGRAPHS, 0, "When?", "1871", "1871", "1864", "1864", "date")
    printed = printed_of(cluster, 0)
    assert [b"1864" in article.content for article in printed] == [False, False, False, True]
    assert [b"1871" in article.content for article in printed] == [True, True, True, False]
    row = {"cluster": cluster, "changed": printed[3].id}
    case = Case("c:all", "When?", "split", printed, row)
    first, second, third, changed = (article.id for article in printed)
    copies = (first, "1871"), (second, "1871"), (third, "1871")
    one, other = _version("1871", 1, *copies), _version("1864", 1, (changed, "1864"))
    assert REPRINTS.judge(case, _answer(one, other)).right
    assert not REPRINTS.judge(case, _answer(one)).right
    assert not REPRINTS.judge(case, _answer(_version("1871", 2, *copies), other)).right
    assert not REPRINTS.judge(case, _answer(_version("1871", 1, *copies, (changed, "1871")), other)).right
