/** The worksheet: what is blank on the sheet is in the key, and every number is the run's. */
import { describe, expect, test } from "vitest";
import {
  batchOf,
  createRecording,
  createRun,
  explain,
  format,
  ids,
  parameterId,
  parseExperiment,
  type Run,
  trace,
  traceOfSample,
  worksheet,
} from "@neural-viz/engine";
import { familyExperiments } from "./family.ts";

function run(updates: number): Run {
  const recording = createRecording(
    parseExperiment({
      version: 1,
      dataset: { name: "xor" },
      network: { hidden: [{ units: 2, activation: "tanh" }], initializer: { name: "torch", seed: 3 } },
      optimizer: { name: "sgd", learningRate: 0.5 },
    }),
  );
  while (recording.live.t < updates) recording.step();
  return createRun(recording);
}

const sectionsOf = (html: string): string[] => html.split("<section>").slice(1);

test("beside a blank for an updated parameter nothing says how far it moves", () => {
  const [sheet, key] = sectionsOf(worksheet([run(3)], { t: 2, sample: 4, blanks: ["update"] }));
  const moved = /Update 3 (?:raised|lowered)|Update 3 didn’t/;
  expect(explain(run(3), ids.parameter.of(parameterId(run(3).network, 0), 3)).caption.text).toMatch(moved);
  expect(sheet).not.toMatch(moved);
  expect(sheet!.split("plus the step of the optimizer")).toHaveLength(1 + run(3).network.size);
  expect(key).not.toContain("plus the step of the optimizer");
});

test("blanks are on the sheet, their answers only in the key, on a separate page", () => {
  const [sheet, key, ...more] = sectionsOf(worksheet([run(3)], { t: 2, sample: 4, blanks: ["forward"] }));
  expect(more).toEqual([]);
  // 2 hidden units and the output: z and a of each, ŷ for the output's a.
  expect(sheet!.split('class="blank"')).toHaveLength(1 + 6);
  const { params } = run(2).at(2);
  const { z, a, outputs } = trace(run(2).network, params, [1, 1]);
  for (const value of [z[0]![0]!, z[0]![1]!, a[0]![0]!, a[0]![1]!, z[1]![0]!, outputs[0]!]) {
    expect(key).toContain(`<td class="value">${format(value)}</td>`);
    expect(sheet).not.toContain(`<td class="value">${format(value)}</td>`);
  }
  expect(key).not.toContain('class="blank"');
  expect(key).toContain("Yours may differ in the last digit.");
  expect(sheet).not.toContain("Yours may differ in the last digit.");
  for (const w of params) expect(sheet).toContain(`<td class="value">${format(w)}</td>`);
});

test("what would give a blank away is not on the sheet", () => {
  const [sheet] = sectionsOf(worksheet([run(3)], { t: 2, sample: 4, blanks: ["forward", "backward"] }));
  const headings = [...sheet!.matchAll(/<h2>(\w+)/g)].map(([, heading]) => heading);
  expect(headings).toEqual(["Given", "Forward", "Backward"]);
});

test("all stages of an update have their place, and the update its new weights", () => {
  const html = worksheet([run(3)], { t: 2, sample: 1, blanks: ["update"] });
  const [sheet, key] = sectionsOf(html);
  for (const heading of ["Forward", "Loss", "Backward", "Gradient", "Update"])
    expect(sheet).toContain(`<h2>${heading}`);
  for (const w of run(3).at(3).params) expect(key).toContain(`<td class="value">${format(w)}</td>`);
});

test("several runs have a sheet each and their keys after all sheets", () => {
  const titles = [
    ...worksheet([run(1), run(1)], { t: 0, sample: 1, blanks: ["loss"] }).matchAll(/<h1>(.*?)<\/h1>/g),
  ];
  expect(titles.map(([, title]) => title)).toEqual([
    "Sheet 1, seed 3",
    "Sheet 2, seed 3",
    "Answers to sheet 1, seed 3",
    "Answers to sheet 2, seed 3",
  ]);
});

test("a missing update gives an error message", () => {
  expect(() => worksheet([run(2)], { t: 2, sample: 1, blanks: [] })).toThrow(
    "The run ends after 2 updates, so it has no next update to work out.",
  );
});

describe("every network of the family has one", () => {
  const experiments = Object.entries(familyExperiments()).map(([name, experiment]) => ({ name, experiment }));

  test.each(experiments)("$name", ({ experiment }) => {
    const recording = createRecording(experiment);
    for (let t = 0; t < 2; t++) recording.step();
    const made = createRun(recording);
    const stages = ["forward", "loss", "backward", "gradient", "update"] as const;
    const [sheet, key] = sectionsOf(worksheet([made], { t: 1, sample: 1, blanks: stages }));
    const { layers, head, size } = made.network;
    const units = layers.reduce((sum, { fanOut }) => sum + fanOut, 0);
    // z and a of each unit, ℓ, δ of each unit, each parameter's gradient, its mean and its new value; softmax has m, S, Z and e's too.
    const pieces = head.activation === "softmax" ? 3 + layers.at(-1)!.fanOut : 0;
    expect(sheet!.split('class="blank"')).toHaveLength(1 + 2 * units + pieces + 1 + units + 3 * size);
    const { outputs, loss } = traceOfSample(
      made.network,
      made.at(1).params,
      batchOf(made.network, made.samples),
      0,
    );
    for (const value of [...outputs, loss]) {
      expect(key).toContain(`<td class="value">${format(value)}</td>`);
    }
    for (let i = 0; i < size; i++) {
      const { value } = explain(made, ids.gradient.of(parameterId(made.network, i), 1));
      expect(key).toContain(`<td class="value">${format(value)}</td>`);
    }
    expect(sheet + key!).not.toMatch(/<th[^>]*>[^=]*[\\{}]/);
  });

  test("what is given are the raw inputs, the features, the targets, the factors of the penalty and the parameters", () => {
    const { experiment } = experiments.find(({ name }) => name.startsWith("softmax over four classes"))!;
    const recording = createRecording(experiment);
    recording.step();
    const [sheet] = sectionsOf(worksheet([createRun(recording)], { t: 0, sample: 1, blanks: ["forward"] }));
    const heads = [...sheet!.split("<h2>Forward")[0]!.matchAll(/<th scope="row">(.*?) =<\/th>/g)];
    expect(heads.slice(0, 13).map(([, symbol]) => symbol!.replaceAll(/<[^>]*>/g, ""))).toEqual([
      "x1[1]",
      "x2[1]",
      "φ3[1]",
      "φ4[1]",
      "φ5[1]",
      "φ6[1]",
      "φ7[1]",
      "y1[1]",
      "y2[1]",
      "y3[1]",
      "y4[1]",
      "λ1",
      "λ2",
    ]);
  });
});
