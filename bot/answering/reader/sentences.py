"""A passage laid out for reading: its sentences, their clauses, words and typed mentions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.answering.reader.clauses import Clause, clauses_of
from bot.answering.terms import Term, terms_of
from bot.answering.values.mentions import Mention
from index.splitting import sentence_spans

# A byline says by its form alone that somebody wrote the report.
_BYLINE = re.compile(r"\W*By (?:[^\W\d_][\w.’'-]*\s*){2,6}\W*")
_BYLINE_STEMS = frozenset({"write", "wrote", "written", "author"})
_CARRIES_ON = frozenset(
    {"he", "she", "it", "they", "his", "her", "their", "its", "there", "then", "this", "these"}
)


@dataclass(frozen=True)
class Sentence:
    """One sentence of a paragraph; offsets are those of the paragraph's text."""

    text: str
    start: int
    end: int
    terms: tuple[Term, ...]
    mentions: tuple[Mention, ...]

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses that cover the sentence."""
        return clauses_of(self.text, self.start, self.end)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of its content words."""
        said = frozenset(term.stem for term in self.terms if term.is_content)
        return said | _BYLINE_STEMS if _BYLINE.fullmatch(self.text) else said

    @cached_property
    def carries_on(self) -> bool:
        """Whether it goes on about what the sentence before it says ("He will also …")."""
        words = [term.word for term in self.terms[:6]]
        return bool(words) and (words[0] in _CARRIES_ON or "also" in words)

    def clause_of(self, offset: int) -> int:
        """Return the number of the clause that holds *offset*."""
        return next((n for n, clause in enumerate(self.clauses) if clause.start <= offset < clause.end), 0)

    def stems_in(self, start: int, end: int) -> frozenset[str]:
        """Return the stems of the content words between two offsets."""
        said = frozenset(t.stem for t in self.terms if t.is_content and start <= t.start < end)
        return said | _BYLINE_STEMS if _BYLINE.fullmatch(self.text) else said

    def slice(self) -> str:
        """Return the sentence's own words."""
        return self.text[self.start : self.end]


def lay_out(text: str, mentions: Sequence[Mention] = ()) -> tuple[Sentence, ...]:
    """Split a paragraph into sentences with those of its *mentions* that are in each."""
    terms = terms_of(text)
    return tuple(
        Sentence(
            text,
            start,
            end,
            tuple(term for term in terms if start <= term.start < end),
            tuple(mention for mention in mentions if start <= mention.start < end),
        )
        for start, end in sentence_spans(text)
    )
