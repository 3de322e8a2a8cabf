/** One number for each sample: z of a unit, or the loss. The same bits as training's. */
import { type Columns, rowOf } from "../math/classes.ts";
import { activationOf } from "./activations.ts";
import { blocked } from "./blocked/index.ts";
import type { Batch } from "./kernel.ts";
import { firstLayers, type Network } from "./network.ts";
import { trace } from "./trace.ts";

/** z of every unit of layer l, from 1, for each sample: one column for each unit. */
export function sumsOfLayer(
  network: Network,
  params: Float64Array,
  features: Columns,
  l: number,
): Float64Array[] {
  const units = network.layers[l - 1]!.fanOut;
  const sums = Array.from({ length: units }, () => new Float64Array(features[0]!.length));
  blocked.forward(firstLayers(network, l), params, features, (rows, from, samples) => {
    sums.forEach((column, j) => column.set(rows[l]!.subarray(j * samples, (j + 1) * samples), from));
  });
  return sums;
}

/** a of every unit of hidden layer l, from 1, for each sample: one column for each unit. */
export function activationsOfLayer(
  network: Network,
  params: Float64Array,
  features: Columns,
  l: number,
): Float64Array[] {
  const { f } = activationOf(network.layers[l - 1]!);
  return sumsOfLayer(network, params, features, l).map((z) => z.map(f));
}

/** z of unit j of layer l, both counted from 1, for each sample of the batch. */
export function sumsOfEach(
  network: Network,
  params: Float64Array,
  { features }: Pick<Batch, "count" | "features">,
  l: number,
  j: number,
): Float64Array {
  return sumsOfLayer(network, params, features, l)[j - 1]!;
}

/** ℓ of each sample. */
export function lossOfEach(network: Network, params: Float64Array, batch: Batch): Float64Array {
  const { head } = network;
  return Float64Array.from({ length: batch.count }, (_, s) => {
    const { z, outputs } = trace(network, params, rowOf(batch.features, s));
    return head.lossOf(z.at(-1)!, outputs, rowOf(batch.targets, s));
  });
}
