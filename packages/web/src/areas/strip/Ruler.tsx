import { TINTS, tintName } from "../../ui/plot/terraces.ts";
import { messages } from "#text/strip";
import * as styles from "./Strip.module.css";

/** The least and the greatest width of a tint, in pixels. */
const CELL = 25;
const WIDEST_CELL = 34;
/** The width of a character of a level, in pixels. */
const CHARACTER = 7;

interface RulerProps {
  step: number;
  largest: number;
  /** Whether the terms are neurons, which have lines. */
  hidden: boolean;
  /** The room that there is, in pixels. */
  width: number;
}

/** The tints that the strip uses, with their levels and zero in bold, and what its lines mean. */
export function Ruler({ step, largest, hidden, width }: RulerProps) {
  if (largest === 0) return undefined; // with zero weights there's nothing to measure
  const reach = Math.min(TINTS, Math.ceil(largest / step));
  const tints = Array.from({ length: 2 * reach }, (_, i) => i - reach);
  const level = (tint: number): string => String(Number((tint * step).toPrecision(6))).replace("-", "−");
  const longest = Math.max(...tints.slice(1).map((tint) => level(tint).length));
  const label = CHARACTER * longest + 8;
  const most = Math.floor(width / (2 * reach));
  if (most < 1) return undefined; // the strip isn't shown, as on paper
  const cell = Math.min(most, Math.max(CELL, Math.min(WIDEST_CELL, label)));
  const every = Math.ceil(label / cell);
  return (
    <div className={styles.ruler} aria-hidden="true">
      <svg width={2 * reach * cell} height="30">
        {tints.map((tint) => (
          <rect key={tint} x={(tint + reach) * cell} width={cell} height="12" fill={tintName(tint)} />
        ))}
        {tints.slice(1).map((tint) => (
          <g key={tint} data-zero={tint === 0 || undefined}>
            <path d={`M${(tint + reach) * cell} 0v${tint === 0 ? 16 : 12}`} />
            {tint % every === 0 && (
              <text x={(tint + reach) * cell} y="27" textAnchor="middle">
                {level(tint)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <span>
        <svg width="26" height="8">
          <path className={styles.zero} d="M0 4h26" />
        </svg>
        {messages.totalIsZero}
      </span>
      {hidden && (
        <span>
          <svg width="34" height="12">
            <path className={styles.line} d="M0 10h34M5 10v-6M17 10v-6M29 10v-6" />
          </svg>
          {messages.ticks}
        </span>
      )}
    </div>
  );
}
