/** A result in one line, for a class to compare: data, network, optimizer, seeds, losses, and a fingerprint. */
import { data } from "#text/data";
import { result } from "#text/result";
import { fingerprint } from "../math/fingerprint.ts";
import { format } from "../math/format.ts";
import { createNetwork, shapeText } from "../nn/network.ts";
import type { Experiment } from "../session/experiment.ts";

/** A run after some update, as its result line tells it. */
export interface RunSummary {
  readonly experiment: Experiment;
  /** Updates done. */
  readonly t: number;
  readonly params: Float64Array;
  readonly loss: number;
  /** Training points classified correctly, and how many there are. */
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
}: RunSummary): string {
  const { changes, split } = experiment;
  const losses = [
    result.trained({ t, loss: format(loss), correct, count: trained }),
    ...(test === undefined
      ? []
      : [result.test({ loss: format(test.loss), correct: test.correct, count: heldOut })]),
  ];
  return [
    dataOf(experiment),
    ...(split.test > 0
      ? [result.heldOut({ share: data.heldOut({ share: split.test }), seed: split.seed })]
      : []),
    networkOf(experiment),
    optimizerOf(experiment),
    ...(changes.length > 0 ? [result.changes({ count: changes.length })] : []),
    losses.join(", "),
    fingerprint(params),
  ].join(" | ");
}

function dataOf({ dataset }: Experiment): string {
  if (dataset.name === "custom") return data.custom({ points: dataset.samples.length });
  if (!("points" in dataset)) return dataset.name;
  return data.generated(dataset);
}

function networkOf({ network: { hidden, initializer } }: Experiment): string {
  const sizes = shapeText(createNetwork(hidden));
  const functions = [...new Set(hidden.map(({ activation }) => activation))].join("/");
  const start = initializer.name === "given" ? result.givenWeights : result.initialized(initializer);
  return [sizes, ...(functions === "" ? [] : [functions]), start].join(", ");
}

function optimizerOf({ optimizer: { name, ...hyper }, training: { batch } }: Experiment): string {
  const settings = Object.entries(hyper).map(([key, value]) => result.setting({ name: key, value }));
  const batches = batch === "all" ? [] : [result.batches(batch)];
  return [name, ...settings, ...batches].join(", ");
}
