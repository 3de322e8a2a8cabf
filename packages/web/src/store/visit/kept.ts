/**
 * What a person is doing, as text that outlives the page: the experiment with its changes, where in it one stands, and
 * what is looked at. Numbers are not kept: the run is trained again to the same bits.
 */
import {
  type CaptionedPlace,
  defaultExperiment,
  type Experiment,
  ExperimentError,
  MAX_UPDATES,
  parseScenes,
  readLink,
  samplesOf,
  writeLink,
  writeScenes,
} from "@neural-viz/engine";
import type { PanelsState } from "../panels/state.ts";
import { type Replay, replayOfSnapshot } from "../run/replay.ts";
import { type Look, resolutions, type Selection } from "../selection/state.ts";
import type { AppState } from "../store.ts";

export interface Kept {
  readonly experiment: Experiment;
  readonly replay: Replay;
  readonly selection: Selection;
  readonly panel: PanelsState["panel"];
  readonly look: Look;
  readonly epochsPerSecond: number;
  readonly scenes: readonly CaptionedPlace[];
  readonly scene: number | undefined;
}

/** What there is to keep; nothing while nothing was done. */
export function keptOf(state: AppState): Kept | undefined {
  const { experiment, snapshot, selection, trail, panel, look, epochsPerSecond, scenes, scene } = state;
  const untouched = snapshot.last === 0 && JSON.stringify(experiment) === JSON.stringify(defaultExperiment);
  if (untouched && trail.length === 0 && panel === undefined && scenes.length === 0) return undefined;
  const replay = replayOfSnapshot(snapshot, "visit", trail);
  return { experiment, replay, selection, panel, look, epochsPerSecond, scenes, scene };
}

export function writeKept({ experiment, replay, scenes, ...rest }: Kept): string {
  const { last, t, fingerprint, branched, trail } = replay;
  return JSON.stringify({
    link: writeLink({ experiment, t: 0, fingerprint }),
    last,
    t,
    branched,
    trail,
    // JSON has no infinity: as fast as can be is null.
    ...rest,
    scenes: scenes.length === 0 ? undefined : (JSON.parse(writeScenes(scenes)) as unknown),
  });
}

/** Reads what was kept, by this version of the page or another; what it cannot read is undefined. */
export function readKept(text: string): Kept | undefined {
  try {
    return read(JSON.parse(text) as unknown);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof ExperimentError) return undefined;
    throw error;
  }
}

function read(value: unknown): Kept | undefined {
  if (!isObject(value) || typeof value["link"] !== "string") return undefined;
  const { experiment, fingerprint } = readLink(value["link"]);
  const { last, t, branched, trail } = value;
  const selection = readSelection(value["selection"], samplesOf(experiment.dataset).count);
  const look = readLook(value["look"]);
  if (!isWhole(last, MAX_UPDATES) || !isWhole(t, last) || fingerprint === undefined) return undefined;
  if (selection === undefined || look === undefined || !isTexts(trail)) return undefined;
  const pace = value["epochsPerSecond"] ?? Infinity;
  return {
    experiment,
    replay: { after: "visit", last, t, fingerprint, branched: branched === true, trail, reached: 0 },
    selection,
    panel: readPanel(value["panel"]),
    look,
    epochsPerSecond: typeof pace === "number" && pace > 0 ? pace : 100,
    ...readScenes(value["scenes"], value["scene"]),
  };
}

function readScenes(value: unknown, scene: unknown): Pick<Kept, "scenes" | "scene"> {
  if (!isObject(value)) return { scenes: [], scene: undefined };
  const scenes = parseScenes({ scenes: value["scenes"] });
  return { scenes, scene: isWhole(scene, scenes.length - 1) ? scene : undefined };
}

function readSelection(value: unknown, count: number): Selection | undefined {
  if (!isObject(value) || !isWhole(value["index"], count - 1)) return undefined;
  const { kind, index, x1, x2 } = value;
  if (kind === "sample") return { kind, index };
  if (kind === "probe" && isShare(x1) && isShare(x2)) return { kind, index, x1, x2 };
  return undefined;
}

function readPanel(value: unknown): PanelsState["panel"] {
  if (!isObject(value) || typeof value["name"] !== "string") return undefined;
  return { name: value["name"], wide: value["wide"] === true };
}

function readLook(value: unknown): Look | undefined {
  if (!isObject(value)) return undefined;
  const face = oneOf(value["face"], ["map", "value"] as const);
  const colour = oneOf(value["colour"], ["both", "weight"] as const);
  const field = oneOf(value["field"], ["class", "confidence"] as const);
  const resolution = oneOf(value["resolution"], resolutions);
  const lossAxis = oneOf(value["lossAxis"], ["log", "linear"] as const);
  if (!face || !colour || !field || !resolution || !lossAxis) return undefined;
  return { face, colour, field, resolution, lossAxis };
}

function oneOf<T>(value: unknown, known: readonly T[]): T | undefined {
  return known.find((one) => one === value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isWhole(value: unknown, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most;
}

function isShare(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1;
}

/** The most ids of a trail, and the most characters of one. */
const MAX_TRAIL = 1000;
const MAX_ID = 200;

function isTexts(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= MAX_TRAIL &&
    value.every((one) => typeof one === "string" && one.length <= MAX_ID)
  );
}
