/**
 * The recording of a run: any epoch from 0 to the last can be shown exactly as it was.
 *
 * Losses are kept for every epoch. Of the rest, key frames are kept every `stride` epochs, and what lies between is run
 * again: training is deterministic, so a replayed state has the same bits as the original. When there are too many
 * frames every second one is dropped and the stride doubles, which bounds the memory whatever the length of the run.
 */
import type { Experiment } from "./experiment.ts";
import { type Frame, createSession, type Session } from "./session.ts";

/** Epochs between key frames at the start: replaying them takes a few milliseconds. */
const FIRST_STRIDE = 128;
/** More key frames than this are thinned out. */
const MAX_FRAMES = 2048;

/** A run of which every epoch can be shown again. */
export interface Recording {
  /** Where the run is; to be moved on by `step` alone. */
  readonly live: Session;
  /** One update of the run. */
  step(): void;
  /** A session standing at t, 0 ≤ t ≤ live.t. Unless it is `live` it moves with the next call; it is only to be read. */
  at(t: number): Session;
  /** A run of its own that has all before t in common with this one, and then goes by another experiment. */
  fork(experiment: Experiment, t: number): Recording;
  /** Epochs from one key frame to the next. */
  readonly stride: number;
  /** Key frames kept, and their size in bytes. */
  readonly frames: number;
  readonly bytes: number;
}

/** A recorded run of an experiment, at its first epoch. */
export function createRecording(experiment: Experiment): Recording {
  const live = createSession(experiment);
  return record(live, [live.save()], FIRST_STRIDE);
}

function record(live: Session, earlier: readonly Frame[], firstStride: number): Recording {
  let stride = firstStride;
  let frames = [...earlier];
  let player: Session | undefined;

  /** Brings a session that knows the same past to t. */
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
      player ??= createSession(live.experiment);
      if (player.t > t || t - player.t > stride) advanceTo(player, t, lastUpTo(frames, t));
      while (player.t < t) player.replay();
      return player;
    },
    fork(experiment, t) {
      const session = createSession(experiment);
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

/** The latest frame at or before t, by halving. */
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
