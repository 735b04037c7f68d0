"""Which sentences settle a yes/no question: those that speak of what it asks, and that affirm or deny it.

An entailment model that is given any sentence finds contradictions in unrelated ones too, so that it has no say in whether
a sentence settles anything, only in which way. Whether it does is told by three things, weighed as a logistic regression
on annotated sentences weighs them: the share of the question's words that it uses, the rarer the more they count; how near
it is to the question; and whether a span model finds an answer to the question in it. Which way is told by what the model
says of the statement and of its denial, as whole sentences with their full stops: such it was trained on.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.questions.question import Question
from bot.answering.reader.asserting import only_asks
from bot.answering.reader.model.protocol import EntailmentModel, SpanModel
from bot.answering.reader.others import (
    leaves_out_destination,
    names_another_person,
    names_no_destination,
    tells_of_another,
)
from bot.answering.reader.sentences import Sentence, lay_out
from index.embedding.protocol import Embedder

_JUDGED = 24  # sentences that the models are asked about; each costs as much as a short passage
_LAID = 48  # sentences that are held against the question, those first that use most of its words
# Log-odds of settling between a sentence that uses all of the question's words and one that uses none, between cosines of
# one and nought, and for each of the span model's margin, which counts between two bounds.
_USED, _NEAR, _POINTED = 4.2, 3.2, 0.15
_LEAST_POINTED, _MOST_POINTED = -8.0, 4.0
_EVEN = 2.4  # of their sum, for a sentence that just settles the question
# Who says nothing neither affirms nor denies.
_SILENT = re.compile(
    r"\b(?:declin|refus)(?:e[sd]?|ing) to (?:comment|say|confirm|answer|discuss|elaborate|be drawn)\b|"
    r"\b(?:would|did|does|do)(?: not|n['’]t) (?:immediately |directly )?(?:comment|say|elaborate|respond|reply)\b|"
    r"\bno comment\b|\b(?:asked|pressed|questioned|quizzed|grilled)\b[^.]*\b(?:whether|if)\b|"
    r"\b(?:unclear|unknown|not (?:\w+ )?(?:clear|known|certain)) (?:if|whether)\b",
    re.IGNORECASE,
)
# Around a statement, whatever its form.
AFFIRMED, DENIED = "It is true that {}.", "It is not true that {}."


@dataclass(frozen=True, slots=True)
class Settled:
    """A sentence of a text that the models were asked about; offsets are the text's.

    ``premise`` is what they were given, the sentence before it where it goes on about that; ``affirms`` says which way it
    settles the question, if it does, and ``odds`` are the log-odds that it does.
    """

    start: int
    end: int
    premise: str
    affirms: bool
    odds: float


class Settler:
    """Finds the sentences that settle a question with models of entailment, spans and sentences."""

    def __init__(self, entailment: EntailmentModel, spans: SpanModel, embedder: Embedder) -> None:
        self._entailment = entailment
        self._spans = spans
        self._embedder = embedder

    def settled(self, question: Question, statement: str, texts: Sequence[str]) -> list[list[Settled]]:
        """Ask which sentences of *texts* settle *question*, by affirming or denying *statement*.

        Returns:
            The sentences asked about for every text, in the text's order, but for those that tell of another person, that
            would affirm it of another thing or without taking anybody to the place, that deny it by going elsewhere, or
            that tell of silence.
        """
        laid = [[(n, sentence) for sentence in lay_out(text)] for n, text in enumerate(texts)]
        sentences = [one for page in laid for one in page]
        likely = self._likely(question, [sentence for _, sentence in sentences])
        chosen = sorted(likely)
        premises = [_premise(sentences, place) for place in chosen]
        affirmed = self._affirmed(premises, statement)
        pointed = self._spans.spans(question.text, premises)
        found: list[list[Settled]] = [[] for _ in texts]
        for place, premise, affirms, answers in zip(chosen, premises, affirmed, pointed, strict=True):
            number, sentence = sentences[place]
            if _is_of_another(question, sentence, premise, affirms=affirms):
                continue
            margin = max((answer.margin for answer in answers), default=-math.inf)
            odds = likely[place] + _POINTED * max(_LEAST_POINTED, min(_MOST_POINTED, margin)) - _EVEN
            found[number].append(Settled(sentence.start, sentence.end, premise, affirms, odds))
        return found

    def _likely(self, question: Question, sentences: Sequence[Sentence]) -> dict[int, float]:
        """Return the places of the sentences likeliest to settle the question, with what speaks for each, in log-odds."""
        covered = _coverage(question, sentences)
        ranked = sorted(range(len(sentences)), key=lambda place: (-covered[place], place))
        ranked = [place for place in ranked if not only_asks(question, sentences[place].slice())][:_LAID]
        if not ranked or not any(covered):
            return {}
        vectors = self._embedder.embed([question.text, *(sentences[place].slice() for place in ranked)])
        cosines = vectors[1:] @ vectors[0]
        likely = {
            place: _USED * covered[place] + _NEAR * float(cosine)
            for place, cosine in zip(ranked, cosines, strict=True)
        }
        return dict(sorted(likely.items(), key=lambda one: (-one[1], one[0]))[:_JUDGED])

    def _affirmed(self, premises: Sequence[str], statement: str) -> list[bool]:
        """Return for each of *premises* whether it rather affirms *statement* than denies it."""
        asked = [(premise, words.format(statement)) for words in (AFFIRMED, DENIED) for premise in premises]
        verdicts = self._entailment.relate(asked)
        pairs = zip(verdicts[: len(premises)], verdicts[len(premises) :], strict=True)
        return [
            affirmed.entailed + denied.contradicted >= affirmed.contradicted + denied.entailed
            for affirmed, denied in pairs
        ]


def _is_of_another(question: Question, sentence: Sentence, premise: str, *, affirms: bool) -> bool:
    """Whether a sentence tells of something else than is asked about, or of silence."""
    silent = _SILENT.search(sentence.slice()) and not _SILENT.search(question.text)
    if silent or names_another_person(question, premise):
        return True
    elsewhere = names_no_destination if affirms else leaves_out_destination
    return tells_of_another(question.text, premise, wholly=not affirms) or elsewhere(question, premise)


def _coverage(question: Question, sentences: Sequence[Sentence]) -> list[float]:
    """Return the share of the question's words that each sentence uses, weighted by their rarity in all of them."""
    asked = {term.stem for term in question.terms}
    counts = Counter(stem for sentence in sentences for stem in asked & sentence.stems)
    weights = {stem: math.log((len(sentences) + 1) / (counts[stem] + 0.5)) for stem in sorted(asked)}
    whole = sum(weights.values())
    if not whole > 0:
        return [0.0] * len(sentences)
    return [sum(weights[stem] for stem in sorted(asked & sentence.stems)) / whole for sentence in sentences]


def _premise(sentences: Sequence[tuple[int, Sentence]], place: int) -> str:
    """Return the sentence, behind the one before it where it goes on about that ("He will also …")."""
    number, sentence = sentences[place]
    before = sentences[place - 1] if place else None
    if sentence.carries_on and before is not None and before[0] == number:
        return sentence.text[before[1].start : sentence.end]
    return sentence.slice()
