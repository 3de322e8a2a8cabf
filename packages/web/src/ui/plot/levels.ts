/** Round numbers between two others, for the ticks of an axis and the levels of contour lines. */

/** Multiples of 1, 2 or 5 times a power of ten from `low` to `high`: at most `most` of them. */
export function roundNumbers(low: number, high: number, most: number): number[] {
  const raw = (high - low) / most;
  if (!(raw > 0 && raw < Infinity)) return [];
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((m) => m * power).find((candidate) => candidate >= raw)!;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  // 3 × 0.1 is a little more than 0.3.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** More lines than this are too close to tell apart. */
const MAX_LEVELS = 12;
/** With fewer logarithmic levels, the loss hardly varies and evenly spaced ones show more. */
const FEW = 4;

/**
 * Levels between two losses: 1, 2 and 5 of each power of ten, or only the powers; evenly spaced if the losses are
 * close.
 */
export function contourLevels(low: number, high: number): number[] {
  if (!(low < high && high < Infinity)) return [];
  const first = Math.floor(Math.log10(Math.max(low, high * 1e-12)));
  const last = Math.floor(Math.log10(high));
  const scale = (...digits: number[]): number[] =>
    Array.from({ length: last - first + 1 }, (_, i) => digits.map((d) => Number(`${d}e${first + i}`)))
      .flat()
      .filter((level) => level > low && level < high);
  const fine = scale(1, 2, 5);
  if (fine.length < FEW) return roundNumbers(low, high, 8).filter((level) => level > low && level < high);
  return fine.length <= MAX_LEVELS ? fine : scale(1).slice(-MAX_LEVELS);
}
