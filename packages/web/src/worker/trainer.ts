/**
 * The training loop as a function of its mailbox. It trains in short slices, so that it hears the next command soon,
 * and reports when there is something new and the page has drawn the last report.
 *
 * What is shown may lie in the past of what was trained; playing then goes through what was recorded, and trains on
 * from its end. A change in the past begins a branch.
 *
 * It knows no worker and no clock of its own: `send`, `now` and `later` come from outside, so tests drive it by hand.
 */
import { type Experiment, parameterIndex, withOptimizer, withParameter } from "@neural-viz/engine";
import { answer } from "./answer.ts";
import { createScheduler } from "./scheduler.ts";
import { type Course, firstCourse, forkCourse } from "./branches.ts";
import type { Command, BranchDelta, Wanted } from "./protocol.ts";
import { snapshotOf, type Standing } from "./snapshot.ts";
import type { Surroundings } from "./surroundings.ts";

/** How long one slice of training may take before the mailbox is looked at, in milliseconds. */
const SLICE = 12;
/** Changes can be undone as long as what they replaced holds at most so many epochs, all together, … */
const MOST_EPOCHS = 10_000_000;
/** … and there are at most so many of them. */
const MOST_UNDOS = 50;
/** This many branches are kept; the oldest that is not shown goes first. */
const MOST_BRANCHES = 6;

export function createTrainer({ send, now, later }: Surroundings): (command: Command) => void {
  let standing: Standing | undefined;
  let undone: Standing[] = [];
  let done: Standing[] = [];
  let lastChange: { readonly what: string; readonly standing: Standing } | undefined;
  let run = 0;
  let acknowledged = 0;
  let playing = false;
  /** The epoch to train to, as fast as can be. */
  let seekTarget: number | undefined;
  let pace = 100;
  let wanted: Wanted = { size: 40, maps: true, comparison: undefined };
  /** A snapshot was sent that the page has not drawn yet. */
  let inFlight = false;
  /** Something happened since the last report. */
  let changed = false;
  /** A slice is waiting for its turn; there is never more than one. */
  let scheduled = false;
  /** When the epochs of the present pace began to count, and how many have been done since. */
  let since = 0;
  let epochs = 0;
  const scheduler = createScheduler({ send, now, later });

  function startCounting(): void {
    since = now();
    epochs = 0;
  }

  const atEnd = ({ shown, t }: Standing): boolean => t === shown.recording.live.t;

  function mayGoOn(at: Standing): boolean {
    return !atEnd(at) || at.shown.recording.live.stopped === undefined;
  }

  /** One epoch: through what was recorded, or beyond it. */
  function advance(at: Standing): Standing {
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
    if (standing === undefined || !playing) return;
    const begin = now();
    while (playing && epochs < due() && now() - begin < SLICE) {
      // The clock is asked once per batch of epochs: asking costs as much as an epoch of the smallest network.
      for (let i = 0; i < 8 && playing && epochs < due(); i++) standing = advance(standing);
    }
    // Far behind (a suspended tab): the missing epochs are not caught up with, training goes on from here.
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
    if (standing === undefined || inFlight || !changed) return;
    inFlight = true;
    changed = false;
    send({
      kind: "snapshot",
      snapshot: snapshotOf(standing, {
        run,
        acknowledged,
        playing,
        canUndo: done.length > 0,
        canRedo: undone.length > 0,
        wanted,
      }),
      deltas: standing.courses.map(deltaOf).filter(({ losses, rings }) => losses.length + rings.length > 0),
    });
  }

  function deltaOf({ id, recording, rings, sent }: Course): BranchDelta {
    const { losses, testLosses } = recording.live;
    const unsent = {
      branch: id,
      from: sent.losses,
      losses: losses.slice(sent.losses),
      testLosses: testLosses.slice(sent.losses),
      rings: rings.slice(sent.rings),
    };
    sent.losses = losses.length;
    sent.rings = rings.length;
    return unsent;
  }

  /** The run goes by another experiment from the epoch shown on; in the past, what it was stays as a branch. */
  function change(what: string, by: (experiment: Experiment, t: number) => Experiment, branch = false): void {
    if (standing === undefined) return;
    const { courses, shown, t } = standing;
    const past = branch || !atEnd(standing);
    const name = past ? freeName(courses) : shown.name;
    const next = forkCourse(shown, name, by(shown.recording.live.experiment, t), t);
    // A slider that is dragged changes many times; that is one change to undo.
    const goesOn = what === lastChange?.what && standing === lastChange.standing;
    if (!goesOn) done = withinBounds([...done, standing]);
    undone = [];
    const kept = courses.filter((course) => past || course !== shown);
    const tooMany = kept.length < MOST_BRANCHES ? undefined : kept.find((course) => course !== shown);
    standing = {
      courses: [...kept.filter((course) => course !== tooMany), next].toSorted(byName),
      shown: next,
      t,
    };
    lastChange = { what, standing };
    if (!mayGoOn(standing)) playing = false;
  }

  /** Goes to a standing of before (or after); the one left can be returned to. */
  function exchange(from: Standing[], to: Standing[]): void {
    const other = from.pop();
    if (other === undefined || standing === undefined) return;
    to.push(standing);
    // The page forgets branches that are not there.
    for (const course of other.courses) {
      if (!standing.courses.includes(course)) Object.assign(course.sent, { losses: 0, rings: 0 });
    }
    standing = other;
    playing = false;
  }

  function show(branch: number): void {
    const shown = standing?.courses.find(({ id }) => id === branch);
    if (standing === undefined || shown === undefined) return;
    standing = { ...standing, shown, t: Math.min(standing.t, shown.recording.live.t) };
    playing = playing && mayGoOn(standing);
  }

  function discard(branch: number): void {
    if (standing === undefined || standing.courses.length < 2) return;
    const { courses, shown, t } = standing;
    const gone = courses.find(({ id }) => id === branch);
    if (gone === undefined) return;
    const kept = courses.filter((course) => course !== gone);
    standing = { courses: kept, shown, t };
    // What was undone or could be may lead to branches that are gone now.
    done = [];
    undone = [];
    if (gone === shown) show((kept.find(({ id }) => id === gone.from?.id) ?? kept[0]!).id);
  }

  return (command) => {
    if (
      command.kind !== "frameDrawn" &&
      command.kind !== "ping" &&
      command.kind !== "ask" &&
      command.kind !== "cancel" &&
      command.kind !== "want" &&
      command.kind !== "pace"
    ) {
      seekTarget = undefined;
    }
    switch (command.kind) {
      case "configure": {
        const first = firstCourse(command.experiment);
        standing = { courses: [first], shown: first, t: 0 };
        done = [];
        undone = [];
        run = command.run;
        scheduler.clear();
        playing = command.play && mayGoOn(standing);
        startCounting();
        break;
      }
      case "play":
        playing = standing !== undefined && mayGoOn(standing);
        startCounting();
        break;
      case "pause":
        playing = false;
        break;
      case "step":
        playing = false;
        if (standing !== undefined && mayGoOn(standing)) standing = advance(standing);
        break;
      case "seek":
        playing = false;
        if (standing !== undefined) {
          const { live } = standing.shown.recording;
          standing = { ...standing, t: Math.min(command.t, live.t) };
          if (command.t > live.t) {
            seekTarget = command.t;
            playing = mayGoOn(standing);
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
        if (
          standing === undefined ||
          parameterIndex(standing.shown.recording.live.network, command.parameter) === undefined
        )
          break;
        change(command.parameter, (experiment, t) =>
          withParameter(experiment, t, command.parameter, command.value),
        );
        break;
      case "undo":
        exchange(done, undone);
        break;
      case "redo":
        exchange(undone, done);
        break;
      case "training":
        standing?.shown.recording.live.changeTraining(command.training);
        if (standing !== undefined && !mayGoOn(standing)) playing = false;
        break;
      case "switch":
        show(command.branch);
        break;
      case "discard":
        discard(command.branch);
        break;
      case "want":
        wanted = command.wanted;
        break;
      case "ask":
        // A question about a run that is over needs no answer.
        if (standing !== undefined && command.run === run) {
          scheduler.take(command.number, answer(standing.shown.recording, command.question));
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

/** The last of these that may be kept. */
function withinBounds(standings: readonly Standing[]): Standing[] {
  let epochs = 0;
  const kept = standings.toReversed().filter(({ shown }, i) => {
    epochs += shown.recording.live.t;
    return i < MOST_UNDOS && epochs <= MOST_EPOCHS;
  });
  return kept.toReversed();
}

const byName = (a: Course, b: Course): number => (a.name < b.name ? -1 : 1);

/** The first letter that no branch has. */
function freeName(courses: readonly Course[]): string {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters.find((letter) => courses.every(({ name }) => name !== letter)) ?? "Z";
}
