/** What an experiment starts from: its samples, its network and its first parameters. */
import { network as networkText } from "#text/network";
import { invalid } from "#text/invalid";
import {
  type AxisMap,
  axisMaps,
  type Dataset,
  datasets,
  type DataShape,
  functionSamples,
  gateSamples,
  realMaps,
  realSamples,
  type Samples,
  shapeSamples,
  splitSamples,
} from "../data/index.ts";
import { oneHot } from "../math/classes.ts";
import { ExperimentError } from "../math/errors.ts";
import { createRandom } from "../math/random.ts";
import { roundedTo } from "../math/rounding.ts";
import { featureColumns, rawFeatures } from "../nn/features/index.ts";
import { headOf } from "../nn/heads/index.ts";
import { initialize } from "../nn/initializers.ts";
import type { Batch } from "../nn/kernel.ts";
import type { Section } from "../nn/regions.ts";
import { createNetwork, type Network, pack } from "../nn/network.ts";
import { noRegularization, type Regularization } from "../nn/regularizers/index.ts";
import { createBatches } from "./batches.ts";
import {
  type CustomData,
  type DatasetChoice,
  type Experiment,
  type InitializerChoice,
  MAX_UPDATES,
} from "./experiment.ts";

/** The registered dataset that a choice names; undefined for custom points. */
function registered(choice: DatasetChoice): Dataset | undefined {
  return choice.name === "custom" ? undefined : datasets[choice.name];
}

/** What comes into a network that is trained on these data, and what its outputs are compared with. */
export function dataShape(choice: DatasetChoice): DataShape {
  if (choice.name === "custom") return customShape(choice);
  const dataset: Dataset = datasets[choice.name];
  switch (dataset.kind) {
    case "gate":
      return { inputs: 2, targets: "binary", outputs: 1 };
    case "shape": {
      const classes = "classes" in choice ? choice.classes : undefined;
      return dataset.classes === undefined
        ? { inputs: 2, targets: "binary", outputs: 1 }
        : { inputs: 2, targets: "classes", outputs: classes ?? dataset.classes.default };
    }
    case "function":
      return { inputs: dataset.inputs, targets: "values", outputs: 1 };
    case "real": {
      const { columns, target } = choice as Extract<DatasetChoice, { columns: readonly number[] }>;
      return dataset.valueTargets[target ?? ""] === undefined
        ? { inputs: columns.length, targets: "classes", outputs: dataset.classes.length }
        : { inputs: columns.length, targets: "values", outputs: 1 };
    }
  }
}

function customShape({
  inputs = 2,
  targets = "binary",
  outputs = 1,
  classes,
  samples,
}: CustomData): DataShape {
  if (targets === "binary") return { inputs, targets, outputs: 1 };
  if (targets === "values") return { inputs, targets, outputs };
  const largest = samples.reduce((most, row) => Math.max(most, row[inputs]!), 0);
  return { inputs, targets, outputs: classes ?? Math.max(2, 1 + largest) };
}

/** The samples of a dataset choice, in file order. */
export function samplesOf(choice: DatasetChoice): Samples {
  if (choice.name === "custom") return customSamples(choice);
  const dataset: Dataset = datasets[choice.name];
  switch (dataset.kind) {
    case "gate":
      return gateSamples(dataset);
    case "shape":
      return shapeSamples(dataset, choice as Extract<DatasetChoice, { points: number }>);
    case "function":
      return functionSamples(dataset, choice as Extract<DatasetChoice, { points: number }>);
    case "real":
      return realSamples(dataset, choice as Extract<DatasetChoice, { columns: readonly number[] }>);
  }
}

function customSamples(choice: CustomData): Samples {
  const { samples } = choice;
  const { inputs, targets, outputs } = customShape(choice);
  const column = (k: number): Float64Array => Float64Array.from(samples, (row) => row[k]!);
  const columns = (from: number, count: number): Float64Array[] =>
    Array.from({ length: count }, (_, k) => column(from + k));
  return {
    count: samples.length,
    kind: targets,
    inputs: columns(0, inputs),
    targets: targets === "classes" ? oneHot(column(inputs), outputs) : columns(inputs, outputs),
  };
}

/** The maps from inputs, and from values that are targets, to the data's own units; undefined where they are the same. */
export interface OwnUnits {
  readonly inputs: readonly AxisMap[] | undefined;
  readonly targets: readonly AxisMap[] | undefined;
}

/** The data's own units. */
export function unitsOf(choice: DatasetChoice): OwnUnits {
  if (choice.name === "custom") {
    const { map, targetMap } = choice;
    return { inputs: map === undefined ? undefined : axisMaps(map), targets: targetMap };
  }
  const dataset = registered(choice);
  return dataset?.kind === "real" && "columns" in choice
    ? realMaps(dataset, choice)
    : { inputs: undefined, targets: undefined };
}

/** The box that pictures and probes cover, an interval for each raw input. */
export type Domain = readonly (readonly [low: number, high: number])[];

/** The box of a dataset's inputs. */
export function domainOf(choice: DatasetChoice): Domain {
  const domain = choice.name === "custom" ? choice.domain : undefined;
  return domain ?? Array.from({ length: dataShape(choice).inputs }, () => [0, 1] as const);
}

/**
 * The section of the inputs along one axis or two, from 0, through a sample. It spans the whole domain.
 */
export function sectionOf(choice: DatasetChoice, axes: readonly number[], sample: number): Section {
  const domain = domainOf(choice);
  const base = samplesOf(choice).inputs.map((column) => column[sample]!);
  return { base, axes, intervals: axes.map((axis) => domain[axis]!) };
}

/** The network of an experiment. @throws ExperimentError when its output doesn't fit the targets of the data. */
export function networkOf({ dataset, network }: Pick<Experiment, "dataset" | "network">): Network {
  const { inputs, targets, outputs } = dataShape(dataset);
  const head = headOf(targets, network.output);
  if (head === undefined) throw new ExperimentError(invalid.outputOfOther({ targets }));
  return createNetwork({
    features: network.features ?? rawFeatures(inputs),
    hidden: network.hidden,
    outputs,
    head,
  });
}

/** The penalty on the weights of an experiment. */
export function regularizationOf({ regularization }: Pick<Experiment, "regularization">): Regularization {
  return regularization ?? noRegularization;
}

/** The samples as a network's passes see them: features in place of raw inputs. */
export function batchOf({ features }: Pick<Network, "features">, { count, inputs, targets }: Samples): Batch {
  return { count, features: featureColumns(features, inputs), targets };
}

/** The initial parameters. @throws ExperimentError if the number of given parameters doesn't fit the network */
export function initialParameters(network: Network, choice: InitializerChoice): Float64Array {
  if (choice.name === "given") {
    const parameters = pack(choice.parameters);
    if (parameters.length === network.size) return parameters;
    throw new ExperimentError(networkText.parameterCount({ given: parameters.length, size: network.size }));
  }
  return roundedTo(initialize(network, choice.name, createRandom(choice.seed)), choice.decimals);
}

/** The largest number of updates that an experiment can have. */
export function updateLimit({ dataset, split, training }: Experiment): number {
  const { train } = splitSamples(samplesOf(dataset).count, split.test, split.seed);
  return Math.min(training.epochs * createBatches(train, training.batch).perEpoch, MAX_UPDATES);
}
