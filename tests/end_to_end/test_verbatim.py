"""Every quote is the source's own words, whatever the source is made of."""

import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answering.answers import Answer, Outcome, Quote
from bot.errors import CrossciteError, DamagedQuoteError
from bot.presentation.json_interface import AnswerRecord
from bot.settings import Settings
from bot.wiring import SharedModels, open_service
from index.articles import Paragraph, number_paragraphs
from index.errors import IndexDamagedError
from index.wiring import build_index

_PIECES = (
    "Zoë", "Zoe\u0308", "met", "Ana Díaz", "on May 3", "on Monday", "in Oslo", "12 people", "about 300",
    "\u05e9\u05dc\u05d5\u05dd", "\u0645\u0631\u062d\u0628\u0627", "\U0001f6a2\U0001f1f3\U0001f1f4",
    "**bold**", "`code`", "@everyone", "<@123>", "https://a.example/?q=1&x=*", "||spoiler||", "“quoted.”",
    "U.S.", "e.g.", "\u200b", "\u202e", "\t", "\u2028", "\x0b", "$5m",
)  # fmt: skip
_SENTENCES = st.lists(st.sampled_from(_PIECES), min_size=3, max_size=12).map(
    lambda words: " ".join(words) + ". "
)
_PARAGRAPHS = st.lists(_SENTENCES, min_size=1, max_size=4).map("".join)
_ARTICLES = st.lists(st.lists(_PARAGRAPHS, min_size=1, max_size=4), min_size=1, max_size=3)
_QUESTIONS = (
    "When did Zoë meet Ana Díaz?",
    "Who met Zoe in Oslo?",
    "How many people met Ana Díaz?",
    "Where did Zoë meet Ana?",
    "Why did everyone meet in Oslo?",
    "Did Zoë meet Ana Díaz in Oslo?",
    "How much bold code did Ana meet?",
)


def _quotes(answer: Answer) -> list[Quote]:
    return [quote for version in answer.versions for quote in version.quotes]


@pytest.fixture(scope="module")
def shared_models(story_settings: Settings) -> SharedModels:
    """The models, opened once for every invented corpus."""
    return SharedModels(story_settings)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles=_ARTICLES, questions=st.permutations(_QUESTIONS))
def test_quotes_are_slices_of_the_articles(
    story_settings: Settings, shared_models: SharedModels, articles: list[list[str]], questions: list[str]
) -> None:
    """For every answer ``text == paragraph[start:end]``, down to the last code point, in the JSON as well."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpus"
        corpus.mkdir()
        lines: dict[str, list[str]] = {}
        for number, paragraphs in enumerate(articles):
            body = "\n".join(paragraphs)
            (corpus / f"a{number}.txt").write_bytes(body.encode())
            lines[f"a{number}"] = [line for line in body.split("\n") if line.strip()]
        index = story_settings.index.model_copy(
            update={"corpus": corpus, "directory": Path(folder) / "index"}
        )
        build_index(index)
        service = open_service(story_settings.model_copy(update={"index": index}), models=shared_models)
        for question in questions[:2]:
            answer = service.answer(question)
            for quote in _quotes(answer):
                source = lines[quote.paragraph.article_id][quote.paragraph.number - 1]
                assert quote.text == source[quote.start : quote.end]
                assert all(quote.start <= a < b <= quote.end for a, b in quote.highlights)
            record = AnswerRecord.from_answer(answer).model_dump()
            for shown in (q for v in record["versions"] for q in v["quotes"]):
                source = lines[shown["article"]][shown["paragraph"] - 1]
                assert shown["text"] == source[shown["start"] : shown["end"]]


def test_a_changed_paragraph_cannot_be_quoted() -> None:
    """A paragraph whose text is not the one its id was computed from is refused, never shown."""
    (paragraph,) = number_paragraphs("a", ["The fair opens on May 3."])
    assert Quote(paragraph, 0, 24, ((18, 23),), 1).text == "The fair opens on May 3."
    changed = Paragraph(paragraph.id, "a", 1, "The fair opens on May 4.")
    with pytest.raises(DamagedQuoteError, match="a ¶ 1 is damaged"):
        Quote(changed, 0, 24, ((18, 23),), 1)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2), (0, 25)])
def test_a_span_outside_the_paragraph_cannot_be_quoted(start: int, end: int) -> None:
    """A quote is never padded or cut to fit."""
    (paragraph,) = number_paragraphs("a", ["The fair opens on May 3."])
    with pytest.raises(DamagedQuoteError):
        Quote(paragraph, start, end, (), 1)


def test_flipped_byte_in_the_stored_text_is_refused(story_settings: Settings, tmp_path: Path) -> None:
    """One changed bit of the text on disk: the index is refused with one line that says what to do."""
    index = story_settings.index.model_copy(update={"directory": tmp_path / "index"})
    shutil.copytree(story_settings.index.directory, index.directory)
    stored = next(
        path for path in index.directory.rglob("*") if path.is_file() and b"Pete Hegseth" in path.read_bytes()
    )
    data = bytearray(stored.read_bytes())
    data[data.index(b"January 18")] ^= 1
    stored.write_bytes(bytes(data))
    with pytest.raises(IndexDamagedError, match="crosscite build"):
        open_service(story_settings.model_copy(update={"index": index}))


def test_text_changed_after_opening_is_not_shown(story_settings: Settings, tmp_path: Path) -> None:
    """An index damaged while a service has it open: the answer is refused or made of the words as indexed."""
    index = story_settings.index.model_copy(update={"directory": tmp_path / "index"})
    shutil.copytree(story_settings.index.directory, index.directory)
    service = open_service(story_settings.model_copy(update={"index": index}))
    stored = next(path for path in index.directory.rglob("*.sqlite*") if b"Pete Hegseth" in path.read_bytes())
    with sqlite3.connect(stored) as database:
        database.execute("UPDATE paragraphs SET text = replace(text, 'January', 'Januarx')")
    try:
        quotes = _quotes(service.answer("When will Koizumi meet Hegseth?"))
    except (CrossciteError, IndexDamagedError):
        return  # refused
    # the database may still hold the pages as they were: then what is quoted is what was indexed
    assert quotes
    assert not any("Januarx" in quote.text for quote in quotes)


def test_unanswered_question_has_no_quotes(story_settings: Settings) -> None:
    """Where nothing answers, nothing is quoted; what is near is only pointed at."""
    answer = open_service(story_settings).answer("What is the boiling point of nitrogen?")
    assert answer.outcome is Outcome.NOT_IN_SOURCES
    assert _quotes(answer) == []
