/**
 * The optimizer race: trains with several optimizers from the same weights on the same data, in lockstep.
 *
 * Each lane is a fork of the recording that switches to its optimizer at this epoch. With more than one seed every lane
 * also trains networks with the initial weights of the following seeds, from epoch 0.
 */
import type { Columns } from "../math/classes.ts";
import type { Work } from "../math/progress.ts";
import type { OptimizerChoice } from "../nn/optimizers/index.ts";
import { withOptimizer } from "./change.ts";
import type { Experiment } from "./experiment.ts";
import { draw, pictureOf } from "./pictures.ts";
import type { Recording } from "./recording.ts";
import { createSession } from "./createSession.ts";
import type { Session } from "./session.ts";

/** The number of cells along a side of a lane's picture. */
const SIZE = 40;
/** The number of pictures of a lane, including those of the first and the last epoch. */
const FRAMES = 21;

/** The settings of a race. */
export interface RaceChoice {
  /** One for each lane. */
  readonly optimizers: readonly OptimizerChoice[];
  /** The epoch at which the race starts. With more than one seed it's 0. */
  readonly t: number;
  readonly epochs: number;
  /** The number of seeds, at least 1. More than one seed needs an initializer with a seed. */
  readonly seeds: number;
}

/** The results of one optimizer in a race. */
export interface RaceLane {
  readonly optimizer: OptimizerChoice;
  /** For each seed, L at epochs t … t + epochs; NaN after a divergence. */
  readonly losses: readonly Float64Array[];
  /** For each seed the first epoch with every sample classified correctly. */
  readonly solved: readonly (number | undefined)[];
  /** For each seed, the epoch at which it diverged. */
  readonly diverged: readonly (number | undefined)[];
  /** Pictures of the first seed's run: ŷ of each cell, and the number of training samples classified correctly. */
  readonly frames: readonly {
    readonly t: number;
    /** Undefined where the targets are values. */
    readonly correct: number | undefined;
    readonly outputs: Columns;
  }[];
  /** The first seed's parameters at the end. */
  readonly params: Float64Array;
}

/** The results of an optimizer race. */
export interface Race {
  readonly t: number;
  readonly epochs: number;
  /** The number of cells along a side of the pictures. */
  readonly size: number;
  readonly lanes: readonly RaceLane[];
}

/** Runs a race from an epoch of a recording. The recording is not changed. */
export function* race(recording: Recording, { optimizers, t, epochs, seeds }: RaceChoice): Work<Race> {
  const from = seeds > 1 ? 0 : Math.min(t, recording.live.t);
  const { experiment } = recording.live;
  const runs = optimizers.map((optimizer) =>
    Array.from({ length: seeds }, (_, i) =>
      i === 0 ? laneOf(recording, optimizer, from, epochs) : seededOf(experiment, optimizer, i, epochs),
    ),
  );
  const lanes = runs.map((sessions, i) => ({
    optimizer: optimizers[i]!,
    losses: sessions.map(() => new Float64Array(epochs + 1).fill(NaN)),
    solved: sessions.map((): number | undefined => undefined),
    diverged: sessions.map((): number | undefined => undefined),
    frames: [] as RaceLane["frames"][number][],
  }));
  const moments = new Set(Array.from({ length: FRAMES }, (_, i) => Math.round((i * epochs) / (FRAMES - 1))));
  for (let e = 0; e <= epochs; e++) {
    for (const [i, sessions] of runs.entries()) {
      const lane = lanes[i]!;
      for (const [s, session] of sessions.entries()) {
        if (e > 0) session.step();
        recordLoss(session, lane, s, e);
      }
      const [first] = sessions;
      if (moments.has(e)) lane.frames.push(frameOf(first!));
    }
    yield (e + 1) / (epochs + 1);
  }
  return {
    t: from,
    epochs,
    size: SIZE,
    lanes: lanes.map(({ optimizer, losses, solved, diverged, frames }, i) => {
      const params = runs[i]![0]!.params.slice();
      return { optimizer, losses, solved, diverged, frames, params };
    }),
  };
}

/** The recorded run with another optimizer from t on. */
function laneOf(recording: Recording, optimizer: OptimizerChoice, t: number, epochs: number): Session {
  const { experiment } = recording.live;
  const past = { ...experiment, changes: experiment.changes.filter(({ at }) => at <= t) };
  const { live } = recording.fork(withOptimizer(past, t, optimizer), t);
  live.changeTraining({ epochs: t + epochs, autoStop: false });
  return live;
}

/** A run of a later seed, from epoch 0. */
function seededOf(
  experiment: Experiment,
  optimizer: OptimizerChoice,
  later: number,
  epochs: number,
): Session {
  const { initializer } = experiment.network;
  const next =
    initializer.name === "given" ? initializer : { ...initializer, seed: (initializer.seed + later) >>> 0 };
  return createSession({
    ...experiment,
    network: { ...experiment.network, initializer: next },
    optimizer,
    training: { ...experiment.training, epochs, autoStop: false },
    changes: [],
  });
}

type LaneRecord = Pick<RaceLane, "losses"> & {
  readonly solved: (number | undefined)[];
  readonly diverged: (number | undefined)[];
};

/** Records the state of a session after e epochs of the race. */
function recordLoss(session: Session, { losses, solved, diverged }: LaneRecord, s: number, e: number): void {
  if (diverged[s] !== undefined) return;
  if (session.stopped?.reason === "diverged") {
    diverged[s] = session.t;
    return;
  }
  losses[s]![e] = session.loss;
  if (session.correct === session.train.count) solved[s] ??= session.t;
}

function frameOf({ experiment, t, network, params, correct }: Session): RaceLane["frames"][number] {
  const { outputs } = draw(network, params, pictureOf(experiment.dataset), SIZE, false);
  return { t, correct, outputs };
}

/** The smallest, the median, and the largest finite value at each index of several curves of the same length. */
export function spreadOf(curves: readonly Float64Array[]): Record<"low" | "middle" | "high", Float64Array> {
  const length = curves[0]?.length ?? 0;
  const low = new Float64Array(length).fill(NaN);
  const middle = low.slice();
  const high = low.slice();
  for (let i = 0; i < length; i++) {
    const sorted = curves
      .map((curve) => curve[i]!)
      .filter(Number.isFinite)
      .toSorted((a, b) => a - b);
    if (sorted.length === 0) continue;
    low[i] = sorted[0]!;
    high[i] = sorted.at(-1)!;
    // For an even number it's the lower of the two middle values, because some seed really had that loss.
    middle[i] = sorted[Math.floor((sorted.length - 1) / 2)]!;
  }
  return { low, middle, high };
}
