/** What is set up, what was before, and what the address locks of it. */
import type { DatasetChoice, Experiment, Linked, OptimizerChoice, OptimizerName } from "@neural-viz/engine";
import type { Lock } from "./locks.ts";

/** A dataset that is generated, as opposed to a gate. */
export type Scatter = Extract<DatasetChoice, { points: number }>;

/** An experiment and where in it one stood. */
export type Bookmark = Pick<Linked, "experiment" | "t">;

export interface SetupState {
  /** Points, noise and seed as they were last chosen, for when a set that has them comes back. */
  readonly scatter: Scatter;
  /** The hyper-parameters each optimizer was left with. */
  readonly remembered: Partial<Record<OptimizerName, OptimizerChoice>>;
  /** What was set up before, the last one last, and what undoing left: each with the epoch it was shown at. */
  readonly earlier: readonly Bookmark[];
  readonly later: readonly Bookmark[];
  /** When something was last set up, in milliseconds of the page: what follows at once is the same move. */
  readonly lastSetup: number;
  /** A table of points that was dropped onto the page, until it is read. */
  readonly offered: { readonly name: string; readonly text: string } | undefined;
  /** What the address locks. */
  readonly locks: ReadonlySet<Lock>;
  /** Where one stood when a lesson was begun. */
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
    locks,
    beforeLesson: { experiment, t },
  };
}
