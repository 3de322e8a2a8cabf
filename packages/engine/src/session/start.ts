/** The samples and the initial parameters of an experiment. */
import { network as networkText } from "#text/network";
import { type Samples, generate, splitSamples, tabulate } from "../data/index.ts";
import { createRandom } from "../math/random.ts";
import { ExperimentError } from "../math/errors.ts";
import { initialize } from "../nn/initializers.ts";
import { type Network, pack } from "../nn/network.ts";
import { createBatches } from "./batches.ts";
import { type DatasetChoice, type Experiment, type InitializerChoice, MAX_UPDATES } from "./experiment.ts";

/** The samples of a dataset choice, in file order. */
export function samplesOf(choice: DatasetChoice): Samples {
  if (choice.name === "custom") return tabulate(choice.samples);
  return generate(choice.name, "points" in choice ? choice : { points: 0, noise: 0, seed: 0 });
}

/** The initial parameters. @throws ExperimentError if the number of given parameters doesn't fit the network */
export function initialParameters(network: Network, choice: InitializerChoice): Float64Array {
  if (choice.name === "given") {
    const parameters = pack(choice.parameters);
    if (parameters.length === network.size) return parameters;
    throw new ExperimentError(networkText.parameterCount({ given: parameters.length, size: network.size }));
  }
  return initialize(network, choice.name, createRandom(choice.seed));
}

/** The largest number of updates that an experiment can have. */
export function updateLimit({ dataset, split, training }: Experiment): number {
  const { train } = splitSamples(samplesOf(dataset).count, split.test, split.seed);
  return Math.min(training.epochs * createBatches(train, training.batch).perEpoch, MAX_UPDATES);
}
