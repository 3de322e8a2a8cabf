/**
 * A session runs an experiment: it holds where training stands after t updates and takes the next one.
 *
 * After each update it evaluates loss and gradient at the new parameters, so everything it shows at t belongs
 * together: params, gradient, loss and ŷ are all of the same t, and the next update will use exactly this gradient.
 */
import type { Samples } from "../data/index.ts";
import { createUpdater, type Memory, type Updater } from "../nn/memory.ts";
import { createNetwork, type Network, parameterIndex } from "../nn/network.ts";
import { optimizerOf, type OptimizerChoice } from "../nn/optimizers/index.ts";
import { createEvaluator } from "../nn/propagation.ts";
import { firstNonFinite, suspicious } from "./divergence.ts";
import type { Change, Experiment, TrainingChoice } from "./experiment.ts";
import { createHistory } from "./history.ts";
import { initialParameters, samplesOf } from "./start.ts";
import { CONFIDENT_EPOCHS, HIGH_CONFIDENCE, SMALL_LOSS, type Stop } from "./stop.ts";

/** Where a run stood after t updates. */
export interface Frame {
  readonly t: number;
  readonly params: Float64Array;
  readonly memory: Memory;
  readonly confidentBefore: number;
}

export interface Session {
  /** What is being run, with the changes made on the way. */
  readonly experiment: Experiment;
  readonly network: Network;
  readonly samples: Samples;
  /** Updates done. With the full batch one epoch is one update. */
  readonly t: number;
  /** Parameters after t updates. The arrays are the session's own and change with the next step. */
  readonly params: Float64Array;
  readonly initialParams: Float64Array;
  /** ∂L/∂w at these parameters. */
  readonly gradient: Float64Array;
  /** L after t updates, in nats. */
  readonly loss: number;
  /** L after 0 … t updates. */
  readonly losses: Float64Array;
  /** ŷ of each sample. */
  readonly probability: Float64Array;
  /** How many samples are on the right side. */
  readonly correct: number;
  /** The optimizer in force. */
  readonly optimizer: OptimizerChoice;
  /** Why training ended, or undefined while it may go on. */
  readonly stopped: Stop | undefined;
  /** The optimizer's memory and its count. */
  readonly memory: Pick<Updater, "slots" | "updates" | "powers">;
  /** One update; does nothing when training has ended. */
  step(): void;
  /** One update of a run that is known to have gone on: the rules that end training are not asked. */
  replay(): void;
  /** All that the next updates depend on. */
  save(): Frame;
  /** Back to a saved state of this same run. */
  restore(frame: Frame): void;
  /** The losses of the epochs before the present one, when it was reached by `restore`. */
  remember(losses: Float64Array): void;
  /** Another limit or stop rule from here on. */
  changeTraining(training: TrainingChoice): void;
}

export function createSession(chosen: Experiment): Session {
  let experiment = chosen;
  const network = createNetwork(chosen.network.hidden);
  const samples = samplesOf(chosen.dataset);
  const params = initialParameters(network, chosen.network.initializer);
  const initialParams = params.slice();
  const evaluator = createEvaluator(network, samples);
  const updater = createUpdater(network.size, chosen.optimizer);
  const losses = createHistory();
  const largeData = suspicious(samples.x1) || suspicious(samples.x2);
  let optimizer = chosen.optimizer;
  let t = 0;
  let confidentBefore = 0; // epochs in a row, up to t − 1, in which every point was right and confident
  let stopped: Stop | undefined;

  arrive();

  /** Brings everything shown to the present t: the changes made there, loss and gradient, and whether training ends. */
  function arrive(): void {
    for (const change of experiment.changes) if (change.at === t) apply(change);
    evaluator.evaluate(params);
    losses.set(t, evaluator.loss);
    stopped = judge();
  }

  function apply(change: Change): void {
    if ("optimizer" in change) {
      optimizer = change.optimizer;
      updater.choose(optimizer);
    } else {
      params[parameterIndex(network, change.parameter)!] = change.value;
    }
  }

  function advance(): void {
    confidentBefore = confident() ? confidentBefore + 1 : 0;
    updater.update(params, evaluator.gradient);
    t += 1;
    arrive();
  }

  function confident(): boolean {
    return evaluator.correct === samples.count && evaluator.leastConfidence > HIGH_CONFIDENCE;
  }

  function judge(): Stop | undefined {
    const id = divergedAt();
    if (id !== undefined) return { reason: "diverged", epoch: t, id };
    if (experiment.training.autoStop) {
      if (evaluator.loss < SMALL_LOSS) return { reason: "converged-loss", epoch: t };
      if (confident() && confidentBefore + 1 >= CONFIDENT_EPOCHS) {
        return { reason: "converged-confidence", epoch: t };
      }
    }
    return t >= experiment.training.epochs ? { reason: "epochs", epoch: t } : undefined;
  }

  function divergedAt(): string | undefined {
    const { loss, gradient } = evaluator;
    const worthALook =
      largeData || !Number.isFinite(loss) || suspicious(params) || updater.slots.some(suspicious);
    if (!worthALook) return undefined;
    const memory = optimizerOf(optimizer.name).slots.map((name, i) => [name, updater.slots[i]!] as const);
    return firstNonFinite({ network, samples, params, gradient, loss, memory }, t);
  }

  return {
    get experiment() {
      return experiment;
    },
    network,
    samples,
    get t() {
      return t;
    },
    params,
    initialParams,
    gradient: evaluator.gradient,
    probability: evaluator.probability,
    get loss() {
      return evaluator.loss;
    },
    get losses() {
      return losses.view();
    },
    get correct() {
      return evaluator.correct;
    },
    get optimizer() {
      return optimizer;
    },
    get stopped() {
      return stopped;
    },
    memory: updater,
    save: () => ({ t, params: params.slice(), memory: updater.save(), confidentBefore }),
    restore(frame) {
      t = frame.t;
      params.set(frame.params);
      updater.restore(frame.memory);
      optimizer = frame.memory.choice;
      confidentBefore = frame.confidentBefore;
      evaluator.evaluate(params);
      stopped = judge();
    },
    remember(past) {
      past.forEach((loss, epoch) => losses.set(epoch, loss));
      losses.set(t, evaluator.loss);
    },
    step() {
      if (stopped === undefined) advance();
    },
    replay: advance,
    changeTraining(training) {
      experiment = { ...experiment, training };
      stopped = judge();
    },
  };
}
