"""Which sentences are asked about a yes/no question's statement, and in what company."""

import math
from collections.abc import Sequence

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.model.protocol import Entailment
from bot.answering.reader.settling import Settled, settled
from tests.bot.answering.reader.scripted_models import Judge, Pointer

POINTER = Pointer({})
STATEMENT = "the ferry sank"
DENIAL = "It is not true that the ferry sank"
QUESTION = "Did the Linnea ferry sink near Tornvik?"


def _asked(*texts: str) -> list[str]:
    """Return the premises that the model is asked about."""
    judge = Judge()
    settled(judge, POINTER, analyse(QUESTION), STATEMENT, texts)
    asked = [premise for premise, hypothesis in judge.pairs if hypothesis == STATEMENT]
    assert judge.pairs == [(premise, words) for words in (STATEMENT, DENIAL) for premise in asked]
    return asked


def test_only_sentences_that_speak_of_the_matter_are_asked_about() -> None:
    """An entailment model contradicts anything, so a sentence must first use enough of the question's words."""
    assert _asked(
        "The Linnea sank off Tornvik. It rained for days. The mayor was away.",
        "Two ships met at sea.",
        "Near Tornvik a ferry turned back.",
    ) == ["The Linnea sank off Tornvik.", "Near Tornvik a ferry turned back."]


def test_rare_words_count_more_than_common_ones() -> None:
    """One word of five is too little where every sentence has it, and enough where one sentence alone does."""
    everywhere = [f"The ferry had {n} decks." for n in range(9)]
    assert _asked(*everywhere) == []
    assert _asked(*everywhere[:1], *["It rained."] * 8) == []
    assert _asked(*everywhere, "Linnea was near.") == ["Linnea was near."]


def test_at_most_twenty_four_sentences_are_asked_about() -> None:
    """Those that use most of the question come first; of equal ones the earlier."""
    full = "The Linnea ferry sank near Tornvik."
    texts = [f"The Linnea ferry sank, said witness {n}." for n in range(30)]
    asked = _asked(*texts, "It rained. " * 300, full)
    assert len(asked) == 24
    assert asked == [*texts[:23], full]


def test_a_sentence_that_goes_on_is_read_behind_the_one_before() -> None:
    """The words "It sank near Tornvik" tell what sank only behind the sentence before; a new paragraph begins anew."""
    again = "It sank near Tornvik, and no ferry came."
    text = f"The boat left at noon.  {again}"
    assert _asked(text, again) == [text, again]


def test_what_goes_on_is_judged_but_quoted_alone() -> None:
    """The premise holds the sentence before; the span is the sentence itself."""
    text = "Rain fell. It sank near Tornvik, and no ferry came."
    judge = Judge(Entailment(0.8, 0.1, 0.1))
    (page,) = settled(judge, POINTER, analyse(QUESTION), STATEMENT, [text])
    assert judge.pairs == [(text, STATEMENT), (text, DENIAL)]
    assert [text[one.start : one.end] for one in page] == ["It sank near Tornvik, and no ferry came."]


def test_every_text_has_its_page() -> None:
    """Texts without a fitting sentence have none, and the others' stand in the text's order."""
    yes, no = Entailment(0.7, 0.2, 0.1), Entailment(0.1, 0.2, 0.7)
    first, second = "The Linnea sank near Tornvik.", "The ferry Linnea never sank."
    judge = Judge(yes, {(second, STATEMENT): no})
    empty, page, unfit = settled(
        judge, POINTER, analyse(QUESTION), STATEMENT, ["", f"{first} {second}", "It rained."]
    )
    assert empty == unfit == []
    assert [(one.start, one.end, one.verdict) for one in page] == [
        (0, len(first), yes),
        (len(first) + 1, len(first) + 1 + len(second), no),
    ]


def test_a_question_without_words_of_its_own_asks_nothing() -> None:
    """Where nothing can be covered no sentence is taken for the matter's."""
    judge = Judge()
    assert settled(judge, POINTER, analyse("Is it him?"), "it is him", ["It is him.", "No."]) == [[], []]
    assert judge.pairs == []
    assert settled(judge, POINTER, analyse(QUESTION), STATEMENT, []) == []


def test_the_denial_is_asked_about_too() -> None:
    """A verdict is the mean of both: what says of a statement and of its denial the same says nothing."""
    text = "The Linnea ferry sank near Tornvik."

    class Flatterer:
        """A model that holds everything true."""

        name = "flatterer"

        def relate(self, pairs: Sequence[tuple[str, str]]) -> list[Entailment]:
            return [Entailment(0.8, 0.1, 0.1) for _ in pairs]

    (page,) = settled(Flatterer(), POINTER, analyse(QUESTION), STATEMENT, [text])
    assert page[0].verdict == pytest.approx(Entailment(0.45, 0.1, 0.45))
    (page,) = settled(Judge(Entailment(0.8, 0.1, 0.1)), POINTER, analyse(QUESTION), STATEMENT, [text])
    assert page[0].verdict == pytest.approx(Entailment(0.8, 0.1, 0.1))


def test_it_is_told_how_much_of_the_question_a_sentence_uses() -> None:
    """A word counts by its rarity: two that both sentences use for less than one that only the other does."""
    text = "The gangway at Tornvik was shut. The gangway was shut."
    (page, _) = settled(
        Judge(), POINTER, analyse("Was the gangway at Tornvik shut?"), STATEMENT, [text, "It rained."]
    )
    common, rare = math.log(4 / 2.5), math.log(4 / 1.5)
    assert [one.covered for one in page] == pytest.approx([1.0, 2 * common / (2 * common + rare)])


@pytest.mark.parametrize(
    ("verdict", "affirms", "sureness"),
    [
        (Entailment(0.6, 0.3, 0.1), True, 0.6),
        (Entailment(0.1, 0.2, 0.7), False, 0.537),
        (Entailment(0.2, 0.6, 0.2), True, 0.2),
        (Entailment(0.2, 0.5, 0.3), True, 0.2),
        (Entailment(0.2, 0.4, 0.4), False, 0.249),
        (Entailment(0.0, 0.0, 1.0), False, 1.0),
    ],
)
def test_it_says_what_it_rather_does(verdict: Entailment, affirms: bool, sureness: float) -> None:
    """The surer of affirming and denying counts, but a contradiction for half its odds; what is neutral does not."""
    found = Settled(0, 1, "", verdict, 0.5, 0.0)
    assert found.affirms is affirms
    assert found.sureness == pytest.approx(sureness, abs=1e-3)


def test_a_denial_says_more_of_the_question_again_than_an_affirmation() -> None:
    """A third of the question's words may affirm it, but not deny it."""
    text = "The bridge at Tornvik was never open."
    question = analyse("Was the bridge closed?")
    for verdict, found in ((Entailment(0.9, 0.1, 0.0), [True]), (Entailment(0.0, 0.1, 0.9), [])):
        (page, *_) = settled(
            Judge(verdict), POINTER, question, STATEMENT, [text, "It rained. The sun shone."]
        )
        assert [one.affirms for one in page] == found


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
    (page,) = settled(judge, POINTER, question, "Koizumi will visit Hawaii", [text])
    assert [one.affirms for one in page] == found


def test_another_person_neither_meets_nor_fails_to() -> None:
    """Whom he met instead does not deny that he met the one who was asked about."""
    question = analyse("Will Donald Trump meet Shinjiro Koizumi?")
    text = "Shinjiro Koizumi will meet Pete Hegseth."
    for verdict in (Entailment(0.9, 0.1, 0.0), Entailment(0.0, 0.1, 0.9)):
        assert settled(Judge(verdict), POINTER, question, "Trump will meet Koizumi", [text]) == [[]]


def test_a_sentence_that_tells_of_another_affirms_nothing_but_may_deny() -> None:
    """Meeting Paparo in Hawaii is not meeting Hegseth there; meeting him in Washington may well speak against it."""
    question = analyse("Will Koizumi meet Hegseth in Hawaii?")
    elsewhere = "Koizumi will meet Hegseth in Washington."
    text = f"Koizumi will meet Samuel Paparo in Hawaii. {elsewhere}"
    statement = "Koizumi will meet Hegseth in Hawaii"
    judge = Judge(Entailment(0.9, 0.05, 0.05), {(elsewhere, statement): Entailment(0.05, 0.05, 0.9)})
    (page,) = settled(judge, POINTER, question, statement, [text])
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
    assert settled(judge, POINTER, analyse(QUESTION), STATEMENT, [silence]) == [[]]


def test_silence_settles_whether_somebody_was_silent() -> None:
    """Asked whether he declined to comment, the sentence that says so is what is looked for."""
    judge = Judge(Entailment(0.8, 0.1, 0.1))
    asked = analyse("Did Holt decline to comment on the ferry?")
    (page,) = settled(
        judge,
        POINTER,
        asked,
        "Holt decline to comment on the ferry",
        ["Holt declined to comment on the ferry."],
    )
    assert [one.affirms for one in page] == [True]
