import { type Explanation, format, formatProbability, optimizerOf, parseId } from "@neural-viz/engine";
import { optimizerInForce } from "../../store/run/state.ts";
import { useAnswer } from "../../store/answers.ts";
import { networkOf } from "../../store/derived.ts";
import { type AppState, useApp } from "../../store/store.ts";
import { words } from "../../words/reference.ts";
import { plainOf } from "../inspector/names.ts";
import { Quantity } from "../inspector/Quantity.tsx";
import { Tex } from "../kit/Tex.tsx";
import * as styles from "./Reference.module.css";

/** Every kind of quantity, by one of its kind in the present run: what it is, its formula, and its value now. */
export function Symbols() {
  const key = useApp((state) => idsOf(state).join(" "));
  const found = useAnswer<"explain">({ kind: "explain", ids: key.split(" ") }) ?? [];
  const known = found.filter((one): one is Explanation => typeof one !== "string");
  return (
    <div className={styles.scroll} role="region" aria-label={words.sections.symbols.title} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {words.symbolColumns.map((column) => (
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
  const id = parseId(of.id);
  const plain = id === undefined ? of.id : plainOf(id);
  return (
    <tr>
      <th scope="row">
        <Tex tex={of.symbol} plain={plain} />
      </th>
      <td className={styles.value}>
        <Quantity id={of.id}>{id?.kind === "p" ? formatProbability(of.value) : format(of.value)}</Quantity>
      </td>
      <td>{of.words}</td>
      <td className={styles.formula}>
        {of.expression !== undefined && <Tex tex={of.symbols} plain={plain} />}
      </td>
    </tr>
  );
}

/** One quantity of each kind there is in this run, from the data to the update. */
function idsOf(state: AppState): string[] {
  const { snapshot, selection } = state;
  const optimizer = optimizerInForce(state);
  const { t, test } = snapshot;
  const s = `[${selection.index + 1}]`;
  const last = networkOf(state).layers.length;
  const w = "W.1.1.1";
  const { hyper } = optimizerOf(optimizer.name);
  const derived = optimizerOf(optimizer.name).derivation.map(([slot]) => slot);
  const slots = derived.filter((slot) => slot !== "w");
  return [
    `x${s}.1`,
    `y${s}`,
    `${w}@${t}`,
    `b.1.1@${t}`,
    `z.1.1${s}@${t}`,
    ...(last > 1 ? [`a.1.1${s}@${t}`, `slope.1.1${s}@${t}`] : []),
    `p${s}@${t}`,
    `conf${s}@${t}`,
    `ell${s}@${t}`,
    `L@${t}`,
    `acc@${t}`,
    ...(test === undefined ? [] : [`Ltest@${t}`, `acctest@${t}`]),
    `delta.${last}.1${s}@${t}`,
    ...(last > 1 ? [`delta.1.1${s}@${t}`] : []),
    `g${w}${s}@${t}`,
    `g${w}@${t}`,
    `fd.${w}@${t}`,
    ...Object.keys(hyper).map((name) => `h.${name}@${t}`),
    ...(t === 0
      ? []
      : [...slots.map((slot) => `${slot}.${w}@${t}`), `d${w}@${t}`, `predicted@${t}`, `dL@${t}`]),
    `norm.1@${t}`,
    `gnorm.1@${t}`,
    `init.1.1.1`,
    "rng.1",
  ];
}
