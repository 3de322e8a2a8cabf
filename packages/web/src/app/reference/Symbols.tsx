import {
  biasName,
  type Explanation,
  format,
  formatProbability,
  idOf,
  ids,
  optimizerOf,
  plainOf,
  type QuantityId,
  weightName,
} from "@neural-viz/engine";
import { optimizerInForce } from "../../store/run/state.ts";
import { foundOf, useAnswer } from "../../store/answers.ts";
import { networkOf } from "../../store/derived.ts";
import { type AppState, useApp } from "../../store/store.ts";
import { messages } from "#text/reference";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { Tex } from "../../ui/kit/Tex.tsx";
import * as styles from "./Reference.module.css";

/** Every kind of quantity, with an example from the current run: its description, its formula, and its value. */
export function Symbols() {
  const key = useApp((state) => JSON.stringify(idsOf(state)));
  const known = foundOf(
    useAnswer<"explain">({ kind: "explain", ids: JSON.parse(key) as readonly QuantityId[] }),
  );
  return (
    <div className={styles.scroll} role="region" aria-label={messages.sections.symbols.title} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {messages.symbolColumns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {known.map((one) => (
            <Row key={one.id} of={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ of }: { of: Explanation }) {
  const id = idOf(of.id);
  const plain = plainOf(id);
  return (
    <tr>
      <th scope="row">
        <Tex tex={of.symbol} plain={plain} />
      </th>
      <td className={styles.value}>
        <Quantity id={of.id}>{id.kind === "p" ? formatProbability(of.value) : format(of.value)}</Quantity>
      </td>
      <td>{of.caption.text}</td>
      <td className={styles.formula}>
        {of.expression !== undefined && <Tex tex={of.symbols} plain={plain} />}
      </td>
    </tr>
  );
}

/** One quantity of each kind in this run, from the data to the update. */
function idsOf(state: AppState): QuantityId[] {
  const { snapshot, selection } = state;
  const optimizer = optimizerInForce(state);
  const { t, test } = snapshot;
  const s = selection.index + 1;
  const last = networkOf(state).layers.length;
  const w = weightName(1, 1, 1);
  const { hyper } = optimizerOf(optimizer.name);
  const derived = optimizerOf(optimizer.name).derivation.map(([slot]) => slot);
  const slots = derived.filter((slot) => slot !== "w");
  return [
    ids.x.of(1, s),
    ids.y.of(s),
    ids.parameter.of(w, t),
    ids.parameter.of(biasName(1, 1), t),
    ids.z.of(1, 1, s, t),
    ...(last > 1 ? [ids.a.of(1, 1, s, t), ids.slope.of(1, 1, s, t)] : []),
    ids.p.of(s, t),
    ids.conf.of(s, t),
    ids.ell.of(s, t),
    ids.L.of(t),
    ids.acc.of(t),
    ...(test === undefined ? [] : [ids.Ltest.of(t), ids.acctest.of(t)]),
    ids.delta.of(last, 1, s, t),
    ...(last > 1 ? [ids.delta.of(1, 1, s, t)] : []),
    ids.gradient.of(w, t, s),
    ids.gradient.of(w, t),
    ...Object.keys(hyper).map((name) => ids.hyper.of(name, t)),
    ...(t === 0
      ? []
      : [
          ...slots.map((slot) => ids.optimizerState.of(slot, w, t)),
          ids.difference.of(w, t),
          ids.predicted.of(t),
          ids.dL.of(t),
        ]),
    ids.norm.of("norm", 1, t),
    ids.norm.of("gnorm", 1, t),
    ids.init.of(w),
    ids.rng.of(1),
  ];
}
