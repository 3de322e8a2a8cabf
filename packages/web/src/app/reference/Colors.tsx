import type { ReactNode } from "react";
import { messages } from "#text/reference";
import { mark } from "../../ui/plot/marks.ts";
import * as styles from "./Reference.module.css";

const svg = (content: ReactNode) => (
  <svg width="64" height="24" viewBox="0 0 64 24" aria-hidden="true" className={styles.mark}>
    {content}
  </svg>
);

/** A ramp of the palette, step by step. */
const ramp = (name: string, steps: number) => (
  <svg width="64" height="24" viewBox="0 0 64 24" aria-hidden="true">
    {Array.from({ length: steps }, (_, i) => (
      // Steps have no id but their index.
      // eslint-disable-next-line react/no-array-index-key
      <rect
        key={i}
        x={(64 / steps) * i}
        y="4"
        width={64 / steps + 0.5}
        height="16"
        fill={`var(--${name}-${i})`}
      />
    ))}
  </svg>
);

/** What each color and mark means. Every color comes with a second sign. */
export function Colors() {
  const rows: readonly (readonly [ReactNode, string])[] = [
    [ramp("div", 13), messages.diverging],
    [
      svg(
        <>
          <path d={mark(1, 20, 12, 7)} fill="var(--point-1)" />
          <path d={mark(0, 44, 12, 7)} fill="var(--point-0)" />
        </>,
      ),
      messages.classes,
    ],
    [
      svg(
        <>
          <path d={mark(1, 20, 12, 7)} fill="var(--paper)" stroke="var(--point-1)" strokeWidth="2" />
          <path d={mark(0, 44, 12, 7)} fill="var(--paper)" stroke="var(--point-0)" strokeWidth="2" />
        </>,
      ),
      messages.heldOut,
    ],
    [ramp("grad", 7), messages.gradientRamp],
    [ramp("edge", 4), messages.edgeRamp],
    [svg(<path d="M2 12L62 6v12z" fill="var(--edge-0)" />), messages.thickness],
    [svg(<path d="M2 12h60" stroke="var(--ink)" strokeWidth="3" strokeDasharray="8 5" />), messages.dashed],
    [ramp("conf", 7), messages.confidence],
    [
      svg(<path d="M2 18C20 18 24 6 62 6" fill="none" stroke="var(--ink)" strokeWidth="2" />),
      messages.contour,
    ],
    [
      svg(
        <>
          <circle cx="32" cy="12" r="10" opacity=".2" />
          <circle cx="32" cy="12" r="7" opacity=".4" />
          <circle cx="32" cy="12" r="4" />
        </>,
      ),
      messages.rings,
    ],
    [svg(<circle cx="32" cy="12" r="8" strokeWidth="2.5" />), messages.ring],
    [svg(<path d="M18 2h28v20H18zM18 12L28 2M18 22L38 2M28 22L46 4M38 22L46 14" />), messages.dead],
    [svg(<path d="M6 20h52" strokeDasharray="2 2" strokeWidth="2" />), messages.underline],
    [svg(<path d="M2 8C20 8 30 18 62 18" opacity=".35" strokeWidth="2" />), messages.ghost],
    [
      <strong key="ok" className={styles.ok}>
        {messages.verifiedMark}
      </strong>,
      messages.verified,
    ],
  ];
  return (
    <dl className={styles.marks}>
      {rows.map(([sign, meaning]) => (
        <div key={meaning}>
          <dt>{sign}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
