"""Answers over articles that would break a message if they could."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from bot.answering.answers import (
    Answer,
    Citation,
    Disagreement,
    DisagreementKind,
    Note,
    Outcome,
    Quote,
    RelatedPassage,
    Relation,
    Source,
    Version,
)
from index.articles import ArticleDetails, Paragraph, number_paragraphs

# Whatever Discord's Markdown, its mentions, bidirectional text or its limits could trip over.
PIECES = (
    *(
        "**",
        "*",
        "_",
        "__",
        "~~",
        "||",
        "`",
        "```",
        "```py\n",
        "\\",
        "\\*",
        "\\\\",
        "|",
        "| a | b |",
        "<",
        ">",
    ),
    *(
        "# ",
        "## x",
        "-# ",
        "- ",
        "* ",
        "+ ",
        "> ",
        ">>> ",
        "1. ",
        "12) ",
        "#",
        "---",
        "===",
        "[",
        "]",
        "(",
        ")",
    ),
    *(
        "[click](https://example.org)",
        "[a](<javascript:alert(1)>)",
        "https://example.org/a_b_c",
        "www.example.org",
    ),
    *(
        "http://a.b:80/?c=d&e=f",
        "steam://run/1",
        "<https://example.org>",
        "discord.gg/abc",
        "mailto:a@example.org",
    ),
    *(
        "@everyone",
        "@here",
        "<@1>",
        "<@!2>",
        "<@&3>",
        "<#4>",
        "</ask:5>",
        "<id:customize>",
        "<:smile:6>",
        "<a:b:7>",
    ),
    *(
        ":smile:",
        ":+1:",
        "<t:0:R>",
        "<t:1705536000>",
        "10:30:15",
        "¯\\_(ツ)_/¯",
        ":)",
        "<3",
        "&amp;",
        "&lt;b&gt;",
    ),
    *(
        "\u202e",
        "\u202a",
        "\u2066",
        "\u2067",
        "\u2068",
        "\u2069",
        "\u200e",
        "\u200f",
        "\u061c",
        "שלום",
        "سلام 12",
    ),
    *(
        "\u200b",
        "\u200d",
        "\ufeff",
        "\u2060",
        "\u00ad",
        "\ufe0f",
        "e" + "\u0301" * 40,
        "Z" + "\u0489" * 9,
        "👩‍🔬",
        "🇯🇵",
    ),
    *(
        "\n",
        "\r\n",
        "\r",
        "\v",
        "\f",
        "\x85",
        "\u2028",
        "\u2029",
        "\t",
        "\x00",
        "\x1b[31m",
        "\x7f",
        "\ud800",
        "\U0010ffff",
    ),
    *(
        "“",
        "”",
        "” … “",
        "…",
        "「引用」",
        "¶ 3",
        "[2] Reuters · ¶ 4",
        "\\u{202e}",
        "\\u{",
        "{number}",
        "{}",
        "%s",
        "a",
        "b ",
    ),
    *("word ", "January 18 ", "１．", "漢字", "x" * 90, "﷽", "𒐫", " ", "   ", "\u00a0", "."),
)

_texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), min_size=1, max_size=30).map("".join)
# A paragraph is not blank and holds neither of the two characters that end a line of an article.
_bodies = st.one_of(
    _texts, st.tuples(_texts, st.integers(1, 300)).map(lambda pair: (pair[0] * pair[1])[:6000])
)
paragraph_texts = _bodies.map(lambda text: text.replace("\n", " ").replace("\r", " ") + "w")
_optional = st.none() | _texts


@st.composite
def articles(draw: st.DrawFn) -> tuple[Source, tuple[Paragraph, ...]]:
    """An article as a citation names it, and its paragraphs."""
    name = draw(_texts)
    details = ArticleDetails.model_construct(
        title=draw(_optional),
        publisher=draw(_optional),
        byline=draw(_optional),
        url=draw(_optional | st.just("https://example.org/a(b)?c=_d_&e=[f]#g")),
        published=draw(st.none() | st.dates()),
        language=None,
    )
    texts = draw(st.lists(paragraph_texts, min_size=1, max_size=3))
    return Source(name, details, draw(_optional)), number_paragraphs(name, texts)


@dataclass(frozen=True)
class Told:
    """An answer, its sources, and the paragraphs of each, by the article's id."""

    answer: Answer
    sources: tuple[Source, ...]
    paragraphs: dict[str, tuple[Paragraph, ...]]


@st.composite
def answers(draw: st.DrawFn) -> Told:
    """Any answer that could be built: quotes, citations, reasons and passages over hostile articles."""
    told = draw(st.lists(articles(), min_size=1, max_size=4, unique_by=lambda article: article[0].article_id))
    return build(told, _Drawn(draw))


class _Drawn:
    """Choices by Hypothesis."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def number(self, least: int, most: int) -> int:
        return self._draw(st.integers(least, most))

    def text(self) -> str:
        return self._draw(_texts)


class Dice:
    """Choices by a seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - repeatable, not secret

    def number(self, least: int, most: int) -> int:
        """Return a number, both ends included."""
        return self._random.randint(least, most)

    def text(self) -> str:
        """Return a hostile text."""
        return "".join(self._random.choices(PIECES, k=self._random.randint(1, 10)))


Choices = _Drawn | Dice


def rolled(seed: int) -> Told:
    """Return an answer over one hostile article, the same for the same seed."""
    dice = Dice(seed)
    name = dice.text()
    details = ArticleDetails.model_construct(
        title=dice.text(),
        publisher=dice.text(),
        byline=dice.text(),
        url=dice.text(),
        published=None,
        language=None,
    )
    bodies = [dice.text().replace("\n", " ").replace("\r", " ") + "w" for _ in range(2)]
    return build([(Source(name, details, dice.text()), number_paragraphs(name, bodies))], dice, most=1)


def build(told: Sequence[tuple[Source, tuple[Paragraph, ...]]], choose: Choices, most: int = 6) -> Told:
    """Return an answer over these articles, *most* versions with as many quotes each."""
    paragraphs = {source.article_id: found for source, found in told}
    citations: dict[tuple[str, int], Citation] = {}

    def quote() -> Quote:
        source, found = told[choose.number(0, len(told) - 1)]
        paragraph = found[choose.number(0, len(found) - 1)]
        key = (source.article_id, paragraph.number)
        citation = citations.setdefault(key, Citation(len(citations) + 1, source, paragraph.number))
        last = len(paragraph.text)
        start = choose.number(0, last - 1)
        end = choose.number(start + 1, last)
        highlights = []
        for _ in range(choose.number(1, 3)):
            first = choose.number(start, end - 1)
            highlights.append((first, choose.number(first + 1, end)))
        return Quote(paragraph, start, end, tuple(highlights), citation.number)

    outcomes = (Outcome.ANSWERED, Outcome.DISPUTED, Outcome.NOT_IN_SOURCES, Outcome.SMALL_TALK)
    outcome = outcomes[choose.number(0, len(outcomes) - 1)]
    versions: tuple[Version, ...] = ()
    relation = None
    related: list[RelatedPassage] = []
    if outcome in {Outcome.ANSWERED, Outcome.DISPUTED}:
        versions = tuple(
            Version(
                "date",
                choose.text(),
                choose.text(),
                tuple(quote() for _ in range(choose.number(1, most))),
                choose.number(1, 9),
            )
            for _ in range(choose.number(1, most))
        )
        relation = Relation.RIVAL if outcome is Outcome.DISPUTED else Relation.COMPLEMENTARY
    if outcome is Outcome.NOT_IN_SOURCES:
        source, found = told[0]
        related = [RelatedPassage(found[-1], source, 0.5)] * choose.number(0, 5)
    differ = Disagreement(DisagreementKind.DISPUTED, "date", ((0, 1),), choose.text(), (choose.text(),))
    return Told(
        Answer(
            choose.text(),
            outcome,
            "0f3a",
            relation,
            versions,
            differ if outcome is Outcome.DISPUTED else None,
            tuple(citations.values()),
            related,
            (Note(choose.text(), choose.text(), (choose.text(),)),),
        ),
        tuple(source for source, _ in told),
        paragraphs,
    )
