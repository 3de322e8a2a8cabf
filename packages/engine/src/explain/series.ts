/** Quantities over the epochs of a run. */
import type { Work } from "../math/work.ts";
import type { Recording } from "../session/recording.ts";
import { atUpdate, firstOf, type Id, readStem } from "../ids/index.ts";
import { UnknownQuantity } from "../ids/unknown.ts";
import { valueOf } from "../quantities/index.ts";
import { createRun } from "../quantities/run.ts";

/** At most this many epochs are looked at. */
const MOST = 61;
/** In a run of more epochs than this only key frames are looked at, which need no replaying. */
const SHORT = 2048;

/** A quantity over the epochs of a run. */
export interface Series {
  readonly ts: Float64Array;
  readonly values: Float64Array;
}

/**
 * The values of ids without their epoch (`W.1.2.1`, `p[18]`, `L`) over the run, in their order; a sentence for one
 * that means nothing here.
 */
export function* overTime(recording: Recording, stems: readonly string[]): Work<(Series | string)[]> {
  const run = createRun(recording);
  const { last } = run;
  const found = stems.map((stem) => begin(stem, last, recording.stride));
  const all = [...new Set(found.flatMap(({ ts }) => ts))].toSorted((a, b) => a - b);
  for (const [i, t] of all.entries()) {
    for (const one of found) {
      if (one.id === undefined || one.wrong !== undefined || !one.ts.includes(t)) continue;
      try {
        one.values.push(valueOf(run, atUpdate(one.id, t)));
      } catch (error) {
        if (!(error instanceof UnknownQuantity)) throw error;
        one.wrong = error.message;
      }
    }
    yield (i + 1) / all.length;
  }
  return found.map(
    ({ ts, values, wrong }) => wrong ?? { ts: Float64Array.from(ts), values: Float64Array.from(values) },
  );
}

/** A series before the first of its values is known. */
interface Begun {
  readonly id: Id | undefined;
  readonly ts: readonly number[];
  readonly values: number[];
  wrong: string | undefined;
}

function begin(stem: string, last: number, stride: number): Begun {
  try {
    const id = readStem(stem);
    return { id, ts: epochsOf(id, last, stride), values: [], wrong: undefined };
  } catch (error) {
    if (!(error instanceof UnknownQuantity)) throw error;
    return { id: undefined, ts: [], values: [], wrong: error.message };
  }
}

/** The epochs that are looked at, in order. */
function epochsOf(id: Id, last: number, stride: number): readonly number[] {
  const first = Math.min(firstOf(id), last);
  const step = last <= SHORT ? 1 : stride;
  const count = Math.min(MOST, Math.floor((last - first) / step) + 1);
  const places = Array.from({ length: count }, (_, i) => {
    const place = first + ((last - first) * i) / Math.max(1, count - 1);
    return i === count - 1 ? last : Math.max(first, Math.round(place / step) * step);
  });
  return [...new Set(places)];
}
