import { count } from "../kit/text.ts";
import type { Area } from "./area.ts";
import * as styles from "./Axis.module.css";
import { level } from "./line.ts";
import type { Scale } from "./scale.ts";

interface AxisProps {
  ticks: readonly number[];
  scale: Scale;
  area: Area;
  /** Formats a number. */
  text: (tick: number) => string;
}

interface AxisLeftProps extends AxisProps {
  /** Whether each number has a grid line. */
  grid?: boolean;
}

/** Numbers to the left of the plot area. */
export function AxisLeft({ ticks, scale, area, text, grid = false }: AxisLeftProps) {
  return ticks.map((tick) => (
    <g key={tick}>
      {grid && <path className={styles.grid} d={level(Math.round(scale(tick)), area)} />}
      <text x={area.left - 6} y={scale(tick) + 4} textAnchor="end">
        {text(tick)}
      </text>
    </g>
  ));
}

/** How far below the plot area the numbers are, in pixels. */
export const BELOW = 16;

interface AxisBelowProps extends AxisProps {
  /** Whether each number is centered below its tick. Otherwise those at the ends stay within the plot area. */
  centered?: boolean;
}

/** Numbers below the plot area. */
export function AxisBelow({ ticks, scale, area, text, centered = false }: AxisBelowProps) {
  return ticks.map((tick) => (
    <text
      key={tick}
      x={scale(tick)}
      y={area.bottom + BELOW}
      textAnchor={centered ? "middle" : anchorAt(scale(tick), area)}
    >
      {text(tick)}
    </text>
  ));
}

/** Roughly half the width of a number, in pixels. */
const HALF = 14;

/** The text anchor at a position that keeps the text within the plot area. */
function anchorAt(x: number, { left, right }: Area): "start" | "middle" | "end" {
  return x < left + 1 ? "start" : x > right - HALF ? "end" : "middle";
}

/** The width of a digit, in pixels. */
const DIGIT = 7;

/** The middle of the room for an axis's name: between its last two numbers. */
export function nameBelow(ticks: readonly number[], scale: Scale, area: Area): number {
  const [a = 0, b = 0] = ticks.slice(-2);
  const room = (tick: number): number => DIGIT * count(tick).length;
  const left = scale(a) + room(a) / 2;
  const right = scale(b) - (anchorAt(scale(b), area) === "end" ? room(b) : room(b) / 2);
  return (left + right) / 2;
}
