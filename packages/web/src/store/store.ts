/**
 * What the page knows. Three kinds of state with three owners:
 *
 *   experiment   what was chosen: the person at the controls
 *   snapshot     what happened: the trainer, replaced whole and never modified
 *   the rest     what is pointed at and how it is shown: this page, forgotten when it closes
 */
import {
  createHistory,
  type DatasetChoice,
  defaultExperiment,
  type Experiment,
  ExperimentError,
  type GradientVerdict,
  type CaptionedPlace,
  type History,
  type Linked,
  readLink,
  readScenesLink,
  type OptimizerChoice,
  type OptimizerName,
} from "@neural-viz/engine";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { Ring, Snapshot } from "../worker/protocol.ts";
import { firstSnapshot } from "./first.ts";
import { type Lock, locksOf } from "./locks.ts";
import type { Replay } from "./replay.ts";
import { words } from "../words/store.ts";
import { isAnchor, isLink, playground, type Route, routeOf } from "./route.ts";

/** The point whose numbers the network shows: a sample of the data, or any place of the square without a label. */
export type Selection =
  | { readonly kind: "sample"; readonly index: number }
  /** `index` is the sample that was chosen last. */
  | { readonly kind: "probe"; readonly index: number; readonly x1: number; readonly x2: number };

/** How closely a step is explained. */
export type Zoom = "stage" | "layer" | "scalar";

/** A dataset that is generated, as opposed to a gate. */
export type Scatter = Extract<DatasetChoice, { points: number }>;

/** What could not be opened, and why. */
export interface Damage {
  readonly what: "link" | "file" | "address";
  readonly why: string;
}

/** What a lock of the address did not allow. */
export interface Refusal {
  readonly what: "lock";
  readonly why: Lock;
}

/** A run that has been trained again, and whether its parameters have the bits they had. */
export interface Arrival {
  /** It came by a link, its trainer was lost, or it comes from an earlier visit. */
  readonly after: "link" | Replay["after"];
  readonly same: boolean;
  /** Whether there were other branches of it, which are gone. */
  readonly alone: boolean;
}

/** How things are drawn. */
export interface Look {
  readonly face: "map" | "value";
  readonly colour: "both" | "weight";
  readonly field: "class" | "confidence";
  /** Cells along each side of the boundary. */
  readonly resolution: number;
  readonly lossAxis: "log" | "linear";
}

/** What became of every parameter in the gradient check, in their order. */
export interface Checked {
  readonly t: number;
  readonly verdicts: readonly GradientVerdict[];
}

/** A question that is open: what would give its answer away is locked until there is one. */
export interface OpenQuestion {
  /** Whether it is answered by pressing a number, and which was pressed. */
  readonly pick: boolean;
  readonly picked: string | undefined;
}

/** An experiment and where in it one stood. */
export type Standing = Pick<Linked, "experiment" | "t">;

/** What the page keeps of a branch. */
export interface Course {
  /** The loss of every epoch; the buffer grows in place, the snapshot tells when. */
  readonly history: History;
  /** The loss over the points held out; empty when none are. */
  readonly test: History;
  readonly rings: readonly Ring[];
}

export interface AppState {
  /** Which page is shown. */
  readonly route: Route;
  /** The scenes of a talk, and which of them is shown, from 0; undefined when none is. */
  readonly scenes: readonly CaptionedPlace[];
  readonly scene: number | undefined;
  /** The lesson's question, while it is open. */
  readonly question: OpenQuestion | undefined;
  /** What was chosen, with the changes made on the way in the branch shown. */
  readonly experiment: Experiment;
  /** The optimizer in force at the epoch shown. */
  readonly optimizer: OptimizerChoice;
  readonly run: number;
  readonly snapshot: Snapshot;
  /** What is known of the branch shown, and of all by their numbers. */
  readonly course: Course;
  readonly courses: ReadonlyMap<number, Course>;
  /** Whether the learner wants training to go on. */
  readonly playing: boolean;
  /** The link that was opened, until its epoch is reached. */
  readonly linked: Linked | undefined;
  /** What became of the numbers when a run that had been elsewhere, or before, was trained again here. */
  readonly arrived: Arrival | undefined;
  /** A run that is trained again out of sight. */
  readonly replay: Replay | undefined;
  /** Whether training runs in the page itself because no worker could be started, and the person has not taken note. */
  readonly inPage: boolean;
  /** A newer version of the page is ready; this takes it, in place of the page. */
  readonly newVersion: { readonly take: () => void } | undefined;
  /** A table of points that was dropped onto the page, until it is read. */
  readonly offered: { readonly name: string; readonly text: string } | undefined;
  /** Why a link or a file could not be opened, or what could not be done. */
  readonly damage: Damage | Refusal | undefined;
  /** What the address locks. */
  readonly locks: ReadonlySet<Lock>;
  /** Where one stood when a lesson was begun. */
  readonly beforeLesson: Standing;
  /** The epoch that was asked for and has not arrived yet. */
  readonly sought: number | undefined;
  /** Infinity is as fast as the machine can. */
  readonly epochsPerSecond: number;
  readonly selection: Selection;
  readonly look: Look;
  /** Points, noise and seed as they were last chosen, for when a set that has them comes back. */
  readonly scatter: Scatter;
  /** The hyper-parameters each optimizer was left with. */
  readonly remembered: Partial<Record<OptimizerName, OptimizerChoice>>;
  /** What was set up before, the last one last, and what undoing left: each with the epoch it was shown at. */
  readonly earlier: readonly Standing[];
  readonly later: readonly Standing[];
  /** Why the trainer cannot go on, when it cannot. */
  readonly failure: string | undefined;
  /** What the inspector shows, with the way that led there; nothing when it is closed. */
  readonly trail: readonly string[];
  /** What was left by going back, the next first. */
  readonly ahead: readonly string[];
  /** The quantity under the pointer or the focus, anywhere on the page. */
  readonly pointed: string | undefined;
  /** The step that is explained: the one after epoch t, and which of its units is shown. */
  readonly explained: { readonly t: number; readonly zoom: Zoom; readonly unit: number } | undefined;
  /** The tool that is open, by its name in the registry of panels, and whether it has the whole width. */
  readonly panel: { readonly name: string; readonly wide: boolean } | undefined;
  /** What the gradient check found, while it is open: drawn on the network where the epoch is the same. */
  readonly checked: Checked | undefined;
  /** The branch shown beside the present one. */
  readonly beside: number | undefined;
}

/** The resolutions of the boundary to choose from. */
export const resolutions = [40, 64, 100, 160] as const;

/** What an address holds: a place or several, or what is wrong with it. */
export interface Addressed {
  readonly linked: Linked | undefined;
  readonly scenes: readonly CaptionedPlace[] | undefined;
  readonly damage: Damage | undefined;
}

/** As much is quoted of an address that is none. */
const LONGEST_QUOTE = 60;

const nothing: Addressed = { linked: undefined, scenes: undefined, damage: undefined };

/** What the address links to, if it is a link; of several scenes the first. */
export function linkOf(hash: string): Addressed {
  const fragment = hash.replace(/^#/, "");
  if (routeOf(hash) === undefined && !isAnchor(hash)) {
    return {
      ...nothing,
      damage: { what: "address", why: words.unknownAddress(fragment.slice(0, LONGEST_QUOTE)) },
    };
  }
  if (!isLink(hash)) return nothing;
  try {
    const scenes = readScenesLink(fragment);
    return { ...nothing, scenes, linked: scenes?.[0] ?? readLink(fragment) };
  } catch (error) {
    if (error instanceof ExperimentError) return { ...nothing, damage: { what: "link", why: error.message } };
    throw error;
  }
}

/** What changes with every new run. */
export function freshRun(experiment: Experiment, run: number, resolution: number) {
  const snapshot = firstSnapshot(experiment, run, resolution);
  const history = createHistory();
  history.set(0, snapshot.loss);
  const test = createHistory();
  if (snapshot.test !== undefined) test.set(0, snapshot.test.loss);
  const course: Course = { history, test, rings: [] };
  const { optimizer } = experiment;
  const courses = new Map([[snapshot.branch, course]]);
  // What was pointed at may be a sample or a neuron that is no more.
  return { experiment, optimizer, run, snapshot, course, courses, pointed: undefined };
}

/** The sample chosen when new data come: number 18, or the first of a small set. */
export function firstSelection(count: number): Selection {
  return { kind: "sample", index: count >= 18 ? 17 : 0 };
}

export const store = createStore<AppState>(() => {
  const look: Look = { face: "map", colour: "both", field: "class", resolution: 40, lossAxis: "log" };
  const { linked, scenes, damage } = linkOf(location.hash);
  const start = freshRun(linked?.experiment ?? defaultExperiment, 1, look.resolution);
  return {
    ...start,
    route: routeOf(location.hash) ?? playground,
    question: undefined,
    scenes: scenes ?? [],
    scene: scenes === undefined ? undefined : 0,
    playing: false,
    linked,
    arrived: undefined,
    replay: undefined,
    inPage: false,
    newVersion: undefined,
    offered: undefined,
    damage,
    locks: locksOf(location.search),
    beforeLesson: { experiment: start.experiment, t: linked?.t ?? 0 },
    sought: linked?.t,
    epochsPerSecond: 100,
    selection: firstSelection(start.snapshot.probability.length),
    look,
    scatter: defaultExperiment.dataset as Scatter,
    remembered: {},
    earlier: [],
    later: [],
    failure: undefined,
    trail: [],
    ahead: [],
    explained: undefined,
    panel: undefined,
    checked: undefined,
    beside: undefined,
  };
});

/** What `select` makes of the state, for a view that follows it. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(store, select);
}
