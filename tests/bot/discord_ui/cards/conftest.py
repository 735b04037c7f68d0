"""The story's answers, as the terminal's tests have them."""

from tests.bot.presentation.conftest import agreed, disputed, not_said, story

__all__ = ["agreed", "disputed", "not_said", "story"]
