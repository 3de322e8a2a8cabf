/** Navigation: writes links and scenes, and opens links, files and scenes. The first view doesn't load it. */
import {
  type Scene,
  attempt,
  fingerprint,
  holdsExercise,
  holdsScenes,
  InputError,
  type Linked,
  parseExercise,
  parseExperimentFile,
  parseScenes,
  readExerciseLink,
  readJson,
  writeExerciseLink,
  writeLink,
} from "@neural-viz/engine";
import { closedInspector } from "../inspector/state.ts";
import { dispatch, openedBy } from "../mailbox.ts";
import { openPanel, shownUnder } from "../panels/open.ts";
import { train } from "../run/control.ts";
import { openingExperiment } from "../run/opening.ts";
import { brokenBy } from "../setup/locks.ts";
import { refused } from "../setup/refuse.ts";
import { openExperiment, remember, show, currentBookmark } from "../setup/setups.ts";
import { type AppState, freshPage, store } from "../store.ts";
import { linkOf } from "./address.ts";
import { goTo } from "./goTo.ts";
import type { PersistedState } from "./persistedState.ts";
import { playground, type Route } from "./route.ts";

const { getState, setState } = store;

/**
 * The address that opens this run at this epoch with what the inspector shows, and lets the recipient compare the
 * numbers.
 */
export function linkTo(inspected = getState().inspectorHistory.at(-1)): string {
  const state = getState();
  return addressOf(
    { ...currentBookmark(), inspect: inspected, fingerprint: fingerprint(state.snapshot.params) },
    state,
  );
}

/** The address of a state, to come back to. */
export function addressToReturn(state: AppState): string {
  const { experiment, snapshot, inspectorHistory } = state;
  return addressOf({ experiment, t: snapshot.t, inspect: inspectorHistory.at(-1) }, state);
}

/** The selected point, as a link names it. */
function selectedPoint({ selection }: AppState): Pick<Linked, "sample" | "probe"> {
  const { index } = selection;
  return selection.kind === "sample" ? { sample: index + 1 } : { sample: index + 1, probe: selection.x };
}

/** The open tool with its settings, and the explained step, as a link names them. */
function openParts({
  panel,
  explained,
  beside,
}: Pick<AppState, "panel" | "explained" | "beside">): Partial<Linked> {
  const settings = Object.keys(panel?.settings ?? {}).length === 0 ? undefined : panel?.settings;
  return {
    panel: panel?.name,
    wide: panel?.wide === true ? true : undefined,
    settings,
    step: explained,
    ...besideOf(panel, beside),
  };
}

/** What the tool shows beside the page. A branch is left out: links have none. */
function besideOf(panel: AppState["panel"], beside: AppState["beside"]): Pick<Linked, "beside"> {
  return panel?.name === "beside" && beside !== undefined && beside.differs !== "branch" ? { beside } : {};
}

function addressOf(linked: Linked, state: AppState): string {
  const address = new URL(location.href);
  address.hash = writeLink({ ...linked, ...selectedPoint(state), ...openParts(state) });
  return address.href;
}

/** Opens what an address links to, if it is a link. A damaged link changes nothing, and the page says why. */
export function openLink(hash: string): void {
  const { linked, scenes, damage } = linkOf(hash);
  if (damage !== undefined) setState({ damage });
  if (scenes !== undefined) return openScenes(scenes);
  if (linked === undefined) return;
  // A link into the current run only goes to another epoch. If it has a fingerprint to compare, the run is trained
  // again.
  const isCurrent = JSON.stringify(linked.experiment) === JSON.stringify(getState().experiment);
  if (!isCurrent || linked.fingerprint !== undefined) return openExperiment(linked);
  dispatch({ kind: "visit", link: linked }, { ...closedInspector, panel: undefined });
}

/** Opens an exercise by its route. A damaged one changes nothing, and the page says why. */
export function openExerciseLink(route: Extract<Route, { page: "exercise" }>): void {
  const read = attempt(() => readExerciseLink(route.fragment));
  if (!read.ok) return setState({ damage: { what: "link", why: read.why.text } });
  setState({ damage: undefined });
  goTo(route);
}

/** Files of arrays, and files that may hold programs. */
const WEIGHT_FILE = /\.(?:safetensors|npz|pt|pth|pkl|pickle|ckpt|bin)$/i;

/** Opens a file that was chosen or dropped. A recording may be long and is read piece by piece. */
export async function openChosen(file: File): Promise<void> {
  if (WEIGHT_FILE.test(file.name)) {
    leaveExercise();
    return (await import("../setup/weights.ts")).offerWeights(file);
  }
  if (!/\.nviz\.jsonl$/i.test(file.name)) return openFile(await file.text(), file.name);
  const { openRecording } = await import("../review/review.ts");
  leaveExercise();
  openPanel("ownCode");
  return openRecording(file);
}

/** Opens a file by its kind: a table is offered as data, anything else is read as an experiment, scenes or an exercise. */
export function openFile(text: string, name: string): void {
  if (/\.(csv|tsv|txt)$/i.test(name)) {
    leaveExercise();
    setState({ offered: { name, text }, damage: undefined });
    openPanel("ownData");
  } else openExperimentFile(text, name);
}

/** The table that was offered has been read. */
export function forgetOffer(): void {
  setState({ offered: undefined });
}

/** What is opened now shows on the playground. */
function leaveExercise(): void {
  if (getState().route.page === "exercise") goTo(playground);
}

/** Opens a file of an experiment, of scenes or of an exercise. A damaged file changes nothing, and the page says why. */
function openExperimentFile(text: string, name: string): void {
  try {
    const value = readJson(text, name);
    if (holdsExercise(value)) {
      openExerciseLink({ page: "exercise", fragment: writeExerciseLink(parseExercise(value)) });
      return;
    }
    const scenes = holdsScenes(value) ? parseScenes(value) : undefined;
    const all = scenes ?? [{ experiment: parseExperimentFile(value), t: 0 }];
    leaveExercise();
    if (scenes === undefined) openExperiment(all[0]!);
    else openScenes(scenes);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    setState({ damage: { what: "file", why: error.message } });
  }
}

/** Replaces the current scenes with others, and shows the first. */
function openScenes(scenes: readonly Scene[]): void {
  if (scenes.some(({ experiment }) => refused(experiment))) return;
  remember(false);
  setState({ scenes });
  showScene(0);
}

/** Shows one of the scenes by its index. Does nothing if it doesn't exist. */
export function showScene(scene: number): void {
  const { scenes } = getState();
  const shown = scenes[scene];
  if (shown === undefined) return;
  setState({ scene, panel: undefined, question: undefined });
  show(shown);
}

/** Leaves the talk. The page stays as it is. */
export function leaveScenes(): void {
  setState({ scene: undefined });
}

/** Replaces the list of scenes. The current scene may have moved in it, or be gone. */
export function setScenes(scenes: readonly Scene[], scene: number | undefined): void {
  setState({ scenes, scene });
}

/** The current state as a scene, with a fingerprint so that others can compare the numbers. */
export function currentScene(caption: string): Scene {
  const state = getState();
  const { panel, inspectorHistory, snapshot } = state;
  return {
    caption,
    ...currentBookmark(),
    ...selectedPoint(state),
    // A scene doesn't open the list it was added to.
    ...openParts(panel?.name === "scenes" ? { ...state, ...shownUnder(state) } : state),
    inspect: inspectorHistory.at(-1),
    fingerprint: fingerprint(snapshot.params),
  };
}

/** Goes to a location of a lesson, closes everything else, and trains from there if `play` is set. */
export function openLocation(link: Linked, play = false): void {
  setState({ panel: undefined, question: undefined });
  show(link);
  if (!play) return;
  // The run leaves the location at once, so the tool doesn't wait until it has been reached.
  if (link.panel !== undefined) setState({ panel: openedBy(link, link.panel) });
  train();
}

/** Restores an earlier visit. */
export function restoreVisit({ experiment, replay, ...rest }: PersistedState): void {
  const { scatter, locks, experiment: present } = getState();
  const { dataset } = experiment;
  const all = [experiment, ...rest.scenes.map((scene) => scene.experiment)];
  if (all.some((one) => brokenBy(locks, present, one) !== undefined)) return;
  setState({ look: rest.look });
  const { fresh, also } = freshPage(experiment);
  const again = { damage: undefined, scatter: "points" in dataset ? dataset : scatter };
  dispatch({ kind: "restore", fresh, replay }, { ...also, ...rest, ...again });
}

/** Opens the first view instead of the restored visit. Undo brings it back. */
export function startFresh(): void {
  openExperiment({ experiment: openingExperiment, t: 0 });
  setState({ panel: undefined });
  history.replaceState(null, "", location.pathname + location.search);
}
