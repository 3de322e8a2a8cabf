#!/usr/bin/python3
"""The first float64 uniforms of real PyTorch: torch.manual_seed(seed); torch.rand(5, dtype=torch.float64).

Usage: make_uniform_reference.py OUT.json
{"torch": version, "uniform": [{"seed": s, "values": [u, ...]}, ...]}: every number round-trips as float64.
"""
import json, sys
import torch

SEEDS = [0, 1, 2, 7, 42, 5489, 123456789, 2**31 - 1, 2**31, 2**32 - 1]


def main():
    rows = []
    for seed in SEEDS:
        torch.manual_seed(seed)
        rows.append({"seed": seed, "values": torch.rand(5, dtype=torch.float64).tolist()})
    with open(sys.argv[1], "w") as f:
        json.dump({"torch": torch.__version__, "uniform": rows}, f, indent=2)
        f.write("\n")


main()
