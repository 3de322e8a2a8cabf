/** What a lesson can use: an experiment at an epoch, and everything the engine computes about it. */
import {
  createRecording,
  createRun,
  type Experiment,
  type Linked,
  type QuantityId,
  type Recording,
  type Run,
  type Session,
  valueOf,
} from "@neural-viz/engine";
import type { Quantity } from "./quantities.ts";

/** A moment of a run. The engine computes it from the experiment alone, so the page and the tests see the same. */
export interface Scene {
  readonly experiment: Experiment;
  /** Updates done. */
  readonly t: number;
  /** The parameters, gradient, loss, ŷ … after these updates. */
  readonly session: Session;
  /** The run that evaluates ids. */
  readonly run: Run;
  /** The id that the inspector shows. */
  readonly inspected: QuantityId | undefined;
  /** The open tool, by its name. */
  readonly panel: string | undefined;
}

/** Where a step begins, or what the page is showing: the same fields as a link. */
export type Location = Omit<Linked, "fingerprint">;

/** How many scenes to cache, because the steps of a lesson use the same ones again and again. */
const MAX_CACHED = 12;
let cached: readonly { readonly key: string; readonly scene: Scene }[] = [];

/** The scene at a location. Trains a run to it unless it is cached. */
export function sceneAt({ experiment, t, inspect, panel }: Location): Scene {
  const key = JSON.stringify([experiment, t]);
  const known = cached.find((one) => one.key === key);
  const scene = known?.scene ?? newScene(experiment, t);
  cached = [{ key, scene }, ...cached.filter((one) => one !== known)].slice(0, MAX_CACHED);
  return { ...scene, inspected: inspect, panel };
}

function newScene(experiment: Experiment, t: number): Scene {
  const recording = createRecording(experiment);
  trainTo(recording, t);
  return { ...sceneOf(recording, t), inspected: undefined, panel: undefined };
}

function trainTo({ live, step }: Recording, t: number): void {
  while (live.t < t && live.stopped === undefined) step();
}

function sceneOf(recording: Recording, t: number): Pick<Scene, "experiment" | "t" | "session" | "run"> {
  const session = recording.at(Math.min(t, recording.live.t));
  return { experiment: session.experiment, t: session.t, session, run: createRun(recording) };
}

/**
 * Follows a run during training: each location of the same experiment continues from the last one. A scene is valid
 * until the next call.
 */
export function createFollower(): (location: Location) => Scene {
  let key = "";
  let recording: Recording | undefined;
  return ({ experiment, t, inspect, panel }) => {
    const asked = JSON.stringify(experiment);
    if (recording === undefined || asked !== key) recording = createRecording(experiment);
    key = asked;
    trainTo(recording, t);
    return { ...sceneOf(recording, t), inspected: inspect, panel };
  };
}

/** The same experiment trained to its end. */
export function trained(experiment: Experiment): Scene {
  return sceneAt({ experiment, t: experiment.training.epochs });
}

/** How many training points are correct. Every lesson's network classifies. */
export function correctOf({ session }: Pick<Scene, "session">): number {
  return session.correct!;
}

/** A quantity of the scene. */
export function valueIn({ run, t }: Scene, of: Quantity): number {
  return valueOf(run, of(t));
}
