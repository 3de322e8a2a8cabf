/** Reads which points are trained on: each dataset has a schema of its own. */
import { found } from "#text/invalid";
import { allowed, values } from "#text/values";
import { type AxisMap, type Dataset, datasets, type RealData, type UnitMap } from "../data/index.ts";
import { ExperimentError } from "../math/errors.ts";
import {
  anything,
  exactly,
  fail,
  fieldsOf,
  isObject,
  keyPath,
  list,
  number,
  object,
  oneOf,
  optional,
  type Schema,
  type Shape,
  tuple,
  whole,
  withDefault,
} from "../schema/index.ts";
import type { Message } from "../text/message.ts";
import {
  type CustomData,
  type DatasetChoice,
  defaultExperiment,
  MAX_INPUTS,
  MAX_OUTPUTS,
  MAX_SAMPLES,
  NOISE,
  POINTS,
} from "./experiment.ts";
import { decimals, seed } from "./schemas.ts";

/** The largest size of the numbers that a map may lead to: what is computed from them stays finite. */
const MAX_UNIT = 1e100;

const offset = number({ from: -MAX_UNIT, to: MAX_UNIT });
const scale = number({ from: 1 / MAX_UNIT, to: MAX_UNIT });
const axisMap = object({ offset, scale });
const unitMap = object({ scale, x1: offset, x2: offset });

/** A list of `count` maps. For two inputs, the form of earlier versions is read too. */
const mapFor = (count: number, items: "inputs" | "targets"): Schema<UnitMap | readonly AxisMap[]> => {
  const maps = list(axisMap, { must: allowed.maps({ count, items }), length: exactly(count, "maps") });
  return (value, where) =>
    items === "inputs" && count === 2 && isObject(value) ? unitMap(value, where) : maps(value, where);
};

const interval: Schema<readonly [number, number]> = (value, where) => {
  const [low, high] = tuple([offset, offset], { must: allowed.interval() })(value, where);
  if (low < high) return [low, high];
  const pair = found.as({ text: `[${low}, ${high}]` });
  throw new ExperimentError(values.wrong({ where, allowed: allowed.interval(), found: pair }));
};

/** A row of a dataset: its inputs, and then a label or values. */
function rowOf(inputs: number, rest: readonly Schema<number>[], must: Message): Schema<readonly number[]> {
  const all = tuple([...Array.from({ length: inputs }, () => number()), ...rest]);
  return (value, where) =>
    Array.isArray(value) && value.length === inputs + rest.length
      ? all(value, where)
      : fail(where, value, must);
}

/** What is said of the points, before their rows can be read. */
const customKind = {
  inputs: optional(whole(1, MAX_INPUTS)),
  targets: optional(oneOf(["binary", "classes", "values"])),
  outputs: optional(whole(1, MAX_OUTPUTS)),
  classes: optional(whole(2, MAX_OUTPUTS)),
} as const;

const customRest = ["samples", "map", "targetMap", "domain"] as const;

const custom: Schema<CustomData> = (value, where) => {
  const asIs = Object.fromEntries(customRest.map((key) => [key, optional(anything)]));
  const kind = object({ name: anything, ...customKind, ...asIs })(value, where) as unknown as CustomData;
  const { inputs = 2, targets = "binary", outputs = 1, classes = MAX_OUTPUTS } = kind;
  for (const [key, needs] of [
    ["outputs", "values"],
    ["classes", "classes"],
    ["targetMap", "values"],
  ] as const) {
    if (kind[key] !== undefined && targets !== needs) {
      throw new ExperimentError(values.onlyFor({ where: keyPath(where, key), needs, targets }));
    }
  }
  const label = targets === "binary" ? oneOf([0, 1], allowed.label()) : whole(0, classes - 1);
  const rest = targets === "values" ? Array.from({ length: outputs }, () => number()) : [label];
  const row = rowOf(inputs, rest, allowed.row({ inputs, targets, outputs }));
  const read = object(
    {
      samples: list(row, {
        must: allowed.rows({ inputs, targets, outputs }),
        length: { from: 1, to: MAX_SAMPLES, items: "points" },
      }),
      map: optional(mapFor(inputs, "inputs")),
      targetMap: optional(mapFor(outputs, "targets") as Schema<readonly AxisMap[]>),
      domain: optional(
        list(interval, { must: allowed.domain({ inputs }), length: exactly(inputs, "intervals") }),
      ),
    },
    { others: "ignored" },
  )(value, where);
  return { ...pickDefined(kind, ["name", ...Object.keys(customKind)]), ...read } as unknown as CustomData;
};

/** Those of the keys that have a value. */
function pickDefined(from: object, keys: readonly string[]): object {
  return Object.fromEntries(
    Object.entries(from).filter(([key, value]) => keys.includes(key) && value !== undefined),
  );
}

/** Some of the columns of a table, each at most once; the target is none of them. */
const columnsOf = (data: RealData): Schema<readonly number[]> => {
  const some = list(whole(1, data.columns.length), { length: { from: 1, to: MAX_INPUTS, items: "columns" } });
  return (value, where) => {
    const columns = some(value, where);
    const twice = columns.find((column, i) => columns.indexOf(column) !== i);
    if (twice !== undefined) throw new ExperimentError(values.twice({ where, name: String(twice) }));
    return columns;
  };
};

/** The inputs of real data where none are chosen: the target is none of them. */
const otherColumns = (inputs: readonly number[], target: number | undefined): readonly number[] =>
  inputs.filter((column) => column !== target);

const real = (data: RealData): Schema<object> => {
  const targets = Object.keys(data.valueTargets);
  const columns = columnsOf(data);
  const fields = object({
    name: anything,
    columns: optional(columns),
    ...(targets.length > 0 && { target: optional(oneOf(["species", ...targets])) }),
    decimals,
  }) as unknown as Schema<{ name: string; columns?: readonly number[]; target?: string; decimals?: number }>;
  return (value, where) => {
    const read = fields(value, where);
    const { target } = read;
    const column = data.valueTargets[target ?? ""];
    if (column !== undefined && read.columns?.includes(column)) {
      const { name } = data.columns[column - 1]!;
      throw new ExperimentError(values.targetAsInput({ where: keyPath(where, "columns"), column, name }));
    }
    const chosen = read.columns ?? otherColumns(data.inputs, column);
    const { name, decimals: digits } = read;
    return {
      name,
      columns: chosen,
      ...(targets.length > 0 && { target: target ?? "species" }),
      ...(digits !== undefined && { decimals: digits }),
    };
  };
};

const generated = (
  noise: number,
  classes: { readonly min: number; readonly max: number; readonly default: number } | undefined,
): Shape => ({
  ...(classes !== undefined && {
    classes: withDefault(whole(classes.min, classes.max), classes.default),
  }),
  points: withDefault(whole(POINTS.min, POINTS.max), POINTS.default),
  noise: withDefault(number({ from: NOISE.min, to: NOISE.max }), noise),
  seed: seed("seed" in defaultExperiment.dataset ? defaultExperiment.dataset.seed : 0),
  decimals,
});

/** One schema for each dataset. */
const byName: Readonly<Record<string, Schema<object>>> = {
  ...Object.fromEntries(
    Object.entries<Dataset>(datasets).map(([name, one]): [string, Schema<object>] => {
      switch (one.kind) {
        case "gate":
          return [name, object({ name: anything })];
        case "shape":
          return [name, object({ name: anything, ...generated(one.noise, one.classes) })];
        case "function":
          return [name, object({ name: anything, ...generated(one.noise, undefined) })];
        case "real":
          return [name, real(one)];
      }
    }),
  ),
  custom,
};

const datasetName = oneOf(Object.keys(byName));

/** The dataset of an experiment. */
export const dataset: Schema<DatasetChoice> = (value, where) => {
  const name = datasetName(fieldsOf(value, where)["name"], keyPath(where, "name"));
  return byName[name]!(value, where) as DatasetChoice;
};
