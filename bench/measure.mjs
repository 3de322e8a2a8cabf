// Timing in interleaved rounds, so that what slows the machine for a while slows all alike.

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Milliseconds of a call, over about so many seconds. */
export function timed(call, seconds) {
  let calls = 1;
  let done = 0;
  const begin = performance.now();
  let spent = 0;
  while (spent < seconds * 1000) {
    for (let i = 0; i < calls; i++) call();
    done += calls;
    spent = performance.now() - begin;
    // The clock is asked about every millisecond: asking costs as much as an epoch of the smallest network.
    if (spent / done < 0.5) calls = Math.max(1, Math.floor((0.5 * done) / spent));
  }
  return spent / done;
}

/**
 * Milliseconds of a call of each contender, by name: the median of the rounds, and how far they spread around it.
 * A contender is a function that measures itself; undefined means that it is not installed.
 */
export async function contest(contenders, rounds) {
  const seen = new Map(Object.keys(contenders).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, measure] of Object.entries(contenders)) seen.get(name).push(await measure());
  }
  return Object.fromEntries(
    [...seen].map(([name, values]) => {
      if (values.includes(undefined)) return [name, undefined];
      const middle = median(values);
      return [name, { middle, spread: (Math.max(...values) - Math.min(...values)) / middle }];
    }),
  );
}
