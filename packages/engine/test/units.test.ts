/** Exported functions take the data's own units: what a file said goes in, and the network's answer comes out. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createSession,
  exports,
  parseExperiment,
  pointsOf,
  readTable,
  type Session,
} from "@neural-viz/engine";
import { findPython } from "../../../scripts/python.mjs";
import { sayIfMissing } from "./python.ts";

const torch = findPython("torch", "numpy");
sayIfMissing(torch, "PyTorch and NumPy take no data in its own units", "python3-torch");

/** Age in years and height in centimeters, as a person has them. */
const people = [
  [30.5, 170],
  [60.5, 180],
  [40.5, 175],
  [22, 163],
  [71, 158],
  [55, 190],
] as const;

function trained(): Session {
  const table = readTable(people.map(([age, height], s) => `${age},${height},${s % 2}`).join("\n"));
  const { samples, map } = pointsOf(table, { x1: 0, x2: 1, label: 2 }, 10);
  const experiment = { version: 1, dataset: { name: "custom", samples, map }, training: { epochs: 60 } };
  const session = createSession(parseExperiment(experiment));
  while (session.stopped === undefined) session.step();
  return session;
}

const session = trained();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "neural-viz-units-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** How far at most what a function says of the people is from what the network was trained to say. */
function difference(found: readonly number[]): number {
  expect(found).toHaveLength(people.length);
  return Math.max(...found.map((p, s) => Math.abs(p - session.outputs[0]![s]!)));
}

/** What a line of Python prints as JSON, beside a file with an export. */
function python(name: string, source: string, code: string): number[] {
  writeFileSync(join(folder, name), source);
  const program = `import json\nPEOPLE = ${JSON.stringify(people)}\n${code}`;
  const { stdout, stderr } = spawnSync(torch!, ["-c", program], { cwd: folder, encoding: "utf8" });
  expect(stderr).toBe("");
  return JSON.parse(stdout) as number[];
}

test("TypeScript", async () => {
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "probability.ts"), exports.typescript.write(session));
  const compiler = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));
  const rules = ["--strict", "--noUncheckedIndexedAccess", "--noUnusedLocals", "--target", "es2022"];
  const { stdout } = spawnSync(process.execPath, [compiler, ...rules, "probability.ts"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(stdout).toBe("");
  const { probability } = (await import(pathToFileURL(join(folder, "probability.js")).href)) as {
    probability: (x1: number, x2: number) => number;
  };
  expect(difference(people.map(([age, height]) => probability(age, height)))).toBeLessThan(1e-15);
});

describe.skipIf(torch === undefined)("in Python", () => {
  test("NumPy", () => {
    const code = "from probability import probability\nprint(json.dumps(probability(PEOPLE).tolist()))";
    expect(difference(python("probability.py", exports.numpy.write(session), code))).toBeLessThan(1e-15);
  });

  test("PyTorch", () => {
    const code = `from script import *
model = build_model()
train(model, *data())
print(json.dumps(probability(model, PEOPLE).tolist()))`;
    expect(difference(python("script.py", exports.pytorch.write(session), code))).toBeLessThan(1e-9);
  });

  test("the cells of the notebook", () => {
    const { cells } = JSON.parse(exports.notebook.write(session)) as {
      cells: { cell_type: string; source: string[] }[];
    };
    const sources = cells.filter((cell) => cell.cell_type === "code").map(({ source }) => source.join(""));
    const code = `import contextlib, os
with contextlib.redirect_stdout(open(os.devnull, "w")):
    from cells import *
print(json.dumps(probability(page_model, PEOPLE).tolist()))`;
    expect(difference(python("cells.py", sources.join("\n\n"), code))).toBeLessThan(1e-12);
  });
});

test("the table of the data has both: what training used, and what the file said", () => {
  const [header, ...rows] = exports.data.write(session).trimEnd().split("\n");
  expect(header).toBe("x1,x2,label,x1_original,x2_original");
  for (const [s, row] of rows.entries()) {
    const [x1, x2, label, age, height] = row.split(",").map(Number);
    expect([x1, x2, label]).toEqual([session.samples.inputs[0]![s], session.samples.inputs[1]![s], s % 2]);
    expect(age).toBeCloseTo(people[s]![0], 10);
    expect(height).toBeCloseTo(people[s]![1], 10);
  }
});
