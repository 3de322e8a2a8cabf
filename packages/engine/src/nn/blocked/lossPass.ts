/**
 * The loss alone: forward passes without a backward pass, with the same bits as the evaluator's loss.
 *
 * Every layer's rows stay in memory between passes. If two passes differ in a few parameters, as in a gradient check,
 * only the units that depend on them are computed again; all others already hold the same bits.
 */
import type { Batch, BlockObserver } from "../kernel.ts";
import type { Layer, Network } from "../network.ts";
import { WIDTH } from "../head.ts";
import { createPasses, createRows, fillInputs } from "./passes.ts";

/** L over all samples as a function of the parameters. The samples must not change. A pass allocates nothing. */
export function createLossPass(
  network: Network,
  batch: Batch,
  onBlock: BlockObserver = () => {},
): (params: Float64Array) => number {
  const { count, features, targets } = batch;
  const { head, layers } = network;
  const passes = createPasses(network);
  const blocks = Array.from({ length: Math.ceil(count / WIDTH) }, (_, b) => {
    const from = b * WIDTH;
    const samples = Math.min(WIDTH, count - from);
    const rows = createRows(network, samples);
    fillInputs(rows, features, from, samples);
    return { from, samples, rows, z: rows.at(-1)! };
  });
  const stale = createStale(network);
  return (params) => {
    stale.update(params);
    let sum = 0;
    for (const { from, samples, rows, z } of blocks) {
      for (let l = 0; l < layers.length; l++) {
        const first = stale.first[l]!;
        const end = stale.end[l]!;
        if (first < end) passes.layer(params, rows, samples, l, first, end);
      }
      sum = head.addLosses(sum, z, samples, from, targets);
      onBlock(rows, from, samples);
    }
    return sum / count;
  };
}

/** Tracks the units that must be computed again: those whose parameters changed, and all units of later layers. */
function createStale({ layers, size }: Network) {
  const before = new Float64Array(size);
  const first = new Int32Array(layers.length);
  const end = new Int32Array(layers.length);
  let fresh = true;

  /** Whether a unit's parameters changed. It compares bits, so −0 differs from 0. */
  function differs({ fanIn, weight, bias }: Layer, params: Float64Array, unit: number): boolean {
    const row = weight + unit * fanIn;
    for (let i = row; i < row + fanIn; i++) if (!Object.is(params[i], before[i])) return true;
    return !Object.is(params[bias + unit], before[bias + unit]);
  }

  return {
    /** The units first[l] … end[l] − 1 of layer l, counted from 0, must be computed again. */
    first,
    end,
    update(params: Float64Array): void {
      let all = fresh;
      layers.forEach((layer, l) => {
        let from = 0;
        let to = layer.fanOut;
        if (!all) {
          while (from < to && !differs(layer, params, from)) from += 1;
          while (to > from && !differs(layer, params, to - 1)) to -= 1;
          all = from < to;
        }
        first[l] = from;
        end[l] = to;
      });
      before.set(params);
      fresh = false;
    },
  };
}
