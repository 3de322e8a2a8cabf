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
 * Milliseconds of a call of each contender, by name: the median of the rounds and the quickest, how far they spread, and
 * how many times as long as the first contender's, of the same round in the median. A contender is a function that
 * measures itself; undefined means that it is not installed.
 */
export async function contest(contenders, rounds) {
  const names = Object.keys(contenders);
  // Nobody is measured before the compiler has done with it.
  for (const name of names) for (let i = 0; i < 4; i++) await contenders[name]();
  const seen = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) seen.get(name).push(await contenders[name]());
  }
  const first = seen.get(names[0]);
  return Object.fromEntries(
    [...seen].map(([name, values]) => {
      if (values.includes(undefined)) return [name, undefined];
      const middle = median(values);
      const quickest = Math.min(...values);
      return [
        name,
        {
          middle,
          quickest,
          spread: (Math.max(...values) - quickest) / middle,
          ratio: median(values.map((value, round) => value / first[round])),
          quickestRatio: quickest / Math.min(...first),
        },
      ];
    }),
  );
}
