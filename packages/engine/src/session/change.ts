/** Changes made during a run are part of the experiment. These functions read and add them. */
import type { OptimizerChoice } from "../nn/optimizers/index.ts";
import type { Change, Experiment } from "./experiment.ts";

/** The experiment without the changes after update t. */
export function changedUpTo(experiment: Experiment, t: number): Experiment {
  return { ...experiment, changes: experiment.changes.filter(({ at }) => at <= t) };
}

/** The optimizer that update t + 1 uses. */
export function optimizerAt({ optimizer, changes }: Experiment, t: number): OptimizerChoice {
  const chosen = changes.flatMap((change) => ("optimizer" in change && change.at <= t ? [change] : []));
  const latest = Math.max(...chosen.map(({ at }) => at));
  return chosen.findLast(({ at }) => at === latest)?.optimizer ?? optimizer;
}

/** The names of the parameters that were edited by hand after t updates. */
export function editedAt({ changes }: Experiment, t: number): ReadonlySet<string> {
  return new Set(
    changes.flatMap((change) => ("parameter" in change && change.at === t ? [change.parameter] : [])),
  );
}

/** The experiment with another optimizer, or other hyperparameters, from t on. */
export function withOptimizer(experiment: Experiment, t: number, optimizer: OptimizerChoice): Experiment {
  const others = experiment.changes.filter((change) => change.at !== t || !("optimizer" in change));
  if (t === 0) return { ...experiment, optimizer, changes: others };
  return { ...experiment, changes: [...others, { at: t, optimizer }] };
}

/** The experiment with a parameter set by hand after t updates. */
export function withParameter(
  experiment: Experiment,
  t: number,
  parameter: string,
  value: number,
): Experiment {
  const same = (change: Change): boolean =>
    change.at === t && "parameter" in change && change.parameter === parameter;
  const others = experiment.changes.filter((change) => !same(change));
  return { ...experiment, changes: [...others, { at: t, parameter, value }] };
}
