/** Where an exercise leads: to the playground with its experiment, or to the same questions with other numbers. */
import {
  defaultExperiment,
  type Exercise,
  type Experiment,
  variantOf,
  withSeed,
  writeExerciseLink,
} from "@neural-viz/engine";
import { openExperiment } from "../store/setup/setups.ts";
import { goTo } from "../store/visit/goTo.ts";
import { playground } from "../store/visit/route.ts";

/** Opens the experiment untrained, with the point that is followed selected, and as long as experiments usually are. */
export function openInPlayground(experiment: Experiment, sample: number): void {
  const { epochs } = defaultExperiment.training;
  const training = { ...experiment.training, epochs: Math.max(epochs, experiment.training.epochs) };
  goTo(playground);
  openExperiment({ experiment: { ...experiment, training }, t: 0, sample });
}

/** How many seeds are tried. */
export const MAX_TRIES = 100;

/** Whether the weights are drawn, so that another seed gives other numbers. */
export const isDrawn = ({ experiment }: Exercise): boolean =>
  !["given", "zeros"].includes(experiment.network.initializer.name);

/** The same exercise with the next seed that makes a good one; undefined if there's none among the next ones. */
export function withNewNumbers(exercise: Exercise): Exercise | undefined {
  const { initializer } = exercise.experiment.network;
  if (initializer.name === "given") return undefined;
  for (let seed = initializer.seed + 1; seed <= initializer.seed + MAX_TRIES; seed++) {
    const experiment = withSeed(exercise.experiment, seed);
    if (exercise.style === "solve") return { ...exercise, experiment };
    if (variantOf({ ...exercise, experiment }).rejection === undefined) return { ...exercise, experiment };
  }
  return undefined;
}

/** Opens an exercise in place of this one. */
export function openExercise(exercise: Exercise): void {
  goTo({ page: "exercise", fragment: writeExerciseLink(exercise) });
}
