"""The composition root: builds every part from the settings and puts them together."""

from collections.abc import Callable
from functools import lru_cache

from bot.answering.reader.typed_reader import TypedReader
from bot.answering.service import AnswerService
from bot.settings import Settings
from index.wiring import open_index


def open_service(settings: Settings) -> AnswerService:
    """Open the index and put a reader on it.

    Raises:
        ArticleIndexError: there is no index, or it is refused.
    """
    index = open_index(settings.index)
    reader = TypedReader(index.embedder, index.embedder.words)
    return AnswerService(index, reader, detect_language(), passages_read=settings.passages_read)


@lru_cache(maxsize=1)
def detect_language() -> Callable[[str], str]:
    """Return a function that names a text's language; the detector is loaded when first called."""

    def detect(text: str) -> str:
        import py3langid  # noqa: PLC0415 - 0.4 s, needed only for questions without an English word

        language: str = py3langid.classify(text)[0]
        return language

    return detect
