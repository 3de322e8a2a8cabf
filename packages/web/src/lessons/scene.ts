/** What a lesson can know: an experiment at an epoch, with all the engine can say of it. */
import {
  createRecording,
  createRun,
  type Experiment,
  type Run,
  type Session,
  valueOf,
} from "@neural-viz/engine";

/** A place in a run. It is computed by the engine from the experiment alone, so page and tests see the same. */
export interface Scene {
  readonly experiment: Experiment;
  /** Updates done. */
  readonly t: number;
  /** Parameters, gradient, loss, ŷ … after them. */
  readonly session: Session;
  /** What ids are asked of. */
  readonly run: Run;
  /** The id that the inspector shows. */
  readonly inspected: string | undefined;
  /** The tool that is open, by its name. */
  readonly panel: string | undefined;
}

/** Where a step begins, or what the page is looking at: the same as a link holds. */
export interface Place {
  readonly experiment: Experiment;
  readonly t: number;
  readonly sample?: number | undefined;
  readonly panel?: string | undefined;
  readonly inspect?: string | undefined;
}

/** So many scenes are kept: the steps of a lesson come back again and again. */
const KEPT = 12;
let kept: readonly { readonly key: string; readonly scene: Scene }[] = [];

/** The scene at a place, trained there if that has not been done before. */
export function sceneAt({ experiment, t, inspect, panel }: Place): Scene {
  const key = JSON.stringify([experiment, t]);
  const known = kept.find((one) => one.key === key);
  const scene = known?.scene ?? newScene(experiment, t);
  kept = [{ key, scene }, ...kept.filter((one) => one !== known)].slice(0, KEPT);
  return { ...scene, inspected: inspect, panel };
}

function newScene(experiment: Experiment, t: number): Scene {
  const recording = createRecording(experiment);
  const { live } = recording;
  while (live.t < t && live.stopped === undefined) recording.step();
  return {
    experiment,
    t: live.t,
    session: live,
    run: createRun(recording),
    inspected: undefined,
    panel: undefined,
  };
}

/** The same experiment trained to its end. */
export function trained(experiment: Experiment): Scene {
  return sceneAt({ experiment, t: experiment.training.epochs });
}

/** A quantity of the scene, by its id without the epoch. */
export function valueIn({ run, t }: Scene, stem: string): number {
  return valueOf(run, `${stem}@${t}`);
}
