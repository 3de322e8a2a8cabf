/**
 * From a table to data of any kind: 1 to 4 columns are the inputs, and a column of labels or up to 4 columns of numbers
 * are the targets. Unless the file's numbers are kept, each input outside [0, 1] is scaled into it by its smallest and
 * largest value, and the map back is kept.
 */
import { table as tableText } from "#text/table";
import type { TargetKind } from "../math/classes.ts";
import { ExperimentError } from "../math/errors.ts";
import { labelsOf, withClass1 } from "./labels.ts";
import { cellOf, numbersOf, numbersRows, numericCells, requirePoints, type Table } from "./table.ts";
import type { AxisMap } from "./units.ts";

/** Which columns of a table are used, from 0. */
export interface TableChoice {
  readonly inputs: readonly number[];
  readonly targets: TargetKind;
  /** One column of labels, or 1 to 4 columns of values. */
  readonly target: readonly number[];
}

/** What is scaled into [0, 1]. */
export interface TableScaling {
  readonly inputs: boolean;
  readonly targets: boolean;
}

/** The data of a table, as an experiment holds them. */
export interface TableData {
  readonly inputs: number;
  readonly targets: TargetKind;
  /** Values of a point; undefined where the targets are labels. */
  readonly outputs: number | undefined;
  /** Classes; undefined where the targets aren't classes. */
  readonly classes: number | undefined;
  readonly samples: readonly (readonly number[])[];
  /** Undefined if nothing was scaled. */
  readonly map: readonly AxisMap[] | undefined;
  readonly targetMap: readonly AxisMap[] | undefined;
  /** The box of the inputs, where they were kept as they are. */
  readonly domain: readonly (readonly [low: number, high: number])[] | undefined;
  /** The file's names for the labels 0, 1, …; none where the targets are values. */
  readonly labels: readonly string[];
}

/** The most classes. */
const MAX_CLASSES = 4;

/**
 * The columns that probably hold the inputs and the targets, as far as they aren't chosen. The target is a column named
 * label, class, or target, or else the last one with at most two kinds, or else the last column of words with up to four,
 * or else the last column; for values it is the last column of numbers. The inputs are the first two other columns, of
 * numbers where the table has them, without row numbers.
 */
export function likelyChoice(table: Table, chosen: Partial<TableChoice> = {}): TableChoice {
  const free = table.names.map((_, column) => column).filter((k) => !(chosen.inputs ?? []).includes(k));
  const target = chosen.target ?? [likelyTarget(table, free, chosen.targets)];
  const targets = chosen.targets ?? (target.length > 1 ? "values" : likelyTargets(table, target[0]!));
  return { inputs: chosen.inputs ?? likelyInputs(table, target, targets), targets, target };
}

function likelyTarget(table: Table, free: readonly number[], targets: TargetKind | undefined): number {
  const few = (column: number, most: number): boolean => kindsIn(table, column) <= most;
  const found =
    targets === "values"
      ? free.findLast((column) => isNumeric(table, column))
      : (free.findLast((column) => /^(label|class|target)$/i.test(table.names[column]!)) ??
        (targets === "classes" ? undefined : free.findLast((column) => few(column, 2))) ??
        free.findLast((column) => !isNumeric(table, column) && few(column, MAX_CLASSES)) ??
        (targets === "classes" ? free.findLast((column) => few(column, MAX_CLASSES)) : undefined));
  return found ?? free.at(-1) ?? table.names.length - 1;
}

/** At most two kinds are two classes; words, and few whole numbers that repeat, are classes; other numbers are values. */
function likelyTargets(table: Table, column: number): TargetKind {
  const kinds = kindsIn(table, column);
  if (kinds <= 2) return "binary";
  if (!isNumeric(table, column)) return "classes";
  const whole = numericCells(table, column).every(Number.isInteger);
  return whole && kinds <= MAX_CLASSES && table.rows.length >= 2 * kinds ? "classes" : "values";
}

function likelyInputs(table: Table, target: readonly number[], targets: TargetKind): number[] {
  const others = table.names.map((_, column) => column).filter((column) => !target.includes(column));
  const least = targets === "binary" ? 2 : 1; // points of two classes are in the plane if they can be
  const numbered = others.length > least && others[0] === 0 && numbersRows(table);
  const counted = numbered ? others.slice(1) : others;
  const numeric = counted.filter((column) => isNumeric(table, column));
  return (numeric.length > 0 ? numeric : counted).slice(0, 2);
}

const kindsIn = ({ rows }: Table, column: number): number =>
  new Set(rows.map(({ cells }) => cells[column])).size;

/** Whether at least half of a column's cells are numbers: a cell that isn't one is then a mistake, to be named. */
function isNumeric(table: Table, column: number): boolean {
  const numbers = numericCells(table, column).filter((value) => !Number.isNaN(value));
  return 2 * numbers.length >= table.rows.length;
}

/**
 * The data of a table, at most `most` points. `class1` is the file's name for label 1 of two.
 * @throws ExperimentError that names the line and column
 */
export function tableData(
  table: Table,
  { inputs, targets, target }: TableChoice,
  scaling: TableScaling,
  most: number,
  class1?: string,
): TableData {
  requirePoints(table, most);
  requireDistinct(table, inputs, target);
  const columns = inputs.map((column) => numbersOf(table, column));
  const maps = columns.map((column) => (scaling.inputs ? mapOf(column) : unscaled));
  const scaled = columns.map((column, k) => intoUnit(column, maps[k]!));
  const { labels, values, targetMap } =
    targets === "values"
      ? valuesOf(table, target, scaling.targets)
      : labelColumn(table, targets, target[0]!, class1);
  return {
    inputs: inputs.length,
    targets,
    outputs: targets === "values" ? target.length : undefined,
    classes: targets === "classes" ? Math.max(2, labels.length) : undefined,
    samples: table.rows.map((_, s) => [...scaled, ...values].map((column) => column[s]!)),
    map: maps.every((map) => map === unscaled) ? undefined : maps,
    targetMap,
    domain: scaling.inputs ? undefined : columns.map(boxOf),
    labels,
  };
}

/** @throws ExperimentError if a column is there twice */
function requireDistinct({ names }: Table, inputs: readonly number[], target: readonly number[]): void {
  const all = [...inputs, ...target];
  const twice = all.find((column, i) => all.indexOf(column) !== i);
  if (twice !== undefined) throw new ExperimentError(tableText.columnTwice(cellOf(names, twice)));
}

interface TargetColumns {
  readonly labels: readonly string[];
  readonly values: readonly (readonly number[])[];
  readonly targetMap: readonly AxisMap[] | undefined;
}

function valuesOf(table: Table, target: readonly number[], scaled: boolean): TargetColumns {
  const columns = target.map((column) => numbersOf(table, column));
  const maps = columns.map((column) => (scaled ? mapOf(column) : unscaled));
  return {
    labels: [],
    values: columns.map((column, j) => intoUnit(column, maps[j]!)),
    targetMap: maps.every((map) => map === unscaled) ? undefined : maps,
  };
}

function labelColumn(
  table: Table,
  targets: "binary" | "classes",
  column: number,
  class1: string | undefined,
): TargetColumns {
  const found = labelsOf(table, column, targets === "binary" ? 2 : MAX_CLASSES);
  const labels = targets === "binary" ? withClass1(found, class1) : found;
  const values = table.rows.map(({ cells }) => labels.indexOf(cells[column]!));
  return { labels, values: [values], targetMap: undefined };
}

/** The map of numbers that stay as they are. */
const unscaled: AxisMap = { offset: 0, scale: 1 };

/** The map that makes a column span [0, 1]; a column inside of it stays. */
function mapOf(column: readonly number[]): AxisMap {
  const { low, high } = endsOf(column);
  if (low >= 0 && high <= 1) return unscaled;
  if (!Number.isFinite(high - low)) throw new ExperimentError(tableText.tooWide());
  return { offset: low, scale: high === low ? 1 : high - low };
}

const intoUnit = (column: readonly number[], map: AxisMap): readonly number[] =>
  map === unscaled ? column : column.map((value) => (value - map.offset) / map.scale);

/** From the smallest to the largest number; half to either side of a column that is all the same. */
function boxOf(column: readonly number[]): readonly [low: number, high: number] {
  const { low, high } = endsOf(column);
  return low < high ? [low, high] : [low - 0.5, high + 0.5];
}

function endsOf(column: readonly number[]): { readonly low: number; readonly high: number } {
  return {
    low: column.reduce((least, value) => Math.min(least, value)),
    high: column.reduce((most, value) => Math.max(most, value)),
  };
}
