"""Claims: what each article says in answer, as a span with its value, chosen from a reader's spans."""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bot.answering.copied_claims import Copies, outdone
from bot.answering.questions.question import Question, Wants
from bot.answering.reader.protocol import Reading, SpanCandidate
from bot.answering.reprints import words_of
from bot.answering.terms import terms_of
from bot.answering.values.comparison import Fit, compare
from bot.answering.values.context import ArticleContext
from bot.answering.values.kinds import Kind
from bot.answering.values.resolution import value_of
from bot.answering.values.values import Value
from bot.answering.yes_no import yes_no_value

_NAMES = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANISATION})
_FORMAL = frozenset(Kind) - _NAMES - {Kind.TEXT}
_CLOSE = 0.95  # of an article's best score: its other values this near answer as well as the best
_SUPPORTING = 0.95  # of it: a second quote for the same value this near is worth showing
_LIST_GAP = 80  # characters between two names of a list, others and what they are among them
# No word but names, what people are, and what joins them.
_LISTED = re.compile(
    r"(?:\s*(?:,|;|&|/|\band\b|\bor\b|\bas well as\b|\bplus\b|\(|\)|\*|\bthe\b|\ba\b|\ban\b|\bof\b|\bboth\b|"
    r"[A-Z][\w.’'-]*|[a-z]+(?:er|or|ist|ian|ant|ent|ain|man|chief|lot)\b))*\s*"
)
# Share and number of words that two sentences of one article have in common if they tell the same.
_ALIKE, _LEAST_ALIKE = 0.5, 3
_CORROBORATING = 0.05  # score from which a claim counts where another article makes the same
LEVEL = 1.5  # log-odds by which a reading may be weaker than a sure one and still call it in question
SURE = 0.8  # score from which a reading counts however much surer another is
_FAR_BEHIND = 3.0  # log-odds
_SENTENCES_SHOWN = 3
_VALUES_SHOWN = 8


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


def choose_claims(
    question: Question,
    readings: Iterable[Reading],
    contexts: Mapping[str, ArticleContext],
    copies: Copies | None = None,
) -> Claims:
    """Keep, of every article, the value it gives; for a question that takes several, all that come close.

    Articles that are *copies* of one report answer with the same sentence, unless one of them changed it.
    """
    readings = tuple(readings)
    spans = [span for reading in readings for span in reading.answers]
    if question.wants is Wants.SENTENCES:
        return Claims(_best_sentences(spans), many=True)
    valued = [claim_of(question, span, contexts) for span in spans]
    if question.about is not None:  # "next week" does not say when next week is
        valued = [claim for claim in valued if claim.value.canonical is not None]
    by_article: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(valued, key=lambda claim: (-claim.span.score, claim.place)):
        by_article[claim.article_id].append(claim)
    many = question.many or any(_gives_several(claims) for claims in by_article.values())
    if copies is not None:
        by_article = _agreed(by_article, copies, share=_CLOSE if many else 1.0)
    keep: Callable[[Sequence[Claim]], list[Claim]] = (
        _all_close if many else partial(_best_and_same, wanted=frozenset(question.kinds))
    )
    chosen = [claim for name in sorted(by_article) for claim in keep(by_article[name])]
    if not many:
        chosen = _not_far_behind(chosen)
    return Claims((*chosen, *_corroborating(chosen, question, readings, contexts)), many)


def log_odds(score: float) -> float:
    """Return the log-odds of a reading's score, bounded to what six digits can tell."""
    bounded = min(max(score, 1e-6), 1 - 1e-6)
    return math.log(bounded / (1 - bounded))


def _not_far_behind(claims: Sequence[Claim]) -> list[Claim]:
    """Leave out what was read so much less surely than the best that it is rather misread than another answer.

    "Yes" and "no" cannot both hold: of these nothing is left that would not call the other in question.
    """
    if not claims:
        return []
    best = max(claims, key=lambda claim: claim.span.score)
    surest = log_odds(best.span.score)
    return [
        claim
        for claim in claims
        if claim.span.score >= SURE
        or surest - log_odds(claim.span.score) <= (LEVEL if claim.value.kind is Kind.YES_NO else _FAR_BEHIND)
        or compare(best.value, claim.value).fit in {Fit.SAME, Fit.FINER}
    ]


def _corroborating(
    chosen: Sequence[Claim],
    question: Question,
    readings: Iterable[Reading],
    contexts: Mapping[str, ArticleContext],
) -> list[Claim]:
    """Return the surest claim of every other article whose value fits one of *chosen*, though it was read less surely.

    That it gives the very value is itself evidence that it speaks of the same.
    """
    settled = {claim.article_id for claim in chosen}
    stated = [claim.value for claim in chosen if claim.value.kind not in {Kind.TEXT, Kind.YES_NO}]
    found: dict[str, Claim] = {}
    spans = [span for reading in readings for span in reading.spans if span.score >= _CORROBORATING]
    for span in sorted(spans, key=lambda s: (-s.score, s.passage.paragraph.number, s.start)):
        name = span.passage.paragraph.article_id
        if not stated or name in settled or name in found:
            continue
        claim = claim_of(question, span, contexts)
        if any(compare(claim.value, value).fit in {Fit.SAME, Fit.FINER} for value in stated):
            found[name] = claim
    return [found[name] for name in sorted(found)]


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
    wanted = question.kinds[0] if len(question.kinds) == 1 else None
    return value_of(paragraph.text, span.start, span.end, contexts[paragraph.article_id], wanted)


def _agreed(
    by_article: Mapping[str, Sequence[Claim]], copies: Copies, share: float
) -> defaultdict[str, list[Claim]]:
    """Leave out what another sentence of the same report outdoes; an article may be left with nothing."""
    values = {claim.span: claim.value for claims in by_article.values() for claim in claims}
    spans = {name: [claim.span for claim in claims] for name, claims in by_article.items()}

    def says_the_same(first: SpanCandidate, second: SpanCandidate) -> bool:
        return compare(values[first], values[second]).fit in {Fit.SAME, Fit.FINER}

    beaten = outdone(spans, copies, says_the_same, share)
    kept: defaultdict[str, list[Claim]] = defaultdict(list)
    for name, claims in by_article.items():
        if standing := [claim for claim in claims if claim.span not in beaten]:
            kept[name] = standing
    return kept


def _best_sentences(spans: Iterable[SpanCandidate]) -> tuple[Claim, ...]:
    ranked = sorted(
        spans, key=lambda s: (-s.score, s.passage.paragraph.article_id, s.passage.paragraph.number, s.start)
    )
    close = [(span, tuple(words_of(span.text))) for span in ranked if span.score >= _CLOSE * ranked[0].score]
    shown = list(dict.fromkeys(words for _, words in close))[:_SENTENCES_SHOWN]  # a reprint's come with them
    return tuple(Claim(span, Value(Kind.TEXT, None, None)) for span, words in close if words in shown)


def _gives_several(claims: Sequence[Claim]) -> bool:
    """Whether one article itself lists two different names in answer: then both may hold."""
    best = claims[0]
    if best.value.kind not in _NAMES:
        return False
    return any(
        claim.span.score >= _CLOSE * best.span.score
        and compare(best.value, claim.value).fit is Fit.DIFFERENT
        and _are_listed(best, claim)
        for claim in claims[1:]
    )


def _are_listed(one: Claim, other: Claim) -> bool:
    """Whether two claims stand in one list ("Ana Diaz, the mayor, and Bram Holt"), not in one sentence only."""
    first, second = sorted((one, other), key=lambda claim: claim.place)
    if first.place[:2] != second.place[:2]:
        return False
    between = first.span.passage.paragraph.text[first.span.end : second.span.start]
    return len(between) <= _LIST_GAP and bool(_LISTED.fullmatch(between))


def _all_close(claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if claim.span.score >= _CLOSE * claims[0].span.score][:_VALUES_SHOWN]


def _best_and_same(claims: Sequence[Claim], wanted: frozenset[Kind]) -> list[Claim]:
    """Return the best claim, with the article's others that say the same.

    Where the values *wanted* have a form of their own, it is the best whose value could be resolved.
    """
    best = claims[0]
    if wanted and wanted <= _FORMAL:
        best = next((claim for claim in claims if claim.value.canonical is not None), best)
    same = [
        claim
        for claim in claims
        if claim is not best
        and claim.span.score >= _SUPPORTING * best.span.score
        and compare(best.value, claim.value).fit in {Fit.SAME, Fit.FINER}
    ]
    return [best, *same, *_against_itself(best, claims)]


def _against_itself(best: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims in which an article gives another value in a sentence that otherwise says the same."""
    if best.value.kind not in _FORMAL:
        return []
    said = _words_around(best)
    return [
        claim
        for claim in claims
        if compare(best.value, claim.value).fit is Fit.DIFFERENT
        and not _holds(claim, best)
        and len(said & _words_around(claim)) >= max(_LEAST_ALIKE, _ALIKE * len(said | _words_around(claim)))
    ]


def _holds(claim: Claim, other: Claim) -> bool:
    """Whether both claims stand in one sentence: then it tells them apart itself ("from 15 to 9 percent")."""
    return claim.place[:2] == other.place[:2] and claim.span.sentences == other.span.sentences


def _words_around(claim: Claim) -> frozenset[str]:
    """Return the stems of a claim's own sentences, without its value and without any figures."""
    text, span = claim.span.passage.paragraph.text, claim.span
    start, end = span.sentences
    return frozenset(
        term.stem
        for term in terms_of(text)
        if term.is_content
        and start <= term.start < end
        and not span.start <= term.start < span.end
        and not term.word[0].isdigit()
    )
