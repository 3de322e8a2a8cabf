/**
 * The schemas of a recording's lines. The names of activations, losses, optimizers and hyperparameters are those of an
 * experiment.
 */
import { found } from "#text/invalid";
import { bridge } from "#text/bridge";
import { allowed, values } from "#text/values";
import { oneHot } from "../math/classes.ts";
import { ExperimentError } from "../math/errors.ts";
import type { Limits } from "../math/limits.ts";
import { activations, type ActivationName } from "../nn/activations.ts";
import { rawFeatures } from "../nn/features/index.ts";
import type { Head, OutputChoice } from "../nn/head.ts";
import { heads } from "../nn/heads/index.ts";
import { createNetwork, type Layer, type Network, pack } from "../nn/network.ts";
import type { Optimizer } from "../nn/optimizer.ts";
import { type OptimizerChoice, optimizerOf, optimizers } from "../nn/optimizers/index.ts";
import { noRegularization, type Regularization, regularizers } from "../nn/regularizers/index.ts";
import {
  anyOf,
  exactly,
  fail,
  list,
  number,
  object,
  oneOf,
  optional,
  type Schema,
  tagged,
  text,
  tuple,
  versioned,
  whole,
  withDefault,
} from "../schema/index.ts";
import { names, shapesOf } from "../session/schemas.ts";
import { type Dtype, rounder } from "./dtype.ts";
import {
  RECORDING_FORMAT,
  type RecordedOptimizer,
  type RecordedUpdate,
  type RecordingHead,
} from "./recording.ts";

/** The most layers, units of a layer, and points that a recording may have. */
const MAX_LAYERS = 16;
const MAX_UNITS = 256;
const MAX_POINTS = 100_000;
const MAX_T = Number.MAX_SAFE_INTEGER;

/** A number of a run, which may have diverged: NaN and the infinities are written as strings. */
export const anyNumber: Schema<number> = (value, where) => {
  if (value === "NaN" || value === "Infinity" || value === "-Infinity") return Number(value);
  return Number.isFinite(value) ? (value as number) : fail(where, value, bridge.anyNumber());
};

/** Recordings allow what loops do and experiments don't: a learning rate of 0 while a schedule warms up, and no ε. */
const hyperLimits = (key: string, limits: Limits): Limits =>
  key === "learningRate" || key === "eps" ? { from: 0 } : limits;

const anyOptimizer = tagged("name", {
  ...shapesOf(optimizers, ({ hyper }) => ({
    weightDecay: withDefault(number({ from: 0 }), 0),
    ...Object.fromEntries(
      Object.entries(hyper).map(([key, { value, limits }]) => [
        key,
        withDefault(number(hyperLimits(key, limits)), value),
      ]),
    ),
  })),
}) as Schema<{ name: OptimizerChoice["name"]; weightDecay: number }>;

const optimizer: Schema<RecordedOptimizer> = (value, where) => {
  const { weightDecay, ...rest } = anyOptimizer(value, where);
  const own = "weightDecay" in optimizerOf(rest.name).hyper;
  return {
    choice: (own ? { ...rest, weightDecay } : rest) as OptimizerChoice,
    weightDecay: own ? 0 : weightDecay,
  };
};

const units = whole(1, MAX_UNITS);
const network = object({
  inputs: units,
  hidden: list(object({ units, activation: oneOf(names<ActivationName>(activations)) }), {
    length: { from: 0, to: MAX_LAYERS, items: "hiddenLayers" },
  }),
  outputs: units,
  output: object({
    activation: oneOf(["sigmoid", "softmax", "identity", "tanh"]),
    loss: oneOf(["crossEntropy", "mse", "squaredError"]),
  }),
});

const points = { from: 1, to: MAX_POINTS, items: "points" } as const;
const rows = (width: number): Schema<number[][]> =>
  list(list(number(), { length: exactly(width, "numbers") }), { length: points });

const factor = withDefault(number({ from: 0 }), 0);
const regularization = object(
  Object.fromEntries(names(regularizers).map((name) => [name, factor])),
) as unknown as Schema<Regularization>;

const firstLine = object(
  {
    format: oneOf([RECORDING_FORMAT]),
    version: oneOf([1], allowed.only({ value: 1 })),
    writer: optional(text()),
    dtype: withDefault(oneOf(["float64", "float32"]), "float64"),
    network,
    regularization: optional(regularization),
    optimizer: (value, where) => (value === null ? undefined : optimizer(value, where)),
    data: object({
      inputs: list(list(number()), { length: points }),
      targets: list(list(number()), { length: points }),
    }),
  },
  { title: bridge.theHead().text },
);

/** Reads the first line of a recording. @throws ExperimentError */
export const recordingHead: Schema<RecordingHead> = versioned<RecordingHead>(
  (value, where) => {
    const read = firstLine(value, where);
    const { inputs, hidden, outputs, output } = read.network;
    const x = rows(inputs)(read.data.inputs, "data.inputs");
    const round = rounder(read.dtype);
    const { head, columns } = targetsOf(output, outputs, read.data.targets, x.length);
    return {
      dtype: read.dtype,
      network: createNetwork({ features: rawFeatures(inputs), hidden, outputs, head }),
      optimizer: read.optimizer,
      regularization: read.regularization ?? noRegularization,
      data: {
        count: x.length,
        features: columnsOf(x, inputs).map(round),
        targets: columns.map(round),
      },
      writer: read.writer,
    };
  },
  { migrations: [], missingVersion: "refused" },
);

function columnsOf(table: readonly (readonly number[])[], width: number): Float64Array[] {
  return Array.from({ length: width }, (_, k) => Float64Array.from(table, (row) => row[k]!));
}

/** The head, and the targets as the passes take them: the label of a class becomes a row of 0s with a 1. */
function targetsOf(
  output: OutputChoice,
  outputs: number,
  given: readonly (readonly number[])[],
  count: number,
): { readonly head: Head; readonly columns: Float64Array[] } {
  const fitting = heads.filter(
    ({ activation, loss }) => activation === output.activation && loss === output.loss,
  );
  if (fitting.length === 0) {
    const known = [...new Set(heads.map(({ activation, loss }) => `${activation} + ${loss}`))];
    const pair = found.as({ text: `${output.activation} + ${output.loss}` });
    const must = allowed.oneOf({ names: known });
    throw new ExperimentError(values.wrong({ where: "network.output", allowed: must, found: pair }));
  }
  if (given.length !== count) {
    fail("data.targets", given, allowed.listOf({ count, items: "rows" }));
  }
  const labeled = fitting.some(({ targets }) => targets === "classes") && outputs > 1;
  if (labeled && (output.activation === "softmax" || given[0]!.length === 1)) {
    const label = list(whole(0, outputs - 1), { length: exactly(1, "numbers") });
    const labels = list(label)(given, "data.targets");
    const head = fitting.find(({ targets }) => targets === "classes")!;
    return {
      head,
      columns: oneHot(
        labels.map(([one]) => one!),
        outputs,
      ),
    };
  }
  const head = fitting.find(({ targets }) => targets === "values") ?? fitting[0]!;
  if (head.targets !== "values" && (head.targets === "binary") !== (outputs === 1)) {
    const must = head.targets === "binary" ? allowed.only({ value: 1 }) : bridge.severalOutputs();
    fail("network.outputs", outputs, must);
  }
  const target = head.targets === "binary" ? whole(0, 1, allowed.label()) : number();
  const read = list(list(target, { length: exactly(outputs, "numbers") }))(given, "data.targets");
  return { head, columns: columnsOf(read, outputs) };
}

/** Weights and biases of every layer, as one vector. */
export function vector({ layers }: Network, dtype: Dtype): Schema<Float64Array> {
  const linear = ({ fanIn, fanOut }: Layer) =>
    object({
      weight: list(list(anyNumber, { length: exactly(fanIn, "numbers") }), {
        length: exactly(fanOut, "rows"),
      }),
      bias: list(anyNumber, { length: exactly(fanOut, "numbers") }),
    });
  const all = tuple(layers.map(linear), { length: exactly(layers.length, "layers") });
  const round = rounder(dtype);
  return (value, where) => round(pack(all(value, where)));
}

/** Reads the lines after the first. @throws ExperimentError */
export function updateLine({ network: shape, data, dtype }: RecordingHead): Schema<RecordedUpdate> {
  const parameters = vector(shape, dtype);
  const indices = list(whole(0, data.count - 1), { length: points });
  const round = rounder(dtype);
  const slots = [...new Set(Object.values(optimizers).flatMap((each: Optimizer) => each.slots))];
  return anyOf(
    {
      update: {
        t: whole(0, MAX_T),
        batch: withDefault(
          (value, where) => (value === "all" ? ("all" as const) : indices(value, where)),
          "all",
        ),
        loss: optional<number>((value, where) => round(Float64Array.of(anyNumber(value, where)))[0]!),
        parameters: optional(parameters),
        gradient: optional(parameters),
        after: optional(parameters),
        state: optional(object(Object.fromEntries(slots.map((slot) => [slot, optional(parameters)])))),
        optimizer: optional(optimizer),
      },
    },
    () => "update",
  ) as Schema<RecordedUpdate>;
}
