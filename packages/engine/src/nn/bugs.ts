/**
 * A copy of backprop into which one well-known mistake can be planted, to learn what it does and how it is found.
 *
 * The engine's own backprop (propagation.ts) knows nothing of it. Without a mistake this copy does the same sums in the
 * same order and gives the same bits.
 */
import { entryOf } from "../math/registry.ts";
import { activations } from "./activations.ts";
import type { Network } from "./network.ts";
import type { Batch } from "./propagation.ts";
import { trace } from "./trace.ts";

interface Bug {
  readonly label: string;
  /** One sentence: what is done wrong. */
  readonly words: string;
  /** The layers it can sit in: a hidden one, one before a real matrix, any, or all at once. */
  readonly where: "hidden" | "matrix" | "any" | "all";
}

/** The mistakes that can be planted in a copy of backprop, by their names. */
export const bugs = {
  slopeForgotten: {
    label: "f′ forgotten",
    words: "The blame of a hidden layer is not multiplied by its local slope f′(z).",
    where: "hidden",
  },
  transposed: {
    label: "Weights transposed",
    words: "The blame comes back to a hidden layer through the next weights with rows and columns exchanged.",
    where: "matrix",
  },
  summed: {
    label: "Sum instead of mean",
    words: "The gradients of all points are added and not divided by how many there are.",
    where: "all",
  },
  biasForgotten: {
    label: "Bias forgotten",
    words: "The biases of a layer get no gradient and never move.",
    where: "any",
  },
  signFlipped: {
    label: "Sign flipped",
    words: "The blame of the output is y − ŷ instead of ŷ − y.",
    where: "all",
  },
  notCleared: {
    label: "Gradients not cleared",
    words: "Every update adds its gradient to those of all updates before, as without zero_grad().",
    where: "all",
  },
} as const satisfies Record<string, Bug>;

/** What a mistake that can be planted is called. */
export type BugName = keyof typeof bugs;

/** A mistake, and the layer it is planted in. */
export interface PlantedBug {
  readonly name: BugName;
  /** From 1; the layer it sits in, when it sits in one. */
  readonly layer: number;
}

/** The layers, from 1, in which a mistake can be planted; for one that is in all, the output. */
export function placesOfBug({ layers }: Network, name: BugName): number[] {
  const all = layers.map((_, l) => l + 1);
  switch (entryOf<Bug>(bugs, name, "planted bug").where) {
    case "hidden":
      return all.slice(0, -1);
    case "matrix":
      // A single row or column is the same the other way round.
      return all.filter((l) => (layers[l]?.fanIn ?? 0) > 1 && layers[l]!.fanOut > 1);
    case "any":
      return all;
    case "all":
      return all.slice(-1);
  }
}

/** ∂L/∂w as backprop with this mistake finds it; `before` is what the last update used. */
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
    // Layer l, counted from 1, is the one that the blame comes back to.
    const here = bug?.layer === l ? bug.name : undefined;
    const { slope } = activations[layers[l - 1]!.activation];
    const blame = new Float64Array(fanIn);
    for (let k = 0; k < fanIn; k++) {
      let sum = 0;
      for (let j = 0; j < fanOut; j++) {
        const place = here === "transposed" ? k * fanOut + j : j * fanIn + k;
        sum += params[weight + place]! * delta[j]!;
      }
      blame[k] = here === "slopeForgotten" ? sum : sum * slope(a[l - 1]![k]!);
    }
    delta = blame;
  }
}
