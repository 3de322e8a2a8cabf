/** The seed of an experiment's first parameters. */
import { exercises as text } from "#text/exercises";
import { ExperimentError } from "../math/errors.ts";
import type { Experiment } from "./experiment.ts";

/** The seed that the first parameters are drawn with; undefined if they are given. */
export function seedOf({ network: { initializer } }: Experiment): number | undefined {
  return initializer.name === "given" ? undefined : initializer.seed;
}

/** Whether another seed draws other first parameters. */
export function isDrawn({ network: { initializer } }: Experiment): boolean {
  return initializer.name !== "given" && initializer.name !== "zeros";
}

/** The experiment with its first parameters drawn with another seed. @throws ExperimentError if they are given */
export function withSeed(experiment: Experiment, seed: number): Experiment {
  const { network } = experiment;
  const { initializer } = network;
  if (initializer.name === "given") throw new ExperimentError(text.givenWeights());
  return { ...experiment, network: { ...network, initializer: { ...initializer, seed } } };
}
