/**
 * From a table of real measurements to samples: some columns are the inputs, the class or another column is the target.
 * Every measurement is brought into [0, 1] by its smallest and largest value; the map back is exact to rounding.
 */
import { oneHot } from "../math/classes.ts";
import { roundedTo } from "../math/rounding.ts";
import type { RealData, Samples } from "./dataset.ts";
import type { AxisMap } from "./units.ts";

/** Which columns of a table of real data are used. */
export interface RealChoice {
  /** The inputs, 1 to 4 columns, from 1. */
  readonly columns: readonly number[];
  /** A name of `valueTargets`; without it the class is the target. */
  readonly target?: string | undefined;
  readonly decimals?: number | undefined;
}

/** A table with the map from [0, 1] to the units of each column. */
interface Table {
  readonly columns: readonly Float64Array[];
  readonly labels: Float64Array;
  readonly maps: readonly AxisMap[];
}

const tables = new WeakMap<RealData, Table>();

function tableOf(data: RealData): Table {
  const known = tables.get(data);
  if (known !== undefined) return known;
  const rows = data.rows
    .trim()
    .split(" ")
    .map((row) => row.split(",").map(Number));
  const columns = data.columns.map((_, k) => Float64Array.from(rows, (row) => row[k]!));
  const maps = columns.map((column) => {
    const low = column.reduce((least, value) => Math.min(least, value));
    return { offset: low, scale: column.reduce((most, value) => Math.max(most, value)) - low };
  });
  const labels = Float64Array.from(rows, (row) => row[data.columns.length]!);
  const table = { columns, labels, maps };
  tables.set(data, table);
  return table;
}

/** The samples of a table of real data. */
export function realSamples(data: RealData, { columns, target, decimals }: RealChoice): Samples {
  const table = tableOf(data);
  const column = (k: number): Float64Array => {
    const { offset, scale } = table.maps[k - 1]!;
    return roundedTo(
      table.columns[k - 1]!.map((value) => (value - offset) / scale),
      decimals,
    );
  };
  const value = data.valueTargets[target ?? ""];
  return {
    count: table.labels.length,
    kind: value === undefined ? "classes" : "values",
    inputs: columns.map(column),
    targets: value === undefined ? oneHot(table.labels, data.classes.length) : [column(value)],
  };
}

/** The maps from the samples' inputs, and from values that are targets, to the table's own units. */
export function realMaps(
  data: RealData,
  { columns, target }: RealChoice,
): { readonly inputs: readonly AxisMap[]; readonly targets: readonly AxisMap[] | undefined } {
  const { maps } = tableOf(data);
  const value = data.valueTargets[target ?? ""];
  return {
    inputs: columns.map((k) => maps[k - 1]!),
    targets: value === undefined ? undefined : [maps[value - 1]!],
  };
}
