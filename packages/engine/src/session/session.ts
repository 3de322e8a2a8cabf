/**
 * A session runs an experiment: it holds the state of training after t updates and does the next update.
 *
 * After each update it evaluates the loss and the gradient at the new parameters. So params, gradient, loss, and ŷ all
 * belong to the same t, and the next update uses exactly this gradient.
 */
import { pick, type Samples, type Split, splitSamples } from "../data/index.ts";
import type { Columns } from "../math/classes.ts";
import type { Batch } from "../nn/kernel.ts";
import { createUpdater, type OptimizerState, type Updater } from "../nn/optimizers/updater.ts";
import { type Network, parameterIndex } from "../nn/network.ts";
import type { Goal } from "../nn/objective.ts";
import { createPenalty } from "../nn/penalty.ts";
import { optimizerOf, type OptimizerChoice } from "../nn/optimizers/index.ts";
import { type Batches, createBatches } from "./batches.ts";
import type { QuantityId } from "../ids/kind.ts";
import { firstNonFinite, mayOverflow } from "./divergence.ts";
import { createEvaluation } from "./evaluation.ts";
import { type Change, type Experiment, type LimitChoice, MAX_UPDATES } from "./experiment.ts";
import { createHistory } from "./history.ts";
import { batchOf, initialParameters, networkOf, regularizationOf, samplesOf } from "./start.ts";
import { CONFIDENT_EPOCHS, HIGH_CONFIDENCE, smallLoss, type Stop } from "./stop.ts";

/** The saved state of a run after t updates. */
export interface Frame {
  readonly t: number;
  readonly params: Float64Array;
  readonly optimizerState: OptimizerState;
  readonly confidentBefore: number;
}

/** A run of an experiment at its present update. */
export interface Session {
  /** The experiment, with its changes. */
  readonly experiment: Experiment;
  readonly network: Network;
  /** All samples in file order, including the held-out ones. */
  readonly samples: Samples;
  /** The indices of the training samples and of the held-out samples. */
  readonly split: Split;
  /** What training lowers: the samples trained on, in file order, the network and its penalty. */
  readonly goal: Goal;
  /** The same for the samples of the next update, to which the gradient belongs. */
  readonly batchGoal: Goal;
  /** The samples trained on, in file order. */
  readonly train: Batch;
  /** Which training samples each update looks at. */
  readonly batches: Batches;
  /** The samples of the next update, to which the gradient belongs. */
  readonly batch: Batch;
  /** Updates done. With the full batch one epoch is one update. */
  readonly t: number;
  /** The parameters after t updates. The next step overwrites this array. */
  readonly params: Float64Array;
  readonly initialParams: Float64Array;
  /** ∂/∂w at these parameters of the objective over the samples of the next update: ∂L/∂w with the full batch and no penalty. */
  readonly gradient: Float64Array;
  /** L after t updates, the mean of ℓ over the training samples. */
  readonly loss: number;
  /** The mean of ℓ over the samples of the next update. */
  readonly batchLoss: number;
  /** L after 0 … t updates. */
  readonly losses: Float64Array;
  /** R, the penalty on the weights, and J = L + R; without regularization 0 and L. */
  readonly penalty: number;
  readonly objective: number;
  /** J after 0 … t updates; empty without regularization. */
  readonly objectives: Float64Array;
  /** The mean of ℓ over the held-out samples, and how many of them are correct; undefined when none are held out. */
  readonly test: { readonly loss: number; readonly correct: number | undefined } | undefined;
  /** The test loss after 0 … t updates; empty when nothing is held out. */
  readonly testLosses: Float64Array;
  /** The outputs for each sample: ŷ, or a probability for each class. */
  readonly outputs: Columns;
  /** How many training samples are classified correctly; undefined where the targets are values. */
  readonly correct: number | undefined;
  /** The optimizer in force. */
  readonly optimizer: OptimizerChoice;
  /** Why training ended, or undefined if it can continue. */
  readonly stopped: Stop | undefined;
  /** The optimizer's state vectors, its number of updates, and the powers of its decay rates. */
  readonly optimizerState: Pick<Updater, "slots" | "updates" | "powers">;
  /** Does one update, unless training has ended. */
  step(): void;
  /** Does one update even if a stop rule applies, to replay a run that is known to have continued. */
  replay(): void;
  /** A copy of the state that the next updates depend on. */
  save(): Frame;
  /** Restores a saved state of the same run. */
  restore(frame: Frame): void;
  /** The losses of the updates before the present one, when it was reached by `restore`. */
  remember(past: Pick<Session, "losses" | "objectives" | "testLosses">): void;
  /** Another limit or stop rule from here on. */
  changeTraining(limits: LimitChoice): void;
}

/** A session of an experiment that is known to be complete, as `parseExperiment` returns it. */
export function sessionOf(chosen: Experiment): Session {
  let experiment = chosen;
  const network = networkOf(chosen);
  const samples = samplesOf(chosen.dataset);
  const all = batchOf(network, samples);
  const regularization = regularizationOf(chosen);
  const penalty = createPenalty(network, regularization);
  const params = initialParameters(network, chosen.network.initializer);
  const initialParams = params.slice();
  const split = splitSamples(samples.count, chosen.split.test, chosen.split.seed);
  const train = split.test.length === 0 ? all : pick(all, split.train);
  const goal: Goal = { network, batch: train, regularization };
  const batches = createBatches(split.train, chosen.training.batch);
  const evaluation = createEvaluation(network, all, split, batches, penalty);
  const { gradient } = evaluation;
  const updater = createUpdater(network.size, chosen.optimizer);
  const losses = createHistory();
  const objectives = createHistory();
  const testLosses = createHistory();
  const largeData = [...samples.inputs, ...all.features, ...samples.targets].some(mayOverflow);
  const enough = smallLoss(network.head, train);
  const changesAt = new Map<number, Change[]>();
  for (const change of chosen.changes) {
    const known = changesAt.get(change.at);
    if (known === undefined) changesAt.set(change.at, [change]);
    else known.push(change);
  }
  let optimizer = chosen.optimizer;
  let t = 0;
  let confidentBefore = 0; // consecutive updates, up to t − 1, after which every training point was correct and confident
  let stopped: Stop | undefined;

  evaluateParameters();

  /** Applies the changes at t, evaluates loss and gradient, and checks the stop rules. */
  function evaluateParameters(): void {
    for (const change of changesAt.get(t) ?? []) applyChange(change);
    evaluate();
    recordLoss();
    stopped = checkStop();
  }

  function evaluate(): void {
    evaluation.evaluate(params, t);
  }

  function recordLoss(): void {
    losses.set(t, evaluation.loss);
    if (penalty.active) objectives.set(t, objective());
    if (evaluation.test !== undefined) testLosses.set(t, evaluation.test.loss);
  }

  function objective(): number {
    return penalty.active ? evaluation.loss + penalty.valueAt(params) : evaluation.loss;
  }

  function applyChange(change: Change): void {
    if ("optimizer" in change) {
      optimizer = change.optimizer;
      updater.choose(optimizer);
    } else {
      params[parameterIndex(network, change.parameter)!] = change.value;
    }
  }

  function advance(): void {
    confidentBefore = confident() ? confidentBefore + 1 : 0;
    updater.update(params, gradient);
    t += 1;
    evaluateParameters();
  }

  function confident(): boolean {
    return (
      network.head.confidenceOf !== undefined &&
      evaluation.correct === train.count &&
      evaluation.leastConfidence > HIGH_CONFIDENCE
    );
  }

  function checkStop(): Stop | undefined {
    const id = divergedAt();
    if (id !== undefined) return { reason: "diverged", t, id };
    if (experiment.training.autoStop) {
      if (evaluation.loss < enough) return { reason: "converged-loss", t };
      if (confident() && confidentBefore + 1 >= CONFIDENT_EPOCHS * batches.perEpoch) {
        return { reason: "converged-confidence", t };
      }
    }
    if (t >= experiment.training.epochs * batches.perEpoch) return { reason: "epochs", t };
    return t >= MAX_UPDATES ? { reason: "updates", t } : undefined;
  }

  function divergedAt(): QuantityId | undefined {
    const { loss } = evaluation;
    const worthALook =
      largeData ||
      !Number.isFinite(loss) ||
      mayOverflow(params) ||
      updater.slots.some(mayOverflow) ||
      (!network.head.bounded && mayOverflow(gradient));
    if (!worthALook) return undefined;
    const optimizerState = optimizerOf(optimizer.name).slots.map(
      (name, i) => [name, updater.slots[i]!] as const,
    );
    return firstNonFinite({ goal, places: split.train, params, gradient, loss, optimizerState }, t);
  }

  return {
    get experiment() {
      return experiment;
    },
    network,
    samples,
    split,
    goal,
    get batchGoal() {
      return batches.perEpoch === 1 ? goal : { ...goal, batch: pick(all, batches.at(t)) };
    },
    train,
    batches,
    get batch() {
      return batches.perEpoch === 1 ? train : pick(all, batches.at(t));
    },
    get t() {
      return t;
    },
    params,
    initialParams,
    gradient,
    outputs: evaluation.outputs,
    get loss() {
      return evaluation.loss;
    },
    get batchLoss() {
      return evaluation.batchLoss;
    },
    get penalty() {
      return penalty.active ? penalty.valueAt(params) : 0;
    },
    get objective() {
      return objective();
    },
    get objectives() {
      return objectives.view();
    },
    get losses() {
      return losses.view();
    },
    get test() {
      return evaluation.test;
    },
    get testLosses() {
      return testLosses.view();
    },
    get correct() {
      return evaluation.correct;
    },
    get optimizer() {
      return optimizer;
    },
    get stopped() {
      return stopped;
    },
    optimizerState: updater,
    save: () => ({ t, params: params.slice(), optimizerState: updater.save(), confidentBefore }),
    restore(frame) {
      t = frame.t;
      params.set(frame.params);
      updater.restore(frame.optimizerState);
      optimizer = frame.optimizerState.choice;
      confidentBefore = frame.confidentBefore;
      evaluate();
      stopped = checkStop();
    },
    remember(past) {
      past.losses.subarray(0, t).forEach((loss, epoch) => losses.set(epoch, loss));
      past.objectives.subarray(0, t).forEach((value, epoch) => objectives.set(epoch, value));
      past.testLosses.subarray(0, t).forEach((loss, epoch) => testLosses.set(epoch, loss));
      recordLoss();
    },
    step() {
      if (stopped === undefined) advance();
    },
    replay: advance,
    changeTraining(limits) {
      experiment = { ...experiment, training: { ...experiment.training, ...limits } };
      stopped = checkStop();
    },
  };
}
