"""Groups hold one passage that answers, and near ones that surely do not."""

import pytest

from bot.answering.reader.training.examples import GroupExample
from bot.answering.reader.training.groups import Groups, stands_alone
from bot.answering.reader.training.mixing import Mixture
from bot.answering.reader.training.negatives import WrongPassages
from bot.answering.reader.training.rows import QuestionRow
from tests.bot.answering.reader.training.invented_rows import pair_rows, question_rows

_LAUNCH = "The Solveig was launched in Lund. Ana Diaz named the Solveig in 1911. A band played."
_STORM = "In the storm of 1920 the Solveig lost a mast. Nobody on board the Solveig was hurt."
_SALE = "The Solveig was sold to Bram Holt, who named her anew. Ana Diaz wept."
_TRAM = "A tram named Solveig ran in Bergen. It was red."


def _row(context: str, words: str, title: str) -> QuestionRow:
    start = context.index(words)
    return QuestionRow("Who named the Solveig?", context, (start, start + len(words)), (words,), title)


def _groups(seed: int = 1) -> Groups:
    rows = [
        _row(_LAUNCH, "Ana Diaz", "Ship"),
        _row(_STORM, "the Solveig", "Ship"),
        _row(_TRAM, "red", "Tram"),
    ]
    weights = {"named": 3.0, "solveig": 1.0}
    return Groups(rows, WrongPassages([_LAUNCH, _STORM, _SALE, _TRAM]), weights, seed)


def _answer(group: GroupExample) -> str:
    assert group.right.answer is not None
    return group.right.context[slice(*group.right.answer)]


def test_a_group_has_the_answer_in_its_first_passage_alone() -> None:
    """The rest of the passage, others of its article and near ones mislead; none holds a wording of the answer."""
    drawn = [group for before in range(60) for group in _groups().drawn(before, 1)]
    asked = [group for group in drawn if _answer(group) == "Ana Diaz"]
    assert asked
    for group in asked:
        assert len(group.wrong) >= 2
        assert not any("ana diaz" in text.lower() for text in group.wrong)
    misleading = {sentence for group in asked for text in group.wrong for sentence in text.split(". ")}
    assert "A band played." in misleading
    assert any("storm" in sentence for sentence in misleading)
    assert any("tram" in sentence for sentence in misleading)


def test_the_same_place_draws_the_same_groups_and_every_question_comes_up() -> None:
    """A run that goes on sees what it would have seen, and another seed something else."""
    assert _groups().drawn(7, 40) == _groups().drawn(7, 40)
    assert _groups().drawn(7, 40) != _groups(2).drawn(7, 40)
    mixture = Mixture(question_rows(), pair_rows(), seed=5)
    drawn = mixture.groups(0, 132)
    assert len({_answer(group) for group in drawn}) == 132


@pytest.mark.parametrize("title", ["Ship", ""])
def test_titles_stand_before_every_passage_or_before_none(title: str) -> None:
    """A title before the right passage alone would give it away."""
    rows = [_row(_LAUNCH, "Ana Diaz", title), _row(_STORM, "Nobody", title)]
    groups = Groups(rows, WrongPassages([_LAUNCH, _STORM, _SALE]), {}, 1)
    titled = 0
    for group in (group for before in range(60) for group in groups.drawn(before, 1)):
        before = [text.startswith("Ship. ") for text in (group.right.context, *group.wrong)]
        assert all(before) or not any(before)
        titled += all(before)
    assert (titled > 0) is bool(title)


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("Who named the Solveig?", True),
        ("How many came in 1911?", True),
        ("who named the solveig", True),
        ("Who was it named by?", False),
    ],
)
def test_questions_that_stand_alone_have_a_name(question: str, alone: bool) -> None:
    """Many a passage answers "Who was it named by?"; small letters throughout hide names."""
    assert stands_alone(question) is alone


def test_no_rows_make_no_groups() -> None:
    """Data without such questions is trained on without groups."""
    assert Groups([], WrongPassages(["A tram ran."]), {}, 1).drawn(0, 5) == []
