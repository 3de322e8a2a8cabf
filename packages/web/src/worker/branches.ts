/**
 * The branches of a run: the first one, and those that began when something was changed in its past. Each is a
 * recording. Every change can be undone, because the old recording is kept and never modified.
 */
import {
  changedUpTo,
  deadUnits,
  draw,
  type Experiment,
  pictureOf,
  type Recording,
  recordingOf,
} from "@neural-viz/engine";
import type { BranchSummary, Ring, RunEvent } from "./protocol.ts";
import { messages } from "#text/worker";

/** Cells along each side of a growth ring's field. */
const RING_SIZE = 64;
/** The epochs whose contour becomes a growth ring: 1, 2, 3, 4, 5, 6, 8, 10, 14, …, ⌈10^(k/8)⌉. */
const RING_EPOCHS = new Set(Array.from({ length: 54 }, (_, k) => Math.ceil(10 ** (k / 8) - 1e-9)));
/** Accuracies, in percent, that become an event when first reached. */
const MILESTONES = [75, 90, 95, 99, 100];
/** How often to look for dead units, in epochs. Looking costs as much as a third of an epoch. */
const DEAD_EVERY = 16;

/** A branch, and how much of it the page has received. */
export interface Branch {
  readonly id: number;
  readonly name: string;
  readonly from: BranchSummary["from"];
  readonly recording: Recording;
  /** Trains one epoch and records its ring and events, if any. */
  step(): void;
  readonly events: readonly RunEvent[];
  readonly rings: readonly Ring[];
  /** How many losses and rings the page has received. */
  readonly sent: { losses: number; rings: number };
}

let ids = 0;

export function firstBranch(experiment: Experiment): Branch {
  return createBranch("A", undefined, recordingOf(experiment), { events: [], rings: [] });
}

/** The branch that begins when this one continues from t with another experiment. */
export function forkBranch(parent: Branch, name: string, experiment: Experiment, t: number): Branch {
  const past = {
    events: parent.events.filter((event) => event.t < t),
    rings: parent.rings.filter(({ epoch }) => epoch < t),
  };
  return createBranch(name, { id: parent.id, t }, parent.recording.fork(changedUpTo(experiment, t), t), past);
}

export function describe({ id, name, from, recording: { live }, events }: Branch): BranchSummary {
  return { id, name, from, last: live.t, stopped: live.stopped, events };
}

function createBranch(
  name: string,
  from: BranchSummary["from"],
  recording: Recording,
  past: Pick<Branch, "events" | "rings">,
): Branch {
  const { live } = recording;
  const { network, train } = live;
  const picture = pictureOf(live.experiment.dataset);
  /** The highest milestone that the run has reached. */
  const milestone = (): number =>
    MILESTONES.findLast((share) => (live.correct ?? 0) * 100 >= share * train.count) ?? 0;
  const events = [...past.events];
  const rings = [...past.rings];
  const mayDie = network.layers.some(
    ({ activation }, l) => activation === "relu" && l + 1 < network.layers.length,
  );
  const unitsDeadAt = (t: number): Set<string> =>
    new Set(
      deadUnits(network, recording.at(t).params, train).map(({ layer, unit }) =>
        messages.neuron(unit, layer),
      ),
    );
  let dead = mayDie ? unitsDeadAt(live.t) : new Set<string>();
  let reached = milestone();

  /** The first of the last few epochs at which a unit that is dead now was dead. */
  function diedAt(unit: string): number {
    let t = live.t;
    while (t > live.t - DEAD_EVERY && t > 1 && unitsDeadAt(t - 1).has(unit)) t -= 1;
    return t;
  }

  function noteEvents(): void {
    const share = milestone();
    if (share > reached) {
      events.push({
        t: live.t,
        label: share === 100 ? messages.allPointsCorrect : messages.shareCorrect(share),
      });
      reached = share;
    }
    if (mayDie && live.t % DEAD_EVERY === 0) {
      const now = unitsDeadAt(live.t);
      for (const unit of now)
        if (!dead.has(unit)) events.push({ t: diedAt(unit), label: messages.died(unit) });
      dead = now;
    }
  }

  const id = ++ids;
  return {
    id,
    name,
    from,
    recording,
    events,
    rings,
    sent: { losses: 0, rings: 0 },
    step() {
      recording.step();
      // A plane through more than two inputs depends on the point selected, so what it showed earlier doesn't.
      const all = picture.through.length <= 2;
      if (all && RING_EPOCHS.has(live.t) && (rings.at(-1)?.epoch ?? 0) < live.t) {
        const { outputs } = draw(network, live.params, picture, RING_SIZE, false);
        rings.push({ epoch: live.t, size: RING_SIZE, outputs });
      }
      noteEvents();
    },
  };
}
