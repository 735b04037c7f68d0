"""What a message asks."""

import pytest

from bot.discord_ui.asking.mentions import question_in

ME = 42
NAMES = {7: "Anna", ME: "Crosscite"}


@pytest.mark.parametrize(
    ("content", "question"),
    [
        ("<@42> When does it leave?", "When does it leave?"),
        ("When does it leave, <@!42>?", "When does it leave, ?"),
        ("<@42>", ""),
        ("<@42> did <@7> say so in <#5>? <:sad:123> <a:wave:9>", "did Anna say so in ?"),
        ("<@42> is <@&6> there, or <@8>?", "is there, or ?"),
        ("<@42>\n  When\n does it leave?", "When does it leave?"),
        ("When does it leave?", None),
        ("<@7> When does it leave?", None),
        ("<@421> When does it leave?", None),
    ],
)
def test_a_mention_makes_a_question(content: str, question: str | None) -> None:
    """What mentions the bot is a question, without the mention; others are called by name, the rest is talk."""
    assert question_in(content, ME, NAMES, direct=False) == question


def test_everything_in_a_direct_message_is_a_question() -> None:
    """There, whoever writes speaks to the bot; mentioning it is not needed, nor in the way."""
    assert question_in("When does it leave?", ME, NAMES, direct=True) == "When does it leave?"
    assert question_in("<@42> When does it leave?", ME, NAMES, direct=True) == "When does it leave?"
