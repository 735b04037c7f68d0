"""A card as discord.py's own objects."""

from bot.discord_ui.cards.layout import view_of
from bot.discord_ui.cards.presses import Press, Screen
from bot.discord_ui.cards.tree import Box, Button, Card, Look, Row, Rule, Text
from bot.discord_ui.words.language import Language
from tests.bot.discord_ui.cards.judging import sent_of

PRESS = Press(12, Screen.REASONS, Language.ENGLISH)
CARD = Card(
    (
        Text("head"),
        Box(
            (Text("a"), Rule(), Row((Button("Why?", PRESS), Button("Go", PRESS.at(1), Look.STRONG, False)))),
            0xABCDEF,
        ),
    )
)


def test_a_card_is_sent_part_for_part() -> None:
    """Texts, lines, rows and boxes are the components that Discord documents for them."""
    assert sent_of(CARD) == [
        {"type": 10, "content": "head"},
        {
            "type": 17,
            "accent_color": 0xABCDEF,
            "spoiler": False,
            "components": [
                {"type": 10, "content": "a"},
                {"type": 14, "divider": True, "spacing": 1},
                {
                    "type": 1,
                    "components": [
                        {
                            "type": 2,
                            "style": 2,
                            "label": "Why?",
                            "disabled": False,
                            "custom_id": "crosscite1:12:open:why:en:0",
                        },
                        {
                            "type": 2,
                            "style": 1,
                            "label": "Go",
                            "disabled": True,
                            "custom_id": "crosscite1:12:turn:why:en:1",
                        },
                    ],
                },
            ],
        },
    ]


def test_components_and_characters_are_counted_as_discord_py_counts_them() -> None:
    """What planning measures is what is sent."""
    view = view_of(CARD)
    assert CARD.components == sum(1 for _ in view.walk_children()) == 7
    assert CARD.characters == view.content_length() == 5


def test_a_sent_card_is_not_held_in_memory() -> None:
    """discord.py keeps views that wait for their buttons, for as long as the program runs; ours do not wait."""
    assert view_of(CARD).is_finished()
    assert view_of(CARD).timeout is None
