/** A run as an export sees it: its experiment and its results. A session is one. */
import { shapeText } from "../nn/network.ts";
import type { Experiment } from "../session/experiment.ts";
import { networkOf } from "../session/start.ts";
import type { Stop } from "../session/stop.ts";

/** The parts of a run that exports use. Every session has them. */
export interface Trained {
  readonly experiment: Experiment;
  /** L after 0 … t updates, in nats. */
  readonly losses: Float64Array;
  /** The test loss after 0 … t updates; empty when nothing is held out. */
  readonly testLosses: Float64Array;
  /** J after 0 … t updates; empty without a penalty on the weights. */
  readonly objectives: Float64Array;
  /** Parameters after t updates. */
  readonly params: Float64Array;
  /** Why the run ended, or undefined while it may go on. */
  readonly stopped: Stop | undefined;
}

/** Updates done. */
export function updatesOf({ losses }: Trained): number {
  return losses.length - 1;
}

/** The network in a few characters: 2-4-1. */
export function shapeOf(experiment: Experiment): string {
  return shapeText(networkOf(experiment));
}
