"""Questions assert nothing, and what did not happen has no reason."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.asserting import denies_what_is_asked, only_asks


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Did the alarm go off?", "LARKSPUR: What about the alarm?", True),
        ("Did the alarm go off?", "**Did the alarm go off?**", True),
        ("Did the alarm go off?", "“Did it?”", True),
        ("Did the alarm go off?", "“Did it?” she said.", False),
        ("Did the alarm go off?", "It never did.", False),
        ("What did the reporter ask?", "LARKSPUR: What about the alarm?", False),
    ],
)
def test_what_is_only_asked(question: str, sentence: str, expected: bool) -> None:
    """Unless somebody wants to know what was asked."""
    assert only_asks(analyse(question), sentence) is expected


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Why was the hospital evacuated?", "The hospital was never evacuated; the water stopped.", True),
        ("Why did they evacuate the hospital?", "The hospital is not being evacuated.", True),
        ("Why did they evacuate the hospital?", "It wasn't evacuated.", True),
        ("Why was it cancelled?", "It was not cancelled because of rain.", False),
        ("Why was the hospital not evacuated?", "The hospital was never evacuated.", False),
        ("Why was the hospital evacuated?", "The school was evacuated and did not burn.", False),
        ("Was the hospital evacuated?", "The hospital was never evacuated.", False),
    ],
)
def test_what_did_not_happen_has_no_reason(question: str, sentence: str, expected: bool) -> None:
    """A question why takes for granted what a sentence that denies it does not carry; a denial may answer others."""
    assert denies_what_is_asked(analyse(question), sentence) is expected
