import { format } from "@neural-viz/engine";
import { useState } from "react";
import { useApp } from "../../store/store.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { Select } from "../../ui/kit/Select.tsx";
import { messages } from "#text/beside";
import * as styles from "./Beside.module.css";
import type { Cell, Group, Row } from "./rows.ts";

/** With more rows than this, only one hidden layer is shown at a time. */
const MANY_ROWS = 40;

interface TableProps {
  groups: readonly Group[];
  /** What each column shows. */
  places: readonly [string, string];
  /** Whether the right side's numbers belong to this run, so that the inspector has them. */
  inspected: boolean;
}

/** The numbers of both sides and their differences. */
export function Table({ groups, places, inspected }: TableProps) {
  const [chosen, setChosen] = useState("1");
  const all = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const layers = groups.flatMap(({ hidden, name }) =>
    hidden === undefined ? [] : [{ value: String(hidden), label: name }],
  );
  const some = all > MANY_ROWS && layers.length > 1;
  const shown = some
    ? groups.filter(({ hidden }) => hidden === undefined || String(hidden) === chosen)
    : groups;
  return (
    <div className={styles.numbers}>
      {some && <Select label={messages.layer} inline value={chosen} options={layers} onChange={setChosen} />}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={messages.numbers}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{messages.quantity}</th>
              {places.map((place, i) => (
                <th
                  // Both sides may show the same.
                  // eslint-disable-next-line react/no-array-index-key
                  key={i}
                  scope="col"
                >
                  {place}
                </th>
              ))}
              <th scope="col">{messages.difference}</th>
            </tr>
          </thead>
          {shown.map(({ name, rows }) => (
            <tbody key={name}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={4}>
                  {name}
                </th>
              </tr>
              {rows.map((row) => (
                <Numbers key={row.name} of={row} inspected={inspected} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </div>
  );
}

function Numbers({ of: { name, cells }, inspected }: { of: Row; inspected: boolean }) {
  const [left, right] = cells;
  const hides = useApp(({ hidden }) => cells.some((cell) => cell !== undefined && hidden.has(cell.id)));
  return (
    <tr data-differs={left?.text !== right?.text || undefined}>
      <th scope="row">{name}</th>
      <td>
        <Shown of={left} inspected />
      </td>
      <td>
        <Shown of={right} inspected={inspected} />
      </td>
      <td>{left !== undefined && right !== undefined && (hides ? "?" : format(right.value - left.value))}</td>
    </tr>
  );
}

function Shown({ of, inspected }: { of: Cell | undefined; inspected: boolean }) {
  if (of === undefined) return undefined;
  return inspected ? <Quantity id={of.id}>{of.text}</Quantity> : of.text;
}
