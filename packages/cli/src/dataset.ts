/** neural-viz dataset NAME: the samples as lines x1,x2,label; of a table of points, the experiment that has them. */
import {
  type Columns,
  defaultExperiment,
  likelyColumns,
  MAX_SAMPLES,
  parseDataset,
  pointsOf,
  readTable,
  samplesOf,
  type Table,
} from "@neural-viz/engine";
import { numberOf } from "./numbers.ts";
import { print } from "./print.ts";
import { readText } from "./input.ts";
import { UsageError } from "./usage.ts";

export interface DatasetOptions {
  readonly points?: string | undefined;
  readonly noise?: string | undefined;
  readonly seed?: string | undefined;
}

export function dataset(name: string, options: DatasetOptions): void {
  if (name === "custom")
    throw new UsageError("custom is the samples in a file; the name of a dataset is wanted.");
  const given = Object.entries(options).filter(([, text]) => text !== undefined);
  const numbers = given.map(([key, text]) => [key, numberFor(`--${key}`, text ?? "")]);
  const { count, x1, x2, y } = samplesOf(parseDataset({ name, ...Object.fromEntries(numbers) }));
  print(Array.from({ length: count }, (_, s) => `${x1[s]},${x2[s]},${y[s]}\n`).join(""));
}

function numberFor(option: string, text: string): number {
  const value = numberOf(text);
  if (Number.isNaN(value)) throw new UsageError(`${option} is "${text}"; it must be a number.`);
  return value;
}

/** Whether a name is that of a file with a table, or of standard input. */
export function isTable(name: string): boolean {
  return name === "-" || /\.(csv|tsv|txt)$/i.test(name);
}

/** Prints an experiment with the points of a table; the columns are those named, or the likely ones. */
export async function table(file: string, columns: string | undefined): Promise<void> {
  const read = readTable(await readText(file));
  const chosen = columns === undefined ? likelyColumns(read) : columnsOf(columns, read);
  const { samples, map } = pointsOf(read, chosen, MAX_SAMPLES);
  const experiment = { ...defaultExperiment, dataset: { name: "custom", samples, ...(map && { map }) } };
  print(`${JSON.stringify(experiment)}\n`);
}

/** --columns 1,2,5: inputs and label, counted from 1. */
function columnsOf(text: string, { names }: Table): Columns {
  const [x1 = NaN, x2 = NaN, label = NaN, ...more] = text.split(",").map((part) => Number(part) - 1);
  const fits = [x1, x2, label].every(
    (column) => Number.isInteger(column) && column >= 0 && column < names.length,
  );
  if (fits && more.length === 0) return { x1, x2, label };
  throw new UsageError(
    `--columns is ${text}; three of the columns 1 to ${names.length} are wanted, as in 1,2,3.`,
  );
}
