/**
 * The page's end of the mailbox: what the trainer is told, what it reports, and the questions it is asked. Actions tell,
 * views ask; nobody else speaks to the trainer.
 */
import { createHistory, type Experiment, fingerprint, type Linked } from "@neural-viz/engine";
import { words } from "../words/store.ts";
import type { Answers, Command, News, Question, Report, Snapshot, Wanted } from "../worker/protocol.ts";
import { firstLeg, lastLeg, type Replay, replayOf, sameAgain, stillToDo } from "./replay.ts";
import { type AppState, type Course, type Selection, store } from "./store.ts";

const { getState, setState } = store;

let post: (command: Command) => void = () => {};
/** How many commands, `drawn` aside, the trainer was sent. */
let sent = 0;
/** Those of them that it may not have carried out yet, with their numbers. */
let unheard: { readonly number: number; readonly command: Command }[] = [];
/** What was asked for while a run is trained again, to be done when that is over. */
let held: readonly Command[] = [];
/** What is known of the branches of the run that is trained again, and whether it is on its last leg. */
let gathered: ReadonlyMap<number, Course> = new Map();
let lastLegBegun = false;

/**
 * Connects the page to a trainer, and tells it what the page shows. One that comes `again`, after another that knew the
 * run, trains it up to where it stood before it shows anything, and then does what the other had not done.
 */
export function attach(send: (command: Command) => void, again = false): void {
  const { experiment, run, epochsPerSecond, sought, linked, snapshot, replay } = getState();
  const left = stillToDo([...unheard.map(({ command }) => command), ...held]);
  post = send;
  sent = 0;
  unheard = [];
  say({ kind: "want", wanted: wanted() });
  say({ kind: "pace", epochsPerSecond });
  if (replay !== undefined) beginReplay({ ...replay, reached: 0 }, left);
  else if (again && linked === undefined) beginReplay(replayOf(snapshot, "loss"), left);
  else {
    held = [];
    say({ kind: "configure", run, experiment, play: false });
    if (sought !== undefined) say({ kind: "seek", t: sought });
  }
}

/** Has the run shown trained again up to where it stood; `left` is to be done then. */
export function beginReplay(replay: Replay, left: readonly Command[]): void {
  const { experiment, run, snapshot } = getState();
  const { base, changes } = snapshot;
  setState({ replay, beside: undefined });
  held = left;
  gathered = new Map();
  lastLegBegun = false;
  firstLeg(replay, run, { ...experiment, optimizer: base, changes }).forEach(say);
}

/** Commands that leave the run as it is. */
const HARMLESS: ReadonlySet<Command["kind"]> = new Set(["want", "pace"]);

/** Tells the trainer what a person does. Whoever acts before a link's epoch is reached has left the link. */
export function tell(command: Command): void {
  if (!HARMLESS.has(command.kind) && getState().linked !== undefined) setState({ linked: undefined });
  dispatch(command);
}

/** Sends a command to the trainer: now, or when the run that is trained again is where it was. */
export function dispatch(command: Command): void {
  const { kind } = command;
  if (getState().replay !== undefined && !HARMLESS.has(kind)) {
    if (kind !== "configure") {
      held = [...held, command];
      return;
    }
    setState({ replay: undefined });
    held = [];
  }
  say(command);
  unheard.push({ number: sent, command });
}

function say(command: Command): void {
  sent += 1;
  post(command);
}

/** The pictures that are shown. */
export function wanted(): Wanted {
  const { look, beside } = getState();
  return { size: look.resolution, maps: look.face === "map", beside };
}

/**
 * Gives the credit back when the snapshot is on the screen. While training goes on, the page first rests as long as it
 * worked, and for one frame at least: half of its time is free for what is pressed, on a slow machine too.
 */
function thank(playing: boolean, worked: number): void {
  const to = post;
  requestAnimationFrame(() => {
    if (!playing) return to({ kind: "drawn" });
    const begun = performance.now();
    // What is due after the frame comes when it is drawn.
    setTimeout(() => {
      const rest = worked + performance.now() - begun;
      setTimeout(() => requestAnimationFrame(() => to({ kind: "drawn" })), rest);
    });
  });
}

/** Takes in what the trainer reports, and thanks for a snapshot once it is on screen. */
export function receive(report: Report): void {
  if (report.kind === "progress") {
    waiting.get(report.number)?.progressed(report.share);
    return;
  }
  if (report.kind === "answer") {
    waiting.get(report.number)?.answered(report.answer);
    waiting.delete(report.number);
    return;
  }
  if (report.kind === "here") return;
  const { snapshot, news } = report;
  const begun = performance.now();
  const { replay } = getState();
  if (replay === undefined) show(snapshot, news);
  else if (snapshot.run === getState().run) trainAgain(replay, snapshot, news);
  // The views have rendered when this comes: they do so in a microtask, too.
  queueMicrotask(() => thank(snapshot.playing, performance.now() - begun));
}

function show(snapshot: Snapshot, news: readonly News[]): void {
  unheard = unheard.filter(({ number }) => number > snapshot.heard);
  const {
    run,
    courses: known,
    experiment,
    optimizer,
    playing,
    beside,
    trail,
    ahead,
    sought,
    snapshot: shown,
  } = getState();
  if (snapshot.run === run) {
    const { base, changes, training } = snapshot;
    const current = snapshot.heard === sent; // otherwise it does not know yet what was asked of it
    const courses = coursesAfter(known, snapshot, news);
    setState({
      snapshot,
      courses,
      course: courses.get(snapshot.branch)!,
      playing: current ? snapshot.playing : playing,
      sought: current ? undefined : sought,
      experiment: current ? withNews(experiment, { optimizer: base, changes, training }) : experiment,
      optimizer: current ? keep(optimizer, snapshot.optimizer) : optimizer,
      beside: snapshot.branches.some(({ id }) => id === beside) ? beside : undefined,
      explained: follows(snapshot),
      ...arrival(snapshot),
      trail: arrival(snapshot).trail ?? moved(trail, snapshot.t - shown.t),
      ahead: moved(ahead, snapshot.t - shown.t),
    });
  }
}

/** A run trained again as far as this; when it is where it was, it takes its place on the page. */
function trainAgain(replay: Replay, snapshot: Snapshot, news: readonly News[]): void {
  const { experiment, optimizer, playing, trail } = getState();
  gathered = coursesAfter(gathered, snapshot, news);
  setState({ replay: { ...replay, reached: snapshot.t } });
  if (snapshot.heard !== sent || snapshot.playing) return;
  if (!lastLegBegun) {
    lastLegBegun = true;
    lastLeg(replay, experiment).forEach(say);
    return;
  }
  const { base, changes, training } = snapshot;
  const left = held;
  held = [];
  const same = sameAgain(replay, snapshot);
  const worthAWord = replay.last > 0 || replay.after === "visit";
  setState({
    snapshot,
    courses: gathered,
    course: gathered.get(snapshot.branch)!,
    replay: undefined,
    sought: undefined,
    experiment: withNews(experiment, { optimizer: base, changes, training }),
    optimizer: left.length === 0 ? keep(optimizer, snapshot.optimizer) : optimizer,
    trail: replay.trail ?? trail,
    arrived: worthAWord ? { after: replay.after, same, alone: !replay.branched } : undefined,
  });
  left.forEach(dispatch);
  if (playing) dispatch({ kind: "play" });
  for (const [number, { run, question }] of waiting) post({ kind: "ask", run, number, question });
}

/** The value itself if the other says the same: what comes from the worker is a copy each time, and no news. */
function keep<T>(value: T, other: T): T {
  return JSON.stringify(value) === JSON.stringify(other) ? value : other;
}

/** The experiment with what may have changed on the way; itself when nothing did. */
function withNews(
  experiment: Experiment,
  { optimizer, changes, training }: Pick<Experiment, "optimizer" | "changes" | "training">,
): Experiment {
  const next = {
    optimizer: keep(experiment.optimizer, optimizer),
    changes: keep(experiment.changes, changes),
    training: keep(experiment.training, training),
  };
  const same =
    next.optimizer === experiment.optimizer &&
    next.changes === experiment.changes &&
    next.training === experiment.training;
  return same ? experiment : { ...experiment, ...next };
}

/** The explained step after a report: another epoch begins another step, and a run that plays is not explained. */
function follows({ heard, playing, t }: Snapshot): AppState["explained"] {
  const { explained } = getState();
  if (explained === undefined || heard !== sent) return explained;
  if (playing) return undefined;
  return t === explained.t || t === explained.t + 1 ? explained : { ...explained, t, unit: 0 };
}

/** The point that a link looks at; where it says nothing, the one that is looked at now. */
function selectionOf({ sample, probe }: Linked, now: Selection): Selection {
  const index = sample === undefined ? now.index : sample - 1;
  if (probe !== undefined) return { kind: "probe", index, x1: probe[0], x2: probe[1] };
  return sample === undefined ? now : { kind: "sample", index };
}

/** When the epoch of the link has been reached, what it looks at is looked at. */
function arrival({
  heard,
  playing,
  t,
  params,
}: Snapshot): Partial<Pick<AppState, "linked" | "trail" | "panel" | "selection" | "arrived" | "damage">> {
  const { linked, selection, panel, route } = getState();
  if (linked === undefined || heard !== sent || playing) return {};
  const same = t === linked.t && fingerprint(params) === linked.fingerprint;
  const short = t < linked.t && linked.fingerprint === undefined && route.page === "playground";
  return {
    linked: undefined,
    trail: linked.inspect === undefined ? [] : [linked.inspect],
    panel: linked.panel === undefined ? panel : { name: linked.panel, wide: false },
    selection: selectionOf(linked, selection),
    arrived: linked.fingerprint === undefined ? undefined : { after: "link", same, alone: true },
    ...(short ? { damage: { what: "address", why: words.endsBefore(linked.t, t) } } : {}),
  };
}

/** The ids of a trail when the epoch shown moves: what was one update earlier is so from there too. */
export function moved(trail: readonly string[], by: number): readonly string[] {
  if (by === 0 || trail.length === 0) return trail;
  return trail.map((id) => id.replace(/@(\d+)$/, (_, t: string) => `@${Math.max(0, Number(t) + by)}`));
}

/** What is known of each branch there is, with the news. */
function coursesAfter(
  courses: ReadonlyMap<number, Course>,
  { branches }: Snapshot,
  news: readonly News[],
): ReadonlyMap<number, Course> {
  return new Map(
    branches.map(({ id }) => {
      const known = courses.get(id) ?? { history: createHistory(), test: createHistory(), rings: [] };
      const { history, test, rings } = known;
      const mine = news.filter(({ branch }) => branch === id);
      for (const { from, losses, testLosses } of mine) {
        losses.forEach((loss, i) => history.set(from + i, loss));
        testLosses.forEach((loss, i) => test.set(from + i, loss));
      }
      const fresh = mine.flatMap((some) =>
        some.rings.filter(({ epoch }) => epoch > (rings.at(-1)?.epoch ?? 0)),
      );
      return [id, { history, test, rings: fresh.length > 0 ? [...rings, ...fresh] : rings }];
    }),
  );
}

/** Those who wait for an answer, by the number of their question. */
const waiting = new Map<
  number,
  {
    readonly run: number;
    readonly question: Question;
    readonly answered: (answer: Answers[keyof Answers]) => void;
    readonly progressed: (share: number) => void;
  }
>();
let questions = 0;

/**
 * Asks the trainer about the branch shown. A question about a run that is over is never answered. `progressed` hears
 * the share done of an answer that takes long. Returns a way to cancel the question.
 */
export function ask<Kind extends Question["kind"]>(
  question: Extract<Question, { kind: Kind }>,
  answered: (answer: Answers[Kind]) => void,
  progressed: (share: number) => void = () => {},
): () => void {
  const number = ++questions;
  const { run, replay } = getState();
  waiting.set(number, { run, question, answered: (answer) => answered(answer as Answers[Kind]), progressed });
  // While a run is trained again the question waits, with those that a lost trainer owed.
  if (replay === undefined) post({ kind: "ask", run, number, question });
  return () => {
    if (waiting.delete(number)) post({ kind: "cancel", number });
  };
}

export function fail(failure: string): void {
  setState({ failure, playing: false, replay: undefined });
}

/** Training runs in the page itself. */
export function goInPage(): void {
  setState({ inPage: true });
}
