/**
 * The page's end of the mailbox: what the trainer is told, what it reports, and the questions it is asked. Actions tell,
 * views ask; nobody else speaks to the trainer. What becomes of the run is decided in `run/lifecycle.ts`.
 */
import type { Linked } from "@neural-viz/engine";
import { messages } from "#text/store";
import type { Answers, Command, Question, Report, Snapshot, PictureOptions } from "../worker/protocol.ts";
import { type RunEvent, type Step, type RunCommand, transition } from "./run/lifecycle.ts";
import { moved } from "./inspector/history.ts";
import type { Selection } from "./selection/state.ts";
import { type AppState, store } from "./store.ts";

const { getState, setState } = store;

/** Somebody who waits for an answer. */
interface Waiting {
  readonly run: number;
  readonly question: Question;
  readonly answered: (answer: Answers[keyof Answers]) => void;
  readonly progressed: (share: number) => void;
}

/** The line to the trainer, and those who wait for an answer, by the numbers of their questions. */
interface Connection {
  post: (command: Command) => void;
  readonly waiting: Map<number, Waiting>;
  questions: number;
}

const connection: Connection = { post: () => {}, waiting: new Map(), questions: 0 };

/**
 * Connects the page to a trainer, and tells it what the page shows. One that comes `again`, after another that knew the
 * run, trains it up to where it stood before it shows anything, and then does what the other had not done.
 */
export function attach(post: (command: Command) => void, again = false): void {
  connection.post = post;
  const first: readonly Command[] = [
    { kind: "pictures", options: pictureOptions() },
    { kind: "pace", epochsPerSecond: getState().epochsPerSecond },
  ];
  dispatch({ kind: "attached", again, first });
}

/** What happens to the run: the state follows, and the trainer is told. */
export function dispatch(event: RunEvent, also: Partial<AppState> = {}): void {
  const step = transition(getState(), event);
  setState({ ...step.state, ...also });
  step.say.forEach(connection.post);
}

/** Tells the trainer what a person does. */
export function tell(command: RunCommand, also: Partial<AppState> = {}): void {
  dispatch({ kind: "tell", command }, also);
}

/** The pictures that are shown. */
export function pictureOptions(): PictureOptions {
  const { look, comparison } = getState();
  return { size: look.resolution, maps: look.face === "map", comparison };
}

/**
 * Gives the credit back when the snapshot is on the screen. While training goes on, the page first rests as long as it
 * worked, and for one frame at least: half of its time is free for what is pressed, on a slow machine too.
 */
function acknowledgeFrame(playing: boolean, worked: number): void {
  const to = connection.post;
  requestAnimationFrame(() => {
    if (!playing) return to({ kind: "frameDrawn" });
    const begun = performance.now();
    // What is due after the frame comes when it is drawn.
    setTimeout(() => {
      const rest = worked + performance.now() - begun;
      setTimeout(() => requestAnimationFrame(() => to({ kind: "frameDrawn" })), rest);
    });
  });
}

/** Takes in what the trainer reports, and thanks for a snapshot once it is on screen. */
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
      // The views have rendered when this comes: they do so in a microtask, too.
      queueMicrotask(() => acknowledgeFrame(snapshot.playing, performance.now() - begun));
    }
  }
}

/** What a report changes beside the run: what is inspected, explained, compared and looked at. */
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

/** The explained step after a report: another epoch begins another step, and a run that plays is not explained. */
function explainedAfter({ playing, t }: Snapshot, explained: AppState["explained"]): AppState["explained"] {
  if (explained === undefined || playing) return undefined;
  return t === explained.t || t === explained.t + 1 ? explained : { ...explained, t, unit: 0 };
}

/** The point that a link looks at; where it says nothing, the one that is looked at now. */
function selectionOf({ sample, probe }: Linked, now: Selection): Selection {
  const index = sample === undefined ? now.index : sample - 1;
  if (probe !== undefined) return { kind: "probe", index, x1: probe[0], x2: probe[1] };
  return sample === undefined ? now : { kind: "sample", index };
}

/** When the epoch of the link has been reached, what it looks at is looked at. */
function lookedAtBy(link: Linked, { t }: Snapshot, { selection, panel, route }: AppState): Partial<AppState> {
  const short = t < link.t && link.fingerprint === undefined && route.page === "playground";
  return {
    inspectorHistory: link.inspect === undefined ? [] : [link.inspect],
    panel: link.panel === undefined ? panel : { name: link.panel, wide: false },
    selection: selectionOf(link, selection),
    ...(short ? { damage: { what: "address", why: messages.endsBefore(link.t, t) } } : {}),
  };
}

/**
 * Asks the trainer about the branch shown. A question about a run that is over is never answered. `progressed` hears
 * the share done of an answer that takes long. Returns a way to cancel the question.
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
