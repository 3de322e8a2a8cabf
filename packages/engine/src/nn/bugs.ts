/**
 * A copy of backprop in which one well-known bug can be planted, to see what the bug does and how to find it.
 *
 * The engine's own backprop (propagation.ts) is separate. Without a bug this copy does the same sums in the same order
 * and gives the same bits.
 */
import { bugDescriptions, bugNames } from "#text/bugs";
import { entryOf } from "../math/registry.ts";
import type { Message } from "../text/message.ts";
import { activations } from "./activations.ts";
import type { Network } from "./network.ts";
import type { Batch } from "./propagation.ts";
import { trace } from "./trace.ts";

interface Bug {
  readonly label: string;
  /** What the buggy code does wrong. */
  readonly description: Message;
  /** The layers it can be in: a hidden layer, a layer before a matrix with several rows and columns, any layer, or all at once. */
  readonly where: "hidden" | "matrix" | "any" | "all";
}

/** The bugs that can be planted in a copy of backprop, by name. */
export const bugs = {
  slopeForgotten: {
    label: bugNames.slopeForgotten,
    description: bugDescriptions.slopeForgotten(),
    where: "hidden",
  },
  transposed: {
    label: bugNames.transposed,
    description: bugDescriptions.transposed(),
    where: "matrix",
  },
  summed: {
    label: bugNames.summed,
    description: bugDescriptions.summed(),
    where: "all",
  },
  biasForgotten: {
    label: bugNames.biasForgotten,
    description: bugDescriptions.biasForgotten(),
    where: "any",
  },
  signFlipped: {
    label: bugNames.signFlipped,
    description: bugDescriptions.signFlipped(),
    where: "all",
  },
  notCleared: {
    label: bugNames.notCleared,
    description: bugDescriptions.notCleared(),
    where: "all",
  },
} as const satisfies Record<string, Bug>;

/** The name of a bug that can be planted. */
export type BugName = keyof typeof bugs;

/** A bug, and the layer it is planted in. */
export interface PlantedBug {
  readonly name: BugName;
  /** From 1. It has no effect for a bug that is in all layers. */
  readonly layer: number;
}

/** The layers, from 1, in which a bug can be planted. For a bug that is in all layers, it's the output layer. @throws ExperimentError */
export function layersForBug({ layers }: Network, name: BugName): number[] {
  const all = layers.map((_, l) => l + 1);
  switch (entryOf<Bug>(bugs, name, "planted bug").where) {
    case "hidden":
      return all.slice(0, -1);
    case "matrix":
      // Transposing a single row or column changes nothing.
      return all.filter((l) => (layers[l]?.fanIn ?? 0) > 1 && layers[l]!.fanOut > 1);
    case "any":
      return all;
    case "all":
      return all.slice(-1);
  }
}

/** ∂L/∂w as backprop with this bug computes it. `before` is the gradient that the last update used. */
export function buggyGradient(
  network: Network,
  { count, x1, x2, y }: Batch,
  params: Float64Array,
  bug: PlantedBug | undefined,
  before?: Float64Array,
): Float64Array {
  const gradient = new Float64Array(network.size);
  for (let s = 0; s < count; s++) addSample(network, params, x1[s]!, x2[s]!, y[s]!, bug, gradient);
  if (bug?.name !== "summed") for (let i = 0; i < gradient.length; i++) gradient[i]! /= count;
  if (bug?.name === "biasForgotten") {
    const { bias, fanOut } = network.layers[bug.layer - 1]!;
    gradient.fill(0, bias, bias + fanOut);
  }
  if (bug?.name === "notCleared" && before !== undefined) {
    for (let i = 0; i < gradient.length; i++) gradient[i]! += before[i]!;
  }
  return gradient;
}

/** Adds one sample's ∂ℓ/∂w. */
function addSample(
  network: Network,
  params: Float64Array,
  x1: number,
  x2: number,
  y: number,
  bug: PlantedBug | undefined,
  gradient: Float64Array,
): void {
  const { layers } = network;
  const { a, probability } = trace(network, params, x1, x2);
  let delta = Float64Array.of(bug?.name === "signFlipped" ? y - probability : probability - y);
  for (let l = layers.length - 1; l >= 0; l--) {
    const { fanIn, fanOut, weight, bias } = layers[l]!;
    const inputs = l === 0 ? [x1, x2] : a[l - 1]!;
    for (let j = 0; j < fanOut; j++) {
      for (let k = 0; k < fanIn; k++) gradient[weight + j * fanIn + k]! += delta[j]! * inputs[k]!;
      gradient[bias + j]! += delta[j]!;
    }
    if (l === 0) return;
    // Next comes the δ of layer l, counted from 1.
    const here = bug?.layer === l ? bug.name : undefined;
    const { slope } = activations[layers[l - 1]!.activation];
    const back = new Float64Array(fanIn);
    for (let k = 0; k < fanIn; k++) {
      let sum = 0;
      for (let j = 0; j < fanOut; j++) {
        const entry = here === "transposed" ? k * fanOut + j : j * fanIn + k;
        sum += params[weight + entry]! * delta[j]!;
      }
      back[k] = here === "slopeForgotten" ? sum : sum * slope(a[l - 1]![k]!);
    }
    delta = back;
  }
}
