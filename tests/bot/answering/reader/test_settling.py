"""Which sentences are asked about a yes/no question's statement, and in what company."""

import math
from collections.abc import Sequence

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.questions.question import Question
from bot.answering.reader.model.protocol import Entailment
from bot.answering.reader.settling import Settled, Settler
from tests.bot.answering.reader.scripted_models import Judge, Nearness, Pointer

POINTER = Pointer({})
FAR = Nearness()  # from every text
STATEMENT = "the ferry sank"
AFFIRMATION = "It is true that the ferry sank."
DENIAL = "It is not true that the ferry sank."
QUESTION = "Did the Linnea ferry sink near Tornvik?"


def settled(
    judge: Judge,
    question: Question,
    statement: str,
    texts: Sequence[str],
    *,
    pointer: Pointer = POINTER,
    nearness: Nearness = FAR,
) -> list[list[Settled]]:
    """Return what settles a question by models whose every word is known."""
    return Settler(judge, pointer, nearness).settled(question, statement, texts)


def _asked(*texts: str, nearness: Nearness = FAR) -> list[str]:
    """Return the premises that the model is asked about."""
    judge = Judge()
    settled(judge, analyse(QUESTION), STATEMENT, texts, nearness=nearness)
    asked = [premise for premise, hypothesis in judge.pairs if hypothesis == DENIAL]
    assert judge.pairs == [(premise, words) for words in (AFFIRMATION, DENIAL) for premise in asked]
    return asked


def test_at_most_twenty_four_sentences_are_asked_about() -> None:
    """Those that use most of the question and are nearest to it are; of equal ones the earlier."""
    full, near = "The Linnea ferry sank near Tornvik.", "A ship was lost off the coast."
    texts = [f"The Linnea ferry sank, said witness {n}." for n in range(20)]
    asked = _asked(*texts, *["It rained."] * 10, near, full, nearness=Nearness({near: 0.9}))
    assert len(asked) == 24
    assert asked == [*texts, "It rained.", "It rained.", near, full]


def test_only_those_that_use_most_words_are_held_against_the_question() -> None:
    """Embedding costs as much as reading, so a sentence behind forty-eight that use more words is left out."""
    texts = [f"The Linnea ferry sank, said witness {n}." for n in range(48)]
    near = "A ship was lost off the coast."
    assert near not in _asked(near, *texts, nearness=Nearness({near: 1.0}))
    assert near in _asked(near, *texts[1:], nearness=Nearness({near: 1.0}))


def test_a_sentence_that_goes_on_is_read_behind_the_one_before() -> None:
    """The words "It sank near Tornvik" tell what sank only behind the sentence before; a new paragraph begins anew."""
    again = "It sank near Tornvik, and no ferry came."
    text = f"The boat left at noon.  {again}"
    assert _asked(text, again) == ["The boat left at noon.", text, again]


def test_what_goes_on_is_judged_but_quoted_alone() -> None:
    """The premise holds the sentence before; the span is the sentence itself."""
    text = "Rain fell. It sank near Tornvik, and no ferry came."
    judge = Judge(Entailment(0.8, 0.1, 0.1))
    (page,) = settled(judge, analyse(QUESTION), STATEMENT, [text])
    assert judge.pairs[2:] == [("Rain fell.", DENIAL), (text, DENIAL)]
    assert text[page[1].start : page[1].end] == "It sank near Tornvik, and no ferry came."


def test_every_text_has_its_page() -> None:
    """Texts without a fitting sentence have none, and the others' stand in the text's order."""
    yes, no = Entailment(0.7, 0.2, 0.1), Entailment(0.1, 0.2, 0.7)
    first, second = "The Linnea sank near Tornvik.", "The ferry Linnea never sank."
    judge = Judge(yes, {(second, STATEMENT): no})
    empty, page, unfit = settled(judge, analyse(QUESTION), STATEMENT, ["", f"{first} {second}", "It rained."])
    assert empty == []
    assert [one.premise for one in unfit] == ["It rained."]
    assert [(one.start, one.end, one.affirms) for one in page] == [
        (0, len(first), True),
        (len(first) + 1, len(first) + 1 + len(second), False),
    ]


def test_a_question_without_words_of_its_own_asks_nothing() -> None:
    """Where nothing can be covered no sentence is taken for the matter's."""
    judge = Judge()
    assert settled(judge, analyse("Is it him?"), "it is him", ["It is him.", "No."]) == [[], []]
    assert judge.pairs == []
    assert settled(judge, analyse(QUESTION), STATEMENT, []) == []


EVEN = 2.4  # log-odds, of what speaks for a sentence that just settles the question


@pytest.mark.parametrize(
    ("cosine", "margin", "odds"),
    [
        (0.0, 0.0, 4.2 - EVEN),
        (0.5, 0.0, 4.2 + 3.2 * 0.5 - EVEN),
        (0.0, 2.0, 4.2 + 0.15 * 2 - EVEN),
        (0.0, 9.0, 4.2 + 0.15 * 4 - EVEN),
        (0.0, -20.0, 4.2 - 0.15 * 8 - EVEN),
    ],
)
def test_three_things_tell_whether_a_sentence_settles(cosine: float, margin: float, odds: float) -> None:
    """The words it uses, how near it is, and what is pointed at in it, within bounds; the verdict has no say in that."""
    text = "The Linnea ferry sank near Tornvik."
    for verdict in (Entailment(0.9, 0.1, 0.0), Entailment(0.3, 0.4, 0.3)):
        (page,) = settled(
            Judge(verdict),
            analyse(QUESTION),
            STATEMENT,
            [text],
            pointer=Pointer({"ferry": margin, "Linnea": margin - 1}),
            nearness=Nearness({text: cosine}),
        )
        assert [one.odds for one in page] == [pytest.approx(odds)]


def test_a_word_counts_by_its_rarity() -> None:
    """A word counts by its rarity: two that both sentences use for less than one that only the other does."""
    text = "The gangway at Tornvik was shut. The gangway was shut."
    (page, _) = settled(
        Judge(),
        analyse("Was the gangway at Tornvik shut?"),
        STATEMENT,
        [text, "It rained."],
        pointer=Pointer({"gangway": 0.0}),
    )
    common, rare = math.log(4 / 2.5), math.log(4 / 1.5)
    assert [one.odds + EVEN for one in page] == pytest.approx([4.2, 4.2 * 2 * common / (2 * common + rare)])


class Decided:
    """A model with one verdict on a statement and another on its denial."""

    name = "decided"

    def __init__(self, affirmation: Entailment, denial: Entailment) -> None:
        self._verdicts = {AFFIRMATION: affirmation, DENIAL: denial}

    def relate(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
        """Judge by the hypothesis alone."""
        return [self._verdicts[hypothesis] for _, hypothesis in pairs]


@pytest.mark.parametrize(
    ("affirmation", "denial", "affirms"),
    [
        (Entailment(0.8, 0.1, 0.1), Entailment(0.1, 0.1, 0.8), True),
        (Entailment(0.1, 0.1, 0.8), Entailment(0.8, 0.1, 0.1), False),
        (Entailment(0.9, 0.1, 0.0), Entailment(0.8, 0.1, 0.1), True),
        (Entailment(0.6, 0.4, 0.0), Entailment(0.8, 0.2, 0.0), False),
        (Entailment(0.3, 0.4, 0.3), Entailment(0.2, 0.4, 0.4), True),
    ],
)
def test_the_statement_and_its_denial_tell_which_way(
    affirmation: Entailment, denial: Entailment, affirms: bool
) -> None:
    """What is said of both is surer than what is said of one: a model that holds everything true tells nothing."""
    settler = Settler(Decided(affirmation, denial), POINTER, Nearness())
    (page,) = settler.settled(analyse(QUESTION), STATEMENT, ["The Linnea ferry sank near Tornvik."])
    assert [one.affirms for one in page] == [affirms]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Koizumi will visit Washington.", []),
        ("Koizumi will not visit Hawaii.", [False]),
        ("Koizumi will visit Washington, and Hawaii in May only.", [False]),
    ],
)
def test_going_elsewhere_is_not_staying_away(text: str, found: list[bool]) -> None:
    """Who visits one place may visit another; a sentence that names the place asked about may deny it."""
    question, judge = analyse("Will Koizumi visit Hawaii?"), Judge(Entailment(0.0, 0.1, 0.9))
    (page,) = settled(judge, question, "Koizumi will visit Hawaii", [text])
    assert [one.affirms for one in page] == found


def test_another_person_neither_meets_nor_fails_to() -> None:
    """Whom he met instead does not deny that he met the one who was asked about."""
    question = analyse("Will Donald Trump meet Shinjiro Koizumi?")
    text = "Shinjiro Koizumi will meet Pete Hegseth."
    for verdict in (Entailment(0.9, 0.1, 0.0), Entailment(0.0, 0.1, 0.9)):
        assert settled(Judge(verdict), question, "Trump will meet Koizumi", [text]) == [[]]


def test_a_sentence_that_tells_of_another_affirms_nothing_but_may_deny() -> None:
    """Meeting Paparo in Hawaii is not meeting Hegseth there; meeting him in Washington may well speak against it."""
    question = analyse("Will Koizumi meet Hegseth in Hawaii?")
    elsewhere = "Koizumi will meet Hegseth in Washington."
    text = f"Koizumi will meet Samuel Paparo in Hawaii. {elsewhere}"
    statement = "Koizumi will meet Hegseth in Hawaii"
    judge = Judge(Entailment(0.9, 0.05, 0.05), {(elsewhere, statement): Entailment(0.05, 0.05, 0.9)})
    (page,) = settled(judge, question, statement, [text])
    assert [(text[one.start : one.end], one.affirms) for one in page] == [(elsewhere, False)]


@pytest.mark.parametrize(
    "silence",
    [
        "He declined to comment on whether the Linnea ferry sank near Tornvik.",
        "The company would not say whether the Linnea ferry sank near Tornvik.",
        "It was unclear whether the Linnea ferry sank near Tornvik.",
        "Pressed by reporters about whether the Linnea ferry sank near Tornvik, he gave a cautious answer.",
    ],
)
def test_silence_settles_nothing(silence: str) -> None:
    """Who does not say neither affirms nor denies, whatever a model makes of the words."""
    judge = Judge(Entailment(0.1, 0.1, 0.8))
    assert settled(judge, analyse(QUESTION), STATEMENT, [silence]) == [[]]


def test_silence_settles_whether_somebody_was_silent() -> None:
    """Asked whether he declined to comment, the sentence that says so is what is looked for."""
    judge = Judge(Entailment(0.8, 0.1, 0.1))
    asked = analyse("Did Holt decline to comment on the ferry?")
    (page,) = settled(
        judge,
        asked,
        "Holt decline to comment on the ferry",
        ["Holt declined to comment on the ferry."],
    )
    assert [one.affirms for one in page] == [True]
