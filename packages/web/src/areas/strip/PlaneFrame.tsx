import { memo, useMemo } from "react";
import { levelLines, pathOf } from "../../ui/plot/contour.ts";
import { lineWithTicks } from "../../ui/plot/sides.ts";
import { inSquare, type Spot } from "../../ui/plot/square.ts";
import { terracesOf, TINTS, tintName, tintOf } from "../../ui/plot/terraces.ts";
import * as styles from "./Strip.module.css";

interface PlaneFrameProps {
  total: Float64Array;
  size: number;
  side: number;
  step: number;
  /** The selected point. */
  spot: Spot;
  /** The last frame is z itself. */
  last: boolean;
  label: string;
  /** The lines of the neurons that are added here, with the sign of their weights. */
  lines: readonly { readonly field: Float64Array; readonly sign: number }[];
}

/** A running total over two inputs: terraces of one tint, a bold line where it is 0, and the added neuron's own line. */
export const PlaneFrame = memo(function PlaneFrame({
  total,
  size,
  side,
  step,
  spot,
  last,
  label,
  lines,
}: PlaneFrameProps) {
  const terraces = useMemo(() => terracesOf(total, size, step, side), [total, size, step, side]);
  const zero = useMemo(() => pathOf(levelLines(total, size, 0), side), [total, size, side]);
  return (
    <svg
      className={styles.plane}
      width={side}
      height={side}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      data-last={last || undefined}
    >
      <rect width={side} height={side} fill={tintName(-TINTS)} />
      {terraces.map(({ level, d }) => (
        <path key={level} className={styles.terrace} d={d} fill={tintName(tintOf(level, step))} />
      ))}
      <path className={styles.zeroCasing} d={zero} />
      <path className={styles.zero} d={zero} />
      {lines.map(({ field, sign }, i) => {
        const { d } = lineWithTicks(field, size, sign, {
          side,
          gap: side / 6,
          length: Math.max(4, side / 20),
        });
        return (
          // Lines have no id but their order.
          // eslint-disable-next-line react/no-array-index-key
          <g key={i}>
            <path className={styles.lineCasing} d={d} />
            <path className={styles.line} d={d} />
          </g>
        );
      })}
      {inSquare(spot) && (
        <>
          <circle className={styles.casing} cx={spot.x1 * side} cy={(1 - spot.x2) * side} r="4.5" />
          <circle className={styles.point} cx={spot.x1 * side} cy={(1 - spot.x2) * side} r="4.5" />
        </>
      )}
    </svg>
  );
});
