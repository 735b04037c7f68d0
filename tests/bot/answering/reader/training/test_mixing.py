"""What is drawn: the same for the same seed, evenly, and with every answer at its place."""

import re
from collections import Counter

import pytest

from bot.answering.reader.training.denials import denial_pairs
from bot.answering.reader.training.examples import QuestionExample
from bot.answering.reader.training.mixing import Mixture
from bot.answering.reader.training.proportions import CLOSE
from bot.answering.reader.training.rows import NOT_ENTAILED, PairRow
from tests.bot.answering.reader.training.invented_rows import COUNT, NAMES, pair_rows, question_rows

_MARK = re.compile(rf"\b({'|'.join(NAMES.values())}) (\d+)\b")
# What swapping makes of "opened", in any other word and with any slip.
_CLOSED = re.compile(r" (?:c|s[hu]|e)\w+(?= the b)")
_SIZE = 60  # of a chunk: a third of a pass through "squad"
_PAIRS = 41  # of a chunk: a third of a pass through the given ones


@pytest.fixture(scope="module")
def mixture() -> Mixture:
    """A mixture of invented rows."""
    return Mixture(question_rows(), pair_rows(), seed=5)


def _kind(example: QuestionExample) -> str:
    asked = _MARK.search(example.question)
    if asked is None:
        return "polar"
    if asked.group() not in example.context or _CLOSED.search(example.question):
        return "wrong"
    return (
        "predicates" if asked[1] == "tmp" else next(kind for kind, name in NAMES.items() if name == asked[1])
    )


def test_same_seed_draws_the_same_in_any_order(mixture: Mixture) -> None:
    """A run that goes on with chunk 7 sees what it would have seen, whichever chunks were drawn before."""
    other = Mixture(question_rows(), pair_rows(), seed=5)
    assert other.questions(7, _SIZE) == [mixture.questions(chunk, _SIZE) for chunk in range(8)][7]
    assert other.pairs(7 * _SIZE, _SIZE) == mixture.pairs(7 * _SIZE, _SIZE)
    another = Mixture(question_rows(), pair_rows(), seed=6)
    assert another.questions(7, _SIZE) != mixture.questions(7, _SIZE)
    assert another.pairs(7 * _SIZE, _SIZE) != mixture.pairs(7 * _SIZE, _SIZE)


def test_kinds_come_in_their_shares(mixture: Mixture) -> None:
    """A chunk holds every kind of question in the share that was chosen."""
    assert Counter(_kind(example) for example in mixture.questions(2, 200)) == {
        "squad": 110,
        "search": 8,
        "informal": 10,
        "sentences": 6,
        "predicates": 12,
        "wrong": 12 + 30,  # the latter swapped: another number than the context's, or "closed"
        "polar": 12,
    }


def test_close_proportions_keep_a_few_sentences(mixture: Mixture) -> None:
    """The contexts for the second reading are cut shorter, and every answer still stands at its place."""
    close = Mixture(question_rows(), pair_rows(), seed=5, proportions=CLOSE)
    drawn = close.questions(2, 100)
    assert Counter(_kind(example) for example in drawn)["squad"] == 61
    lengths = [
        sum(len(example.context.split()) for example in each) for each in (drawn, mixture.questions(2, 100))
    ]
    assert lengths[0] < 0.75 * lengths[1]


def test_a_fifth_of_the_pairs_are_made_ones(mixture: Mixture) -> None:
    """Pairs about what was denied are made from the others; every chunk has its share of them."""
    given, made = set(pair_rows()), set(denial_pairs(pair_rows()))
    assert not given & made
    for chunk in range(3):
        drawn = mixture.pairs(chunk * 30, 30)
        assert (sum(row in given for row in drawn), sum(row in made for row in drawn)) == (24, 6)


def test_statements_get_their_share_where_there_are_any() -> None:
    """More than a third of the pairs are statements then, and each was drawn before any is drawn again."""
    said = [PairRow(f"It is the {number}.", "It is so.", NOT_ENTAILED) for number in range(21)]
    mixture = Mixture(question_rows(), pair_rows(), seed=5, statements=said)
    drawn = [mixture.pairs(chunk * 20, 20) for chunk in range(3)]
    assert [sum(row.label == NOT_ENTAILED for row in rows) for rows in drawn] == [7, 7, 7]
    assert {row for rows in drawn for row in rows if row.label == NOT_ENTAILED} == set(said)


def test_pairs_of_which_no_denial_can_be_made_are_drawn_alone() -> None:
    """Where nothing can be put into a mouth all pairs are given ones."""
    short = [PairRow("It is.", f"Number {n}.", n % 3) for n in range(9)]
    assert denial_pairs(short) == []
    drawn = Mixture(question_rows(), short, seed=5).pairs(0, 9)
    assert sorted(drawn, key=lambda row: row.hypothesis) == short


def test_nothing_is_seen_twice_before_everything_was_seen_once(mixture: Mixture) -> None:
    """Each three chunks are one pass through all rows of a kind, in another order each time."""
    passes = []
    for turn in range(2):
        drawn = [example for chunk in range(3) for example in mixture.questions(3 * turn + chunk, _SIZE)]
        squad = [example.question.rstrip("? ").split()[-1] for example in drawn if _kind(example) == "squad"]
        assert sorted(map(int, squad)) == list(range(COUNT))
        passes.append(squad)
    assert passes[0] != passes[1]
    given = set(pair_rows())
    pairs = [row for chunk in range(3) for row in mixture.pairs(chunk * _PAIRS, _PAIRS) if row in given]
    assert sorted(pairs, key=lambda row: row.premise) == sorted(given, key=lambda row: row.premise)


def test_a_run_with_more_pairs_a_step_goes_on_where_the_one_before_stopped(mixture: Mixture) -> None:
    """What was drawn in thirties and goes on in sixties is one pass, and nothing is drawn twice."""
    given = set(pair_rows())
    drawn = [*mixture.pairs(0, 30), *mixture.pairs(30, 60), *mixture.pairs(90, 30)]
    rows = [row for row in drawn if row in given]
    assert len(rows) == len(set(rows)) == 96


def test_every_answer_stands_at_its_place(mixture: Mixture) -> None:
    """Cutting, titles and neighbours move an answer's offsets along with its words."""
    answered = Counter[str]()
    for example in (example for chunk in range(12) for example in mixture.questions(chunk, 100)):
        kind = _kind(example)
        number = int(re.findall(r"\d+", example.question)[-1])
        if kind == "wrong" or (kind == "squad" and number % 3 == 0) or (kind == "polar" and number % 3 == 1):
            assert example.answer is None
            continue
        assert example.answer is not None
        right = {"polar": f"The ferry number {number} is late today", "predicates": f"day {number}"}
        wording = right[kind] if kind in right else f"Mayor Alder {NAMES[kind]} {number}"
        assert example.context[slice(*example.answer)] == wording
        answered[kind] += 1
    assert set(answered) == {"squad", "search", "informal", "sentences", "predicates", "polar"}


def test_lone_sentences_get_neighbours(mixture: Mixture) -> None:
    """A model must not learn that a context of this kind is one sentence long, or where in it the answer stands."""
    examples = [example for chunk in range(12) for example in mixture.questions(chunk, 100)]
    sentences = [
        len(_MARK.findall(example.context)) // 2 for example in examples if _kind(example) == "sentences"
    ]
    assert set(sentences) == {1, 2, 3, 4}


def test_long_contexts_are_cut_to_the_length_of_a_paragraph(mixture: Mixture) -> None:
    """More than half of the contexts are cut, to 95 words at most, not counting a title in front."""
    examples = [example for chunk in range(12) for example in mixture.questions(chunk, 100)]
    lengths = [
        len(example.context.split()) for example in examples if _kind(example) in {"search", "informal"}
    ]
    full = len(question_rows()["search"][0].context.split())
    assert 0.3 < sum(length == full for length in lengths) / len(lengths) < 0.6
    assert all(length == full or length <= 95 for length in lengths)
    assert min(lengths) < 45
