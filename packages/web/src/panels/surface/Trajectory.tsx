import type { Trajectory as Stops } from "@neural-viz/engine";
import * as styles from "./Surface.module.css";

/** In how many levels of distance a trajectory is drawn, from near to far. */
const STEPS = 5;
/** The opacity of the nearest and of the farthest level. */
const STRONG = 1;
const FAINT = 0.3;

interface TrajectoryProps {
  trajectory: Stops;
  /** From the plane's coordinates to pixels. */
  x: (value: number) => number;
  y: (value: number) => number;
  kind: "path" | "descent";
}

/** A trajectory through all parameters, projected onto the plane. The farther from the plane, the fainter. */
export function Trajectory({ trajectory, x, y, kind }: TrajectoryProps) {
  const farthest = trajectory.distance.reduce((most, d) => Math.max(most, d), 0);
  const pieces: { step: number; d: string }[] = [];
  for (let i = 1; i < trajectory.ts.length; i++) {
    const away = (trajectory.distance[i - 1]! + trajectory.distance[i]!) / 2;
    const step = farthest === 0 ? 0 : Math.min(STEPS - 1, Math.floor((away / farthest) * STEPS));
    const at = (k: number): string => `${x(trajectory.x[k]!).toFixed(1)} ${y(trajectory.y[k]!).toFixed(1)}`;
    const last = pieces.at(-1);
    if (last?.step === step) last.d += `L${at(i)}`;
    else pieces.push({ step, d: `M${at(i - 1)}L${at(i)}` });
  }
  const end = trajectory.ts.length - 1;
  return (
    <g className={styles[kind]}>
      {pieces.map(({ d }) => (
        <path key={d} d={d} className={styles.casing} />
      ))}
      {pieces.map(({ step, d }) => (
        <path key={d} d={d} opacity={STRONG - ((STRONG - FAINT) * step) / (STEPS - 1)} />
      ))}
      {end > 0 && <circle cx={x(trajectory.x[end]!)} cy={y(trajectory.y[end]!)} r="3" />}
    </g>
  );
}
