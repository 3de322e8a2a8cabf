/** The experiment of an exercise as it fits on paper: rounded before use, and no longer than the exercise needs. */
import { labelAt } from "../math/classes.ts";
import type { CustomData, DatasetChoice, Experiment } from "../session/experiment.ts";
import { dataShape, domainOf, samplesOf } from "../session/start.ts";
import { DECIMALS } from "./exercise.ts";

/** The experiment with rounded weights and data, trained for t updates and the next one. */
export function onPaper(experiment: Experiment, t: number): Experiment {
  const { dataset, network, training } = experiment;
  const { initializer } = network;
  return {
    ...experiment,
    dataset: rounded(dataset),
    network: {
      ...network,
      initializer: initializer.name === "given" ? initializer : { decimals: DECIMALS, ...initializer },
    },
    training: { ...training, epochs: t + 1, autoStop: false },
  };
}

/** The data rounded before use, where they are drawn or measured. */
function rounded(dataset: DatasetChoice): DatasetChoice {
  return "points" in dataset || "columns" in dataset ? { decimals: DECIMALS, ...dataset } : dataset;
}

/** The experiment with one of its points alone, from 1, so that an update can be computed by hand. */
export function ofPoint(experiment: Experiment, sample: number): Experiment {
  const dataset = rounded(experiment.dataset);
  const { inputs, targets, outputs } = dataShape(dataset);
  const samples = samplesOf(dataset);
  const label = labelAt(samples.kind, samples.targets, sample - 1);
  const target = label === undefined ? samples.targets.map((column) => column[sample - 1]!) : [label];
  const alone: CustomData = {
    name: "custom",
    inputs,
    targets,
    ...(targets === "values" && { outputs }),
    ...(targets === "classes" && { classes: outputs }),
    samples: [[...samples.inputs.map((column) => column[sample - 1]!), ...target]],
    domain: domainOf(dataset),
  };
  return {
    ...experiment,
    dataset: alone,
    split: { test: 0, seed: 0 },
    training: { ...experiment.training, batch: "all" },
  };
}
