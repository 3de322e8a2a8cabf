/** A thousand right loops in NumPy and a thousand in PyTorch: `npm run test:long`. LOOPS says how many, FIRST from which seed. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compareRecording } from "@neural-viz/engine";
import { expect, test } from "vitest";
import { findPython } from "../../../scripts/python.mjs";
import { runPython } from "./python.ts";

const COUNT = Number(process.env["LOOPS"] ?? 1000);
const FIRST = Number(process.env["FIRST"] ?? 0);

const python = findPython("torch", "numpy");

test.each(["right", "torch"])(`of ${COUNT} right loops none is said to differ: %s`, (kind) => {
  expect(python).toBeDefined();
  const folder = mkdtempSync(join(tmpdir(), "neural-viz-recordings-"));
  try {
    const all = runPython(python!, "record_loops.py", [kind, String(FIRST), String(COUNT)], folder);
    const wrong = (all as { file: string }[]).flatMap(({ file }) => {
      const comparison = compareRecording();
      comparison.push(readFileSync(join(folder, file), "utf8"));
      const { first } = comparison.end();
      return first === undefined ? [] : [{ file, first }];
    });
    expect(wrong).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
