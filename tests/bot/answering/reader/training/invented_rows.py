"""Training rows that say which they are: every context, question and answer names its kind and number.

Numbers and names of kinds are short, since a slip of the keyboard leaves words of three letters alone.
"""

import json
import lzma
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tokenizers.models import WordPiece

from bot.answering.reader.training.rows import LABELS, PairRow, QuestionRow
from tests.tiny_tokenizers import word_pieces

COUNT = 99  # rows of each kind, and template sentences
ALONE = 90  # from this number on, template sentences stand alone in their text; others are five to a text
NAMES = {"squad": "sqd", "search": "srh", "informal": "inf", "sentences": "snt", "templates": "tmp"}
_FILES = {"squad": "qa_squad2", "search": "qa_qed", "sentences": "qa_qamr", "templates": "qa_qasrl"}


def question_rows() -> dict[str, list[QuestionRow]]:
    """Rows of every kind; every third of "squad" has no answer, and every second of it a title."""
    kinds = {kind: [_row(kind, number) for number in range(COUNT)] for kind in NAMES if kind != "templates"}
    return {**kinds, "templates": [row for number in range(COUNT) for row in _templates(number)]}


def pair_rows() -> list[PairRow]:
    """Pairs of all three labels by turns, every one of which can be asked."""
    return [
        PairRow(f"The ferry number {number} is late today.", f"The ferry {number} is late.", number % 3)
        for number in range(COUNT)
    ]


def write_rows(data: Path) -> None:
    """Write them as files into the folder *data*."""
    kinds = question_rows()
    files = {_FILES[kind]: kinds[kind] for kind in _FILES}
    files |= {
        "qa_squadshifts_reddit": kinds["informal"][:50],
        "qa_squadshifts_amazon": kinds["informal"][50:],
    }
    for name, rows in files.items():
        write_file(data / f"{name}.jsonl.xz", [_written(row) for row in rows])
    pairs = [
        {"premise": row.premise, "hypothesis": row.hypothesis, "label": LABELS[row.label]}
        for row in pair_rows()
    ]
    write_file(data / "nli.jsonl.xz", pairs)


def tokenizer() -> Any:
    """Return a tokenizer with a piece for every word of the rows."""
    texts = [f"{row.question} {row.context}" for rows in question_rows().values() for row in rows]
    texts += [f"{row.premise} {row.hypothesis}" for row in pair_rows()]
    words = sorted({word for text in texts for word in re.findall(r"\w+|[^\w\s]", text.lower())})
    pieces = word_pieces()
    known = sorted(pieces.get_vocab(), key=pieces.get_vocab().__getitem__)
    vocabulary = {entry: place for place, entry in enumerate(dict.fromkeys([*known, *words]))}
    pieces.model = WordPiece(vocabulary, unk_token="[UNK]")  # noqa: S106 - no password
    return pieces


def write_encoder(folder: Path, layers: int) -> None:
    """Write a tiny encoder with random weights, and the tokenizer, into *folder*."""
    from transformers import BertConfig, BertModel  # noqa: PLC0415 - only children may import torch

    words = tokenizer()
    folder.mkdir()
    words.save(str(folder / "tokenizer.json"))
    sizes = {
        "hidden_size": 32,
        "num_hidden_layers": layers,
        "num_attention_heads": 2,
        "intermediate_size": 32,
    }
    BertModel(BertConfig(vocab_size=words.get_vocab_size(), **sizes)).save_pretrained(folder)


def write_file(path: Path, rows: Sequence[Mapping[str, Any]]) -> None:
    """Write *rows* as compressed JSON lines."""
    with lzma.open(path, "wt", encoding="utf-8", preset=0) as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


def _row(kind: str, number: int) -> QuestionRow:
    mark = f"{NAMES[kind]} {number}"
    wording = f"Mayor Alder {mark}"
    opening = f"The bridge {mark} was opened on Monday by {wording}."
    rest = [
        f"People of town {n} walked over the bridge {mark} with all their children that day."
        for n in range(9)
    ]
    context = (
        opening if kind == "sentences" else " ".join([*rest[: number % 9], opening, *rest[number % 9 :]])
    )
    answered = kind != "squad" or number % 3 != 0
    start = context.index(wording)
    return QuestionRow(
        question=f"Who opened the bridge {mark}?",
        context=context,
        answer=(start, start + len(wording)) if answered else None,
        wordings=(wording,) if answered else (),
        title=f"Bridge {number}" if kind == "squad" and number % 2 else "",
    )


def _templates(number: int) -> list[QuestionRow]:
    """Return the three questions on one verb, of which "When did Mayor … open the bridge …?" can be made."""
    mark = f"tmp {number}"
    context = f"Mayor Alder {mark} opened the bridge {mark} on day {number}."
    asked = {
        "Who opened something?": f"Mayor Alder {mark}",
        "When did someone open something?": f"day {number}",
        "What did someone open?": f"the bridge {mark}",
    }
    text = number if number >= ALONE else number // 5
    return [
        QuestionRow(
            question=question,
            context=context,
            answer=(context.index(wording), context.index(wording) + len(wording)),
            wordings=(wording,),
            title="",
            group=f"qasrl-{number}",
            document=f"Wiki1k:wikinews:{text}",
        )
        for question, wording in asked.items()
    ]


def _written(row: QuestionRow) -> dict[str, Any]:
    answers = [{"text": row.context[slice(*row.answer)], "start": row.answer[0]}] if row.answer else []
    written = {"question": f" {row.question}", "context": row.context, "answers": answers}
    if row.title:
        written["title"] = row.title.replace(" ", "_")
    if row.group:
        written |= {"id": f"{row.group}-0", "doc": f"{row.document}:4:5"}
    return written
