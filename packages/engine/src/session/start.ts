/** What an experiment starts from: its samples and its first parameters. */
import { type Samples, generate, tabulate } from "../data/index.ts";
import { createRandom } from "../math/random.ts";
import { initialize } from "../nn/initializers.ts";
import { type Network, pack } from "../nn/network.ts";
import type { DatasetChoice, InitializerChoice } from "./experiment.ts";

/** The samples a dataset choice stands for, in file order. */
export function samplesOf(choice: DatasetChoice): Samples {
  if (choice.name === "custom") return tabulate(choice.samples);
  return generate(choice.name, "points" in choice ? choice : { points: 0, noise: 0, seed: 0 });
}

/** The parameters before the first update. */
export function initialParameters(network: Network, choice: InitializerChoice): Float64Array {
  if (choice.name === "given") return pack(choice.parameters);
  return initialize(network, choice.name, createRandom(choice.seed));
}
