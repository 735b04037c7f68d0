"""Claims: what an article says in answer, as a span with its value."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.answering.questions.question import Question, Wants
from bot.answering.reader.protocol import SpanCandidate
from bot.answering.values.context import ArticleContext
from bot.answering.values.kinds import Kind
from bot.answering.values.resolution import value_of
from bot.answering.values.values import Value
from bot.answering.yes_no import yes_no_value


@dataclass(frozen=True, slots=True)
class Claim:
    """One span of one article and the value it states.

    ``run`` are the sentences to quote for it, where a person chose them; otherwise the span decides.
    """

    span: SpanCandidate
    value: Value
    run: tuple[int, int] | None = None

    @property
    def article_id(self) -> str:
        """The article that makes the claim."""
        return self.span.passage.paragraph.article_id

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it stands: article id, paragraph number, offset."""
        paragraph = self.span.passage.paragraph
        return (paragraph.article_id, paragraph.number, self.span.start)


@dataclass(frozen=True, slots=True)
class Claims:
    """The claims that answer a question, and whether they can all hold because the slot takes several."""

    chosen: tuple[Claim, ...]
    many: bool


def claim_of(question: Question, span: SpanCandidate, contexts: Mapping[str, ArticleContext]) -> Claim:
    """Return the claim that a span makes in answer to *question*."""
    return Claim(span, _value(question, span, contexts))


def claim_chosen(
    question: Question,
    span: SpanCandidate,
    contexts: Mapping[str, ArticleContext],
    run: tuple[int, int],
) -> Claim:
    """Return the claim that a person found in *span*, to be quoted with the sentences of *run*."""
    if question.wants is Wants.SENTENCES:
        return Claim(span, Value(Kind.TEXT, None, None), run)
    return Claim(span, _value(question, span, contexts), run)


def _value(question: Question, span: SpanCandidate, contexts: Mapping[str, ArticleContext]) -> Value:
    paragraph = span.passage.paragraph
    if question.wants is Wants.YES_NO and span.affirms is not None:
        return Value(Kind.YES_NO, "yes" if span.affirms else "no", None)
    if question.wants is Wants.YES_NO:
        return yes_no_value(question.text, span.text)
    if span.meant is not None:
        return value_of(span.meant, 0, len(span.meant), contexts[paragraph.article_id], Kind.PERSON)
    wanted = question.kinds[0] if len(question.kinds) == 1 else None
    return value_of(paragraph.text, span.start, span.end, contexts[paragraph.article_id], wanted)
