import { describe, expect, test } from "vitest";
import { penalizedOf } from "../src/store/derived.ts";
import {
  activations,
  createRecording,
  createRun,
  defaultChoice,
  explain,
  type Explanation,
  format,
  idText,
  type OptimizerName,
  optimizers,
  parseExperiment,
  parseId,
  type Run,
} from "@neural-viz/engine";
import { afterUpdate, unitsOf, updateAfter } from "../src/store/inspector/units.ts";

const shapes = ["none", "one", "two"] as const;
const zooms = ["stage", "layer", "scalar"] as const;

function runOf(
  optimizer: OptimizerName,
  activation: string,
  shape: (typeof shapes)[number],
  rate?: number,
): Run {
  const hidden = Array.from({ length: shapes.indexOf(shape) }, () => ({ units: 3, activation }));
  const chosen = defaultChoice(optimizer);
  const recording = createRecording(
    parseExperiment({
      version: 1,
      dataset: { name: "xor" },
      network: { hidden, initializer: { name: "torch", seed: 1 } },
      optimizer: rate === undefined ? chosen : { ...chosen, learningRate: rate },
      training: { epochs: 60, autoStop: false },
    }),
  );
  while (recording.live.stopped === undefined) recording.step();
  return createRun(recording);
}

const notFinite = /NaN|undefined|Infinity|∞/;

/** What is printed of a quantity, each text after its id. */
function printed({ id, value, numbers, score, symbols, caption }: Explanation): string[] {
  const texts = [format(value), symbols, caption.text, numbers?.text ?? ""];
  for (const { symbol, tokens, total } of score?.terms ?? []) {
    texts.push(symbol, total, tokens.map(({ text }) => text).join(""));
  }
  return texts.map((text) => `${id}: ${text}`);
}

/** Every line of every unit of the step from t to t + 1, at every zoom. */
function* explainedOf(run: Run, t: number): Generator<Explanation> {
  for (const zoom of zooms) {
    const penalized = penalizedOf(run);
    const where = { network: run.network, sample: 2, penalized, ...updateAfter(run.experiment, t) };
    for (const unit of unitsOf(zoom, where)) {
      const updates = (unit.updates ?? []).flatMap((name) => [
        `g${name}@${t}`,
        `d${name}@${t + 1}`,
        afterUpdate(name, where),
      ]);
      const ids = [...unit.ids, ...unit.grids.flatMap(({ rows }) => rows.flat()), ...updates];
      for (const id of ids) {
        expect(idText(parseId(id)!)).toBe(id);
        yield explain(run, id);
      }
    }
  }
}

describe.each(Object.keys(optimizers) as OptimizerName[])("with %s", (optimizer) => {
  test.each(
    Object.keys(activations).flatMap((activation) => shapes.map((shape) => [activation, shape] as const)),
  )("every number in a unit of the explained step is finite (%s, hidden layers: %s)", (activation, shape) => {
    const run = runOf(optimizer, activation, shape);
    let count = 0;
    for (const t of [0, run.last - 1]) {
      for (const explained of explainedOf(run, t)) {
        expect(printed(explained).filter((line) => notFinite.test(line))).toEqual([]);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(40);
  });

  test("after a divergence a unit prints NaN or ∞ only for numbers of the run that are", () => {
    const run = runOf(optimizer, "relu", "two", 100);
    for (const t of [0, run.last - 1]) {
      for (const explained of explainedOf(run, t)) {
        const { value, inputs } = explained;
        if (![value, ...inputs.map((input) => input.value)].every(Number.isFinite)) continue;
        expect(printed(explained).filter((line) => notFinite.test(line))).toEqual([]);
      }
    }
  });
});

const seed = { name: "torch", seed: 3 };
const hidden = [{ units: 3, activation: "tanh" }];

test.each([
  { dataset: { name: "blobs", points: 30, seed: 1, classes: 3 }, network: { hidden, initializer: seed } },
  {
    dataset: { name: "blobs", points: 30, seed: 1, classes: 4 },
    network: { hidden, output: { activation: "sigmoid", loss: "mse" }, initializer: seed },
    regularization: { l1: 0.01 },
  },
  { dataset: { name: "sine", points: 30, seed: 1 }, network: { hidden, initializer: seed } },
  {
    dataset: { name: "hills", points: 30, seed: 1 },
    network: {
      features: ["x1", "x2", "x1^2"],
      hidden,
      output: { activation: "identity", loss: "squaredError" },
      initializer: seed,
    },
    regularization: { l2: 0.1 },
  },
  { dataset: { name: "iris", columns: [1, 2, 3, 4] }, network: { hidden: [], initializer: seed } },
])("every unit of the step of a network of another kind has a finite explanation: %j", (json) => {
  const recording = createRecording(parseExperiment({ version: 1, ...json }));
  for (let t = 0; t < 3; t++) recording.step();
  const run = createRun(recording);
  for (const t of [0, 2]) {
    for (const explanation of explainedOf(run, t)) {
      for (const text of printed(explanation)) expect(text).not.toMatch(notFinite);
    }
  }
});
