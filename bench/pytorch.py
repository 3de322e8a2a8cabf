"""PyTorch doing the same work: reads {experiment, x, y, parameters, seconds} and prints epochs per second."""
import json, sys, time
import torch
from torch import nn

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
job = json.load(sys.stdin)
layers, width = [], 2
for layer in job["experiment"]["network"]["hidden"]:
    layers += [nn.Linear(width, layer["units"]), nn.ReLU() if layer["activation"] == "relu" else nn.Tanh()]
    width = layer["units"]
model = nn.Sequential(*layers, nn.Linear(width, 1))
with torch.no_grad():
    for linear, given in zip([m for m in model if isinstance(m, nn.Linear)], job["parameters"]):
        linear.weight.copy_(torch.tensor(given["weight"], dtype=torch.float64))
        linear.bias.copy_(torch.tensor(given["bias"], dtype=torch.float64))
rate = job["experiment"]["optimizer"]["learningRate"]
kind = torch.optim.Adam if job["experiment"]["optimizer"]["name"] == "adam" else torch.optim.SGD
optimizer, criterion = kind(model.parameters(), lr=rate), nn.BCEWithLogitsLoss()
# JSON has one kind of number: without its type, a list of whole ones would become integers.
x = torch.tensor(job["x"], dtype=torch.float64)
y = torch.tensor(job["y"], dtype=torch.float64).reshape(-1, 1)


def epochs(n):
    for _ in range(n):
        optimizer.zero_grad()
        criterion(model(x), y).backward()
        optimizer.step()


epochs(50)
done, begin = 0, time.perf_counter()
while time.perf_counter() - begin < job["seconds"]:
    epochs(20)
    done += 20
print(done / (time.perf_counter() - begin))
