"""Articles that hardly speak of what a question asks about: what they say answers something else.

A small model that is asked for a currency points at some name, whatever the article is about.
"""

from collections.abc import Sequence

from bot.answering.questions.question import Question
from bot.answering.reader.protocol import Excerpt
from bot.answering.reader.saying import is_said, words_of
from bot.answering.thesaurus import near_stems

_ENOUGH = 0.45  # share of the question's words that an article must say
_UNSPOKEN = 3.0  # margin that an article loses which says none of them; one that says some, in proportion
_FEWEST = 2  # words of a question that tell what it is about: "who won?" may be said in any others


def off_topic(question: Question, excerpts: Sequence[Excerpt]) -> list[float]:
    """Return the margin that each excerpt loses because its article says too few of the words of *question*."""
    asked = [term.stem for term in (question.otherwise or question).terms]
    if len(asked) < _FEWEST:
        return [0.0] * len(excerpts)
    lost = []
    for excerpt in excerpts:
        said = words_of(excerpt.article)
        share = sum(is_said(stem, said) or bool(near_stems(stem) & said) for stem in asked) / len(asked)
        lost.append(_UNSPOKEN * max(0.0, 1 - share / _ENOUGH))
    return lost
