/** neural-viz dataset NAME: the samples as lines x1,x2,label. */
import { parseDataset, samplesOf } from "@neural-viz/engine";
import { print } from "./print.ts";
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
  const numbers = given.map(([key, text]) => [key, numberOf(`--${key}`, text ?? "")]);
  const { count, x1, x2, y } = samplesOf(parseDataset({ name, ...Object.fromEntries(numbers) }));
  print(Array.from({ length: count }, (_, s) => `${x1[s]},${x2[s]},${y[s]}\n`).join(""));
}

function numberOf(option: string, text: string): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (Number.isNaN(value)) throw new UsageError(`${option} is "${text}"; a number is wanted.`);
  return value;
}
