"""The one who was beaten did not win."""

import pytest

from bot.answering.questions.analysis import analyse
from bot.answering.reader.contests import is_of_the_other_side

WON = "Who won the final?"
LOST = "Whom did Kerber beat in the final?"


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        (WON, "Kerber defeated [Serena Williams] in the final.", True),
        (WON, "[Kerber] defeated Serena Williams in the final.", False),
        (
            WON,
            "Four years ago he beat the then mayor of Port Lare, [Anton Brandis], with 51.3 per cent.",
            True,
        ),
        (WON, "It was a victory over former champion [Bram Holt].", True),
        (WON, "[Bram Holt] was beaten by Ana Diaz.", True),
        (WON, "Bram Holt was beaten by [Ana Diaz].", False),
        (WON, "[Bram Holt], who lost to Ana Diaz, left early.", True),
        (WON, "Kerber beat her rival in two sets on Saturday, and [Ana Diaz] cheered.", False),
        ("Who is the winner of the prize?", "Kerber beat [Bram Holt] to it.", True),
        (LOST, "[Kerber] beat Serena Williams in the final.", True),
        (LOST, "Kerber beat [Serena Williams] in the final.", False),
        ("Who lost the final?", "Bram Holt lost to [Ana Diaz].", True),
        ("Who lost the final?", "[Bram Holt] lost to Ana Diaz.", False),
        ("Who watched the final?", "Kerber beat [Serena Williams] in the final.", False),
        ("When was the final won?", "Kerber beat Serena Williams on [Saturday].", False),
    ],
)
def test_the_other_side(question: str, text: str, other: bool) -> None:
    """A name on the wrong side of the verb is none that was asked for; of other questions nothing is left out."""
    plain = text.replace("[", "").replace("]", "")
    start, end = text.index("["), text.index("]") - 1
    assert is_of_the_other_side(analyse(question), plain, start, end) is other
