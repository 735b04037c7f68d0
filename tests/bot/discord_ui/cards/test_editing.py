"""What editors see: within Discord's limits and without a word taken for markup, whatever a file holds."""

from pathlib import Path

import pytest

from bot.answering.answers import Source
from bot.desk.builds import BuildRecord, State
from bot.desk.changes import Changes, Closed, Differing
from bot.desk.comparing import Told
from bot.desk.drafts import Draft
from bot.desk.rebuilding import Job
from bot.discord_ui.cards.changes import changes_card
from bot.discord_ui.cards.corpus_presses import NO_DRAFT, PATTERN, Act, CorpusPress
from bot.discord_ui.cards.drafts import draft_card, reason_in, trouble_line
from bot.discord_ui.cards.escaping import read_back
from bot.discord_ui.cards.rebuilds import ended_card, progress_card
from bot.discord_ui.cards.tree import Card
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language
from bot.errors import DraftError, DraftTrouble
from index.articles import Article, ArticleDetails, number_paragraphs

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


@pytest.mark.parametrize("act", list(Act))
def test_a_button_says_what_it_does(act: Act) -> None:
    """And nothing else is taken for one."""
    match = PATTERN.fullmatch(CorpusPress(act, DRAFT).custom_id)
    assert match is not None
    assert (match["act"], match["draft"]) == (act.value, DRAFT)
    assert PATTERN.fullmatch("crosscite1:corpus:publish:../../etc/passwd") is None
