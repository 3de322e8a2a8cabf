/** neural-viz import: weights that NumPy and PyTorch wrote. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findPython } from "../../../scripts/python.mjs";

const bin = fileURLToPath(new URL("../bin/neural-viz.mjs", import.meta.url));
let folder: string;
let into: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "neural-viz-import-"));
  into = file(
    "run.json",
    '{ "version": 1, "network": { "hidden": [{ "units": 3, "activation": "relu" }] } }',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, contents: string): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}
const call = (...args: readonly string[]) =>
  spawnSync(process.execPath, [bin, ...args], { encoding: "utf8" });

interface Printed {
  readonly network: {
    readonly hidden: unknown;
    readonly initializer: { readonly name: string; readonly parameters: unknown };
  };
}

test("layers in JSON become the start of an experiment that trains", () => {
  const weights = file(
    "weights.json",
    '{ "fc1.weight": [[0.1, 0.2], [0.3, 0.4]], "fc1.bias": [0, 1], "fc2.weight": [[1, -1]], "fc2.bias": [0.5] }',
  );
  const { status, stdout, stderr } = call("import", weights, "--into", into);
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: `Read a 2-2-1 network with 9 numbers from ${weights}.\n`,
  });
  const { network } = JSON.parse(stdout) as Printed;
  expect(network.hidden).toEqual([{ units: 2, activation: "relu" }]);
  expect(network.initializer).toEqual({
    name: "given",
    parameters: [
      { weight: [[0.1, 0.2], [0.3, 0.4]], bias: [0, 1] }, // prettier-ignore
      { weight: [[1, -1]], bias: [0.5] },
    ],
  });
  expect(call("train", file("started.json", stdout)).status).toBe(0);
});

test.each([
  [["--into", "RUN"], "model.pt", "a pickled file can run code"],
  [[], "weights.json", "Name an experiment that does with --into FILE."],
  [["--into", "RUN", "--activation", "swish"], "weights.json", "--activation must be one or more of relu"],
  [["--into", "RUN"], "none.npz", "there is no such file"],
])("refuses with one sentence: %#", (args, name, sentence) => {
  if (name === "weights.json") file(name, "[]");
  const { status, stdout, stderr } = call(
    "import",
    join(folder, name),
    ...args.map((arg) => (arg === "RUN" ? into : arg)),
  );
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(sentence);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

const python = findPython("numpy");

test.skipIf(python === undefined)("arrays that NumPy wrote, compressed and float32, are read exactly", () => {
  const path = join(folder, "weights.npz");
  const script = `
import numpy as np
r = np.random.default_rng(3)
w = {"layers.0.weight": r.normal(size=(4, 2)), "layers.0.bias": r.normal(size=4),
     "layers.2.weight": np.asfortranarray(r.normal(size=(1, 4))), "layers.2.bias": r.normal(size=1)}
w = {k: v.astype(np.float32) for k, v in w.items()}
np.savez_compressed(${JSON.stringify(path)}, **w)
import json
print(json.dumps([{"weight": w[f"layers.{l}.weight"].astype(float).tolist(), "bias": w[f"layers.{l}.bias"].astype(float).tolist()} for l in (0, 2)]))
`;
  const { stdout: wanted } = spawnSync(python!, ["-c", script], { encoding: "utf8" });
  const { status, stdout, stderr } = call("import", path, "--into", into);
  expect(status).toBe(0);
  expect(stderr).toContain("float32, kept exactly");
  expect((JSON.parse(stdout) as Printed).network.initializer.parameters).toEqual(JSON.parse(wanted));
});
