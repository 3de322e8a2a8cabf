/** What all derivations are made of: leaves, expressions, and reading a run's data, units and parameters by their numbers. */
import type { Expression } from "../math/expression.ts";
import { counted, short } from "../math/sentence.ts";
import { type Layer, parameterIndex } from "../nn/network.ts";
import { labelledTrace, type LabelledTrace, trace, type Trace } from "../nn/trace.ts";
import { type Id, idText, parseId, type Point } from "./ids.ts";
import type { Derivation, Run, State } from "./state.ts";

/** An id that means nothing in this run. The message is one sentence: what is wrong, and what would be right. */
export class UnknownQuantity extends Error {
  override name = "UnknownQuantity";
}

/** Reads the text of an id. @throws UnknownQuantity with one sentence that shows a right one. */
export function readId(text: string): Id {
  let id: Id | undefined;
  try {
    id = parseId(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UnknownQuantity(`${short(text)}: ${error.message}.`);
    throw error;
  }
  if (id !== undefined) return id;
  const hint = /@/.test(text) || /^(x|y|init|rng)/.test(text) ? "" : ` Most ids end in @t, the updates done.`;
  throw new UnknownQuantity(
    `“${short(text)}” is no id; W.1.2.1@42, a.1.2[18]@42, L@0 and x[18].1 are.${hint}`,
  );
}

export const leaf = (value: number, words: string, origin: string): Derivation => ({
  value,
  expression: undefined,
  words,
  origin,
});

export const derived = (value: number, words: string, expression: Expression): Derivation => ({
  value,
  expression,
  words,
  origin: undefined,
});

/** The coordinates of a point. */
export function placeOf(run: Pick<Run, "samples">, point: Point): readonly [x1: number, x2: number] {
  const { samples } = run;
  switch (point.kind) {
    case "sample": {
      const s = point.s - 1;
      if (s < 0 || s >= samples.count) {
        throw new UnknownQuantity(
          `There is no sample ${point.s}; samples are 1 to ${samples.count}, so [1] is one.`,
        );
      }
      return [samples.x1[s]!, samples.x2[s]!];
    }
    case "probe":
      return [point.x1, point.x2];
    case "cell": {
      const { row, column, size } = point;
      if (row < 1 || column < 1 || row > size || column > size) {
        throw new UnknownQuantity(
          `There is no cell ${row},${column} in a picture of ${size} by ${size}; [cell 1,1,${size}] is one.`,
        );
      }
      return [(column - 1 + 0.5) / size, 1 - (row - 1 + 0.5) / size];
    }
  }
}

export function labelOf(run: Run, point: Point): number {
  if (point.kind !== "sample") {
    throw new UnknownQuantity("Only samples have labels, losses and gradients; y[1] is one.");
  }
  placeOf(run, point);
  return run.samples.y[point.s - 1]!;
}

/** The place of a parameter in the parameter vector. @throws UnknownQuantity */
export function indexOf(run: Pick<Run, "network">, name: string): number {
  const index = parameterIndex(run.network, name);
  if (index === undefined) {
    const shape = [2, ...run.network.layers.map(({ fanOut }) => fanOut)].join("-");
    throw new UnknownQuantity(`${name} is no parameter of this ${shape} network; W.1.1.1 and b.1.1 are.`);
  }
  return index;
}

/** l, j and for a weight k, from 1. */
export function placesOf(name: string): readonly [l: number, j: number, k: number | undefined] {
  const [, l, j, k] = name.split(".");
  return [Number(l), Number(j), k === undefined ? undefined : Number(k)];
}

export function traceOf(run: Run, point: Point, state: State): Trace {
  const [x1, x2] = placeOf(run, point);
  return trace(run.network, state.params, x1, x2);
}

export function labelledTraceOf(run: Run, point: Point, state: State): LabelledTrace {
  const y = labelOf(run, point);
  const [x1, x2] = placeOf(run, point);
  return labelledTrace(run.network, state.params, x1, x2, y);
}

export function layerOf(
  run: Pick<Run, "network">,
  id: { readonly l: number; readonly j: number } & Id,
): Layer {
  const layer = run.network.layers[id.l - 1];
  if (layer === undefined || id.j < 1 || id.j > layer.fanOut) {
    const shape = [2, ...run.network.layers.map(({ fanOut }) => fanOut)].join("-");
    throw new UnknownQuantity(
      `${idText(id)} names no unit of this ${shape} network; layers and units count from 1, ${id.kind === "slope" ? "z" : id.kind}.1.1[1]@0 is one.`,
    );
  }
  return layer;
}

/** A term for each of the samples at these places. */
export function everySample(places: Int32Array, term: (point: Point) => Expression): Expression[] {
  return Array.from(places, (place) => term({ kind: "sample", s: place + 1 }));
}

/** Whose mean the gradient after t updates is: "all 200 points", or "the 16 points of the next update". */
export function lookedAt({ batches }: Run, t: number): string {
  const { length } = batches.at(t);
  return batches.perEpoch === 1 ? allPoints(length) : `the ${counted(length, "point")} of the next update`;
}

/** All of so many points: "all 200 points", or "the only point". */
export function allPoints(count: number): string {
  return count === 1 ? "the only point" : `all ${count} points`;
}

/** What belongs to an update is asked for before there was one. */
export function beforeFirstUpdate(run: Run, name: string): UnknownQuantity {
  const instead = run.last === 0 ? "this run has no updates" : `${name}@1 is the first`;
  return new UnknownQuantity(`${name}@0 is before the first update; ${instead}.`);
}
