/** neural-viz dataset NAME: the samples as lines x1,x2,label; of a table of points, the experiment that has them. */
import { errors } from "#text/errors";
import { output } from "#text/output";
import {
  type Columns,
  datasets,
  defaultExperiment,
  likelyColumns,
  MAX_SAMPLES,
  parseDataset,
  type Points,
  pointsOf,
  readTable,
  samplesOf,
  type Table,
} from "@neural-viz/engine";
import { numberOf } from "./numbers.ts";
import { print } from "./print.ts";
import { readText } from "./input.ts";
import { say } from "./say.ts";
import { UsageError } from "./usage.ts";

export interface DatasetOptions {
  readonly points?: string | undefined;
  readonly noise?: string | undefined;
  readonly seed?: string | undefined;
}

export function dataset(name: string, options: DatasetOptions): void {
  if (name === "custom") throw new UsageError(errors.customDataset({ names: Object.keys(datasets) }));
  const given = Object.entries(options).filter(([, text]) => text !== undefined);
  const numbers = given.map(([key, text]) => [key, numberFor(`--${key}`, text ?? "")]);
  const { count, x1, x2, y } = samplesOf(parseDataset({ name, ...Object.fromEntries(numbers) }));
  print(Array.from({ length: count }, (_, s) => `${x1[s]},${x2[s]},${y[s]}\n`).join(""));
}

function numberFor(option: string, text: string): number {
  const value = numberOf(text);
  if (Number.isNaN(value)) throw new UsageError(errors.notANumber({ option, text }));
  return value;
}

/** Whether a name is that of a file with a table, or of standard input. */
export function isTable(name: string): boolean {
  return name === "-" || /\.(csv|tsv|txt)$/i.test(name);
}

/** Which columns of a table are meant, and which label is 1. */
export interface TableOptions {
  readonly columns?: string | undefined;
  readonly x1?: string | undefined;
  readonly x2?: string | undefined;
  readonly label?: string | undefined;
  readonly class1?: string | undefined;
}

/** Prints an experiment with the points of a table; says what was taken for what. */
export async function table(file: string, options: TableOptions): Promise<void> {
  const read = readTable(await readText(file));
  const { columns, class1 } = options;
  const likely = columns === undefined ? likelyColumns(read) : columnsOf(columns, read);
  const column = (role: "x1" | "x2" | "label"): number =>
    options[role] === undefined ? likely[role] : columnOf(`--${role}`, options[role], read);
  const chosen = { x1: column("x1"), x2: column("x2"), label: column("label") };
  const points = pointsOf(read, chosen, MAX_SAMPLES, class1);
  const { samples, map } = points;
  say(takenFor(read, chosen, points));
  const experiment = { ...defaultExperiment, dataset: { name: "custom", samples, ...(map && { map }) } };
  print(`${JSON.stringify(experiment)}\n`);
}

/** What was taken for what, in one sentence. */
function takenFor({ names }: Table, { x1, x2, label }: Columns, { labels, map }: Points): string {
  return output.columns({
    x1: names[x1]!,
    x2: names[x2]!,
    label: names[label]!,
    classes: labels,
    scaling: map === undefined ? output.notScaled : output.scaled(map),
  });
}

/** A column by its name or its number, from 1. */
function columnOf(option: string, text: string, { names }: Table): number {
  const named = names.indexOf(text);
  const column = named >= 0 ? named : numberOf(text) - 1;
  if (Number.isInteger(column) && column >= 0 && column < names.length) return column;
  throw new UsageError(errors.column({ option, text, count: names.length }));
}

/** --columns 1,2,5: inputs and label, counted from 1. */
function columnsOf(text: string, { names }: Table): Columns {
  const [x1 = NaN, x2 = NaN, label = NaN, ...more] = text.split(",").map((part) => Number(part) - 1);
  const fits = [x1, x2, label].every(
    (column) => Number.isInteger(column) && column >= 0 && column < names.length,
  );
  if (fits && more.length === 0) return { x1, x2, label };
  throw new UsageError(errors.columns({ text, count: names.length }));
}
