/**
 * The points of a table in the plane, with two labels.
 *
 * Both input columns are scaled into [0, 1]² by the same factor, so that nothing is stretched. The result includes the
 * map back to the file's units. Points that are already in the square stay unchanged.
 */
import { table as tableText } from "#text/table";
import { ExperimentError } from "../math/errors.ts";
import { labelsOf, withClass1 } from "./labels.ts";
import { numbersOf, numbersRows, requirePoints, type Table } from "./table.ts";
import type { UnitMap } from "./units.ts";

/** The indices of the columns to use, from 0. */
export interface Columns {
  readonly x1: number;
  readonly x2: number;
  readonly label: number;
}

/** The points of a table, brought into the unit square. */
export interface Points {
  readonly samples: readonly (readonly [x1: number, x2: number, label: number])[];
  /** Undefined if the points were not scaled. */
  readonly map: UnitMap | undefined;
  /** The file's names for label 0 and label 1. */
  readonly labels: readonly string[];
}

/**
 * The columns that probably hold the inputs and the label. The label is the last column named label, class, or target, or
 * else the last one with at most two different cells. The inputs are the first two other columns, without row numbers.
 */
export function likelyColumns({ rows, names }: Table): Columns {
  const kinds = (column: number): number => new Set(rows.map(({ cells }) => cells[column])).size;
  const all = names.map((_, column) => column);
  const label =
    all.findLast((column) => /^(label|class|target)$/i.test(names[column]!)) ??
    all.findLast((column) => kinds(column) <= 2) ??
    names.length - 1;
  const others = all.filter((column) => column !== label);
  const [x1 = 0, x2 = 1] = others.length > 2 && numbersRows({ rows, names }) ? others.slice(1) : others;
  return { x1, x2, label };
}

/** The points of a table, at most `most`. `class1` is the file's name for label 1. @throws ExperimentError that names the line and column */
export function pointsOf(table: Table, columns: Columns, most: number, class1?: string): Points {
  requirePoints(table, most);
  const { rows } = table;
  const [x1, x2] = [numbersOf(table, columns.x1), numbersOf(table, columns.x2)];
  const labels = withClass1(labelsOf(table, columns.label, 2), class1);
  const y = rows.map(({ cells }) => labels.indexOf(cells[columns.label]!));
  const map = mapOf(x1, x2);
  const into = (value: number, offset: number): number =>
    map === undefined ? value : (value - offset) / map.scale;
  return {
    samples: rows.map((_, s) => [into(x1[s]!, map?.x1 ?? 0), into(x2[s]!, map?.x2 ?? 0), y[s]!] as const),
    map,
    labels,
  };
}

/** The map that makes the longer side of the bounding box span [0, 1] and centers the shorter side. */
function mapOf(x1: readonly number[], x2: readonly number[]): UnitMap | undefined {
  const inside = (values: readonly number[]): boolean => values.every((value) => value >= 0 && value <= 1);
  if (inside(x1) && inside(x2)) return undefined;
  const sides = [x1, x2].map((values) => {
    const low = values.reduce((least, value) => Math.min(least, value));
    return { low, span: values.reduce((largest, value) => Math.max(largest, value)) - low };
  });
  const longer = Math.max(...sides.map(({ span }) => span));
  if (!Number.isFinite(longer)) {
    throw new ExperimentError(tableText.tooWide());
  }
  const scale = longer === 0 ? 1 : longer;
  const [a, b] = sides.map(({ low, span }) => low - (scale - span) / 2);
  return { scale, x1: a!, x2: b! };
}
