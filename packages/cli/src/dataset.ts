/** neural-viz dataset NAME: the samples as lines of their inputs and targets. */
import { errors } from "#text/errors";
import { datasets, labelAt, parseDataset, rowOf, samplesOf } from "@neural-viz/engine";
import { numberOf } from "./numbers.ts";
import { print } from "./print.ts";
import { UsageError } from "./usage.ts";

/** The options of a named dataset, each as it was entered. */
export interface DatasetOptions {
  readonly points?: string | undefined;
  readonly noise?: string | undefined;
  readonly seed?: string | undefined;
  readonly classes?: string | undefined;
  readonly decimals?: string | undefined;
  readonly columns?: string | undefined;
  readonly target?: string | undefined;
}

export function dataset(name: string, options: DatasetOptions): void {
  if (name === "custom") throw new UsageError(errors.customDataset({ names: Object.keys(datasets) }));
  const given = Object.entries(options).filter(([, text]) => text !== undefined);
  const choice = given.map(([key, text]) => [key, valueFor(key, text ?? "")]);
  const { count, kind, inputs, targets } = samplesOf(parseDataset({ name, ...Object.fromEntries(choice) }));
  const lines = Array.from({ length: count }, (_, s) => {
    const label = labelAt(kind, targets, s);
    return `${[...rowOf(inputs, s), ...(label === undefined ? rowOf(targets, s) : [label])].join(",")}\n`;
  });
  print(lines.join(""));
}

/** The value of an option: the target is a name, the columns are a list of numbers, everything else is a number. */
function valueFor(key: string, text: string): unknown {
  if (key === "target") return text;
  if (key === "columns") return text.split(",").map((part) => numberFor("--columns", part, text));
  return numberFor(`--${key}`, text);
}

function numberFor(option: string, part: string, text = part): number {
  const value = numberOf(part);
  if (!Number.isNaN(value)) return value;
  throw new UsageError(
    text === part ? errors.notANumber({ option, text }) : errors.notNumbers({ option, text }),
  );
}
