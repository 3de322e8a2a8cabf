import { format } from "@neural-viz/engine";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { seek } from "../../store/run/control.ts";
import { useAnswer } from "../../store/answers.ts";
import { useApp } from "../../store/store.ts";
import { pointerIn } from "../kit/pointer.ts";
import { useSize } from "../kit/useSize.ts";
import { useWhen } from "../playground/useWhen.ts";
import { capital, count } from "../kit/text.ts";
import { stemOf } from "./names.ts";
import { words } from "../../words/inspector.ts";
import * as styles from "./Inspector.module.css";

const HEIGHT = 88;

/** The number over all epochs; pressing a place goes to its epoch. */
export function OverTime({ id }: { id: string }) {
  const { ref, size } = useSize<HTMLDivElement>();
  return (
    <div ref={ref} className={styles.time}>
      {size !== undefined && <Sparkline stem={stemOf(id)} width={size.width} />}
    </div>
  );
}

function Sparkline({ stem, width }: { stem: string; width: number }) {
  const series = useAnswer<"series">({ kind: "series", stems: [stem] })?.[0];
  const t = useApp(({ snapshot }) => snapshot.t);
  const [pointed, setAt] = useState<number>();
  const when = useWhen();
  if (series === undefined) return <p className={styles.hint}>{words.replayingTheRun}</p>;
  if (typeof series === "string") return <p className={styles.hint}>{series}</p>;
  const { ts, values } = series;
  // A run that begins anew has fewer.
  const at = pointed !== undefined && pointed < ts.length ? pointed : undefined;
  const last = Math.max(1, ts.at(-1)!);
  const finite = values.filter((value) => Number.isFinite(value));
  if (finite.length === 0) return <p className={styles.hint}>{words.noneIsFinite}</p>;
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const x = (epoch: number): number => 4 + (epoch / last) * (width - 8);
  const y = (value: number): number => 8 + ((high - value) / (high - low || 1)) * (HEIGHT - 16);
  const nearest = (epoch: number): number =>
    ts.reduce((best, other, i) => (Math.abs(other - epoch) < Math.abs(ts[best]! - epoch) ? i : best), 0);
  const follow = (event: PointerEvent): void => {
    setAt(nearest(((pointerIn(event.currentTarget, event).x - 4) / (width - 8)) * last));
  };
  const press = (event: KeyboardEvent): void => {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (move !== undefined && !event.altKey) {
      setAt(Math.max(0, Math.min(ts.length - 1, (at ?? nearest(t)) + move)));
    } else if (event.key === "Enter" && at !== undefined) seek(ts[at]!);
    else return;
    event.preventDefault();
  };
  const points = Array.from(ts, (epoch, i) => [epoch, values[i]!] as const).filter(([, value]) =>
    Number.isFinite(value),
  );
  return (
    <svg
      width={width}
      height={HEIGHT + 20}
      role="img"
      tabIndex={0}
      aria-label={
        at === undefined
          ? words.overUpdates(count(last), format(values[0]!), format(values.at(-1)!))
          : `${capital(when(ts[at]!))}: ${format(values[at]!)}`
      }
      onPointerMove={follow}
      onPointerLeave={() => setAt(undefined)}
      onBlur={() => setAt(undefined)}
      onKeyDown={press}
      onClick={() => at !== undefined && seek(ts[at]!)}
    >
      {low < 0 && high > 0 && <path className={styles.axis} d={`M0 ${y(0)}H${width}`} />}
      <path
        className={styles.curve}
        d={`M${points.map(([epoch, value]) => `${x(epoch).toFixed(1)} ${y(value).toFixed(1)}`).join("L")}`}
      />
      <path className={styles.cursor} d={`M${x(Math.min(last, t))} 0V${HEIGHT}`} />
      <text x="4" y={HEIGHT + 14}>
        {at === undefined ? `${format(low)} … ${format(high)}` : `${when(ts[at]!)}: ${format(values[at]!)}`}
      </text>
      {at !== undefined && Number.isFinite(values[at]) && (
        <circle className={styles.dot} cx={x(ts[at]!)} cy={y(values[at]!)} r="4" />
      )}
    </svg>
  );
}
