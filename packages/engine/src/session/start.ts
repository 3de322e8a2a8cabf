/** What an experiment starts from: its samples and its first parameters. */
import { network as networkText } from "#text/network";
import { type Samples, generate, splitSamples, tabulate } from "../data/index.ts";
import { createRandom } from "../math/random.ts";
import { ExperimentError } from "../math/errors.ts";
import { initialize } from "../nn/initializers.ts";
import { type Network, pack } from "../nn/network.ts";
import { createBatches } from "./batches.ts";
import { type DatasetChoice, type Experiment, type InitializerChoice, MAX_UPDATES } from "./experiment.ts";

/** The samples a dataset choice stands for, in file order. */
export function samplesOf(choice: DatasetChoice): Samples {
  if (choice.name === "custom") return tabulate(choice.samples);
  return generate(choice.name, "points" in choice ? choice : { points: 0, noise: 0, seed: 0 });
}

/** The parameters before the first update. @throws ExperimentError when given ones are not as many as the network's. */
export function initialParameters(network: Network, choice: InitializerChoice): Float64Array {
  if (choice.name === "given") {
    const parameters = pack(choice.parameters);
    if (parameters.length === network.size) return parameters;
    throw new ExperimentError(networkText.parameterCount({ given: parameters.length, size: network.size }));
  }
  return initialize(network, choice.name, createRandom(choice.seed));
}

/** The most updates an experiment may come to. */
export function updateLimit({ dataset, split, training }: Experiment): number {
  const { train } = splitSamples(samplesOf(dataset).count, split.test, split.seed);
  return Math.min(training.epochs * createBatches(train, training.batch).perEpoch, MAX_UPDATES);
}
