import { columnCenter } from "@neural-viz/engine";
import { bandThrough } from "../../ui/plot/band.ts";
import { lineThrough, type Point } from "../../ui/plot/line.ts";
import * as styles from "./Strip.module.css";

interface CurveFrameProps {
  /** The total before this term: the area between both is the term. */
  before: Float64Array | undefined;
  total: Float64Array;
  largest: number;
  side: number;
  /** How far across the selected point is, and the total there. */
  share: number;
  value: number;
  last: boolean;
  label: string;
}

const RATIO = 0.8;

/** A running total over one input: a curve, and between it and the one before the added term in the hue of its sign. */
export function CurveFrame({ before, total, largest, side, share, value, last, label }: CurveFrameProps) {
  const height = RATIO * side;
  const reach = 1.08 * (largest > 0 && largest < 1e150 ? largest : 1);
  const y = (v: number): number => {
    const at = ((reach - v) / (2 * reach)) * height;
    return Number.isNaN(at) ? height : Math.max(-1e4, Math.min(1e4, at));
  };
  const x = (i: number): number => columnCenter(i, total.length) * side;
  const between = (sign: 1 | -1): string => {
    const from = before ?? new Float64Array(total.length);
    return bandThrough(
      Array.from(total, (v, i) => {
        const to = sign * (v - from[i]!) > 0 ? v : from[i]!;
        return [x(i), y(from[i]!), y(to)];
      }),
    );
  };
  const curve = (values: Float64Array): string =>
    lineThrough(Array.from(values, (v, i): Point => [x(i), y(v)]));
  return (
    <svg
      className={styles.plane}
      width={side}
      height={height}
      role="img"
      aria-label={label}
      data-last={last || undefined}
    >
      <path className={styles.axis} d={`M0 ${y(0)}H${side}`} />
      <path className={styles.added} d={between(1)} />
      <path className={styles.taken} d={between(-1)} />
      {before !== undefined && <path className={styles.before} d={curve(before)} />}
      <path className={styles.curve} d={curve(total)} />
      {share >= 0 && share <= 1 && Number.isFinite(value) && (
        <circle className={styles.dot} cx={share * side} cy={y(value)} r="4" />
      )}
    </svg>
  );
}
