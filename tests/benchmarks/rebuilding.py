"""A first build of many paragraphs, and a rebuild of the same without changes."""

from pathlib import Path

from index.wiring import build_index, open_index
from tests.benchmarks.figures import Figure, clock
from tests.benchmarks.places import settings_for
from tests.benchmarks.texts import paragraphs

_ARTICLES, _PARAGRAPHS = 40, 25


def measure(folder: Path) -> list[Figure]:
    """Build an index of a thousand paragraphs twice."""
    articles = folder / "rebuilding" / "corpus" / "articles"
    articles.mkdir(parents=True)
    texts = paragraphs(_ARTICLES * _PARAGRAPHS)
    for number in range(_ARTICLES):
        body = "\n".join(texts[number * _PARAGRAPHS : (number + 1) * _PARAGRAPHS])
        (articles / f"article-{number}.txt").write_text(body, encoding="utf-8")
    settings = settings_for(articles.parent, folder / "rebuilding" / "index").index
    start = clock()
    build_index(settings)
    first = clock() - start
    start = clock()
    report = build_index(settings)
    again = clock() - start
    (articles / "article-0.txt").write_text("One new paragraph.\n" + texts[0], encoding="utf-8")
    start = clock()
    changed = build_index(settings)
    one = clock() - start
    start = clock()
    open_index(settings)
    opened = clock() - start
    return [
        Figure(f"first build of {len(texts):,} paragraphs", f"{first:.1f} s"),
        Figure(
            "rebuild without changes",
            f"{1000 * again:.0f} ms",
            f"{report.embedded} embedded, {first / again:.0f} times as fast as the first",
        ),
        Figure("rebuild after one new paragraph", f"{1000 * one:.0f} ms", f"{changed.embedded} embedded"),
        Figure("opening that index, every byte checked", f"{1000 * opened:.0f} ms"),
    ]
