/** The current setup, the ones before it, and what the address locks. */
import type {
  DatasetChoice,
  Experiment,
  LinearParameters,
  Linked,
  OptimizerChoice,
  OptimizerName,
} from "@neural-viz/engine";
import type { Lock } from "./locks.ts";

/** A dataset that is generated, unlike a gate. */
export type Scatter = Extract<DatasetChoice, { points: number }>;

/** An experiment and the epoch that was shown. */
export type Bookmark = Pick<Linked, "experiment" | "t">;

/** The layers of a file of weights. */
export interface OfferedWeights {
  readonly name: string;
  readonly layers: readonly LinearParameters[];
  /** Whether its numbers are float32. */
  readonly single: boolean;
}

export interface SetupState {
  /** The number of points, the noise and the seed that were last chosen, for the next dataset that has them. */
  readonly scatter: Scatter;
  /** The hyperparameters of each optimizer as they were last set. */
  readonly remembered: Partial<Record<OptimizerName, OptimizerChoice>>;
  /** Earlier setups, with the latest one last, and those that were undone. Each remembers the epoch that was shown. */
  readonly earlier: readonly Bookmark[];
  readonly later: readonly Bookmark[];
  /** When something was last set up, in milliseconds. What follows at once belongs to the same move. */
  readonly lastSetup: number;
  /** A table of points that was dropped onto the page, until it is read. */
  readonly offered: { readonly name: string; readonly text: string } | undefined;
  /** The layers of a file of weights that was dropped onto the page, until they are taken or left. */
  readonly offeredWeights: OfferedWeights | undefined;
  /** What the last choice of data changed in the network, as a sentence. */
  readonly adapted: string | undefined;
  /** What the address locks. */
  readonly locks: ReadonlySet<Lock>;
  /** The setup to go back to after a lesson. */
  readonly beforeLesson: Bookmark;
}

export function firstSetup(
  experiment: Experiment,
  scatter: Scatter,
  t: number,
  locks: ReadonlySet<Lock>,
): SetupState {
  return {
    scatter,
    remembered: {},
    earlier: [],
    later: [],
    lastSetup: -Infinity,
    offered: undefined,
    offeredWeights: undefined,
    adapted: undefined,
    locks,
    beforeLesson: { experiment, t },
  };
}
