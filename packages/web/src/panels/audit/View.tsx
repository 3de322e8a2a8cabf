/**
 * The audit: every step of every point through the network, checked line by line, and totals that match the rest of
 * the page.
 */
import {
  firstLargest,
  format,
  formatProbability,
  idOf,
  ids,
  labelAt,
  namesLabel,
  type QuantityId,
  rowOf,
  stemOf,
} from "@neural-viz/engine";
import { select } from "../../store/selection/choose.ts";
import { foundOf, useAnswer } from "../../store/answers.ts";
import { dataOf, networkOf, partsOf } from "../../store/derived.ts";
import { MANY_NUMBERS, useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Derivation } from "../../ui/quantity/Derivation.tsx";
import { outputId, unitSymbol } from "../../ui/quantity/names.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { messages } from "#text/audit";
import * as styles from "./Audit.module.css";
import { SampleTable } from "./SampleTable.tsx";

export function View() {
  const { t, loss, correct, fit } = useThrottled(({ snapshot }) => snapshot, MANY_NUMBERS);
  const { trained: n, heldOut } = useApp(partsOf);
  return (
    <div className={styles.body}>
      <p className={styles.totals}>
        {messages.totals(
          t,
          <Tex tex="L = \frac{1}{n} \sum_s \ell^{[s]}" plain="L" />,
          <Quantity id={ids.L.of(t)}>{format(loss)}</Quantity>,
          n,
          heldOut > 0,
          correct === undefined
            ? messages.rootMeanSquare(<Quantity id={ids.rmse.of(t)}>{format(fit?.rmse ?? 0)}</Quantity>)
            : messages.accuracy(correct, n, <Quantity id={ids.acc.of(t)}>{format(correct / n)}</Quantity>),
        )}
      </p>
      <SampleTable />
      <Trajectory />
    </div>
  );
}

/** One point from its inputs to its loss. */
function Trajectory() {
  const network = useApp(networkOf);
  const samples = useApp(dataOf);
  const s = useApp(({ selection }) => selection.index + 1);
  const t = useThrottled(({ snapshot }) => snapshot.t, MANY_NUMBERS);
  const last = network.layers.length;
  const { head } = network;
  const several = network.layers.at(-1)!.fanOut > 1;
  const lossName =
    head.loss === "crossEntropy"
      ? several
        ? messages.lossCrossEntropy
        : messages.lossBinaryCrossEntropy
      : messages.lossSquared;
  const path = network.layers.flatMap(({ fanOut }, i) =>
    Array.from({ length: fanOut }, (_, j) => [
      ids.z.of(i + 1, j + 1, s, t),
      i + 1 === last ? outputId(network, j, s, t) : ids.a.of(i + 1, j + 1, s, t),
    ]).flat(),
  );
  const answers = useAnswer<"explain">({ kind: "explain", ids: [...path, ids.ell.of(s, t)] }, MANY_NUMBERS);
  const told = foundOf(answers);
  const lines = told.slice(0, -1);
  const loss = told.at(-1);
  return (
    <section aria-label={messages.onePoint} className={styles.point}>
      <div className={styles.choose}>
        <NumberField
          label={messages.point}
          value={s}
          min={1}
          max={samples.count}
          onChange={(sample) => select({ kind: "sample", index: sample - 1 })}
        />
        <Verdict s={s} t={t} />
      </div>
      {network.layers.map(({ fanOut }, i) => (
        <section
          key={i === last - 1 ? "output" : `layer ${i + 1}`}
          aria-label={i === last - 1 ? messages.output : messages.layer(i + 1)}
        >
          <h3>{i === last - 1 ? messages.output : messages.layer(i + 1)}</h3>
          {lines
            .filter(({ id }) => layerOf(id, last) === i + 1)
            .slice(0, 2 * fanOut)
            .map((line) => (
              <Derivation key={stemOf(line.id)} of={line} className={styles.line} />
            ))}
        </section>
      ))}
      <section aria-label={lossName}>
        <h3>{lossName}</h3>
        {head.loss === "crossEntropy" && (
          <p>{messages.fromZ(<Tex tex={crossEntropy[several ? "several" : "one"]} plain="ℓ" />)}</p>
        )}
        {loss !== undefined && <Derivation of={loss} className={styles.line} />}
      </section>
    </section>
  );
}

const crossEntropy = {
  one: "\\ell = -\\left[\\, y \\ln \\hat y + (1 - y) \\ln(1 - \\hat y) \\,\\right]",
  several: "\\ell = -\\ln p_c",
};

/** What the network predicts for a point, and whether that's correct. */
function Verdict({ s, t }: { s: number; t: number }) {
  const network = useApp(networkOf);
  const { kind, targets } = useApp(dataOf);
  const { outputs } = useThrottled(({ snapshot }) => snapshot, MANY_NUMBERS);
  const label = labelAt(kind, targets, s - 1);
  if (label === undefined || outputs[0]!.length < s) return undefined;
  const row = rowOf(outputs, s - 1);
  const predicted = kind === "binary" ? Number(row[0]! > 0.5) : firstLargest(row);
  const { confidenceOf } = network.head;
  const j = kind === "binary" ? 0 : predicted;
  const right = namesLabel(kind, row, rowOf(targets, s - 1)) === true;
  return (
    <p>
      {messages.prediction(
        unitSymbol(network, network.layers.length, j).plain,
        <Quantity id={outputId(network, j, s, t)}>{formatProbability(row[j]!)}</Quantity>,
        predicted,
        confidenceOf === undefined
          ? undefined
          : messages.withConfidence(<Quantity id={ids.conf.of(s, t)}>{format(confidenceOf(row))}</Quantity>),
        label,
        <strong>{right ? messages.verdictCorrect : messages.verdictMisclassified}</strong>,
      )}
    </p>
  );
}

function layerOf(text: QuantityId, last: number): number | undefined {
  const id = idOf(text);
  if (id.kind === "p" || id.kind === "yhat") return last;
  return id.kind === "z" || id.kind === "a" ? id.l : undefined;
}
