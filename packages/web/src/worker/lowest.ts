/** How low training gets from a moment of a run. */
import { createSession, type Experiment, type Work } from "@neural-viz/engine";

/** The lowest loss that training reached, and where it began. */
export interface Lowest {
  /** J with a penalty on the weights, else L. */
  readonly lowered: number;
  /** Updates from where it began until then. */
  readonly updates: number;
}

/**
 * Trains an experiment on after t updates, with its own optimizer and stop rules, for as many epochs as it may train in
 * all.
 */
export function* lowestFrom(experiment: Experiment, t: number): Work<Lowest> {
  const session = createSession(experiment);
  const { epochs } = experiment.training;
  const { perEpoch } = session.batches;
  const last = Math.ceil(t / perEpoch) + epochs;
  while (session.t < t) {
    session.replay();
    yield session.t / (last * perEpoch);
  }
  session.changeTraining({ ...experiment.training, epochs: last });
  let lowest: Lowest = { lowered: session.objective, updates: 0 };
  while (session.stopped === undefined) {
    session.step();
    const { objective } = session;
    if (objective < lowest.lowered) lowest = { lowered: objective, updates: session.t - t };
    yield session.t / (last * perEpoch);
  }
  return lowest;
}
