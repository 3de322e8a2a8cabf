/** The random draw that each parameter was made from. */
import { type Initializer, initializers } from "../nn/initializers.ts";
import type { Run } from "./run.ts";

/** The number of the draw, from 1, for the parameter at an index; 0 for a parameter that wasn't drawn. */
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
