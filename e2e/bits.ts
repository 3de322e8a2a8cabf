/** What the engine computes in different browsers, to be compared bit for bit. */
import { fileURLToPath } from "node:url";
import { createSession, datasets, parseExperiment, samplesOf } from "@neural-viz/engine";
import { build, type Rollup } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Experiments with every optimizer and activation, five hundred epochs each. */
const experiments = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw"].flatMap((name) =>
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

export type Numbers = Record<string, number[]>;
interface Engine {
  createSession: typeof createSession;
  datasets: typeof datasets;
  parseExperiment: typeof parseExperiment;
  samplesOf: typeof samplesOf;
}

/** Computes everything to compare. It runs in Node and in browsers, so it uses only its arguments. */
function compute(engine: Engine, chosen: object[]): Numbers {
  const numbers: Record<string, number[]> = {};
  chosen.forEach((experiment, i) => {
    const session = engine.createSession(engine.parseExperiment(experiment));
    while (session.stopped === undefined) session.step();
    numbers[`${i} parameters`] = [...session.params];
    numbers[`${i} losses`] = [...session.losses];
  });
  for (const name of Object.keys(engine.datasets)) {
    const { kind } = engine.datasets[name as keyof typeof datasets];
    const generated = kind === "shape" || kind === "function";
    const dataset = generated ? { name, points: 200, noise: 0.1, seed: 12 } : { name };
    const { inputs, targets } = engine.samplesOf(engine.parseExperiment({ version: 1, dataset }).dataset);
    numbers[name] = inputs.concat(targets).flatMap((column) => Array.from(column));
  }
  return numbers;
}

/** What Node computes. */
export const here = (): Numbers =>
  compute({ createSession, datasets, parseExperiment, samplesOf }, experiments);

/** The same as a script that any browser can run. Its value is what the browser computes. */
export async function script(): Promise<string> {
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
  return `${bundle!.output[0].code}; (${compute.toString()})(engine, ${JSON.stringify(experiments)})`;
}
