"""Interviews: an answer is found by what was asked, and read behind it.

"On 23 October." says nothing alone; behind "When did you see the cracks?" it does.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from index.articles import Article, Paragraph
from index.retrieval.passages import Passage

_MARKED = re.compile(r"(?:\*\*|__).+(?:\*\*|__)|Q(?:uestion)?[.:] .+", re.DOTALL)
_MARKS = re.compile(r"^(?:[#*_>\s]+|Q(?:uestion)?[.:]\s+)+|[*_\s]+$")
_ASKS = re.compile(r"\?[”\"’'*_)\s]*$")
_LONGEST = 40  # words of what an interviewer says
_FEWEST = 3  # questions that make an interview, or a list of questions and answers
_REACH = 3  # paragraphs that one answer has


def asked_before(article: Article, paragraph: Paragraph) -> str:
    """Return what *paragraph* of *article* answers, without marks: the interviewer's words before it; else nothing."""
    cues = _cues(article)
    if paragraph.number in cues:
        return ""
    before = range(paragraph.number - 1, max(0, paragraph.number - 1 - _REACH), -1)
    return next((cues[number] for number in before if number in cues), "")


def with_answers(passages: Iterable[Passage], article_of: Callable[[str], Article]) -> list[Passage]:
    """Return *passages* with what was answered in the place of what was asked, each once."""
    found: dict[str, Passage] = {}
    for passage in passages:
        paragraph = _answer_to(passage.paragraph, article_of(passage.paragraph.article_id))
        found.setdefault(
            paragraph.id, replace(passage, paragraph=paragraph)
        )  # its place in the ranking stays
    return list(found.values())


def _answer_to(paragraph: Paragraph, article: Article) -> Paragraph:
    """Return the paragraph that follows what is asked in *paragraph*; that itself where nothing is."""
    cues = _cues(article)
    if paragraph.number not in cues:
        return paragraph
    after = article.paragraphs[paragraph.number :]
    return next((one for one in after if one.number not in cues), paragraph)


@lru_cache(maxsize=512)
def _cues(article: Article) -> dict[int, str]:
    """Return what an interviewer says, by the number of its paragraph; nothing where nobody is interviewed."""
    lines = {
        one.number: _MARKS.sub("", one.text)
        for one in article.paragraphs
        if len(one.text.split()) <= _LONGEST
    }
    asked = {number for number, line in lines.items() if _ASKS.search(line) and line.count(".") <= 1}
    if len(asked) < _FEWEST:
        return {}
    marked = {one.number for one in article.paragraphs if _MARKED.fullmatch(one.text.strip())}
    said = asked | (marked & lines.keys() if len(marked & asked) >= _FEWEST else set())
    return {number: lines[number] for number in said}
