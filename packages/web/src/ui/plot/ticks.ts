/** Round numbers along an axis. */

export interface Ticks {
  /** Ticks with a number. */
  readonly major: readonly number[];
  /** Ticks between them, without a number. */
  readonly minor: readonly number[];
}

/**
 * Multiples of 1, 2 or 5 times a power of ten from 0 to `max`: at least one, and at most about `most`, not counting
 * 0.
 */
export function linearTicks(max: number, most: number): number[] {
  if (!(max > 0)) return [0];
  const raw = max / most;
  const power = 10 ** Math.floor(Math.log10(raw));
  const steps = [1, 2, 5, 10].map((m) => m * power).filter((candidate) => candidate <= max);
  const step = steps.find((candidate) => candidate >= raw) ?? steps.at(-1)!;
  // 0.3 / 0.1 is a little less than 3.
  return Array.from({ length: Math.floor(max / step + 1e-9) + 1 }, (_, i) =>
    Number((i * step).toPrecision(12)),
  );
}

/** More powers of ten than this are too close to read. */
const MAX_POWERS = 5;

/** Powers of ten between two numbers, at most about `most`. If there are fewer than two, also 2 and 5 times each. */
export function logTicks(low: number, high: number, most: number = MAX_POWERS): Ticks {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const inside = (value: number): boolean =>
    Number.isFinite(value) && value >= low * 0.999 && value <= high * 1.001;
  const powers = Array.from({ length: last - first + 1 }, (_, i) => Number(`1e${first + i}`));
  const between = powers
    .flatMap((power) => [2 * power, 5 * power].map((v) => Number(v.toPrecision(3))))
    .filter(inside);
  const all = powers.filter(inside);
  const stride = Math.ceil(all.length / Math.max(2, Math.min(MAX_POWERS, Math.floor(most))));
  const major = all.filter((_, i) => (all.length - 1 - i) % stride === 0);
  if (stride > 1) return { major, minor: [] };
  if (major.length >= 2) return { major, minor: between };
  const written = [...major, ...between].toSorted((a, b) => b - a);
  // If there is room for two, they are the ends.
  return written.length <= Math.max(2, most)
    ? { major: written, minor: [] }
    : { major: [written[0]!, written.at(-1)!], minor: written.slice(1, -1) };
}
