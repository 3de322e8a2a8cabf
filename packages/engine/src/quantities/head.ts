/**
 * What is written and said of an output head: how its outputs, losses and error signals follow from other quantities, and
 * the common mistakes of somebody who works them out by hand. What a head computes is in nn/heads/.
 */
import type { QuantityId } from "../ids/kind.ts";
import type { Moment } from "../ids/moment.ts";
import type { Point } from "../ids/point.ts";
import { ids } from "../ids/index.ts";
import type { Expression } from "../math/expression.ts";
import type { Message } from "../text/message.ts";
import type { CommonMistake } from "./origin.ts";
import { outputOf, outputsOf, outputZ, targetOf } from "./parts.ts";
import type { Run } from "./run.ts";

/** The ids of the quantities around the outputs at one point. Outputs count from 1. */
export interface Refs {
  readonly outputs: readonly number[];
  /** The output that stands for the class of the sample, from 1; undefined where there is no label. */
  readonly own: number | undefined;
  readonly z: (j: number) => QuantityId;
  readonly y: (j: number) => QuantityId;
  readonly output: (j: number) => QuantityId;
  readonly ez: (j: number) => QuantityId;
  readonly delta: (j: number) => QuantityId;
  readonly zmax: QuantityId;
  readonly rest: QuantityId;
  readonly total: QuantityId;
  readonly ell: QuantityId;
}

/** The ids around the outputs at a point after t updates. */
export function refsOf(run: Run, point: Point, t: Moment): Refs {
  const { samples, network } = run;
  const labelled = point.kind === "sample" && point.s >= 1 && point.s <= samples.count;
  const own =
    labelled && samples.kind === "classes"
      ? samples.targets.findIndex((column) => column[point.s - 1] === 1) + 1
      : undefined;
  return {
    outputs: outputsOf(run),
    own,
    z: (j) => outputZ(run, j, point, t),
    y: (j) => targetOf(run, j, point),
    output: (j) => outputOf(run, j, point, t),
    ez: (j) => ids.ez.of(j, point, t),
    delta: (j) => ids.delta.of(network.layers.length, j, point, t),
    zmax: ids.zmax.of(point, t),
    rest: ids.S.of(point, t),
    total: ids.Z.of(point, t),
    ell: ids.ell.of(point, t),
  };
}

/** A number that somebody works out by hand, and the values of what it is made of. */
interface Worked {
  readonly refs: Refs;
  readonly value: number;
  /** The value of an expression over ids of the run. */
  readonly at: (part: Expression) => number;
}

/** One part of a head: how it follows, a caption, and common mistakes. */
interface Part {
  readonly expression: Expression;
  readonly caption: Message;
  readonly commonMistakes: (worked: Worked) => readonly CommonMistake[];
}

/** What is written and said of a head. */
export interface HeadWriting {
  readonly output: (refs: Refs, j: number) => Part;
  readonly loss: (refs: Refs) => Part;
  /** ℓ as a person computes it, from the outputs: as an expression, and as TeX of the definition. */
  readonly textbookLoss: (refs: Refs) => { readonly expression: Expression; readonly symbols: string };
  readonly delta: (refs: Refs, j: number) => Part;
  /** The confidence of cross-entropy; undefined where there is none. */
  readonly confidence: ((refs: Refs) => Expression) | undefined;
  /** What is computed from z of output j, one step forward: besides the loss, where there is one. */
  readonly usesOfZ: (refs: Refs, j: number) => readonly QuantityId[];
  /** Whether the loss is computed from z of output j, and whether from the outputs. */
  readonly lossFromZ: (refs: Refs, j: number) => boolean;
  readonly lossFromOutputs: boolean;
}
