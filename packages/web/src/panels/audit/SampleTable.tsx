import {
  batchOf,
  format,
  ids,
  labelAt,
  lossOfEach,
  namesLabel,
  type Network,
  type QuantityId,
  rowOf,
  type Samples,
} from "@neural-viz/engine";
import { type ReactNode, useMemo } from "react";
import { putBeside } from "../../store/panels/beside.ts";
import { changeSettings, useSetting } from "../../store/panels/settings.ts";
import { select } from "../../store/selection/choose.ts";
import { dataOf, networkOf, partsOf } from "../../store/derived.ts";
import { MANY_NUMBERS, useThrottled } from "../../store/hooks.ts";
import { type AppState, useApp } from "../../store/store.ts";
import { outputId, unitSymbol, valueText } from "../../ui/quantity/names.ts";
import { Quantity } from "../../ui/quantity/Quantity.tsx";
import { Button } from "../../ui/kit/Button.tsx";
import { messages } from "#text/audit";
import * as styles from "./Audit.module.css";
import { useWindow } from "./useWindow.ts";

/** A column of the table: its heading, and its number for each point. */
interface Column {
  readonly name: string;
  readonly label: string;
  readonly of: (s: number) => number;
  /** How a cell shows its number. */
  readonly cell: (s: number, value: number) => ReactNode;
}

/** The columns for a network: its inputs, targets and outputs, and what follows from them. */
function columnsOf(network: Network, samples: Samples, snapshot: Shown, losses: Float64Array): Column[] {
  const { outputs, t } = snapshot;
  const { head } = network;
  const last = network.layers.length;
  const row = (s: number): Float64Array => rowOf(outputs, s);
  const isRight = (s: number): boolean =>
    namesLabel(samples.kind, row(s), rowOf(samples.targets, s)) === true;
  const number = (id: (s: number) => QuantityId, text = format) =>
    function Cell(s: number, value: number): ReactNode {
      return <Quantity id={id(s + 1)}>{text(value)}</Quantity>;
    };
  const inputs = samples.inputs.map((column, k): Column => ({
    name: `x${k + 1}`,
    label: samples.inputs.length === 1 ? "x" : `x${"₁₂₃₄"[k]}`,
    of: (s) => column[s]!,
    cell: number((s) => ids.x.of(k + 1, s)),
  }));
  const targets: Column[] =
    samples.kind === "values"
      ? samples.targets.map((column, j) => ({
          name: `y${j + 1}`,
          label: samples.targets.length === 1 ? "y" : `y${"₁₂₃₄"[j]}`,
          of: (s) => column[s]!,
          cell: number((s) => ids.y.of(s, j + 1)),
        }))
      : [
          {
            name: "y",
            label: "y",
            of: (s) => labelAt(samples.kind, samples.targets, s)!,
            cell: (_, label) => `${"◆●▲✚"[label]} ${label}`,
          },
        ];
  const predictions = outputs.map((column, j): Column => ({
    name: `output ${j + 1}`,
    label: unitSymbol(network, last, j).plain,
    of: (s) => column[s]!,
    cell: number(
      (s) => outputId(network, j, s, t),
      (value) => valueText(network, last, value),
    ),
  }));
  const { confidenceOf } = head;
  return [
    ...inputs,
    ...targets,
    ...predictions,
    { name: "ell", label: "ℓ", of: (s) => losses[s]!, cell: number((s) => ids.ell.of(s, t)) },
    ...(confidenceOf === undefined
      ? []
      : [
          {
            name: "confidence",
            label: messages.confidence,
            of: (s: number) => confidenceOf(row(s)),
            cell: number((s) => ids.conf.of(s, t)),
          },
        ]),
    ...(head.classifies
      ? [
          {
            name: "right",
            label: messages.correct,
            of: (s: number) => Number(isRight(s)),
            cell: (_: number, right: number) => (right === 1 ? messages.yes : messages.no),
          },
        ]
      : []),
  ];
}

type Shown = Pick<AppState["snapshot"], "outputs" | "t">;

/** Height of a row, in pixels. Only visible rows are rendered. */
const ROW = 28;

/** All points, sorted by any column. A thousand are as fast as ten, because only visible rows are rendered. */
export function SampleTable() {
  const samples = useApp(dataOf);
  const network = useApp(networkOf);
  const { outputs, params, t } = useThrottled(({ snapshot }) => snapshot, MANY_NUMBERS);
  const chosen = useApp(({ selection }) => selection);
  const [by] = useSetting<string>("by", "point");
  const [down] = useSetting<boolean>("down", false);
  const order = useMemo(() => ({ by, down }), [by, down]);
  const { split } = useApp(partsOf);
  const heldOut = useMemo(() => new Set(split.test), [split]);
  const columns = useMemo(() => {
    const losses = lossOfEach(network, params, batchOf(network, samples));
    return columnsOf(network, samples, { outputs, t }, losses);
  }, [network, params, samples, outputs, t]);
  const rows = useMemo(() => {
    const sign = order.down ? -1 : 1;
    const of = columns.find(({ name }) => name === order.by)?.of ?? ((s: number) => s);
    return Array.from({ length: samples.count }, (_, s) => s).toSorted(
      (a, b) => sign * (of(a) - of(b)) || a - b,
    );
  }, [columns, samples, order]);
  const isWrong = (s: number): boolean =>
    namesLabel(samples.kind, rowOf(outputs, s), rowOf(samples.targets, s)) === false;
  const { ref, from, to } = useWindow(rows.length, ROW);
  return (
    <div ref={ref} className={styles.scroll} tabIndex={0} role="region" aria-label={messages.allPoints}>
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {[{ name: "point", label: messages.point }, ...columns].map(({ name, label }) => (
              <th
                key={name}
                scope="col"
                aria-sort={order.by !== name ? "none" : order.down ? "descending" : "ascending"}
              >
                <Button
                  small
                  look="quiet"
                  onClick={() => changeSettings({ by: name, down: order.by === name && !order.down })}
                >
                  {label} {order.by === name && (order.down ? "↓" : "↑")}
                </Button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr style={{ height: from * ROW }} aria-hidden="true" />
          {rows.slice(from, to).map((s, i) => (
            <tr
              key={s}
              aria-rowindex={from + i + 2}
              data-wrong={isWrong(s) || undefined}
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
                {s !== chosen.index && (
                  <Button
                    small
                    look="quiet"
                    className={styles.beside}
                    aria-label={messages.besideOf(s + 1, chosen.index + 1)}
                    onClick={() => putBeside({ differs: "point", sample: s + 1 })}
                  >
                    {messages.beside}
                  </Button>
                )}
                {heldOut.has(s) && messages.heldOut}
              </td>
              {columns.map(({ name, of, cell }) => (
                <td key={name}>{cell(s, of(s))}</td>
              ))}
            </tr>
          ))}
          <tr style={{ height: (rows.length - to) * ROW }} aria-hidden="true" />
        </tbody>
      </table>
    </div>
  );
}
