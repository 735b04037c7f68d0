"""How answers from reprints are judged: one report, or one with a changed fact split out."""

from bot.answering.answers import Answer, Disagreement, DisagreementKind, Outcome, Quote, Relation, Version
from bot.evaluation.suites.cases import Asked, Case, Judged
from bot.evaluation.suites.reprint_clusters import Cluster, printed_of
from bot.evaluation.suites.reprints import REPRINTS
from index.articles import number_paragraphs
from tests.bot.evaluation.suites.mill import PARAGRAPHS

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
