/**
 * The training loop as a function of the commands it gets. It trains in short slices, so that it reads the next
 * command soon, and reports when there is something new and the page has drawn the last report.
 *
 * The epoch shown may lie in the past. Playing then replays the recording and continues training from its end. A
 * change in the past begins a branch.
 *
 * It creates no worker and reads no clock itself: `send`, `now` and `later` are passed in, so tests can drive it step
 * by step.
 */
import { type Experiment, parameterIndex, withOptimizer, withParameter } from "@neural-viz/engine";
import { answer } from "./answer.ts";
import { createScheduler } from "./scheduler.ts";
import { type Branch, firstBranch, forkBranch } from "./branches.ts";
import type { Command, BranchDelta, ParameterValue, PictureOptions } from "./protocol.ts";
import { snapshotOf, type BranchState } from "./snapshot.ts";
import type { Environment } from "./environment.ts";

/** The longest slice of training between two looks at the mailbox, in milliseconds. */
const SLICE = 12;
/** How many epochs the undo history may hold, all together. */
const MAX_EPOCHS = 10_000_000;
/** How many changes the undo history may hold. */
const MAX_UNDOS = 50;
/** How many branches to keep. The oldest one that isn't shown goes first. */
const MAX_BRANCHES = 6;

export function createTrainer({ send, now, later }: Environment): (command: Command) => void {
  let state: BranchState | undefined;
  let undone: BranchState[] = [];
  let done: BranchState[] = [];
  let lastChange: { readonly what: string; readonly state: BranchState } | undefined;
  let run = 0;
  let acknowledged = 0;
  let playing = false;
  /** The epoch to train to, as fast as possible. */
  let seekTarget: number | undefined;
  let pace = 100;
  let pictureOptions: PictureOptions = { size: 40, maps: true, cut: undefined, comparison: undefined };
  /** Whether a snapshot was sent that the page hasn't drawn yet. */
  let inFlight = false;
  /** Whether something has happened since the last report. */
  let changed = false;
  /** Whether a slice is scheduled. There is never more than one. */
  let scheduled = false;
  /** When the current pace began, and how many epochs have been done since. */
  let since = 0;
  let epochs = 0;
  const scheduler = createScheduler({ send, now, later });

  function startCounting(): void {
    since = now();
    epochs = 0;
  }

  const atEnd = ({ shown, t }: BranchState): boolean => t === shown.recording.live.t;

  function mayGoOn(at: BranchState): boolean {
    return !atEnd(at) || at.shown.recording.live.stopped === undefined;
  }

  /** Goes one epoch on: through the recording, or beyond its end. */
  function advance(at: BranchState): BranchState {
    const { shown } = at;
    if (atEnd(at)) shown.step();
    epochs += 1;
    changed = true;
    const next = { ...at, t: Math.min(at.t + 1, shown.recording.live.t) };
    if (!mayGoOn(next) || next.t === seekTarget) playing = false;
    return next;
  }

  function slice(): void {
    scheduled = false;
    if (state === undefined || !playing) return;
    const begin = now();
    while (playing && epochs < due() && now() - begin < SLICE) {
      // Reading the clock costs as much as an epoch of the smallest network, so it is read once per batch of epochs.
      for (let i = 0; i < 8 && playing && epochs < due(); i++) state = advance(state);
    }
    // Far behind, as after a suspended tab: skip the missed epochs and continue from here.
    if (due() - epochs > pace) startCounting();
    report();
    schedule();
  }

  /** How many epochs the pace has allowed so far. */
  function due(): number {
    return pace === Infinity || seekTarget !== undefined
      ? Infinity
      : Math.floor(((now() - since) * pace) / 1000) + 1;
  }

  function schedule(): void {
    if (scheduled || !playing) return;
    scheduled = true;
    const wait = pace === Infinity || seekTarget !== undefined ? 0 : since + (epochs * 1000) / pace - now();
    later(slice, Math.max(0, Math.min(wait, 1000)));
  }

  function report(): void {
    if (state === undefined || inFlight || !changed) return;
    inFlight = true;
    changed = false;
    send({
      kind: "snapshot",
      snapshot: snapshotOf(state, {
        run,
        acknowledged,
        playing,
        canUndo: done.length > 0,
        canRedo: undone.length > 0,
        options: pictureOptions,
      }),
      deltas: state.branches.map(deltaOf).filter(({ losses, rings }) => losses.length + rings.length > 0),
    });
  }

  function deltaOf({ id, recording, rings, sent }: Branch): BranchDelta {
    const { losses, testLosses, objectives } = recording.live;
    const unsent = {
      branch: id,
      from: sent.losses,
      losses: losses.slice(sent.losses),
      testLosses: testLosses.slice(sent.losses),
      objectives: objectives.slice(sent.losses),
      rings: rings.slice(sent.rings),
    };
    sent.losses = losses.length;
    sent.rings = rings.length;
    return unsent;
  }

  /** Continues the run with another experiment from the epoch shown. In the past, the old run stays as a branch. */
  function change(what: string, by: (experiment: Experiment, t: number) => Experiment, fork = false): void {
    if (state === undefined) return;
    const { branches, shown, t } = state;
    const past = fork || !atEnd(state);
    const name = past ? freeName(branches) : shown.name;
    const next = forkBranch(shown, name, by(shown.recording.live.experiment, t), t);
    // Dragging a slider makes many changes, but they count as one to undo.
    const goesOn = what === lastChange?.what && state === lastChange.state;
    if (!goesOn) done = withinBounds([...done, state]);
    undone = [];
    const remaining = branches.filter((one) => past || one !== shown);
    const tooMany = remaining.length < MAX_BRANCHES ? undefined : remaining.find((one) => one !== shown);
    state = {
      branches: [...remaining.filter((one) => one !== tooMany), next].toSorted(byName),
      shown: next,
      t,
    };
    lastChange = { what, state };
    if (!mayGoOn(state)) playing = false;
  }

  /** Sets the parameters that the network has. */
  function edit(values: readonly ParameterValue[]): void {
    const known = values.filter(
      ({ parameter }) =>
        state !== undefined && parameterIndex(state.shown.recording.live.network, parameter) !== undefined,
    );
    if (known.length === 0) return;
    const what = known.map(({ parameter }) => parameter).join(" ");
    change(what, (experiment, t) =>
      known.reduce((next, { parameter, value }) => withParameter(next, t, parameter, value), experiment),
    );
  }

  /** Goes to an earlier (or later) state, and keeps the current one for the way back. */
  function exchange(from: BranchState[], to: BranchState[]): void {
    const other = from.pop();
    if (other === undefined || state === undefined) return;
    to.push(state);
    // The page forgets branches that don't exist, so send these again from the start.
    for (const one of other.branches) {
      if (!state.branches.includes(one)) Object.assign(one.sent, { losses: 0, rings: 0 });
    }
    state = other;
    playing = false;
  }

  function show(branch: number): void {
    const shown = state?.branches.find(({ id }) => id === branch);
    if (state === undefined || shown === undefined) return;
    state = { ...state, shown, t: Math.min(state.t, shown.recording.live.t) };
    playing = playing && mayGoOn(state);
  }

  function discard(branch: number): void {
    if (state === undefined || state.branches.length < 2) return;
    const { branches, shown, t } = state;
    const gone = branches.find(({ id }) => id === branch);
    if (gone === undefined) return;
    const remaining = branches.filter((one) => one !== gone);
    state = { branches: remaining, shown, t };
    // The undo history may hold branches that no longer exist.
    done = [];
    undone = [];
    if (gone === shown) show((remaining.find(({ id }) => id === gone.from?.id) ?? remaining[0]!).id);
  }

  return (command) => {
    if (
      command.kind !== "frameDrawn" &&
      command.kind !== "ping" &&
      command.kind !== "ask" &&
      command.kind !== "cancel" &&
      command.kind !== "pictures" &&
      command.kind !== "pace"
    ) {
      seekTarget = undefined;
    }
    switch (command.kind) {
      case "configure": {
        const first = firstBranch(command.experiment);
        state = { branches: [first], shown: first, t: 0 };
        done = [];
        undone = [];
        run = command.run;
        scheduler.clear();
        playing = command.play && mayGoOn(state);
        startCounting();
        break;
      }
      case "play":
        playing = state !== undefined && mayGoOn(state);
        startCounting();
        break;
      case "pause":
        playing = false;
        break;
      case "step":
        playing = false;
        if (state !== undefined && mayGoOn(state)) state = advance(state);
        break;
      case "seek":
        playing = false;
        if (state !== undefined) {
          const { live } = state.shown.recording;
          state = { ...state, t: Math.min(command.t, live.t) };
          if (command.t > live.t) {
            seekTarget = command.t;
            playing = mayGoOn(state);
          }
        }
        break;
      case "pace":
        pace = command.epochsPerSecond;
        startCounting();
        break;
      case "optimizer":
        change(
          "optimizer",
          (experiment, t) => withOptimizer(experiment, t, command.optimizer),
          command.branch,
        );
        break;
      case "edit":
        edit(command.values);
        break;
      case "undo":
        exchange(done, undone);
        break;
      case "redo":
        exchange(undone, done);
        break;
      case "training":
        state?.shown.recording.live.changeTraining(command.training);
        if (state !== undefined && !mayGoOn(state)) playing = false;
        break;
      case "switch":
        show(command.branch);
        break;
      case "discard":
        discard(command.branch);
        break;
      case "pictures":
        pictureOptions = command.options;
        break;
      case "ask":
        // The question is about an earlier run.
        if (state !== undefined && command.run === run) {
          scheduler.take(command.number, answer(state.shown.recording, command.question, state.branches));
        }
        return;
      case "cancel":
        scheduler.drop(command.number);
        return;
      case "ping":
        send({ kind: "pong" });
        return;
      case "frameDrawn":
        inFlight = false;
        report();
        return;
    }
    acknowledged += 1;
    changed = true;
    report();
    schedule();
  };
}

/** The most recent states that fit the limits of the undo history. */
function withinBounds(states: readonly BranchState[]): BranchState[] {
  let epochs = 0;
  const remaining = states.toReversed().filter(({ shown }, i) => {
    epochs += shown.recording.live.t;
    return i < MAX_UNDOS && epochs <= MAX_EPOCHS;
  });
  return remaining.toReversed();
}

const byName = (a: Branch, b: Branch): number => (a.name < b.name ? -1 : 1);

/** The first letter that no branch is named by. */
function freeName(branches: readonly Branch[]): string {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters.find((letter) => branches.every(({ name }) => name !== letter)) ?? "Z";
}
