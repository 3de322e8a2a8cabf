/**
 * The page's connection to the trainer: sends commands, receives reports, asks questions. Actions call `tell`, views
 * call `ask`; nothing else talks to the trainer. `run/lifecycle.ts` decides what each event does to the run.
 */
import type { Linked } from "@neural-viz/engine";
import { messages } from "#text/store";
import type { Answers, Command, Question, Report, Snapshot, PictureOptions } from "../worker/protocol.ts";
import { type RunEvent, type Step, type RunCommand, transition } from "./run/lifecycle.ts";
import { moved } from "./inspector/history.ts";
import { picturesInPlane } from "./derived.ts";
import { cutOf } from "./selection/cut.ts";
import type { Selection } from "./selection/state.ts";
import { type AppState, store } from "./store.ts";

const { getState, setState } = store;

/** A question that waits for its answer. */
interface Waiting {
  readonly run: number;
  readonly question: Question;
  readonly answered: (answer: Answers[keyof Answers]) => void;
  readonly progressed: (share: number) => void;
}

/** The connection to the trainer, and the questions that wait for an answer, by number. */
interface Connection {
  post: (command: Command) => void;
  readonly waiting: Map<number, Waiting>;
  questions: number;
}

const connection: Connection = { post: () => {}, waiting: new Map(), questions: 0 };

/**
 * Connects the page to a trainer and tells it what the page shows. If an earlier trainer had the run (`again`), this
 * one trains it up to the same state before it shows anything, and then does what the other had left to do.
 */
export function attach(post: (command: Command) => void, again = false): void {
  connection.post = post;
  const first: readonly Command[] = [
    { kind: "pictures", options: pictureOptions() },
    { kind: "pace", epochsPerSecond: getState().epochsPerSecond },
  ];
  dispatch({ kind: "attached", again, first });
}

/** Applies an event to the run: updates the state and sends the commands that follow. */
export function dispatch(event: RunEvent, also: Partial<AppState> = {}): void {
  const step = transition(getState(), event);
  setState({ ...step.state, ...also });
  step.say.forEach(connection.post);
  // The plane goes through the point that is selected in the new run.
  const isNew = event.kind === "begin" || event.kind === "open" || event.kind === "restore";
  if (isNew && picturesInPlane(getState())) tell({ kind: "pictures", options: pictureOptions() });
}

/** Sends the trainer a command from the person. */
export function tell(command: RunCommand, also: Partial<AppState> = {}): void {
  dispatch({ kind: "tell", command }, also);
}

/** The pictures that the page shows. */
export function pictureOptions(): PictureOptions {
  const state = getState();
  const { look, comparison } = state;
  return { size: look.resolution, maps: look.face === "map", cut: cutOf(state), comparison };
}

/**
 * Acknowledges a snapshot once it is on the screen. During training the page first rests as long as it worked, and
 * for at least one frame, so that half of its time is free for input even on a slow machine.
 */
function acknowledgeFrame(playing: boolean, worked: number): void {
  const to = connection.post;
  requestAnimationFrame(() => {
    if (!playing) return to({ kind: "frameDrawn" });
    const begun = performance.now();
    // A timer set in a frame fires after that frame is drawn.
    setTimeout(() => {
      const rest = worked + performance.now() - begun;
      setTimeout(() => requestAnimationFrame(() => to({ kind: "frameDrawn" })), rest);
    });
  });
}

/** Handles a report from the trainer, and acknowledges a snapshot once it is on the screen. */
export function receive(report: Report): void {
  const { waiting } = connection;
  switch (report.kind) {
    case "progress":
      waiting.get(report.number)?.progressed(report.share);
      return;
    case "answer":
      waiting.get(report.number)?.answered(report.answer);
      waiting.delete(report.number);
      return;
    case "pong":
      return;
    case "snapshot": {
      const { snapshot, deltas } = report;
      const begun = performance.now();
      const before = getState();
      const step = transition(before, { kind: "reported", snapshot, deltas });
      setState({ ...step.state, ...consequences(before, step) });
      step.say.forEach(connection.post);
      if (step.restored !== undefined) askAgain();
      // The views render in a microtask, so this one runs after them.
      queueMicrotask(() => acknowledgeFrame(snapshot.playing, performance.now() - begun));
    }
  }
}

/** What a report changes besides the run: the inspector, the explained step, the comparison and the selection. */
function consequences(before: AppState, { state, reached, restored }: Step): Partial<AppState> {
  const { snapshot } = state;
  if (snapshot === before.snapshot) return {};
  const { comparison, inspectorHistory, ahead } = before;
  if (restored !== undefined) return { inspectorHistory: restored.inspectorHistory ?? inspectorHistory };
  const current = snapshot.acknowledged === state.outbox.sent;
  const by = snapshot.t - before.snapshot.t;
  return {
    comparison: snapshot.branches.some(({ id }) => id === comparison) ? comparison : undefined,
    explained: current ? explainedAfter(snapshot, before.explained) : before.explained,
    inspectorHistory: moved(inspectorHistory, by),
    ahead: moved(ahead, by),
    ...(reached === undefined ? {} : lookedAtBy(reached, snapshot, before)),
  };
}

/** The explained step after a report: another epoch begins another step, and training closes it. */
function explainedAfter({ playing, t }: Snapshot, explained: AppState["explained"]): AppState["explained"] {
  if (explained === undefined || playing) return undefined;
  return t === explained.t || t === explained.t + 1 ? explained : { ...explained, t, unit: 0 };
}

/** The point that a link selects, or the current one if the link doesn't say. */
function selectionOf({ sample, probe }: Linked, now: Selection): Selection {
  const index = sample === undefined ? now.index : sample - 1;
  if (probe !== undefined) return { kind: "probe", index, x: probe };
  return sample === undefined ? now : { kind: "sample", index };
}

/** The tool that a link opens. */
export function openedBy({ wide = false, settings = {} }: Linked, name: string): AppState["panel"] {
  return { name, wide, settings };
}

/** Applies the selection, the tool, the explained step and the inspected quantity of a link when its epoch is reached. */
function lookedAtBy(
  link: Linked,
  snapshot: Snapshot,
  { selection, panel, route }: AppState,
): Partial<AppState> {
  const { t } = snapshot;
  const short = t < link.t && link.fingerprint === undefined && route.page === "playground";
  return {
    // Without one, the inspector stays as it is: it may have been opened while the run trained up to the link.
    ...(link.inspect === undefined ? {} : { inspectorHistory: [link.inspect] }),
    panel: link.panel === undefined ? panel : openedBy(link, link.panel),
    ...(link.beside === undefined ? {} : { beside: link.beside }),
    ...(link.step === undefined ? {} : { explained: explainedAfter(snapshot, link.step) }),
    selection: selectionOf(link, selection),
    ...(short ? { damage: { what: "address", why: messages.endsBefore(link.t, t) } } : {}),
  };
}

/**
 * Asks the trainer about the branch shown, and returns a function that cancels the question. Questions about an
 * earlier run are never answered. `progressed` gets the share of the work done when the answer takes long.
 */
export function ask<Kind extends Question["kind"]>(
  question: Extract<Question, { kind: Kind }>,
  answered: (answer: Answers[Kind]) => void,
  progressed: (share: number) => void = () => {},
): () => void {
  const { waiting } = connection;
  const number = ++connection.questions;
  const { run, phase } = getState();
  waiting.set(number, { run, question, answered: (answer) => answered(answer as Answers[Kind]), progressed });
  // While a run is trained again the question waits, with those that a lost trainer owed.
  if (phase.kind !== "replaying") connection.post({ kind: "ask", run, number, question });
  return () => {
    if (waiting.delete(number)) connection.post({ kind: "cancel", number });
  };
}

/** Asks the questions that waited while the run was trained again. */
function askAgain(): void {
  for (const [number, { run, question }] of connection.waiting) {
    connection.post({ kind: "ask", run, number, question });
  }
}

/** The trainer cannot go on. */
export function fail(why: string): void {
  dispatch({ kind: "failed", why });
}
