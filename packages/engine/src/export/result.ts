/** A result in one line, for a class to compare: data, network, optimizer, seeds, losses, and a fingerprint. */
import { data } from "#text/data";
import { result } from "#text/result";
import { fingerprint } from "../math/fingerprint.ts";
import { format } from "../math/format.ts";
import { shapeText } from "../nn/network.ts";
import type { Experiment, InitializerChoice } from "../session/experiment.ts";
import { networkOf } from "../session/start.ts";
import { dataText, unusualText } from "./describe.ts";

/** A run after some update, as its result line tells it. */
export interface RunSummary {
  readonly experiment: Experiment;
  /** Updates done. */
  readonly t: number;
  readonly params: Float64Array;
  readonly loss: number;
  /** Training points classified correctly, undefined where the targets are values; and how many there are. */
  readonly correct: number | undefined;
  readonly trained: number;
  readonly test: { readonly loss: number; readonly correct: number | undefined } | undefined;
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
    dataText(experiment.dataset, "name"),
    ...(split.test > 0
      ? [result.heldOut({ share: data.heldOut({ share: split.test }), seed: split.seed })]
      : []),
    networkText(experiment),
    ...unusualText(experiment),
    optimizerOf(experiment),
    ...(changes.length > 0 ? [result.changes({ count: changes.length })] : []),
    losses.join(", "),
    fingerprint(params),
  ].join(" | ");
}

function networkText(experiment: Experiment): string {
  const { hidden, initializer } = experiment.network;
  const sizes = shapeText(networkOf(experiment));
  const functions = [...new Set(hidden.map(({ activation }) => activation))].join("/");
  const start = initializer.name === "given" ? result.givenWeights : startText(initializer);
  return [sizes, ...(functions === "" ? [] : [functions]), start].join(", ");
}

function startText({ name, seed, decimals }: Exclude<InitializerChoice, { name: "given" }>): string {
  const rounded = decimals === undefined ? undefined : data.decimals({ count: decimals });
  return result.initialized({ name, seed, rounded });
}

function optimizerOf({ optimizer: { name, ...hyper }, training: { batch } }: Experiment): string {
  const settings = Object.entries(hyper).map(([key, value]) => result.setting({ name: key, value }));
  const batches = batch === "all" ? [] : [result.batches(batch)];
  return [name, ...settings, ...batches].join(", ");
}
