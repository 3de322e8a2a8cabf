/**
 * The lifecycle of a run as one pure function: it takes the state and an event, and returns the next state and the
 * commands for the trainer. Nothing else changes a phase.
 *
 *     play ──► playing ──► ready ◄── pause, step, the end            from any of them
 *                                                                    ───────────────
 *     seek, a link ──► seeking ──► ready   when it is reached        lost, reloaded ──► replaying ──► as before
 *                                                                    broken for good ──► failed
 *     any change ──► drops the seek and the link: playing if the trainer was training there, else ready
 *     failed ──► nothing: there is no trainer anymore
 */
import { fingerprint, type Experiment, type Linked } from "@neural-viz/engine";
import type { Command, BranchDelta, Snapshot } from "../../worker/protocol.ts";
import { recordsAfter } from "./records.ts";
import { emptyOutbox, HARMLESS, acknowledge, stillToDo } from "./outbox.ts";
import { playing, ready, type RunPhase, seeking, type Intent, intentOf } from "./phase.ts";
import { legBack, legUp, type Replay, replayOfSnapshot, sameAgain } from "./replay.ts";
import { type NewRun, optimizerInForce, type RunState } from "./state.ts";

/** The commands about the current run that come from a person. */
export type RunCommand = Exclude<Command, { kind: "configure" | "ask" | "cancel" | "frameDrawn" | "ping" }>;

export type RunEvent =
  /** A new run, at rest or training. */
  | { readonly kind: "begin"; readonly fresh: NewRun; readonly play: boolean }
  /** A new run that trains to the epoch of a link. */
  | { readonly kind: "open"; readonly fresh: NewRun; readonly link: Linked }
  /** A link into the current run. */
  | { readonly kind: "visit"; readonly link: Linked }
  /** A run from an earlier visit. */
  | { readonly kind: "restore"; readonly fresh: NewRun; readonly replay: Replay }
  | { readonly kind: "tell"; readonly command: RunCommand }
  /** A trainer without any state was connected and gets these commands first; `again` if an earlier one had the run. */
  | { readonly kind: "attached"; readonly again: boolean; readonly first: readonly Command[] }
  | { readonly kind: "reported"; readonly snapshot: Snapshot; readonly deltas: readonly BranchDelta[] }
  | { readonly kind: "failed"; readonly why: string };

export interface Step {
  readonly state: RunState;
  /** The commands for the trainer. */
  readonly say: readonly Command[];
  /** The link whose epoch has just been reached. */
  readonly reached?: Linked;
  /** The run that has just been restored. */
  readonly restored?: Replay;
}

export function transition(state: RunState, event: RunEvent): Step {
  switch (event.kind) {
    case "begin": {
      const { run, experiment } = event.fresh;
      const { play } = event;
      return send(anew(state, event.fresh, play ? playing : ready), [
        { kind: "configure", run, experiment, play },
      ]);
    }
    case "open": {
      const { run, experiment } = event.fresh;
      return send(anew(state, event.fresh, seeking(event.link.t, event.link)), [
        { kind: "configure", run, experiment, play: false },
        { kind: "seek", t: event.link.t },
      ]);
    }
    case "visit":
      return send(withIntent(state, seeking(event.link.t, event.link)), [{ kind: "seek", t: event.link.t }]);
    case "restore": {
      const next = anew(state, event.fresh, ready);
      return next.phase.kind === "failed" ? { state: next, say: [] } : replay(next, event.replay, ready, []);
    }
    case "tell":
      return tell(state, event.command);
    case "attached":
      return attached(state, event.again, event.first);
    case "reported":
      return reported(state, event.snapshot, event.deltas);
    case "failed":
      return { state: { ...state, phase: { kind: "failed", why: event.why } }, say: [] };
  }
}

/** Replaces the current run with another one. Whatever it was doing is over. */
function anew(state: RunState, fresh: NewRun, intent: Intent): RunState {
  return { ...state, ...fresh, phase: state.phase.kind === "failed" ? state.phase : intent };
}

/** The state with another intent. A run that is being trained again turns to it afterwards. */
function withIntent(state: RunState, intent: Intent): RunState {
  const { phase } = state;
  switch (phase.kind) {
    case "ready":
    case "playing":
    case "seeking":
      return { ...state, phase: intent };
    case "replaying":
      return { ...state, phase: { ...phase, intent } };
    case "failed":
      return state;
  }
}

function tell(state: RunState, command: RunCommand): Step {
  const intent = intentOf(state.phase);
  const next = intent === undefined ? state : withIntent(state, intentAfter(intent, command));
  return send(command.kind === "play" ? { ...next, arrived: undefined } : next, [command]);
}

/** The intent after a command. A change drops the seek and the link. */
function intentAfter(intent: Intent, command: RunCommand): Intent {
  switch (command.kind) {
    case "play":
      return playing;
    case "pause":
    case "step":
      return ready;
    case "seek":
      return seeking(command.t);
    case "optimizer":
    case "edit":
    case "training":
    case "switch":
    case "discard":
    case "undo":
    case "redo":
      if (intent.kind !== "seeking") return intent;
      return intent.underway ? playing : ready;
    case "pictures":
    case "pace":
      return intent;
  }
}

/** Sends commands from a person, or holds them until the run has been trained again. */
function send(state: RunState, commands: readonly Command[]): Step {
  const { phase } = state;
  if (phase.kind !== "replaying") return sendNow(state, commands, true);
  const now = commands.filter(({ kind }) => HARMLESS.has(kind));
  // A held `play` is part of the intent.
  const later = commands.filter(({ kind }) => !HARMLESS.has(kind) && kind !== "play");
  return sendNow({ ...state, phase: { ...phase, held: [...phase.held, ...later] } }, now, true);
}

/** Numbers the commands in the outbox, and remembers those that a person asked for. */
function sendNow(state: RunState, say: readonly Command[], asked: boolean): Step {
  const { sent, pending } = state.outbox;
  const numbered =
    asked && state.phase.kind !== "failed"
      ? say.map((command, i) => ({ number: sent + i + 1, command }))
      : [];
  const outbox = { sent: sent + say.length, pending: [...pending, ...numbered] };
  return { state: { ...state, outbox }, say };
}

/** Has the trainer train the run again. Afterwards come the `held` commands, then the intent. */
function replay(state: RunState, target: Replay, intent: Intent, held: readonly Command[]): Step {
  const { experiment, run, snapshot } = state;
  const phase: RunPhase = {
    kind: "replaying",
    replay: { ...target, reached: 0 },
    leg: "up",
    records: new Map(),
    held,
    intent,
  };
  const { base, changes } = snapshot;
  return sendNow({ ...state, phase }, legUp(target, run, { ...experiment, optimizer: base, changes }), false);
}

function attached(state: RunState, again: boolean, first: readonly Command[]): Step {
  const { phase, snapshot, run, experiment } = state;
  const pending = state.outbox.pending.map(({ command }) => command);
  const greetedState = sendNow({ ...state, outbox: emptyOutbox }, first, false).state;
  const also = (step: Step): Step => ({ ...step, say: [...first, ...step.say] });
  switch (phase.kind) {
    case "replaying":
      return also(replay(greetedState, phase.replay, phase.intent, stillToDo([...pending, ...phase.held])));
    case "ready":
    case "playing":
    case "seeking": {
      const linked = phase.kind === "seeking" && phase.link !== undefined;
      if (again && !linked) {
        return also(replay(greetedState, replayOfSnapshot(snapshot, "loss"), phase, stillToDo(pending)));
      }
      const play = phase.kind === "playing";
      return also(
        sendNow(greetedState, [{ kind: "configure", run, experiment, play }, ...seekCommandOf(phase)], false),
      );
    }
    case "failed":
      return also(sendNow(greetedState, [{ kind: "configure", run, experiment, play: false }], false));
  }
}

const seekCommandOf = (intent: Intent): readonly Command[] =>
  intent.kind === "seeking" ? [{ kind: "seek", t: intent.to }] : [];

function reported(before: RunState, snapshot: Snapshot, deltas: readonly BranchDelta[]): Step {
  const state = { ...before, outbox: acknowledge(before.outbox, snapshot.acknowledged) };
  if (snapshot.run !== state.run) return { state, say: [] };
  const { phase } = state;
  if (phase.kind === "replaying") return replayed(state, phase, snapshot, deltas);
  const records = recordsAfter(state.records, snapshot, deltas);
  const shown = { ...state, snapshot, records, record: records.get(snapshot.branch)! };
  // Until then the trainer doesn't know yet what was asked of it.
  if (snapshot.acknowledged !== state.outbox.sent) return { state: shown, say: [] };
  const settled: RunState = { ...shown, ...agreed(before, snapshot) };
  switch (phase.kind) {
    case "ready":
    case "playing":
      return { state: { ...settled, phase: snapshot.playing ? playing : ready }, say: [] };
    case "seeking": {
      if (snapshot.playing) return { state: { ...settled, phase: { ...phase, underway: true } }, say: [] };
      const { link } = phase;
      const reached = { ...settled, phase: ready };
      if (link === undefined) return { state: reached, say: [] };
      const same = snapshot.t === link.t && fingerprint(snapshot.params) === link.fingerprint;
      const arrived =
        link.fingerprint === undefined ? undefined : ({ after: "link", same, alone: true } as const);
      return { state: { ...reached, arrived }, say: [], reached: link };
    }
    case "failed":
      return { state: settled, say: [] };
  }
}

/** Handles a report of a run that is being trained again. Once the run is back where it was, the page shows it. */
function replayed(
  state: RunState,
  phase: Extract<RunPhase, { kind: "replaying" }>,
  snapshot: Snapshot,
  deltas: readonly BranchDelta[],
): Step {
  const records = recordsAfter(phase.records, snapshot, deltas);
  const further = { ...phase, records, replay: { ...phase.replay, reached: snapshot.t } };
  if (snapshot.acknowledged !== state.outbox.sent || snapshot.playing) {
    return { state: { ...state, phase: further }, say: [] };
  }
  if (phase.leg === "up") {
    const back = { ...state, phase: { ...further, leg: "back" as const } };
    return sendNow(back, legBack(phase.replay, state.experiment), false);
  }
  const { last, after, branched } = phase.replay;
  const same = sameAgain(phase.replay, snapshot);
  const worthReporting = last > 0 || after === "visit";
  const there: RunState = {
    ...state,
    ...agreed(state, snapshot),
    records,
    record: records.get(snapshot.branch)!,
    phase: phase.intent,
    arrived: worthReporting ? { after, same, alone: !branched } : undefined,
  };
  const resume: readonly Command[] =
    phase.intent.kind === "playing" ? [{ kind: "play" }] : seekCommandOf(phase.intent);
  return { ...sendNow(there, [...phase.held, ...resume], true), restored: phase.replay };
}

/**
 * What the page takes from a trainer that has received every command. Values that haven't changed keep their
 * identity.
 */
function agreed(before: RunState, snapshot: Snapshot): Pick<RunState, "snapshot" | "experiment"> {
  const { base, changes, training } = snapshot;
  return {
    snapshot: { ...snapshot, optimizer: reuseIfEqual(optimizerInForce(before), snapshot.optimizer) },
    experiment: withChanges(before.experiment, { optimizer: base, changes, training }),
  };
}

/** The value itself if the other one is equal: the worker sends a copy each time. */
function reuseIfEqual<T>(value: T, other: T): T {
  return JSON.stringify(value) === JSON.stringify(other) ? value : other;
}

/** The experiment with what the trainer reported; the same object if nothing changed. */
function withChanges(
  experiment: Experiment,
  { optimizer, changes, training }: Pick<Experiment, "optimizer" | "changes" | "training">,
): Experiment {
  const next = {
    optimizer: reuseIfEqual(experiment.optimizer, optimizer),
    changes: reuseIfEqual(experiment.changes, changes),
    training: reuseIfEqual(experiment.training, training),
  };
  const same =
    next.optimizer === experiment.optimizer &&
    next.changes === experiment.changes &&
    next.training === experiment.training;
  return same ? experiment : { ...experiment, ...next };
}
