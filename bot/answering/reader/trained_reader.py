"""The trained reader: a model points at words, and the question's form decides which of them can answer."""

from collections.abc import Sequence

from bot.answering.log_odds import score_at
from bot.answering.questions.question import Question, Wants
from bot.answering.questions.statements import open_question, statement_of
from bot.answering.reader.affirming import may_settle
from bot.answering.reader.ages import is_age_of_whom_it_asks, is_no_age
from bot.answering.reader.asserting import denies_what_is_asked, only_asks
from bot.answering.reader.background import is_background
from bot.answering.reader.candidates import Candidate, askable, candidates
from bot.answering.reader.counts import counts_all, counts_fewer, counts_others, says_nobody
from bot.answering.reader.elsewhere import is_set_elsewhere, is_set_on_day_asked
from bot.answering.reader.framing import frame
from bot.answering.reader.judging import judged
from bot.answering.reader.model.protocol import EntailmentModel, SpanModel
from bot.answering.reader.names import unmet_names
from bot.answering.reader.narrower import is_of_a_narrower_thing, is_of_another_year
from bot.answering.reader.offices import held_it_before, is_of_another_office, unmet_offices
from bot.answering.reader.others import goes_elsewhere, names_another_person
from bot.answering.reader.protocol import Excerpt, Reading, SpanCandidate
from bot.answering.reader.saying import words_of
from bot.answering.reader.settling import Settler
from bot.answering.reader.speech import reports_words
from bot.answering.reader.stays import is_of_the_whole_journey
from bot.answering.reader.topic import off_topic
from bot.answering.reader.undergoing import befalls_another
from bot.answering.terms import terms_of
from index.embedding.protocol import Embedder
from index.splitting import sentences_around

_NO_ANSWER = 0.5
_SHARE_OF_BEST = 0.6  # of the best score: a far better answer casts doubt on one that merely passes
# Margin that words lose where they tell of another time or thing, or count others, than is asked about, or where nobody
# says anything and what somebody said was asked for.
_ELSEWHERE = 15.0
_OF_ANOTHER_YEAR = (
    15.0  # margin that is lost besides where the very name that is asked about has another year
)
_OF_ANOTHER = 4.0  # margin that words lose where their sentence tells of somebody else, too, or they count only the children
_ON_THE_DAY = 6.0  # margin that words gain where their sentence names the very day that is asked about
_IN_ALL = 4.0  # margin that a number gains where its sentence says that it is all there are
_NOBODY = 10.0  # margin that "no" gains in "no deaths" where it is asked how many died: it says nothing else
_BESIDE_NAME = 12.0  # margin that an age beside the name of whom it asks gains: it says nothing else
# Margin that words have in favour of them: half of the questions by which the model's threshold was chosen have no answer,
# and here what was retrieved for a question about the story is read.
_RETRIEVED = 2.85
_SOFTNESS = 4.0  # of the scale on which margins become scores: this much raises even odds to 73 %


class TrainedReader:
    """A `Reader` over models of spans, entailment and sentences; safe to call from several threads if they are."""

    def __init__(self, spans: SpanModel, entailment: EntailmentModel, embedder: Embedder) -> None:
        self.name = spans.name if spans.name == entailment.name else f"{spans.name} with {entailment.name}"
        self._spans = spans
        self._entailment = entailment
        self._settler = Settler(entailment, spans, embedder)

    def read(self, question: Question, excerpts: Sequence[Excerpt]) -> list[Reading]:
        """Read every passage; one reading per excerpt, in the order given."""
        statement = statement_of(question.text) if question.wants is Wants.YES_NO else None
        if statement is not None:
            return self._settle(question, statement, excerpts)
        framed = [frame(question, excerpt) for excerpt in excerpts]
        texts = [excerpt.passage.paragraph.text for excerpt in excerpts]
        mentions = [
            askable(text, question, one.article.body) for text, one in zip(texts, excerpts, strict=True)
        ]
        places = [one.places(page) for one, page in zip(framed, mentions, strict=True)]
        found = self._spans.spans(open_question(question), [one.text for one in framed], places)
        pages = [
            candidates(question, text, page, one.own(spans))
            for text, page, one, spans in zip(texts, mentions, framed, found, strict=True)
        ]
        scored = [
            [self._scored(question, excerpt, one, penalty) for one in page]
            for excerpt, page, penalty in zip(
                excerpts,
                judged(self._entailment, question, texts, pages),
                _missing(question, excerpts),
                strict=True,
            )
        ]
        best = max((span.score for page in scored for span in page), default=0.0)
        no_answer = max(_NO_ANSWER, _SHARE_OF_BEST * best)
        return [
            Reading(excerpt.passage, tuple(page), no_answer, _closeness(question, text))
            for excerpt, text, page in zip(excerpts, texts, scored, strict=True)
        ]

    def _settle(self, question: Question, statement: str, excerpts: Sequence[Excerpt]) -> list[Reading]:
        """Answer a yes/no question by the sentences that settle it."""
        texts = [excerpt.passage.paragraph.text for excerpt in excerpts]
        found = self._settler.settled(question, statement, texts)
        readings = []
        for excerpt, text, page, penalty in zip(
            excerpts, texts, found, _missing(question, excerpts), strict=True
        ):
            known = words_of(excerpt.article)
            spans = [
                SpanCandidate(
                    excerpt.passage, one.start, one.end, score_at(one.odds - penalty / _SOFTNESS), one.affirms
                )
                for one in page
                if may_settle(question, one.premise, known, affirms=one.affirms)
            ]
            spans.sort(key=lambda span: (-span.score, span.start))
            readings.append(Reading(excerpt.passage, tuple(spans), _NO_ANSWER, _closeness(question, text)))
        return readings

    def _scored(self, question: Question, excerpt: Excerpt, one: Candidate, penalty: float) -> SpanCandidate:
        text, start, end = excerpt.passage.paragraph.text, one.start, one.end
        sentence = text[slice(*sentences_around(text, start, end))]
        if (
            is_set_elsewhere(question, excerpt, start)
            or counts_others(question, text, start, end)
            or is_no_age(question, text, start, end)
            or is_background(question, excerpt, start)
            or is_of_another_office(question, text, start, end)
            or held_it_before(question, text, start, end)
            or (question.speaker and not reports_words(text))
            or only_asks(question, sentence)
            or denies_what_is_asked(question, sentence)
            or is_of_a_narrower_thing(question, sentence)
            or is_of_the_whole_journey(question, sentence, text[start:end])
            or befalls_another(question, sentence)
        ):
            penalty += _ELSEWHERE
        elif (
            names_another_person(question, sentence)
            or goes_elsewhere(question, sentence)
            or counts_fewer(question, text, start, end)
        ):
            penalty += _OF_ANOTHER
        if is_of_another_year(question, sentence):
            penalty += _OF_ANOTHER_YEAR
        if is_age_of_whom_it_asks(question, text, start, end):
            penalty -= _BESIDE_NAME
        if is_set_on_day_asked(question, excerpt, start):
            penalty -= _ON_THE_DAY
        if says_nobody(question, text, start, end):
            penalty -= _NOBODY
        if counts_all(question, text, start, end):
            penalty -= _IN_ALL
        margin = one.margin - penalty - self._spans.threshold + _RETRIEVED
        return SpanCandidate(excerpt.passage, start, end, score_at(margin / _SOFTNESS))


def _missing(question: Question, excerpts: Sequence[Excerpt]) -> list[float]:
    """Return the margin that each excerpt loses for what its article does not speak of."""
    lost = (unmet_names(question, excerpts), unmet_offices(question, excerpts), off_topic(question, excerpts))
    return list(map(sum, zip(*lost, strict=True)))


def _closeness(question: Question, text: str) -> float:
    """Return the share of the question's words that a passage itself uses."""
    asked = {term.stem for term in question.terms}
    said = {term.stem for term in terms_of(text)}
    return round(len(asked & said) / len(asked), 6) if asked else 0.0
