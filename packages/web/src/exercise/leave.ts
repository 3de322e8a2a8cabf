/** Where an exercise leads: to the playground with its experiment, or to the same questions with other numbers. */
import { defaultExperiment, type Exercise, type Experiment, writeExerciseLink } from "@neural-viz/engine";
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

/** Opens an exercise in place of this one. */
export function openExercise(exercise: Exercise): void {
  goTo({ page: "exercise", fragment: writeExerciseLink(exercise) });
}
