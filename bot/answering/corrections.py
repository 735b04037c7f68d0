"""Corrections: what moderators chose to be quoted, as claims beside those that a reader found."""

from collections.abc import Callable, Sequence

from bot.answering.claims import Claim, claim_chosen
from bot.answering.questions.question import Question
from bot.answering.reader.protocol import Excerpt, Reader, SpanCandidate
from bot.answering.rulings import Choice
from bot.answering.values.context import ArticleContext
from index.articles import Article, Paragraph
from index.retrieval.passages import Passage

_CERTAIN = 1.0  # a person chose it


def claims_chosen(
    question: Question,
    chosen: Sequence[Choice],
    paragraph_of: Callable[[str, str], Paragraph | None],
    context_of: Callable[[str], ArticleContext],
) -> list[Claim]:
    """Return the claims that were *chosen*; *paragraph_of* finds one by its article's id and its own.

    What was chosen from an article that is gone, or from a paragraph that was edited, is left out.
    """
    found = []
    for choice in chosen:
        paragraph = paragraph_of(choice.article_id, choice.run.paragraph_id)
        if paragraph is None:
            continue
        span = SpanCandidate(
            Passage(paragraph, _CERTAIN, 1), choice.highlight.start, choice.highlight.end, _CERTAIN
        )
        contexts = {choice.article_id: context_of(choice.article_id)}
        found.append(claim_chosen(question, span, contexts, (choice.run.start, choice.run.end)))
    return found


def words_that_answer(
    question: Question, article: Article, paragraph: Paragraph, run: tuple[int, int], reader: Reader
) -> tuple[int, int]:
    """Return which words of the sentences in *run* answer, as the reader has it; all of them if it cannot tell."""
    (reading,) = reader.read(question, [Excerpt(Passage(paragraph, _CERTAIN, 1), article)])
    inside = [span for span in reading.spans if run[0] <= span.start and span.end <= run[1]]
    best = max(inside, key=lambda span: (span.score, -span.start), default=None)
    return (best.start, best.end) if best is not None else run
