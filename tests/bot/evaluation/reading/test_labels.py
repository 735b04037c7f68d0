"""How labels agree, on examples worked out by hand."""

import pytest

from bot.evaluation.reading.labels import Agreement, Judged, agreement


def test_f1_is_of_one_label_and_accuracy_of_all() -> None:
    """Two of three "c" are found and one is said in vain: F1 2/3, while three of five agree."""
    judged = [Judged(*pair) for pair in ("cc", "cc", "ec", "cn", "nn")]
    found = agreement(judged, "c")
    assert (found.accuracy, found.count) == (0.6, 5)
    assert found.f1 == pytest.approx(2 / 3)
    assert agreement(judged, "e").f1 == 0.0


def test_a_label_that_never_comes_up_has_no_f1() -> None:
    """Nothing to find and nothing said is neither good nor bad."""
    assert agreement([Judged("e", "e")], "c") == Agreement(1.0, None, 1)
    assert agreement([], "c") == Agreement(None, None, 0)
