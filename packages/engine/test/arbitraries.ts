/** Random networks and samples for property tests. */
import fc from "fast-check";
import { type ActivationName, activations, createNetwork } from "@neural-viz/engine";

const activation = fc.constantFrom(...(Object.keys(activations) as ActivationName[]));

const anyHidden = fc.array(fc.record({ units: fc.integer({ min: 1, max: 8 }), activation }), {
  maxLength: 4,
});

export const anyNetwork = anyHidden.map(createNetwork);

/** A number of ordinary size, as weights and inputs are. */
const ordinary = fc.double({ min: -2, max: 2, noNaN: true });

/** Up to 600 samples, so that some sets need several blocks. */
export const anySamples = fc
  .array(fc.tuple(ordinary, ordinary, fc.constantFrom(0, 1)), { minLength: 1, maxLength: 600 })
  .map((rows) => ({
    count: rows.length,
    x1: Float64Array.from(rows, (row) => row[0]),
    x2: Float64Array.from(rows, (row) => row[1]),
    y: Float64Array.from(rows, (row) => row[2]),
  }));

/** A network with parameters to match. */
export const networkAndParams = anyHidden.chain((hidden) => {
  const network = createNetwork(hidden);
  return fc
    .array(ordinary, { minLength: network.size, maxLength: network.size })
    .map((params) => ({ network, params: Float64Array.from(params) }));
});
