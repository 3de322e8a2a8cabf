import { format } from "@neural-viz/engine";
import { count } from "../../ui/kit/text.ts";
import { messages } from "#text/weights";
import * as styles from "./Weights.module.css";

interface HistogramProps {
  label: string;
  values: Float64Array;
}

/** Bars on each side of 0. */
const HALF = 6;
const WIDTH = 168;
const HEIGHT = 96;

/** How many values fall into each bin, on an axis that reaches equally far on both sides of 0. */
export function Histogram({ label, values }: HistogramProps) {
  const reach = values.reduce((max, value) => Math.max(max, Math.abs(value)), 0) || 1;
  const step = reach / HALF;
  const bars = Array.from({ length: 2 * HALF }, (_, i) => ({ from: (i - HALF) * step, of: 0 }));
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    bars[Math.max(0, Math.min(bars.length - 1, Math.floor(value / step) + HALF))]!.of += 1;
  }
  const most = Math.max(1, ...bars.map(({ of }) => of));
  const tallest = bars.reduce((best, bar) => (bar.of > best.of ? bar : best));
  const wide = WIDTH / bars.length;
  return (
    <figure className={styles.matrix}>
      <figcaption>
        <span>{messages.howMany(label)}</span>
      </figcaption>
      <svg
        width={WIDTH}
        height={HEIGHT + 34}
        role="img"
        aria-label={messages.histogram(
          label,
          values.length,
          format(reach),
          count(most),
          format(tallest.from),
          format(tallest.from + step),
        )}
      >
        {bars.map(({ from, of }, i) => (
          <g key={from}>
            <title>{messages.bar(count(of), format(from), format(from + step))}</title>
            <rect
              className={i < HALF ? styles.below : styles.above}
              x={i * wide + 1}
              y={16 + HEIGHT - (of / most) * HEIGHT}
              width={wide - 2}
              height={(of / most) * HEIGHT}
            />
            {of > 0 && (
              <text x={(i + 0.5) * wide} y={12 + HEIGHT - (of / most) * HEIGHT} textAnchor="middle">
                {of}
              </text>
            )}
          </g>
        ))}
        <path className={styles.axis} d={`M0 ${HEIGHT + 16}H${WIDTH}`} />
        <text x="0" y={HEIGHT + 31}>
          {format(-reach)}
        </text>
        <text x={WIDTH / 2} y={HEIGHT + 31} textAnchor="middle">
          0
        </text>
        <text x={WIDTH} y={HEIGHT + 31} textAnchor="end">
          {format(reach)}
        </text>
      </svg>
    </figure>
  );
}
