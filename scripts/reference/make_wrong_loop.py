"""Writes examples/adam-every-epoch.nviz.jsonl: a training loop in plain Python with a mistake.

It makes a new Adam at every epoch, so m, v and t begin at 0 again. Everything else is right. Needs only the standard
library: python3 scripts/reference/make_wrong_loop.py
"""

import json
import math
import random
from pathlib import Path

POINTS, BATCH, UNITS, EPOCHS = 40, 20, 4, 15
RATE, BETA1, BETA2, EPS = 0.05, 0.9, 0.999, 1e-8

draw = random.Random(7)


def moon(i):
    """A point of the upper or the lower half circle, and its label."""
    label, angle = i % 2, math.pi * draw.random()
    x = math.cos(angle) if label == 0 else 1 - math.cos(angle)
    y = math.sin(angle) if label == 0 else 0.5 - math.sin(angle)
    return [round(x + draw.gauss(0, 0.1), 3), round(y + draw.gauss(0, 0.1), 3)], [label]


data = [moon(i) for i in range(POINTS)]
# W1 row by row, b1, W2, b2.
w = [draw.uniform(-0.7, 0.7) for _ in range(2 * UNITS)] + [0.0] * UNITS
w += [draw.uniform(-0.5, 0.5) for _ in range(UNITS)] + [0.0]


def layers(v):
    """A vector as the recording holds it."""
    hidden = {"weight": [v[2 * j : 2 * j + 2] for j in range(UNITS)], "bias": v[2 * UNITS : 3 * UNITS]}
    return [hidden, {"weight": [v[3 * UNITS : 4 * UNITS]], "bias": v[4 * UNITS :]}]


def backprop(v, batch):
    """The loss of a batch and its gradient."""
    loss, gradient = 0.0, [0.0] * len(v)
    for i in batch:
        (x1, x2), (y,) = data[i]
        a = [math.tanh(v[2 * j] * x1 + v[2 * j + 1] * x2 + v[2 * UNITS + j]) for j in range(UNITS)]
        z = v[4 * UNITS] + sum(v[3 * UNITS + j] * a[j] for j in range(UNITS))
        p = 1 / (1 + math.exp(-z))
        loss -= math.log(p if y == 1 else 1 - p) / len(batch)
        delta = (p - y) / len(batch)
        gradient[4 * UNITS] += delta
        for j in range(UNITS):
            gradient[3 * UNITS + j] += delta * a[j]
            hidden = delta * v[3 * UNITS + j] * (1 - a[j] ** 2)
            gradient[2 * j] += hidden * x1
            gradient[2 * j + 1] += hidden * x2
            gradient[2 * UNITS + j] += hidden
    return loss, gradient


lines = [
    {
        "format": "neural-viz-recording",
        "version": 1,
        "writer": "plain Python",
        "dtype": "float64",
        "network": {
            "inputs": 2,
            "hidden": [{"units": UNITS, "activation": "tanh"}],
            "outputs": 1,
            "output": {"activation": "sigmoid", "loss": "crossEntropy"},
        },
        "optimizer": {"name": "adam", "learningRate": RATE, "beta1": BETA1, "beta2": BETA2, "eps": EPS},
        "data": {"inputs": [x for x, _ in data], "targets": [y for _, y in data]},
    }
]
t = 0
for epoch in range(EPOCHS):
    m, v, k = [0.0] * len(w), [0.0] * len(w), 0  # the mistake: this line belongs above the loop
    order = draw.sample(range(POINTS), POINTS)
    for start in range(0, POINTS, BATCH):
        batch = order[start : start + BATCH]
        loss, g = backprop(w, batch)
        before, k = w, k + 1
        m = [BETA1 * a + (1 - BETA1) * b for a, b in zip(m, g)]
        v = [BETA2 * a + (1 - BETA2) * b * b for a, b in zip(v, g)]
        w = [
            c - RATE * (a / (1 - BETA1**k)) / (math.sqrt(b / (1 - BETA2**k)) + EPS)
            for c, a, b in zip(w, m, v)
        ]
        first = {"parameters": layers(before)} if t == 0 else {}
        lines.append({"t": t, "batch": batch, "loss": loss, **first, "gradient": layers(g), "after": layers(w)})
        t += 1

target = Path(__file__).resolve().parents[2] / "examples" / "adam-every-epoch.nviz.jsonl"
target.write_text("".join(json.dumps(line) + "\n" for line in lines))
