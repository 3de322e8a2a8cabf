import {
  evaluate,
  type Explanation,
  type Expression,
  idOf,
  plainOf,
  type QuantityId,
} from "@neural-viz/engine";
import { Tex } from "../kit/Tex.tsx";
import { messages } from "#text/quantity";
import { CalculatorMark } from "./CalculatorMark.tsx";
import * as styles from "./Ledger.module.css";
import { display } from "./display.ts";
import { Quantity } from "./Quantity.tsx";

interface Row {
  /** One id, or the two ids of a product. */
  readonly ids: readonly QuantityId[];
  readonly value: number;
  /** The sum up to here. */
  readonly total: number;
}

interface LedgerRows {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** A sum of products as rows of a ledger; undefined for any other formula. */
export function ledgerOf({ expression, inputs }: Explanation): LedgerRows | undefined {
  if (!Array.isArray(expression) || expression[0] !== "+") return undefined;
  const terms = expression.slice(1) as Expression[];
  const values = new Map<string, number>(inputs.map(({ id, value }) => [id, value]));
  const rows: Row[] = [];
  let total = 0;
  for (const [i, term] of terms.entries()) {
    const factors = typeof term === "string" ? [term] : productOf(term);
    if (factors === undefined) return undefined;
    const value = evaluate(term, (id) => values.get(id)!);
    total = i === 0 ? value : total + value;
    rows.push({ ids: factors as QuantityId[], value, total }); // an explanation is over ids
  }
  return { rows, total };
}

function productOf(term: Expression): string[] | undefined {
  if (!Array.isArray(term) || term[0] !== "*") return undefined;
  const factors = term.slice(1) as Expression[];
  return factors.every((factor) => typeof factor === "string") ? factors : undefined;
}

interface LedgerProps {
  ledger: LedgerRows;
  of: Explanation;
}

/** One row per term: its numbers, and the running total as steps of a waterfall. */
export function Ledger({ ledger, of }: LedgerProps) {
  const { rows } = ledger;
  const texts = textsOf(of);
  const symbols = new Map(of.inputs.map(({ id, symbol }) => [id, symbol]));
  const totals = [0, ...rows.map(({ total }) => total)];
  // A bar as long as ∞ can't be drawn.
  const drawn = totals.every((total) => Number.isFinite(total));
  const low = Math.min(...totals);
  const width = Math.max(...totals) - low || 1;
  const x = (value: number): number => ((value - low) / width) * 68 + 2;
  return (
    <table className={styles.ledger} data-line={of.id}>
      <thead>
        <tr>
          <th scope="col">{messages.term}</th>
          <th scope="col" className={styles.right}>
            {messages.value}
          </th>
          <th aria-hidden="true" className={styles.fall} />
          <th scope="col" className={styles.right}>
            {messages.runningTotal}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ ids, total }, i) => (
          <tr key={ids.join(" ")}>
            <th scope="row">
              {i > 0 && "+ "}
              {ids.map((factor) => (
                <Tex key={factor} tex={symbols.get(factor)!} plain={plainOf(idOf(factor))} />
              ))}
            </th>
            <td className={styles.right}>
              {ids.map((factor, n) => (
                <span key={factor}>
                  {n > 0 && " · "}
                  <Quantity id={factor} deeper>
                    {display(texts.text(factor))}
                  </Quantity>
                </span>
              ))}
            </td>
            <td aria-hidden="true" className={styles.fall}>
              <svg width="72" height="26">
                {drawn && <path className={styles.zero} d={`M${x(0)} 0V26`} />}
                {drawn && (
                  <rect
                    className={total < totals[i]! ? styles.negative : styles.positive}
                    x={Math.min(x(total), x(totals[i]!))}
                    y="6"
                    width={Math.max(1, Math.abs(x(total) - x(totals[i]!)))}
                    height="14"
                  />
                )}
              </svg>
            </td>
            <td className={styles.total}>{display(texts.number(total))}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            <Tex tex={of.symbol} plain={plainOf(idOf(of.id))} />
          </th>
          <td colSpan={3} className={styles.right}>
            ={" "}
            <Quantity id={of.id} deeper>
              {display(of.numbers!.tokens.at(-1)!.text)}
            </Quantity>{" "}
            <CalculatorMark of={of} className={styles.ok} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The operands as the line of numbers prints them, with enough digits to give the printed result. */
function textsOf({ numbers }: Explanation): {
  text: (id: QuantityId) => string;
  number: (value: number) => string;
} {
  const tokens = new Map(numbers!.tokens.map(({ id, text }) => [id, text.replace(/^\((.*)\)$/, "$1")]));
  return {
    text: (id) => tokens.get(id) ?? "",
    number: (value) => (value === 0 ? "0" : value.toPrecision(numbers!.digits)),
  };
}
