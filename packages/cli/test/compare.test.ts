/** neural-viz compare, and check --gradient. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPython } from "../../../scripts/python.mjs";
import { plainLoop, textOf } from "../../engine/test/plainLoop.ts";

const bin = fileURLToPath(new URL("../bin/neural-viz.mjs", import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "neural-viz-compare-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Called {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const call = (args: readonly string[], input?: string): Called =>
  spawnSync(process.execPath, [bin, ...args], { encoding: "utf8", input });

function file(name: string, contents: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

const right = textOf(plainLoop(5));
const uphill = textOf(plainLoop(5, { step: (step) => step.map((v) => -v) }));
const unknown = textOf(plainLoop(5, { loss: (loss, t) => (t === 2 ? loss + 0.01 : loss) }));

describe("compare", () => {
  test("says that all agree, and prints the contract’s JSON", () => {
    const path = file("right.nviz.jsonl", right);
    const said = call(["compare", path]);
    expect(said).toMatchObject({ status: 0, stderr: "" });
    expect(said.stdout).toMatch(
      /^All 135 numbers of 5 updates agree\.\nAn error larger than \S+×10⁻¹. in any of them would have been found\.\n$/,
    );
    const { status, stdout } = call(["compare", path, "--json"]);
    expect(status).toBe(0);
    const { tolerance, ...rest } = JSON.parse(stdout) as { tolerance: number };
    expect(rest).toEqual({ agrees: true, updates: 5, first: null, differing: [], mistakes: [] });
    expect(tolerance).toBeLessThan(1e-13);
  });

  test("names the first wrong number and the mistake", () => {
    const path = file("uphill.nviz.jsonl", uphill);
    const { status, stdout } = call(["compare", path, "--json"]);
    expect(status).toBe(1);
    const found = JSON.parse(stdout) as Record<string, unknown>;
    expect(Object.keys(found)).toEqual(["agrees", "updates", "tolerance", "first", "differing", "mistakes"]);
    expect(Object.keys(found["first"] as object)).toEqual(["t", "stage", "id", "yours", "ours"]);
    expect(found).toMatchObject({ agrees: false, first: { t: 0, stage: "update", id: "W.1.1.1@1" } });
    expect(found["differing"]).toHaveLength(65);
    expect(found["mistakes"]).toEqual([{ name: "stepSignFlipped", label: "Step uphill" }]);
    const said = call(["compare", path]).stdout;
    expect(said).toMatch(/^135 numbers of 5 updates compared; 65 differ\.\n/);
    expect(said).toContain(
      "This mistake reproduces every number of its stage:\n  Step uphill (stepSignFlipped)",
    );
    expect(said).toContain(
      "In update 1, your step divided by ours is −1.000 for all 13 parameters that differ.",
    );
  });

  test("says that no known mistake does it", () => {
    const { status, stdout } = call(["compare", "-"], unknown);
    expect(status).toBe(1);
    expect(stdout).toContain("The first is the loss L@2, in update 3:");
    expect(stdout).toContain("No known mistake reproduces these numbers.");
    // The quotient of a single number says nothing.
    expect(stdout).not.toContain("divided by");
  });

  test("hints at clipping where one factor below 1 holds for all gradients", () => {
    const { stdout } = call(
      ["compare", "-"],
      textOf(plainLoop(3, { gradient: (g) => g.map((v) => 0.4 * v) })),
    );
    expect(stdout).toContain(
      "In update 1, yours divided by ours is 0.4000 for all 13 gradients that differ, as when gradients are clipped, which can’t be judged.",
    );
  });

  test("says that a number isn’t finite, and that a recording holds nothing to compare", () => {
    const lines = plainLoop(2);
    lines[1]!["loss"] = "NaN";
    const { stdout } = call(["compare", "-"], textOf(lines));
    expect(stdout).toContain("  One of them isn’t a finite number.\n");
    expect(stdout).not.toContain("by NaN");
    const [head, { t, batch, parameters } = {}] = plainLoop(1);
    expect(call(["compare", "-"], textOf([head!, { t, batch, parameters }]))).toMatchObject({
      status: 0,
      stdout:
        "Nothing could be compared: the recording holds no loss, no gradients and no parameters after an update.\n",
    });
  });

  test("says in one sentence why a file can’t be read", () => {
    for (const [args, input, why] of [
      [["compare", "-"], "{}", "Line 1: format must be neural-viz-recording; it is missing.\n"],
      [
        ["compare", join(folder, "none")],
        "",
        `Couldn’t read ${join(folder, "none")}: there is no such file.\n`,
      ],
      [["compare", folder], "", `Couldn’t read ${folder}: it is a folder.\n`],
      [["compare"], "", "neural-viz compare takes 1 argument, RECORDING; you gave 0.\n"],
    ] as const) {
      expect(call(args, input)).toMatchObject({ status: 2, stdout: "", stderr: why });
    }
  });
});

describe("check --gradient", () => {
  const experiment = {
    version: 1,
    dataset: {
      name: "custom",
      samples: [
        [0.25, 0.5, 1],
        [0.75, 0.5, 0],
      ],
    },
    network: {
      hidden: [],
      initializer: { name: "given", parameters: [{ weight: [[0, 0]], bias: [0] }] },
    },
    changes: [{ at: 0, parameter: "b.1.1", value: 0 }],
  };
  // p = 1/2 for both points: δ = −1/2 and 1/2.
  const gradient = [{ weight: [[0.125, 0]], bias: [0] }];
  const own = (name: string, contents: string | Uint8Array, ...rest: string[]): Called =>
    call([
      "check",
      file("experiment.json", JSON.stringify(experiment)),
      "--gradient",
      file(name, contents),
      ...rest,
    ]);

  test("judges a gradient in JSON", () => {
    expect(own("mine.json", JSON.stringify(gradient))).toMatchObject({
      status: 0,
      stdout: "Layer 1: all 3 gradients agree.\n",
    });
    const summed = own("summed.json", JSON.stringify({ W: [[0.25, 0]], b: [0] }), "--json");
    expect(summed.status).toBe(1);
    expect(JSON.parse(summed.stdout)).toMatchObject({
      agrees: false,
      layers: [{ layer: 1, differ: 1, of: 3 }],
      differing: [{ id: "gW.1.1.1@0", yours: 0.25, ours: 0.125 }],
      mistakes: [{ name: "summed" }],
    });
    expect(own("off.json", JSON.stringify({ W: [[0.2, 0]], b: [0] })).stdout).toContain(
      "Layer 1: 1 of 3 gradients differs.\n",
    );
  });

  test("refuses what it can’t judge in one sentence", () => {
    for (const [name, contents, rest, why] of [
      [
        "few.json",
        '{"W": [[1, 2]]}',
        [],
        /^The gradient must have 1 array with 1 dimension, one for the biases/,
      ],
      ["shape.json", '{"W": [[1]], "b": [1]}', [], /^W must have the shape 1 × 2; it has 1 × 1\.\n$/],
      ["broken.npz", "PK", [], /^The file must be an \.npz as np\.savez writes it;/],
      ["mine.json", JSON.stringify(gradient), ["--dtype", "half"], /^--dtype must be float64 or float32;/],
      [
        "mine.json",
        JSON.stringify(gradient),
        ["--epsilon", "1"],
        /^Use either --epsilon or --gradient, not both/,
      ],
    ] as const) {
      const { status, stdout, stderr } = own(name, contents, ...rest);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toMatch(why);
    }
  });

  const python = findPython("numpy");
  test.skipIf(python === undefined)("reads what NumPy writes", () => {
    const script = `import numpy as np
w, b = np.array([[0.125, 0.0]]), np.zeros(1)
np.savez("plain.npz", w=w, b=b)
np.savez_compressed("deflated.npz", w=np.asfortranarray(w), b=b)
np.savez("single.npz", w=w.astype(">f4"), b=b.astype("f4"))
np.savez("objects.npz", w=np.array(["x"]), b=b)`;
    expect(spawnSync(python!, ["-c", script], { cwd: folder }).status).toBe(0);
    const judged = (name: string): Called => own(name, readFileSync(join(folder, name)));
    for (const name of ["plain.npz", "deflated.npz", "single.npz"]) expect(judged(name).status).toBe(0);
    expect(judged("objects.npz").stderr).toBe(
      "w must be an array of float64 or float32; it holds something else.\n",
    );
  });
});

test("what rounding or an overflow could explain isn't called right", () => {
  const [head, first, ...rest] = right.trimEnd().split("\n");
  const line = JSON.parse(first!) as { parameters: { weight: (number | string)[][] }[] };
  line.parameters[0]!.weight[0]![0] = "NaN";
  const { status, stdout } = call([
    "compare",
    file("nan.nviz.jsonl", [head, JSON.stringify(line), ...rest, ""].join("\n")),
  ]);
  expect({ status, stdout }).toMatchObject({ status: 0 });
  // Of the first update: the loss, the gradients and the parameters after it come from a number that isn't one.
  const [, judged] = /^All (\d+) numbers of 5 updates agree\./.exec(stdout)!;
  const [, vague] = /(\d+) numbers couldn’t be judged/.exec(stdout)!;
  expect(Number(judged) + Number(vague)).toBe(135);
  expect(Number(vague)).toBeGreaterThan(10);
});
