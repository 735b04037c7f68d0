"""What editors see: within Discord's limits and without a word taken for markup, whatever a file holds."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.answering.answers import Source
from bot.desk.builds import BuildRecord, State, failure_of
from bot.desk.changes import Changes, Closed, Differing
from bot.desk.comparing import Told
from bot.desk.drafts import Draft
from bot.desk.rebuilding import Job
from bot.discord_ui.cards.changes import changes_card
from bot.discord_ui.cards.corpus_presses import NO_DRAFT, PATTERN, Act, CorpusPress
from bot.discord_ui.cards.drafts import draft_card, reason_in, trouble_line
from bot.discord_ui.cards.escaping import read_back
from bot.discord_ui.cards.rebuilds import ended_card, failure_line, progress_card, status_card
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language
from bot.errors import DraftError, DraftTrouble, ReaderModelError
from index.articles import Article, ArticleDetails, number_paragraphs
from index.errors import (
    ArticleFileError,
    BuildInProgressError,
    CorpusNotFoundError,
    IndexDamagedError,
    IndexNotWritableError,
    ModelNotFoundError,
    NoArticlesError,
    StoreError,
)
from index.wiring import IndexStatus

HOSTILE = "@everyone <@1> **bold** `code` # h\u202e [x](https://evil.example) " + "z" * 3000
DRAFT = "0123456789abcdef"
ENGLISH, JAPANESE = words_in(Language.ENGLISH), words_in(Language.JAPANESE)


def draft(text: str, paragraphs: int = 1) -> Draft:
    """Return a draft whose every word is *text*."""
    details = ArticleDetails(title=text, publisher=text, byline=text)
    article = Article("name", details, text, "0" * 64, number_paragraphs("name", [text] * paragraphs))
    repeats = tuple((f"`{text[:90]}{n}", paragraphs) for n in range(20))
    return Draft(DRAFT, Path("na`me.md"), article, Source("name", details), (text,) * 20, repeats)


def shown(card: Card) -> str:
    """Return all text of a card, which Discord must take."""
    assert card.fits
    return "\n".join(text.markdown for text in card.texts())


@pytest.mark.parametrize("words", [ENGLISH, JAPANESE], ids=["en", "ja"])
def test_no_file_breaks_a_card(words: object) -> None:
    """Mentions, markup and reordering marks of a title, a line or a reason are shown as text, cut where they are long."""
    assert words is ENGLISH or words is JAPANESE
    chosen = ENGLISH if words is ENGLISH else JAPANESE
    job = Job(server="7", channel="70", draft=DRAFT, label=HOSTILE)
    lines = (HOSTILE,) * 30
    records = [
        BuildRecord(state=State.DONE, version="v", added=lines, lines=lines, remarks=lines, asked=9),
        BuildRecord(state=State.REFUSED, reasons=lines),
        BuildRecord(state=State.FAILED, message=HOSTILE),
        BuildRecord(state=State.STOPPED),
    ]
    found = Changes(
        tuple(Differing(HOSTILE, "answered", "disputed") for _ in range(40)),
        tuple(Closed(HOSTILE, 2) for _ in range(40)),
        3,
        90,
    )
    cards = [
        draft_card(draft(HOSTILE, 30), chosen),
        progress_card(job, BuildRecord(step="ask", done=3, total=9), chosen),
        *(ended_card(job, record, 3, chosen) for record in records),
        changes_card(Told(lines, lines, lines), found, 30, chosen.corpus.changes),
    ]
    for card in cards:
        text = shown(card)
        for raw in ("<@1>", " **bold**", "[x](https", "\u202e", "\n# h"):
            assert raw not in text


def test_the_preview_says_what_to_mind() -> None:
    """All of it elsewhere already, no date, and the line of what is odd in the front matter."""
    one = Draft(
        DRAFT,
        Path("bridge.md"),
        Article(
            "bridge",
            ArticleDetails(title="Bridge"),
            "It is closed.",
            "0" * 64,
            number_paragraphs("bridge", ["It is closed."]),
        ),
        Source("bridge", ArticleDetails(title="Bridge")),
        ("2: unknown key 'colour' in the front matter is ignored; known are title, url",),
        (("old", 1),),
    )
    text = shown(draft_card(one, ENGLISH))
    assert "- Line 2: unknown key 'colour' in the front matter is ignored; known are title, url" in read_back(
        text
    )
    assert "**All of it stands word for word in `old` already.**" in text
    assert ENGLISH.corpus.draft.no_date in text
    assert (
        "2行目：冒頭の見出し欄の 'colour' は知られていない項目なので、読みません（使える項目：title, url）"
        in shown(draft_card(one, JAPANESE))
    )
    buttons = [(button.label, button.press.custom_id) for button in draft_card(one, ENGLISH).buttons()]
    assert buttons == [
        ("Publish", f"crosscite1:corpus:publish:{DRAFT}"),
        ("Discard", f"crosscite1:corpus:discard:{DRAFT}"),
    ]


def test_what_can_be_done_after_a_refusal() -> None:
    """A draft can be published all the same or discarded; a rebuild can be put to use all the same."""
    refused = BuildRecord(state=State.REFUSED, reasons=("It got worse.",))
    with_draft = ended_card(Job(server="7", channel="70", draft=DRAFT), refused, 3, ENGLISH)
    without = ended_card(Job(server="7", channel="70"), refused, 3, ENGLISH)
    assert [one.press.custom_id for one in with_draft.buttons()] == [
        f"crosscite1:corpus:anyway:{DRAFT}",
        f"crosscite1:corpus:discard:{DRAFT}",
    ]
    assert [one.press.custom_id for one in without.buttons()] == [f"crosscite1:corpus:anyway:{NO_DRAFT}"]


@pytest.mark.parametrize("trouble", list(DraftTrouble))
def test_every_trouble_has_one_line(trouble: DraftTrouble) -> None:
    """In both languages, with nothing left to be filled in."""
    for words in (ENGLISH, JAPANESE):
        line = trouble_line(
            DraftError(trouble, "it is not UTF-8 text: save it as plain text in UTF-8", 3), words.corpus.draft
        )
        assert line
        assert not {"{", "}", "\n"} & set(line)


def test_reasons_are_translated_where_they_are_known() -> None:
    """What is not known stays English, so that nothing is lost."""
    said = JAPANESE.corpus.draft
    assert reason_in("it is not UTF-8 text: save it as plain text in UTF-8", said) == (
        "UTF-8 のテキストではありません。UTF-8 のテキストとして保存し直してください"
    )
    assert reason_in("`published: soon` is not a date such as 2024-01-12", said).startswith(
        "`published: soon` は"
    )
    assert reason_in("something else", said) == "something else"


FAILURES: list[Exception] = [
    ArticleFileError(Path("/srv/drafts/1/b.md"), "its id is already that of b.txt; rename one of them"),
    ArticleFileError(Path("/srv/drafts/1/b.md"), "it cannot be written: No space left on device"),
    CorpusNotFoundError(Path("/srv/corpus"), "Permission denied"),
    NoArticlesError(Path("/srv/corpus"), ("a.md: it holds no text: write it",)),
    ModelNotFoundError("all-MiniLM-L6-v2", "its exported form is not in /srv/models"),
    ReaderModelError("The reader /srv/reader.onnx failed: bad."),
    BuildInProgressError(Path("/srv/index")),
    IndexNotWritableError(Path("/srv/index"), "No space left on device"),
    IndexDamagedError(Path("/srv/index"), "words.sqlite cannot be read"),
    StoreError("/srv/index/words.sqlite is not a readable store: bad."),
]


@pytest.mark.parametrize("error", FAILURES, ids=lambda error: type(error).__name__)
def test_a_failure_is_told_in_the_editors_language(error: Exception) -> None:
    """Without the folders of the machine, and in Japanese without a word of English but names."""
    record = BuildRecord.model_validate(failure_of(error) | {"state": State.FAILED})
    english, japanese = failure_line(record, ENGLISH), failure_line(record, JAPANESE)
    assert english.startswith("It failed: ")
    assert japanese.startswith("失敗しました：")
    assert "/srv" not in english + japanese
    assert set(re.findall(r"[A-Za-z]{2,}", japanese)) <= {"txt"}
    card = ended_card(Job(server="7", channel="70"), record, 3, JAPANESE)
    assert japanese in shown(card)


def test_a_failure_that_has_no_words_of_its_own_is_told_as_it_is() -> None:
    """What nobody foresaw stays English, so that it can be looked for."""
    record = BuildRecord.model_validate(failure_of(KeyError("a")))
    assert failure_line(record, JAPANESE) == "失敗しました：KeyError\\: 'a'"


def test_what_was_left_out_is_told_in_the_editors_language() -> None:
    """With the file's name as it is, and the line."""
    lines = ("/srv/corpus/a_b.md:3: `published: soon` is not a date such as 2024-01-12",)
    record = BuildRecord(state=State.DONE, version="v", lines=lines)
    job = Job(server="7", channel="70")
    assert "a_b.md: Line 3: `published: soon` is not" in read_back(shown(ended_card(job, record, 3, ENGLISH)))
    japanese = read_back(shown(ended_card(job, record, 3, JAPANESE)))
    assert "a_b.md: 3行目：`published: soon` は 2024-01-12 のような日付ではありません" in japanese
    status = IndexStatus(
        "v",
        datetime(2026, 1, 1, tzinfo=UTC),
        Path("i"),
        1,
        1,
        "m",
        "s",
        {"a_b.md": "it holds no text: write it"},
        False,
    )
    text = shown(status_card(status, None, JAPANESE))
    assert "a_b.md: 本文がありません" in read_back(text)  # escaped once


@pytest.mark.parametrize("act", list(Act))
def test_a_button_says_what_it_does(act: Act) -> None:
    """And nothing else is taken for one."""
    match = PATTERN.fullmatch(CorpusPress(act, DRAFT).custom_id)
    assert match is not None
    assert (match["act"], match["draft"]) == (act.value, DRAFT)
    assert PATTERN.fullmatch("crosscite1:corpus:publish:../../etc/passwd") is None
