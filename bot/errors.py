"""Everything that can go wrong in bot/, each with one sentence for the person at the terminal.

CrossciteError
├── DamagedQuoteError       a stored text is not the one that was indexed
├── EvaluationDataError     the evaluation data is not there or cannot be read
├── QuestionError           the question cannot be taken
├── ReaderModelError        the trained reader cannot be loaded, or failed
└── SettingsError           a setting has a value that cannot be used
"""


class CrossciteError(Exception):
    """Root of the tree; ``user_message`` says in one sentence what happened and what to do."""

    @property
    def user_message(self) -> str:
        """One line for the person who asked."""
        return str(self)


class DamagedQuoteError(CrossciteError):
    """The stored paragraph does not match its hash or the span: it is refused, never shown."""

    def __init__(self, article_id: str, paragraph: int) -> None:
        super().__init__(
            f"The stored text of {article_id} ¶ {paragraph} is damaged and is not shown; "
            "run `crosscite build` to rebuild the index."
        )


class EvaluationDataError(CrossciteError):
    """The evaluation data is not there or cannot be read."""


class QuestionError(CrossciteError):
    """The question is empty or too long."""


class ReaderModelError(CrossciteError):
    """The trained reader cannot be loaded, or failed."""


class SettingsError(CrossciteError):
    """A setting has a value that cannot be used."""
