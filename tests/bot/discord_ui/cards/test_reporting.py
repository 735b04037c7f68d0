"""The modal in which something is reported, and what comes back of it."""

import pytest

from bot.discord_ui.cards.presses import Press, Screen, read_press
from bot.discord_ui.cards.reporting import ReportModal, submitted
from bot.discord_ui.words.language import Language


def test_the_modal_offers_every_category_of_the_log() -> None:
    """What is chosen is what the log keeps; the modal's id says which answer it is about."""
    press = Press(12, Screen.REPORT, Language.ENGLISH)
    sent = ReportModal(press).to_dict()
    assert read_press(sent["custom_id"]) == press
    assert sent["title"] == "Report this answer"
    category, text = (part["component"] for part in sent["components"])
    assert [(option["value"], option["label"]) for option in category["options"]] == [
        ("wrong_quote", "The quote does not answer the question"),
        ("wrong_source", "The quote is not from this source"),
        ("not_a_disagreement", "This is not a disagreement"),
        ("missed_disagreement", "A disagreement is missing"),
        ("other", "Something else"),
    ]
    assert (text["custom_id"], text["required"], text["max_length"]) == ("text", False, 1000)


def data(category: object, text: object) -> dict[str, object]:
    return {
        "components": [
            {"type": 18, "component": {"type": 21, "custom_id": "category", "value": category}},
            {"type": 18, "component": {"type": 4, "custom_id": "text", "value": text}},
        ]
    }


def test_what_was_submitted_is_read_and_bounded_again() -> None:
    """Discord's client keeps to the length that it was told; whoever speaks to Discord directly need not."""
    assert submitted(data("wrong_source", " look \n")) == ("wrong_source", "look")
    assert submitted(data("other", None)) == ("other", "")
    assert submitted(data("other", "x" * 5000)) == ("other", "x" * 1000)


@pytest.mark.parametrize("category", [None, "", "Something else", 5, ["other"]])
def test_a_category_that_is_none_of_ours_is_refused(category: object) -> None:
    """The log knows five; nothing else gets in."""
    with pytest.raises(ValueError, match="categories"):
        submitted(data(category, ""))
