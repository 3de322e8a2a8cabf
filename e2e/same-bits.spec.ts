/** The engine in the browser and in Node: the same bits after 500 epochs, and in every dataset. */
import { fileURLToPath } from "node:url";
import { createSession, datasets, type DatasetName, generate, parseExperiment } from "@neural-viz/engine";
import { build, type Rollup } from "vite";
import { expect, test } from "./fixture.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Experiments of every optimizer and activation, five hundred epochs each. */
const experiments = ["sgd", "momentum", "rmsprop", "adam"].flatMap((name) =>
  ["relu", "tanh", "sigmoid"].map((activation) => ({
    version: 1,
    dataset: { name: "moons", points: 60, noise: 0.1, seed: 3 },
    network: {
      hidden: [
        { units: 5, activation },
        { units: 3, activation },
      ],
      initializer: { name: "torch", seed: 4 },
    },
    optimizer: { name },
    training: { epochs: 500, autoStop: false },
  })),
);

type Numbers = Record<string, number[]>;
interface Engine {
  createSession: typeof createSession;
  datasets: typeof datasets;
  generate: typeof generate;
  parseExperiment: typeof parseExperiment;
}

/** Everything to compare; it runs here and there, so it uses nothing but its arguments. */
function compute(engine: Engine, chosen: object[]): Numbers {
  const numbers: Record<string, number[]> = {};
  chosen.forEach((experiment, i) => {
    const session = engine.createSession(engine.parseExperiment(experiment));
    while (session.stopped === undefined) session.step();
    numbers[`${i} parameters`] = [...session.params];
    numbers[`${i} losses`] = [...session.losses];
  });
  for (const name of Object.keys(engine.datasets) as DatasetName[]) {
    const { x1, x2, y } = engine.generate(name, { points: 200, noise: 0.1, seed: 12 });
    numbers[name] = [...x1, ...x2, ...y];
  }
  return numbers;
}

test("the browser and Node compute the same bits", async ({ page }) => {
  const [bundle] = (await build({
    configFile: false,
    logLevel: "error",
    root,
    resolve: { conditions: ["@neural-viz/source"] },
    build: {
      write: false,
      lib: { entry: "packages/engine/src/index.ts", formats: ["iife"], name: "engine" },
    },
  })) as Rollup.RollupOutput[];
  await page.goto("about:blank");
  await page.addScriptTag({ content: bundle!.output[0].code });
  const there = await page.evaluate(`(${compute.toString()})(engine, ${JSON.stringify(experiments)})`);
  const here = compute({ createSession, datasets, generate, parseExperiment }, experiments);
  expect(Object.keys(here).length).toBe(2 * 12 + 8);
  expect(there).toEqual(here);
});
