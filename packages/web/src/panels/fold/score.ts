/** What the sheet is cut by: z of an output or, among classes, how far it is above another's. */
import type { Network } from "@neural-viz/engine";
import type { CSSProperties } from "react";
import { sumName } from "../../ui/quantity/names.ts";

export interface Score {
  /** From 0. */
  readonly output: number;
  /** Among several classes the one it is compared with, from 0: the boundary is where both are equal. */
  readonly against: number | undefined;
}

/** The score from one number for each output. */
export function scoreIn(ofEach: (output: number) => number, { output, against }: Score): number {
  return against === undefined ? ofEach(output) : ofEach(output) - ofEach(against);
}

/** The weights of the score over the last hidden layer, and its bias. */
export function weightsOf({ layers }: Network, params: Float64Array, score: Score) {
  const { weight, bias, fanIn } = layers.at(-1)!;
  return {
    weights: Float64Array.from({ length: fanIn }, (_, i) =>
      scoreIn((j) => params[weight + j * fanIn + i]!, score),
    ),
    bias: scoreIn((j) => params[bias + j]!, score),
  };
}

/** The colors of both signs: of two classes compared, their own. */
export function tintsOf({ output, against }: Score): CSSProperties {
  if (against === undefined) return {};
  const mark = (label: number): string => `var(--mark-${label})`;
  return { "--above": mark(output), "--below": mark(against) } as CSSProperties;
}

/** The score in plain characters. */
export function scoreName(network: Network, { output, against }: Score): string {
  const of = (j: number): string => sumName(network, network.layers.length, j);
  return against === undefined ? of(output) : `${of(output)} − ${of(against)}`;
}
