"""Names that Discord shows as they are, without Markdown: of threads, and of what can be chosen. Pure."""

from bot.discord_ui.cards.escaping import fitting
from bot.discord_ui.cards.limits import length
from bot.presentation.visible import CUT, neutralise

_LONGEST = 100  # characters, for both


def plain_name(text: str) -> str:
    """Return *text* on one line, as long as Discord takes it; nothing in it turns the line around."""
    name = neutralise(" ".join(text.split()))
    return name if length(name) <= _LONGEST else name[: fitting(name, _LONGEST - len(CUT))] + CUT
