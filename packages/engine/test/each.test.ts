import fc from "fast-check";
import { expect, test } from "vitest";
import { lossOfEach, sumsOfEach, traceOfSample } from "@neural-viz/engine";
import { anyCase } from "./arbitraries.ts";

test("z of any unit and the loss of each sample have the bits that the sample's own way through the network has", () => {
  fc.assert(
    fc.property(anyCase, ({ network, params, batch }) => {
      const traces = Array.from({ length: batch.count }, (_, s) => traceOfSample(network, params, batch, s));
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
