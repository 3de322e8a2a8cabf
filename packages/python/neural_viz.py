"""Records your own training loop, so that Neural-Viz can find its first wrong number.

This one file needs nothing but Python 3.9 or later. Copy it beside your code. With PyTorch (1.13 or 2.x):

    import neural_viz as nv

    with nv.Recorder("run.nviz.jsonl", model=model, optimizer=optimizer, loss=criterion, x=X, y=y) as rec:
        for epoch in range(100):
            for idx in batches:
                with rec.step(batch=idx):
                    optimizer.zero_grad()
                    L = criterion(model(X[idx]), y[idx])
                    L.backward()
                    optimizer.step()
                    rec.loss(L)

With NumPy, or anything that computes:

    rec = nv.Recorder("run.nviz.jsonl", layers=[2, 3, 1], activations=["tanh", "sigmoid"], loss="crossEntropy",
                      optimizer={"name": "sgd", "learningRate": 0.1}, x=X, y=y)
    rec.update(loss=L, parameters_before=[(W1, b1), (W2, b2)], gradients=[(dW1, db1), (dW2, db2)],
               parameters_after=[(new_W1, new_b1), (new_W2, new_b2)])
    rec.close()

Then drop the file on the page, or run `npx neural-viz compare run.nviz.jsonl`.

The recorder copies numbers and computes none of its own. What it can't see, or what Neural-Viz can't judge, it refuses
with a RecordingError of one sentence. The format of the file is described in docs/recording.md.

Part of Neural-Viz, https://github.com/neural-viz/neural-viz, under the MIT license.
"""

from __future__ import annotations

import functools
import json
import math
import operator
import os
import struct
import sys
import types
from contextlib import contextmanager
from typing import Any, Iterator, Mapping, NamedTuple, NoReturn, Optional, Sequence, Union

__all__ = ["Recorder", "RecordingError"]

# ---------------------------------------------------------------------------------------------------------------------
# What a recording can hold
# ---------------------------------------------------------------------------------------------------------------------

MAX_UNITS = 256
MAX_HIDDEN = 16
MAX_POINTS = 100_000
MAX_CHARACTERS = 64 * 2**20

HIDDEN = ("relu", "tanh", "sigmoid", "leakyRelu", "identity")
OUTPUT = {
    "crossEntropy": ("sigmoid", "softmax"),
    "mse": ("identity", "tanh", "sigmoid"),
    "squaredError": ("identity", "tanh", "sigmoid"),
}

_DECAY = (lambda v: 0 <= v < 1, "at least 0 and below 1")
_FROM_0 = (lambda v: 0 <= v < math.inf, "at least 0")
_SHRINK = (lambda v: 0 <= v <= 1, "at least 0 and at most 1")

# The hyperparameters of each optimizer, with their limits. weightDecay is PyTorch's: added to the gradient, except in
# AdamW, where it shrinks the parameters.
_ALWAYS = {"learningRate": _FROM_0, "weightDecay": _FROM_0}
OPTIMIZERS: Mapping[str, Mapping[str, Any]] = {
    "sgd": _ALWAYS,
    "momentum": {**_ALWAYS, "momentum": _DECAY},
    "nesterov": {**_ALWAYS, "momentum": _DECAY},
    "adagrad": {**_ALWAYS, "eps": _FROM_0},
    "rmsprop": {**_ALWAYS, "alpha": _DECAY, "eps": _FROM_0},
    "adam": {**_ALWAYS, "beta1": _DECAY, "beta2": _DECAY, "eps": _FROM_0},
    "adamw": {**_ALWAYS, "weightDecay": _SHRINK, "beta1": _DECAY, "beta2": _DECAY, "eps": _FROM_0},
}

Json = Any
Pairs = Sequence[Any]  # a (weight, bias) pair of arrays for each layer


class RecordingError(ValueError):
    """Says in one sentence what can't be recorded, and what can."""


def _refuse(sentence: str) -> NoReturn:
    raise RecordingError(sentence)


class _Network(NamedTuple):
    """A multilayer perceptron: widths from the inputs to the outputs, and an activation for each layer of weights."""

    widths: Sequence[int]
    activations: Sequence[str]
    loss: str

    @property
    def outputs(self) -> int:
        return self.widths[-1]


# ---------------------------------------------------------------------------------------------------------------------
# The recorder
# ---------------------------------------------------------------------------------------------------------------------


class Recorder:
    """Writes one recording, line by line.

    path            the file to write, by custom with a name that ends in .nviz.jsonl
    x, y            all points and their targets: one row for each point, or one label (from 0) for each point

    For PyTorch:
    model           nn.Sequential, or any module made of nn.Linear layers and activation modules
    optimizer       SGD, Adagrad, RMSprop, Adam or AdamW
    loss            BCEWithLogitsLoss, BCELoss, CrossEntropyLoss or MSELoss; a functional loss is named, as below
    activations     only where `forward` has functional ones: a name for each layer, as below

    For everything else:
    layers          the widths, from the inputs to the outputs: [2, 3, 1]
    activations     a name for each layer of weights, with the output's last: ["tanh", "sigmoid"]
    loss            "crossEntropy", "mse" (the mean over the outputs) or "squaredError" (half their sum)
    optimizer       {"name": "sgd", "learningRate": 0.1}, or None where only loss and gradients are to be judged

    regularization  {"l1": λ₁, "l2": λ₂}, where λ₁ Σ|w| + (λ₂ / 2) Σw² over the weights is part of the loss
    """

    def __init__(
        self,
        path: Union[str, os.PathLike[str]],
        *,
        x: Any,
        y: Any,
        model: Any = None,
        optimizer: Any = None,
        loss: Any = None,
        layers: Optional[Sequence[int]] = None,
        activations: Optional[Sequence[str]] = None,
        regularization: Optional[Mapping[str, float]] = None,
    ) -> None:
        if (model is None) == (layers is None):
            _refuse("The recorder needs either model= (a PyTorch model) or layers= (a list of widths).")
        self._loop = None if model is None else _TorchLoop(model, optimizer, loss, activations, x)
        self._network = self._loop.network if self._loop else _named_network(layers or [], activations, loss)
        _check_network(self._network)
        self._inputs = _rows_of(x, self._network.widths[0], "x", "input")
        self._targets = _targets_of(y, self._network, len(self._inputs))
        self._regularization = _checked_regularization(regularization)
        self._optimizer = self._loop.settings() if self._loop else _checked_optimizer(optimizer)
        self._dtype = ""
        self._t = self._loop.updates_done() if self._loop else 0
        self._left: Json = None  # t after the line before, and the parameters that it left
        self._open_step: Optional[dict[str, Json]] = None
        self._characters = 0
        self._file = open(path, "w", encoding="utf-8", newline="\n")
        if self._loop is not None:
            self._write_head(self._loop.dtype)
            self._wrap_step(optimizer)
            self._loop.watch()

    # -- One update of a PyTorch loop -------------------------------------------------------------------------------

    @contextmanager
    def step(self, batch: Any = "all") -> Iterator[None]:
        """Records the update inside the block, which calls optimizer.step() once.

        `batch` holds the indices of the points that the update uses, in x and y; all of them if it's left out.
        An update outside of such a block is counted, but not recorded.
        """
        if self._loop is None:
            _refuse("rec.step() needs model= and optimizer=; without them, call rec.update() once for each update.")
        if self._open_step is not None:
            _refuse("rec.step() is already open; close its block before the next update.")
        self._check_open()
        line: dict[str, Json] = {"t": self._t, "batch": _indices(batch, len(self._inputs))}
        line["parameters"] = self._layers(self._loop.parameters(), "the parameters")
        self._open_step = line
        self._loop.formats.clear()
        try:
            yield
        finally:
            self._open_step = None
        if "after" not in line:
            _refuse("The block of rec.step() must call optimizer.step() once; use the optimizer given to the Recorder.")
        self._write_update(line)

    def loss(self, value: Any) -> None:
        """Records the loss of the open step: the mean over its batch, before the update."""
        if self._open_step is None:
            _refuse("rec.loss() must be called inside the block of rec.step().")
        self._open_step["loss"] = _scalar(value, self._dtype)

    def _wrap_step(self, optimizer: Any) -> None:
        """Replaces optimizer.step by one that copies the numbers right before and right after.

        PyTorch 1.13 has no hooks for this. A bound method takes the place of a bound method, because learning-rate
        schedulers made later wrap its __func__; the attributes that an earlier scheduler set are kept.
        """
        step = optimizer.step

        @functools.wraps(step)
        def recorded(_: Any, *args: Any, **kwargs: Any) -> Any:
            if self._open_step is not None:
                self._before_step(self._open_step, args or kwargs)
            result = step(*args, **kwargs)
            self._t += 1
            if self._open_step is not None:
                assert self._loop is not None
                self._open_step["after"] = self._layers(self._loop.parameters(), "the parameters after the update")
            return result

        optimizer.step = types.MethodType(recorded, optimizer)

    def _before_step(self, line: dict[str, Json], arguments: Any) -> None:
        assert self._loop is not None
        if arguments:
            _refuse("optimizer.step() must be called without a closure; call backward() before it.")
        if "after" in line:
            _refuse("optimizer.step() was called twice in one block of rec.step(); give each update its own block.")
        if self._layers(self._loop.parameters(), "the parameters") != line["parameters"]:
            _refuse("The parameters changed inside the block before optimizer.step(); change them outside of it.")
        self._loop.check_formats()
        done = self._loop.updates_done()
        if self._loop.counts_updates() and done != self._t:
            _refuse(
                f"The optimizer has counted {_count(done, 'update')}, but the recorder {self._t}; "
                "begin a new recording after loading a state."
            )
        line["gradient"] = self._layers(self._loop.gradients(), "the gradient")
        state = {slot: self._layers(pairs, f"the state {slot}") for slot, pairs in self._loop.state().items()}
        if state:
            line["state"] = state
        self._change_optimizer(line, self._loop.settings())

    # -- One update of any loop -------------------------------------------------------------------------------------

    def update(
        self,
        *,
        loss: Any = None,
        parameters_before: Optional[Pairs] = None,
        gradients: Optional[Pairs] = None,
        parameters_after: Optional[Pairs] = None,
        batch: Any = "all",
        optimizer: Optional[Mapping[str, Any]] = None,
    ) -> None:
        """Records one update.

        Parameters and gradients are lists with a pair (weight, bias) for each layer, a weight with one row for each
        unit, as in nn.Linear. The first update needs `parameters_before`; later ones begin with what the update before
        left. `batch` holds indices of points; `optimizer` stands where the optimizer changes, as in a schedule.
        """
        if self._loop is not None:
            _refuse("A Recorder with model= records with rec.step(); rec.update() needs layers=.")
        self._check_open()
        given = {"parameters": parameters_before, "gradient": gradients, "after": parameters_after}
        names = {"parameters": "parameters_before", "gradient": "gradients", "after": "parameters_after"}
        present = {key: pairs for key, pairs in given.items() if pairs is not None}
        if self._t == 0 and parameters_before is None:
            _refuse(
                "The first update needs parameters_before; "
                "later updates begin with parameters_after of the one before."
            )
        if not self._dtype:
            self._write_head(_dtype_of(present.values()))
        line: dict[str, Json] = {"t": self._t, "batch": _indices(batch, len(self._inputs))}
        if loss is not None:
            line["loss"] = _scalar(loss, self._dtype)
        for key, pairs in present.items():
            line[key] = self._layers(pairs, names[key])
        _check_copied(parameters_before or [], parameters_after or [])
        if optimizer is not None:
            self._change_optimizer(line, _checked_optimizer(optimizer))
        self._t += 1
        self._write_update(line)

    # -- The file ---------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Closes the file."""
        if self._loop is not None:
            self._loop.release()
        self._file.close()

    def __enter__(self) -> Recorder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _check_open(self) -> None:
        if self._file.closed:
            _refuse("The recording is closed; make a new Recorder for another one.")

    def _layers(self, pairs: Pairs, name: str) -> Json:
        """The numbers of all layers as the file holds them. They are copies."""
        widths = self._network.widths
        paired = all(isinstance(pair, (tuple, list)) and len(pair) == 2 for pair in pairs)
        if not paired or len(pairs) != len(widths) - 1:
            _refuse(f"There must be a pair (weight, bias) in {name} for each of {_count(len(widths) - 1, 'layer')}.")
        layers = []
        for i, (weight, bias) in enumerate(pairs):
            for dtype in _dtypes([weight, bias]) - {self._dtype}:
                _refuse(
                    f"The recording began in {self._dtype}, so {name} must stay in it, but layer {i + 1} has {dtype}."
                )
            where = f"{name} of layer {i + 1}"
            layers.append(
                {
                    "weight": _matrix(weight, widths[i + 1], widths[i], where, self._dtype),
                    "bias": _vector(bias, widths[i + 1], where, self._dtype),
                }
            )
        return layers

    def _change_optimizer(self, line: dict[str, Json], settings: Json) -> None:
        if settings != self._optimizer:
            line["optimizer"] = self._optimizer = settings

    def _write_head(self, dtype: str) -> None:
        self._dtype = dtype
        widths, activations, loss = self._network
        head = {
            "format": "neural-viz-recording",
            "version": 1,
            "writer": f"neural_viz.py, {self._loop.version if self._loop else 'Python ' + sys.version.split()[0]}",
            "dtype": dtype,
            "network": {
                "inputs": widths[0],
                "hidden": [{"units": n, "activation": f} for n, f in zip(widths[1:-1], activations)],
                "outputs": widths[-1],
                "output": {"activation": activations[-1], "loss": loss},
            },
            **({"regularization": self._regularization} if self._regularization else {}),
            "optimizer": self._optimizer,
            "data": {"inputs": _numbers(self._inputs, dtype), "targets": _numbers(self._targets, dtype)},
        }
        self._write(head)

    def _write_update(self, line: dict[str, Json]) -> None:
        """Writes the line of an update. Parameters that the line before left aren't written again."""
        if self._left == (line["t"], line.get("parameters")):
            del line["parameters"]
        self._left = (line["t"] + 1, line["after"]) if "after" in line else None
        self._write(line)

    def _write(self, line: Json) -> None:
        text = json.dumps(line, allow_nan=False) + "\n"
        if self._characters + len(text) > MAX_CHARACTERS:
            _refuse("A recording may have up to 64 MB, and this update doesn't fit; record fewer updates.")
        self._characters += len(text)
        self._file.write(text)
        self._file.flush()


# ---------------------------------------------------------------------------------------------------------------------
# Numbers: arrays in, JSON out
# ---------------------------------------------------------------------------------------------------------------------


def _plain(array: Any) -> Any:
    """An array of NumPy, PyTorch or another library, or nested lists, as nested lists of Python's numbers."""
    if getattr(getattr(array, "device", None), "type", "cpu") != "cpu":
        _refuse(
            f"Arrays must be on the CPU, and one is on {array.device}; Neural-Viz judges the rounding of CPUs only."
        )
    if not hasattr(array, "tolist") and hasattr(array, "__array__"):
        array = array.__array__()
    if hasattr(array, "tolist"):
        return array.tolist()
    return [_plain(each) for each in array] if isinstance(array, (list, tuple, range)) else array


def _dtypes(arrays: Any) -> set[str]:
    """The names of the floating-point formats in nested lists of arrays. Integers and Python's numbers have none."""
    found: set[str] = set()
    for array in arrays:
        if hasattr(array, "dtype"):
            name = str(array.dtype).split(".")[-1]
            if not name.startswith(("int", "uint", "bool")):
                found.add(name)
        elif isinstance(array, (list, tuple)):
            found |= _dtypes(array)
    return found


def _dtype_of(arrays: Any) -> str:
    """The one format of all arrays; Python's own numbers are float64."""
    found = _dtypes(arrays)
    for name in sorted(found - {"float32", "float64"}):
        _refuse(f"The dtype must be float32 or float64, and one array has {name}.")
    if len(found) > 1:
        _refuse(
            "Parameters and gradients must all be float32 or all be float64, and some are of each; "
            "convert them and x before training."
        )
    return found.pop() if found else "float64"


def _single(value: float) -> float:
    """The float32 nearest to a number."""
    try:
        return float(struct.unpack("f", struct.pack("f", value))[0])
    except OverflowError:
        return math.copysign(math.inf, value)


def _number(value: Any, dtype: str) -> Json:
    """A number as JSON holds it: the shortest decimal that reads back as the same one in its format.

    Python writes the shortest one of a float64. A float32 needs 6 to 9 digits (fewer where it's
    subnormal); the float64 nearest to that decimal is what Python then writes with the same digits.
    """
    value = float(value)
    if dtype == "float32":
        value = _single(value)
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if dtype == "float32":
        fewest = 6 if abs(value) >= 2**-126 else 1
        return next(short for n in range(fewest, 10) if _single(short := float(f"{value:.{n}g}")) == value)
    return value


def _numbers(values: Any, dtype: str) -> Json:
    """Nested lists of numbers as JSON holds them. Integers stay as they are."""
    if isinstance(values, list):
        return [_numbers(each, dtype) for each in values]
    return int(values) if isinstance(values, int) else _number(values, dtype)


def _scalar(value: Any, dtype: str) -> Json:
    plain = _plain(value)
    while isinstance(plain, list) and len(plain) == 1:
        plain = plain[0]
    if not isinstance(plain, (int, float)):
        _refuse("The loss must be one number, the mean over the batch.")
    return _number(plain, dtype)


def _shape(values: Any) -> tuple[int, ...]:
    """The shape of nested lists; lists of different lengths have the shape of the first."""
    if not isinstance(values, list):
        return ()
    return (len(values), *(_shape(values[0]) if values else ()))


def _matrix(array: Any, rows: int, columns: int, where: str, dtype: str) -> Json:
    plain = _plain(array)
    shape = _shape(plain)
    if shape != (rows, columns) or any(_shape(row) != (columns,) for row in plain):
        turned = "; transpose yours" if shape == (columns, rows) else ""
        _refuse(
            f"The weight in {where} must be {rows} × {columns}, a row for each unit, but it's {_by(shape)}{turned}."
        )
    return [[_number(each, dtype) for each in row] for row in plain]


def _vector(array: Any, length: int, where: str, dtype: str) -> Json:
    """A bias: a list, or a matrix with one row or one column."""
    plain = _plain(array)
    shape = _shape(plain)
    if shape == (1, length):
        plain = plain[0]
    elif shape == (length, 1):
        plain = [each[0] for each in plain]
    elif shape != (length,):
        _refuse(f"The bias in {where} must have {_count(length, 'number')}, but its shape is {_by(shape)}.")
    return [_number(each, dtype) for each in plain]


def _check_copied(before: Pairs, after: Pairs) -> None:
    """Refuses the same array before and after: an update in place has changed both."""
    for i, (old, new) in enumerate(zip(before, after)):
        for part, name in ((0, "weight"), (1, "bias")):
            if old[part] is new[part]:
                _refuse(
                    f"parameters_before and parameters_after share the {name} of layer {i + 1}; "
                    "copy it before an update in place."
                )


def _count(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"


def _by(shape: Sequence[int]) -> str:
    return " × ".join(map(str, shape)) or "a single number"


def _list(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " or " + names[-1]


# ---------------------------------------------------------------------------------------------------------------------
# The head: network, data, optimizer
# ---------------------------------------------------------------------------------------------------------------------


def _named_network(layers: Sequence[int], activations: Optional[Sequence[str]], loss: Any) -> _Network:
    if len(layers) < 2:
        _refuse("layers= must list the widths from the inputs to the outputs, such as [2, 3, 1].")
    if not isinstance(loss, str):
        _refuse(f"loss= must be {_list(list(OUTPUT))}.")
    return _Network(list(layers), _said_activations(activations, len(layers) - 1), loss)


def _said_activations(activations: Optional[Sequence[str]], count: int) -> list[str]:
    if activations is None or isinstance(activations, str) or len(activations) != count:
        _refuse(
            f"activations= must list {_count(count, 'name')}, one for each layer of weights, with the output's last."
        )
    return list(activations)


def _check_network(network: _Network) -> None:
    widths, activations, loss = network
    if loss not in OUTPUT:
        _refuse(f"loss= must be {_list(list(OUTPUT))}, but it's {loss!r}.")
    for i, name in enumerate(activations[:-1]):
        if name not in HIDDEN:
            _refuse(f"The activation of hidden layer {i + 1} must be {_list(HIDDEN)}, but it's {name!r}.")
    if activations[-1] not in OUTPUT[loss]:
        _refuse(
            f"With the loss {loss}, the activation of the output must be {_list(OUTPUT[loss])}, but it's "
            f"{activations[-1]!r}."
        )
    if loss == "crossEntropy" and (activations[-1] == "sigmoid") != (widths[-1] == 1):
        _refuse("Cross-entropy takes one output with a sigmoid, or several outputs with a softmax.")
    if len(widths) > MAX_HIDDEN + 2:
        _refuse(f"A network may have up to {MAX_HIDDEN} hidden layers, but this one has {len(widths) - 2}.")
    for width in widths:
        if not 1 <= width <= MAX_UNITS:
            _refuse(f"A layer may have 1 to {MAX_UNITS} units, and so may the inputs, but one has {width}.")


def _rows_of(array: Any, width: int, name: str, what: str) -> list[list[float]]:
    """A table with one row for each point. A list of numbers is a table with one column."""
    plain = _plain(array)
    if width == 1 and len(_shape(plain)) == 1:
        plain = [[each] for each in plain]
    if len(_shape(plain)) != 2 or any(_shape(row) != (width,) for row in plain):
        _refuse(
            f"{name} must have a row for each point with {_count(width, what)} in it, but its shape is "
            f"{_by(_shape(plain))}."
        )
    if not 1 <= len(plain) <= MAX_POINTS:
        _refuse(f"A recording may have 1 to {MAX_POINTS:,} points, but {name} has {len(plain):,}.")
    if not all(math.isfinite(each) for row in plain for each in row):
        _refuse(f"{name} must hold finite numbers.")
    rows: list[list[float]] = plain
    return rows


def _targets_of(y: Any, network: _Network, points: int) -> list[list[float]]:
    plain = _plain(y)
    outputs, output = network.outputs, network.activations[-1]
    listed = len(_shape(plain)) == 1 or (outputs > 1 and _shape(plain)[1:] == (1,))
    labels = output == "softmax" or (output == "sigmoid" and outputs > 1 and listed)
    rows = _rows_of(plain, 1 if labels and listed else outputs, "y", "label" if labels and listed else "target")
    if len(rows) != points:
        _refuse(f"x and y must have as many points as each other, but x has {points} and y has {len(rows)}.")
    if labels and not listed and output == "softmax":
        if not all(sorted(row) == [0] * (outputs - 1) + [1] for row in rows):
            _refuse(
                "For cross-entropy with a softmax, y must hold a label or a row of 0s with a single 1 for each "
                "point; other probabilities can't be judged."
            )
        return [[row.index(1)] for row in rows]
    if labels and listed:
        if not all(row[0] in range(outputs) for row in rows):
            _refuse(f"y must hold labels from 0 to {outputs - 1}.")
        return [[int(row[0])] for row in rows]
    if network.loss == "crossEntropy":
        if not all(row[0] in (0, 1) for row in rows):
            _refuse("For cross-entropy with a sigmoid, y must hold 0 or 1 for each point.")
        return [[int(row[0])] for row in rows]
    return rows


def _indices(batch: Any, points: int) -> Json:
    """The indices of a batch from 0. Slices, masks of booleans and negative indices mean the same as in x[batch]."""
    if batch is None or (isinstance(batch, str) and batch == "all"):
        return "all"
    plain = list(range(points))[batch] if isinstance(batch, slice) else _plain(batch)
    if isinstance(plain, list) and len(plain) == points and all(isinstance(each, bool) for each in plain):
        plain = [i for i, inside in enumerate(plain) if inside]
    try:
        indices = [operator.index(each) for each in plain]
    except TypeError:
        _refuse("batch= must list indices of points from 0.")
    if not indices or not all(-points <= i < points for i in indices):
        _refuse(f"batch= must list at least one index from 0 to {points - 1}.")
    return [i % points for i in indices]


def _checked_optimizer(settings: Optional[Mapping[str, Any]]) -> Json:
    """Settings by the names of an experiment, checked."""
    if settings is None:
        return None
    if not isinstance(settings, Mapping) or settings.get("name") not in OPTIMIZERS:
        _refuse(f"optimizer= must be None or a dictionary whose name is {_list(list(OPTIMIZERS))}.")
    name = settings["name"]
    known = OPTIMIZERS[name]
    if "learningRate" not in settings:
        _refuse("optimizer= must say its learningRate.")
    for key, value in settings.items():
        if key == "name":
            continue
        if key not in known:
            _refuse(f"The optimizer {name} takes {_list(list(known))}, but not {key}.")
        holds, limits = known[key]
        if not holds(value):
            _refuse(f"{key} of {name} must be {limits}, but it's {value}.")
    return {key: value if key == "name" else float(value) for key, value in settings.items()}


def _checked_regularization(factors: Optional[Mapping[str, float]]) -> Json:
    if not factors:
        return None
    if any(key not in ("l1", "l2") or not 0 <= value < math.inf for key, value in factors.items()):
        _refuse("regularization= takes l1 and l2, each at least 0.")
    return {key: float(value) for key, value in factors.items()}


# ---------------------------------------------------------------------------------------------------------------------
# PyTorch
# ---------------------------------------------------------------------------------------------------------------------

_MODULES = {"ReLU": "relu", "Tanh": "tanh", "Sigmoid": "sigmoid", "LeakyReLU": "leakyRelu", "Identity": "identity"}
_ALLOWED_MODULES = "Linear, ReLU, Tanh, Sigmoid, LeakyReLU and Identity"
_STATE = {
    "momentum": {"v": "momentum_buffer"},
    "nesterov": {"v": "momentum_buffer"},
    "adagrad": {"sum": "sum"},
    "rmsprop": {"v": "square_avg"},
    "adam": {"m": "exp_avg", "v": "exp_avg_sq"},
    "adamw": {"m": "exp_avg", "v": "exp_avg_sq"},
}


class _TorchLoop:
    """What is read of a PyTorch loop: its model once, its numbers and settings at every update."""

    def __init__(self, model: Any, optimizer: Any, loss: Any, activations: Optional[Sequence[str]], x: Any) -> None:
        self.torch: Any = sys.modules.get("torch")
        if self.torch is None or not isinstance(model, self.torch.nn.Module):
            _refuse("model= must be a PyTorch module; for other libraries use layers= and activations=.")
        self.optimizer = optimizer
        self.version = f"PyTorch {self.torch.__version__}"
        names = {module: f"{type(module).__name__} {name}".strip() for name, module in model.named_modules()}
        self._check_modules(model, names)
        self.dtype = self._checked_dtype(model)
        calls = self._calls(model, names, x) if activations is None else None
        self.layers = self._linear_layers(model, names, calls)
        self._check_parameters(model)
        widths = [self.layers[0].in_features, *(layer.out_features for layer in self.layers)]
        if calls is None:
            said, asked = _said_activations(activations, len(self.layers)), True
        else:
            said, asked = self._activations_in(calls, names), False
        self.network = self._network(widths, said, asked, loss)
        self.formats: set[str] = set()  # in which the Linear layers computed, in the open step
        self._hooks: list[Any] = []

    # -- The model ----------------------------------------------------------------------------------------------------

    def _check_modules(self, model: Any, names: Mapping[Any, str]) -> None:
        nn = self.torch.nn
        for module in _leaves(model):
            kind, name = type(module).__name__, names[module]
            if type(module) is nn.Linear:
                if module.bias is None:
                    _refuse(f"Every Linear layer needs a bias, and {name} has none; leave out bias=False.")
            elif "Dropout" in kind:
                _refuse(f"{name} leaves out units at random, which can't be judged; take it out of the model.")
            elif type(module) is not getattr(nn, kind, None) or (kind not in _MODULES and kind != "Softmax"):
                _refuse(f"A recorded model is made of {_ALLOWED_MODULES}, but this one has {name}.")
            elif kind == "LeakyReLU" and module.negative_slope != 0.01:
                _refuse(f"LeakyReLU must have the slope 0.01, but {name} has {module.negative_slope}.")

    def _checked_dtype(self, model: Any) -> str:
        for name, each in model.named_parameters():
            if each.device.type != "cpu":
                _refuse(
                    f"The model must be on the CPU, and {name} is on {each.device}; "
                    "Neural-Viz judges the rounding of CPUs only."
                )
            if not each.requires_grad:
                _refuse(f"Every parameter must be trained, but {name} has requires_grad=False.")
        return _dtype_of(list(model.parameters()))

    def _calls(self, model: Any, names: Mapping[Any, str], x: Any) -> list[Any]:
        """The modules in the order in which `forward` calls them, found with one point.

        Each must take exactly the tensor that the one before gave. Where it doesn't, `forward` computes something
        between them that isn't a module. The counter _version tells a tensor that was changed in place.
        """
        first = _plain(x)[:1] or _refuse("x must have a row for each point, but it's empty.")
        row = first[0] if isinstance(first[0], list) else first
        point = self.torch.tensor([row], dtype=getattr(self.torch, self.dtype))
        calls: list[Any] = []
        last = {"tensor": point, "version": point._version, "name": "the inputs"}

        def before(module: Any, inputs: Any) -> None:
            if not inputs or inputs[0] is not last["tensor"] or inputs[0]._version != last["version"]:
                _refuse_functional(last["name"], names[module])

        def after(module: Any, _: Any, output: Any) -> None:
            calls.append(module)
            last.update(tensor=output, version=output._version, name=names[module])

        hooks = []
        for module in _leaves(model):
            hooks += [module.register_forward_pre_hook(before), module.register_forward_hook(after)]
        try:
            with self.torch.no_grad():
                output = model(point)
        finally:
            for hook in hooks:
                hook.remove()
        if output is not last["tensor"] or output._version != last["version"]:
            _refuse_functional(last["name"], "the end")
        return calls

    def _linear_layers(self, model: Any, names: Mapping[Any, str], calls: Optional[list[Any]]) -> list[Any]:
        linear = self.torch.nn.Linear
        registered = [module for module in _leaves(model) if type(module) is linear]
        layers = registered if calls is None else [module for module in calls if type(module) is linear]
        if not layers:
            _refuse(f"A recorded model is made of {_ALLOWED_MODULES}, but this one has no Linear layer.")
        for layer in registered:
            if layers.count(layer) != 1:
                _refuse(
                    f"forward must call each Linear layer once, but it calls {names[layer]} "
                    f"{_times(layers.count(layer))}."
                )
        for one, two in zip(layers, layers[1:]):
            if one.out_features != two.in_features:
                _refuse(
                    f"The Linear layers must follow each other as they are registered, but {names[one]} has "
                    f"{_count(one.out_features, 'output')} and {names[two]} takes {two.in_features}."
                )
        return layers

    def _check_parameters(self, model: Any) -> None:
        own = {id(each) for layer in self.layers for each in (layer.weight, layer.bias)}
        if len(own) != 2 * len(self.layers):
            _refuse("Every Linear layer needs parameters of its own, but two layers share some.")
        for name, each in model.named_parameters():
            if id(each) not in own:
                _refuse(f"A recorded model has the weights and biases of its Linear layers only, but also {name}.")

    def _activations_in(self, calls: list[Any], names: Mapping[Any, str]) -> list[str]:
        """The activation after each Linear layer; none is the identity."""
        found: list[str] = []
        for module in calls:
            kind = type(module).__name__
            if kind == "Linear":
                found.append("identity")
            elif kind != "Identity":
                if not found or found[-1] != "identity":
                    _refuse(f"A layer has one activation, after its Linear, but {names[module]} is one more.")
                found[-1] = _MODULES.get(kind, "softmax")
        return found

    def _network(self, widths: list[int], activations: list[str], asked: bool, loss: Any) -> _Network:
        """The network; a sigmoid or softmax inside of the loss is the activation of its output."""
        name, inside, after = self._loss(loss)
        last = activations[-1]
        if isinstance(loss, str):
            if loss == "crossEntropy" and last == "identity":
                activations[-1] = "sigmoid" if widths[-1] == 1 else "softmax"
        elif inside is not None:
            if last not in (("identity", inside) if asked else ("identity",)):
                _refuse(
                    f"{type(loss).__name__} has the {inside} inside, so the model must end with a Linear layer, but "
                    f"it ends with {last}."
                )
            activations[-1] = inside
        elif last not in after:
            _refuse(f"With {type(loss).__name__}, the model must end with {_list(after)}, but it ends with {last}.")
        return _Network(widths, activations, name)

    def _loss(self, loss: Any) -> tuple[str, Optional[str], Sequence[str]]:
        """The loss's name, the activation inside of it, and those that the model may end with otherwise."""
        nn = self.torch.nn
        if isinstance(loss, str):
            return loss, None, ()
        kinds = {
            nn.BCEWithLogitsLoss: ("crossEntropy", "sigmoid", ()),
            nn.BCELoss: ("crossEntropy", None, ("sigmoid",)),
            nn.CrossEntropyLoss: ("crossEntropy", "softmax", ()),
            nn.MSELoss: ("mse", None, OUTPUT["mse"]),
        }
        if type(loss) not in kinds:
            _refuse(
                "loss= must be BCEWithLogitsLoss, BCELoss, CrossEntropyLoss or MSELoss, or the name crossEntropy, "
                "mse or squaredError of a functional one."
            )
        if loss.reduction != "mean":
            _refuse(f"The loss must be the mean over the batch, reduction='mean', but it has {loss.reduction!r}.")
        if getattr(loss, "weight", None) is not None or getattr(loss, "pos_weight", None) is not None:
            _refuse("The loss must count all classes and points alike; leave out weight and pos_weight.")
        if getattr(loss, "label_smoothing", 0) != 0:
            _refuse("Label smoothing can't be judged; leave out label_smoothing.")
        if getattr(loss, "ignore_index", -100) >= 0:
            _refuse("The loss must count every point; leave out ignore_index.")
        return kinds[type(loss)]

    def watch(self) -> None:
        """Notes in which format each Linear layer computes: under autocast it isn't that of the parameters."""

        def note(_: Any, __: Any, output: Any) -> None:
            self.formats.add(str(output.dtype).split(".")[-1])

        self._hooks = [layer.register_forward_hook(note) for layer in self.layers]

    def check_formats(self) -> None:
        for other in self.formats - {self.dtype}:
            _refuse(f"The model computed in {other}, but its parameters are {self.dtype}; train without autocast.")

    # -- The numbers of an update -------------------------------------------------------------------------------------

    def parameters(self) -> Pairs:
        return [(layer.weight, layer.bias) for layer in self.layers]

    def gradients(self) -> Pairs:
        for i, layer in enumerate(self.layers):
            if layer.weight.grad is None or layer.bias.grad is None:
                _refuse(f"Layer {i + 1} has no gradient at optimizer.step(); call backward() before it.")
        return [(layer.weight.grad, layer.bias.grad) for layer in self.layers]

    def state(self) -> dict[str, Pairs]:
        """The optimizer's state before the update, by our names; nothing before the first."""
        found: dict[str, Pairs] = {}
        for slot, key in _STATE.get(self.settings()["name"], {}).items():
            pairs = [tuple(self._stored(each).get(key) for each in pair) for pair in self.parameters()]
            if all(each is not None for pair in pairs for each in pair):
                found[slot] = pairs
        return found

    def _stored(self, parameter: Any) -> Mapping[str, Any]:
        stored: Mapping[str, Any] = self.optimizer.state.get(parameter, {})
        return stored

    def counts_updates(self) -> bool:
        """Whether the optimizer counts its updates and uses the count, as Adam does."""
        return self.settings()["name"] in ("adam", "adamw")

    def updates_done(self) -> int:
        """The updates that the optimizer has counted; 0 if it counts none."""
        return int(self._stored(self.layers[0].weight).get("step", 0))

    def settings(self) -> Json:
        """The optimizer and its hyperparameters now, by our names; a scheduler may have changed them."""
        optim = self.torch.optim
        kinds = {getattr(optim, name) for name in ("SGD", "Adagrad", "RMSprop", "Adam", "AdamW")}
        if type(self.optimizer) not in kinds:
            _refuse(
                "optimizer= must be SGD, Adagrad, RMSprop, Adam or AdamW of torch.optim; "
                "an optimizer of your own is recorded with layers= and rec.update()."
            )
        if len(self.optimizer.param_groups) != 1:
            _refuse(f"The optimizer must have one parameter group, but it has {len(self.optimizer.param_groups)}.")
        group = self.optimizer.param_groups[0]
        trained = {id(each) for each in group["params"]}
        if trained != {id(each) for pair in self.parameters() for each in pair}:
            _refuse(
                "The optimizer must train all parameters of the model and no others; make it with model.parameters()."
            )
        _check_group(group)
        kind = type(self.optimizer).__name__
        settings = {"name": kind.lower(), "learningRate": float(group["lr"])}
        if kind == "SGD" and group["momentum"] != 0:
            settings.update(name="nesterov" if group["nesterov"] else "momentum", momentum=group["momentum"])
        if kind == "RMSprop":
            settings["alpha"] = group["alpha"]
        if kind in ("Adam", "AdamW"):
            settings["beta1"], settings["beta2"] = map(float, group["betas"])
            if group.get("decoupled_weight_decay"):
                settings["name"] = "adamw"
        if kind != "SGD":
            settings["eps"] = group["eps"]
        if group["weight_decay"] != 0 or settings["name"] == "adamw":
            settings["weightDecay"] = group["weight_decay"]
        return _checked_optimizer(settings)

    def release(self) -> None:
        for hook in self._hooks:
            hook.remove()


def _leaves(model: Any) -> list[Any]:
    """The modules that have no modules inside, in the order in which they are registered."""
    return [module for module in model.modules() if not list(module.children())]


def _times(n: int) -> str:
    return {0: "never", 2: "twice"}.get(n, f"{n} times")


def _refuse_functional(one: str, two: str) -> NoReturn:
    _refuse(
        f"Between {one} and {two}, forward computes something that isn't a module; "
        "if it's an activation, list all of them by activations=, such as ['tanh', 'sigmoid'] with the output's last."
    )


def _check_group(group: Mapping[str, Any]) -> None:
    """Refuses the variants of PyTorch's optimizers that Neural-Viz doesn't have."""
    wanted = {"amsgrad": False, "maximize": False, "centered": False, "dampening": 0, "lr_decay": 0}
    for key, value in wanted.items():
        if group.get(key, value) != value:
            _refuse(f"The optimizer must have {key}={value}, but it has {key}={group[key]}.")
    if "alpha" in group and group.get("momentum", 0) != 0:
        _refuse(f"RMSprop must have momentum=0, but it has momentum={group['momentum']}.")
