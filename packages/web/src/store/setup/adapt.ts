/**
 * What must change when a network gets data of another kind: its inputs, its output, and a learning rate that would
 * overshoot. Everything else stays.
 */
import {
  dataShape,
  type DatasetChoice,
  defaultExperiment,
  type Experiment,
  featuresFor,
  headOf,
  type NetworkChoice,
  networkOf,
  type OptimizerChoice,
  rawFeatures,
} from "@neural-viz/engine";
import { messages } from "#text/adapt";

/** A hidden layer to add where there is none. */
export const defaultHidden = defaultExperiment.network.hidden;

/** The network for other data. Features and an output that the data don't allow become the usual ones. */
export function networkFor({ dataset: before, network }: Experiment, dataset: DatasetChoice): NetworkChoice {
  const [old, next] = [dataShape(before), dataShape(dataset)];
  const { features, output, initializer, ...rest } = network;
  const allowed = featuresFor(next.inputs);
  const isRaw = features === undefined || String(features) === String(rawFeatures(old.inputs));
  const fitting =
    isRaw || old.inputs !== next.inputs ? undefined : features.filter((name) => allowed.includes(name));
  // Targets of another kind get their usual output, even where they would allow this one.
  const fits = old.targets === next.targets && headOf(next.targets, output) !== undefined;
  const sameShape = old.inputs === next.inputs && old.outputs === next.outputs;
  return {
    ...rest,
    ...(fitting === undefined ? {} : { features: fitting }),
    ...(output !== undefined && fits ? { output } : {}),
    // Given weights belong to a network of their own shape.
    initializer:
      initializer.name === "given" && !sameShape ? defaultExperiment.network.initializer : initializer,
  };
}

/**
 * The largest learning rate that is kept when classes become values, by an optimizer whose step is as long as its
 * gradient. The slope of a squared error isn't bounded as that of a cross-entropy is: with η = 1, no run on the built-in
 * values ends below its first loss; with η = 0.1, all do.
 */
const LARGEST_KEPT = 0.1;

/** The optimizer for other data. */
export function optimizerFor(
  before: DatasetChoice,
  dataset: DatasetChoice,
  optimizer: OptimizerChoice,
): OptimizerChoice {
  const becomesValues = dataShape(before).targets !== "values" && dataShape(dataset).targets === "values";
  const asLongAsGradient = ["sgd", "momentum", "nesterov"].includes(optimizer.name);
  return becomesValues && asLongAsGradient && optimizer.learningRate > LARGEST_KEPT
    ? { ...optimizer, learningRate: LARGEST_KEPT }
    : optimizer;
}

/** What changed, in a sentence or two; undefined if nothing did. `learningRate` is the next one if it's another. */
export function adaptedTo(
  before: Experiment,
  dataset: DatasetChoice,
  learningRate?: number,
): string | undefined {
  const network = networkFor(before, dataset);
  const [old, next] = [networkOf(before), networkOf({ dataset, network })];
  const [oldOutputs, outputs] = [old, next].map(({ layers }) => layers.at(-1)!.fanOut);
  const { activation, loss } = next.head;
  const sameHead = old.head === next.head && oldOutputs === outputs;
  const sameInputs = String(old.features) === String(next.features);
  const inputs = dataShape(dataset).inputs;
  if (sameHead && sameInputs) return undefined;
  const output = sameHead ? undefined : messages.output(outputs!, activation, loss);
  const given = sameInputs ? undefined : messages.inputs(inputs);
  const adapted = messages.adapted([given, output].filter((part) => part !== undefined));
  return learningRate === undefined ? adapted : `${adapted} ${messages.smallerSteps(String(learningRate))}`;
}
