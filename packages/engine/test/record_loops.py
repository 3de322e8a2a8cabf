"""Writes recordings of training loops in plain NumPy and in real PyTorch: right ones, and ones with a mistake.

    record_loops.py right SEED COUNT     random right NumPy loops
    record_loops.py torch SEED COUNT     random right PyTorch loops
    record_loops.py mistakes SEED        each known mistake, planted in a NumPy loop
    record_loops.py perturbed SEED COUNT one number changed by hand in a right loop

Files go to the current folder; the script prints a JSON list of {file, ...}. The mathematics is written out here once
more, from the definitions, and shares nothing with the engine.
"""

import json
import sys

import numpy as np

HIDDEN = ["relu", "tanh", "sigmoid", "leakyRelu", "identity"]
HEADS = [
    ("binary", "sigmoid", "crossEntropy"),
    ("classes", "softmax", "crossEntropy"),
    ("values", "identity", "mse"),
    ("values", "identity", "squaredError"),
    ("values", "tanh", "mse"),
    ("values", "tanh", "squaredError"),
    ("values", "sigmoid", "mse"),
    ("values", "sigmoid", "squaredError"),
    ("classes", "sigmoid", "mse"),
    ("classes", "sigmoid", "squaredError"),
]
OPTIMIZERS = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"]


def sigmoid(z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-z))


def value(name, z):
    return {
        "relu": lambda: np.maximum(z, 0),
        "tanh": lambda: np.tanh(z),
        "sigmoid": lambda: sigmoid(z),
        "leakyRelu": lambda: np.where(z > 0, z, z * z.dtype.type(0.01)),
        "identity": lambda: z,
    }[name]()


def slope(name, z):
    one = z.dtype.type(1)
    return {
        "relu": lambda: (z > 0).astype(z.dtype),
        "tanh": lambda: one - np.tanh(z) ** 2,
        "sigmoid": lambda: sigmoid(z) * (one - sigmoid(z)),
        "leakyRelu": lambda: np.where(z > 0, one, z.dtype.type(0.01)),
        "identity": lambda: np.ones_like(z),
    }[name]()


def random_case(rng, **fixed):
    """A random network, data, optimizer and way of batching."""
    kind, activation, loss = HEADS[rng.integers(len(HEADS))]
    case = {
        "dtype": ["float64", "float32"][rng.integers(2)],
        "inputs": int(rng.integers(1, 5)),
        "hidden": [
            {"units": int(rng.integers(1, 7)), "activation": HIDDEN[rng.integers(len(HIDDEN))]}
            for _ in range(rng.integers(0, 4))
        ],
        "kind": kind,
        "activation": activation,
        "loss": loss,
        "points": int(rng.integers(1, 25)),
        "updates": int(rng.choice([2, 5, 11, 60], p=[0.3, 0.4, 0.2, 0.1])),
        "optimizer": random_optimizer(rng),
        "regularization": [None, {"l1": 0.01}, {"l2": 0.05}, {"l1": 0.001, "l2": 0.02}][rng.integers(4)],
        "scale": float(rng.choice([0.3, 1, 3, 10], p=[0.3, 0.4, 0.2, 0.1])),
        "stable": bool(rng.integers(2)),
        **fixed,
    }
    default = 1 if case["kind"] == "binary" else int(rng.integers(2, 5) if case["kind"] == "classes" else rng.integers(1, 4))
    case.setdefault("outputs", default)
    case.setdefault("size", int(rng.integers(1, case["points"] + 1)) if rng.integers(2) else None)
    return case


def random_optimizer(rng, name=None):
    name = name or OPTIMIZERS[rng.integers(len(OPTIMIZERS))]
    chosen = {"name": name, "learningRate": float(10 ** rng.uniform(-3, 0.7))}
    if name in ("momentum", "nesterov"):
        chosen["momentum"] = float(rng.choice([0.5, 0.9, 0.95]))
    if name == "rmsprop":
        chosen["alpha"] = float(rng.choice([0.9, 0.99]))
    if name in ("adam", "adamw"):
        chosen["beta1"], chosen["beta2"] = [(0.9, 0.999), (0.8, 0.99), (0.5, 0.9)][rng.integers(3)]
    if name in ("adam", "adamw", "rmsprop", "adagrad"):
        chosen["eps"] = float(rng.choice([1e-8, 1e-6, 1e-3]))
    if name == "adamw" or rng.integers(3) == 0:
        chosen["weightDecay"] = float(rng.choice([0.01, 0.1]))
    return chosen


def data_of(case, rng):
    dtype = np.dtype(case["dtype"])
    x = rng.uniform(-1, 1, (case["points"], case["inputs"])).astype(dtype)
    m = case["outputs"]
    if case["kind"] == "binary":
        labels = rng.integers(0, 2, (case["points"], 1))
        return x, labels.astype(dtype), labels.tolist()
    if case["kind"] == "classes":
        labels = rng.integers(0, m, (case["points"], 1))
        return x, np.eye(m, dtype=dtype)[labels[:, 0]], labels.tolist()
    y = rng.uniform(-0.9, 0.9, (case["points"], m)).astype(dtype)
    return x, y, numbers(y)


def numbers(array):
    """Shortest round-trip decimals: those of a float32 are short."""
    if isinstance(array, np.ndarray):
        return [numbers(each) for each in array]
    text = np.format_float_scientific(array, unique=True, trim="-") if np.isfinite(array) else None
    if text is None:
        return "NaN" if np.isnan(array) else "Infinity" if array > 0 else "-Infinity"
    return float(text)


def layers_json(layers):
    return [{"weight": numbers(w), "bias": numbers(b)} for w, b in layers]


def first_line(case, targets, x):
    line = {
        "format": "neural-viz-recording",
        "version": 1,
        "writer": "record_loops.py",
        "dtype": case["dtype"],
        "network": {
            "inputs": case["inputs"],
            "hidden": case["hidden"],
            "outputs": case["outputs"],
            "output": {"activation": case["activation"], "loss": case["loss"]},
        },
        "optimizer": case["optimizer"],
        "data": {"inputs": numbers(x), "targets": targets},
    }
    if case["regularization"]:
        line["regularization"] = case["regularization"]
    return line


def forward(case, layers, x):
    zs, activations = [], [x]
    for i, (w, b) in enumerate(layers):
        z = activations[-1] @ w.T + b
        zs.append(z)
        if i < len(layers) - 1:
            activations.append(value(case["hidden"][i]["activation"], z))
    z = zs[-1]
    if case["activation"] == "softmax":
        e = np.exp(z - z.max(1, keepdims=True))
        out = e / e.sum(1, keepdims=True)
    else:
        out = value(case["activation"], z)
    return zs, activations, out


def loss_of(case, layers, z, out, y, mistake):
    n, m = y.shape
    if case["loss"] == "crossEntropy":
        with np.errstate(divide="ignore", invalid="ignore"):
            if case["activation"] == "softmax":
                if case["stable"]:
                    top = z.max(1, keepdims=True)
                    each = (top[:, 0] + np.log(np.exp(z - top).sum(1))) - (z * y).sum(1)
                else:
                    each = -np.log(np.clip((out * y).sum(1), 1e-12, None))
            elif case["stable"]:
                each = (np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))[:, 0]
            else:
                p = np.clip(out, 1e-7, 1 - 1e-7).astype(out.dtype)
                each = -(y * np.log(p) + (1 - y) * np.log(1 - p))[:, 0]
    else:
        squares = ((out - y) ** 2).sum(1)
        each = squares / m if case["loss"] == "mse" else squares / 2
        if mistake == "lossHalved":
            each = each / 2 if case["loss"] == "mse" else each * 2
    total = each.sum() if mistake == "lossSummed" else each.mean()
    return total + penalty(case, layers)


def penalty(case, layers):
    factors = case["regularization"] or {}
    total = layers[0][0].dtype.type(0)
    for w, _ in layers:
        total = total + w.dtype.type(factors.get("l1", 0)) * np.abs(w).sum()
        total = total + w.dtype.type(factors.get("l2", 0) / 2) * (w * w).sum()
    return total


def gradient_of(case, layers, x, y, mistake=None, layer=None, other=None):
    n, m = y.shape
    zs, activations, out = forward(case, layers, x)
    dtype = out.dtype.type
    if case["loss"] == "crossEntropy":
        delta = out - y
        if mistake == "targetForgotten":
            delta = out
        if mistake == "outputSlopeDoubled":
            delta = (out - y) * out * (1 - out)
    else:
        delta = out - (0 if mistake == "targetForgotten" else y)
        if case["loss"] == "mse":
            delta = delta * dtype(2) / dtype(m)
        if mistake != "outputSlopeMissing":
            delta = delta * slope(case["activation"], zs[-1])
    if mistake == "signFlipped":
        delta = -delta
    if mistake != "summed":
        delta = delta / dtype(n)
    gradients = []
    for i in reversed(range(len(layers))):
        w, b = layers[i]
        dw, db = delta.T @ activations[i], delta.sum(0)
        if mistake == "biasForgotten" and layer == i + 1:
            db = np.zeros_like(db)
        factors = case["regularization"] or {}
        dw = dw + dtype(factors.get("l1", 0)) * np.sign(w) + dtype(factors.get("l2", 0)) * w
        gradients.append((dw, db))
        if i == 0:
            break
        back = delta @ (w.T if mistake == "transposed" and layer == i else w)
        name = case["hidden"][i - 1]["activation"]
        if mistake == "wrongActivation" and layer == i:
            name = other
        delta = back if mistake == "slopeForgotten" and layer == i else back * slope(name, zs[i - 1])
    return gradients[::-1]


def stepper(case, mistake):
    """A function that does one step in place; `n` is the batch's size, `new` says whether an epoch begins."""
    chosen = case["optimizer"]
    name, rate = chosen["name"], chosen["learningRate"]
    decay = chosen.get("weightDecay", 0)
    memory = {}

    def step(layers, gradients, n, new):
        if mistake == "optimizerReset" and new:
            memory.clear()
        memory["t"] = memory.get("t", 0) + 1
        t = memory["t"] + (1 if mistake == "biasCorrectionOffByOne" else 0)
        if mistake == "staleGradient":
            gradients, memory["stale"] = memory.get("stale", gradients), gradients
        lr = rate * n if mistake == "learningRateScaled" else rate
        sign = 1 if mistake == "stepSignFlipped" else -1
        after = []
        for i, (pair, pair_g) in enumerate(zip(layers, gradients)):
            moved = []
            for j, (w, g) in enumerate(zip(pair, pair_g)):
                f = w.dtype.type
                key = (i, j)

                def slot(which):
                    return memory.setdefault((which, key), np.zeros_like(w))

                decoupled = name == "adamw"
                if mistake == "weightDecayCoupled" or mistake == "weightDecayDecoupled":
                    decoupled = not decoupled
                if decay and not decoupled:
                    g = g + f(decay) * w
                if decay and decoupled:
                    w = w * f(1 - lr * decay)
                eps = f(chosen.get("eps", 0))

                def divided(top, square):
                    if mistake == "epsilonInsideRoot":
                        return top / np.sqrt(square + eps)
                    return top / (np.sqrt(square) + eps)

                if name == "sgd":
                    move = g
                elif name in ("momentum", "nesterov"):
                    mu = f(chosen["momentum"])
                    v = mu * slot("v") + (f(1 - chosen["momentum"]) * g if mistake == "momentumDampened" else g)
                    memory["v", key] = v
                    nesterov = (name == "nesterov") != (mistake == "nesterovMixed")
                    move = g + mu * v if nesterov else v
                elif name == "adagrad":
                    memory["sum", key] = slot("sum") + g * g
                    move = divided(g, memory["sum", key])
                elif name == "rmsprop":
                    alpha = chosen["alpha"]
                    memory["v", key] = f(alpha) * slot("v") + f(1 - alpha) * g * g
                    move = divided(g, memory["v", key])
                else:
                    b1, b2 = chosen["beta1"], chosen["beta2"]
                    if mistake == "betasSwapped":
                        b1, b2 = b2, b1
                    memory["m", key] = f(b1) * slot("m") + f(1 - b1) * g
                    memory["v", key] = f(b2) * slot("v") + f(1 - b2) * g * g
                    if mistake == "biasCorrectionMissing":
                        move = divided(memory["m", key], memory["v", key])
                    else:
                        move = divided(memory["m", key] / f(1 - b1**t), memory["v", key] / f(1 - b2**t))
                moved.append(w + f(sign) * f(lr) * move)
            after.append(tuple(moved))
        return after

    return step


def initial(case, rng):
    dtype = np.dtype(case["dtype"])
    widths = [case["inputs"], *(each["units"] for each in case["hidden"]), case["outputs"]]
    return [
        (
            (rng.normal(size=(out, into)) * case["scale"]).astype(dtype),
            (rng.normal(size=out) * case["scale"] * 0.5).astype(dtype),
        )
        for into, out in zip(widths, widths[1:])
    ]


def batches_of(case, rng):
    """(indices or "all", whether an epoch begins), update by update."""
    while True:
        if case["size"] is None:
            yield "all", True
            continue
        order = rng.permutation(case["points"])
        for start in range(0, case["points"], case["size"]):
            yield order[start : start + case["size"]], start == 0


def record(path, case, rng, mistake=None, layer=None, other=None, meddle=None):
    x, y, targets = data_of(case, rng)
    layers = initial(case, rng)
    step = stepper(case, mistake)
    batches = batches_of(case, rng)
    sum_before = batch_before = None
    with open(path, "w") as file:
        print(json.dumps(first_line(case, targets, x)), file=file)
        for t in range(case["updates"]):
            batch, new = next(batches)
            indices = np.arange(len(x)) if isinstance(batch, str) else batch
            xb, yb = x[indices], y[indices]
            zs, _, out = forward(case, layers, xb)
            loss = loss_of(case, layers, zs[-1], out, yb, mistake)
            used = (xb, yb)
            if mistake == "previousBatch" and batch_before is not None:
                used = batch_before
            batch_before = (xb, yb)
            gradients = gradient_of(case, layers, *used, mistake, layer, other)
            if mistake == "notCleared":
                if sum_before is not None:
                    gradients = [(a + c, b + d) for (a, b), (c, d) in zip(gradients, sum_before)]
                sum_before = gradients
            gradients, loss = meddled(meddle, t, "gradient", gradients, loss)
            after = step(layers, gradients, len(indices), new)
            after, loss = meddled(meddle, t, "update", after, loss)
            line = {
                "t": t,
                "batch": batch if isinstance(batch, str) else [int(i) for i in batch],
                "loss": numbers(loss),
                "gradient": layers_json(gradients),
                "after": layers_json(after),
            }
            changed, _ = meddled(meddle, t, "parameters", after, loss)
            if t == 0 or meddle and meddle["stage"] == "parameters" and t == meddle["t"] + 1:
                line["parameters"] = layers_json(layers)
            print(json.dumps(line), file=file)
            layers = changed


def meddled(meddle, t, stage, layers, loss):
    """Changes one number by a share of itself, at one update and one stage."""
    if not meddle or meddle["t"] != t:
        return layers, loss
    if stage == "gradient" and meddle["stage"] == "loss":
        return layers, loss * loss.dtype.type(1 + meddle["share"])
    if meddle["stage"] != stage:
        return layers, loss
    copied = [(w.copy(), b.copy()) for w, b in layers]
    w, b = copied[meddle["layer"] - 1]
    flat = b if meddle["bias"] else w.reshape(-1)
    i = meddle["place"] % flat.size
    flat[i] = flat[i] * flat.dtype.type(1 + meddle["share"]) + flat.dtype.type(meddle["share"] * 0.1)
    name = f"b.{meddle['layer']}.{i + 1}" if meddle["bias"] else f"W.{meddle['layer']}.{i // w.shape[1] + 1}.{i % w.shape[1] + 1}"
    meddle["name"] = name
    return copied, loss


PLANTED = [
    *[("slopeForgotten", layer, {}) for layer in (1, 2)],
    ("transposed", 1, {}),
    *[("wrongActivation", 1, {"other": other}) for other in ("relu", "sigmoid", "leakyRelu")],
    ("wrongActivation", 2, {"other": "relu"}),
    ("summed", None, {}),
    ("lossSummed", None, {}),
    ("lossHalved", None, {"head": ("values", "identity", "mse")}),
    ("lossHalved", None, {"head": ("values", "tanh", "squaredError")}),
    *[("biasForgotten", layer, {}) for layer in (1, 2, 3)],
    ("signFlipped", None, {}),
    ("notCleared", None, {}),
    ("outputSlopeMissing", None, {"head": ("values", "tanh", "squaredError")}),
    ("outputSlopeMissing", None, {"head": ("values", "sigmoid", "mse")}),
    ("outputSlopeDoubled", None, {"head": ("binary", "sigmoid", "crossEntropy")}),
    ("outputSlopeDoubled", None, {"head": ("classes", "softmax", "crossEntropy")}),
    ("targetForgotten", None, {}),
    ("targetForgotten", None, {"head": ("classes", "softmax", "crossEntropy")}),
    ("previousBatch", None, {}),
    *[("learningRateScaled", None, {"optimizer": name}) for name in OPTIMIZERS],
    *[("stepSignFlipped", None, {"optimizer": name}) for name in OPTIMIZERS],
    *[("momentumDampened", None, {"optimizer": name}) for name in ("momentum", "nesterov")],
    *[("nesterovMixed", None, {"optimizer": name}) for name in ("momentum", "nesterov")],
    *[("biasCorrectionMissing", None, {"optimizer": name}) for name in ("adam", "adamw")],
    *[("biasCorrectionOffByOne", None, {"optimizer": name}) for name in ("adam", "adamw")],
    *[("epsilonInsideRoot", None, {"optimizer": name}) for name in ("adagrad", "rmsprop", "adam", "adamw")],
    *[("betasSwapped", None, {"optimizer": name}) for name in ("adam", "adamw")],
    ("weightDecayCoupled", None, {"optimizer": "adamw"}),
    *[("weightDecayDecoupled", None, {"optimizer": name, "decay": 0.1}) for name in OPTIMIZERS[1:-1]],
    *[("optimizerReset", None, {"optimizer": name}) for name in ("momentum", "adam", "adagrad")],
    *[("staleGradient", None, {"optimizer": name}) for name in ("sgd", "adam")],
]
# The update, from 0, at which a mistake changes a number for the first time. Plain gradient descent, and the first update
# with momentum, are the same with coupled and with decoupled weight decay.
FIRST = {"notCleared": 1, "previousBatch": 1, "betasSwapped": 1, "staleGradient": 1, "optimizerReset": 3}


def mistakes(seed):
    listed = []
    for i, (name, layer, extra) in enumerate(PLANTED):
        for dtype in ("float64", "float32"):
            rng = np.random.default_rng(seed + i)
            kind, activation, loss = extra.get("head", ("binary", "sigmoid", "crossEntropy"))
            optimizer = random_optimizer(rng, extra.get("optimizer", "sgd"))
            optimizer["learningRate"] = 0.05
            if extra.get("decay"):
                optimizer["weightDecay"] = extra["decay"]
            case = random_case(
                rng,
                dtype=dtype,
                kind=kind,
                activation=activation,
                loss=loss,
                outputs=3 if kind == "classes" else 2 if kind == "values" else 1,
                inputs=2,
                hidden=[{"units": 3, "activation": "tanh"}, {"units": 3, "activation": "sigmoid"}],
                points=10,
                size=4,
                updates=8,
                optimizer=optimizer,
                scale=1.0,
            )
            path = f"mistake-{i}-{dtype}.nviz.jsonl"
            other = extra.get("other")
            if other == "sigmoid" and layer == 2:
                other = "relu"
            record(path, case, rng, name, layer, other)
            first = 1 if name == "weightDecayDecoupled" and optimizer["name"] == "momentum" else FIRST.get(name, 0)
            stage = "loss" if name.startswith("loss") else "gradient" if name in GRADIENTS else "update"
            listed.append({"file": path, "name": name, "layer": layer, "t": first, "stage": stage})
    return listed


GRADIENTS = {
    "slopeForgotten", "transposed", "wrongActivation", "summed", "biasForgotten", "signFlipped", "notCleared",
    "outputSlopeMissing", "outputSlopeDoubled", "targetForgotten", "previousBatch",
}  # fmt: skip


def right(seed, count):
    listed = []
    for i in range(count):
        rng = np.random.default_rng([seed, i])
        path = f"right-{i}.nviz.jsonl"
        record(path, random_case(rng), rng)
        listed.append({"file": path})
    return listed


def perturbed(seed, count):
    listed = []
    for i in range(count):
        rng = np.random.default_rng([seed, i])
        case = random_case(rng, regularization=None, scale=1.0)
        case["updates"] = max(4, case["updates"])
        stage = ["loss", "gradient", "update", "parameters"][i % 4]
        meddle = {
            "t": int(rng.integers(0, case["updates"] - 1)),
            "stage": stage,
            "layer": int(rng.integers(1, len(case["hidden"]) + 2)),
            "bias": bool(rng.integers(2)),
            "place": int(rng.integers(100)),
            "share": float(rng.choice([0.01, -0.05, 0.3])),
        }
        path = f"perturbed-{i}.nviz.jsonl"
        record(path, case, rng, meddle=meddle)
        t = meddle["t"] + (1 if stage == "parameters" else 0)
        listed.append({"file": path, "t": t, "stage": stage, "layer": meddle["layer"], "name": meddle.get("name")})
    return listed


def torch_loops(seed, count):
    import torch
    from torch import nn

    torch.set_num_threads(1)
    modules = {"relu": nn.ReLU, "tanh": nn.Tanh, "sigmoid": nn.Sigmoid, "leakyRelu": nn.LeakyReLU, "identity": nn.Identity}

    def optimizer_for(chosen, parameters):
        rest = dict(chosen)
        name, lr = rest.pop("name"), rest.pop("learningRate")
        decay = rest.pop("weightDecay", 0)
        keys = {"lr": lr, "weight_decay": decay}
        if "eps" in rest:
            keys["eps"] = rest["eps"]
        if "beta1" in rest:
            keys["betas"] = (rest["beta1"], rest["beta2"])
        if "alpha" in rest:
            keys["alpha"] = rest["alpha"]
        if "momentum" in rest:
            keys["momentum"] = rest["momentum"]
            keys["nesterov"] = name == "nesterov"
        kinds = {"adagrad": "Adagrad", "rmsprop": "RMSprop", "adam": "Adam", "adamw": "AdamW"}
        return getattr(torch.optim, kinds.get(name, "SGD"))(parameters, **keys)

    def pairs(tensors):
        tensors = [each.detach().numpy().copy() for each in tensors]
        return list(zip(tensors[::2], tensors[1::2]))

    listed = []
    for i in range(count):
        rng = np.random.default_rng([seed, i])
        case = random_case(rng)
        x, y, targets = data_of(case, rng)
        torch.manual_seed(i)
        widths = [case["inputs"], *(each["units"] for each in case["hidden"]), case["outputs"]]
        blocks = []
        for j, (into, out) in enumerate(zip(widths, widths[1:])):
            blocks.append(nn.Linear(into, out))
            if j < len(case["hidden"]):
                blocks.append(modules[case["hidden"][j]["activation"]]())
        by_probability = case["loss"] == "crossEntropy" and case["activation"] == "sigmoid" and not case["stable"]
        if case["loss"] != "crossEntropy" or by_probability:
            blocks.append(modules[case["activation"]]())
        model = nn.Sequential(*blocks).to(getattr(torch, case["dtype"]))
        with torch.no_grad():
            for each in model.parameters():
                each.mul_(3 * case["scale"])
        X, Y = torch.tensor(x), torch.tensor(y)
        optimizer = optimizer_for(case["optimizer"], model.parameters())
        factors = case["regularization"] or {}

        def objective(indices):
            out, target = model(X[indices]), Y[indices]
            if case["activation"] == "softmax":
                loss = nn.functional.cross_entropy(out, target.argmax(1))
            elif by_probability:
                loss = nn.functional.binary_cross_entropy(out, target)
            elif case["loss"] == "crossEntropy":
                loss = nn.functional.binary_cross_entropy_with_logits(out, target)
            elif case["loss"] == "mse":
                loss = nn.functional.mse_loss(out, target)
            else:
                loss = 0.5 * ((out - target) ** 2).sum(1).mean()
            for name, each in model.named_parameters():
                if name.endswith("weight") and factors:
                    loss = loss + factors.get("l1", 0) * each.abs().sum() + factors.get("l2", 0) / 2 * (each**2).sum()
            return loss

        names = {"momentum": ["v:momentum_buffer"], "nesterov": ["v:momentum_buffer"], "adagrad": ["sum:sum"],
                 "rmsprop": ["v:square_avg"], "adam": ["m:exp_avg", "v:exp_avg_sq"], "adamw": ["m:exp_avg", "v:exp_avg_sq"]}  # fmt: skip
        slots = [name.split(":") for name in names.get(case["optimizer"]["name"], [])]
        with_state, with_schedule = rng.integers(3) == 0, rng.integers(3) == 0
        path = f"torch-{i}.nviz.jsonl"
        batches = batches_of(case, rng)
        with open(path, "w") as file:
            print(json.dumps(first_line(case, targets, x)), file=file)
            for t in range(case["updates"]):
                batch, _ = next(batches)
                line = {"t": t, "batch": batch if isinstance(batch, str) else [int(k) for k in batch]}
                if t == 0:
                    line["parameters"] = layers_json(pairs(model.parameters()))
                if with_schedule and t % 3 == 2:
                    case["optimizer"] = {**case["optimizer"], "learningRate": case["optimizer"]["learningRate"] * 0.7}
                    optimizer.param_groups[0]["lr"] = case["optimizer"]["learningRate"]
                    line["optimizer"] = case["optimizer"]
                if with_state and t > 0 and slots:
                    states = [optimizer.state[each] for each in model.parameters()]
                    line["state"] = {ours: layers_json(pairs(each[theirs] for each in states)) for ours, theirs in slots}
                optimizer.zero_grad()
                loss = objective(slice(None) if isinstance(batch, str) else torch.tensor(batch))
                loss.backward()
                line["loss"] = numbers(loss.detach().numpy()[()])
                line["gradient"] = layers_json(pairs(each.grad for each in model.parameters()))
                optimizer.step()
                line["after"] = layers_json(pairs(model.parameters()))
                print(json.dumps(line), file=file)
        listed.append({"file": path})
    return listed


if __name__ == "__main__":
    kind, *rest = sys.argv[1:]
    calls = {"right": right, "torch": torch_loops, "mistakes": mistakes, "perturbed": perturbed}
    print(json.dumps(calls[kind](*map(int, rest))))
