/** A neuron that is switched off, when the network has changed since. */
import { expect, test, vi } from "vitest";
import { defaultExperiment, type Experiment } from "@neural-viz/engine";

vi.stubGlobal("location", { hash: "", search: "", href: "http://localhost/" });
const { look } = await import("../src/store/selection/look.ts");
const { freshPage } = await import("../src/store/store.ts");

const withLayers = (...units: readonly number[]): Experiment => ({
  ...defaultExperiment,
  network: {
    ...defaultExperiment.network,
    hidden: units.map((count) => ({ units: count, activation: "tanh" })),
  },
});

test("only a hidden neuron is switched off: not one that became an output, nor one that is gone", () => {
  const isOff = (hidden: readonly number[], layer: number, unit: number): boolean => {
    const { fresh } = freshPage(withLayers(...hidden));
    return look({ ...fresh, off: { layer, unit } }) !== undefined;
  };
  expect(isOff([3, 2], 2, 1)).toBe(true);
  expect(isOff([3], 2, 1)).toBe(false); // layer 2 is the output now
  expect(isOff([3], 1, 3)).toBe(true);
  expect(isOff([2], 1, 3)).toBe(false);
  expect(isOff([], 1, 1)).toBe(false);
});
