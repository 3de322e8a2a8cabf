/**
 * The recording of a run: it restores any epoch from 0 to the last, bit for bit.
 *
 * It stores the loss of every epoch and a key frame every `stride` epochs. Epochs between key frames are replayed.
 * Training is deterministic, so a replayed state has the same bits as the original. When there are too many key frames,
 * every second one is dropped and the stride doubles, which limits the memory for a run of any length.
 */
import type { Experiment } from "./experiment.ts";
import { type Frame, type Session, sessionOf } from "./session.ts";

/** The initial number of epochs between key frames. Replaying them takes a few milliseconds. */
const FIRST_STRIDE = 128;
/** The largest number of key frames. */
const MAX_FRAMES = 2048;

/** A run that can be restored at any of its epochs. */
export interface Recording {
  /** The run at its latest epoch. Only `step` may advance it. */
  readonly live: Session;
  /** Does one update of the run. */
  step(): void;
  /** A read-only session at t, 0 ≤ t ≤ live.t. The next call may move it to another epoch, unless it is `live`. */
  at(t: number): Session;
  /** A separate run that shares everything before t with this one and continues with another experiment. */
  fork(experiment: Experiment, t: number): Recording;
  /** The number of epochs from one key frame to the next. */
  readonly stride: number;
  /** The number of key frames, and their size in bytes. */
  readonly frames: number;
  readonly bytes: number;
}

/**
 * A recorded run at its first epoch, of an experiment that `parseExperiment` returned. It isn't checked again: reading
 * experiments would otherwise be part of every program that trains one.
 */
export function recordingOf(experiment: Experiment): Recording {
  const live = sessionOf(experiment);
  return record(live, [live.save()], FIRST_STRIDE);
}

function record(live: Session, earlier: readonly Frame[], firstStride: number): Recording {
  let stride = firstStride;
  let frames = [...earlier];
  let player: Session | undefined;

  /** Advances a session with the same past to t, from an earlier key frame. */
  function advanceTo(session: Session, t: number, from: Frame): void {
    session.restore(from);
    while (session.t < t) session.replay();
  }

  function saveFrame(): void {
    if (live.t % stride !== 0) return;
    frames.push(live.save());
    if (frames.length <= MAX_FRAMES) return;
    stride *= 2;
    frames = frames.filter(({ t }) => t % stride === 0);
  }

  return {
    live,
    step() {
      const { t } = live;
      live.step();
      if (live.t > t) saveFrame();
    },
    at(t) {
      if (t === live.t) return live;
      player ??= sessionOf(live.experiment);
      if (player.t > t || t - player.t > stride) advanceTo(player, t, lastUpTo(frames, t));
      while (player.t < t) player.replay();
      return player;
    },
    fork(experiment, t) {
      const session = sessionOf(experiment);
      if (t === 0) return record(session, [session.save()], FIRST_STRIDE);
      advanceTo(session, t, lastUpTo(frames, t - 1));
      session.remember(live);
      return record(
        session,
        frames.filter((frame) => frame.t < t),
        stride,
      );
    },
    get stride() {
      return stride;
    },
    get frames() {
      return frames.length;
    },
    get bytes() {
      const numbers = frames.reduce(
        (sum, { params, optimizerState }) => sum + params.length * (1 + optimizerState.slots.length),
        0,
      );
      return 8 * numbers;
    },
  };
}

/** The latest frame at or before t, by binary search. */
function lastUpTo(frames: readonly Frame[], t: number): Frame {
  let low = 0;
  let high = frames.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (frames[middle]!.t <= t) low = middle;
    else high = middle - 1;
  }
  return frames[low]!;
}
