/** A result in one line, for a class to compare: data, network, optimizer, seeds, what came of it, and its fingerprint. */
import { fingerprint } from "../math/fingerprint.ts";
import { format } from "../math/format.ts";
import { createNetwork, shapeText } from "../nn/network.ts";
import type { Experiment } from "../session/experiment.ts";

/** Where a run stands. */
export interface Standing {
  readonly experiment: Experiment;
  /** Updates done. */
  readonly t: number;
  readonly params: Float64Array;
  readonly loss: number;
  /** Training points on the right side, of how many. */
  readonly correct: number;
  readonly trained: number;
  readonly test: { readonly loss: number; readonly correct: number } | undefined;
  readonly heldOut: number;
}

/** The line; equal lines are equal runs, bit for bit, as far as a fingerprint can tell. */
export function resultLine({
  experiment,
  t,
  params,
  loss,
  correct,
  trained,
  test,
  heldOut,
}: Standing): string {
  const { changes, split } = experiment;
  const held = test === undefined ? "" : `, test loss ${format(test.loss)}, ${test.correct} of ${heldOut}`;
  return [
    dataOf(experiment),
    ...(split.test > 0 ? [`${split.test * 100} % held out, seed ${split.seed}`] : []),
    networkOf(experiment),
    optimizerOf(experiment),
    ...(changes.length > 0 ? [`${changes.length} changed on the way`] : []),
    `after ${t} updates loss ${format(loss)}, ${correct} of ${trained} right${held}`,
    fingerprint(params),
  ].join(" | ");
}

function dataOf({ dataset }: Experiment): string {
  if (dataset.name === "custom")
    return `${dataset.samples.length === 1 ? "a point" : `${dataset.samples.length} points`} of one's own`;
  if (!("points" in dataset)) return dataset.name;
  return `${dataset.name}, ${dataset.points} points, noise ${dataset.noise}, seed ${dataset.seed}`;
}

function networkOf({ network: { hidden, initializer } }: Experiment): string {
  const sizes = shapeText(createNetwork(hidden));
  const bends = [...new Set(hidden.map(({ activation }) => activation))].join("/");
  const start =
    initializer.name === "given" ? "given weights" : `${initializer.name}, seed ${initializer.seed}`;
  return [sizes, ...(bends === "" ? [] : [bends]), start].join(", ");
}

function optimizerOf({ optimizer: { name, ...hyper }, training: { batch } }: Experiment): string {
  const settings = Object.entries(hyper).map(([key, value]) => `${key} ${value}`);
  const batches = batch === "all" ? [] : [`batches of ${batch.size}, seed ${batch.seed}`];
  return [name, ...settings, ...batches].join(", ");
}
