/** Over a plane of values: contour lines with their values, points in the color of their targets, and squares of errors. */
import { memo, useMemo } from "react";
import { useShallow } from "zustand/shallow";
import { dataOf, shownOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { pick } from "../../ui/plot/color.ts";
import { levelLines, pathOf } from "../../ui/plot/contour.ts";
import { valueIndex } from "../../ui/plot/field.ts";
import { roundNumbers } from "../../ui/plot/levels.ts";
import { placeLabels } from "../../ui/plot/lineLabels.ts";
import { inSquare, type Spot } from "../../ui/plot/square.ts";
import { usePalette } from "../../ui/plot/usePalette.ts";
import * as styles from "./Boundary.module.css";

interface ValueMarksProps {
  side: number;
  spots: readonly Spot[];
  radius: number;
  heldOut: ReadonlySet<number>;
  small: boolean;
}

/** The side of a square of an error as large as the largest target, as a share of the picture's. */
const SQUARE = 0.35;
/** More lines than this are too close to tell apart. */
const MAX_LEVELS = 9;
const MAX_LABELS = 7;

export function ValueMarks(props: ValueMarksProps) {
  return (
    <svg className={styles.picture} width={props.side} height={props.side} aria-hidden="true">
      <Contours {...props} />
      <Errors {...props} />
      <Targets {...props} />
    </svg>
  );
}

function Contours({ side, spots, small }: ValueMarksProps) {
  const { outputs, size } = useThrottled((state) => state.snapshot.pictures);
  const { output } = useApp(useShallow(shownOf));
  const levels = useMemo(() => {
    const field = outputs[output]!;
    const [low, high] = [Math.min(...field), Math.max(...field)];
    return roundNumbers(low, high, MAX_LEVELS)
      .filter((level) => level !== 0)
      .map((level) => ({ value: level, lines: levelLines(field, size, level) }));
  }, [outputs, size, output]);
  const labels = useMemo(
    () =>
      small
        ? []
        : placeLabels(
            levels,
            spots.map(({ x1, x2 }) => [x1, 1 - x2] as const),
            MAX_LABELS,
          ),
    [levels, spots, small],
  );
  return (
    <>
      {levels.map(({ value, lines }) => (
        <path
          key={value}
          d={pathOf(lines, side)}
          className={styles.level}
          strokeDasharray={value < 0 ? "4 3" : undefined}
        />
      ))}
      {labels.map(({ value, x, y }) => (
        <text key={value} className={styles.epoch} x={x * side} y={y * side + 4} textAnchor="middle">
          {String(value).replace("-", "−")}
        </text>
      ))}
    </>
  );
}

/** A square for each point whose error is larger than its dot; its area is the squared error. */
function Errors({ side, spots, radius }: ValueMarksProps) {
  const outputs = useThrottled((state) => state.snapshot.outputs);
  const samples = useApp(dataOf);
  const { output, scale } = useApp(useShallow(shownOf));
  const path = (tooHigh: boolean): string =>
    spots
      .map((spot, s) => {
        const error = outputs[output]![s]! - samples.targets[output]![s]!;
        const length = Math.min(side / 3, (SQUARE * side * Math.abs(error)) / scale);
        if (!inSquare(spot) || error > 0 !== tooHigh || !(length > 2 * radius + 2)) return "";
        const [x, y] = [spot.x1 * side - length / 2, (1 - spot.x2) * side - length / 2];
        return `M${x.toFixed(1)} ${y.toFixed(1)}h${length.toFixed(1)}v${length.toFixed(1)}h${(-length).toFixed(1)}z`;
      })
      .join("");
  return (
    <>
      <path className={styles.tooHigh} d={path(true)} />
      <path className={styles.tooLow} d={path(false)} />
    </>
  );
}

/** Points filled with the color of their targets; held-out points have a dashed rim. */
const Targets = memo(function Targets({ side, spots, radius, heldOut }: ValueMarksProps) {
  const samples = useApp(dataOf);
  const { output, scale } = useApp(useShallow(shownOf));
  const palette = usePalette();
  return spots.map(
    (spot, s) =>
      inSquare(spot) && (
        <circle
          // Samples have no id but their index.
          // eslint-disable-next-line react/no-array-index-key
          key={s}
          className={styles.target}
          cx={spot.x1 * side}
          cy={(1 - spot.x2) * side}
          r={radius}
          strokeDasharray={heldOut.has(s) ? "1.5 1.5" : undefined}
          fill={pick(palette.weight, valueIndex(samples.targets[output]![s]!, scale) / 255)}
        />
      ),
  );
});
