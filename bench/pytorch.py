"""PyTorch doing the same work in float64 on one thread. Reads a line {job, task} and prints a number to compare: the loss
after 100 epochs, or the sum of what was found. Then reads lines of seconds and prints the milliseconds of a call."""

import json, sys, time
import torch
from torch import nn

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
given = json.loads(sys.stdin.readline())
job, task = given["job"], given["task"]
modules = []
for layer in job["layers"]:
    weight = torch.tensor(layer["weight"], dtype=torch.float64)
    linear = nn.Linear(weight.shape[1], weight.shape[0])
    with torch.no_grad():
        linear.weight.copy_(weight)
        linear.bias.copy_(torch.tensor(layer["bias"], dtype=torch.float64))
    modules += [linear, nn.ReLU() if layer["activation"] == "relu" else nn.Tanh()]
model = nn.Sequential(*modules[:-1])
rate = job["optimizer"]["learningRate"]
kind = torch.optim.Adam if job["optimizer"]["name"] == "adam" else torch.optim.SGD
optimizer = kind(model.parameters(), lr=rate)
# JSON has one kind of number: without its type, a list of whole ones would become integers.
x = torch.tensor(job["x"], dtype=torch.float64)
y = torch.tensor(job["y"], dtype=torch.float64)
output = job["head"]["activation"]
if output == "softmax":
    y = y.argmax(1)
criterion = {"sigmoid": nn.BCEWithLogitsLoss, "softmax": nn.CrossEntropyLoss, "identity": nn.MSELoss}[output]()
weights = [module.weight for module in model if isinstance(module, nn.Linear)]


def objective():
    loss = criterion(model(x), y)
    return loss if job["l2"] == 0 else loss + job["l2"] / 2 * sum((w * w).sum() for w in weights)


def epoch():
    optimizer.zero_grad()
    objective().backward()
    optimizer.step()


def boundary(size):
    center = (torch.arange(size, dtype=torch.float64) + 0.5) / size
    rows, columns = torch.meshgrid(1 - center, center, indexing="ij")
    with torch.no_grad():
        return torch.sigmoid(model(torch.stack([columns.reshape(-1), rows.reshape(-1)], 1)))


def surface(base, across, up, places):
    kept = nn.utils.parameters_to_vector(model.parameters()).detach()
    base, across, up = (torch.tensor(values, dtype=torch.float64) for values in (base, across, up))
    losses = []
    with torch.no_grad():
        for u, v in places:
            nn.utils.vector_to_parameters(base + u * across + v * up, model.parameters())
            losses.append(criterion(model(x), y).item())
        nn.utils.vector_to_parameters(kept, model.parameters())
    return torch.tensor(losses)


def check(epsilon):
    optimizer.zero_grad()
    criterion(model(x), y).backward()
    errors = []
    with torch.no_grad():
        for parameter in model.parameters():
            values, gradient = parameter.view(-1), parameter.grad.view(-1)
            for i in range(len(values)):
                kept = values[i].item()
                values[i] = kept + epsilon
                above = criterion(model(x), y).item()
                values[i] = kept - epsilon
                below = criterion(model(x), y).item()
                values[i] = kept
                slope, backprop = (above - below) / (2 * epsilon), gradient[i].item()
                errors.append(abs(slope - backprop) / max(abs(slope) + abs(backprop), 1e-300))
    return torch.tensor(errors)


if task["name"] == "epoch":
    for _ in range(100):
        epoch()
    with torch.no_grad():
        found = criterion(model(x), y).item()
    call, calls = epoch, 20
elif task["name"] == "boundary":
    call, calls = lambda: boundary(task["size"]), 1
    found = call().sum().item()
elif task["name"] == "surface":
    call, calls = lambda: surface(task["base"], task["across"], task["up"], task["places"]), 1
    found = call().sum().item()
else:
    call, calls = lambda: check(task["epsilon"]), 1
    found = call().max().item()

print(found, flush=True)
for line in sys.stdin:
    done, begin = 0, time.perf_counter()
    while done == 0 or time.perf_counter() - begin < float(line):
        for _ in range(calls):
            call()
        done += calls
    print((time.perf_counter() - begin) * 1000 / done, flush=True)
