import {
  activationOf,
  elementary,
  type Explanation,
  format,
  idOf,
  ids,
  type QuantityId,
} from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { dataOf, networkOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { messages } from "#text/step";
import * as styles from "./Step.module.css";

const WIDTH = 168;
const HEIGHT = 104;

/** The curve behind a unit: the activation with the current z, its tangent, or −ln with the current prediction. */
export function Picture({ of }: { of: Explanation }) {
  const network = useApp(networkOf);
  const samples = useApp(dataOf);
  const id = idOf(of.id);
  if (!("point" in id) || id.point?.kind !== "sample") return undefined;
  const { point } = id;
  const t = "t" in id ? id.t : 0;
  const last = network.layers.length;
  if (id.kind === "ell") {
    const y = samples.targets[0]![point.s - 1] ?? 0;
    return (
      <Plot
        x={ids.p.of(point, t)}
        f={(p) => -elementary.ln(y === 1 ? p : 1 - p)}
        from={0.02}
        to={0.98}
        label={y === 1 ? "−ln ŷ" : "−ln(1 − ŷ)"}
      />
    );
  }
  const unit = id.kind === "p" ? { l: last, j: 1 } : id.kind === "a" || id.kind === "delta" ? id : undefined;
  // The output's error signal contains no slope: it cancels against the loss's.
  if (unit === undefined || (id.kind === "delta" && unit.l === last)) return undefined;
  const { l, j } = unit;
  const { f, slope, label } = activationOf(network.layers[l - 1]!);
  return (
    <Plot x={ids.z.of(l, j, point, t)} f={f} label={label} {...(id.kind === "delta" ? { slope } : {})} />
  );
}

interface PlotProps {
  /** The id of the point on the curve. */
  x: QuantityId;
  f: (x: number) => number;
  /** The slope from f's value, if the tangent is what matters. */
  slope?: (value: number) => number;
  from?: number;
  to?: number;
  label: string;
}

function Plot({ x: id, f, slope, from, to, label }: PlotProps) {
  const at = useAnswer<"values">({ kind: "values", ids: [id] })?.[0];
  if (at === undefined || !Number.isFinite(at)) return undefined;
  const reach = Math.max(4, Math.abs(at) * 1.25);
  const [low, high] = [from ?? -reach, to ?? reach];
  const xs = Array.from({ length: 81 }, (_, i) => low + ((high - low) * i) / 80);
  const ys = xs.map(f);
  const [least, most] = [Math.min(...ys, 0), Math.max(...ys)];
  const px = (x: number): number => 4 + ((x - low) / (high - low)) * (WIDTH - 8);
  const py = (y: number): number => 8 + ((most - y) / (most - least || 1)) * (HEIGHT - 32);
  const value = f(at);
  const rise = slope?.(value);
  const half = (high - low) / 6;
  return (
    <svg
      width={WIDTH}
      height={HEIGHT}
      className={styles.picture}
      role="img"
      aria-label={messages.curveAt(label, format(at))}
    >
      <path
        className={styles.axis}
        d={`M0 ${py(0)}H${WIDTH}${low < 0 ? `M${px(0)} 0V${HEIGHT - 20}` : ""}`}
      />
      <path
        className={styles.curve}
        d={`M${xs.map((x, i) => `${px(x).toFixed(1)} ${py(ys[i]!).toFixed(1)}`).join("L")}`}
      />
      {rise !== undefined && (
        <path
          className={styles.tangent}
          d={`M${px(at - half)} ${py(value - rise * half)}L${px(at + half)} ${py(value + rise * half)}`}
        />
      )}
      <circle className={styles.dot} cx={px(Math.max(low, Math.min(high, at)))} cy={py(value)} r="4" />
      <text x={WIDTH / 2} y={HEIGHT - 4} textAnchor="middle">
        {rise === undefined ? label : messages.slopeAt(format(rise), format(at))}
      </text>
    </svg>
  );
}
