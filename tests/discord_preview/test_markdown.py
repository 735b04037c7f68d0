"""The judge of what the bot escapes must see what would act, or the tests that ask it could not fail."""

import pytest

from tests.discord_preview.markdown import parse, shown


@pytest.mark.parametrize(
    ("markdown", "kind", "text"),
    [
        ("**a**", "bold", "a"),
        ("__a__", "underline", "a"),
        ("*a*", "italics", "a"),
        ("_a_", "italics", "a"),
        ("~~a~~", "struck", "a"),
        ("||a||", "spoiler", "a"),
        ("`a`", "code", "a"),
        ("```py\na\n```", "code block", "py\na\n"),
        ("### a", "heading", "a"),
        ("-# a", "small", "a"),
        ("- a", "list", "a"),
        ("12. a", "list", "a"),
        ("> a", "quotation", "a"),
        (">>> a", "quotation", "a"),
        ("[a](https://b.c)", "link", "a"),
        ("https://a.b/c", "url", "https://a.b/c"),
        ("<https://a.b>", "autolink", "<https://a.b>"),
        ("x @everyone", "everyone", "@everyone"),
        ("<@1>", "mention", "<@1>"),
        ("<@&1>", "mention", "<@&1>"),
        ("<#1>", "mention", "<#1>"),
        ("</ask:1>", "mention", "</ask:1>"),
        ("<t:1:R>", "time", "<t:1:R>"),
        (":smile:", "emoji", ":smile:"),
        ("<a:b:1>", "emoji", "<a:b:1>"),
        ("a\u2028# b", "heading", "b"),
    ],
)
def test_markup_is_seen(markdown: str, kind: str, text: str) -> None:
    """Each thing that Discord acts on is recognised, with the words that it acts on."""
    assert [shown(node) for node in parse(markdown).walk() if node.kind == kind] == [text]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("\\*a\\*", "*a*"),
        ("\\\\", "\\"),
        ("\\a", "\\a"),
        ("https\\://a.b", "https://a.b"),
        ("\\<@1>", "<@1>"),
        ("1\\. a", "1. a"),
        ("5 * 3 * 2", "5 * 3 * 2"),
    ],
)
def test_what_a_backslash_protects_is_text(markdown: str, text: str) -> None:
    """A backslash before punctuation vanishes and takes the meaning with it; before a letter it is shown."""
    document = parse(markdown)
    assert {node.kind for node in document.walk()} == {"document", "line", "text"}
    assert shown(document) == text
