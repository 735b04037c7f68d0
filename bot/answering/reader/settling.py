"""Which sentences settle a yes/no question: those that speak of what it asks, and that affirm or deny it.

An entailment model that is given any sentence finds contradictions in unrelated ones too, so a sentence has to use
enough of the question's words first, the rarer the more they count. It is asked about the statement and about its
denial: what it says of both is surer than what it says of one. Whether a span model finds an answer to the question in
the sentence tells settling sentences from others at least as well as the verdict does, and other ones.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.questions.question import Question
from bot.answering.reader.asserting import only_asks
from bot.answering.reader.model.protocol import Entailment, EntailmentModel, SpanModel
from bot.answering.reader.others import (
    leaves_out_destination,
    names_another_person,
    names_no_destination,
    tells_of_another,
)
from bot.answering.reader.sentences import Sentence, lay_out

_JUDGED = 24  # sentences that the model is asked about; each costs as much as a short passage
# Who says nothing neither affirms nor denies.
_SILENT = re.compile(
    r"\b(?:declin|refus)(?:e[sd]?|ing) to (?:comment|say|confirm|answer|discuss|elaborate|be drawn)\b|"
    r"\b(?:would|did|does|do)(?: not|n['’]t) (?:immediately |directly )?(?:comment|say|elaborate|respond|reply)\b|"
    r"\bno comment\b|\b(?:asked|pressed|questioned|quizzed|grilled)\b[^.]*\b(?:whether|if)\b|"
    r"\b(?:unclear|unknown|not (?:\w+ )?(?:clear|known|certain)) (?:if|whether)\b",
    re.IGNORECASE,
)
_COVERED = 0.3  # share of the question's words, weighted by rarity, that a sentence must use
_COVERED_BY_DENIAL = 0.4  # that a sentence must use to deny: what denies says most of it again
_TOO_EASILY = 0.7  # log-odds by which a model finds a contradiction too easily, where a sentence only tells of other things
_DENIED = "It is not true that "  # in front of a statement, whatever its form


@dataclass(frozen=True, slots=True)
class Settled:
    """A sentence of a text that the model was asked about; offsets are the text's.

    ``premise`` is what the model was given, the sentence before it where it goes on about that; ``covered`` is the share of
    the question's words, weighted by rarity, that the sentence uses, ``margin`` the best of a span model for words in it.
    """

    start: int
    end: int
    premise: str
    verdict: Entailment
    covered: float
    margin: float

    @property
    def affirms(self) -> bool:
        """Whether it rather affirms than denies."""
        return self.verdict.entailed >= _denial(self.verdict)

    @property
    def sureness(self) -> float:
        """The probability that it does what it rather does, 0 to 1."""
        return max(self.verdict.entailed, _denial(self.verdict))


def _denial(verdict: Entailment) -> float:
    """Return the probability of denying, 0 to 1, less what the model finds too easily."""
    kept = math.exp(-_TOO_EASILY) * verdict.contradicted
    return kept / (kept + 1 - verdict.contradicted + 1e-9)


def settled(
    model: EntailmentModel, spans: SpanModel, question: Question, statement: str, texts: Sequence[str]
) -> list[list[Settled]]:
    """Ask *model* whether *statement* follows from or contradicts the sentences of *texts* that speak of it.

    They are read for *question* with *spans*, too.

    Returns:
        The sentences asked about for every text, in the text's order, but for those that tell of another person, that would
        affirm it of another thing or without taking anybody to the place, that deny it in too few of its words or by going
        elsewhere, or that tell of silence.
    """
    laid = [[(n, sentence) for sentence in lay_out(text, ())] for n, text in enumerate(texts)]
    sentences = [one for page in laid for one in page]
    covered = _coverage(question, [sentence for _, sentence in sentences])
    ranked = sorted(range(len(sentences)), key=lambda place: (-covered[place], place))
    ranked = [place for place in ranked if not only_asks(question, sentences[place][1].slice())]
    chosen = sorted(place for place in ranked[:_JUDGED] if covered[place] >= _COVERED)
    premises = [_premise(sentences, place) for place in chosen]
    verdicts = _verdicts(model, premises, statement)
    pointed = spans.spans(question.text, premises)
    found: list[list[Settled]] = [[] for _ in texts]
    for place, premise, verdict, answers in zip(chosen, premises, verdicts, pointed, strict=True):
        number, sentence = sentences[place]
        margin = max((answer.margin for answer in answers), default=-math.inf)
        one = Settled(sentence.start, sentence.end, premise, verdict, covered[place], margin)
        silent = _SILENT.search(sentence.slice()) and not _SILENT.search(question.text)
        another = tells_of_another(question.text, premise, wholly=not one.affirms)
        if silent or another or names_another_person(question, premise):
            continue
        elsewhere = names_no_destination if one.affirms else leaves_out_destination
        if not elsewhere(question, premise) and (one.affirms or one.covered >= _COVERED_BY_DENIAL):
            found[number].append(one)
    return found


def _verdicts(model: EntailmentModel, premises: Sequence[str], statement: str) -> list[Entailment]:
    """Return the mean of what *model* says of the statement, and of its denial with both sides exchanged."""
    asked = [(premise, words) for words in (statement, f"{_DENIED}{statement}") for premise in premises]
    found = model.relate(asked)
    pairs = zip(found[: len(premises)], found[len(premises) :], strict=True)
    return [
        Entailment(
            (plain.entailed + denied.contradicted) / 2,
            (plain.neutral + denied.neutral) / 2,
            (plain.contradicted + denied.entailed) / 2,
        )
        for plain, denied in pairs
    ]


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
