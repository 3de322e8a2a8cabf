/** The scripts of random experiments, run by real PyTorch, and what they say. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSession, exports, type Trained } from "@neural-viz/engine";
import { runPython } from "./python.ts";
import { randomExperiment } from "./randomExperiment.ts";

/** A run of the experiment of a seed, to its end. */
export function runOf(seed: number): Trained {
  const session = createSession(randomExperiment(seed));
  while (session.stopped === undefined) session.step();
  const { experiment, losses, testLosses, objectives, params, stopped } = session;
  return { experiment, losses, testLosses, objectives, params, stopped };
}

/** The same run with one of its losses recorded wrongly. */
export function tampered(run: Trained, t: number, by: number): Trained {
  const losses = run.losses.slice();
  losses[t] = losses[t]! + by * Math.max(1, Math.abs(losses[t]!));
  return { ...run, losses };
}

/** Every verdict that the script of each run prints. */
export function verdictsOf(python: string, runs: readonly Trained[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), "neural-viz-verdicts-"));
  const paths = runs.map((run, i) => {
    const path = join(folder, `${i}.py`);
    writeFileSync(path, exports.pytorch.write(run));
    return path;
  });
  const came = runPython(python, "run_scripts.py", paths, folder) as Record<
    string,
    { readonly printed: string }
  >;
  rmSync(folder, { recursive: true });
  return paths.map((path) => came[path]!.printed.match(/\b(?:reproduced|chaotic|differs)\b/g) ?? []);
}
