/** Error messages for invalid values: what is allowed, and what was found. */
import { catalog, type Message } from "../message.ts";
import { plural } from "./plural.ts";

/** Limits of a number, each in its own key. */
interface Limits {
  readonly above?: number;
  readonly from?: number;
  readonly below?: number;
  readonly to?: number;
}

/** What is allowed, as the end of “must be …”. */
export const allowed = catalog("allowed", {
  object: () => "an object",
  list: () => "a list",
  listOf: ({ count, items }: { count: number; items: Items }) => `a list of ${plural(count, nouns[items])}`,
  truth: () => "true or false",
  text: () => "text",
  finite: () => "a finite number",
  only: ({ value }: { value: number }) => String(value),
  whole: ({ from, to }: { from: number; to: number }) => `a whole number from ${from} to ${to}`,
  wholeFrom: ({ from }: { from: number }) => `a whole number, ${from} or more`,
  within: ({ above, from, below, to }: Limits) =>
    from !== undefined && to !== undefined
      ? `a number from ${from} to ${to}`
      : `a number ${[
          above === undefined ? [] : [`above ${above}`],
          from === undefined ? [] : [`of at least ${from}`],
          below === undefined ? [] : [`below ${below}`],
          to === undefined ? [] : [`at most ${to}`],
        ]
          .flat()
          .join(" and ")}`,
  oneOf: ({ names }: { names: readonly (string | number)[] }) =>
    names.length === 1 ? String(names[0]) : `one of ${names.join(", ")}`,
  label: () => "the label 0 or 1",
  row: () => "[x1, x2, label]",
  rows: () => "a list of [x1, x2, label]",
  layers: () => "a list of layers",
  scenes: ({ most }: { most: number }) => `a list of 1 to ${most} scenes`,
  batch: () => '"all" or {"size": 16, "seed": 0}',
  parameter: () => "a parameter of this network, such as W.1.1.1 or b.1.1",
  update: ({ limit }: { limit: number }) =>
    `a whole number from 0 to ${limit}, the most updates this run can have`,
  panel: () => "the name of a tool, such as audit",
  fingerprint: () => "16 hexadecimal digits",
  quantity: () => "the id of a quantity, such as W.1.1.1@0",
  probe: () => "two numbers from 0 to 1",
  caption: ({ most }: { most: number }) => `text of at most ${most} characters`,
});

/** What a list is made of. */
export type Items = keyof typeof nouns;

const nouns = {
  values: { one: "value", other: "values" },
  numbers: { one: "number", other: "numbers" },
  rows: { one: "row", other: "rows" },
  layers: { one: "layer", other: "layers" },
  hiddenLayers: { one: "hidden layer", other: "hidden layers" },
  points: { one: "point", other: "points" },
};

/** What was found, as the end of “it is …”. */
export const found = catalog("found", {
  missing: () => "missing",
  list: ({ count }: { count: number }) =>
    count === 0 ? "an empty list" : `a list of ${plural(count, nouns.values)}`,
  object: () => "an object",
  other: ({ type }: { type: string }) => `a ${type}`,
  as: ({ text }: { text: string }) => text,
});

export const values = catalog("values", {
  wrong: ({ where, allowed: must, found: is }: { where: string; allowed: Message; found: Message }) =>
    `${where} must be ${must.text}; it is ${is.text}.`,
  wrongLength: (the: { where: string; from: number; to: number; count: number; items: Items }) =>
    `${the.where} must have ${the.from} to ${plural(the.to, nouns[the.items])}; it has ${the.count}.`,
  unknownKey: ({ where, key, keys }: { where: string; key: string; keys: readonly string[] }) =>
    `${where} has no key “${key}”; its keys are ${keys.join(", ")}.`,
  unknownName: ({ kind, name, names }: { kind: string; name: Message; names: readonly string[] }) =>
    `The ${kind} must be one of ${names.join(", ")}; it is ${name.text}.`,
  theExperiment: () => "The experiment",
  theValue: () => "The value",
  incomplete: ({ key }: { key: string }) =>
    `The experiment has no ${key}. Pass it through parseExperiment, which fills in the defaults.`,
  notJson: ({ name, reason }: { name: string; reason: string }) => `${name} is not valid JSON: ${reason}.`,
  tooDeep: () => "its brackets are nested too deeply",
});
