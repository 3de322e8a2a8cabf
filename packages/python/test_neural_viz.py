"""Tests of neural_viz.py: python3 -m unittest discover -s packages/python

What needs NumPy, PyTorch or Node is left out where it's missing. Loops are written out by hand or are PyTorch's own, and
the engine's `compare`, which shares nothing with the recorder, judges the files.
"""

from __future__ import annotations

import json
import math
import os
import random
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import neural_viz as nv

try:
    import numpy as np
except ImportError:
    np = None
try:
    import torch
    from torch import nn

    torch.set_num_threads(1)
except ImportError:
    torch = None

ROOT = Path(__file__).parents[2]
NODE = shutil.which("node") if (ROOT / "node_modules" / "tsx").exists() else None
ENGINE = ["--import", "tsx", "--conditions=@neural-viz/source"]

# Judges the recordings whose names come in, in one process.
JUDGE = """
import { readFileSync } from "node:fs";
import { compareRecording, comparisonJson } from "@neural-viz/engine";
const verdicts = process.argv.slice(1).map((file) => {
  const comparison = compareRecording();
  comparison.push(readFileSync(file, "utf8"));
  const result = comparison.end();
  return { file, numbers: result.numbers, notJudged: result.notJudged, ...comparisonJson(result) };
});
console.log(JSON.stringify(verdicts));
"""


def judged(files):
    """What the engine finds in each file."""
    command = [NODE, *ENGINE, "--input-type=module", "--eval", JUDGE, *map(str, files)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if run.returncode != 0:
        raise AssertionError(run.stderr)
    return json.loads(run.stdout)


def lines_of(path):
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


class FolderTest(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def recorder(self, **setup):
        rec = nv.Recorder(self.path(), **setup)
        self.addCleanup(rec.close)
        return rec

    def path(self, name="run"):
        return self.folder / f"{name}.nviz.jsonl"

    def refuses(self, sentence, call):
        """The call must be refused with exactly this sentence, which must be one."""
        with self.assertRaises(nv.RecordingError) as caught:
            call()
        self.assertEqual(str(caught.exception), sentence)
        self.assertTrue(sentence.endswith(".") and ". " not in sentence, sentence)

    def all_agree(self, files):
        for verdict in judged(files):
            self.assertTrue(verdict["agrees"], f"{verdict['file']}: {verdict['first']} {verdict['mistakes']}")
            self.assertEqual(verdict["notJudged"], {"loss": 0, "gradient": 0, "update": 0}, verdict["file"])


def single(value):
    return struct.unpack("f", struct.pack("f", value))[0]


class Numbers(unittest.TestCase):
    def test_shortest_decimals(self):
        for value, dtype, text in [
            (0.1, "float64", "0.1"),
            (single(0.1), "float64", "0.10000000149011612"),
            (single(0.1), "float32", "0.1"),
            (single(1 / 3), "float32", "0.33333334"),
            (16777216.0, "float32", "16777216.0"),
            (single(3.4028234663852886e38), "float32", "3.4028235e+38"),
            (2.0**-149, "float32", "1e-45"),
            (2.0**-1074, "float64", "5e-324"),
            (-0.0, "float32", "-0.0"),
        ]:
            self.assertEqual(json.dumps(nv._number(value, dtype)), text)

    def test_not_finite(self):
        for dtype in ("float32", "float64"):
            written = [nv._number(value, dtype) for value in (math.nan, math.inf, -math.inf)]
            self.assertEqual(written, ["NaN", "Infinity", "-Infinity"])
        self.assertEqual(nv._number(1e39, "float32"), "Infinity")

    def test_every_float32_comes_back(self):
        draw = random.Random(1)
        for _ in range(20_000):
            (value,) = struct.unpack("f", struct.pack("I", draw.getrandbits(32)))
            if math.isfinite(value):
                self.assertEqual(single(nv._number(value, "float32")), value)

    @unittest.skipIf(np is None, "needs NumPy")
    def test_as_short_as_numpy(self):
        draw = random.Random(2)
        for _ in range(5_000):
            value = np.float32(draw.gauss(0, 1) * 10 ** draw.randint(-30, 30))
            shortest = float(np.format_float_scientific(value, unique=True))
            self.assertEqual(nv._number(float(value), "float32"), shortest)


# A network with one tanh and one sigmoid, over two points.
TINY = dict(layers=[2, 1, 1], activations=["tanh", "sigmoid"], loss="crossEntropy", x=[[0.1, 0.2], [0.3, -0.4]], y=[1, 0])
SGD = {"name": "sgd", "learningRate": 0.1}
BEFORE = [([[0.1, 0.2]], [0.0]), ([[1.0]], [0.05])]
GRADIENT = [([[0.5, 0.25]], [0.125]), ([[-1.0]], [math.nan])]
AFTER = [([[0.05, 0.175]], [-0.0125]), ([[1.1]], [-math.inf])]


def as_json(pairs):
    return [{"weight": w, "bias": b} for w, b in pairs]


class Lines(FolderTest):
    """The lines that rec.update() writes, key by key."""

    def test_first_line(self):
        with nv.Recorder(self.path(), **TINY, optimizer={**SGD, "weightDecay": 0.5}, regularization={"l2": 0.01}) as rec:
            rec.update(parameters_before=BEFORE)
        head = lines_of(self.path())[0]
        self.assertRegex(head.pop("writer"), r"^neural_viz\.py, Python 3\.")
        self.assertEqual(
            head,
            {
                "format": "neural-viz-recording",
                "version": 1,
                "dtype": "float64",
                "network": {
                    "inputs": 2,
                    "hidden": [{"units": 1, "activation": "tanh"}],
                    "outputs": 1,
                    "output": {"activation": "sigmoid", "loss": "crossEntropy"},
                },
                "regularization": {"l2": 0.01},
                "optimizer": {"name": "sgd", "learningRate": 0.1, "weightDecay": 0.5},
                "data": {"inputs": [[0.1, 0.2], [0.3, -0.4]], "targets": [[1], [0]]},
            },
        )

    def test_lines_of_updates(self):
        rec = nv.Recorder(self.path(), **TINY, optimizer=SGD)
        rec.update(loss=0.69, parameters_before=BEFORE, gradients=GRADIENT, parameters_after=AFTER)
        rec.update(batch=[1], parameters_before=AFTER, optimizer={**SGD, "learningRate": 0.05})
        rec.update(parameters_before=BEFORE, parameters_after=AFTER, optimizer={**SGD, "learningRate": 0.05})
        rec.update()
        rec.close()
        after = [{"weight": [[0.05, 0.175]], "bias": [-0.0125]}, {"weight": [[1.1]], "bias": ["-Infinity"]}]
        gradient = [{"weight": [[0.5, 0.25]], "bias": [0.125]}, {"weight": [[-1.0]], "bias": ["NaN"]}]
        self.assertEqual(
            lines_of(self.path())[1:],
            [
                {"t": 0, "batch": "all", "loss": 0.69, "parameters": as_json(BEFORE), "gradient": gradient, "after": after},
                {"t": 1, "batch": [1], "optimizer": {"name": "sgd", "learningRate": 0.05}},
                {"t": 2, "batch": "all", "parameters": as_json(BEFORE), "after": after},
                {"t": 3, "batch": "all"},
            ],
        )

    def test_numbers_are_copied(self):
        before = [([[0.1, 0.2]], [0.0]), ([[1.0]], [0.05])]
        rec = nv.Recorder(self.path(), **TINY)
        rec.update(parameters_before=before)
        before[0][0][0][0] = 7.0
        rec.update(parameters_after=AFTER)
        rec.close()
        self.assertEqual(lines_of(self.path())[1]["parameters"], as_json(BEFORE))

    def test_batches(self):
        for batch, written in [("all", "all"), (None, "all"), (range(2), [0, 1]), (slice(1, None), [1]), ([-1, 0], [1, 0]), ([False, True], [1])]:
            with nv.Recorder(self.path(), **TINY) as rec:
                rec.update(parameters_before=BEFORE, batch=batch)
            self.assertEqual(lines_of(self.path())[1]["batch"], written)

    def test_biases_may_be_rows_or_columns(self):
        wide = dict(layers=[1, 2], activations=["softmax"], loss="crossEntropy", x=[0.1], y=[[0, 1]])
        for bias in ([1.0, 2.0], [[1.0, 2.0]], [[1.0], [2.0]]):
            with nv.Recorder(self.path(), **wide) as rec:
                rec.update(parameters_before=[([[1], [2]], bias)])
            head, line = lines_of(self.path())
            self.assertEqual(line["parameters"], [{"weight": [[1.0], [2.0]], "bias": [1.0, 2.0]}])
            self.assertEqual(head["data"], {"inputs": [[0.1]], "targets": [[1]]})

    def test_targets(self):
        def targets(y, activation, loss, outputs):
            setup = dict(layers=[1, outputs], activations=[activation], loss=loss, x=[0.1, 0.2], y=y)
            with nv.Recorder(self.path(), **setup) as rec:
                rec.update(parameters_before=[([[1.0]] * outputs, [0.0] * outputs)])
            return lines_of(self.path())[0]["data"]["targets"]

        self.assertEqual(targets([2, 0], "softmax", "crossEntropy", 3), [[2], [0]])
        self.assertEqual(targets([[2], [0]], "softmax", "crossEntropy", 3), [[2], [0]])
        self.assertEqual(targets([[0, 0, 1], [1, 0, 0]], "softmax", "crossEntropy", 3), [[2], [0]])
        self.assertEqual(targets([[True], [False]], "sigmoid", "crossEntropy", 1), [[1], [0]])
        self.assertEqual(targets([1, 0], "sigmoid", "mse", 2), [[1], [0]])
        self.assertEqual(targets([[0.5, 1], [0, 1]], "sigmoid", "mse", 2), [[0.5, 1], [0, 1]])
        self.assertEqual(targets([0.5, 1.5], "identity", "squaredError", 1), [[0.5], [1.5]])
        self.assertEqual(str(targets([True, False], "identity", "mse", 1)), "[[1], [0]]")

    @unittest.skipIf(NODE is None, "needs Node")
    def test_the_engine_reads_them(self):
        with nv.Recorder(self.path(), **TINY, optimizer=SGD) as rec:
            rec.update(parameters_before=BEFORE, gradients=GRADIENT, parameters_after=AFTER, batch=[1, 0])
        self.assertEqual(judged([self.path()])[0]["first"]["id"], "gW.2.1.1@0")


class Refusals(FolderTest):
    """What rec.update() and its Recorder refuse."""

    def refused_setup(self, sentence, **changed):
        self.refuses(sentence, lambda: self.recorder(**{**TINY, **changed}))

    def refused_update(self, sentence, **given):
        rec = self.recorder(**TINY, optimizer=SGD)
        self.refuses(sentence, lambda: rec.update(**{"parameters_before": BEFORE, **given}))

    def test_setup(self):
        one = self.refused_setup
        one("The recorder needs either model= (a PyTorch model) or layers= (a list of widths).", layers=None)
        one("layers= must list the widths from the inputs to the outputs, such as [2, 3, 1].", layers=[2])
        one("activations= must list 2 names, one for each layer of weights, with the output's last.", activations=["tanh"])
        one("The activation of hidden layer 1 must be relu, tanh, sigmoid, leakyRelu or identity, but it's 'gelu'.", activations=["gelu", "sigmoid"])
        one("With the loss crossEntropy, the activation of the output must be sigmoid or softmax, but it's 'tanh'.", activations=["tanh", "tanh"])
        one("loss= must be crossEntropy, mse or squaredError.", loss=None)
        one("loss= must be crossEntropy, mse or squaredError, but it's 'hinge'.", loss="hinge")
        one("Cross-entropy takes one output with a sigmoid, or several outputs with a softmax.", layers=[2, 1, 2])
        one("A network may have up to 16 hidden layers, but this one has 17.", layers=[2] + [1] * 18, activations=["tanh"] * 17 + ["sigmoid"])
        one("A layer may have 1 to 256 units, and so may the inputs, but one has 257.", layers=[2, 257, 1])
        one("regularization= takes l1 and l2, each at least 0.", regularization={"l3": 1})
        one("model= must be a PyTorch module; for other libraries use layers= and activations=.", layers=None, model=3)

    def test_data(self):
        one = self.refused_setup
        one("x must have a row for each point with 2 inputs in it, but its shape is 2 × 3.", x=[[1, 2, 3], [1, 2, 3]])
        one("x must have a row for each point with 2 inputs in it, but its shape is 0.", x=[])
        one("x must hold finite numbers.", x=[[1, 2], [math.nan, 3]])
        one("A recording may have 1 to 100,000 points, but x has 100,001.", x=[[0, 0]] * 100_001)
        one("x and y must have as many points as each other, but x has 2 and y has 3.", y=[1, 0, 1])
        one("For cross-entropy with a sigmoid, y must hold 0 or 1 for each point.", y=[0.5, 1])
        classes = dict(layers=[2, 1, 3], activations=["tanh", "softmax"])
        one("y must hold labels from 0 to 2.", **classes, y=[1, 3])
        one("For cross-entropy with a softmax, y must hold a label or a row of 0s with a single 1 for each point; other probabilities can't be judged.", **classes, y=[[0, 0.5, 0.5], [1, 0, 0]])

    def test_optimizers(self):
        names = "sgd, momentum, nesterov, adagrad, rmsprop, adam or adamw"
        one = self.refused_setup
        one(f"optimizer= must be None or a dictionary whose name is {names}.", optimizer={"name": "lion"})
        one("optimizer= must say its learningRate.", optimizer={"name": "sgd"})
        one("The optimizer sgd takes learningRate or weightDecay, but not momentum.", optimizer={**SGD, "momentum": 0.9})
        one("learningRate of sgd must be at least 0, but it's -1.", optimizer={"name": "sgd", "learningRate": -1})
        one("momentum of momentum must be at least 0 and below 1, but it's 1.", optimizer={**SGD, "name": "momentum", "momentum": 1})
        one("eps of adam must be at least 0, but it's -1.", optimizer={**SGD, "name": "adam", "eps": -1})
        one("weightDecay of adamw must be at least 0 and at most 1, but it's 2.", optimizer={**SGD, "name": "adamw", "weightDecay": 2})

    def test_updates(self):
        one = self.refused_update
        one("The first update needs parameters_before; later updates begin with parameters_after of the one before.", parameters_before=None)
        one("There must be a pair (weight, bias) in gradients for each of 2 layers.", gradients=GRADIENT[:1])
        one("There must be a pair (weight, bias) in gradients for each of 2 layers.", gradients=[1, 2])
        turned = [([[0.5], [0.25]], [0.125]), GRADIENT[1]]
        one("The weight in gradients of layer 1 must be 1 × 2, a row for each unit, but it's 2 × 1; transpose yours.", gradients=turned)
        one("The weight in gradients of layer 2 must be 1 × 1, a row for each unit, but it's 1 × 2.", gradients=[GRADIENT[0], ([[1, 2]], [1])])
        one("The bias in parameters_after of layer 2 must have 1 number, but its shape is 3.", parameters_after=[AFTER[0], ([[1]], [1, 2, 3])])
        one("parameters_before and parameters_after share the weight of layer 1; copy it before an update in place.", parameters_after=BEFORE)
        one("The loss must be one number, the mean over the batch.", loss=[0.1, 0.2])
        one("batch= must list indices of points from 0.", batch=["a"])
        one("batch= must list indices of points from 0.", batch=3)
        one("batch= must list at least one index from 0 to 1.", batch=[2])
        one("batch= must list at least one index from 0 to 1.", batch=[])
        one("The optimizer sgd takes learningRate or weightDecay, but not eps.", optimizer={**SGD, "eps": 1})

    def test_order_of_calls(self):
        rec = self.recorder(**TINY)
        self.refuses("rec.step() needs model= and optimizer=; without them, call rec.update() once for each update.", lambda: rec.step().__enter__())
        self.refuses("rec.loss() must be called inside the block of rec.step().", lambda: rec.loss(1))
        rec.close()
        self.refuses("The recording is closed; make a new Recorder for another one.", lambda: rec.update(parameters_before=BEFORE))

    def test_64_megabytes(self):
        rec = self.recorder(**TINY)
        rec.update(parameters_before=BEFORE)
        rec._characters = nv.MAX_CHARACTERS - 5
        self.refuses("A recording may have up to 64 MB, and this update doesn't fit; record fewer updates.", rec.update)
        rec.close()
        self.assertEqual(len(lines_of(self.path())), 2)


@unittest.skipIf(np is None, "needs NumPy")
class WithNumPy(FolderTest):
    """A loop in plain NumPy: 3 inputs, 4 units of tanh, one sigmoid, mini-batches, gradient descent."""

    def loop(self, name, dtype="float64", slope=lambda a: 1 - a**2, schedule=False, keep=("loss", "gradients", "parameters_after")):
        rng = np.random.default_rng(3)
        x = rng.normal(size=(12, 3)).astype(dtype)
        y = (x.sum(1, keepdims=True) > 0).astype(dtype)
        w1, b1 = rng.normal(size=(4, 3)).astype(dtype), np.zeros(4, dtype)
        w2, b2 = rng.normal(size=(1, 4)).astype(dtype), np.zeros((1, 1), dtype)
        rate = np.dtype(dtype).type(0.5)
        settings = {"name": "sgd", "learningRate": 0.5}
        setup = dict(layers=[3, 4, 1], activations=["tanh", "sigmoid"], loss="crossEntropy", optimizer=settings, x=x, y=y)
        with nv.Recorder(self.path(name), **setup) as rec:
            for t in range(9):
                batch = rng.permutation(12)[:5]
                if schedule and t == 4:
                    rate, settings = rate / 4, {**settings, "learningRate": 0.125}
                xb, yb = x[batch], y[batch]
                a = np.tanh(xb @ w1.T + b1)
                p = 1 / (1 + np.exp(-(a @ w2.T + b2)))
                loss = -np.mean(yb * np.log(p) + (1 - yb) * np.log(1 - p))
                d2 = (p - yb) / np.dtype(dtype).type(5)
                d1 = (d2 @ w2) * slope(a)
                gradients = [(d1.T @ xb, d1.sum(0)), (d2.T @ a, d2.sum(0))]
                before = [(w1.copy(), b1.copy()), (w2.copy(), b2.copy())]
                w1 -= rate * gradients[0][0]
                b1 -= rate * gradients[0][1]
                w2 -= rate * gradients[1][0]
                b2 -= rate * gradients[1][1]
                given = {"loss": loss, "gradients": gradients, "parameters_after": [(w1, b1), (w2, b2)]}
                rec.update(
                    parameters_before=before, batch=batch, optimizer=settings, **{key: given[key] for key in keep}
                )
        return self.path(name)

    @unittest.skipIf(NODE is None, "needs Node")
    def test_right_loops_agree(self):
        files = [self.loop(f"{dtype}-{schedule}", dtype, schedule=schedule) for dtype in ("float64", "float32") for schedule in (False, True)]
        files += [self.loop(f"without-{i}", keep=keep) for i, keep in enumerate([("loss",), ("gradients",), ("gradients", "parameters_after")])]
        self.all_agree(files)
        self.assertEqual(lines_of(files[2])[0]["dtype"], "float32")
        self.assertEqual([line["t"] for line in lines_of(files[1])[1:] if "optimizer" in line], [4])
        self.assertEqual(["parameters" in line for line in lines_of(files[0])[1:]], [True] + [False] * 8)

    @unittest.skipIf(NODE is None, "needs Node")
    def test_a_planted_mistake_is_found(self):
        (verdict,) = judged([self.loop("forgotten", slope=lambda a: np.ones_like(a))])
        self.assertFalse(verdict["agrees"])
        self.assertEqual((verdict["first"]["t"], verdict["first"]["stage"]), (0, "gradient"))
        self.assertIn(("slopeForgotten", 1), [(each["name"], each.get("layer")) for each in verdict["mistakes"]])

    def test_formats(self):
        def update(*arrays):
            w1, b1, w2, b2 = arrays
            self.recorder(**TINY).update(parameters_before=[(w1, b1), (w2, b2)])

        f = [np.ones((1, 2)), np.ones(1), np.ones((1, 1)), np.zeros(1, int)]
        update(*f)
        self.refuses("The dtype must be float32 or float64, and one array has float16.", lambda: update(f[0].astype("float16"), *f[1:]))
        mixed = "Parameters and gradients must all be float32 or all be float64, and some are of each; convert them and x before training."
        self.refuses(mixed, lambda: update(f[0].astype("float32"), *f[1:]))
        rec = self.recorder(**TINY)
        rec.update(parameters_before=[(f[0], f[1]), (f[2], f[3])])
        single = [(f[0], f[1]), (f[2].astype("float32"), f[3])]
        self.refuses("The recording began in float64, so gradients must stay in it, but layer 2 has float32.", lambda: rec.update(gradients=single))


@unittest.skipIf(torch is None or np is None, "needs PyTorch")
class WithPyTorch(FolderTest):
    """PyTorch's own modules, losses and optimizers."""

    def data(self, kind, dtype, outputs=1):
        x = torch.rand(11, 2, dtype=dtype) * 2 - 1
        if kind == "binary":
            return x, (x.sum(1, keepdim=True) > 0).to(dtype)
        if kind == "classes":
            return x, torch.randint(0, outputs, (11,))
        return x, torch.rand(11, outputs, dtype=dtype) * 1.6 - 0.8

    def train(self, name, head, make, dtype=None, updates=6, schedule=None, **more):
        """Trains a network of random shape and records it; a batch of 4 points each, at last all points."""
        dtype = dtype or torch.float64
        kind, end, loss, objective = head
        outputs = {"binary": 1, "classes": 3, "values": 2}[kind]
        x, y = self.data(kind, dtype, outputs)
        hidden = [nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 3), nn.LeakyReLU(), nn.Linear(3, outputs)]
        model = nn.Sequential(*hidden, *end).to(dtype)
        optimizer = make(model.parameters())
        scheduler = schedule and schedule(optimizer)
        objective = objective or loss
        with nv.Recorder(self.path(name), model=model, optimizer=optimizer, loss=loss, x=x, y=y, **more) as rec:
            for t in range(updates):
                idx = "all" if t == updates - 1 else torch.randperm(11)[:4]
                xb, yb = (x, y) if t == updates - 1 else (x[idx], y[idx])
                with rec.step(batch=idx):
                    optimizer.zero_grad()
                    L = objective(model(xb), yb)
                    L.backward()
                    optimizer.step()
                    rec.loss(L)
                if scheduler:
                    scheduler.step()
        return self.path(name)

    @unittest.skipIf(NODE is None, "needs Node")
    def test_every_head_and_optimizer_agrees(self):
        torch.manual_seed(4)
        half = lambda out, y: 0.5 * ((out - y) ** 2).sum(1).mean()
        heads = [
            ("binary", [], nn.BCEWithLogitsLoss(), None),
            ("binary", [nn.Sigmoid()], nn.BCELoss(), None),
            ("binary", [], "crossEntropy", nn.functional.binary_cross_entropy_with_logits),
            ("classes", [], nn.CrossEntropyLoss(), None),
            ("classes", [], "crossEntropy", nn.functional.cross_entropy),
            ("classes", [nn.Softmax(1)], "crossEntropy", lambda p, y: nn.functional.nll_loss(p.log(), y)),
            *[("values", end, nn.MSELoss(), None) for end in ([], [nn.Identity()], [nn.Tanh()], [nn.Sigmoid()])],
            *[("values", end, "squaredError", half) for end in ([], [nn.Tanh()], [nn.Sigmoid()])],
        ]
        optim = torch.optim
        optimizers = [
            lambda p: optim.SGD(p, lr=0.3),
            lambda p: optim.SGD(p, lr=0.1, weight_decay=0.1),
            lambda p: optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.01),
            lambda p: optim.SGD(p, lr=0.1, momentum=0.8, nesterov=True),
            lambda p: optim.Adagrad(p, lr=0.1, weight_decay=0.1),
            lambda p: optim.Adagrad(p, lr=0.1, initial_accumulator_value=0.3),
            lambda p: optim.RMSprop(p, lr=0.02, alpha=0.9, weight_decay=0.1),
            lambda p: optim.Adam(p, lr=0.1, betas=(0.8, 0.99), eps=1e-6),
            lambda p: optim.Adam(p, lr=0.1, weight_decay=0.1),
            lambda p: optim.AdamW(p, lr=0.1, weight_decay=0.1),
            lambda p: optim.AdamW(p, lr=0.1, weight_decay=0),
        ]
        files = []
        for i, head in enumerate(heads):
            for j, make in enumerate(optimizers):
                for dtype in (torch.float64, torch.float32):
                    files.append(self.train(f"{i}-{j}-{dtype}", head, make, dtype))
        self.all_agree(files)
        self.assertEqual({lines_of(file)[0]["dtype"] for file in files}, {"float64", "float32"})

    BINARY = ("binary", [], nn.BCEWithLogitsLoss(), None) if torch else ()

    @unittest.skipIf(NODE is None, "needs Node")
    def test_schedulers_agree(self):
        # PyTorch warns if optimizer.step() loses what the scheduler noted on it.
        caught = warnings.catch_warnings()
        caught.__enter__()
        self.addCleanup(caught.__exit__, None, None, None)
        warnings.simplefilter("error")
        schedulers = torch.optim.lr_scheduler
        sgd = lambda p: torch.optim.SGD(p, lr=0.4, momentum=0.9)
        files = [
            self.train("step", self.BINARY, sgd, schedule=lambda o: schedulers.StepLR(o, 2)),
            self.train("cosine", self.BINARY, lambda p: torch.optim.Adam(p, lr=0.1), schedule=lambda o: schedulers.CosineAnnealingLR(o, 6)),
            self.train("warm", self.BINARY, sgd, schedule=lambda o: schedulers.LambdaLR(o, lambda t: t / 4)),
            self.train("cycle", self.BINARY, sgd, schedule=lambda o: schedulers.OneCycleLR(o, 0.5, total_steps=9)),
        ]
        self.all_agree(files)
        rates = [line.get("optimizer", {}).get("learningRate") for line in lines_of(files[0])[1:]]
        self.assertEqual([rate and round(rate, 9) for rate in rates], [None, None, 0.04, None, 0.004, None])
        cycled = [line["optimizer"]["momentum"] for line in lines_of(files[3])[2:]]
        self.assertEqual(len(set(cycled)), 5)

    @unittest.skipIf(NODE is None, "needs Node")
    def test_a_scheduler_made_after_the_recorder(self):
        x, y = self.data("binary", torch.float32)
        model, loss = nn.Linear(2, 1), nn.BCEWithLogitsLoss()
        optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
        with nv.Recorder(self.path(), model=model, optimizer=optimizer, loss=loss, x=x, y=y) as rec:
            scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5)
            for _ in range(3):
                with rec.step():
                    self.backward(model, optimizer, loss, x, y)
                    optimizer.step()
                scheduler.step()
        self.assertEqual([line.get("optimizer", {}).get("learningRate") for line in lines_of(self.path())[1:]], [None, 0.05, 0.025])
        self.assertNotIn("loss", lines_of(self.path())[1])
        self.all_agree([self.path()])

    def backward(self, model, optimizer, loss, x, y):
        optimizer.zero_grad()
        value = loss(model(x), y)
        value.backward()
        return value

    def test_adam_with_decoupled_decay_is_adamw(self):
        """Newer versions of PyTorch have it as a setting of Adam."""
        model = nn.Linear(2, 1)
        optimizer = torch.optim.Adam(model.parameters(), weight_decay=0.1)
        optimizer.param_groups[0]["decoupled_weight_decay"] = True
        x, y = self.data("binary", torch.float32)
        self.recorder(model=model, optimizer=optimizer, loss=nn.BCEWithLogitsLoss(), x=x, y=y).close()
        self.assertEqual(lines_of(self.path())[0]["optimizer"]["name"], "adamw")

    @unittest.skipIf(NODE is None, "needs Node")
    def test_regularization_in_the_loss(self):
        weights = []
        squared = lambda z, y: nn.functional.binary_cross_entropy_with_logits(z, y) + 0.05 * sum((w**2).sum() for w in weights)

        def make(parameters):
            parameters = list(parameters)
            weights.extend(parameters[::2])
            return torch.optim.SGD(parameters, lr=0.1)

        self.all_agree([self.train("l2", ("binary", [], "crossEntropy", squared), make, regularization={"l2": 0.1})])

    @unittest.skipIf(NODE is None, "needs Node")
    def test_modules_and_functions(self):
        class Modules(nn.Module):
            def __init__(self):
                super().__init__()
                self.out, self.act, self.one, self.two = nn.Linear(4, 1), nn.ReLU(inplace=True), nn.Linear(2, 3), nn.Linear(3, 4)

            def forward(self, x):
                return self.out(self.act(self.two(self.act(self.one(x)))))

        class Functions(nn.Module):
            def __init__(self):
                super().__init__()
                self.one, self.out = nn.Linear(2, 3), nn.Linear(3, 1)

            def forward(self, x):
                return self.out(torch.tanh(self.one(x)))

        files = []
        for model, activations in ((Modules(), None), (Functions(), ["tanh", "sigmoid"]), (Functions(), ["tanh", "identity"])):
            optimizer, loss = torch.optim.SGD(model.parameters(), lr=0.1), nn.BCEWithLogitsLoss()
            x, y = self.data("binary", torch.float32)
            files.append(self.path(str(len(files))))
            with nv.Recorder(files[-1], model=model, optimizer=optimizer, loss=loss, activations=activations, x=x, y=y) as rec:
                for _ in range(3):
                    with rec.step():
                        rec.loss(self.backward(model, optimizer, loss, x, y))
                        optimizer.step()
        self.all_agree(files)
        network = lines_of(files[0])[0]["network"]
        self.assertEqual(network["hidden"], [{"units": 3, "activation": "relu"}, {"units": 4, "activation": "relu"}])
        self.assertEqual(network["output"], {"activation": "sigmoid", "loss": "crossEntropy"})

    @unittest.skipIf(NODE is None, "needs Node")
    def test_updates_outside_of_a_block_are_counted(self):
        for make in (lambda p: torch.optim.Adam(p, lr=0.1), lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9)):
            x, y = self.data("binary", torch.float64)
            model, loss = nn.Linear(2, 1).double(), nn.BCEWithLogitsLoss()
            optimizer = make(model.parameters())
            for _ in range(3):
                self.backward(model, optimizer, loss, x, y)
                optimizer.step()
            with nv.Recorder(self.path(), model=model, optimizer=optimizer, loss=loss, x=x, y=y) as rec:
                for t in range(6):
                    if t in (2, 3):  # both with a step of 0, so that no parameter changes
                        optimizer.param_groups[0]["lr"] = 0.0
                        self.backward(model, optimizer, loss, x, y)
                        optimizer.step()
                        optimizer.param_groups[0]["lr"] = 0.1
                    else:
                        with rec.step():
                            rec.loss(self.backward(model, optimizer, loss, x, y))
                            optimizer.step()
            self.backward(model, optimizer, loss, x, y)
            optimizer.step()
            first = 3 if isinstance(optimizer, torch.optim.Adam) else 0
            lines = lines_of(self.path())[1:]
            self.assertEqual([line["t"] - first for line in lines], [0, 1, 4, 5])
            self.assertEqual(["parameters" in line for line in lines], [True, False, True, False])
            self.all_agree([self.path()])

    @unittest.skipIf(NODE is None, "needs Node")
    def test_planted_mistakes_are_found(self):
        plain = lambda p: torch.optim.SGD(p, lr=0.1)
        summed = ("binary", [], "crossEntropy", lambda z, y: nn.functional.binary_cross_entropy_with_logits(z, y, reduction="sum"))
        kept = plain_loop = self.path("kept")
        x, y = self.data("binary", torch.float64)
        model, loss = nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1)).double(), nn.BCEWithLogitsLoss()
        optimizer = plain(model.parameters())
        with nv.Recorder(kept, model=model, optimizer=optimizer, loss=loss, x=x, y=y) as rec:
            for _ in range(4):
                with rec.step():
                    loss(model(x), y).backward()  # zero_grad() is forgotten
                    optimizer.step()
        found = judged([self.train("summed", summed, plain), plain_loop])
        self.assertEqual([(each["first"]["t"], each["first"]["stage"]) for each in found], [(0, "loss"), (1, "gradient")])
        self.assertEqual([sorted({one["name"] for one in each["mistakes"]}) for each in found], [["lossSummed", "summed"], ["notCleared"]])

    def test_right_numbers_at_the_right_moment(self):
        """The lines against copies that the loop itself makes."""
        x, y = self.data("binary", torch.float64)
        model, loss = nn.Linear(2, 1).double(), nn.BCEWithLogitsLoss()
        optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
        seen = []
        with nv.Recorder(self.path(), model=model, optimizer=optimizer, loss=loss, x=x, y=y) as rec:
            for _ in range(2):
                with rec.step():
                    value = self.backward(model, optimizer, loss, x, y)
                    pair = lambda kind: [{"weight": kind(model.weight).tolist(), "bias": kind(model.bias).tolist()}]
                    line = {"parameters": pair(lambda p: p), "gradient": pair(lambda p: p.grad), "loss": value.item()}
                    if seen:
                        line["state"] = {slot: pair(lambda p: optimizer.state[p][key]) for slot, key in (("m", "exp_avg"), ("v", "exp_avg_sq"))}
                    optimizer.step()
                    line["after"] = pair(lambda p: p)
                    optimizer.zero_grad()
                    rec.loss(value)
                    seen.append(line)
        del seen[1]["parameters"]
        written = [{key: line[key] for key in line if key not in ("t", "batch")} for line in lines_of(self.path())[1:]]
        self.assertEqual(written, seen)
        self.assertRegex(lines_of(self.path())[0]["writer"], r"^neural_viz\.py, PyTorch \d")


@unittest.skipIf(torch is None or np is None, "needs PyTorch")
class PyTorchRefusals(FolderTest):
    def setUp(self):
        super().setUp()
        torch.manual_seed(5)
        self.x = torch.rand(6, 2)
        self.y = (self.x.sum(1, keepdim=True) > 1).float()

    def setup_of(self, *modules, model=None, optimizer=None, loss=None, **more):
        model = model if model is not None else nn.Sequential(*(modules or (nn.Linear(2, 3), nn.Tanh(), nn.Linear(3, 1))))
        optimizer = optimizer or (lambda p: torch.optim.SGD(p, lr=0.1))
        self.model, self.optimizer = model, optimizer(model.parameters())
        return dict(model=model, optimizer=self.optimizer, loss=loss or nn.BCEWithLogitsLoss(), x=self.x, y=self.y, **more)

    def refused(self, sentence, *modules, **more):
        setup = self.setup_of(*modules, **more)
        self.refuses(sentence, lambda: self.recorder(**setup))
        self.assertFalse(self.path().exists())

    def test_modules(self):
        made = "A recorded model is made of Linear, ReLU, Tanh, Sigmoid, LeakyReLU and Identity, but this one has "
        one, linear = self.refused, nn.Linear
        one(made + "GELU 1.", linear(2, 3), nn.GELU(), linear(3, 1))
        one(made + "BatchNorm1d 1.", linear(2, 3), nn.BatchNorm1d(3), linear(3, 1))
        one(made + "Conv1d 0.", nn.Conv1d(2, 1, 1))
        one(made + "no Linear layer.", nn.Tanh(), optimizer=lambda p: None)
        one("Dropout 1 leaves out units at random, which can't be judged; take it out of the model.", linear(2, 3), nn.Dropout(), linear(3, 1))
        one("Every Linear layer needs a bias, and Linear 0 has none; leave out bias=False.", linear(2, 1, bias=False))
        one("LeakyReLU must have the slope 0.01, but LeakyReLU 1 has 0.2.", linear(2, 3), nn.LeakyReLU(0.2), linear(3, 1))
        one("A layer has one activation, after its Linear, but ReLU 2 is one more.", linear(2, 3), nn.Tanh(), nn.ReLU(), linear(3, 1))
        one("A layer has one activation, after its Linear, but Tanh 0 is one more.", nn.Tanh(), linear(2, 1))
        same = linear(2, 2)
        one("forward must call each Linear layer once, but it calls Linear 0 twice.", same, same, linear(2, 1))
        tied = [linear(2, 2), linear(2, 2), linear(2, 1)]
        tied[1].weight = tied[0].weight
        one("Every Linear layer needs parameters of its own, but two layers share some.", *tied)

        class Own(nn.Module):
            def __init__(self, forward, scale=False):
                super().__init__()
                self.one, self.unused, self.out = linear(2, 2), linear(2, 2), linear(2, 1)
                if not scale:
                    del self.unused
                else:
                    self.scale = nn.Parameter(torch.ones(1))
                self.compute = forward

            def forward(self, x):
                return self.compute(self, x)

        advice = ", forward computes something that isn't a module; if it's an activation, list all of them by activations=, such as ['tanh', 'sigmoid'] with the output's last."
        between = "Between Linear one and Linear out" + advice
        one(between, model=Own(lambda m, x: m.out(torch.tanh(m.one(x)))))
        one(between, model=Own(lambda m, x: m.out(torch.relu_(m.one(x)))))
        one(between, model=Own(lambda m, x: m.out(input=m.one(x))))
        one("Between the inputs and Linear one" + advice, model=Own(lambda m, x: m.out(m.one(x * 2))))
        one("Between Linear out and the end" + advice, model=Own(lambda m, x: torch.sigmoid(m.out(m.one(x)))))
        right = lambda m, x: m.out(m.one(x))
        one("forward must call each Linear layer once, but it calls Linear unused never.", model=Own(right, True))
        one("A recorded model has the weights and biases of its Linear layers only, but also scale.", model=Own(right, True), activations=["tanh", "tanh", "sigmoid"])
        one("activations= must list 2 names, one for each layer of weights, with the output's last.", activations=["tanh"])
        one("The activation of hidden layer 1 must be relu, tanh, sigmoid, leakyRelu or identity, but it's 'gelu'.", activations=["gelu", "sigmoid"])
        wrong = nn.Module()
        wrong.one, wrong.two = linear(2, 3), linear(2, 1)
        one("The Linear layers must follow each other as they are registered, but Linear one has 3 outputs and Linear two takes 2.", model=wrong, activations=["tanh", "sigmoid"])

    def test_data(self):
        self.x = []
        self.refused("x must have a row for each point, but it's empty.")
        self.x = [[0, 1]] * 6
        self.recorder(**self.setup_of()).close()
        self.x = [0.5] * 6
        self.recorder(**self.setup_of(nn.Linear(1, 1))).close()
        self.assertEqual(lines_of(self.path())[0]["data"]["inputs"], [[0.5]] * 6)

    def test_formats_and_devices(self):
        self.refused("The dtype must be float32 or float64, and one array has bfloat16.", nn.Linear(2, 1).bfloat16())
        self.refused("The dtype must be float32 or float64, and one array has float16.", nn.Linear(2, 1).half())
        mixed = "Parameters and gradients must all be float32 or all be float64, and some are of each; convert them and x before training."
        self.refused(mixed, nn.Linear(2, 2), nn.Linear(2, 1).double())
        self.refused("The model must be on the CPU, and 0.weight is on meta; Neural-Viz judges the rounding of CPUs only.", nn.Linear(2, 1, device="meta"))
        plain = self.recorder(**TINY)
        away = [(torch.zeros(1, 2, device="meta"), [0]), ([[1]], [0])]
        self.refuses("Arrays must be on the CPU, and one is on meta; Neural-Viz judges the rounding of CPUs only.", lambda: plain.update(parameters_before=away))
        plain.close()
        self.path().unlink()
        frozen = nn.Linear(2, 2).requires_grad_(False)
        self.refused("Every parameter must be trained, but 0.weight has requires_grad=False.", frozen, nn.Linear(2, 1))

    def test_losses(self):
        one = self.refused
        one("loss= must be BCEWithLogitsLoss, BCELoss, CrossEntropyLoss or MSELoss, or the name crossEntropy, mse or squaredError of a functional one.", loss=nn.L1Loss())
        one("The loss must be the mean over the batch, reduction='mean', but it has 'sum'.", loss=nn.MSELoss(reduction="sum"))
        weights = "The loss must count all classes and points alike; leave out weight and pos_weight."
        one(weights, loss=nn.BCEWithLogitsLoss(pos_weight=torch.ones(1)))
        one(weights, loss=nn.CrossEntropyLoss(weight=torch.ones(2)))
        one("Label smoothing can't be judged; leave out label_smoothing.", loss=nn.CrossEntropyLoss(label_smoothing=0.1))
        one("The loss must count every point; leave out ignore_index.", loss=nn.CrossEntropyLoss(ignore_index=0))
        one("BCEWithLogitsLoss has the sigmoid inside, so the model must end with a Linear layer, but it ends with sigmoid.", nn.Linear(2, 1), nn.Sigmoid())
        one("CrossEntropyLoss has the softmax inside, so the model must end with a Linear layer, but it ends with softmax.", nn.Linear(2, 2), nn.Softmax(1), loss=nn.CrossEntropyLoss())
        one("With BCELoss, the model must end with sigmoid, but it ends with identity.", loss=nn.BCELoss())
        one("With MSELoss, the model must end with identity, tanh or sigmoid, but it ends with relu.", nn.Linear(2, 1), nn.ReLU(), loss=nn.MSELoss())
        one("Cross-entropy takes one output with a sigmoid, or several outputs with a softmax.", nn.Linear(2, 1), loss=nn.CrossEntropyLoss())
        one("The activation of hidden layer 1 must be relu, tanh, sigmoid, leakyRelu or identity, but it's 'softmax'.", nn.Linear(2, 2), nn.Softmax(1), nn.Linear(2, 1))
        one("loss= must be crossEntropy, mse or squaredError, but it's 'hinge'.", loss="hinge")

    def test_optimizers(self):
        one, optim = self.refused, torch.optim
        kinds = "optimizer= must be SGD, Adagrad, RMSprop, Adam or AdamW of torch.optim; an optimizer of your own is recorded with layers= and rec.update()."
        one(kinds, optimizer=lambda p: optim.Adadelta(p))
        one(kinds, optimizer=lambda p: {"name": "sgd"})

        class Mine(optim.SGD):
            pass

        one(kinds, optimizer=lambda p: Mine(p, lr=0.1))
        one("The optimizer must have one parameter group, but it has 2.", optimizer=lambda p: optim.SGD([{"params": [each]} for each in list(p)[:2]], lr=0.1))
        one("The optimizer must train all parameters of the model and no others; make it with model.parameters().", optimizer=lambda p: optim.SGD(list(p)[:2], lr=0.1))
        one("The optimizer must have amsgrad=False, but it has amsgrad=True.", optimizer=lambda p: optim.Adam(p, amsgrad=True))
        for make in (optim.SGD, optim.Adam, optim.AdamW, optim.Adagrad):
            one("The optimizer must have maximize=False, but it has maximize=True.", optimizer=lambda p: make(p, lr=0.1, maximize=True))
        one("The optimizer must have centered=False, but it has centered=True.", optimizer=lambda p: optim.RMSprop(p, centered=True))
        one("RMSprop must have momentum=0, but it has momentum=0.9.", optimizer=lambda p: optim.RMSprop(p, momentum=0.9))
        one("The optimizer must have dampening=0, but it has dampening=0.5.", optimizer=lambda p: optim.SGD(p, lr=0.1, momentum=0.9, dampening=0.5))
        one("The optimizer must have lr_decay=0, but it has lr_decay=0.1.", optimizer=lambda p: optim.Adagrad(p, lr_decay=0.1))
        one("momentum of momentum must be at least 0 and below 1, but it's 1.", optimizer=lambda p: optim.SGD(p, lr=0.1, momentum=1))

    def refused_step(self, sentence, spoil, **more):
        """A step that is right but for `spoil`, which is called between backward() and optimizer.step()."""
        setup = self.setup_of(**more)
        rec = self.recorder(**setup)

        def step():
            with rec.step():
                setup["loss"](self.model(self.x), self.y).backward()
                spoil()
                self.optimizer.step()

        self.refuses(sentence, step)
        self.assertEqual(len(lines_of(self.path())), 1)

    def test_steps(self):
        one = self.refused_step
        one("optimizer.step() must be called without a closure; call backward() before it.", lambda: self.optimizer.step(lambda: None))
        one("optimizer.step() was called twice in one block of rec.step(); give each update its own block.", lambda: self.optimizer.step())
        one("Layer 1 has no gradient at optimizer.step(); call backward() before it.", lambda: self.optimizer.zero_grad(set_to_none=True))

        def meddle():
            with torch.no_grad():
                self.model[0].weight.mul_(2)

        one("The parameters changed inside the block before optimizer.step(); change them outside of it.", meddle)
        one("The optimizer must have one parameter group, but it has 2.", lambda: self.optimizer.add_param_group({"params": [torch.zeros(1, requires_grad=True)]}))

        def reshape():
            self.model[0].weight = nn.Parameter(torch.zeros(4, 2))

        one("The weight in the parameters of layer 1 must be 3 × 2, a row for each unit, but it's 4 × 2.", reshape)
        one("The recording began in float32, so the parameters must stay in it, but layer 1 has float64.", lambda: self.model.double())

        def autocast():
            with torch.autocast("cpu", dtype=torch.bfloat16):
                self.model(self.x)

        one("The model computed in bfloat16, but its parameters are float32; train without autocast.", autocast)
        setup = self.setup_of()
        rec = self.recorder(**setup)
        autocast()  # between the updates it does no harm
        with rec.step():
            setup["loss"](self.model(self.x), self.y).backward()
            self.optimizer.step()

        def forget():
            for each in self.model.parameters():
                self.optimizer.state[each] = {"step": torch.tensor(7.0), "exp_avg": torch.zeros_like(each), "exp_avg_sq": torch.zeros_like(each)}

        one("The optimizer has counted 7 updates, but the recorder 0; begin a new recording after loading a state.", forget, optimizer=lambda p: torch.optim.Adam(p, lr=0.1))

    def test_blocks(self):
        rec = self.recorder(**self.setup_of())
        twice = "rec.step() is already open; close its block before the next update."
        never = "The block of rec.step() must call optimizer.step() once; use the optimizer given to the Recorder."

        def empty():
            with rec.step():
                pass

        def nested():
            with rec.step():
                empty()

        self.refuses(never, empty)
        self.refuses(twice, nested)
        self.refuses("A Recorder with model= records with rec.step(); rec.update() needs layers=.", rec.update)
        with self.assertRaises(ZeroDivisionError), rec.step():
            1 / 0
        self.assertEqual(len(lines_of(self.path())), 1)


@unittest.skipIf(torch is None or np is None or NODE is None, "needs PyTorch and Node")
class Documentation(FolderTest):
    """The examples of docs/recording-your-own-training.md run, and `neural-viz compare` prints what stands below them."""

    def setUp(self):
        super().setUp()
        text = (ROOT / "docs" / "recording-your-own-training.md").read_text(encoding="utf-8")
        self.examples = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
        self.printed = re.findall(r"```text\n(.*?)```", text, re.DOTALL)

    def compared(self, example):
        environment = {**os.environ, "PYTHONPATH": str(Path(nv.__file__).parent)}
        subprocess.run([sys.executable, "-B", "-c", example], cwd=self.folder, env=environment, check=True)
        command = [NODE, *ENGINE, "packages/cli/src/main.ts", "compare", str(self.path())]
        return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8")

    def test_examples(self):
        self.assertEqual((len(self.examples), len(self.printed)), (2, 3))
        for example, printed in zip(self.examples, self.printed):
            compared = self.compared(example)
            self.assertEqual((compared.stdout[: len(printed)], compared.returncode), (printed, 0))

    def test_the_mistake(self):
        wrong = self.examples[1].replace("delta1 = delta2 @ W2 * (1 - a**2)", "delta1 = delta2 @ W2")
        self.assertNotEqual(wrong, self.examples[1])
        compared = self.compared(wrong)
        self.assertEqual(compared.returncode, 1)
        for line in self.printed[2].splitlines():
            if line.strip() != "...":
                self.assertIn(line, compared.stdout.splitlines())

    def test_the_lines_in_the_readme(self):
        """They are lines of the first example, in its order."""
        text = (ROOT / "README.md").read_text(encoding="utf-8")
        (shown,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
        lines = iter(self.examples[0].splitlines())
        for line in shown.splitlines():
            if line.strip() != "...":
                self.assertIn(line.split("  #")[0], lines)

    def test_the_example_in_the_file(self):
        """The file's own first example is the documented one's loop."""
        loop = re.search(r"with rec\.step.*?rec\.loss\(L\)", nv.__doc__, re.DOTALL).group()
        self.assertIn(" ".join(loop.split()), " ".join(self.examples[0].split()))


if __name__ == "__main__":
    unittest.main()
