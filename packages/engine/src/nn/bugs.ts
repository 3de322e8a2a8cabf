/**
 * A copy of backprop in which one well-known bug can be planted, to see what the bug does and how to find it.
 *
 * The engine's own backprop knows nothing of it. Without a bug this copy does the same sums in the same order and gives
 * the same bits.
 */
import { bugDescriptions, bugNames } from "#text/bugs";
import { rowOf } from "../math/classes.ts";
import { entryOf } from "../math/registry.ts";
import type { Message } from "../text/message.ts";
import { type ActivationName, activationOf, activations } from "./activations.ts";
import type { Network } from "./network.ts";
import type { Goal } from "./objective.ts";
import { createPenalty } from "./penalty.ts";
import { trace } from "./trace.ts";

interface Bug {
  readonly label: string;
  /** What the buggy code does wrong. */
  readonly description: Message;
  /** The layers it can be in: a hidden layer, a layer before a matrix with several rows and columns, any layer, or all at once. */
  readonly where: "hidden" | "matrix" | "any" | "all";
  /** The networks it can sit in, where that isn't every one. */
  readonly applies?: (network: Network) => boolean;
}

const isSquared = ({ head }: Network): boolean => head.loss !== "crossEntropy";

/** The bugs that can be planted in a copy of backprop, by their names. */
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
  wrongActivation: {
    label: bugNames.wrongActivation,
    description: bugDescriptions.wrongActivation(),
    where: "hidden",
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
  outputSlopeMissing: {
    label: bugNames.outputSlopeMissing,
    description: bugDescriptions.outputSlopeMissing(),
    where: "all",
    applies: (network: Network) => isSquared(network) && network.head.activation !== "identity",
  },
  outputSlopeDoubled: {
    label: bugNames.outputSlopeDoubled,
    description: bugDescriptions.outputSlopeDoubled(),
    where: "all",
    applies: (network: Network) => !isSquared(network),
  },
  targetForgotten: {
    label: bugNames.targetForgotten,
    description: bugDescriptions.targetForgotten(),
    where: "all",
  },
  previousBatch: {
    label: bugNames.previousBatch,
    description: bugDescriptions.previousBatch(),
    where: "all",
  },
  lossSummed: {
    label: bugNames.lossSummed,
    description: bugDescriptions.lossSummed(),
    where: "all",
  },
  lossHalved: {
    label: bugNames.lossHalved,
    description: bugDescriptions.lossHalved(),
    where: "all",
    applies: isSquared,
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

/** The layers, from 1, in which a bug can be planted; for one that is in all, the output. `perEpoch` is how many batches there are. */
export function layersForBug(network: Network, name: BugName, perEpoch = 1): number[] {
  const { layers } = network;
  if (name === "previousBatch" && perEpoch === 1) return [];
  const bug = entryOf<Bug>(bugs, name, "planted bug");
  if (bug.applies?.(network) === false) return [];
  const all = layers.map((_, l) => l + 1);
  switch (bug.where) {
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

/** ∂J/∂w as backprop with this bug finds it; `before` is what the last update used. */
export function buggyGradient(
  { network, batch, regularization }: Goal,
  params: Float64Array,
  bug: PlantedBug | undefined,
  before?: Float64Array,
): Float64Array {
  const gradient = new Float64Array(network.size);
  const { count, features, targets } = batch;
  for (let s = 0; s < count; s++) {
    addSample(network, params, rowOf(features, s), rowOf(targets, s), bug, gradient);
  }
  if (bug?.name !== "summed") for (let i = 0; i < gradient.length; i++) gradient[i]! /= count;
  createPenalty(network, regularization).addTo(gradient, params);
  if (bug?.name === "biasForgotten") {
    const { bias, fanOut } = network.layers[bug.layer - 1]!;
    gradient.fill(0, bias, bias + fanOut);
  }
  if (bug?.name === "notCleared" && before !== undefined) {
    for (let i = 0; i < gradient.length; i++) gradient[i]! += before[i]!;
  }
  return gradient;
}

/** The loss that a loop with this bug reports for `count` points, if the correct one is `loss`. */
export function buggyLoss({ head }: Network, loss: number, count: number, bug: PlantedBug): number {
  if (bug.name === "lossSummed") return loss * count;
  if (bug.name === "lossHalved") return head.loss === "squaredError" ? 2 * loss : loss / 2;
  return loss;
}

/** δ of the outputs of one sample. */
function outputDelta(
  { head }: Network,
  outputs: Float64Array,
  targets: Float64Array,
  bug: PlantedBug | undefined,
): Float64Array {
  const right = head.deltaOf(outputs, targets);
  if (bug?.name === "signFlipped") return right.map((delta) => -delta);
  if (bug?.name === "targetForgotten") return head.deltaOf(outputs, new Float64Array(targets.length));
  if (bug?.name === "outputSlopeDoubled") {
    return right.map((delta, j) => delta * (outputs[j]! * (1 - outputs[j]!)));
  }
  if (bug?.name === "outputSlopeMissing") {
    const error = outputs.map((y, j) => y - targets[j]!);
    return head.loss === "mse" ? error.map((e) => (2 * e) / error.length) : error;
  }
  return right;
}

/** The slope that `wrongActivation` takes for that of an activation: tanh's, or for tanh the sigmoid's. */
function otherSlope(name: ActivationName): (a: number) => number {
  return activations[name === "tanh" ? "sigmoid" : "tanh"].slope;
}

/** Adds one sample's ∂ℓ/∂w. */
function addSample(
  network: Network,
  params: Float64Array,
  features: Float64Array,
  targets: Float64Array,
  bug: PlantedBug | undefined,
  gradient: Float64Array,
): void {
  const { layers } = network;
  const { a, outputs } = trace(network, params, features);
  let delta = outputDelta(network, outputs, targets, bug);
  for (let l = layers.length - 1; l >= 0; l--) {
    const { fanIn, fanOut, weight, bias } = layers[l]!;
    const inputs = l === 0 ? features : a[l - 1]!;
    for (let j = 0; j < fanOut; j++) {
      for (let k = 0; k < fanIn; k++) gradient[weight + j * fanIn + k]! += delta[j]! * inputs[k]!;
      gradient[bias + j]! += delta[j]!;
    }
    if (l === 0) return;
    // Next comes the δ of layer l, counted from 1.
    const here = bug?.layer === l ? bug.name : undefined;
    const layer = layers[l - 1]!;
    const slope =
      here === "wrongActivation" ? otherSlope(layer.activation as ActivationName) : activationOf(layer).slope;
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
