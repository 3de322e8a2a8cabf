/** The run of an exercise, and the numbers that are stated because others are computed from them. */
import { exercises as text } from "#text/exercises";
import { idOf } from "../ids/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { InputError } from "../math/errors.ts";
import { idsOf } from "../math/expression.ts";
import { derive } from "../quantities/index.ts";
import { createRun, type Run } from "../quantities/run.ts";
import { recordingOf } from "../session/recording.ts";
import { type Exercise, MAX_POINTS } from "./exercise.ts";

/** The run of an exercise up to the update that it asks for. */
export function runOf({ experiment, t }: Pick<Exercise, "experiment" | "t">): Run {
  const recording = recordingOf(experiment);
  while (recording.live.t <= t && recording.live.stopped === undefined) recording.step();
  if (recording.live.t < t) throw new InputError(text.tooShort({ t, last: recording.live.t }));
  return createRun(recording);
}

/** Whether a quantity is stated after t updates: data, hyperparameters, parameters, and the optimizer's state. */
export function isStated(id: QuantityId, t: number): boolean {
  const parts = idOf(id);
  return (
    parts.kind === "x" ||
    parts.kind === "y" ||
    parts.kind === "hyper" ||
    ((parts.kind === "parameter" || parts.kind === "optimizerState") && parts.t <= t)
  );
}

/** The stated quantities that others are computed from, each once, in the order in which they are needed. */
export function statedFor(run: Run, asked: readonly QuantityId[], t: number): QuantityId[] {
  const seen = new Set<QuantityId>();
  const stated: QuantityId[] = [];
  const visit = (id: QuantityId): void => {
    if (seen.has(id)) return;
    seen.add(id);
    if (isStated(id, t)) stated.push(id);
    else for (const input of idsOf(derive(run, idOf(id)).expression ?? 0)) visit(input as QuantityId);
  };
  for (const id of asked) visit(id);
  return stated;
}

/** The points, from 1, whose data are among these quantities. */
export function pointsOf(stated: readonly QuantityId[]): number[] {
  const points = stated.flatMap((id) => {
    const parts = idOf(id);
    return (parts.kind === "x" || parts.kind === "y") && parts.point.kind === "sample" ? [parts.point.s] : [];
  });
  return [...new Set(points)].toSorted((a, b) => a - b);
}

/** Refuses what averages over more points than can be printed. @throws InputError */
export function assertFewPoints(exercise: Pick<Exercise, "experiment" | "t" | "ask">): void {
  const run = runOf(exercise);
  for (const id of exercise.ask) {
    const { length: count } = pointsOf(statedFor(run, [id], exercise.t));
    if (count > MAX_POINTS) throw new InputError(text.manyPoints({ id, count, most: MAX_POINTS }));
  }
}
