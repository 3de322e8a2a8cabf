/**
 * Which experiments the page can show: so far those with two inputs, two classes, one sigmoid and cross-entropy. The
 * engine knows more; this file goes when the page does too.
 */
import {
  type DatasetName,
  type Dataset,
  datasets,
  domainOf,
  type Experiment,
  networkOf,
  rawFeatures,
  regularizationOf,
} from "@neural-viz/engine";
import { messages } from "#text/showable";

/** The datasets that can be chosen. */
export const showableDatasets = (Object.keys(datasets) as DatasetName[]).filter((name) => {
  const dataset: Dataset = datasets[name];
  return dataset.kind === "gate" || (dataset.kind === "shape" && dataset.classes === undefined);
});

/** Why one of these experiments can't be shown; undefined if all can. */
export function whyNotShown(experiments: readonly Experiment[]): string | undefined {
  const what = experiments.map(notShown).find((part) => part !== undefined);
  return what === undefined ? undefined : messages.notShown(what);
}

/** The part of an experiment that can't be shown. */
function notShown(experiment: Experiment): string | undefined {
  const { features, head } = networkOf(experiment);
  const domain = domainOf(experiment.dataset);
  if (head.targets !== "binary") return messages.targets[head.targets];
  if (domain.length !== 2) return messages.inputs(domain.length);
  if (head.activation !== "sigmoid" || head.loss !== "crossEntropy") return messages.loss;
  if (String(features) !== String(rawFeatures(2))) return messages.features;
  if (Object.values(regularizationOf(experiment)).some((factor) => factor !== 0)) {
    return messages.regularization;
  }
  return domain.every(([low, high]) => low === 0 && high === 1) ? undefined : messages.domain;
}
