/** A thousand random experiments, run by real PyTorch: `npm run test:long`. SCRIPTS says how many, FIRST from which seed. */
import { expect, test } from "vitest";
import { findPython } from "../../../scripts/python.mjs";
import { runOf, tampered, verdictsOf } from "./verdicts.ts";

const COUNT = Number(process.env["SCRIPTS"] ?? 1000);
const FIRST = Number(process.env["FIRST"] ?? 0);
/** Scripts that one Python runs. */
const BATCH = 50;
/** One in so many is also run with a loss that is recorded wrongly. */
const TAMPERED = 20;

const python = findPython("torch");

test(`of ${COUNT} right runs none is said to differ, and of those with one wrong loss every one`, () => {
  expect(python).toBeDefined();
  const counts = { reproduced: 0, chaotic: 0, tampered: 0 };
  const wrong: string[] = [];
  for (let from = FIRST; from < FIRST + COUNT; from += BATCH) {
    const seeds = Array.from({ length: Math.min(BATCH, FIRST + COUNT - from) }, (_, i) => from + i);
    const runs = seeds.map(runOf);
    const right = verdictsOf(python!, runs);
    right.forEach((said, i) => {
      if (said.length === 1 && (said[0] === "reproduced" || said[0] === "chaotic")) counts[said[0]] += 1;
      else wrong.push(`${seeds[i]}: ${said.join(" ")}`);
    });
    const some = seeds.filter((seed) => seed % TAMPERED === 0);
    const other = some.map((seed) => {
      const run = runOf(seed);
      const calm = right[seed - from]!.join(" ") === "reproduced";
      // In a chaotic run early enough that no rounding has been amplified yet.
      const t = calm ? (seed * 7919) % Math.max(1, run.losses.length - 2) : seed % 3;
      // A run that was reproduced may yet be one that rounding moves by some 1e-9, and a script allows four times as much.
      return tampered(run, t, calm ? 1e-7 : 1e-8);
    });
    verdictsOf(python!, other).forEach((said, i) => {
      if (said.join(" ") === "differs") counts.tampered += 1;
      else wrong.push(`${some[i]}, tampered: ${said.join(" ")}`);
    });
    console.log(`${from + seeds.length - FIRST} of ${COUNT}: ${JSON.stringify(counts)} ${wrong.join("; ")}`);
  }
  expect(wrong).toEqual([]);
});
