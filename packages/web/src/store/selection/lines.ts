/** The lines of the last hidden layer's neurons over a plane of the inputs: where z is 0. */
import { NEARLY_CONSTANT, totals } from "@neural-viz/engine";
import { networkOf, outputOf } from "../derived.ts";
import type { AppState } from "../store.ts";

/** A neuron's z in each cell, and the sign of its weight: where sign · z is positive, its term is larger. */
export interface NeuronLine {
  /** From 1. */
  readonly unit: number;
  readonly field: Float64Array;
  readonly sign: number;
}

export interface NeuronLines {
  readonly size: number;
  readonly lines: readonly NeuronLine[];
}

/** Cells along each side. */
const SIZE = 48;

type Seen = Pick<AppState, "experiment" | "snapshot" | "look">;

let last: { readonly params: Float64Array; readonly found: NeuronLines | undefined } | undefined;

/** The lines of neurons that aren't nearly constant; undefined without a hidden layer or over one input. */
export function linesOf(state: Seen): NeuronLines | undefined {
  const { params } = state.snapshot;
  if (last?.params !== params) last = { params, found: find(state) };
  return last.found;
}

function find(state: Seen): NeuronLines | undefined {
  const network = networkOf(state);
  const { params, picture } = state.snapshot;
  const l = network.layers.length;
  if (l === 1 || picture.axes.length === 1 || params.length !== network.size) return undefined;
  const j = outputOf(state);
  const { lines, ranges } = totals(network, params, { picture, size: SIZE, place: { l, j } });
  const { weight, fanIn } = network.layers[l - 1]!;
  return {
    size: SIZE,
    lines: lines
      .map((field, k) => ({ unit: k + 1, field, sign: Math.sign(params[weight + j * fanIn + k]!) }))
      .filter((_, k) => ranges[k]! >= NEARLY_CONSTANT),
  };
}
