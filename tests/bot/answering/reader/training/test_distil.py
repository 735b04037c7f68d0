"""Stacked models train as each would alone, and students come closer to what their teachers find likely.

All of it runs in one child, so that torch stays out of this process.
"""

import json
from typing import Any

import pytest

from tests.bot.answering.reader.training.invented_rows import write_rows
from tests.children import run_python

pytestmark = pytest.mark.long

_CODE = """
import copy, json, sys, torch
from typing import NamedTuple
from pathlib import Path
from click.testing import CliRunner
from bot.answering.reader.training import distil
from bot.answering.reader.training.contrasting import (
    group_losses, loss_of, members_of, most_misleading, shares_of, texts_of)
from bot.answering.reader.training.encoding import Encoder
from bot.answering.reader.training.feeding import Feed, Sizes, loaded
from bot.answering.reader.training.mixing import Mixture
from bot.answering.reader.training.margins import read_margins
from bot.answering.reader.training.model import TwoHeads
from bot.answering.reader.training.optimising import optimizer_of, relation_losses, span_losses
from bot.answering.reader.training.proportions import CLOSE, PASSAGES
from bot.answering.reader.training.stacking import Stack
from bot.answering.reader.training.teaching import _best, aims_of, take, task_of
from tests.bot.answering.reader.training.invented_rows import pair_rows, question_rows, write_encoder

torch.set_num_threads(1)
torch.manual_seed(0)
folder, data = Path(sys.argv[1]), sys.argv[2]
encoder = folder / "encoder"
write_encoder(encoder, layers=2)
told = {}

mixture = Mixture(question_rows(), pair_rows(), seed=5)
reading = Encoder(encoder / "tokenizer.json")
feed = Feed([mixture, mixture.varied(6, CLOSE)], reading, 5, Sizes(8, 6, 3))
def first(count, processes):
    drawn = loaded(feed, processes, pinned=False)
    return [next(drawn) for _ in range(count)]
alone, two, again = first(3, 0), first(4, 2), first(4, 2)
same = lambda a, b: (a.questions.texts.ids.tolist(), a.pairs.texts.ids.tolist(), a.groups) == (
    b.questions.texts.ids.tolist(), b.pairs.texts.ids.tolist(), b.groups)
told["fed"] = {"as one": same(two[0], alone[0]), "again": [same(*pair) for pair in zip(two, again)],
               "twice": same(two[0], two[1]),
               "sizes": [two[0].questions.size, two[0].pairs.size, len(two[0].groups)]}

class Spread(NamedTuple):  # texts as the library reads them
    ids: torch.Tensor
    segments: torch.Tensor
    mask: torch.Tensor

def spread(texts):
    wide = [texts.spread(each.unsqueeze(0), 0)[0] for each in (texts.ids, texts.segments, torch.ones_like(texts.ids))]
    return Spread(*wide)

step = alone[0]
questions, pairs = step.questions, step.pairs
asked, paired = spread(questions.texts), spread(pairs.texts)
mask = asked.mask.unsqueeze(-1)
told["read apart"] = []
for passes in (1, 2):  # the models of two passes are looked at further on
    models = [distil._fresh(encoder, seed, passes).eval() for seed in (1, 2)]
    with torch.no_grad():
        for model in models:  # norms are all alike in a fresh one, and each pass has its own
            for name, weight in model.named_parameters():
                weight.add_(torch.randn_like(weight), alpha=0.1 if "LayerNorm" in name else 0)
    stack = Stack([copy.deepcopy(model) for model in models])
    with torch.no_grad():
        spans, relations = stack(questions.texts)
    for place, model in enumerate(models):
        with torch.no_grad():
            own = model(*asked)
        told["read apart"] += [float(((spans[place] - own[0]) * mask).abs().max())]
        told["read apart"] += [float((relations[place] - own[1]).abs().max())]
told["models apart"] = float(((spans[0] - spans[1]) * mask).abs().max())

# The mean of gradients tells them without what the optimizer makes of their size.
def slopes(weights, optimizer):
    return [optimizer.state[weight]["exp_avg"] for weight in weights]

optimizer = optimizer_of(stack.weights.values(), 0.0, stacked=True)
common = reading.common_pieces()
task = task_of(stack, step, common)
losses = [float(loss) for loss in take(stack, optimizer, task)]
names, found = list(stack.weights), slopes(stack.weights.values(), optimizer)
told["slopes apart"], alone_losses = [], []
groups = most_misleading(step.groups, common, lambda texts: _best(stack, texts))
told["members"] = [len(groups), len(task.members.first), task.texts.size - questions.size - pairs.size]
for place, model in enumerate(models):
    scores, _ = model(*asked)
    span = (span_losses(scores, questions.targets) * questions.weights).sum()
    _, scores = model(*paired)
    relation = (relation_losses(scores, pairs.targets[:, 0]) * pairs.weights).sum()
    contrast = loss_of(read_margins(model, texts_of(groups)).unsqueeze(0), members_of(groups)).sum()
    (contrast + 0.9 * span + 0.6 * relation).backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    alone_losses.append([span.item(), relation.item()])
    own = {name: weight.grad for name, weight in model.named_parameters()}
    told["slopes apart"].append(max(float((found[names.index(name)][place] - 0.1 * slope).abs().max())
                                    for name, slope in own.items()))
told["losses"] = [losses, [sum(column) / 2 for column in zip(*alone_losses)]]

with torch.no_grad():
    crowd = [Stack([model]) for model in models]
aims = aims_of(crowd, task)
margins = task.scores(stack)[2].detach()
owners = task.members.owners
groups_sum = aims.shares.silent.index_add(0, owners, aims.shares.spans.sum(1))
told["aims"] = [float((aims.spans.sum(1) - 1).abs().max()), float((aims.relations.sum(1) - 1).abs().max()),
                float((aims.spans[:, : spans.shape[2]] - spans.softmax(2).mean(0)).abs().max()),
                float((groups_sum - 1).abs().max())]
def slope_of(aims):
    moved = margins[:1].clone().requires_grad_()
    group_losses(moved, task.members, aims).mean().backward()
    return moved.grad

own, untaught = slope_of(shares_of(margins[:1], task.members)), slope_of(None)
told["taught slope"] = [float(untaught.abs().max()), float((own - 0.1 * untaught).abs().max())]

take(stack, optimizer, task, mutual=1.0)  # nothing is moved, but slopes are added to the mean of before
mean = aims_of([stack], task)
for weight in stack.weights.values():
    weight.grad = None
found = task.scores(stack)
aimed = mean.spans.repeat(2, 1, 1)
span = (span_losses(found.spans.flatten(0, 1), questions.targets.repeat(2, 1), aimed, 1.0).view(2, -1)
        * questions.weights).sum()
told["mutual"] = [float(span) / 2, float(take(stack, optimizer, task, mutual=1.0)[0]), losses[0]]

def run(*options):
    result = CliRunner().invoke(distil.main, ["--data", data, "--work", str(folder / "work"), "--encoder", str(encoder),
                                              "--questions", "8", "--pairs", "6", "--processes", "0", *options])
    return {"code": result.exit_code, "error": result.stderr}

told["nothing"] = run("--teachers", "0")
told["whole"] = run("--teachers", "2", "--steps", "40", "--rate", "0.05", "--students", "0")
told["untaught"] = [folder.name for folder in sorted((folder / "work").iterdir())]
told["begun"] = run("--teachers", "2", "--further", "0")
state = lambda name: torch.load(folder / "work" / name / "checkpoint.pt", weights_only=True)
told["facts"] = [[state(name)[fact] for fact in ("steps", "seed", "rate", "pairs")] for name in ("teacher-2", "student-2")]
before = (folder / "work" / "teacher-1" / "checkpoint.pt").read_bytes()
files = [str(folder / "work" / f"teacher-{number}" / "checkpoint.pt") for number in (1, 2)]
def distance(model):
    with torch.no_grad():
        crowd = [Stack([distil._read(Path(file), encoder) for file in files])]
        aims, found = aims_of(crowd, task), task.scores(Stack([model]))[0][0]
    return float((aims.spans * (aims.spans.clamp(min=1e-9).log() - found.log_softmax(1))).sum(1).mean())
pupil = distil._fresh(encoder, 9)
torch.save({"model": pupil.state_dict()}, folder / "pupil.pt")
told["begins"] = distance(pupil)
told["taught"] = run("--teachers", "2", "--further", "40", "--further-rate", "0.05", "--begin", str(folder / "pupil.pt"))
told["kept"] = (folder / "work" / "teacher-1" / "checkpoint.pt").read_bytes() == before
told["ends"] = distance(distil._read(folder / "work" / "student-1" / "checkpoint.pt", encoder))
told["pressed"] = run("--teachers", "1", "--steps", "1000000", "--seconds", "0.5", "--students", "0", "--passes", "2",
                      "--work", str(folder / "pressed"))
pressed = torch.load(folder / "pressed" / "teacher-1" / "checkpoint.pt", weights_only=True)
told["pressed facts"] = [pressed[fact] for fact in ("steps", "passes", "questions")]
told["from"] = run("--teachers", "2", "--from", files[1], "--steps", "0", "--students", "0", "--work", str(folder / "from"))
begun = torch.load(folder / "from" / "teacher-1" / "checkpoint.pt", weights_only=True)["model"]
told["from apart"] = max(float((weight - begun[name]).abs().max()) for name, weight in state("teacher-2")["model"].items())
told["grouped"] = run("--teachers", "1", "--steps", "3", "--students", "1", "--further", "1000000", "--further-seconds",
                      "0.5", "--groups", "3", "--passes", "2", "--apart", "--work", str(folder / "grouped"))
kept = [torch.load(folder / "grouped" / name / "checkpoint.pt", weights_only=True) for name in ("teacher-1", "student-1")]
def matrices_apart(state):
    first, second = (state["model"][f"encoder.encoder.layer.{n}.output.dense.weight"] for n in (0, 1))
    return float((first - second).abs().max())
told["grouped apart"] = [matrices_apart(each) for each in kept]
told["grouped facts"] = [kept[1]["groups_per_step"], kept[1]["passes"], kept[1]["steps"] > 0]
told["others"] = run("--teachers", "0", "--teacher", files[1], "--begin", files[0], "--further", "1")
def between(*options):
    name = str(folder / ("between " + " ".join(options)))
    begun = run("--teachers", "2", "--steps", "40", "--rate", "0.02", "--students", "0", "--work", name, *options)
    models = [distil._read(Path(name) / f"teacher-{number}" / "checkpoint.pt", encoder) for number in (1, 2)]
    with torch.no_grad():
        first, second = (task.scores(Stack([model])).spans[0].log_softmax(1) for model in models)
    return begun["code"], float((first.exp() * (first - second)).sum(1).mean())
told["between"] = [between(), between("--mutual", "0.9")]
print(json.dumps(told))
"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of two stacked models, and of their teaching."""
    folder, data = tmp_path_factory.mktemp("distil"), tmp_path_factory.mktemp("data")
    write_rows(data)
    done = run_python(_CODE, str(folder), str(data))
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def test_processes_draw_the_same_steps_each_time(told: dict[str, Any]) -> None:
    """The first chunk is that of one process alone; no two are the same."""
    assert told["fed"] == {"as one": True, "again": [True] * 4, "twice": False, "sizes": [8, 6, 3]}


def test_stacked_models_read_as_each_does(told: dict[str, Any]) -> None:
    """The layers written out are those of the library, padding included, and each model has its own weights.

    So they are where a text goes through each layer twice.
    """
    assert len(told["read apart"]) == 8
    assert max(told["read apart"]) < 1e-5
    assert told["models apart"] > 0.1


def test_stacked_models_are_moved_as_each_would_be(told: dict[str, Any]) -> None:
    """Gradients, each model's clipped by its own length, are those of the single models; so are the losses."""
    assert max(told["slopes apart"]) < 1e-6
    together, alone = told["losses"]
    assert together == pytest.approx(alone, abs=1e-5)


def test_groups_are_read_with_the_rest(told: dict[str, Any]) -> None:
    """What misleads is chosen first; the right text and each chosen one stand behind the questions and pairs."""
    groups, first, texts = told["members"]
    assert groups == first > 0
    assert 2 * groups <= texts <= 3 * groups


def test_teachers_aim_at_their_mean(told: dict[str, Any]) -> None:
    """Likelihoods of every start, end and relation, which sum to 1; so do those of a group and its "not here"."""
    assert max(told["aims"]) < 1e-5


def test_who_finds_the_same_as_its_teacher_is_moved_by_the_answers_alone(told: dict[str, Any]) -> None:
    """In groups, too, the teachers count for nine tenths."""
    untaught, apart = told["taught slope"]
    assert untaught > 0.01
    assert apart < 1e-6


def test_models_may_aim_at_the_mean_of_them_all(told: dict[str, Any]) -> None:
    """What they find likely together counts as far as is asked; they end nearer to one another than without."""
    expected, found, untaught = told["mutual"]
    assert found == pytest.approx(expected, abs=1e-5)
    assert found != pytest.approx(untaught, abs=1e-3)
    (code, apart), (code_together, together) = told["between"]
    assert code == code_together == 0
    assert together < 0.5 * apart


def test_a_teacher_may_be_larger_than_its_student(told: dict[str, Any]) -> None:
    """Each pass of its layers has matrices of its own, a student's has those of the first."""
    assert told["grouped"]["code"] == 0
    of_teacher, of_student = told["grouped apart"]
    assert of_teacher > 0
    assert of_student == 0
    assert told["grouped facts"] == [3, 2, True]


def test_students_come_closer_to_the_mean_of_their_teachers(told: dict[str, Any]) -> None:
    """In Kullback-Leibler divergence, on texts of the same kind; teachers that are there are not trained again."""
    assert {told[run]["code"] for run in ("whole", "begun", "taught", "others")} == {0}
    assert told["untaught"] == ["teacher-1", "teacher-2"]
    assert told["ends"] < 0.5 * told["begins"]
    assert told["kept"] is True


def test_models_say_what_they_saw(told: dict[str, Any]) -> None:
    """Steps, seed, rate and pairs of their last run lie beside the weights."""
    assert told["facts"] == [[40, 1, 0.05, 240], [0, 1, 0.00025, 0]]


def test_a_training_ends_in_time(told: dict[str, Any]) -> None:
    """On a machine lent for minutes, seconds count, however many steps they are; what it saw is kept beside the weights."""
    steps, passes, questions = told["pressed facts"]
    assert told["pressed"]["code"] == 0
    assert 0 < steps < 1_000
    assert (passes, questions) == (2, 8 * steps)


def test_a_teacher_begins_from_earlier_weights(told: dict[str, Any]) -> None:
    """Without a step it is what it began from; the one beside it begins from the encoder."""
    assert told["from"]["code"] == 0
    assert told["from apart"] == 0.0


def test_without_teachers_one_line_says_what_to_do(told: dict[str, Any]) -> None:
    """No traceback."""
    assert told["nothing"] == {
        "code": 1,
        "error": "Error: Nothing teaches: ask for --teachers, or name a --teacher.\n",
    }
