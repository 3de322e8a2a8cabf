/** Dead ReLUs: units that output 0 for every sample, so that no gradient reaches their weights. */
import { rowOf } from "../math/classes.ts";
import type { Batch } from "../nn/kernel.ts";
import type { Network, Unit } from "../nn/network.ts";
import { trace } from "../nn/trace.ts";

/** The hidden ReLU units that output 0 for all of these samples, layer by layer. */
export function deadUnits(network: Network, params: Float64Array, samples: Batch): Unit[] {
  const candidates = network.layers
    .slice(0, -1)
    .flatMap(({ activation, fanOut }, l) =>
      Array.from({ length: activation === "relu" ? fanOut : 0 }, (_, j) => ({ layer: l + 1, unit: j + 1 })),
    );
  let dead = candidates;
  for (let s = 0; s < samples.count && dead.length > 0; s++) {
    const { a } = trace(network, params, rowOf(samples.features, s));
    dead = dead.filter(({ layer, unit }) => a[layer - 1]![unit - 1] === 0);
  }
  return dead;
}
