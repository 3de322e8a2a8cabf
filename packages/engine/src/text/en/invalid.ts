/** Those error messages for invalid values that any run may need; the rest are in values.ts. */
import { catalog, type Message } from "../message.ts";
import { plural } from "./plural.ts";

/** Limits of a number, each in its own key. */
export interface Limits {
  readonly above?: number;
  readonly from?: number;
  readonly below?: number;
  readonly to?: number;
}

/** What numbers are allowed, as the end of “must be …”. */
export const numbers = catalog("allowed", {
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
});

/** What a list is made of. */
export type Items = keyof typeof nouns;

/** The names of what a list is made of, for one and for several. */
export const nouns = {
  values: { one: "value", other: "values" },
  numbers: { one: "number", other: "numbers" },
  rows: { one: "row", other: "rows" },
  layers: { one: "layer", other: "layers" },
  hiddenLayers: { one: "hidden layer", other: "hidden layers" },
  points: { one: "point", other: "points" },
  columns: { one: "column", other: "columns" },
  features: { one: "feature", other: "features" },
  maps: { one: "map", other: "maps" },
  intervals: { one: "interval", other: "intervals" },
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

export const invalid = catalog("values", {
  wrong: ({ where, allowed: must, found: is }: { where: string; allowed: Message; found: Message }) =>
    `${where} must be ${must.text}; it is ${is.text}.`,
  unknownName: ({ kind, name, names }: { kind: string; name: Message; names: readonly string[] }) =>
    `The ${kind} must be one of ${names.join(", ")}; it is ${name.text}.`,
  outputOfOther: ({ targets }: { targets: string }) =>
    `network.output doesn’t fit the targets of the data, "${targets}". Pass the experiment through parseExperiment, which says what fits.`,
});
