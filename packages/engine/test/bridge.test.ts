/** Recordings of training loops: what their reader refuses, and what is found in right and in wrong ones. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Comparison, compareRecording, comparisonJson, MAX_RECORDING } from "@neural-viz/engine";
import { findPython } from "../../../scripts/python.mjs";
import { plainHead, plainLoop, type Spoiled, textOf } from "./plainLoop.ts";
import { runPython, sayIfMissing } from "./python.ts";

const python = findPython("torch", "numpy");
sayIfMissing(python, "no recording is made by NumPy and PyTorch", "python3-torch");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "neural-viz-bridge-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is found in the text of a recording. */
function found(text: string): Comparison {
  const comparison = compareRecording();
  comparison.push(text);
  return comparison.end();
}

const spoiledLoop = (spoiled: Spoiled): Comparison => found(textOf(plainLoop(6, spoiled)));
const names = ({ mistakes }: Comparison): string[] =>
  mistakes.map(({ name, layer }) => (layer === undefined ? name : `${name} ${layer}`));

describe("a plain loop", () => {
  test("that is right agrees, in pieces of any size", () => {
    const text = textOf(plainLoop(6));
    const comparison = compareRecording();
    for (let i = 0; i < text.length; i += 7) comparison.push(text.slice(i, i + 7));
    const result = comparison.end();
    expect(result).toMatchObject({ agrees: true, updates: 6, numbers: 6 * 27, first: undefined });
    expect(result.tolerance).toBeLessThan(1e-13);
    expect(comparisonJson(result)).toEqual({
      agrees: true,
      updates: 6,
      tolerance: result.tolerance,
      first: null,
      differing: [],
      mistakes: [],
    });
  });

  test("with one wrong loss is wrong there alone", () => {
    const result = spoiledLoop({ loss: (loss, t) => (t === 3 ? loss * (1 + 1e-12) : loss) });
    expect(result.first).toMatchObject({ t: 3, stage: "loss", id: "L@3" });
    expect(result.differing.map(({ id }) => id)).toEqual(["L@3"]);
    expect(names(result)).toEqual([]);
  });

  test("with one wrong gradient is wrong there alone", () => {
    const result = spoiledLoop({
      gradient: (gradient, t) => gradient.map((g, i) => (t === 2 && i === 3 ? g + 1e-12 : g)),
    });
    expect(result.first).toMatchObject({ t: 2, stage: "gradient", id: "gW.1.2.2@2" });
    expect(result.differ).toBe(1);
    expect(names(result)).toEqual([]);
  });

  test("with one wrong step is wrong there alone", () => {
    const result = spoiledLoop({
      step: (step, t) => step.map((v, i) => (t === 4 && i === 12 ? v + 1e-12 : v)),
    });
    expect(result.first).toMatchObject({ t: 4, stage: "update", id: "b.2.1@5" });
    expect(result.differ).toBe(1);
    expect(names(result)).toEqual([]);
  });

  test("whose parameters change between two updates is wrong there, and judged from the new ones", () => {
    const result = spoiledLoop({ between: (w, t) => (t === 3 ? w.map((v, i) => (i === 9 ? v / 2 : v)) : w) });
    expect(result.first).toMatchObject({ t: 3, stage: "parameters", id: "W.2.1.1@3" });
    expect(result.differ).toBe(1);
  });

  test("with a step uphill is recognized", () => {
    const result = spoiledLoop({ step: (step) => step.map((v) => -v) });
    expect(result.first).toMatchObject({ t: 0, stage: "update", id: "W.1.1.1@1" });
    expect(names(result)).toEqual(["stepSignFlipped"]);
  });

  test("with the layer’s bias gradients left out is recognized", () => {
    const result = spoiledLoop({ gradient: (all) => all.map((g, i) => (i >= 6 && i < 9 ? 0 : g)) });
    expect(names(result)).toEqual(["biasForgotten 1"]);
  });

  test("isn’t judged after a gap that hides the optimizer’s state", () => {
    const result = found(
      textOf(plainLoop(6).map((line) => (line["t"] === 2 ? { t: 2, after: line["after"] } : line))),
    );
    expect(result).toMatchObject({ agrees: true, notJudged: { loss: 0, gradient: 0, update: 4 } });
  });

  test("that diverges is judged as far as numbers go", () => {
    const lines = plainLoop(3);
    const broken = { ...lines[3], loss: "NaN" };
    expect(found(textOf([...lines.slice(0, 3), broken])).first).toMatchObject({ t: 2, stage: "loss" });
  });
});

describe("the reader refuses", () => {
  const [, first, second] = plainLoop(2) as [object, Record<string, unknown>, Record<string, unknown>];
  const changed = (change: object): string => textOf([plainHead, { ...first, ...change }]);
  const head = (change: object): string => textOf([{ ...plainHead, ...change }, first]);
  const network = (change: object): string => head({ network: { ...plainHead.network, ...change } });
  const cases: Record<string, [text: string, why: RegExp]> = {
    "an empty file": ["", /^The recording must begin with a line/],
    "a file without updates": [textOf([plainHead]), /^The recording must have at least one update/],
    "what isn’t JSON": [`${textOf([plainHead])}{"t": 0,`, /^Line 2 is not valid JSON: .+\.$/],
    "another format": [
      head({ format: "other" }),
      /^Line 1: format must be neural-viz-recording; it is "other"\.$/,
    ],
    "a newer version": [head({ version: 2 }), /^Line 1: version must be 1; it is 2\.$/],
    "another precision": [head({ dtype: "float16" }), /^Line 1: dtype must be one of float64, float32;/],
    "an unknown activation": [
      network({ hidden: [{ units: 3, activation: "gelu" }] }),
      /^Line 1: network\.hidden\[0\]\.activation must be one of relu, /,
    ],
    "a head that isn’t in the family": [
      network({ output: { activation: "tanh", loss: "crossEntropy" } }),
      /^Line 1: network\.output must be one of sigmoid \+ crossEntropy, .*; it is tanh \+ crossEntropy\.$/,
    ],
    "two sigmoids with cross-entropy": [
      network({ outputs: 2 }),
      /^Line 1: network\.outputs must be 1; it is 2\.$/,
    ],
    "an unknown optimizer": [
      head({ optimizer: { name: "lion" } }),
      /^Line 1: optimizer\.name must be one of sgd, /,
    ],
    "a label that is no label": [
      head({ data: { inputs: [[0, 0]], targets: [[2]] } }),
      /^Line 1: data\.targets\[0\]\[0\] must be the label 0 or 1; it is 2\.$/,
    ],
    "rows without targets": [
      head({
        data: {
          inputs: [
            [0, 0],
            [1, 1],
          ],
          targets: [[1]],
        },
      }),
      /^Line 1: data\.targets must be a list of 2 rows; it is a list of 1 value\.$/,
    ],
    "a wrong shape": [
      changed({ gradient: [{ weight: [[0, 0]], bias: [0] }] }),
      /^Line 2: gradient must be a list of 2 layers; it is a list of 1 value\.$/,
    ],
    "a number as text": [
      changed({ loss: "0.5" }),
      /^Line 2: loss must be a number, "NaN", "Infinity", or "-Infinity"; it is "0\.5"\.$/,
    ],
    "an index out of range": [
      changed({ batch: [0, 5] }),
      /^Line 2: batch\[1\] must be a whole number from 0 to 4; it is 5\.$/,
    ],
    "no first parameters": [
      changed({ parameters: undefined }),
      /^Line 2: parameters must be given at the first update; they are missing\.$/,
    ],
    "an unknown key": [
      changed({ gradients: [] }),
      /^Line 2: The value has no key “gradients”; its keys are t, /,
    ],
    "an earlier t": [
      textOf([plainHead, first, { ...second, t: 0 }]),
      /^Line 3: t must be greater than in the update before, 0; it is 0\.$/,
    ],
  };
  test.each(Object.keys(cases))("%s", (name) => {
    const [text, why] = cases[name]!;
    expect(() => found(text)).toThrow(why);
  });

  test("a file that is too long, before it is read", () => {
    const comparison = compareRecording();
    const piece = " ".repeat(2 ** 20);
    expect(() => {
      for (let read = 0; read <= MAX_RECORDING; read += piece.length) comparison.push(piece);
    }).toThrow("A recording may have at most 64 MB; this one is longer.");
  });
});

interface Recorded {
  readonly file: string;
  readonly name: string;
  readonly layer: number | null;
  readonly t: number;
  readonly stage: string;
}

/** Recordings that Python makes, with what is found in each. */
function made(...args: string[]): (Recorded & { result: Comparison })[] {
  const all = runPython(python!, "record_loops.py", args, folder) as Recorded[];
  return all.map((one) =>
    Object.assign(one, { result: found(readFileSync(join(folder, one.file), "utf8")) }),
  );
}

describe.skipIf(python === undefined)("loops in NumPy and PyTorch", () => {
  test.each(["right", "torch"])("that are right agree: %s", (kind) => {
    const wrong = made(kind, "11", "60").filter(({ result }) => !result.agrees);
    expect(wrong.map(({ file, result }) => [file, result.first])).toEqual([]);
  });

  test("with a known mistake: found at its first update, and among the names", () => {
    const all = made("mistakes", "5");
    const seen = all.map(({ name, layer, result: { first, ...rest } }) => ({
      name,
      layer,
      t: first?.t,
      stage: first?.stage,
      named: rest.mistakes.some((one) => one.name === name && (one.layer ?? null) === layer),
    }));
    expect(seen).toEqual(all.map(({ name, layer, t, stage }) => ({ name, layer, t, stage, named: true })));
  });

  test("with one number changed: found where it is, and no mistake is named", () => {
    const all = made("perturbed", "3", "20");
    const seen = all.map(({ stage, result: { first, ...rest } }) => ({
      t: first?.t,
      stage: first?.stage,
      name: stage === "loss" ? null : /[Wb][.\d]+/.exec(first?.id ?? "")?.[0],
      mistakes: rest.mistakes,
    }));
    expect(seen).toEqual(
      all.map(({ t, stage, name }) => ({ t, stage, name: stage === "loss" ? null : name, mistakes: [] })),
    );
  });
});
