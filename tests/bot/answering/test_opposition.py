"""How surely two sentences contradict each other."""

from bot.answering.opposition import never_opposed, opposition
from bot.answering.reader.model.protocol import Entailment
from tests.bot.answering.claiming import marked
from tests.bot.answering.reader.scripted_models import Judge

ONE, OTHER = "The owner blames the weather.", "The weather was fine, the crew says."
PAIR = (marked("a", f"Rain fell. [{ONE[:-1]}]."), marked("b", f"[{OTHER[:-1]}]. Nobody asked."))


def test_a_contradiction_must_hold_in_both_directions() -> None:
    """The less sure of both directions counts, whichever it is; whole sentences are compared, without others."""
    sure, unsure = Entailment(0.05, 0.05, 0.9), Entailment(0.1, 0.6, 0.3)
    for verdicts in ({(ONE, OTHER): sure, (OTHER, ONE): unsure}, {(ONE, OTHER): unsure, (OTHER, ONE): sure}):
        judge = Judge(exceptions=verdicts)
        assert opposition(judge)([PAIR]) == [0.3]
        assert judge.pairs == [(ONE, OTHER), (OTHER, ONE)]
    assert opposition(Judge(sure))([PAIR]) == [0.9]


def test_at_most_twelve_pairs_are_asked_about() -> None:
    """Further pairs are taken to be unopposed, and every pair has its own answer, in order."""
    pairs = [(marked("a", f"[It was cause {n}]."), PAIR[1]) for n in range(14)]
    sure = Entailment(0.0, 0.0, 1.0)
    third = {("It was cause 2.", OTHER): sure, (OTHER, "It was cause 2."): sure}
    judge = Judge(exceptions=third)
    assert opposition(judge)(pairs) == [0.0, 0.0, 1.0, *[0.0] * 11]
    assert len(judge.pairs) == 24
    assert opposition(Judge(sure))(pairs) == [1.0] * 12 + [0.0] * 2


def test_no_pairs_ask_nothing() -> None:
    """Nothing is opposed where there is nothing, and without a model nothing ever is."""
    assert opposition(Judge())([]) == []
    assert never_opposed([PAIR, PAIR]) == [0.0, 0.0]
