/** Quantities over the epochs of a run. */
import { attempt, type Result } from "../math/result.ts";
import type { Work } from "../math/progress.ts";
import type { Recording } from "../session/recording.ts";
import { atUpdate, firstOf, type Id, readStem } from "../ids/index.ts";
import { valueOf } from "../quantities/index.ts";
import { createRun } from "../quantities/run.ts";

/** The largest number of epochs in a series. */
const MAX_VALUES = 61;
/** In a longer run only key frames are used, which need no replaying. */
const SHORT = 2048;

/** A quantity over the epochs of a run. */
export interface Series {
  readonly ts: Float64Array;
  readonly values: Float64Array;
}

/**
 * The values over the run of ids without their epoch (`W.1.2.1`, `p[18]`, `L`), in the order of `stems`. An id that the
 * run doesn't have gives an error message.
 */
export function* overTime(recording: Recording, stems: readonly string[]): Work<Result<Series>[]> {
  const run = createRun(recording);
  const { last } = run;
  const begun = stems.map((stem) =>
    attempt(() => {
      const id = readStem(stem);
      return { id, ts: epochsOf(id, last, recording.stride), values: [] as number[] };
    }),
  );
  const all = new Set(begun.flatMap((one) => (one.ok ? one.value.ts : [])));
  for (const [done, t] of [...all].toSorted((a, b) => a - b).entries()) {
    for (const [i, one] of begun.entries()) {
      if (!one.ok || !one.value.ts.includes(t)) continue;
      const { id, values } = one.value;
      const value = attempt(() => valueOf(run, atUpdate(id, t)));
      if (value.ok) values.push(value.value);
      else begun[i] = value;
    }
    yield (done + 1) / all.size;
  }
  return begun.map((one) =>
    one.ok
      ? {
          ok: true,
          value: { ts: Float64Array.from(one.value.ts), values: Float64Array.from(one.value.values) },
        }
      : one,
  );
}

/** The epochs of a series, in order. */
function epochsOf(id: Id, last: number, stride: number): readonly number[] {
  const first = Math.min(firstOf(id), last);
  const step = last <= SHORT ? 1 : stride;
  const count = Math.min(MAX_VALUES, Math.floor((last - first) / step) + 1);
  const epochs = Array.from({ length: count }, (_, i) => {
    const even = first + ((last - first) * i) / Math.max(1, count - 1);
    return i === count - 1 ? last : Math.max(first, Math.round(even / step) * step);
  });
  return [...new Set(epochs)];
}
