"""Choosing what counts in answer: what each article claims, weighed against what the others do."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import partial

from bot.answering.article_claims import CLOSE, all_close, best_and_same, gives_several
from bot.answering.backing import with_backing
from bot.answering.claims import Claim, Claims, claim_of
from bot.answering.copied_claims import ALL_APART, Copies, outdone
from bot.answering.log_odds import log_odds
from bot.answering.questions.question import Question, Wants
from bot.answering.reader.protocol import Reading, SpanCandidate
from bot.answering.reprints import words_of
from bot.answering.values.comparison import Fit, compare
from bot.answering.values.context import ArticleContext
from bot.answering.values.kinds import NAMES, Kind
from bot.answering.values.quantities.amounts import Quantity
from bot.answering.values.values import Value
from bot.answering.yes_no import held_against

_CORROBORATING = 0.05  # score from which a claim counts where another article makes the same
_CORROBORATING_RARE = 0.02  # the same for what articles seldom say of anything else
_RARE = frozenset({Kind.NUMBER, Kind.PERSON, Kind.PLACE})
_TELLING = 0.01  # the same for a number of three figures or more, which is hardly ever said of two things
_LEVEL = 2.5  # log-odds by which a reading may be weaker than another and still call it in question
_SURE = 0.7  # score from which a reading counts however much surer another is
_NEARLY = 4.0  # log-odds by which another article's name may be read less surely than an article's own best
_SENTENCES_SHOWN = 3
_BESIDE = 3.0  # log-odds by which a sentence may be weaker than the best and still be shown beside it
_NEAR = Fraction(5, 4)  # times that a number may be another that it fits, and still speak for it
_EDTF_YEAR = re.compile(r"\b(?:\d{4}|X{4})(?=-|$|/)")  # of a value as it is written; X where it is not known


def choose_claims(
    question: Question,
    readings: Iterable[Reading],
    contexts: Mapping[str, ArticleContext],
    copies: Copies | None = None,
) -> Claims:
    """Keep, of every article, the value it gives; for a question that takes several, all that come close.

    Articles that are *copies* of one report answer with the same sentence, unless one of them changed it. What several
    reports give counts for more than one's (`with_backing`).
    """
    readings = with_backing(question, tuple(readings), contexts, copies or ALL_APART)
    spans = [span for reading in readings for span in reading.answers]
    if question.wants is Wants.SENTENCES:
        return Claims(_best_sentences(spans), many=True)
    valued = [claim_of(question, span, contexts) for span in spans]
    if question.about is not None:  # "next week" does not say when next week is
        valued = [claim for claim in valued if claim.value.canonical is not None]
    proposal = question.proposal
    if proposal is not None:  # "2100" neither affirms nor denies "two feet"
        valued = [claim for claim in valued if held_against(proposal, claim.value) is not None]
    by_article: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(valued, key=lambda claim: (-claim.span.score, claim.place)):
        by_article[claim.article_id].append(claim)
    many = question.many or any(gives_several(claims) for claims in by_article.values())
    if copies is not None:
        by_article = _agreed(by_article, copies, share=CLOSE if many else 1.0)
    keep: Callable[[Sequence[Claim]], list[Claim]] = (
        all_close if many else partial(best_and_same, wanted=frozenset(question.kinds))
    )
    chosen = [claim for name in sorted(by_article) for claim in keep(by_article[name])]
    if not many:
        chosen = _not_far_behind(_in_agreement(chosen, by_article))
    return Claims((*chosen, *_corroborating(chosen, question, readings, contexts)), many)


def are_level(weak: float, strong: float) -> bool:
    """Whether a reading's score, 0 to 1, is near enough to another's to be more than a misreading, or is sure by itself."""
    return weak >= _SURE or log_odds(strong) - log_odds(weak) <= _LEVEL


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
    """Return the surest words of the three best sentences: the others of a sentence are quoted with them anyway."""
    ranked = sorted(
        spans, key=lambda s: (-s.score, s.passage.paragraph.article_id, s.passage.paragraph.number, s.start)
    )
    surest: dict[tuple[str, tuple[int, int]], SpanCandidate] = {}
    for span in ranked:
        if log_odds(ranked[0].score) - log_odds(span.score) <= _BESIDE:
            surest.setdefault((span.passage.paragraph.id, span.sentences), span)
    close = [(span, tuple(words_of(span.text))) for span in surest.values()]
    shown = list(dict.fromkeys(words for _, words in close))[:_SENTENCES_SHOWN]  # a reprint's come with them
    return tuple(Claim(span, Value(Kind.TEXT, None, None)) for span, words in close if words in shown)


def _in_agreement(chosen: Sequence[Claim], by_article: Mapping[str, Sequence[Claim]]) -> list[Claim]:
    """Let an article say the name that another says most surely, where it does so nearly as surely as another name.

    That both give it is evidence of its own; the other name is rather that of another place or person of the story.
    """
    if not chosen:
        return []
    surest = max(chosen, key=lambda claim: claim.span.score)
    agreeing = {name: _agreeing(claims, surest) for name, claims in by_article.items()}
    kept = [claim for claim in chosen if agreeing[claim.article_id] is None]
    return sorted([*kept, *filter(None, agreeing.values())], key=lambda claim: claim.article_id)


def _agreeing(claims: Sequence[Claim], surest: Claim) -> Claim | None:
    """Return an article's claim of the value of *surest*, if its own best is another name and hardly surer."""
    best = claims[0]
    if best.value.kind not in NAMES or compare(best.value, surest.value).fit is not Fit.DIFFERENT:
        return None
    return next(
        (
            claim
            for claim in claims
            if compare(surest.value, claim.value).fit in {Fit.SAME, Fit.FINER}
            and log_odds(best.span.score) - log_odds(claim.span.score) <= _NEARLY
        ),
        None,
    )


def _not_far_behind(claims: Sequence[Claim]) -> list[Claim]:
    """Leave out what was read so much less surely than the best that it is rather misread than another answer."""
    if not claims:
        return []
    best = max(claims, key=lambda claim: claim.span.score)
    return [
        claim
        for claim in claims
        if are_level(claim.span.score, best.span.score)
        or compare(best.value, claim.value).fit in {Fit.SAME, Fit.FINER}
    ]


def _is_telling(claim: Claim) -> bool:
    """Whether a claim is of an exact number with three figures or more, zeros at its ends aside."""
    payload = claim.value.payload
    if not isinstance(payload, Quantity) or not payload.is_exact:
        return False
    number = payload.written.split(" ")[0]
    return len("".join(filter(str.isdigit, number)).strip("0")) > 2


def _is_as_close(one: Value, other: Value) -> bool:
    """Whether of two values that fit each other either says as much: a date of another, and a number near another.

    Dates may differ in the year. Every greater number fits "at least 15"; one of 70 is no evidence of it.
    """
    first, second = one.payload, other.payload
    if isinstance(first, Quantity) and isinstance(second, Quantity):
        if not (first.stated and second.stated):
            return True
        lesser, greater = sorted((abs(first.stated), abs(second.stated)))
        return greater <= _NEAR * lesser
    if one.kind is not Kind.DATE or one.canonical is None or other.canonical is None:
        return True
    return _EDTF_YEAR.sub("", one.canonical) == _EDTF_YEAR.sub("", other.canonical)


def _corroborating(
    chosen: Sequence[Claim],
    question: Question,
    readings: Iterable[Reading],
    contexts: Mapping[str, ArticleContext],
) -> list[Claim]:
    """Return the surest claim of every other article whose value fits one of *chosen*, though it was read less surely.

    That it gives the very value is itself evidence that it speaks of the same; that it gives some day in that month, or
    a number that is "at least 15" like any greater one, is none.
    """
    settled = {claim.article_id for claim in chosen}
    # Whom "the Mayor" means is evidence enough to compare, none that what else names her says the same.
    stated = [
        claim.value
        for claim in chosen
        if claim.value.kind not in {Kind.TEXT, Kind.YES_NO} and claim.span.meant is None
    ]
    found: dict[str, Claim] = {}
    spans = [span for reading in readings for span in reading.spans if span.score >= _TELLING]
    for span in sorted(spans, key=lambda s: (-s.score, s.passage.paragraph.number, s.start)):
        name = span.passage.paragraph.article_id
        if not stated or name in settled or name in found or span.meant is not None:
            continue
        claim = claim_of(question, span, contexts)
        kind, telling = claim.value.kind, _is_telling(claim)
        if span.score < (_CORROBORATING_RARE if kind in _RARE else _CORROBORATING) and not telling:
            continue
        exactly = kind is Kind.NUMBER and span.score < _CORROBORATING and not telling
        fits = {Fit.SAME} if exactly else {Fit.SAME, Fit.FINER}
        if any(
            compare(claim.value, value).fit in fits and _is_as_close(claim.value, value) for value in stated
        ):
            found[name] = claim
    return [found[name] for name in sorted(found)]
