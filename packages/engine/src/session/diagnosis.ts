/**
 * What there is to say of a run at rest: what keeps it from doing better, or that it is done. Every rule looks at numbers
 * that training used, and names its source.
 */
import { separability, type Separability } from "../data/index.ts";
import type { QuantityId } from "../ids/kind.ts";
import { type ActivationName, activationOf } from "../nn/activations.ts";
import { sumsOfEach } from "../nn/eachSample.ts";
import { isLinear, type Unit } from "../nn/network.ts";
import { unitHealth } from "../nn/unitHealth.ts";
import { deadUnits } from "./dead.ts";
import type { Recording } from "./recording.ts";
import type { Session } from "./session.ts";
import { stalled, type Stop } from "./stop.ts";

/** One thing to say of a run. */
export type Diagnosis =
  /** A number is not finite. */
  | { readonly kind: "diverged"; readonly id: QuantityId }
  /** The network is linear in its inputs, and no linear function of them separates the classes: points prove it. */
  | { readonly kind: "inseparable"; readonly proof: readonly (readonly number[])[] }
  /** ReLUs that output 0 for every training point, so that their gradients are exactly 0. */
  | { readonly kind: "dead"; readonly units: readonly Unit[] }
  /** Update t raised the objective, though its slope along the step was downhill: the step went past the minimum. */
  | { readonly kind: "overshooting"; readonly t: number; readonly rose: number; readonly predicted: number }
  /** The last update alone did so. */
  | { readonly kind: "rose"; readonly t: number; readonly rose: number; readonly predicted: number }
  /** Neurons whose local slope is nearly 0 for nearly every training point. */
  | { readonly kind: "saturated"; readonly units: readonly Unit[] }
  /** The test loss was lowest after update `since` and has risen by more than 5%, while the training loss fell further. */
  | { readonly kind: "overfitting"; readonly since: number; readonly lowest: number; readonly now: number }
  /** The objective has barely changed. */
  | { readonly kind: "stalled"; readonly fell: number; readonly epochs: number }
  | { readonly kind: "converged"; readonly reason: Stop["reason"] };

/** Updates that are looked at to see whether steps overshoot, and how many of them must have raised the objective. */
const LAST_UPDATES = 10;
const MOSTLY = 5;
/** How far the test loss must be above its lowest: GL₅ of Prechelt, "Early Stopping – But When?", 1998. */
const RISEN = 1.05;
/** Updates since that lowest test loss: a wobble in the first updates is not overfitting yet. */
const PATIENCE = 20;

/** All that there is to say after t updates, the most urgent first. */
export function diagnose(recording: Recording, t = recording.live.t): Diagnosis[] {
  const session = recording.at(t);
  const { stopped } = session;
  if (stopped?.reason === "diverged") return [{ kind: "diverged", id: stopped.id! }];
  if (stopped?.reason === "converged-loss" || stopped?.reason === "converged-confidence") {
    return [...overfitting(recording, t), { kind: "converged", reason: stopped.reason }];
  }
  if (t === 0 || session.correct === session.train.count) {
    return [...overshooting(recording, t), ...overfitting(recording, t)];
  }
  return [
    ...dead(session),
    ...inseparable(session),
    ...overshooting(recording, t),
    ...saturated(session),
    ...overfitting(recording, t),
    ...stall(recording, t),
  ];
}

/** Glorot, Bordes & Bengio 2011: where a ReLU outputs 0, no gradient passes. */
function dead({ network, params, train }: Session): Diagnosis[] {
  const units = deadUnits(network, params, train);
  return units.length === 0 ? [] : [{ kind: "dead", units }];
}

/** Minsky & Papert 1969; the proof is Gordan's, 1873 (data/separable.ts). */
function inseparable({ network, train }: Session): Diagnosis[] {
  const { head } = network;
  if (!head.classifies || !isLinear(network)) return [];
  const { count, features, targets } = train;
  if (![...features].every((column) => column.every(Number.isFinite))) return [];
  const found: Separability = separability({ count, kind: head.targets, inputs: features, targets });
  return found.separable ? [] : [{ kind: "inseparable", proof: found.proof }];
}

/**
 * Along a step Δw whose slope gᵀΔw is negative the objective falls at first; where it ends higher, its minimum along the
 * step was passed (Boyd & Vandenberghe, Convex Optimization, 9.3). With mini-batches the step answers to other points.
 */
function overshooting(recording: Recording, t: number): Diagnosis[] {
  const { live } = recording;
  if (live.batches.perEpoch > 1) return [];
  const values = live.objectives.length > 0 ? live.objectives : live.losses;
  // Where weights were set by hand, the loss after the update is that of the hand.
  const byHand = new Set(
    live.experiment.changes.flatMap((change) => ("parameter" in change ? [change.at] : [])),
  );
  const rises = Array.from({ length: Math.min(LAST_UPDATES, t) }, (_, i) => t - i).filter(
    (update) => !byHand.has(update) && values[update]! > values[update - 1]!,
  );
  const [last] = rises;
  if (last === undefined || (rises.length < MOSTLY && last !== t)) return [];
  const { params, gradient } = recording.at(last - 1);
  const [before, slope] = [params.slice(), gradient.slice()];
  const after = recording.at(last).params;
  const predicted = slope.reduce((sum, g, i) => sum + g * (after[i]! - before[i]!), 0);
  if (!(predicted < 0)) return [];
  const kind = rises.length < MOSTLY ? "rose" : "overshooting";
  return [{ kind, t: last, rose: values[last]! - values[last - 1]!, predicted }];
}

/** Glorot & Bengio 2010: sigmoids and tanhs on their flat ends pass hardly any gradient. */
function saturated({ network, params, train }: Session): Diagnosis[] {
  const units = network.layers.slice(0, -1).flatMap((layer, l) => {
    const { f } = activationOf(layer);
    return Array.from({ length: layer.fanOut }, (_, j) => ({ layer: l + 1, unit: j + 1 })).filter(
      ({ unit }) => {
        const outputs = sumsOfEach(network, params, train, l + 1, unit).map(f);
        return unitHealth(layer.activation as ActivationName, outputs).state === "saturated";
      },
    );
  });
  return units.length === 0 ? [] : [{ kind: "saturated", units }];
}

function overfitting({ live }: Recording, t: number): Diagnosis[] {
  const { testLosses, losses } = live;
  const now = testLosses[t];
  if (now === undefined) return [];
  let since = 0;
  for (let i = 1; i <= t; i++) if (testLosses[i]! < testLosses[since]!) since = i;
  const lowest = testLosses[since]!;
  const fits = losses[t]! < losses[since]!;
  return t - since >= PATIENCE && now > RISEN * lowest && fits
    ? [{ kind: "overfitting", since, lowest, now }]
    : [];
}

function stall({ live }: Recording, t: number): Diagnosis[] {
  const values = live.objectives.length > 0 ? live.objectives : live.losses;
  const found = stalled({ length: t + 1, at: (i) => values[i] }, false);
  return found === undefined ? [] : [{ kind: "stalled", ...found }];
}
