/** The exports of every kind of network, run by real PyTorch, NumPy, Jupyter and the TypeScript compiler. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  exportFile,
  exports,
  type LinearParameters,
  pack,
  rowOf,
  samplesOf,
  type Session,
  unitsOf,
} from "@neural-viz/engine";
import { findPython } from "../../../scripts/python.mjs";
import { familyRuns } from "./family.ts";
import { printingPictures, runPython, sayIfMissing } from "./python.ts";
import { tampered, verdictsOf } from "./verdicts.ts";

const torch = findPython("torch", "numpy");
const jupyter = findPython("torch", "nbformat", "nbclient", "ipykernel");
sayIfMissing(torch, "PyTorch and NumPy run no export", "python3-torch");
sayIfMissing(jupyter, "Jupyter runs no notebook", "python3-nbformat python3-nbclient python3-ipykernel");

const runs = familyRuns();
const names = Object.keys(runs);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "neural-viz-family-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The points in their own units, and the outputs in theirs, one row each. */
function ownUnits({ experiment, outputs }: Session): { points: number[][]; expected: number[][] } {
  const { count, inputs } = samplesOf(experiment.dataset);
  const units = unitsOf(experiment.dataset);
  const rows = (columns: readonly Float64Array[], maps: typeof units.inputs): number[][] =>
    Array.from({ length: count }, (_, s) =>
      columns.map((column, k) => {
        const map = maps?.[k];
        return map === undefined ? column[s]! : map.offset + map.scale * column[s]!;
      }),
    );
  return { points: rows(inputs, units.inputs), expected: rows(outputs, units.targets) };
}

/** The largest difference, relative to numbers above 1. */
function apart(found: readonly (number | readonly number[])[], expected: readonly number[][]): number {
  expect(found).toHaveLength(expected.length);
  let most = 0;
  expected.forEach((row, s) => {
    const theirs = [found[s]!].flat();
    expect(theirs).toHaveLength(row.length);
    row.forEach((value, j) => {
      most = Math.max(most, Math.abs(theirs[j]! - value) / Math.max(1, Math.abs(value)));
    });
  });
  return most;
}

const finite = names.filter((name) => runs[name]!.stopped?.reason !== "diverged");

test("the runs end for every reason there is", () => {
  const reasons = names.map((name) => runs[name]!.stopped!.reason);
  expect(new Set(reasons)).toEqual(new Set(["epochs", "converged-loss", "converged-confidence", "diverged"]));
});

describe.skipIf(torch === undefined)("the script, run by PyTorch", () => {
  let said: string[][];
  let wrong: string[][];
  beforeAll(() => {
    const all = names.map((name) => runs[name]!);
    said = verdictsOf(torch!, all);
    wrong = verdictsOf(
      torch!,
      all.map((run) => tampered(run, Math.min(3, run.losses.length - 1), 1e-8)),
    );
  }, 600_000);

  test.each(names)("reproduces the losses: %s", (name) => {
    expect(said[names.indexOf(name)]).toEqual(["reproduced"]);
  });

  test.each(names)("says that a wrong loss differs: %s", (name) => {
    expect(wrong[names.indexOf(name)]).toEqual(["differs"]);
  });

  test("the .npz of each is the state dict of its model, which then has the run's outputs", () => {
    const home = mkdtempSync(join(folder, "state-"));
    for (const [i, name] of finite.entries()) {
      writeFileSync(join(home, `model${i}.py`), exports.pytorch.write(runs[name]!));
      writeFileSync(join(home, `state${i}.npz`), exports.npz.write(runs[name]!));
    }
    const kinds = finite.map((name) => {
      const { network, samples } = runs[name]!;
      return [samples.inputs.length, network.head.activation];
    });
    const code = `import importlib, json, sys, numpy as np, torch
sys.path.insert(0, ".")
outputs = {"identity": lambda z: z, "sigmoid": torch.sigmoid, "tanh": torch.tanh, "softmax": lambda z: torch.softmax(z, 1)}
found = []
for i, (inputs, activation) in enumerate(json.loads(sys.argv[1])):
    module = importlib.import_module(f"model{i}")
    model = module.build_model()
    model.load_state_dict({k: torch.from_numpy(v) for k, v in np.load(f"state{i}.npz").items()})
    X = torch.tensor(module.SAMPLES, dtype=torch.float64)[:, :inputs]
    features = getattr(module, "features", lambda X: X)
    found.append(outputs[activation](model(features(X))).tolist())
print(json.dumps(found))`;
    const { stdout, stderr } = spawnSync(torch!, ["-c", code, JSON.stringify(kinds)], {
      cwd: home,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    for (const [i, found] of (JSON.parse(stdout) as number[][][]).entries()) {
      const { outputs, samples } = runs[finite[i]!]!;
      const expected = Array.from({ length: samples.count }, (_, s) => [...rowOf(outputs, s)]);
      expect(apart(found, expected)).toBeLessThan(1e-12);
    }
  });
});

describe.skipIf(torch === undefined)("NumPy's function", () => {
  let found: Record<string, (number | number[])[]>;
  beforeAll(() => {
    const home = mkdtempSync(join(folder, "numpy-"));
    const jobs = finite.map((name, i) => {
      const run = runs[name]!;
      const file = exportFile("numpy", run.experiment);
      mkdirSync(join(home, `run${i}`));
      writeFileSync(join(home, `run${i}`, file), exports.numpy.write(run));
      return { name, path: `run${i}/${file}`, call: file.replace(".py", ""), points: ownUnits(run).points };
    });
    writeFileSync(join(home, "jobs.json"), JSON.stringify(jobs));
    const code = `import json
found = {}
for job in json.load(open("jobs.json")):
    names = {}
    exec(open(job["path"]).read(), names)
    found[job["name"]] = names[job["call"]](job["points"]).tolist()
print(json.dumps(found))`;
    const { stdout, stderr } = spawnSync(torch!, ["-c", code], { cwd: home, encoding: "utf8" });
    if (stderr !== "") throw new Error(stderr);
    found = JSON.parse(stdout) as typeof found;
  });

  test.each(finite)("gives the outputs of %s", (name) => {
    expect(apart(found[name]!, ownUnits(runs[name]!).expected)).toBeLessThan(1e-12);
  });
});

describe("TypeScript's function", () => {
  const files = Object.fromEntries(finite.map((name, i) => [name, `run${i}`]));
  let home: string;
  beforeAll(() => {
    home = mkdtempSync(join(folder, "typescript-"));
    writeFileSync(join(home, "package.json"), '{ "type": "module" }');
    for (const name of finite) {
      writeFileSync(join(home, `${files[name]!}.ts`), exports.typescript.write(runs[name]!));
    }
    const compiler = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));
    const rules = ["--strict", "--noUncheckedIndexedAccess", "--noUnusedLocals", "--target", "es2022"];
    const sources = finite.map((name) => `${files[name]!}.ts`);
    const { stdout, status } = spawnSync(process.execPath, [compiler, ...rules, ...sources], {
      cwd: home,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stdout);
  });

  test.each(finite)("gives the outputs of %s", async (name) => {
    const call = exportFile("typescript", runs[name]!.experiment).replace(".ts", "");
    const module = (await import(pathToFileURL(join(home, `${files[name]!}.js`)).href)) as Record<
      string,
      (...x: number[]) => number | number[]
    >;
    const { points, expected } = ownUnits(runs[name]!);
    expect(
      apart(
        points.map((x) => module[call]!(...x)),
        expected,
      ),
    ).toBeLessThan(1e-12);
  });
});

describe.skipIf(jupyter === undefined)("the notebook, run by Jupyter", () => {
  test.each([
    ["softmax over four classes with features, L1, L2 and AdamW", 31],
    ["a sine with a change of optimizer and of a weight, held out", 0],
    ["body mass of penguins from three columns", 31],
  ] as const)("%s", (name, rows) => {
    const run = runs[name]!;
    const path = join(folder, `notebook${names.indexOf(name)}.ipynb`);
    writeFileSync(path, exports.notebook.write(run));
    const printed = runPython(jupyter!, "run_notebook.py", [path], folder) as Record<string, string>;
    expect(printed["check"]).toMatch(/\nreproduced\n/);
    const difference = /backpropagation: (\S+)\n/.exec(printed["gradient"]!);
    expect(Number(difference![1])).toBeLessThan(1e-14);
    expect(printed["gradient"]).toMatch(/finite differences agree/);
    expect(printed["boundary"]!.match(/^[0-9]{61}$/gm) ?? []).toHaveLength(rows);
    const [theirs, ours] = [...printed["trained"]!.matchAll(/: +(\S+)\n/g)].map((line) => Number(line[1]));
    expect(ours).toBe(run.losses.at(-1));
    expect(Math.abs(theirs! - ours!)).toBeLessThan(1e-12);
  });
});

describe.skipIf(torch === undefined)("the cells of the notebook", () => {
  test("run one after the other and reproduce the losses", () => {
    const home = mkdtempSync(join(folder, "cells-"));
    const paths = finite.map((name, i) => {
      const { cells } = JSON.parse(exports.notebook.write(runs[name]!)) as {
        cells: { cell_type: string; source: string[] }[];
      };
      const code = cells.filter((cell) => cell.cell_type === "code").map(({ source }) => source.join(""));
      const path = join(home, `cells${i}.py`);
      writeFileSync(path, code.join("\n\n"));
      return path;
    });
    const code = `import contextlib, io, json, sys
found = []
for path in sys.argv[1:]:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(open(path).read(), {})
    found.append(printed.getvalue())
print(json.dumps(found))`;
    const { stdout, stderr } = spawnSync(torch!, ["-c", code, ...paths], {
      cwd: home,
      env: printingPictures,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    for (const [i, printed] of (JSON.parse(stdout) as string[]).entries()) {
      expect(printed).toMatch(/\nreproduced\n/);
      const difference = /backpropagation: (\S+)\n/.exec(printed);
      expect(Number(difference![1])).toBeLessThan(1e-14);
      expect(printed).toMatch(/finite differences (?:agree|disagree, as they can where a ReLU)/);
      const lines = printed.match(/^[0-9#.]{61}$/gm) ?? [];
      expect(lines).toHaveLength(runs[finite[i]!]!.samples.inputs.length === 1 ? 0 : 31);
    }
  });
});

test("the parameters in JSON come back, with the maps to the data's own units", () => {
  for (const name of finite) {
    const run = runs[name]!;
    const units = unitsOf(run.experiment.dataset);
    const read = JSON.parse(exports.json.write(run)) as {
      parameters: LinearParameters[];
      map?: unknown;
      targetMap?: unknown;
    };
    expect(pack(read.parameters)).toEqual(run.params);
    expect(read.map).toEqual(units.inputs);
    expect(read.targetMap).toEqual(units.targets);
  }
});

test("the table of the losses has the objective where there is a penalty", () => {
  for (const name of finite) {
    const run = runs[name]!;
    const [header, ...rows] = exports.losses.write(run).trimEnd().split("\n");
    expect(header).toBe(
      [
        run.experiment.training.batch === "all" ? "epoch" : "update",
        "loss",
        ...(run.testLosses.length > 0 ? ["test_loss"] : []),
        ...(run.objectives.length > 0 ? ["objective"] : []),
      ].join(","),
    );
    if (run.objectives.length === 0) continue;
    expect(rows.map((row) => Number(row.split(",").at(-1)))).toEqual([...run.objectives]);
  }
});

test("the table of the data has every column, and their own units where they are scaled", () => {
  const headerOf = (name: string): string => exports.data.write(runs[name]!).split("\n")[0]!;
  expect(headerOf("Mazur's network")).toBe("x1,x2,y1,y2");
  expect(headerOf("a sine with a change of optimizer and of a weight, held out")).toBe("x1,y1");
  expect(headerOf("softmax on irises of four columns, held out, in mini-batches")).toBe(
    "x1,x2,x3,x4,label,x1_original,x2_original,x3_original,x4_original",
  );
  const [header, first] = exports.data.write(runs["body mass of penguins from three columns"]!).split("\n");
  expect(header).toBe("x1,x2,x3,y1,x1_original,x2_original,x3_original,y1_original");
  // The first penguin of the table: 39.1 mm, 18.7 mm, 181 mm, 3750 g; rounded to four digits when scaled.
  const [bill, depth, flipper, mass] = first!.split(",").slice(4).map(Number);
  expect(bill).toBeCloseTo(39.1, 2);
  expect(depth).toBeCloseTo(18.7, 2);
  expect(flipper).toBeCloseTo(181, 1);
  expect(Math.abs(mass! - 3750)).toBeLessThan(0.2);
  const labels = exports.data.write(runs["species of penguins"]!).trimEnd().split("\n").slice(1);
  expect(new Set(labels.map((row) => row.split(",")[2]))).toEqual(new Set(["0", "1", "2"]));
});
