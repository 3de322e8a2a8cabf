/** The known mistakes of a reported loss: each is a factor of L. */
import { bugNames } from "#text/bugs";
import type { Network } from "../../nn/network.ts";

/** A mistake of the loss. */
export interface LossMistake {
  readonly name: string;
  readonly label: string;
  /** The factors that the loss may be off by, with `count` points; each is a loop of its own. */
  readonly factors: (network: Network) => ((count: number) => number)[];
}

export const lossMistakes: readonly LossMistake[] = [
  {
    name: "lossSummed",
    label: bugNames.lossSummed,
    factors: () => [(count) => count],
  },
  {
    name: "lossHalved",
    label: bugNames.lossHalved,
    factors({ head, layers }) {
      const m = layers.at(-1)!.fanOut;
      // mse is Σ/m and squaredError is Σ/2: with or without the ½, with or without the 1/m, or one for the other.
      const all =
        head.loss === "mse" ? [1 / 2, m, m / 2] : head.loss === "squaredError" ? [2, 1 / m, 2 / m] : [];
      return all.filter((factor) => factor !== 1).map((factor) => () => factor);
    },
  },
];
