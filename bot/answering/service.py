"""The way of a question, from its words to an answer: screen, retrieve, read, compare, compose."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from bot.answering.answers import Answer, Note, RelatedPassage, Source
from bot.answering.choosing import choose_claims
from bot.answering.claims import Claims, claim_of
from bot.answering.company import company_in
from bot.answering.composition import compose, no_answer
from bot.answering.copied_claims import Copies
from bot.answering.copies import Found, find_distinct, with_copies, without
from bot.answering.corrections import claims_chosen
from bot.answering.descriptions import with_names
from bot.answering.intake import check_question, screen
from bot.answering.interviews import with_answers
from bot.answering.likeness import Likeness
from bot.answering.opposition import Opposition, never_opposed
from bot.answering.other_side import masked_sentences
from bot.answering.places_meant import with_closer_places
from bot.answering.questions.analysis import analyse
from bot.answering.questions.everyday import in_plain_words
from bot.answering.questions.question import Question
from bot.answering.reader.protocol import Excerpt, Reader, Reading, joined
from bot.answering.reprints import Runs, reports_of, runs_of, words_of
from bot.answering.rulings import Heeded, Meaning, Ruling, heeded, meaning_of
from bot.answering.spelling import put_right
from bot.answering.synonyms import with_articles_words
from bot.answering.terms import terms_of
from bot.answering.twin_claims import with_twins
from bot.answering.values.consistency import length_conflicts, weekday_conflicts
from bot.answering.values.context import ArticleContext, article_context
from bot.answering.values.kinds import Kind
from bot.answering.versions import group_claims
from bot.answering.whom_meant import with_whom_meant
from index.articles import Article, Paragraph
from index.errors import UnknownArticleError
from index.retrieval.passages import Passage
from index.wiring import OpenIndex

_FURTHER = 12  # passages read in search of another side: half of those read for the question
_RELATED_SHOWN = 3
_RELATED_CLOSENESS = 0.25  # share of the question's words that a passage must speak of to be called related


@dataclass(frozen=True, slots=True)
class Considered:
    """An answer with what it came from: the passages read, best first.

    ``meaning`` is None where nothing was looked up, as for small talk.
    """

    answer: Answer
    passages: tuple[Passage, ...] = ()
    meaning: Callable[[], Meaning] | None = None


class AnswerService:
    """Answers questions from one opened index version with one reader; deterministic, and safe to keep.

    ``fingerprint`` names the reader together with whatever else decides on answers.
    """

    def __init__(
        self,
        index: OpenIndex,
        reader: Reader,
        detect_language: Callable[[str], str],
        *,
        passages_read: int,
        fingerprint: str = "",
        opposed: Opposition = never_opposed,
    ) -> None:
        self.index = index
        self.reader = reader
        self.fingerprint = fingerprint or reader.name
        self._detect_language = detect_language
        self._opposed = opposed
        self._passages_read = passages_read
        self._context = lru_cache(maxsize=1024)(self._article_context)
        self._runs = lru_cache(maxsize=256)(self._article_runs)
        self._company = lru_cache(maxsize=256)(self._article_company)
        self._words = lru_cache(maxsize=64)(self._article_words)
        self._corpus_words = cache(self._words_of_all)

    def answer(self, question: str) -> Answer:
        """Answer *question* in the sources' own words; see `consider`."""
        return self.consider(question).answer

    def consider(self, question: str, rulings: Sequence[Ruling] = ()) -> Considered:
        """Answer *question* in the sources' own words, heeding *rulings*, and say what the answer came from.

        Raises:
            QuestionError: the question is empty or too long.
            DamagedQuoteError: a stored text is not the one that was indexed.
        """
        trimmed = check_question(question)
        refusal = screen(trimmed, self._detect_language, self._corpus_words)
        if refusal is not None:
            return Considered(Answer(trimmed, refusal, self.index.version))
        found = self._search(trimmed)
        meant = put_right(trimmed, [p.paragraph.text for p in found.distinct], self.index.embedder.words)
        bodies = self._bodies(found)
        named = with_names(in_plain_words(meant, bodies), bodies)
        named = with_closer_places(named, bodies)
        analysed = analyse(named)
        reworded = analyse(with_articles_words(named, bodies))
        # A synonym of the word that tells what is asked for need not tell it, too: "venue", but "site".
        if (reworded.wants, reworded.kinds) == (analysed.wants, analysed.kinds):
            analysed = reworded
        asked = analysed
        if analysed.text != trimmed:
            found = self._search(analysed.text)
        meaning = cache(lambda: meaning_of(asked, self.index.embedder))
        heed = heeded(rulings, self.fingerprint, meaning)
        likeness = Likeness(self.index.embedder, self.index.article)
        readings = self._readings_of(analysed, found)
        added = claims_chosen(analysed, heed.chosen, self._chosen_paragraph, self._context)
        claims = heed.on(self._claims(analysed, readings, likeness), added)
        if analysed.otherwise is not None and not claims.chosen:
            analysed = analysed.otherwise
            readings = self._readings_of(analysed, found)
            claims = heed.on(self._claims(analysed, readings, likeness), added)
        further = without(
            [self._search(sentence) for sentence in masked_sentences(analysed, claims)], found, _FURTHER
        )
        if further.distinct:
            readings = joined(readings, self._readings_of(analysed, further))
            claims = heed.on(self._claims(analysed, readings, likeness), added)
        answer = self._compose(analysed, readings, claims, heed)
        return Considered(replace(answer, question=trimmed), (*found.passages, *further.passages), meaning)

    def source_of(self, article_id: str) -> Source:
        """Return an article as a citation names it."""
        return Source(article_id, self.index.article(article_id).details, self._context(article_id).dateline)

    def _search(self, question: str) -> Found:
        return find_distinct(
            lambda limit: with_answers(self.index.search(question, limit), self.index.article),
            self._passages_read,
            self._reports,
        )

    def _bodies(self, found: Found) -> list[str]:
        """Return the bodies of the articles of *found*, those of the best passages first."""
        names = dict.fromkeys(passage.paragraph.article_id for passage in found.distinct)
        return [self.index.article(name).body for name in names]

    def _reports(self, article_ids: Iterable[str]) -> dict[str, str]:
        return reports_of({name: self._runs(name) for name in article_ids})

    def _readings_of(self, question: Question, found: Found) -> list[Reading]:
        excerpts = [
            Excerpt(passage, self.index.article(passage.paragraph.article_id)) for passage in found.distinct
        ]
        return with_copies(self.reader.read(question, excerpts), found)

    def _contexts(self, readings: Sequence[Reading]) -> dict[str, ArticleContext]:
        names = sorted({reading.passage.paragraph.article_id for reading in readings})
        return {name: self._context(name) for name in names}

    def _claims(self, question: Question, readings: Sequence[Reading], likeness: Likeness) -> Claims:
        contexts = self._contexts(readings)
        readings = with_whom_meant(question, readings, self.index.article)
        readings = likeness.weighed(question, readings, contexts)
        copies = self._copies(contexts)
        chosen = choose_claims(question, readings, contexts, copies)
        return with_twins(chosen, readings, copies, lambda span: claim_of(question, span, contexts))

    def _copies(self, article_ids: Iterable[str]) -> Copies:
        return Copies(self._reports(article_ids), self._holds)

    def _compose(
        self, question: Question, readings: Sequence[Reading], claims: Claims, heed: Heeded
    ) -> Answer:
        if not claims.chosen:
            return no_answer(question.text, self.index.version, self._related(readings))
        cited = sorted({claim.article_id for claim in claims.chosen})
        contexts = self._contexts(readings) | {name: self._context(name) for name in cited}
        copies = self._copies(cited)
        return compose(
            question,
            group_claims(claims.chosen, copies),
            many=claims.many,
            sources={name: self.source_of(name) for name in cited},
            contexts=contexts,
            copies=copies,
            notes=self._notes(question, cited, contexts),
            index_version=self.index.version,
            compatible=heed.compatible,
            opposed=self._opposed,
            company=self._company,
        )

    def _chosen_paragraph(self, article_id: str, paragraph_id: str) -> Paragraph | None:
        try:
            paragraphs = self.index.article(article_id).paragraphs
        except UnknownArticleError:
            return None
        return next((one for one in paragraphs if one.id == paragraph_id), None)

    def _related(self, readings: Sequence[Reading]) -> list[RelatedPassage]:
        near = [reading for reading in readings if reading.closeness >= _RELATED_CLOSENESS]
        near.sort(key=lambda r: (-r.closeness, r.passage.rank))
        return [
            RelatedPassage(
                reading.passage.paragraph,
                self.source_of(reading.passage.paragraph.article_id),
                reading.closeness,
            )
            for reading in near[:_RELATED_SHOWN]
        ]

    def _notes(
        self, question: Question, cited: Sequence[str], contexts: Mapping[str, ArticleContext]
    ) -> list[Note]:
        checks = []
        if Kind.DATE in question.kinds:
            checks.append(weekday_conflicts)
        if Kind.DURATION in question.kinds or question.period or question.role:
            checks.append(length_conflicts)
        return [
            Note(name, remark.rule, remark.values)
            for name in cited
            for check in checks
            for remark in check(self.index.article(name).body, contexts[name])
        ]

    def _article_context(self, article_id: str) -> ArticleContext:
        article: Article = self.index.article(article_id)
        return article_context(article.body, article.details.published)

    def _article_runs(self, article_id: str) -> Runs:
        return runs_of(self.index.article(article_id).body)

    def _article_company(self, article_id: str) -> frozenset[str]:
        return company_in(self.index.article(article_id).body)

    def _holds(self, article_id: str, words: str) -> bool:
        """Whether words stand in an article, one after another."""
        return f" {words} " in f" {self._words(article_id)} "

    def _article_words(self, article_id: str) -> str:
        return " ".join(words_of(self.index.article(article_id).body))

    def _words_of_all(self) -> Collection[str]:
        return frozenset(
            term.word for name in self.index.article_ids() for term in terms_of(self.index.article(name).body)
        )
