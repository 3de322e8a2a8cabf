/** One number for each sample: z of a unit, or the loss. The same bits as training's. */
import { rowOf } from "../math/classes.ts";
import { blocked } from "./blocked/index.ts";
import type { Batch } from "./kernel.ts";
import type { Network } from "./network.ts";
import { trace } from "./trace.ts";

/** z of unit j of layer l, both counted from 1, for each sample of the batch. */
export function sumsOfEach(
  network: Network,
  params: Float64Array,
  { count, features }: Pick<Batch, "count" | "features">,
  l: number,
  j: number,
): Float64Array {
  // Only the layers up to this one, whose z then are those of an output.
  const upTo = { ...network, layers: network.layers.slice(0, l) };
  const sums = new Float64Array(count);
  blocked.forward(upTo, params, features, (rows, from, samples) => {
    sums.set(rows[l]!.subarray((j - 1) * samples, j * samples), from);
  });
  return sums;
}

/** ℓ of each sample. */
export function lossOfEach(network: Network, params: Float64Array, batch: Batch): Float64Array {
  const { head } = network;
  return Float64Array.from({ length: batch.count }, (_, s) => {
    const { z, outputs } = trace(network, params, rowOf(batch.features, s));
    return head.lossOf(z.at(-1)!, outputs, rowOf(batch.targets, s));
  });
}
