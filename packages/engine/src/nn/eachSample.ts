/** One number for each sample, in one pass over blocks: z of a unit, or the loss. The bits are the same as training's. */
import { affine, WIDTH } from "./dense.ts";
import { crossEntropy } from "./loss.ts";
import type { Network } from "./network.ts";
import { type Batch, createRows, fillInputs, forwardLayer } from "./propagation.ts";

/** z of unit j of layer l, both counted from 1, for each sample of the batch. */
export function sumsOfEach(
  network: Network,
  params: Float64Array,
  batch: Batch,
  l: number,
  j: number,
): Float64Array {
  const { layers } = network;
  const layer = layers[l - 1]!;
  const a = createRows(network, Math.min(WIDTH, batch.count));
  const sums = new Float64Array(batch.count);
  for (let from = 0; from < batch.count; from += WIDTH) {
    const n = Math.min(WIDTH, batch.count - from);
    fillInputs(a, batch, from, n);
    for (let i = 0; i < l - 1; i++) forwardLayer(network, params, a, n, i, 0, layers[i]!.fanOut);
    affine(layer, params, a[l - 1]!, a[l]!, n, j - 1, j);
    sums.set(a[l]!.subarray((j - 1) * n, j * n), from);
  }
  return sums;
}

/** ℓ of each sample, in nats. */
export function lossOfEach(network: Network, params: Float64Array, batch: Batch): Float64Array {
  return sumsOfEach(network, params, batch, network.layers.length, 1).map((z, s) =>
    crossEntropy(z, batch.y[s]!),
  );
}
