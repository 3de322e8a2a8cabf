/** Forward alone over the inputs of many samples, block by block, up to z of the outputs. */
import type { Columns } from "../../math/classes.ts";
import type { BlockObserver } from "../kernel.ts";
import type { Network } from "../network.ts";
import { WIDTH } from "../head.ts";
import { createPasses, createRows, fillInputs } from "./passes.ts";

export function forward(
  network: Network,
  params: Float64Array,
  features: Columns,
  onBlock: BlockObserver,
): void {
  const count = features[0]!.length;
  const passes = createPasses(network);
  const rows = createRows(network, Math.min(WIDTH, count));
  for (let from = 0; from < count; from += WIDTH) {
    const n = Math.min(WIDTH, count - from);
    fillInputs(rows, features, from, n);
    passes.forward(params, rows, n);
    onBlock(rows, from, n);
  }
}
