import { batchOf, format, formatProbability, ids, isCorrect, lossOfEach } from "@neural-viz/engine";
import { useMemo, useState } from "react";
import { select } from "../../store/selection/choose.ts";
import { dataOf, networkOf, partsOf } from "../../store/derived.ts";
import { MANY_NUMBERS, useThrottled } from "../../store/hooks.ts";
import { useApp } from "../../store/store.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { Button } from "../../ui/kit/Button.tsx";
import { messages } from "#text/audit";
import * as styles from "./Audit.module.css";
import { useWindow } from "./useWindow.ts";

const columns = [
  { name: "point", label: messages.point },
  { name: "x1", label: "x₁" },
  { name: "x2", label: "x₂" },
  { name: "y", label: "y" },
  { name: "p", label: "ŷ" },
  { name: "ell", label: "ℓ" },
  { name: "confidence", label: messages.confidence },
  { name: "right", label: messages.correct },
] as const;

type Column = (typeof columns)[number]["name"];

/** Height of a row, in pixels. Only visible rows are rendered. */
const ROW = 28;

/** All points, sorted by any column. A thousand are as fast as ten, because only visible rows are rendered. */
export function SampleTable() {
  const samples = useApp(dataOf);
  const network = useApp(networkOf);
  const { outputs, params, t } = useThrottled(({ snapshot }) => snapshot, MANY_NUMBERS);
  const chosen = useApp(({ selection }) => selection);
  const [order, setOrder] = useState<{ readonly by: Column; readonly down: boolean }>({
    by: "point",
    down: false,
  });
  const { split } = useApp(partsOf);
  const heldOut = useMemo(() => new Set(split.test), [split]);
  const rows = useMemo(() => {
    const losses = lossOfEach(network, params, batchOf(network, samples));
    const [x1, x2] = samples.inputs;
    const labels = samples.targets[0]!;
    const all = Array.from({ length: samples.count }, (_, s) => {
      const p = outputs[0]![s]!;
      return {
        s,
        point: s + 1,
        x1: x1![s]!,
        x2: x2![s]!,
        y: labels[s]!,
        p,
        ell: losses[s]!,
        confidence: Math.abs(p - 0.5) * 2,
        right: Number(isCorrect(p, labels[s]!)),
      };
    });
    const sign = order.down ? -1 : 1;
    return all.toSorted((a, b) => sign * (a[order.by] - b[order.by]) || a.s - b.s);
  }, [network, params, samples, outputs, order]);
  const { ref, from, to } = useWindow(rows.length, ROW);
  return (
    <div ref={ref} className={styles.scroll} tabIndex={0} role="region" aria-label={messages.allPoints}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {columns.map(({ name, label }) => (
              <th
                key={name}
                scope="col"
                aria-sort={order.by !== name ? "none" : order.down ? "descending" : "ascending"}
              >
                <Button
                  small
                  look="quiet"
                  onClick={() => setOrder({ by: name, down: order.by === name && !order.down })}
                >
                  {label} {order.by === name && (order.down ? "↓" : "↑")}
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr style={{ height: from * ROW }} aria-hidden="true" />
          {rows.slice(from, to).map(({ s, x1, x2, y, p, ell, confidence, right }, i) => (
            <tr
              key={s}
              aria-rowindex={from + i + 2}
              data-wrong={right === 0 || undefined}
              data-chosen={(chosen.kind === "sample" && chosen.index === s) || undefined}
            >
              <td>
                <Button
                  small
                  look="quiet"
                  aria-label={messages.pointOf(s + 1)}
                  aria-pressed={chosen.kind === "sample" && chosen.index === s}
                  onClick={() => select({ kind: "sample", index: s })}
                >
                  {s + 1}
                </Button>
              </td>
              <td>
                <Quantity id={ids.x.of(1, s + 1)}>{format(x1)}</Quantity>
              </td>
              <td>
                <Quantity id={ids.x.of(2, s + 1)}>{format(x2)}</Quantity>
              </td>
              <td>
                {y === 1 ? "● 1" : "◆ 0"}
                {heldOut.has(s) && messages.heldOut}
              </td>
              <td>
                <Quantity id={ids.p.of(s + 1, t)}>{formatProbability(p)}</Quantity>
              </td>
              <td>
                <Quantity id={ids.ell.of(s + 1, t)}>{format(ell)}</Quantity>
              </td>
              <td>
                <Quantity id={ids.conf.of(s + 1, t)}>{format(confidence)}</Quantity>
              </td>
              <td>{right === 1 ? messages.yes : messages.no}</td>
            </tr>
          ))}
          <tr style={{ height: (rows.length - to) * ROW }} aria-hidden="true" />
        </tbody>
      </table>
    </div>
  );
}
