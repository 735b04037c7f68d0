"""The fixed words: the same ones in every language, and within Discord's limits."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from string import Formatter

import pytest

import bot.answering
from bot.discord_ui.cards.limits import LONGEST_LABEL
from bot.discord_ui.words.choosing import words_in
from bot.discord_ui.words.language import Language, language_of

# Only where the other language has another word for it; in English these are what answering says itself.
TRANSLATED_ONLY = {"answer.rules", "answer.origins", "corpus.draft.reasons"}


def flat(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield every word with its name."""
    if is_dataclass(value):
        for field in fields(value):
            yield from flat(getattr(value, field.name), f"{name}.{field.name}".lstrip("."))
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from flat(inner, f"{name}.{key}")
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from flat(inner, f"{name}.{place}")
    else:
        assert isinstance(value, str)
        yield name, value


def words_of(language: Language) -> dict[str, str]:
    return {
        name: said
        for name, said in flat(words_in(language))
        if not any(name.startswith(only) for only in TRANSLATED_ONLY)
    }


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


ENGLISH, JAPANESE = words_of(Language.ENGLISH), words_of(Language.JAPANESE)


def test_every_language_has_every_word() -> None:
    """A member never meets a word of another language that was forgotten."""
    assert JAPANESE.keys() == ENGLISH.keys()
    assert [
        name for name, said in (ENGLISH | JAPANESE).items() if not said.strip() and name != "answer.on"
    ] == []


@pytest.mark.parametrize("name", sorted(ENGLISH))
def test_a_word_is_filled_in_with_the_same_in_every_language(name: str) -> None:
    """A number or a name that English tells is not lost in translation, nor asked for where none is given."""
    assert placeholders(JAPANESE[name]) == placeholders(ENGLISH[name])


def test_japanese_is_japanese_and_polite() -> None:
    """Every Japanese word has Japanese letters, but for names and forms; every sentence is polite."""
    letters = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
    bare = {name for name, said in JAPANESE.items() if not letters.search(said)}
    assert bare == {
        "card.paragraphs",
        "about.title",
        "asking.thread_name",
        "corpus.status.holds",
        "corpus.rebuild.causes.ArticleFileError",
        "asking.between",
    }
    sentences = [sentence for said in JAPANESE.values() for sentence in re.findall(r"[^。？\n]+[。？]", said)]
    impolite = [
        one
        for one in sentences
        if not re.search(r"(です|ます|ません|でした|ました|ください|ますか|ですか)(（.*）)?[。？）]", one)
    ]
    assert impolite == []


@pytest.mark.parametrize("words", [ENGLISH, JAPANESE], ids=["en", "ja"])
def test_words_fit_where_discord_shows_them(words: dict[str, str]) -> None:
    """Labels, titles, names and descriptions within Discord's limits, with room for what is filled in."""
    for name, said in words.items():
        if name.startswith("buttons."):
            assert len(said) + 20 <= LONGEST_LABEL, name
        if name.startswith("report.") and name not in {"report.thanks", "report.text_hint"}:
            assert len(said) <= 45, name
        if name.startswith("commands.") and name.endswith(".description"):
            assert 1 <= len(said) <= 100, name
        elif name.startswith("commands.menu."):
            assert 1 <= len(said) <= 32, name
        elif name.startswith("commands."):
            assert re.fullmatch(r"[-_'\w]{1,32}", said), name
            assert said == said.lower(), name
    assert len(words["report.text_hint"]) <= 100


@pytest.mark.parametrize(
    ("locale", "language"),
    [("ja", "ja"), ("en-US", "en"), ("en-GB", "en"), ("de", "en"), ("", "en"), (None, "en")],
)
def test_a_locale_chooses_the_language(locale: object, language: str) -> None:
    """Whoever reads neither is shown English."""
    assert language_of(locale) is Language(language)


def rules_in_the_source() -> Iterator[str]:
    """Yield every reason for a difference, and every remark, as the source of answering writes it."""
    for path in sorted(Path(bot.answering.__path__[0]).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Tuple):
                parts = node.elts
            elif isinstance(node, ast.Call):
                parts = node.args
            else:
                continue
            says_why = any(ast.unparse(part) == "Fit.DIFFERENT" for part in parts[:1])
            remarks = isinstance(node, ast.Call) and ast.unparse(node.func) == "Remark"
            if says_why or remarks:
                yield from (rule for part in parts for rule in _sentence(part))


def _sentence(part: ast.expr) -> list[str]:
    if isinstance(part, ast.Constant) and isinstance(part.value, str) and " " in part.value:
        return [re.escape(part.value)]
    if isinstance(part, ast.JoinedStr):
        return [
            "".join(re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".+" for p in part.values)
        ]
    return []


def test_every_reason_that_answering_gives_is_translated() -> None:
    """A rule that is added to answering is added to the words, or Japanese members read it in English."""
    rules = list(rules_in_the_source())
    assert "the\\ times\\ differ" in rules
    assert "the\\ weekday\\ does\\ not\\ fit\\ the\\ date" in rules
    known = words_in(Language.JAPANESE).answer.rules
    assert [rule for rule in rules if not any(re.fullmatch(rule, one) for one in known)] == []
