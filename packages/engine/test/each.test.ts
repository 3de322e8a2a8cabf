import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ActivationName,
  activations,
  createNetwork,
  createRandom,
  labeledTrace,
  lossOfEach,
  sumsOfEach,
} from "@neural-viz/engine";

test("z of any unit and the loss of each sample have the bits that the sample's own way through the network has", () => {
  const hidden = fc.array(
    fc.record({
      units: fc.integer({ min: 1, max: 8 }),
      activation: fc.constantFrom(...(Object.keys(activations) as ActivationName[])),
    }),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(hidden, fc.integer({ min: 1, max: 300 }), fc.nat(), (layers, count, seed) => {
      const network = createNetwork(layers);
      const random = createRandom(seed);
      const numbers = (length: number): Float64Array =>
        Float64Array.from({ length }, () => 4 * random.uniform() - 2);
      const params = numbers(network.size);
      const [x1, x2] = [numbers(count), numbers(count)];
      const y = numbers(count).map((value) => Number(value > 0));
      const batch = { count, x1, x2, y };
      const traces = Array.from({ length: count }, (_, s) =>
        labeledTrace(network, params, x1[s]!, x2[s]!, y[s]!),
      );
      expect(lossOfEach(network, params, batch)).toEqual(Float64Array.from(traces, ({ loss }) => loss));
      network.layers.forEach(({ fanOut }, l) => {
        for (let j = 0; j < fanOut; j++) {
          const own = Float64Array.from(traces, ({ z }) => z[l]![j]!);
          expect(sumsOfEach(network, params, batch, l + 1, j + 1)).toEqual(own);
        }
      });
    }),
    { numRuns: 40 },
  );
});
