/**
 * A session runs an experiment: it holds where training stands after t updates and takes the next one.
 *
 * After each update it evaluates loss and gradient at the new parameters, so everything it shows at t belongs
 * together: params, gradient, loss and ŷ are all of the same t, and the next update will use exactly this gradient.
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

/** Where a run stood after t updates. */
export interface Frame {
  readonly t: number;
  readonly params: Float64Array;
  readonly optimizerState: OptimizerState;
  readonly confidentBefore: number;
}

/** A run at its present epoch. */
export interface Session {
  /** What is being run, with the changes made on the way. */
  readonly experiment: Experiment;
  readonly network: Network;
  /** All samples in file order, those held out among them. */
  readonly samples: Samples;
  /** Which of them are trained on, and which are held out. */
  readonly split: Split;
  /** The samples trained on, in file order. */
  readonly train: Samples;
  /** Which training samples each update looks at. */
  readonly batches: Batches;
  /** The samples of the next update, to which the gradient belongs. */
  readonly batch: Samples;
  /** Updates done. With the full batch one epoch is one update. */
  readonly t: number;
  /** Parameters after t updates. The arrays are the session's own and change with the next step. */
  readonly params: Float64Array;
  readonly initialParams: Float64Array;
  /** ∂/∂w at these parameters of the loss over the samples of the next update: ∂L/∂w with the full batch. */
  readonly gradient: Float64Array;
  /** L after t updates, the mean of ℓ over the training samples, in nats. */
  readonly loss: number;
  /** The mean of ℓ over the samples of the next update. */
  readonly batchLoss: number;
  /** L after 0 … t updates. */
  readonly losses: Float64Array;
  /** The mean of ℓ over the samples held out, and how many of them are right; undefined when none are. */
  readonly test: { readonly loss: number; readonly correct: number } | undefined;
  /** The test loss after 0 … t updates; empty when nothing is held out. */
  readonly testLosses: Float64Array;
  /** ŷ of each sample. */
  readonly probability: Float64Array;
  /** How many training samples are on the right side. */
  readonly correct: number;
  /** The optimizer in force. */
  readonly optimizer: OptimizerChoice;
  /** Why training ended, or undefined while it may go on. */
  readonly stopped: Stop | undefined;
  /** The optimizer's state and its count. */
  readonly optimizerState: Pick<Updater, "slots" | "updates" | "powers">;
  /** One update; does nothing when training has ended. */
  step(): void;
  /** One update of a run that is known to have gone on: the rules that end training are not asked. */
  replay(): void;
  /** All that the next updates depend on. */
  save(): Frame;
  /** Back to a saved state of this same run. */
  restore(frame: Frame): void;
  /** The losses of the updates before the present one, when it was reached by `restore`. */
  remember(past: Pick<Session, "losses" | "testLosses">): void;
  /** Another limit or stop rule from here on. */
  changeTraining(limits: LimitChoice): void;
}

/** A session at the first epoch of an experiment. The same experiment always goes through the same bits. @throws ExperimentError */
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
  let confidentBefore = 0; // epochs in a row, up to t − 1, in which every point was right and confident
  let stopped: Stop | undefined;

  evaluateParameters();

  /** Brings everything shown to the present t: the changes made there, loss and gradient, and whether training ends. */
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
