/** The data, the features, the output and the penalty of an experiment in a few words. */
import { plural } from "./plural.ts";

const points = { one: "point", other: "points" };
const inputs = { one: "input", other: "inputs" };
const values = { one: "value", other: "values" };
const decimals = { one: "decimal", other: "decimals" };

const classesText = (count: number): string => `${count} classes`;

export const lossNames = {
  crossEntropy: "cross-entropy",
  mse: "mean squared error",
  squaredError: "half the squared error",
};

export const data = {
  generated: (the: {
    name: string;
    classes: number | undefined;
    points: number;
    noise: number;
    seed: number;
  }) =>
    [
      the.name,
      ...(the.classes === undefined ? [] : [classesText(the.classes)]),
      plural(the.points, points),
      `noise ${the.noise}`,
      `seed ${the.seed}`,
    ].join(", "),
  real: (the: { name: string; columns: readonly string[]; target: string | undefined }) =>
    `${the.name}, ${the.target === undefined ? "species" : the.target} from ${the.columns.join(", ")}`,
  custom: (the: { points: number }) => `custom data, ${plural(the.points, points)}`,
  /** What the points are, where they aren't two inputs and a label 0 or 1. */
  customKind: (the: { inputs: number; targets: "binary" | "classes" | "values"; outputs: number }) =>
    [
      plural(the.inputs, inputs),
      ...(the.targets === "binary"
        ? []
        : [the.targets === "values" ? plural(the.outputs, values) : classesText(the.outputs)]),
    ].join(", "),
  decimals: ({ count }: { count: number }) => `rounded to ${plural(count, decimals)}`,
  /** 12 digits drop what multiplying by 100 adds: 7%, not 7.000000000000001%. */
  heldOut: ({ share }: { share: number }) => `${Number((share * 100).toPrecision(12))}% held out`,
  features: ({ names }: { names: readonly string[] }) => `features ${names.join(", ")}`,
  output: (the: { activation: string; loss: keyof typeof lossNames }) =>
    `${the.activation} output, ${lossNames[the.loss]}`,
  penalty: ({ terms }: { terms: readonly { readonly label: string; readonly factor: number }[] }) =>
    terms.map(({ label, factor }) => `${label} ${factor}`).join(", "),
};
