"""Wrong passages are near, and surely wrong."""

from bot.answering.reader.training.negatives import WrongPassages
from bot.answering.reader.training.rows import QuestionRow

_OWN = "The ferry to Lindholm sank in the storm of 1911."
_CONTEXTS = [
    "A tram ran through Bergen.",
    "The ferry to Lindholm sailed twice a day until the storm.",
    "Another ferry sank off Lindholm in 1911, in a storm.",
    _OWN,
    _OWN,
    "The ferry was painted red.",
]


def _row(*wordings: str) -> QuestionRow:
    return QuestionRow("When did the ferry to Lindholm sink in a storm?", _OWN, (43, 47), wordings, "")


def test_own_context_and_passages_with_the_answer_are_left_out() -> None:
    """A passage that may answer after all is never shown as one that does not; case hides no answer."""
    passages = WrongPassages(_CONTEXTS)
    assert passages.nearest([_row("1911"), _row("ANOTHER FERRY", "painted"), _row()]) == [
        [_CONTEXTS[1], _CONTEXTS[5]],
        [_CONTEXTS[1]],
        [_CONTEXTS[2], _CONTEXTS[1], _CONTEXTS[5]],
    ]


def test_question_without_a_shared_word_has_no_wrong_passage() -> None:
    """A passage that shares nothing teaches nothing."""
    assert WrongPassages(_CONTEXTS).nearest([QuestionRow("Who is Ito?", "Ito.", (0, 3), ("Ito",), "")]) == [
        []
    ]
