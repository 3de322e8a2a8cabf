import { type CheckedParameter, format, ids, type ParameterName, parameterPlain } from "@neural-viz/engine";
import { useState } from "react";
import type { Answers } from "../../worker/protocol.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { Button } from "../../ui/kit/Button.tsx";
import { messages } from "#text/check";
import * as styles from "./Check.module.css";
import { verdicts } from "../../areas/badge/verdict.ts";

/** The columns and their sort keys. Numbers are sorted by size, largest first. */
const columns: readonly {
  readonly label: string;
  readonly by: (parameter: CheckedParameter, index: number) => number;
}[] = [
  { label: messages.parameter, by: (_, index) => -index },
  { label: messages.backprop, by: ({ backprop }) => Math.abs(backprop) },
  { label: messages.finiteDifference, by: ({ finiteDifference }) => Math.abs(finiteDifference) },
  { label: messages.relativeError, by: ({ relativeError }) => relativeError },
  {
    label: messages.verdict,
    by: ({ verdict }) => ["agrees", "saturated", "kink", "overflow", "differs"].indexOf(verdict),
  },
];

interface CheckTableProps {
  found: Answers["check"];
  chosen: ParameterName;
  onChoose: (parameter: ParameterName) => void;
}

/** Every weight and bias, sorted by any column. */
export function CheckTable({ found: { t, epsilon, parameters }, chosen, onChoose }: CheckTableProps) {
  const [order, setOrder] = useState({ column: 1, down: true });
  const { by } = columns[order.column]!;
  const rows = parameters
    .map((parameter, index) => ({ parameter, key: by(parameter, index) }))
    .toSorted((a, b) => (order.down ? b.key - a.key : a.key - b.key));
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={messages.allWeightsAndBiases}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ label }, column) => (
              <th
                key={label}
                scope="col"
                aria-sort={order.column !== column ? "none" : order.down ? "descending" : "ascending"}
              >
                <Button
                  small
                  look="quiet"
                  onClick={() => setOrder({ column, down: order.column === column ? !order.down : true })}
                >
                  {label} {order.column === column && (order.down ? "↓" : "↑")}
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ parameter: { id, backprop, finiteDifference, relativeError, verdict } }) => (
            <tr key={id} data-chosen={id === chosen || undefined}>
              <th scope="row">
                <Button small look="quiet" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
                  {parameterPlain(id)}
                </Button>
              </th>
              <td>
                <Quantity id={ids.gradient.of(id, t)}>{format(backprop)}</Quantity>
              </td>
              <td>
                <Quantity id={ids.check.of("fd", id, epsilon, t)}>{format(finiteDifference)}</Quantity>
              </td>
              <td>
                <Quantity id={ids.check.of("relerr", id, epsilon, t)}>{format(relativeError)}</Quantity>
              </td>
              <td title={verdicts[verdict].why}>{verdicts[verdict].label}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
