"""Makes sentence pairs of questions: a sentence, and the statement that words of it make in answer to a question.

The right words make a statement that follows; those that an exported reader points at, wrongly or where the text does
not say, or in a passage that only stands near, make one that does not. An entailment head that has seen such pairs can
check what the span head points at (`bot.answering.reader.model.verifying`). Which of "neutral" and "contradiction" a
wrong one is, nobody annotated: it is labelled as neither of the two in particular.
"""

import json
import lzma
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random

import click

from bot.answering.questions.declaring import declared
from bot.answering.reader.model.durable import replacing
from bot.answering.reader.model.onnx import OnnxReaderModel
from bot.answering.reader.model.protocol import Span, SpanModel
from bot.answering.reader.model.verifying import premise_at
from bot.answering.reader.training.groups import Near, stands_alone
from bot.answering.reader.training.negatives import WrongPassages
from bot.answering.reader.training.rows import LABELS, NOT_ENTAILED, PairRow, QuestionRow, read_questions
from bot.answering.reader.training.stories import StoryRows, read_stories
from bot.answering.reader.training.swaps import Swaps
from bot.errors import CrossciteError

KINDS = ("squad", "search")
_ENTAILED = LABELS.index("entailment")
_WRONG = 2  # spans of a text that are taken as wrong answers
_FROM = -9.0  # margin below which a reader would not have answered anyhow
_NEAREST = 4  # passages that are read for a question which they do not answer
_MISLEADING = -2.5  # margin from which the reader would be misled by them
_LONGEST = 150  # words of such a passage
_AT_ONCE = 64


def statements_of(row: QuestionRow, spans: Sequence[Span]) -> Iterator[PairRow]:
    """Yield the pairs of a question: of its answer, and of those of *spans*, best first, that are none."""
    said = {wording.lower() for wording in row.wordings}
    if row.answer is not None:
        yield _pair(row, *row.answer, _ENTAILED)
    wrong = (span for span in spans if span.margin >= _FROM and not _answers(row, span, said))
    for span in islice(wrong, _WRONG if row.answer is None else 1):
        yield _pair(row, span.start, span.end, NOT_ENTAILED)


def mined(rows: Iterable[QuestionRow], model: SpanModel) -> Iterator[PairRow]:
    """Yield the pairs of all *rows*, in order."""

    def read(row: QuestionRow) -> list[PairRow]:
        (spans,) = model.spans(row.question, [row.context])
        return list(statements_of(row, spans))

    with ThreadPoolExecutor(thread_name_prefix="mining") as readers:
        waiting = iter(rows)
        while part := list(islice(waiting, _AT_ONCE)):
            for pairs in readers.map(read, part):
                yield from pairs


def misled(rows: Iterable[QuestionRow], passages: Near, model: SpanModel) -> Iterator[PairRow]:
    """Yield the pairs of what *model* finds in the passages nearest to answerable *rows*, each after its right one."""
    waiting = (row for row in rows if row.answer)
    with ThreadPoolExecutor(thread_name_prefix="mining") as readers:
        while part := list(islice(waiting, _AT_ONCE)):
            near = [
                [text for text in texts[:_NEAREST] if len(text.split()) <= _LONGEST]
                for texts in passages.nearest(part)
            ]
            found = readers.map(model.spans, [row.question for row in part], near)
            for row, texts, spans in zip(part, near, found, strict=True):
                for text, best in zip(texts, spans, strict=True):
                    if row.answer and best and best[0].margin >= _MISLEADING:
                        yield _pair(row, *row.answer, _ENTAILED)
                        yield _pair(replace(row, context=text), best[0].start, best[0].end, NOT_ENTAILED)


def swapped(rows: Sequence[QuestionRow], chance: Random) -> Iterator[PairRow]:
    """Yield the pairs of answerable *rows* of which one thing can be exchanged: as asked, and of the other thing."""
    swaps = Swaps(rows)
    for row in rows:
        asked = swaps.changed(row, chance) if row.answer else None
        if row.answer and asked is not None:
            yield _pair(row, *row.answer, _ENTAILED)
            yield _pair(replace(row, question=asked), *row.answer, NOT_ENTAILED)


def _pair(row: QuestionRow, start: int, end: int, label: int) -> PairRow:
    first, last = premise_at(row.context, start, end)
    return PairRow(row.context[first:last], declared(row.question, row.context[start:end]), label)


def _answers(row: QuestionRow, span: Span, said: set[str]) -> bool:
    """Whether a span may be right: it shares a character or a wording with the answer."""
    if row.answer is None:
        return False
    words = row.context[span.start : span.end].lower()
    overlaps = span.start < row.answer[1] and row.answer[0] < span.end
    return overlaps or any(words in wording or wording in words for wording in said)


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True), required=True, help="Folder of rows.")
@click.option(
    "--model",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="Exported reader that points at wrong answers.",
)
@click.option("--to", type=click.Path(path_type=Path, dir_okay=False), required=True, help="File to write.")
@click.option("--rows", default=40_000, show_default=True, type=click.IntRange(min=1), help="Questions.")
@click.option(
    "--near",
    default=0,
    show_default=True,
    type=click.IntRange(min=0),
    help="Questions to mislead by near passages.",
)
@click.option(
    "--stories",
    default=0,
    show_default=True,
    type=click.IntRange(min=0),
    help="Answers in invented stories to mislead by other paragraphs, and as many paragraphs that only come near.",
)
@click.option(
    "--swaps",
    default=0,
    show_default=True,
    type=click.IntRange(min=0),
    help="Answerable questions that are made of another thing, which costs no reading.",
)
@click.option("--seed", default=1, show_default=True)
def main(
    *, data: Path, model: Path, to: Path, rows: int, near: int, stories: int, swaps: int, seed: int
) -> None:
    """Write the pairs of questions of DATA, half of them unanswerable as far as there are so many."""
    try:
        reader = OnnxReaderModel(model)
        found = [row for kind in KINDS for row in read_questions(data, kind)]
        Random(seed).shuffle(found)  # noqa: S311 - reproducible, not secret
        silent = [row for row in found if row.answer is None][: rows // 2]
        chosen = silent + [row for row in found if row.answer][: rows - len(silent)]
        Random(seed).shuffle(chosen)  # noqa: S311 - reproducible, not secret
        pairs = [*mined(chosen, reader)]
        if near:
            passages = WrongPassages([row.context for row in found])
            asked = [row for row in found if row.answer][:near]
            pairs += misled([row for row in asked if stands_alone(row.question)], passages, reader)
        if stories:
            pairs += _of_stories(StoryRows(read_stories()), stories, reader, seed)
        if swaps:
            chance = Random(seed)  # noqa: S311 - reproducible, not secret
            pairs += swapped([row for row in found if row.answer][:swaps], chance)
        lines = [_line(pair) for pair in pairs]
        with replacing(to) as file:
            file.write(lzma.compress("".join(lines).encode()))
    except CrossciteError as error:
        raise click.ClickException(error.user_message) from error
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{to}: {len(lines):,} pairs of {len(chosen) + near + swaps:,} questions")


def _of_stories(told: StoryRows, count: int, reader: SpanModel, seed: int) -> Iterator[PairRow]:
    """Yield the pairs of *count* short answers, and of as many paragraphs that only come near."""

    def drawn(rows: Sequence[QuestionRow]) -> list[QuestionRow]:
        return Random(seed).sample(rows, min(count, len(rows)))  # noqa: S311 - reproducible, not secret

    yield from misled(drawn([row for row in told.answered if row.group == "short"]), told, reader)
    yield from mined(drawn(told.silent), reader)


def _line(pair: PairRow) -> str:
    label = "not entailed" if pair.label == NOT_ENTAILED else LABELS[pair.label]
    return json.dumps({"premise": pair.premise, "hypothesis": pair.hypothesis, "label": label}) + "\n"


if __name__ == "__main__":
    main()
