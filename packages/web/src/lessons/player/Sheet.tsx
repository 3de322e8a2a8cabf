import type { ReactNode } from "react";
import { count } from "../../ui/kit/text.ts";
import { messages } from "#text/lessons";
import * as styles from "./Sketch.module.css";

const WIDTH = 320;
const HEIGHT = 176;
const LEFT = 30;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 22;

/** Converts shares of the epochs and losses to the sheet's coordinates, and shares of its box back. */
export function scaleOf(top: number) {
  return {
    x: (share: number): number => LEFT + share * (WIDTH - LEFT - RIGHT),
    y: (loss: number): number => TOP + (1 - Math.min(1, Math.max(0, loss / top))) * (HEIGHT - TOP - BOTTOM),
    shareAt: (x: number): number => (x * WIDTH - LEFT) / (WIDTH - LEFT - RIGHT),
    lossAt: (y: number): number =>
      Math.min(top, Math.max(0, (1 - (y * HEIGHT - TOP) / (HEIGHT - TOP - BOTTOM)) * top)),
  };
}

export const viewBox = `0 0 ${WIDTH} ${HEIGHT}`;

interface SheetProps {
  /** The loss at the top of the sheet. */
  top: number;
  /** The epoch at its right edge. */
  epochs: number;
  /** Losses at equal distances; `blank` until something is drawn. */
  drawn: readonly number[];
  blank?: boolean;
  /** The losses that the engine computed, for comparison. */
  truth?: Float64Array;
  children?: ReactNode;
}

/** The content of a sheet of paper for a loss curve: its axes, the loss of a coin flip, a drawing and the truth. */
export function Sheet({ top, epochs, drawn, blank = false, truth, children }: SheetProps) {
  const { x, y } = scaleOf(top);
  const pathOf = (values: ArrayLike<number>): string =>
    `M${Array.from(values, (loss, i) => `${x(i / (values.length - 1)).toFixed(1)} ${y(loss).toFixed(1)}`).join("L")}`;
  return (
    <>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <path className={styles.grid} d={`M${LEFT} ${y(share * top)}H${WIDTH - RIGHT}`} />
          <text x={LEFT - 5} y={y(share * top) + 4} textAnchor="end">
            {share * top}
          </text>
        </g>
      ))}
      <path className={styles.coin} d={`M${LEFT} ${y(Math.LN2)}H${WIDTH - RIGHT}`} />
      <text x={WIDTH - RIGHT} y={y(Math.LN2) - 4} textAnchor="end">
        ln 2
      </text>
      <text x={LEFT} y={HEIGHT - 6}>
        0
      </text>
      <text x={(LEFT + WIDTH) / 2} y={HEIGHT - 6} textAnchor="middle">
        {messages.epoch}
      </text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">
        {count(epochs)}
      </text>
      {truth !== undefined && <path className={styles.truth} d={pathOf(truth)} />}
      <path className={styles.drawn} data-blank={blank || undefined} d={pathOf(drawn)} />
      <circle className={styles.start} cx={x(0)} cy={y(drawn[0]!)} r="3.5" />
      {children}
    </>
  );
}
