/**
 * What an address locks for a class: `?lock=data,network,training`, or single controls. A lock is on the experiment,
 * so it holds no matter how somebody tries to change it: controls, the inspector, tools, links, files, undo, keys.
 */
import type { Change, Experiment, OptimizerChoice } from "@neural-viz/engine";

const optimizers = ({ optimizer, changes }: Experiment): OptimizerChoice[] => [
  optimizer,
  ...changes.flatMap((change) => ("optimizer" in change ? [change.optimizer] : [])),
];
const edits = ({ changes }: Experiment): Change[] => changes.filter((change) => "parameter" in change);
const weights = (experiment: Experiment): unknown => [experiment.network.initializer, edits(experiment)];

/** The parts of an experiment that each lock protects. */
const lockedParts = {
  data: ({ dataset, split }: Experiment): unknown => [dataset, split],
  network: (experiment: Experiment): unknown => [
    experiment.network.hidden,
    experiment.network.features,
    experiment.network.output,
    weights(experiment),
  ],
  weights,
  training: (experiment: Experiment): unknown => [
    experiment.training,
    experiment.regularization,
    experiment.optimizer,
    experiment.changes.filter((change) => "optimizer" in change),
  ],
  learningRate: (experiment: Experiment): unknown => [
    ...new Set(optimizers(experiment).map(({ learningRate }) => learningRate)),
  ],
};

export type Lock = keyof typeof lockedParts;

export const lockNames = Object.keys(lockedParts) as readonly Lock[];

/** The locks in the query of an address. Unknown names are ignored. */
export function locksOf(search: string): ReadonlySet<Lock> {
  const asked = (new URLSearchParams(search).get("lock") ?? "").split(",");
  return new Set(lockNames.filter((name) => asked.includes(name)));
}

/** The first lock that replacing the current experiment with the next one would break. */
export function brokenBy(locks: ReadonlySet<Lock>, present: Experiment, next: Experiment): Lock | undefined {
  return [...locks].find(
    (lock) => JSON.stringify(lockedParts[lock](present)) !== JSON.stringify(lockedParts[lock](next)),
  );
}
