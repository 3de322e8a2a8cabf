/**
 * The initial weights. Each random weight is w = u·(2·bound) − bound, with u uniform in [0, 1).
 *
 *   torch    nn.Linear's default: weights and biases uniform within 1/√in
 *   xavier   weights uniform within √(6 / (in + out)), biases 0   (Glorot & Bengio 2010)
 *   he       weights uniform within √(6 / in), biases 0           (He et al. 2015, for ReLU)
 *   zeros    everything 0: all units of a layer stay identical
 *
 * The bounds are computed by the same operations as in torch.nn.init, so that a seed gives the same weights in PyTorch.
 */
import { initializerNames } from "#text/labels";
import { entryOf } from "../math/registry.ts";
import type { Random } from "../math/random.ts";
import type { Network } from "./network.ts";

export interface Initializer {
  readonly label: string;
  /** TeX of the bound for weights. */
  readonly symbols: string;
  /** The bounds for weights and for biases. Undefined means 0 without a random draw. */
  readonly bounds: (
    fanIn: number,
    fanOut: number,
  ) => { weight: number | undefined; bias: number | undefined };
  /** The same in PyTorch, with biases of 0; undefined for nn.Linear's default. */
  readonly torch: string | undefined;
}

/** Every initializer by its name. */
export const initializers = {
  torch: {
    label: initializerNames.torch,
    symbols: "1/\\sqrt{n_\\text{in}}",
    bounds: (fanIn) => ({
      // kaiming_uniform_ with a = √5, whose gain is √(2 / (1 + a²)) = √⅓
      weight: Math.sqrt(3) * (Math.sqrt(2 / (1 + Math.sqrt(5) * Math.sqrt(5))) / Math.sqrt(fanIn)),
      bias: 1 / Math.sqrt(fanIn),
    }),
    torch: undefined,
  },
  xavier: {
    label: initializerNames.xavier,
    symbols: "\\sqrt{6/(n_\\text{in} + n_\\text{out})}",
    bounds: (fanIn, fanOut) => ({
      weight: Math.sqrt(3) * Math.sqrt(2 / (fanIn + fanOut)),
      bias: undefined,
    }),
    torch: "nn.init.xavier_uniform_(layer.weight)",
  },
  he: {
    label: initializerNames.he,
    symbols: "\\sqrt{6/n_\\text{in}}",
    bounds: (fanIn) => ({ weight: Math.sqrt(3) * (Math.sqrt(2) / Math.sqrt(fanIn)), bias: undefined }),
    torch: 'nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu")',
  },
  zeros: {
    label: initializerNames.zeros,
    symbols: "0",
    bounds: () => ({ weight: undefined, bias: undefined }),
    torch: "nn.init.zeros_(layer.weight)",
  },
} satisfies Record<string, Initializer>;

/** The name of an initializer: torch, xavier, he, or zeros. */
export type InitializerName = keyof typeof initializers;

/** Initial parameters, drawn layer by layer, each weight matrix row by row, then its bias. */
export function initialize(network: Network, name: InitializerName, random: Random): Float64Array {
  const params = new Float64Array(network.size);
  const { bounds } = entryOf<Initializer>(initializers, name, "initializer");
  const fill = (from: number, to: number, bound: number | undefined): void => {
    if (bound === undefined) return;
    for (let i = from; i < to; i++) params[i] = random.uniform() * (2 * bound) - bound;
  };
  for (const { fanIn, fanOut, weight, bias } of network.layers) {
    const bound = bounds(fanIn, fanOut);
    fill(weight, bias, bound.weight);
    fill(bias, bias + fanOut, bound.bias);
  }
  return params;
}
