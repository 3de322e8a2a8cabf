/**
 * The recording of a run: any epoch from 0 to the last can be shown exactly as it was.
 *
 * Losses are kept for every epoch. Of the rest, key frames are kept every `stride` epochs, and what lies between is run
 * again: training is deterministic, so a replayed state has the same bits as the original. When there are too many
 * frames every second one is dropped and the stride doubles, which bounds the memory whatever the length of the run.
 */
import { type Frame, createSession, type Session } from "./session.ts";

/** Epochs between key frames at the start: replaying them takes a few milliseconds. */
const FIRST_STRIDE = 128;
/** More key frames than this are thinned out. */
const MOST_FRAMES = 2048;

export interface Recording {
  /** To be called when the session has moved on, after every update. */
  note(session: Session): void;
  /**
   * A session standing at t, 0 ≤ t ≤ the last epoch noted. It is the recording's own and moves with the next call;
   * stepping it replays the run.
   */
  at(t: number): Session;
  /** Key frames kept, and their size in bytes. */
  readonly frames: number;
  readonly bytes: number;
}

/** A recording of the run that `live` is at, from its present epoch on. */
export function createRecording(live: Session): Recording {
  let stride = FIRST_STRIDE;
  let frames: Frame[] = [live.save()];
  let player: Session | undefined;

  function thin(): void {
    stride *= 2;
    frames = frames.filter(({ t }) => t % stride === 0);
  }

  return {
    note(session) {
      if (session.t % stride !== 0 || session.t <= frames.at(-1)!.t) return;
      frames.push(session.save());
      if (frames.length > MOST_FRAMES) thin();
    },
    at(t) {
      // What was chosen may have grown by changes since; the player must know them all.
      if (player?.experiment !== live.experiment) player = createSession(live.experiment);
      if (player.t > t || t - player.t > stride) player.restore(lastBefore(frames, t));
      while (player.t < t) player.step();
      return player;
    },
    get frames() {
      return frames.length;
    },
    get bytes() {
      const numbers = frames.reduce(
        (sum, { params, memory }) => sum + params.length * (1 + memory.slots.length),
        0,
      );
      return 8 * numbers;
    },
  };
}

/** The latest frame at or before t, by halving. */
function lastBefore(frames: readonly Frame[], t: number): Frame {
  let low = 0;
  let high = frames.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (frames[middle]!.t <= t) low = middle;
    else high = middle - 1;
  }
  return frames[low]!;
}
