import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import {
  createSession,
  type ExportName,
  exports,
  pack,
  parseExperiment,
  type LinearParameters,
} from "@neural-viz/engine";

const session = createSession(
  parseExperiment({
    version: 1,
    dataset: { name: "moons", points: 40, noise: 0.05, seed: 3 },
    network: {
      hidden: [
        { units: 3, activation: "relu" },
        { units: 2, activation: "tanh" },
        { units: 2, activation: "sigmoid" },
        { units: 2, activation: "leakyRelu" },
      ],
    },
    training: { epochs: 30 },
  }),
);
while (session.stopped === undefined) session.step();

test("the TypeScript function compiles under strict rules and gives the page's probabilities", async () => {
  const folder = mkdtempSync(join(tmpdir(), "neural-viz-forward-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "probability.ts"), exports.typescript.write(session));
  const compiler = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));
  const rules = ["--strict", "--noUncheckedIndexedAccess", "--noUnusedLocals", "--target", "es2022"];
  const { stdout, status } = spawnSync(process.execPath, [compiler, ...rules, "probability.ts"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  const { probability } = (await import(pathToFileURL(join(folder, "probability.js")).href)) as {
    probability: (x1: number, x2: number) => number;
  };
  const { samples } = session;
  for (let s = 0; s < samples.count; s++) {
    const p = probability(samples.inputs[0]![s]!, samples.inputs[1]![s]!);
    expect(Math.abs(p - session.outputs[0]![s]!)).toBeLessThan(1e-15);
  }
  rmSync(folder, { recursive: true, force: true });
});

test("the parameters in JSON are the trained ones, in the form the initializer `given` takes", () => {
  const { parameters, updates, experiment, loss } = JSON.parse(exports.json.write(session)) as {
    parameters: LinearParameters[];
    updates: number;
    experiment: object;
    loss: number;
  };
  expect(pack(parameters)).toEqual(session.params);
  expect([updates, loss]).toEqual([30, session.loss]);
  const network = { ...session.experiment.network, initializer: { name: "given", parameters } };
  expect(createSession(parseExperiment({ ...experiment, network })).loss).toBe(session.loss);
});

test("the parameters in JSON say why training ended, and call the updates done until then `epoch`", () => {
  expect(exports.json.write(session)).toContain(',"stopped":{"reason":"epochs","epoch":30},"parameters":');
});

test("the losses as a table read back to the bit, one line an epoch", () => {
  const [header, ...rows] = exports.losses.write(session).trimEnd().split("\n");
  expect(header).toBe("epoch,loss");
  expect(rows.map((row) => row.split(",").map(Number))).toEqual([...session.losses].map((l, t) => [t, l]));
});

test("every cell of the notebook has a unique id", () => {
  const { cells } = JSON.parse(exports.notebook.write(session)) as { cells: { id: string }[] };
  expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
  for (const { id } of cells) expect(id).toMatch(/^[a-z-]{1,64}$/);
});

test.each(Object.keys(exports) as ExportName[])("the same run gives the same %s", (name) => {
  expect(exports[name].write(session)).toEqual(exports[name].write(session));
});
