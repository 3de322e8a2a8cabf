/**
 * Maps values to positions along an axis, and back. d3-scale does the same, but its colors, dates and number formats
 * would add ten kilobytes to the first view.
 */
import { linearTicks, logTicks, type Ticks } from "./ticks.ts";

/** On a linear axis, equal steps are equally far apart; on a logarithmic one, equal ratios. */
export type ScaleKind = "linear" | "log";

/** A first and a last number, in either order. */
export type Interval = readonly [number, number];

/** The position of a value, in pixels. */
export interface Scale {
  (value: number): number;
  /** The value at a position. */
  readonly invert: (position: number) => number;
  /** The values at the two ends. */
  readonly domain: Interval;
  /** Round numbers within the domain, about `most` of them. */
  readonly ticks: (most: number) => Ticks;
}

const straight = (value: number): number => value;
const bends = {
  linear: { bend: straight, unbend: straight },
  log: { bend: Math.log10, unbend: (power: number) => 10 ** power },
} as const;

/** Whether a value has a position on this kind of axis. 0 has none on a logarithmic one. */
export const isDrawable = (kind: ScaleKind, value: number): boolean =>
  Number.isFinite(bends[kind].bend(value));

/** Maps a domain to a range of pixels. A domain of length 0 maps to the middle. */
export function scaleOf(kind: ScaleKind, domain: Interval, [start, end]: Interval): Scale {
  const { bend, unbend } = bends[kind];
  const first = bend(domain[0]);
  const length = bend(domain[1]) - first;
  const position = (value: number): number =>
    start + (length === 0 ? 0.5 : (bend(value) - first) / length) * (end - start);
  return Object.assign(position, {
    invert: (at: number) => unbend(first + ((at - start) / (end - start)) * length),
    domain,
    ticks: (most: number) => (kind === "log" ? logTicks(...domain, most) : linearTicksIn(domain, most)),
  });
}

/** The same scale, but values outside its domain map to its ends. */
export function clamped(scale: Scale): Scale {
  const position = (value: number): number => scale(clamp(value, scale.domain));
  return Object.assign(position, scale);
}

/** The number of the interval nearest to a value. */
export const clamp = (value: number, [low, high]: Interval): number => Math.max(low, Math.min(high, value));

function linearTicksIn([low, high]: Interval, most: number): Ticks {
  const step = linearTicks(high - low, most)[1];
  if (step === undefined) return { major: [low], minor: [] };
  // Rounding may put an end a little beside its tick.
  const [first, last] = [Math.ceil(low / step - 1e-9), Math.floor(high / step + 1e-9)];
  const major = Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
  return { major, minor: [] };
}
