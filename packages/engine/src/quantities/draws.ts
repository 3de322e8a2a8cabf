/** Which draw of the random generator became which parameter. */
import { type Initializer, initializers } from "../nn/initializers.ts";
import type { Run } from "./run.ts";

/** Which draw became the parameter at an index, from 1: parameters that start at 0 take none. */
export function drawOf(run: Pick<Run, "experiment" | "network">, index: number): number {
  const { initializer } = run.experiment.network;
  if (initializer.name === "given") return 0;
  const { bounds }: Initializer = initializers[initializer.name];
  let draws = 0;
  for (const { fanIn, fanOut, weight, bias } of run.network.layers) {
    const both = bounds(fanIn, fanOut);
    for (const [from, to, bound] of [
      [weight, bias, both.weight],
      [bias, bias + fanOut, both.bias],
    ] as const) {
      if (index < to) return bound === undefined ? 0 : draws + index - from + 1;
      if (bound !== undefined) draws += to - from;
    }
  }
  return draws;
}
