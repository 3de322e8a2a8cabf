/** Short ways to write the experiments of the lessons. */
import {
  type ActivationName,
  defaultChoice,
  defaultExperiment,
  type DatasetChoice,
  type Experiment,
  type InitializerChoice,
  type LinearParameters,
  type OptimizerName,
} from "@neural-viz/engine";

interface Few {
  readonly data: DatasetChoice;
  /** Units of each hidden layer. */
  readonly hidden?: readonly number[];
  readonly activation?: ActivationName;
  /** A seed, or the parameters themselves. */
  readonly start: number | readonly LinearParameters[];
  readonly optimizer?: OptimizerName;
  readonly rate: number;
  readonly epochs: number;
  readonly autoStop?: boolean;
  readonly heldOut?: number;
}

export function experimentOf(few: Few): Experiment {
  const { data, hidden = [], activation = "tanh", start, optimizer = "sgd", rate, epochs } = few;
  const initializer: InitializerChoice =
    typeof start === "number" ? { name: "torch", seed: start } : { name: "given", parameters: start };
  return {
    ...defaultExperiment,
    dataset: data,
    split: { test: few.heldOut ?? 0, seed: 0 },
    network: { hidden: hidden.map((units) => ({ units, activation })), initializer },
    optimizer: { ...defaultChoice(optimizer), learningRate: rate },
    training: { epochs, autoStop: few.autoStop ?? false, batch: "all" },
  };
}

/** The same experiment from other initial weights. */
export function startedFrom(experiment: Experiment, seed: number): Experiment {
  return { ...experiment, network: { ...experiment.network, initializer: { name: "torch", seed } } };
}

/** The same with this many units in every hidden layer. */
export function ofWidth(experiment: Experiment, units: number): Experiment {
  const hidden = experiment.network.hidden.map((layer) => ({ ...layer, units }));
  return { ...experiment, network: { ...experiment.network, hidden } };
}

/** The same with another activation in every hidden layer. */
export function ofActivation(experiment: Experiment, activation: ActivationName): Experiment {
  const hidden = experiment.network.hidden.map((layer) => ({ ...layer, activation }));
  return { ...experiment, network: { ...experiment.network, hidden } };
}

/** The same with another learning rate. */
export function atRate(experiment: Experiment, learningRate: number): Experiment {
  return { ...experiment, optimizer: { ...experiment.optimizer, learningRate } };
}

/** The same with another optimizer at the same learning rate. Its other hyperparameters are PyTorch's defaults. */
export function ofOptimizer(experiment: Experiment, name: OptimizerName): Experiment {
  const { learningRate } = experiment.optimizer;
  return { ...experiment, optimizer: { ...defaultChoice(name), learningRate } };
}
