"""Measures how well a reader tells the paragraphs of a story apart: on stories that no training saw.

Reading sets ask of one passage. Here every question is asked of each paragraph of its story, and what counts is whether
those that answer come before those that do not, and questions that any answers before those that none does.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
from sklearn.metrics import roc_auc_score

from bot.answering.questions.analysis import analyse
from bot.answering.questions.statements import open_question
from bot.answering.reader.model.onnx import OnnxReaderModel
from bot.answering.reader.model.protocol import SpanModel
from bot.answering.reader.model.verifying import careful_reader
from bot.answering.reader.training.stories import STORIES, Story, StoryError, read_stories
from bot.errors import CrossciteError

HELD_OUT = STORIES / "held_out"

_NOTHING = -30.0  # margin of a paragraph without any span
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Ranked:
    """How a reader did; rates are 0 to 1.

    ``within`` is the mean over questions of the area under the curve that tells their paragraphs apart, ``absent`` the area
    that tells questions that are answered from others by their surest paragraph, ``words`` the mean F1 of the surest words
    of paragraphs that answer. ``wrong_first`` counts the ``asked`` whose surest paragraph does not answer.
    """

    asked: int
    wrong_first: int
    within: float
    absent: float
    words: float

    def line(self) -> str:
        """Return all of it in words."""
        return (
            f"{self.asked} questions: paragraphs ranked rightly {self.within:.3f}, a wrong one first {self.wrong_first}, "
            f"words F1 {self.words:.3f}; answered ones told from others {self.absent:.3f}"
        )


def ranked(stories: Sequence[Story], model: SpanModel) -> Ranked:
    """Ask *model* every question of *stories* but those for yes or no; some must be answered, and some not."""
    within, words, surest, has_answer = [], [], [], []
    wrong_first = 0
    for story in stories:
        texts = [text for article in story.articles for text in article.paragraphs]
        places = {
            (article.id, number): place
            for place, (article, number) in enumerate(
                (article, number)
                for article in story.articles
                for number in range(1, len(article.paragraphs) + 1)
            )
        }
        for question in story.questions:
            if question.kind in {"yes", "no"}:
                continue
            found = model.spans(open_question(analyse(question.question)), texts)
            margins = np.array([spans[0].margin if spans else _NOTHING for spans in found])
            surest.append(margins.max())
            has_answer.append(bool(question.answers))
            if not question.answers:
                continue
            said: dict[int, list[str]] = {}
            for name, number, answer, *_ in question.answers:
                said.setdefault(places[name, number], []).append(answer)
            right = np.isin(np.arange(len(texts)), [*said])
            within.append(roc_auc_score(right, margins))
            wrong_first += not right[margins.argmax()]
            for place, answers in said.items():
                shown = [texts[place][span.start : span.end] for span in found[place][:1]]
                words.append(max((_shared(one, answer) for one in shown for answer in answers), default=0.0))
    return Ranked(
        len(within),
        wrong_first,
        float(np.mean(within)),
        float(roc_auc_score(has_answer, surest)),
        float(np.mean(words)),
    )


def _shared(one: str, other: str) -> float:
    """Return the F1 of the words of two answers, as SQuAD counts it."""
    first, second = (Counter(_WORD.findall(text.lower())) for text in (one, other))
    common = (first & second).total()
    return 2 * common / (first.total() + second.total()) if common else 0.0


@click.command()
@click.option(
    "--model",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    required=True,
    help="Exported reader.",
)
@click.option("--stories", type=click.Path(path_type=Path, exists=True), default=HELD_OUT, help="Folder.")
@click.option("--careful", is_flag=True, help="Read close up and check, too, as answering does.")
def main(*, model: Path, stories: Path, careful: bool) -> None:
    """Print how well a reader tells the paragraphs of stories apart."""
    try:
        reader = OnnxReaderModel(model)
        click.echo(ranked(read_stories(stories), careful_reader(reader) if careful else reader).line())
    except CrossciteError as error:
        raise click.ClickException(error.user_message) from error
    except (OSError, StoryError) as error:
        raise click.ClickException(str(error)) from error


if __name__ == "__main__":
    main()
