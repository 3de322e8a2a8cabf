/** The error of each training point: a segment from its target to the curve, and a square on it. */
import { rowOf } from "@neural-viz/engine";
import { dataOf, networkOf, partsOf } from "../../../store/derived.ts";
import { lookedOf } from "../../../store/selection/ablation.ts";
import { useApp } from "../../../store/store.ts";
import { messages } from "#text/fit";
import * as styles from "../Boundary.module.css";
import type { CurvePlane } from "./plane.ts";

interface ErrorsProps {
  plane: CurvePlane;
  output: number;
  small: boolean;
}

/** With more points than this, squares would cover everything. */
const MAX_SQUARES = 150;

export function Errors({ plane, output, small }: ErrorsProps) {
  const samples = useApp(dataOf);
  const { split } = useApp(partsOf);
  const { head, layers } = useApp(networkOf);
  const predictions = useApp((state) => lookedOf(state)?.outputs ?? state.snapshot.outputs)[output]!;
  const whole = useApp((state) => state.off === undefined);
  const fit = useApp((state) => state.snapshot.fit);
  const { x, y, unit, right, top } = plane;
  const squares = !small && split.train.length <= MAX_SQUARES;
  const errors = Array.from(split.train, (s) => {
    const [value] = rowOf(samples.inputs, s);
    const target = samples.targets[output]![s]!;
    return { at: x(value!), from: y(target), to: y(predictions[s]!), tooHigh: predictions[s]! > target };
  }).filter(({ at, to }) => at >= plane.left && at <= right && Number.isFinite(to));
  const segments = (tooHigh: boolean): string =>
    errors
      .filter((error) => error.tooHigh === tooHigh)
      .map(({ at, from, to }) => `M${at.toFixed(1)} ${from.toFixed(1)}V${to.toFixed(1)}`)
      .join("");
  const boxes = (tooHigh: boolean): string =>
    errors
      .filter((error) => error.tooHigh === tooHigh)
      .map(({ at, from, to }) => {
        const side = Math.abs(to - from);
        const way = at + side > right ? -side : side;
        return `M${at.toFixed(1)} ${from.toFixed(1)}V${to.toFixed(1)}h${way.toFixed(1)}V${from.toFixed(1)}z`;
      })
      .join("");
  // The mean of the squares is drawn as a square too; with several outputs it isn't the loss.
  const mean = squares && whole && layers.at(-1)!.fanOut === 1 ? (fit?.rmse ?? 0) * unit : undefined;
  return (
    <>
      {squares && (
        <>
          <path className={styles.squareHigh} d={boxes(true)} />
          <path className={styles.squareLow} d={boxes(false)} />
        </>
      )}
      <path className={styles.segmentHigh} d={segments(true)} />
      <path className={styles.segmentLow} d={segments(false)} />
      {mean !== undefined && mean < 90 && (
        <g className={styles.squareLegend}>
          <text x={right - 44} y={top + 12} textAnchor="end">
            {messages.squareOfErrors}
          </text>
          <rect className={styles.squareHigh} x={right - 38} y={top + 2} width="14" height="13" />
          <rect className={styles.squareLow} x={right - 20} y={top + 2} width="14" height="13" />
          <text x={right - mean - 14} y={top + 32} textAnchor="end">
            {head.loss === "mse"
              ? messages.meanOfSquares(split.train.length)
              : messages.halfTheMeanOfSquares(split.train.length)}
          </text>
          <rect className={styles.meanSquare} x={right - mean - 6} y={top + 22} width={mean} height={mean} />
        </g>
      )}
    </>
  );
}
