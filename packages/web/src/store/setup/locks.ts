/**
 * What an address locks for a class: `?lock=data,network,training`, or single controls of them. A lock is about the
 * experiment, so it holds against every way to another one: controls, the inspector, tools, links, files, undo, keys.
 */
import type { Change, Experiment, OptimizerChoice } from "@neural-viz/engine";

const optimizers = ({ optimizer, changes }: Experiment): OptimizerChoice[] => [
  optimizer,
  ...changes.flatMap((change) => ("optimizer" in change ? [change.optimizer] : [])),
];
const edits = ({ changes }: Experiment): Change[] => changes.filter((change) => "parameter" in change);
const weights = (experiment: Experiment): unknown => [experiment.network.initializer, edits(experiment)];

/** What of an experiment stays the same under each lock. */
const lockedParts = {
  data: ({ dataset, split }: Experiment): unknown => [dataset, split],
  network: (experiment: Experiment): unknown => [experiment.network.hidden, weights(experiment)],
  weights,
  training: (experiment: Experiment): unknown => [
    experiment.training,
    experiment.optimizer,
    experiment.changes.filter((change) => "optimizer" in change),
  ],
  learningRate: (experiment: Experiment): unknown => [
    ...new Set(optimizers(experiment).map(({ learningRate }) => learningRate)),
  ],
};

export type Lock = keyof typeof lockedParts;

export const lockNames = Object.keys(lockedParts) as readonly Lock[];

/** The locks that the part of an address after its ? asks for; names that are none are left out. */
export function locksOf(search: string): ReadonlySet<Lock> {
  const asked = (new URLSearchParams(search).get("lock") ?? "").split(",");
  return new Set(lockNames.filter((name) => asked.includes(name)));
}

/** The first of the locks that another experiment in place of the present one would break. */
export function brokenBy(locks: ReadonlySet<Lock>, present: Experiment, next: Experiment): Lock | undefined {
  return [...locks].find(
    (lock) => JSON.stringify(lockedParts[lock](present)) !== JSON.stringify(lockedParts[lock](next)),
  );
}
