/**
 * The branches of a run: the first branch, and what became of it after changes made in its past. Each is a recording.
 * Everything that was changed can be undone, because what is replaced is kept, not altered.
 */
import {
  changedUpTo,
  createRecording,
  deadUnits,
  draw,
  type Experiment,
  type Recording,
} from "@neural-viz/engine";
import type { BranchSummary, Ring, RunEvent } from "./protocol.ts";
import { messages } from "#text/worker";

/** Cells along a side of a growth ring's field. */
const RING_SIZE = 64;
/** The epochs whose contour stays as a growth ring: 1, 2, 3, 4, 5, 6, 8, 10, 14, …, ⌈10^(k/8)⌉. */
const RING_EPOCHS = new Set(Array.from({ length: 54 }, (_, k) => Math.ceil(10 ** (k / 8) - 1e-9)));
/** Shares of the points on the right side that are events when first reached, in per cent. */
const MILESTONES = [75, 90, 95, 99, 100];
/** Dead units are looked for this often, in epochs; looking costs as much as a third of an epoch. */
const DEAD_EVERY = 16;

/** A branch with what the page has not been sent of it. */
export interface Branch {
  readonly id: number;
  readonly name: string;
  readonly from: BranchSummary["from"];
  readonly recording: Recording;
  /** One epoch, with the ring and the events it may leave. */
  step(): void;
  readonly events: readonly RunEvent[];
  readonly rings: readonly Ring[];
  /** How many losses and rings the page has. */
  readonly sent: { losses: number; rings: number };
}

let ids = 0;

export function firstBranch(experiment: Experiment): Branch {
  return createBranch("A", undefined, createRecording(experiment), { events: [], rings: [] });
}

/** The branch that this one becomes at t by another experiment. */
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
  let reached = MILESTONES.findLast((share) => live.correct * 100 >= share * train.count) ?? 0;

  /** The first epoch of the last few at which a unit now dead was dead. */
  function diedAt(unit: string): number {
    let t = live.t;
    while (t > live.t - DEAD_EVERY && t > 1 && unitsDeadAt(t - 1).has(unit)) t -= 1;
    return t;
  }

  function noteEvents(): void {
    const share = MILESTONES.findLast((milestone) => live.correct * 100 >= milestone * train.count) ?? 0;
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
      if (RING_EPOCHS.has(live.t) && (rings.at(-1)?.epoch ?? 0) < live.t) {
        const { boundary } = draw(network, live.params, RING_SIZE, false);
        rings.push({ epoch: live.t, size: RING_SIZE, boundary });
      }
      noteEvents();
    },
  };
}
