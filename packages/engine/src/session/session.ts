/**
 * A session runs an experiment: it holds the state of training after t updates and does the next update.
 *
 * After each update it evaluates the loss and the gradient at the new parameters. So params, gradient, loss, and ŷ all
 * belong to the same t, and the next update uses exactly this gradient.
 */
import { pick, type Samples, type Split, splitSamples } from "../data/index.ts";
import { createUpdater, type OptimizerState, type Updater } from "../nn/optimizers/updater.ts";
import { createNetwork, type Network, parameterIndex } from "../nn/network.ts";
import { optimizerOf, type OptimizerChoice } from "../nn/optimizers/index.ts";
import { type Batches, createBatches } from "./batches.ts";
import { requireComplete } from "./complete.ts";
import type { QuantityId } from "../ids/kind.ts";
import { firstNonFinite, mayOverflow } from "./divergence.ts";
import { createEvaluation } from "./evaluation.ts";
import { type Change, type Experiment, type LimitChoice, MAX_UPDATES } from "./experiment.ts";
import { createHistory } from "./history.ts";
import { initialParameters, samplesOf } from "./start.ts";
import { CONFIDENT_EPOCHS, HIGH_CONFIDENCE, SMALL_LOSS, type Stop } from "./stop.ts";

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
  /** The training samples in file order. */
  readonly train: Samples;
  /** The training samples that each update uses. */
  readonly batches: Batches;
  /** The samples of the next update, over which the gradient is averaged. */
  readonly batch: Samples;
  /** The number of updates done. With the full batch one epoch is one update. */
  readonly t: number;
  /** The parameters after t updates. The next step overwrites this array. */
  readonly params: Float64Array;
  readonly initialParams: Float64Array;
  /** The gradient of the loss over the samples of the next update; with the full batch it's ∂L/∂w. */
  readonly gradient: Float64Array;
  /** L after t updates, the mean of ℓ over the training samples, in nats. */
  readonly loss: number;
  /** The mean of ℓ over the samples of the next update. */
  readonly batchLoss: number;
  /** L after 0 … t updates. */
  readonly losses: Float64Array;
  /** The mean of ℓ over the held-out samples, and the number classified correctly; undefined if none are held out. */
  readonly test: { readonly loss: number; readonly correct: number } | undefined;
  /** The test loss after 0 … t updates; empty if no samples are held out. */
  readonly testLosses: Float64Array;
  /** ŷ of each sample. */
  readonly probability: Float64Array;
  /** The number of training samples classified correctly. */
  readonly correct: number;
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
  /** Copies the losses before the present update from another session, after `restore`. */
  remember(past: Pick<Session, "losses" | "testLosses">): void;
  /** Changes the epoch limit and the stop rule from here on. */
  changeTraining(limits: LimitChoice): void;
}

/** A session before the first update. The same experiment always gives the same bits. @throws ExperimentError */
export function createSession(chosen: Experiment): Session {
  requireComplete(chosen);
  let experiment = chosen;
  const network = createNetwork(chosen.network.hidden);
  const samples = samplesOf(chosen.dataset);
  const params = initialParameters(network, chosen.network.initializer);
  const initialParams = params.slice();
  const split = splitSamples(samples.count, chosen.split.test, chosen.split.seed);
  const train = split.test.length === 0 ? samples : pick(samples, split.train);
  const batches = createBatches(split.train, chosen.training.batch);
  const evaluation = createEvaluation(network, samples, split, batches);
  const { gradient } = evaluation;
  const updater = createUpdater(network.size, chosen.optimizer);
  const losses = createHistory();
  const testLosses = createHistory();
  const largeData = mayOverflow(samples.x1) || mayOverflow(samples.x2);
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
    if (evaluation.test !== undefined) testLosses.set(t, evaluation.test.loss);
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
    return evaluation.correct === train.count && evaluation.leastConfidence > HIGH_CONFIDENCE;
  }

  function checkStop(): Stop | undefined {
    const id = divergedAt();
    if (id !== undefined) return { reason: "diverged", t, id };
    if (experiment.training.autoStop) {
      if (evaluation.loss < SMALL_LOSS) return { reason: "converged-loss", t };
      if (confident() && confidentBefore + 1 >= CONFIDENT_EPOCHS * batches.perEpoch) {
        return { reason: "converged-confidence", t };
      }
    }
    if (t >= experiment.training.epochs * batches.perEpoch) return { reason: "epochs", t };
    return t >= MAX_UPDATES ? { reason: "updates", t } : undefined;
  }

  function divergedAt(): QuantityId | undefined {
    const { loss } = evaluation;
    const mayHaveDiverged =
      largeData || !Number.isFinite(loss) || mayOverflow(params) || updater.slots.some(mayOverflow);
    if (!mayHaveDiverged) return undefined;
    const optimizerState = optimizerOf(optimizer.name).slots.map(
      (name, i) => [name, updater.slots[i]!] as const,
    );
    return firstNonFinite(
      { network, samples, indices: split.train, params, gradient, loss, optimizerState },
      t,
    );
  }

  return {
    get experiment() {
      return experiment;
    },
    network,
    samples,
    split,
    train,
    batches,
    get batch() {
      return batches.perEpoch === 1 ? train : pick(samples, batches.at(t));
    },
    get t() {
      return t;
    },
    params,
    initialParams,
    gradient,
    probability: evaluation.probability,
    get loss() {
      return evaluation.loss;
    },
    get batchLoss() {
      return evaluation.batchLoss;
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
