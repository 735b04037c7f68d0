"""One passage held against one question: its candidates, scored by what the words around them share with it."""

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.answering.questions.question import Question, Wants
from bot.answering.reader.asserting import denies_what_is_asked, only_asks
from bot.answering.reader.candidates import askable
from bot.answering.reader.clauses import Clause
from bot.answering.reader.headings import article_stems, heading_stems
from bot.answering.reader.matching import TermMatcher, best_of, scaled
from bot.answering.reader.protocol import Excerpt, Reading, SpanCandidate
from bot.answering.reader.sentences import Sentence
from bot.answering.reader.speech import speech_fit
from bot.answering.reader.suitability import is_attributive, suitability
from bot.answering.values.kinds import NAMES, Kind
from bot.answering.values.mentions import Mention

# What a match is worth by where it stands, the value's own clause being 1.
_SAME_TIME, _SENTENCE, _APART = 0.9, 0.75, 0.45
# A name reaches over a whole article ("the ferry" is the one in the headline), what happened does not.
_NAME_IN_SENTENCE, _NAME_IN_PARAGRAPH, _NAME_IN_ARTICLE = 0.95, 0.9, 0.8
_OTHER_NAME_IN_PARAGRAPH = 0.7
_EVENT_IN_PARAGRAPH, _EVENT_IN_ARTICLE = 0.45, 0.3
_OWN_SHARE = (
    0.6  # of what the question says happened that a sentence itself must say; less costs in proportion
)
_CARRIED_OVER = 0.95  # a date taken from the sentence before
_SIMILARITY_SHARE = 0.25
_NAMED_BY_NOUN = 0.9  # a clause that holds the noun asked for, where no name of that kind is given

_OF_ANOTHER = 0.7  # a sentence without a name that sets the question apart
_SAID, _WITHOUT_PREDICATE = 0.6, 0.7  # a clause that does not say what the question's subject does
_WITHOUT_REASON = 0.75  # a sentence that gives no cause or purpose, where one is asked for
_WHO = re.compile(r"(?:who|whom|whose|which|where)\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:because|since|so that|in order to|due to|owing to|amid|after|over|aim(?:s|ed|ing)?|purpose|reason\w*|hopes?|"
    r"wants?|intends?|blamed?|caused?|why|thanks to|as a result|to (?:[a-z]+e|[a-z]+ss|[a-z]+en|[a-z]+t|[a-z]+p|[a-z]+y))\b",
    re.IGNORECASE,
)

_Candidate = tuple[int, int, float, Sentence]


class Page:
    """One passage with the question's matches worked out at every level."""

    def __init__(
        self,
        question: Question,
        matcher: TermMatcher,
        excerpt: Excerpt,
        sentences: tuple[Sentence, ...],
        hero: str | None = None,
    ) -> None:
        self.question = question
        self.matcher = matcher
        self.passage = excerpt.passage
        self.sentences = sentences
        self.askable = frozenset(askable(excerpt.passage.paragraph.text, question, excerpt.article.body))
        self._is_of_a_noun = bool(NAMES & set(question.kinds))  # "how old" is none
        self.hero = hero  # whom the question's "he" means, by the stem of the surname
        self.own = [matcher.matches(sentence.stems) for sentence in sentences]
        paragraph = matcher.matches(frozenset().union(*(sentence.stems for sentence in sentences)))
        details = excerpt.article.details
        article = matcher.matches(article_stems(excerpt.article.body) | heading_stems(details))
        self.around = best_of(
            matcher.scaled_by_reach(paragraph, _NAME_IN_PARAGRAPH, _EVENT_IN_PARAGRAPH),
            matcher.scaled_by_kind(paragraph, _OTHER_NAME_IN_PARAGRAPH, 0.0),
            matcher.scaled_by_kind(matcher.matches(heading_stems(details)), _NAME_IN_ARTICLE, 0.0),
            matcher.scaled_by_reach(article, _NAME_IN_ARTICLE, _EVENT_IN_ARTICLE),
        )

    def sentence_coverages(self) -> Iterable[tuple[str, float]]:
        """Return every sentence with how much of the question it speaks of, itself and by its surroundings."""
        for number, sentence in enumerate(self.sentences):
            yield sentence.slice(), self.matcher.coverage(best_of(self.own[number], self._context(number)))

    def reading(self, similarity: Mapping[str, float]) -> Reading:
        """Score every candidate of the passage."""
        spans: dict[tuple[int, int], float] = {}
        for start, end, score, sentence in self._candidates():
            closeness = min(1.0, max(0.0, (similarity.get(sentence.slice(), 0.0) - 0.1) / 0.6))
            total = (1 - _SIMILARITY_SHARE) * score + _SIMILARITY_SHARE * closeness * min(1.0, score / 0.5)
            spans[start, end] = max(spans.get((start, end), 0.0), round(total, 6))
        ranked = sorted(spans.items(), key=lambda item: (-item[1], item[0]))
        candidates = tuple(SpanCandidate(self.passage, a, b, score) for (a, b), score in ranked[:6])
        nearest = max((self.matcher.coverage(own) for own in self.own), default=0.0)
        return Reading(self.passage, candidates, 1.0, round(nearest, 6))

    def _context(self, number: int) -> tuple[float, ...]:
        """Return the matches that a sentence borrows from its surroundings."""
        if number and self.sentences[number].carries_on:
            before = self.matcher.scaled_by_kind(self.own[number - 1], _NAME_IN_SENTENCE, _SENTENCE)
            return best_of(self.around, before)
        return self.around

    def _candidates(self) -> Iterable[_Candidate]:
        for number, sentence in enumerate(self.sentences):
            said = sentence.slice()
            if only_asks(self.question, said) or denies_what_is_asked(self.question, said):
                continue
            if self.question.wants is Wants.VALUE:
                found = list(self._values(number, sentence))
                yield from found
                if self.question.head and not found and not self.question.naming and self._is_of_a_noun:
                    yield from self._clauses_with_noun(number, sentence)
            else:
                yield from self._whole(number, sentence)

    def _whole(self, number: int, sentence: Sentence) -> Iterable[_Candidate]:
        score = self._covered(self.own[number], number)
        if self.question.wants is Wants.YES_NO:
            score *= self._covered_strictly(number)
        if self.question.reason and not _REASON.search(sentence.text, sentence.start, sentence.end):
            score *= _WITHOUT_REASON
        if self.question.speaker:
            score *= speech_fit(sentence, self.question.speaker)
        yield (*self._highlight(sentence), score, sentence)

    def _covered(self, own: Sequence[float], number: int) -> float:
        """Return the coverage of matches that a candidate has of its own, helped by its surroundings."""
        near = self.matcher.scaled_by_kind(self.own[number], _NAME_IN_SENTENCE, _SENTENCE)
        share = self.matcher.event_coverage(best_of(own, scaled(near, 0.9)))
        matches = best_of(own, self._context(number))
        other = _OF_ANOTHER if self.matcher.misses_name(matches) else 1.0
        return self.matcher.coverage(matches) * min(1.0, share / _OWN_SHARE) * other

    def _covered_strictly(self, number: int) -> float:
        """Return less where a word of a yes/no question is met nowhere: it would be affirmed unread."""
        matches = best_of(self.own[number], self._context(number))
        return 1.0 if min(matches) >= 0.4 else 0.7

    def _highlight(self, sentence: Sentence) -> tuple[int, int]:
        """Return the clause that speaks most of the question, without the punctuation at its ends."""

        def spoken(start: int, end: int) -> float:
            return self.matcher.coverage(self.matcher.matches(sentence.stems_in(start, end)))

        clause = max(sentence.clauses, key=lambda c: (round(spoken(c.start, c.end), 6), -c.start))
        return _trimmed(sentence.text, clause.start, clause.end)

    def _clauses_with_noun(self, number: int, sentence: Sentence) -> Iterable[_Candidate]:
        head = next(
            (n for n, term in enumerate(self.question.terms) if term.stem == self.question.head), None
        )
        if head is None or self.own[number][head] < 0.8:
            return
        for clause in sentence.clauses:
            matches = self.matcher.matches(sentence.stems_in(clause.start, clause.end))
            if matches[head] >= 0.8:
                score = self._covered(matches, number) * _NAMED_BY_NOUN
                yield (*_trimmed(sentence.text, clause.start, clause.end), score, sentence)

    def _values(self, number: int, sentence: Sentence) -> Iterable[_Candidate]:
        mentions = [mention for mention in sentence.mentions if self._is_new(mention, sentence)]
        for mention in mentions:
            matches = self._around_mention(sentence, mention)
            score = self._covered(matches, number)
            if self.matcher.predicate is not None and matches[self.matcher.predicate] < _SAID:
                score *= _WITHOUT_PREDICATE
            fit = suitability(self.question, mention, mentions, sentence, self.matcher)
            yield mention.start, mention.end, score * fit, sentence
        if (
            not mentions
            and number
            and sentence.carries_on
            and {Kind.DATE, Kind.PLACE} & set(self.question.kinds)
        ):
            yield from self._carried_over(number, sentence)

    def _carried_over(self, number: int, sentence: Sentence) -> Iterable[_Candidate]:
        """Yield the values of the sentence before for one that goes on about it and has none itself."""
        before = self.sentences[number - 1]
        for mention in before.mentions:
            clause = before.clauses[before.clause_of(mention.start)]
            if clause.apart or not self._is_new(mention, before) or is_attributive(mention, before):
                continue
            score = self._covered(self.own[number], number) * _CARRIED_OVER
            fit = suitability(self.question, mention, before.mentions, before, self.matcher)
            yield mention.start, mention.end, score * fit, sentence

    def _around_mention(self, sentence: Sentence, mention: Mention) -> tuple[float, ...]:
        if mention.kind is Kind.DATE and is_attributive(mention, sentence):
            # "the 2011 earthquake": the year of the noun that follows, and of nothing else
            return self.matcher.matches(sentence.stems_in(mention.end, mention.end + 30))
        own = sentence.clause_of(mention.start)
        elsewhere = _APART if mention.kind in NAMES else _SENTENCE
        best = scaled(self.matcher.matches(sentence.stems), 0.0)
        for other, clause in enumerate(sentence.clauses):
            stems = sentence.stems_in(clause.start, clause.end)
            if other == own:
                worth = 1.0
                stems = stems | _role_stems(mention)
            elif other == own + 1 and mention.kind in NAMES and _tells_of(sentence, mention, clause):
                worth = 1.0
            elif other == own + 1 and clause.shares_time:
                worth = _SAME_TIME
            elif clause.apart or sentence.clauses[own].apart:
                worth = _APART
            else:
                worth = elsewhere
            kept = self.matcher.scaled_by_kind(
                self.matcher.matches(stems), max(worth, _NAME_IN_SENTENCE), worth
            )
            best = best_of(best, kept)
        return best

    def _is_new(self, mention: Mention, sentence: Sentence) -> bool:
        """Whether a mention may answer, and is no name that the question itself holds."""
        if mention not in self.askable:
            return False
        if mention.kind not in NAMES:
            return True
        stems = {term.stem for term in sentence.terms if mention.start <= term.start < mention.end}
        asked = {term.stem for term in self.question.terms}
        return bool(stems) and not stems & asked and self.hero not in stems


def _tells_of(sentence: Sentence, mention: Mention, clause: Clause) -> bool:
    """Whether a clause goes on about the name that it follows: "Ana Diaz, who heads the board"."""
    between = sentence.text[mention.end : clause.start]
    return not between.strip(" ,") and bool(_WHO.match(sentence.text, clause.start))


_ROLE_WORDS = {
    "start": frozenset({"start", "begin", "from", "depart", "open", "launch", "arriv"}),
    "end": frozenset({"end", "finish", "conclud", "until", "close"}),
}


def _role_stems(mention: Mention) -> frozenset[str]:
    """Return the words that a period says by its form: it starts "from", it ends "until"."""
    return _ROLE_WORDS[mention.role] if mention.role else frozenset()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start + 1 and not text[end - 1].isalnum():
        end -= 1
    while start < end - 1 and not text[start].isalnum():
        start += 1
    return start, end
