/** The objective along an update, against a parabola and against the recorded losses. */
import { alongUpdate, createRecording, parseExperiment } from "@neural-viz/engine";
import { expect, test } from "vitest";

const parabola = (learningRate: number) =>
  createRecording(
    parseExperiment({
      version: 1,
      // One point at x = 1 with target 0: L = ½ (w + b)², whose slope along both is w + b.
      dataset: { name: "custom", inputs: 1, targets: "values", samples: [[1, 0]] },
      network: {
        hidden: [],
        output: { activation: "identity", loss: "squaredError" },
        initializer: { name: "given", parameters: [{ weight: [[1]], bias: [0] }] },
      },
      optimizer: { name: "sgd", learningRate },
      training: { epochs: 10, autoStop: false },
    }),
  );

test("on a parabola: ½ (1 − 2ηs)² at share s of the step, with slope −2η at its start", () => {
  const recording = parabola(0.75);
  recording.step();
  const { t, shares, values, before, after, predicted } = alongUpdate(recording, 1);
  expect(t).toBe(1);
  expect(before).toBe(0.5);
  expect(after).toBe(0.125);
  expect(predicted).toBe(-1.5);
  expect([shares[0], shares.at(-1)]).toEqual([-0.2, 1.5]);
  shares.forEach((share, i) => expect(values[i]).toBeCloseTo(0.5 * (1 - 1.5 * share) ** 2, 12));
});

test("its ends are the recorded losses, bit for bit, and the recording stays where it was", () => {
  const recording = createRecording(parseExperiment({ version: 1, dataset: { name: "xor" } }));
  for (let i = 0; i < 5; i++) recording.step();
  const { losses } = recording.live;
  for (const t of [1, 3, 5]) {
    const { before, after } = alongUpdate(recording, t);
    expect([before, after]).toEqual([losses[t - 1], losses[t]]);
  }
  expect(recording.live.t).toBe(5);
});
