"""Runs generated scripts in one process and prints what came of each, as JSON:
{path: {"status": exit status, "printed": text, "losses": [loss or null where it is not finite]}}
"""
import contextlib
import io
import json
import math
import sys


def run(path):
    with open(path, encoding="utf-8") as file:
        source = file.read()
    names = {"__name__": "script"}
    exec(compile(source, path, "exec"), names)
    train, runs = names["train"], []

    def watched(*arguments):
        runs.append(train(*arguments))
        return runs[-1]

    names["train"] = watched
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        status = names["main"]()
    losses = [loss if math.isfinite(loss) else None for loss in runs[0][0]]
    return {"status": status, "printed": printed.getvalue(), "losses": losses}


print(json.dumps({path: run(path) for path in sys.argv[1:]}))
