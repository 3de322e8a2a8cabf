/** The numbers of two places, aligned by their names. */
import { format, ids, idOf, type Network, plainOf, type QuantityId } from "@neural-viz/engine";
import { inputId, targetId } from "../../store/inspector/quantities.ts";
import type { BesideSide } from "../../worker/protocol.ts";
import { outputId, sumName, unitSymbol, valueText } from "../../ui/quantity/names.ts";
import { messages } from "#text/beside";

/** A number of a place, and how it is printed. */
export interface Cell {
  readonly id: QuantityId;
  readonly value: number;
  readonly text: string;
}

/** A number by its name on each side; undefined where a side has none of that name. */
export interface Row {
  readonly name: string;
  readonly cells: readonly (Cell | undefined)[];
}

export interface Group {
  readonly name: string;
  /** Which hidden layer it is, from 1; undefined for all others. */
  readonly hidden: number | undefined;
  readonly rows: readonly Row[];
}

/** A place, and the network there. */
export interface Place {
  readonly network: Network;
  readonly side: BesideSide;
}

interface Named {
  readonly name: string;
  readonly cell: Cell;
}

/** The numbers of both sides, group by group. */
export function groupsOf(left: Place, right: Place): readonly Group[] {
  const depth = Math.max(left.network.layers.length, right.network.layers.length);
  const group = (name: string, of: (place: Place) => readonly Named[], hidden?: number): Group => ({
    name,
    hidden,
    rows: aligned(of(left), of(right)),
  });
  return [
    group(messages.input, inputsOf),
    ...Array.from({ length: depth - 1 }, (_, i) =>
      group(messages.hidden(i + 1), (place) => hiddenOf(place, i), i + 1),
    ),
    group(messages.output, outputsOf),
    group(messages.loss, lossOf),
    group(messages.run, totalsOf),
  ];
}

/** The rows of the left side in its order, then those that only the right side has. */
function aligned(left: readonly Named[], right: readonly Named[]): readonly Row[] {
  const cellIn = (side: readonly Named[], sought: string): Cell | undefined =>
    side.find(({ name }) => name === sought)?.cell;
  const names = new Set([...left, ...right].map(({ name }) => name));
  return [...names].map((name) => ({ name, cells: [cellIn(left, name), cellIn(right, name)] }));
}

const named = (name: string, id: QuantityId, value: number, text = format(value)): Named => ({
  name,
  cell: { id, value, text },
});

function inputsOf({ network, side: { inputs, sample } }: Place): readonly Named[] {
  return Array.from(inputs, (x, k) => named(unitSymbol(network, 0, k).plain, inputId(network, k, sample), x));
}

/** z and a of a hidden layer, from 0; none if the network isn't that deep. */
function hiddenOf({ network, side: { trace, sample, t } }: Place, l: number): readonly Named[] {
  if (l + 1 >= network.layers.length) return [];
  return Array.from(trace.z[l]!, (z, j) => [
    named(sumName(network, l + 1, j), ids.z.of(l + 1, j + 1, sample, t), z),
    named(unitSymbol(network, l + 1, j).plain, ids.a.of(l + 1, j + 1, sample, t), trace.a[l]![j]!),
  ]).flat();
}

function outputsOf({ network, side: { trace, sample, t } }: Place): readonly Named[] {
  const last = network.layers.length;
  return Array.from(trace.outputs, (output, j) => [
    named(sumName(network, last, j), ids.z.of(last, j + 1, sample, t), trace.z[last - 1]![j]!),
    named(
      unitSymbol(network, last, j).plain,
      outputId(network, j, sample, t),
      output,
      valueText(network, last, output),
    ),
  ]).flat();
}

function lossOf({ network, side: { targets, trace, sample, t } }: Place): readonly Named[] {
  const ys = Array.from(targets, (y, j) => {
    const id = targetId(network, j, sample);
    return named(targets.length === 1 ? "y" : plainOf(idOf(id)), id, y);
  });
  return [...ys, named("ℓ", ids.ell.of(sample, t), trace.loss)];
}

function totalsOf({ side: { loss, correct, trained, rmse, t } }: Place): readonly Named[] {
  return [
    named("L", ids.L.of(t), loss),
    ...(correct === undefined ? [] : [named(messages.accuracy, ids.acc.of(t), correct / trained)]),
    ...(rmse === undefined ? [] : [named("RMSE", ids.rmse.of(t), rmse)]),
  ];
}
