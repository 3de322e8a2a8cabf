/**
 * The audit: every step of every point through the network, checked line by line, and totals that match the rest of
 * the page.
 */
import { format, formatProbability, idOf, ids, isCorrect, type QuantityId, stemOf } from "@neural-viz/engine";
import { select } from "../../store/selection/choose.ts";
import { foundOf, useAnswer } from "../../store/answers.ts";
import { dataOf, networkOf, partsOf } from "../../store/derived.ts";
import { MANY_NUMBERS, useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Derivation } from "../../ui/quantity/Derivation.tsx";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { NumberField } from "../../ui/kit/NumberField.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import { messages } from "#text/audit";
import * as styles from "./Audit.module.css";
import { SampleTable } from "./SampleTable.tsx";

export function View() {
  const { t, loss, correct } = useThrottled(({ snapshot }) => snapshot, MANY_NUMBERS);
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
          correct,
          <Quantity id={ids.acc.of(t)}>{format(correct / n)}</Quantity>,
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
  const path = network.layers.flatMap(({ fanOut }, i) =>
    Array.from({ length: fanOut }, (_, j) => [
      ids.z.of(i + 1, j + 1, s, t),
      i + 1 === last ? ids.p.of(s, t) : ids.a.of(i + 1, j + 1, s, t),
    ]).flat(),
  );
  const answers = useAnswer<"explain">(
    { kind: "explain", ids: [...path, ids.ell.of(s, t), ids.conf.of(s, t)] },
    MANY_NUMBERS,
  );
  const told = foundOf(answers);
  const lines = told.slice(0, -2);
  const [loss, confidence] = told.slice(-2);
  const y = samples.targets[0]![s - 1]!;
  const p = lines.at(-1);
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
        {p !== undefined && confidence !== undefined && (
          <p>
            {messages.prediction(
              <Quantity id={p.id}>{formatProbability(p.value)}</Quantity>,
              p.value > 0.5 ? 1 : 0,
              <Quantity id={confidence.id}>{format(confidence.value)}</Quantity>,
              y,
              <strong>
                {isCorrect(p.value, y) ? messages.verdictCorrect : messages.verdictMisclassified}
              </strong>,
            )}
          </p>
        )}
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
      <section aria-label={messages.lossBinaryCrossEntropy}>
        <h3>{messages.lossBinaryCrossEntropy}</h3>
        <p>
          {messages.fromZ(
            <Tex tex="\ell = -\left[\, y \ln \hat y + (1 - y) \ln(1 - \hat y) \,\right]" plain="ℓ" />,
          )}
        </p>
        {loss !== undefined && <Derivation of={loss} className={styles.line} />}
      </section>
    </section>
  );
}

function layerOf(text: QuantityId, last: number): number | undefined {
  const id = idOf(text);
  if (id.kind === "p") return last;
  return id.kind === "z" || id.kind === "a" ? id.l : undefined;
}
