/** Two points side by side: how each one's total adds up, with a neuron switched off. */
import { ablatedTrace, format, formatProbability, rowOf, totalsAt, trace } from "@neural-viz/engine";
import { useEffect } from "react";
import { compareWith } from "../../store/first/actions.ts";
import { networkOf, trainOf } from "../../store/derived.ts";
import { useThrottled } from "../../store/hooks.ts";
import { lookedOf, switchOff } from "../../store/selection/ablation.ts";
import { useApp } from "../../store/store.ts";
import { messages } from "#text/first";
import * as styles from "./First.module.css";
import { useFacts } from "./useFacts.ts";

export function Ledgers() {
  const facts = useFacts();
  const blue = useApp(({ selection }) => selection.index);
  const { nearest } = facts;
  useEffect(() => {
    compareWith(nearest);
    return () => compareWith(undefined);
  }, [nearest]);
  return (
    <div className={styles.ledgers}>
      <Ledger s={blue} label={1} />
      <Ledger s={facts.nearest} label={0} />
    </div>
  );
}

function Ledger({ s, label }: { s: number; label: 0 | 1 }) {
  const network = useApp(networkOf);
  const train = useApp(trainOf);
  const { params } = useThrottled(({ snapshot }) => snapshot);
  const off = useApp((state) => lookedOf(state)?.off);
  const { counts } = useFacts();
  const features = rowOf(train.features, s);
  const whole = trace(network, params, features);
  const shown = off === undefined ? whole : ablatedTrace(network, params, features, off);
  const { weight, bias, fanIn } = network.layers[1]!;
  const terms = Array.from({ length: fanIn }, (_, k) => params[weight + k]! * shown.a[0]![k]!);
  const totals = [params[bias]!];
  for (const term of terms) totals.push(totals.at(-1)! + term);
  const reach = totalsAt(network, params, features, { l: 2, j: 0 });
  const all = [0, ...reach, ...totals];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const z = shown.z[1]![0]!;
  return (
    <section className={styles.ledger} aria-label={messages.ledgerOf(s + 1, label)}>
      <h3>
        <span data-label={label}>{label === 1 ? "●" : "◆"}</span> {messages.ledgerOf(s + 1, label)}
        <span className={styles.sides}>{messages.innerSideOf(counts[s]!)}</span>
      </h3>
      <Row name="b" from={0} to={totals[0]!} low={low} high={high} value={format(params[bias]!)} />
      {terms.map((term, k) => {
        const isOff = off?.unit === k + 1;
        const inner = params[weight + k]! * whole.z[0]![k]! > 0;
        return (
          <Row
            // Terms have no id but their index.
            // eslint-disable-next-line react/no-array-index-key
            key={k}
            name={isOff ? messages.mean : inner ? messages.inner : messages.outer}
            neuron={k + 1}
            off={isOff}
            from={totals[k]!}
            to={totals[k + 1]!}
            low={low}
            high={high}
            value={format(term)}
          />
        );
      })}
      <Row name={messages.total} from={0} to={z} low={low} high={high} value={format(z)} total />
      <p className={styles.outcome}>
        <span>ŷ</span>
        <span>
          {off === undefined ? "" : messages.withNeuron(off.unit, formatProbability(whole.outputs[0]!))}
        </span>
        <strong>{formatProbability(shown.outputs[0]!)}</strong>
      </p>
    </section>
  );
}

interface RowProps {
  name: string;
  neuron?: number;
  off?: boolean;
  from: number;
  to: number;
  low: number;
  high: number;
  value: string;
  total?: boolean;
}

/** One term: a bar from the total before it to the total after it. */
function Row({ name, neuron, off = false, from, to, low, high, value, total = false }: RowProps) {
  const at = (v: number): number => ((v - low) / (high - low || 1)) * 100;
  const [left, right] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))];
  return (
    <p className={styles.row} data-off={off || undefined} data-total={total || undefined}>
      <span className={styles.name}>
        {neuron !== undefined && (
          <button
            type="button"
            className={styles.tag}
            aria-pressed={off}
            aria-label={messages.switchOff(neuron)}
            onClick={() => void switchOff({ layer: 1, unit: neuron })}
          >
            {neuron}
          </button>
        )}
        {name}
      </span>
      <svg viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true">
        <path d={`M${at(0)} 0V18`} />
        <rect
          x={left}
          y="4"
          width={Math.max(0.8, right - left)}
          height="10"
          fill={to < from ? "var(--neg)" : "var(--pos)"}
        />
      </svg>
      <span className={styles.amount}>{value}</span>
    </p>
  );
}
