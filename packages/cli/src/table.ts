/** neural-viz dataset FILE.csv: the experiment that has the points of a table. */
import { errors } from "#text/errors";
import { output } from "#text/output";
import {
  type AxisMap,
  axisMaps,
  defaultExperiment,
  likelyChoice,
  MAX_INPUTS,
  MAX_OUTPUTS,
  MAX_SAMPLES,
  parseExperiment,
  pointsOf,
  readTable,
  type Table,
  type TableChoice,
  tableData,
  type TargetKind,
} from "@neural-viz/engine";
import { readText } from "./input.ts";
import { numberOf } from "./numbers.ts";
import { print } from "./print.ts";
import { say } from "./say.ts";
import { UsageError } from "./usage.ts";

/** Whether a name is that of a file with a table, or of standard input. */
export function isTable(name: string): boolean {
  return name === "-" || /\.(csv|tsv|txt)$/i.test(name);
}

/** Which columns of a table are used, what they are, and what is scaled, each as it was entered. */
export interface TableOptions {
  readonly columns?: string | undefined;
  readonly x1?: string | undefined;
  readonly x2?: string | undefined;
  readonly inputs?: string | undefined;
  readonly label?: string | undefined;
  readonly target?: string | undefined;
  readonly targets?: string | undefined;
  readonly class1?: string | undefined;
  readonly noScale?: boolean | undefined;
  readonly scaleTargets?: boolean | undefined;
}

/** Prints an experiment with the points of a table; says what was taken for what. */
export async function table(file: string, options: TableOptions): Promise<void> {
  const targets = targetsOf(options.targets);
  refuseBoth(options);
  const read = readTable(await readText(file), 2);
  const choice = choiceOf(read, options, targets);
  if (options.scaleTargets === true && choice.targets !== "values") {
    throw new UsageError(errors.onlyForValues({ option: "--scale-targets", targets: choice.targets }));
  }
  if (options.class1 !== undefined && choice.targets !== "binary") {
    throw new UsageError(errors.onlyForBinary({ option: "--class1", targets: choice.targets }));
  }
  const { dataset, said } = inPlane(choice, options)
    ? planeData(read, choice, options)
    : anyData(read, choice, options);
  const experiment = { ...defaultExperiment, dataset };
  parseExperiment(experiment); // a number may be too large for an experiment
  say(said);
  print(`${JSON.stringify(experiment)}\n`);
}

/** Two labels over two inputs, with one scale for both. */
function inPlane({ inputs, targets }: TableChoice, { noScale }: TableOptions): boolean {
  return inputs.length === 2 && targets === "binary" && noScale !== true;
}

/** The data of an experiment, and the sentence that says what was taken for what. */
interface Taken {
  readonly dataset: object;
  readonly said: string;
}

function planeData(read: Table, { inputs, target }: TableChoice, { class1 }: TableOptions): Taken {
  const [x1, x2] = inputs as [number, number];
  const [label] = target as [number];
  const { samples, map, labels } = pointsOf(read, { x1, x2, label }, MAX_SAMPLES, class1);
  const { names } = read;
  return {
    dataset: { name: "custom", samples, ...(map && { map }) },
    said: output.columns({
      x1: names[x1]!,
      x2: names[x2]!,
      label: names[label]!,
      classes: labels,
      scaling: map === undefined ? output.notScaled : output.scaled(map),
    }),
  };
}

function anyData(read: Table, choice: TableChoice, options: TableOptions): Taken {
  const { noScale, scaleTargets, class1 } = options;
  const scaling = { inputs: noScale !== true, targets: scaleTargets === true };
  const { labels, map, targetMap, ...data } = tableData(read, choice, scaling, MAX_SAMPLES, class1);
  const named = (columns: readonly number[], maps: readonly AxisMap[] | undefined) =>
    columns.map((column, k) => ({ name: read.names[column]!, map: maps?.[k] }));
  return {
    dataset: { name: "custom", ...data, map, targetMap },
    said: output.tableColumns({
      inputs: named(choice.inputs, map && axisMaps(map)),
      targets: choice.targets,
      target: named(choice.target, targetMap),
      labels,
    }),
  };
}

/** @throws UsageError if two options say the same thing in two ways */
function refuseBoth(options: TableOptions): void {
  for (const [one, other] of [
    ["inputs", "columns"],
    ["inputs", "x1"],
    ["inputs", "x2"],
    ["target", "columns"],
    ["target", "label"],
  ] as const) {
    if (options[one] !== undefined && options[other] !== undefined) {
      throw new UsageError(errors.notBoth({ one: `--${one}`, other: `--${other}` }));
    }
  }
}

function targetsOf(text: string | undefined): TargetKind | undefined {
  const known = ["binary", "classes", "values"] as const;
  const found = known.find((name) => name === text);
  if (text === undefined || found !== undefined) return found;
  throw new UsageError(errors.targets({ text, known }));
}

/** The chosen columns, and for what isn't chosen the likely ones. */
function choiceOf(read: Table, options: TableOptions, targets: TargetKind | undefined): TableChoice {
  const { columns, x1, x2 } = options;
  const given = columns === undefined ? undefined : columnsOf(columns, read);
  const inputs =
    options.inputs === undefined ? given?.slice(0, 2) : listOf("--inputs", options.inputs, read, MAX_INPUTS);
  const target = targetColumns(read, options) ?? given?.slice(2);
  const likely = likelyChoice(read, {
    ...(inputs && { inputs }),
    ...(target && { target }),
    ...(targets && { targets }),
  });
  if (likely.targets !== "values" && likely.target.length > 1) {
    throw new UsageError(errors.oneTarget({ targets: likely.targets, count: likely.target.length }));
  }
  if (x1 === undefined && x2 === undefined) return likely;
  const named = [x1, x2].map((text, k) =>
    text === undefined ? likely.inputs[k] : columnOf(`--x${k + 1}`, text, read),
  );
  return { ...likely, inputs: named.filter((column) => column !== undefined) };
}

function targetColumns(read: Table, { target, label }: TableOptions): readonly number[] | undefined {
  if (label !== undefined) return [columnOf("--label", label, read)];
  return target === undefined ? undefined : listOf("--target", target, read, MAX_OUTPUTS);
}

/** A column by its name or its number, from 1. */
function columnOf(option: string, text: string, { names }: Table): number {
  const named = names.indexOf(text);
  const column = named >= 0 ? named : numberOf(text) - 1;
  if (Number.isInteger(column) && column >= 0 && column < names.length) return column;
  throw new UsageError(errors.column({ option, text, count: names.length }));
}

/** Columns by their names or numbers, separated by commas; a name that has a comma in it can stand alone. */
function listOf(option: string, text: string, read: Table, most: number): readonly number[] {
  const parts = read.names.includes(text) ? [text] : text.split(",").map((part) => part.trim());
  if (parts.length > most) throw new UsageError(errors.manyColumns({ option, count: parts.length, most }));
  return parts.map((part) => columnOf(option, part, read));
}

/** --columns 1,2,5: inputs and label, counted from 1. */
function columnsOf(text: string, { names }: Table): readonly [x1: number, x2: number, label: number] {
  const [x1 = NaN, x2 = NaN, label = NaN, ...more] = text.split(",").map((part) => Number(part) - 1);
  const fits = [x1, x2, label].every(
    (column) => Number.isInteger(column) && column >= 0 && column < names.length,
  );
  if (fits && more.length === 0) return [x1, x2, label];
  throw new UsageError(errors.columns({ text, count: names.length }));
}
