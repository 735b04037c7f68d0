"""Held-out stories tell how well a reader tells paragraphs apart."""

from pathlib import Path

from click.testing import CliRunner

from bot.answering.reader.training.ranking import Ranked, main, ranked
from bot.answering.reader.training.stories import Story, StoryArticle, StoryQuestion
from tests.bot.answering.reader.scripted_models import Pointer

_SANK = "The Solveig sank on Monday."
_SAID = "On Tuesday a trawler found nobody."
_HELD = "The inquiry begins on Friday."


def _story() -> Story:
    told = {"outlet": "Post", "date": "2027-03-02", "title": "Lost"}
    articles = (
        StoryArticle(id="post", paragraphs=(_SANK, _SAID), **told),
        StoryArticle(id="wire", paragraphs=(_HELD,), **told),
    )
    questions = (
        StoryQuestion(question="When did she sink?", kind="short", answers=(("post", 1, "sank on Monday"),)),
        StoryQuestion(question="Which day will it begin?", kind="short", answers=(("wire", 1, "Friday"),)),
        StoryQuestion(question="When was she built?", kind="absent", answers=()),
        StoryQuestion(question="Did she sink?", kind="yes", answers=(("post", 1, _SANK, "yes"),)),
    )
    return Story(articles=articles, questions=questions)


def test_each_question_ranks_the_paragraphs_of_its_story() -> None:
    """Ranks, words and refusals are counted apart; yes/no questions, which are settled otherwise, are left out."""
    model = Pointer({"Monday": 3.0, "Tuesday": 1.0, "Friday": 2.0})
    found = ranked([_story()], model)
    assert model.questions == ["When did she sink?", "Which day will it begin?", "When was she built?"]
    # The second question's paragraph stands before one of two; its words are right, of the first's three it has one.
    assert found == Ranked(asked=2, wrong_first=1, within=0.75, absent=0.5, words=0.75)
    assert found.line() == (
        "2 questions: paragraphs ranked rightly 0.750, a wrong one first 1, words F1 0.750; "
        "answered ones told from others 0.500"
    )


def test_a_file_that_is_no_reader_is_refused_in_one_line(tmp_path: Path) -> None:
    """One line says what is wrong."""
    (tmp_path / "reader.onnx").write_bytes(b"no model")
    told = CliRunner().invoke(main, ["--model", str(tmp_path / "reader.onnx")])
    assert told.exit_code == 1
    assert "cannot be used" in told.output
