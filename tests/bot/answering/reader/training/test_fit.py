"""A run goes on where it was killed, refuses what does not fit, and what it made is what is exported.

All of it runs in one child, so that torch stays out of this process.
"""

import json
import math
from typing import Any

import numpy as np
import pytest

from bot.answering.reader.model.onnx import SHIPPED
from tests.bot.answering.reader.training.invented_rows import write_rows
from tests.children import run_python

pytestmark = pytest.mark.long

_STEPS = "52"  # a chunk has 40, and what came of 50 is told
_CODE = """
import json, multiprocessing, numpy as np, onnx, onnxruntime, sys, time, torch
from pathlib import Path
from click.testing import CliRunner
from bot.answering.reader.model.decoding import read_texts
from bot.answering.reader.model.onnx import OnnxReaderModel
from bot.answering.reader.model.pairs import PairEncoder
from bot.answering.reader.training import contrasting, export, fit, graph, optimising, quantising, stepping
from bot.answering.reader.training.checkpointing import load
from bot.answering.reader.training.encoding import Encoded, Group
from bot.answering.reader.training.margins import best_margins, read_margins
from bot.answering.reader.training.model import TwoHeads
from bot.answering.reader.training.restoring import restore
from tests.bot.answering.reader.training.invented_rows import tokenizer, write_encoder

torch.set_num_threads(1)
torch.manual_seed(0)
folder, data, steps = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
encoder = folder / "encoder"
words = tokenizer()
write_encoder(encoder, layers=1)
told = {}

def run(command, *options):
    result = CliRunner().invoke(command, [*options, "--encoder", str(encoder)])
    return {"code": result.exit_code, "error": result.stderr, "output": result.stdout}

def train(work, *options):
    return run(fit.main, "--data", data, "--work", str(folder / work), "--rate", "0.01", "--steps", steps, *options)

def state(work):
    return torch.load(folder / work / "checkpoint.pt", weights_only=True)

# A process of its own, which saves after every step and is killed, now and then while it writes.
process = multiprocessing.get_context("fork").Process(target=train, args=("killed", "--pause", "0"))
process.start()
while not (folder / "killed" / "checkpoint.pt").exists() or state("killed")["steps"] < 20:
    time.sleep(0.01)
process.kill()
process.join()
told["killed at"] = state("killed")["steps"]
told["resumed"], told["whole"] = train("killed"), train("whole")
one, other = state("killed"), state("whole")
told["apart"] = max(float((one["model"][name] - other["model"][name]).abs().max()) for name in one["model"])
told["facts"] = [{name: run[name] for name in ("steps", "seed", "rate", "questions", "pairs")} for run in (one, other)]
told["moved"] = float((one["model"]["span.weight"] - TwoHeads(encoder).span.weight.detach()).abs().max())
told["shares"] = [fit.rate_share(step, step / 1000) for step in (0, 99, 199, 349, 350, 675, 999, 1000, 1200)]

told["other seed"] = train("killed", "--seed", "2")
told["other rate"] = train("killed", "--rate", "0.02")
told["other seen"] = train("killed", "--seen", "7")
told["no data"] = run(fit.main, "--data", str(folder), "--work", str(folder / "new"))
(folder / "damaged").mkdir()
whole = (folder / "whole" / "checkpoint.pt").read_bytes()
for name, content in (("cut", whole[:-100]), ("empty", b"")):
    (folder / "damaged" / "checkpoint.pt").write_bytes(content)
    told[name] = train("damaged")
partial = folder / "whole" / "checkpoint.partial"
partial.symlink_to("/dev/full")  # a disk without room
told["full disk"] = train("whole", "--steps", "54")
told["kept"] = (folder / "whole" / "checkpoint.pt").read_bytes() == whole
legacy = {name: value for name, value in one.items() if name in ("model", "optimizer", "steps")}
(folder / "legacy").mkdir()
torch.save(legacy, folder / "legacy" / "checkpoint.pt")
told["legacy"] = train("legacy", "--steps", str(int(steps) + 1))
told["legacy facts"] = [state("legacy")[name] for name in ("steps", "seed", "rate", "questions", "pairs")]

model = TwoHeads(encoder).eval()
load(folder / "killed" / "checkpoint.pt", model)
work = ["--work", str(folder / "killed"), "--name", "tiny", "--threshold", "1.5"]
told["export"] = [run(export.main, *work, "--to", str(folder / name), *more)
                  for name, more in (("plain.onnx", ["--plain"]), ("small.onnx", []))]
def scored(graph, level):
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = level
    session = onnxruntime.InferenceSession(graph.SerializeToString(), options, providers=["CPUExecutionProvider"])
    ids = np.array([[1, 4, 5, 2, 6, 7, 8, 2]])
    return [scores.tolist() for scores in session.run(None, {"ids": ids, "segments": np.zeros_like(ids)})]

levels = onnxruntime.GraphOptimizationLevel
whole = quantising.quantised(graph.exported(model))
told["fused"] = [scored(whole, levels.ORT_ENABLE_ALL),
                 scored(onnx.load(str(folder / "small.onnx")), levels.ORT_DISABLE_ALL)]
told["sifted"] = train("sifted", "--steps", "2", "--sift", str(folder / "plain.onnx"))
told["sifted facts"] = [state("sifted")[name] for name in ("sifted", "steps")]
apart = folder / "sifted" / "checkpoint.pt"
first, second = state("killed")["model"], state("sifted")["model"]
run(export.main, "--work", str(folder / "sifted"), "--to", str(folder / "apart.onnx"), "--plain")
told["mean apart"] = []
for other in (apart, folder / "apart.onnx"):
    run(export.main, *work, "--to", str(folder / "mean.onnx"), "--plain", "--mean-with", str(other), "--share", "0.75")
    mean = TwoHeads(encoder)
    restore(folder / "mean.onnx", mean)
    told["mean apart"].append(max(float((weight - 0.75 * first[n] - 0.25 * second[n]).abs().max())
                                  for n, weight in mean.state_dict().items() if weight.is_floating_point()))
told["runs apart"] = max(float((first[n] - second[n]).abs().max()) for n in first)
told["no checkpoint"] = run(export.main, "--work", str(folder / "encoder"), "--to", str(folder / "no.onnx"))

def torch_scores(pairs):
    for pair in pairs:
        ids = torch.tensor([pair.ids])
        with torch.no_grad():
            spans, _ = model(ids, torch.tensor([pair.segments]), torch.ones_like(ids))
        yield spans[0, :, 0].numpy(), spans[0, :, 1].numpy()

def torch_relation(pair):
    ids = torch.tensor([pair.ids])
    with torch.no_grad():
        return torch.softmax(model(ids, torch.tensor([pair.segments]), torch.ones_like(ids))[1][0], 0).tolist()

pieces = PairEncoder(words)
question, texts, pairs = json.loads(sys.argv[4])
as_lists = lambda found: [[[span.start, span.end, span.margin] for span in spans] for spans in found]
told["spans"] = {"torch": as_lists(read_texts(pieces, torch_scores, question, texts))}
told["relations"] = {"torch": [torch_relation(pieces.pair(*pair)) for pair in pairs]}
for name in ("plain", "small"):
    reader = OnnxReaderModel(folder / f"{name}.onnx", threads=1)
    told["spans"][name] = as_lists(reader.spans(question, texts))
    told["relations"][name] = [list(found) for found in reader.relate(pairs)]
    told[name] = [reader.name, reader.threshold, (folder / f"{name}.onnx").stat().st_size]
for name in ("plain", "small"):
    begun = TwoHeads(encoder)
    restore(folder / f"{name}.onnx", begun)
    pairs_of = zip(begun.parameters(), model.parameters(), strict=True)
    told[f"restored {name}"] = max(float((a - b).abs().max() / b.abs().max().clamp(min=1e-6)) for a, b in pairs_of)
told["repeated"] = train("repeated", "--steps", "2", "--passes", "2")
told["not repeated"] = train("repeated", "--steps", "3")
work = ["--work", str(folder / "repeated"), "--name", "twice"]
told["repeated export"] = [run(export.main, *work, "--to", str(folder / name), *more)
                           for name, more in (("plain twice.onnx", ["--plain"]), ("small twice.onnx", []))]
deep = TwoHeads(encoder, passes=2).eval()
load(folder / "repeated" / "checkpoint.pt", deep)
pair = pieces.pair(*pairs[0])
with torch.no_grad():
    fed = torch.tensor([pair.ids]), torch.tensor([pair.segments]), torch.ones(1, len(pair.ids))
    right = torch.softmax(deep(*fed)[1][0], 0)
told["repeated apart"] = []
for name in ("plain", "small"):
    (found, _) = OnnxReaderModel(folder / f"{name} twice.onnx", threads=1).relate(pairs)
    told["repeated apart"].append(max(abs(float(a) - b) for a, b in zip(right, found)))
again = TwoHeads(encoder, passes=2)
restore(folder / "small twice.onnx", again)
pairs_of = zip(again.parameters(), deep.parameters(), strict=True)
told["restored twice"] = max(float((a - b).abs().max() / b.abs().max().clamp(min=1e-6)) for a, b in pairs_of)
told["depth"] = [len(each.encoder.encoder.layer) for each in (model, deep)]
told["matrices"] = [sum(weight.numel() for weight in each.parameters() if weight.ndim == 2) for each in (model, deep)]
told["sizes"] = [(folder / f"small{name}.onnx").stat().st_size for name in ("", " twice")]
told["begun"] = run(fit.main, "--data", data, "--work", str(folder / "begun"), "--steps", "1", "--rate", "1e-12",
                    "--begin", str(folder / "small.onnx"))
told["begun apart"] = max(float((a - state("begun")["model"][n]).abs().max()) for n, a in begun.state_dict().items())
told["foreign"] = run(fit.main, "--data", data, "--work", str(folder / "foreign"), "--steps", "1", "--rate", "1e-12",
                      "--begin", sys.argv[5])

# The weights stay where they are, so that a running mean of gradients (0.9 of the last one) tells what was drawn.
def mean_gradient(work, count, *options):
    done = train(work, "--rate", "1e-12", "--steps", str(count), *options)
    assert done["code"] == 0, done
    return state(work)["optimizer"]["state"][0]["exp_avg"]

three = mean_gradient("drawn", 3)
fourth = mean_gradient("drawn", 4) - 0.9 * three
told["fourth"] = [float((mean_gradient(f"seen {seen}", 1, "--seen", str(seen)) - fourth).abs().max() / fourth.abs().max())
                  for seen in (2, 3, 4)]
told["grouped"] = train("grouped", "--groups", "3", "--frozen", "1", "--steps", "2")
told["more groups"] = train("grouped", "--groups", "4", "--frozen", "1", "--steps", "3")
told["frozen apart"] = [float((state("grouped")["model"][name] - dict(TwoHeads(encoder).state_dict())[name]).abs().max())
                        for name in ("encoder.embeddings.word_embeddings.weight", "span.weight")]

told["only pairs"] = train("paired", "--only-pairs", "--steps", "2")
told["only pairs facts"] = [state("paired")[name] for name in ("questions", "pairs")]
torch.manual_seed(1)  # the run's, with which its heads begin
begun = TwoHeads(encoder).state_dict()
told["only pairs moved"] = [
    float((state("paired")["model"][name] - begun[name]).abs().max()) for name in ("span.weight", "relation.0.weight")
]
told["questions too"] = train("paired", "--steps", "3")
told["groups too"] = train("grouped alone", "--only-pairs", "--groups", "2")
told["short run"] = [optimising.rate_share(step, step / 100) for step in (0, 10, 20, 99)]

def text(context, answer=(0, 0)):  # piece 2 asks, the last one ends it
    ids = [1, 2, 3, *context, 3]
    return Encoded(ids, [0] * 3 + [1] * (len(ids) - 3), answer)

grouped = TwoHeads(encoder)
stepping._contrast(grouped, [Group(text([10, 12], (3, 4)), [text([11])])], frozenset()).backward()
told["moved by groups"] = float(grouped.encoder.encoder.layer[0].attention.self.query.weight.grad.abs().max())

class Scripted(torch.nn.Module):
    # Scores a piece by its own number, "not here" as 9.
    def forward(self, ids, segments, mask):
        scores = ids.float().masked_fill(torch.arange(ids.shape[1]) == 0, 9.0)
        return torch.stack([scores, scores], 2), None

told["margins"] = read_margins(Scripted(), [text([10, 12]), text([11])])[:, :, 0].tolist()
group = Group(text([10, 12], (3, 4)), [text([11]), text([8]), text([14, 20]), text([6, 12])])
one = [Group(group.right, group.wrong[:1])]
scripted = read_margins(Scripted(), contrasting.texts_of(one)).unsqueeze(0)
told["loss"] = float(contrasting.loss_of(scripted, contrasting.members_of(one)))
best = lambda texts: best_margins(Scripted(), texts)
told["kept groups"] = [[each.ids[3:-1] for each in kept.wrong]
                       for kept in contrasting.most_misleading([group], frozenset({20}), best)]
told["none kept"] = len(contrasting.most_misleading([Group(group.right, [text([12])])], frozenset(), best))
told["no judge"] = train("judged", "--sift", str(folder / "encoder" / "tokenizer.json"))
told["not sifted"] = train("sifted", "--steps", "3")
told["not stated"] = train("sifted", "--steps", "3", "--sift", str(folder / "plain.onnx"),
                           "--statements", str(Path(data) / "nli.jsonl.xz"))
scores = torch.tensor([[0.0, 1.0, 2.0]] * 4)
told["losses"] = optimising.relation_losses(scores, torch.tensor([0, 1, 2, 3])).tolist()
told["seen facts"] = [state("seen 3")[name] for name in ("seen", "steps", "pairs")]
print(json.dumps(told))
"""
_ASKED = (
    "Who opened the bridge?",
    ["The bridge was opened by Mayor Alder.", "Nobody came. " * 60 + "It was opened by Ana Diaz on Monday."],
    [("The ferry is late today.", "The ferry is late."), ("A dog ran.", "A cat slept.")],
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What happened to a run that was killed, and to others."""
    folder, data = tmp_path_factory.mktemp("fit"), tmp_path_factory.mktemp("data")
    write_rows(data)
    done = run_python(_CODE, str(folder), str(data), _STEPS, json.dumps(_ASKED), str(SHIPPED))
    assert done.returncode == 0, done.stderr
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def test_killed_run_ends_as_if_it_had_not_been_killed(told: dict[str, Any]) -> None:
    """The same data, order, rates and optimizer: not one weight differs, and every example is counted once."""
    assert 20 <= told["killed at"] < 52
    assert told["resumed"]["code"] == told["whole"]["code"] == 0
    assert told["apart"] == 0.0
    assert told["moved"] > 0.01
    assert told["facts"][0] == told["facts"][1]
    assert told["facts"][0] | {"questions": 0} == {
        "steps": 52, "seed": 1, "rate": 0.01, "questions": 0, "pairs": 52 * 16
    }  # fmt: skip
    assert 52 * 32 - 20 <= told["facts"][0]["questions"] <= 52 * 32 + 2  # a chunk's shares round up to 1,281


def test_progress_is_told_in_json_lines(told: dict[str, Any]) -> None:
    """A line each 50 steps holds the mean losses since the last, in nats."""
    (line,) = (json.loads(line) for line in told["whole"]["output"].splitlines())
    assert line["step"] == 50
    assert list(line) == ["step", "span", "relation", "steps/s"]
    assert 0 < line["span"] < 6
    assert 0.8 < line["relation"] < 1.4


def test_pairs_alone_leave_the_span_head_as_it_is(told: dict[str, Any]) -> None:
    """A model that is only to compare is trained on pairs, and a run that began so goes on so."""
    assert told["only pairs"]["code"] == 0
    assert told["only pairs facts"] == [0, 32]
    of_spans, of_relations = told["only pairs moved"]
    assert of_spans == 0 < of_relations
    assert told["questions too"]["code"] == 1
    assert told["groups too"]["error"].endswith("leave one of them out.\n")


def test_a_short_run_rises_for_a_fifth_of_its_steps(told: dict[str, Any]) -> None:
    """200 steps of rising would be all of it."""
    assert told["short run"] == pytest.approx([0.005, 0.5, 1, 1 / 65])


def test_rate_rises_holds_and_falls(told: dict[str, Any]) -> None:
    """200 steps up, the full rate for about a third, then down to nothing, and never below."""
    assert told["shares"] == pytest.approx([0.005, 0.5, 1, 1, 1, 0.5, 1 / 650, 0, 0])


@pytest.mark.parametrize(
    ("case", "error"),
    [
        (
            "other seed",
            "not of --seed 2 --rate 0.01 --seen 0 --seen-pairs 0 --pairs 16: go on with its settings",
        ),
        (
            "other rate",
            "not of --seed 1 --rate 0.02 --seen 0 --seen-pairs 0 --pairs 16: go on with its settings",
        ),
        (
            "other seen",
            "not of --seed 1 --rate 0.01 --seen 7 --seen-pairs 112 --pairs 16: go on with its settings",
        ),
        (
            "not sifted",
            "holds a run of --seed 1 --rate 0.01 --seen 0 --seen-pairs 0 --pairs 16 --sift, not of",
        ),
        (
            "not stated",
            "not of --seed 1 --rate 0.01 --seen 0 --seen-pairs 0 --pairs 16 --sift --statements: go on",
        ),
        ("not repeated", "--pairs 16 --passes 2, not of --seed 1"),
        ("no judge", "tokenizer.json is no exported reader."),
        ("no data", "qa_squad2.jsonl.xz"),
        ("cut", "checkpoint.pt is damaged; remove it to begin anew."),
        ("empty", "checkpoint.pt is damaged; remove it to begin anew."),
        ("full disk", "No checkpoint at step 54: [Errno 28] No space left on device"),
        ("no checkpoint", "No such file or directory"),
    ],
)
def test_what_cannot_go_on_is_told_in_one_line(told: dict[str, Any], case: str, error: str) -> None:
    """No traceback: one sentence names the file, or what to do."""
    assert told[case]["code"] == 1
    assert error in told[case]["error"]
    assert told[case]["error"].startswith("Error: ")
    assert told[case]["error"].count("\n") == 1


def test_full_disk_keeps_the_last_checkpoint(told: dict[str, Any]) -> None:
    """What cannot be written does not cost what was."""
    assert told["kept"] is True


def test_checkpoint_of_before_the_settings_were_kept_goes_on(told: dict[str, Any]) -> None:
    """Its settings are taken to be those given, and its steps to have been full ones."""
    assert told["legacy"]["code"] == 0
    steps, seed, rate, questions, pairs = told["legacy facts"]
    assert (steps, seed, rate, pairs) == (53, 1, 0.01, 53 * 16)
    assert 53 * 32 - 2 <= questions <= 53 * 32


def test_training_goes_on_from_an_exported_file(told: dict[str, Any]) -> None:
    """Without a checkpoint nothing is lost but what rounding costs; weights of another model are refused."""
    assert told["restored plain"] == 0.0
    assert 0.0 < told["restored small"] < 0.01
    assert told["begun"]["code"] == 0
    assert told["begun apart"] < 1e-6
    assert told["foreign"]["code"] == 1
    assert "it is of another model." in told["foreign"]["error"]


def test_examples_that_made_the_weights_are_not_drawn_again(told: dict[str, Any]) -> None:
    """After three steps that were seen, the first to be drawn is the fourth, and is counted as the first."""
    before, same, after = told["fourth"]
    assert same < 1e-3
    assert min(before, after) > 0.1
    assert told["seen facts"] == [3, 1, 16]


def test_a_shipped_file_is_fused_and_scores_the_same(told: dict[str, Any]) -> None:
    """Opened without fusing anything it gives the bits that the plain graph gives after all of it."""
    before, after = told["fused"]
    assert before == after
    assert len(before[0][0]) == 8


def test_examples_can_be_chosen_by_an_exported_file(told: dict[str, Any]) -> None:
    """That they were is kept with the run, which goes on no other way."""
    assert told["sifted"]["code"] == 0
    assert told["sifted facts"] == [True, 2]


def test_a_pair_that_is_only_known_not_to_follow_loses_less_than_either_label(told: dict[str, Any]) -> None:
    """The share of both labels together counts: e + e² of 1 + e + e²."""
    whole = 1 + math.e + math.e**2
    right = [1 / whole, math.e / whole, math.e**2 / whole, (math.e + math.e**2) / whole]
    assert told["losses"] == pytest.approx([-math.log(share) for share in right], abs=1e-5)


def test_a_model_that_goes_through_each_layer_twice_is_no_larger(told: dict[str, Any]) -> None:
    """Its matrices are held once, trained, exported and in 8 bits; it reads as torch does, and can be trained further."""
    assert [told["repeated"]["code"], *[case["code"] for case in told["repeated export"]]] == [0, 0, 0]
    once, twice = told["depth"]
    assert twice == 2 * once
    assert told["matrices"][0] == told["matrices"][1]
    assert told["sizes"][1] - told["sizes"][0] < 60_000
    plain, small = told["repeated apart"]
    assert plain < 1e-4
    assert small < 0.03
    assert 0.0 < told["restored twice"] < 0.01


def test_two_runs_can_be_exported_as_their_mean(told: dict[str, Any]) -> None:
    """Every weight lies between those of both runs, by the share that was given; the other may be an exported file."""
    assert max(told["mean apart"]) < 1e-6
    assert told["runs apart"] > 0.01


def test_exported_model_reads_as_the_trained_one(told: dict[str, Any]) -> None:
    """In 32 bits the served model finds torch's spans and relations, also in windows of a long text."""
    assert [case["code"] for case in told["export"]] == [0, 0]
    assert told["plain"][:2] == told["small"][:2] == ["tiny", 1.5]
    for right, found in zip(told["spans"]["torch"], told["spans"]["plain"], strict=True):
        assert right
        assert [span[:2] for span in found] == [span[:2] for span in right]
        assert [span[2] for span in found] == pytest.approx([span[2] for span in right], abs=1e-3)
    assert np.array(told["relations"]["plain"]) == pytest.approx(
        np.array(told["relations"]["torch"]), abs=1e-4
    )


def test_eight_bits_read_nearly_the_same(told: dict[str, Any]) -> None:
    """The small file has a third of the size at most, and its best margins and shares are close."""
    assert told["small"][2] - 500_000 < (told["plain"][2] - 500_000) / 3  # the tokenizer is in both
    for right, found in zip(told["spans"]["torch"], told["spans"]["small"], strict=True):
        assert found[0][2] == pytest.approx(right[0][2], abs=0.2)
    assert np.array(told["relations"]["small"]) == pytest.approx(
        np.array(told["relations"]["torch"]), abs=0.03
    )


def test_scores_of_a_group_are_those_above_each_texts_own_not_here(told: dict[str, Any]) -> None:
    """Of piece 10 where "not here" has 9: 1. Question and separators are no answer."""
    outside = -1e4
    assert told["margins"] == [
        [outside, outside, outside, 1.0, 3.0, outside],
        [outside, outside, outside, 2.0, outside, outside],
    ]


def test_passages_of_a_group_share_one_softmax(told: dict[str, Any]) -> None:
    """The right start (1) and end (3) stand against all of both passages and one "not here"; the wrong one alone refuses."""
    together = math.log(math.exp(1) + math.exp(3) + math.exp(2) + 1)
    alone = math.log(1 + math.exp(2))
    assert told["loss"] == pytest.approx(together - (1 + 3) / 2 + 0.3 * alone, abs=1e-5)


def test_those_that_mislead_most_are_trained_on(told: dict[str, Any]) -> None:
    """Two of a group; what shares a piece with the right answer may be right, unless it is a common one."""
    assert told["kept groups"] == [[[14, 20], [11]]]
    assert told["none kept"] == 0


def test_groups_move_the_encoder(told: dict[str, Any]) -> None:
    """What was read first to see what misleads leaves the loss its gradients, in bfloat16 too."""
    assert told["moved by groups"] > 0


def test_a_run_with_groups_goes_on_with_as_many(told: dict[str, Any]) -> None:
    """What is frozen stays as it is; other settings are another run."""
    assert told["grouped"]["code"] == 0, told["grouped"]
    assert "--groups 3 --frozen 1, not of" in told["more groups"]["error"]
    assert told["frozen apart"][0] == 0.0
