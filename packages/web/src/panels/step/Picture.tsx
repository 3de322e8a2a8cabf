import {
  activationOf,
  elementary,
  type Explanation,
  firstLargest,
  format,
  type Id,
  idOf,
  ids,
  type Network,
  type QuantityId,
  rowOf,
} from "@neural-viz/engine";
import { useAnswer } from "../../store/answers.ts";
import { dataOf, networkOf } from "../../store/derived.ts";
import { useApp } from "../../store/store.ts";
import { outputId, unitSymbol } from "../../ui/quantity/names.ts";
import { messages } from "#text/step";
import * as styles from "./Step.module.css";

const WIDTH = 168;
const HEIGHT = 104;

/** The curve behind a unit: the activation with the current z, its tangent, or the loss with the current prediction. */
export function Picture({ of }: { of: Explanation }) {
  const network = useApp(networkOf);
  const id = idOf(of.id);
  if (!("point" in id) || id.point?.kind !== "sample") return undefined;
  if (id.kind === "ell") return <LossPicture s={id.point.s} t={id.t} />;
  const unit = unitOf(id, network);
  if (unit === undefined) return undefined;
  const layer = network.layers[unit.l - 1]!;
  // A softmax has no curve: it looks at all z of its layer at once.
  if (layer.activation === "softmax") return undefined;
  const { f, slope, label } = activationOf(layer);
  return (
    <Plot
      x={ids.z.of(unit.l, unit.j, id.point, unit.t)}
      f={f}
      label={label}
      {...(id.kind === "delta" ? { slope } : {})}
    />
  );
}

interface Curved {
  readonly l: number;
  readonly j: number;
  readonly t: number;
}

/** The neuron whose curve a quantity comes from; undefined if it comes from none. */
function unitOf(id: Id, { layers, head }: Network): Curved | undefined {
  const last = layers.length;
  if (id.kind === "p") return { l: last, j: id.j ?? 1, t: id.t };
  if (id.kind === "yhat") return { l: last, j: id.j, t: id.t };
  if (id.kind === "a") return id;
  // In the error signal of an output, the slope may cancel against the loss's, or be 1 everywhere.
  const straight = head.loss === "crossEntropy" || head.activation === "identity";
  return id.kind === "delta" && !(id.l === last && straight) ? id : undefined;
}

/** The loss by the output it depends on. Squared errors of several outputs have no such curve. */
function LossPicture({ s, t }: { s: number; t: number }) {
  const network = useApp(networkOf);
  const { targets } = useApp(dataOf);
  const row = rowOf(targets, s - 1);
  const { head } = network;
  if (head.loss === "crossEntropy") {
    const own = head.targets === "classes" ? firstLargest(row) : 0;
    const inverted = head.targets === "binary" && row[0] !== 1;
    const letter = unitSymbol(network, network.layers.length, own).plain;
    return (
      <Plot
        x={outputId(network, own, s, t)}
        f={(p) => -elementary.ln(inverted ? 1 - p : p)}
        from={0.02}
        to={0.98}
        label={inverted ? `−ln(1 − ${letter})` : `−ln ${letter}`}
      />
    );
  }
  if (row.length > 1) return undefined;
  const y = row[0]!;
  const half = head.loss === "squaredError";
  return (
    <Plot
      x={outputId(network, 0, s, t)}
      f={(value) => (value - y) ** 2 * (half ? 0.5 : 1)}
      around={y}
      label={half ? "½ (ŷ − y)²" : "(ŷ − y)²"}
    />
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
  /** The middle of the plot, if it isn't 0. */
  around?: number;
  label: string;
}

function Plot({ x: id, f, slope, from, to, around, label }: PlotProps) {
  const at = useAnswer<"values">({ kind: "values", ids: [id] })?.[0];
  if (at === undefined || !Number.isFinite(at)) return undefined;
  const middle = around ?? 0;
  const reach = Math.max(around === undefined ? 4 : 1, Math.abs(at - middle) * 1.25);
  const [low, high] = [from ?? middle - reach, to ?? middle + reach];
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
        d={`M0 ${py(0)}H${WIDTH}${low < 0 && high > 0 ? `M${px(0)} 0V${HEIGHT - 20}` : ""}`}
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
