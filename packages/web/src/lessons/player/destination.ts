/** Where the steps of a lesson take the page. */
import type { Experiment } from "@neural-viz/engine";
import type { AppState } from "../../store/store.ts";
import { type Asking, asks, beginningOf, type Guess, type Lesson } from "../contract.ts";
import type { Location, Scene } from "../scene.ts";

/** A location to go to, and whether to train on from there. */
export interface Destination {
  readonly location: Location;
  readonly play: boolean;
  readonly question: "closed" | "pick" | undefined;
}

/**
 * Where going to a step takes the page; undefined if it continues from the step before it. An answered question is
 * shown as it was left.
 */
export function destinationOf(
  lesson: Lesson,
  index: number,
  from: number | undefined,
  guess: Guess | undefined,
): Destination | undefined {
  const step = lesson.steps[index]!;
  if (step.enter === undefined && from === index - 1) return undefined;
  const location = beginningOf(lesson, index);
  if (step.kind === "fill")
    return {
      location,
      play: false,
      question: guess === undefined && step.blank.length > 0 ? "closed" : undefined,
    };
  if (!asks(step)) return { location, play: false, question: undefined };
  if (guess === undefined)
    return { location, play: false, question: step.kind === "pick" ? "pick" : "closed" };
  const end = endOf(step);
  return end && { location: end, play: false, question: undefined };
}

/** The location after a guess has been answered. */
export function endOf(step: Asking): Location {
  if (step.reveal === undefined) return step.enter;
  const { play = false, ...location } = step.reveal;
  return play ? { ...location, t: location.experiment.training.epochs } : location;
}

/** Whether the page shows the scene's run and has reached its epoch. */
export function shows({ experiment, snapshot }: AppState, scene: Scene): boolean {
  return sameRun(experiment, scene.experiment) && snapshot.last >= scene.t;
}

/** Whether a scene is the one at a location. */
export function isAt({ experiment, t }: Scene, location: Location): boolean {
  return t === location.t && sameRun(experiment, location.experiment);
}

/** Whether a scene has the data and the network of a location, whatever its weights are. */
export function hasNetworkOf({ experiment }: Scene, location: Location | undefined): boolean {
  const partsOf = ({ dataset, network }: Experiment): string => JSON.stringify([dataset, network.hidden]);
  return location !== undefined && partsOf(experiment) === partsOf(location.experiment);
}

function sameRun(a: Experiment, b: Experiment): boolean {
  return a === b || keyOf(a) === keyOf(b);
}

/** Everything in an experiment that its numbers depend on. */
function keyOf({ dataset, split, network, optimizer, training, changes }: Experiment): string {
  return JSON.stringify([dataset, split, network, optimizer, training.batch, changes]);
}
