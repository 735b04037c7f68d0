"""A lone sentence gets others around it, and its answer moves along."""

# ruff: noqa: S311 - chance here is reproducible, not secret

from random import Random

from bot.answering.reader.training.rows import QuestionRow
from bot.answering.reader.training.surroundings import Documents, among


def _row(context: str, document: str) -> QuestionRow:
    return QuestionRow("Who?", context, (0, 2), (), "", "", document)


def _drawn(documents: Documents, row: QuestionRow) -> set[str]:
    found = set()
    for seed in range(60):
        context, answer = documents.around(row, ["Else."], Random(seed))
        assert answer is not None
        assert context[slice(*answer)] == row.context[:2]
        found.add(context)
    return found


def test_sentences_stand_between_those_of_their_own_text() -> None:
    """Up to two before and one behind, as they stood there; another text's sentences are not mixed in."""
    rows = [_row(f"{name} came.", "news:1") for name in ("Ana", "Bob", "Cem", "Dov", "Eva")]
    documents = Documents([*rows, *rows, _row("Zoe left.", "news:2")])
    assert {context for context in _drawn(documents, rows[3]) if "Else." not in context} == {
        "Dov came.",
        "Cem came. Dov came.",
        "Bob came. Cem came. Dov came.",
        "Dov came. Eva came.",
        "Cem came. Dov came. Eva came.",
        "Bob came. Cem came. Dov came. Eva came.",
    }
    assert max(context.count(".") for context in _drawn(documents, rows[0])) == 4


def test_sentence_alone_in_its_text_stands_among_any() -> None:
    """What is known of its text is only itself."""
    row = _row("Zoe left.", "news:2")
    assert _drawn(Documents([row]), row) == {
        "Zoe left.",
        "Else. Zoe left.",
        "Else. Else. Zoe left.",
        "Zoe left. Else.",
        "Else. Zoe left. Else.",
        "Else. Else. Zoe left. Else.",
    }


def test_no_answer_stays_none() -> None:
    """Surroundings answer nothing."""
    assert among(["Else."], "Zoe left.", None, Random(3))[1] is None
