"""Clusters of reprints, made from articles: an original, and what other outlets print of it.

Articles are runs of paragraphs of SQuAD 2.0 dev, whose questions are asked. Each is printed by four outlets: the
original and three reprints, edited as `press_edits` lists. In some, one reprint has another number, date or name,
or denies a sentence.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.answering.questions.analysis import analyse
from bot.answering.questions.question import Wants
from bot.answering.terms import terms_of
from bot.answering.values.kinds import Kind
from bot.evaluation.data import Row
from bot.evaluation.suites.changed_facts import changed_date, changed_name, changed_number, denied
from bot.evaluation.suites.passages import PassageArticle, as_article
from bot.evaluation.suites.press_edits import Paragraphs, reprint
from index.splitting import sentence_spans

_COPIED_TRIED, _CHANGED_TRIED_OF_A_KIND = 70, 8
_PARAGRAPHS = 4  # of an article
_REPRINTS = 3
_MOST_WORDS = 4  # of an answer that is changed
_ASKS_A_NAME = re.compile(r"(?:who|where|which|in which|in what (?:city|country|state))\b", re.IGNORECASE)
_NUMBERS = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.MONEY, Kind.DURATION})
_OUTLETS = ("Northern Agency", "Lakeside Courier", "Vale Post", "Morning Standard")


@dataclass(frozen=True, slots=True)
class Cluster:
    """A question with the words that answer it in the original, or "yes".

    ``kept`` is the place of the paragraph that answers. In a changed reprint ``stated`` is exchanged for
    ``instead`` wherever it stands, which makes ``other`` the answer; ``kind`` says what is changed.
    """

    name: str
    title: str
    paragraphs: Paragraphs
    kept: int
    question: str
    answer: str
    stated: str = ""
    instead: str = ""
    other: str = ""
    kind: str = ""


def printed_of(cluster: Cluster, number: int) -> tuple[PassageArticle, ...]:
    """Return the original and its reprints, the changed one last."""
    printed = [cluster.paragraphs]
    printed += [reprint(cluster.paragraphs, cluster.kept, number + one) for one in range(_REPRINTS)]
    if cluster.kind:
        stated = re.compile(rf"(?<!\w){re.escape(cluster.stated)}(?!\w)")
        swapped = tuple(stated.sub(lambda _: cluster.instead, text) for text in cluster.paragraphs)
        printed[-1] = reprint(swapped, cluster.kept, number + _REPRINTS - 1)
    return tuple(
        as_article({"text": "\n".join(texts), "title": cluster.title, "source": outlet})
        for texts, outlet in zip(printed, _OUTLETS, strict=True)
    )


def clusters(rows: Sequence[Row]) -> list[Cluster]:
    """Return the clusters to try: those of copies first, then as many of each kind of change."""
    left = _articles(rows)
    found = list(islice(filter(None, (_copied(part) for part in left)), _COPIED_TRIED))
    for kind in _CHANGES:
        used = {cluster.name for cluster in found}
        free = (part for part in left if part.name not in used)
        found += islice(filter(None, (_changed(part, kind) for part in free)), _CHANGED_TRIED_OF_A_KIND)
    return found


@dataclass(frozen=True, slots=True)
class _Article:
    """Paragraphs of one title in a row, and the questions that they answer, the plainest first.

    Each has the place of its paragraph. Plain questions are asked, since reading is not what is measured.
    """

    name: str
    title: str
    paragraphs: Paragraphs
    questions: tuple[tuple[int, Row], ...]


def _articles(rows: Sequence[Row]) -> list[_Article]:
    """Return runs of four paragraphs, the first of every title before the second of any."""
    titles: dict[str, dict[str, list[Row]]] = {}
    for row in rows:
        titles.setdefault(row["title"], {}).setdefault(row["context"], []).append(row)
    found = []
    for title, contexts in titles.items():
        texts = list(contexts)
        for part, start in enumerate(range(0, len(texts) - _PARAGRAPHS + 1, _PARAGRAPHS)):
            some = tuple(texts[start : start + _PARAGRAPHS])
            questions = [(place, row) for place, text in enumerate(some) for row in contexts[text]]
            questions = [(place, row) for place, row in questions if row["answers"]]
            questions.sort(key=lambda one: (-_plainness(one[1]), one[0], one[1]["question"]))
            name = f"{title}:{part}"
            found.append((part, _Article(name, title.replace("_", " "), some, tuple(questions))))
    return [article for _, article in sorted(found, key=lambda one: one[0])]


def _copied(article: _Article) -> Cluster | None:
    """Ask the plainest question for a value."""
    for place, row in article.questions:
        if analyse(row["question"]).wants is Wants.VALUE:
            answer = row["answers"][0]["text"]
            return Cluster(article.name, article.title, article.paragraphs, place, row["question"], answer)
    return None


def _changed(article: _Article, kind: str) -> Cluster | None:
    """Change what the plainest question of its kind is answered with; for yes/no, deny a sentence."""
    if kind == "yes/no":
        return _denied(article)
    for place, row in article.questions:
        kinds, answer = analyse(row["question"]).kinds, row["answers"][0]["text"]
        if not kinds or len(answer.split()) > _MOST_WORDS:
            continue
        instead = _CHANGES[kind](row["question"], kinds[0], answer)
        if instead is not None:
            return Cluster(
                article.name,
                article.title,
                article.paragraphs,
                place,
                row["question"],
                answer,
                stated=answer,
                instead=instead,
                other=instead,
                kind=kind,
            )
    return None


def _plainness(row: Row) -> float:
    """Return the share of a question's words that stand in the sentence which answers it, 0 to 1."""
    asked = {term.stem for term in terms_of(row["question"]) if term.is_content}
    text, at = row["context"], row["answers"][0]["start"]
    sentence = next((text[start:end] for start, end in sentence_spans(text) if start <= at < end), "")
    said = {term.stem for term in terms_of(sentence)}
    return len(asked & said) / len(asked) if asked else 0.0


def _denied(article: _Article) -> Cluster | None:
    for place, text in enumerate(article.paragraphs):
        for start, end in sentence_spans(text):
            sentence = text[start:end]
            if (instead := denied(sentence)) is not None:
                return Cluster(
                    article.name,
                    article.title,
                    article.paragraphs,
                    place,
                    f"Is it true that {sentence.rstrip('.')}?",
                    "yes",
                    stated=sentence,
                    instead=instead,
                    other="no",
                    kind="yes/no",
                )
    return None


_CHANGES: dict[str, Callable[[str, Kind, str], str | None]] = {
    "number": lambda _question, kind, words: changed_number(words) if kind in _NUMBERS else None,
    "date": lambda _question, kind, words: changed_date(words) if kind is Kind.DATE else None,
    "name": lambda question, kind, words: changed_name(kind, words) if _ASKS_A_NAME.match(question) else None,
    "yes/no": lambda *_: None,
}
