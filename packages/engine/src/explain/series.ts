/** A quantity over the epochs of a run. */
import type { Recording } from "../session/recording.ts";
import { valueOf } from "./derive.ts";
import { createRun } from "./state.ts";

/** At most this many epochs are looked at. */
const MOST = 61;
/** In a run of more epochs than this only key frames are looked at, which need no replaying. */
const SHORT = 2048;

export interface Series {
  readonly ts: Float64Array;
  readonly values: Float64Array;
}

/** The values of an id without its epoch (`W.1.2.1`, `p[18]`, `L`) over the run. @throws UnknownQuantity */
export function overTime(recording: Recording, stem: string): Series {
  const run = createRun(recording);
  const { last } = run;
  // What belongs to an update (memory and steps) begins with the first one.
  const first = /^(d|[a-z]+\.)(W|b)\./.test(stem) ? Math.min(1, last) : 0;
  const step = last <= SHORT ? 1 : recording.stride;
  const count = Math.min(MOST, Math.floor((last - first) / step) + 1);
  const all = Array.from({ length: count }, (_, i) => {
    const place = first + ((last - first) * i) / Math.max(1, count - 1);
    return i === count - 1 ? last : Math.max(first, Math.round(place / step) * step);
  });
  const ts = Float64Array.from(new Set(all));
  return { ts, values: ts.map((t) => valueOf(run, `${stem}@${t}`)) };
}
