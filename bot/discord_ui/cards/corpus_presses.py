"""What the buttons of editors say: what to do with which draft."""

import re
from dataclasses import dataclass
from enum import StrEnum

NO_DRAFT = "0" * 16  # a rebuild of the articles as they are


class Act(StrEnum):
    """What an editor decides."""

    PUBLISH = "publish"  # or rebuild, where there is no draft
    ANYWAY = "anyway"  # the same, whatever the known questions say
    DISCARD = "discard"


PATTERN = re.compile(r"crosscite1:corpus:(?P<act>publish|anyway|discard):(?P<draft>[0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class CorpusPress:
    """A button that does something with a draft."""

    act: Act
    draft: str = NO_DRAFT

    @property
    def custom_id(self) -> str:
        """At most 50 characters."""
        return f"crosscite1:corpus:{self.act}:{self.draft}"
