/** The data of an experiment in a few words, and what else is not the usual in it. */
import { data } from "#text/data";
import { datasets, type RealData } from "../data/index.ts";
import { headsFor } from "../nn/heads/index.ts";
import { activeRegularizers } from "../nn/regularizers/index.ts";
import type { CustomData, DatasetChoice, Experiment } from "../session/experiment.ts";
import { dataShape, networkOf, regularizationOf } from "../session/start.ts";
import { hasFeatures } from "./columns.ts";

/** The points in one line. */
function dataText(dataset: DatasetChoice): string {
  const text = pointsText(dataset);
  const decimals = "decimals" in dataset ? dataset.decimals : undefined;
  return decimals === undefined ? text : `${text}, ${data.decimals({ count: decimals })}`;
}

function pointsText(dataset: DatasetChoice): string {
  if (dataset.name === "custom") return customText(dataset);
  const one = datasets[dataset.name];
  const name = one.label;
  if ("points" in dataset) {
    return data.generated({ ...dataset, name, classes: dataset.classes });
  }
  if (!("columns" in dataset)) return name;
  const { columns } = one as RealData;
  const { valueTargets } = one as RealData;
  const target = dataset.target !== undefined && dataset.target in valueTargets ? dataset.target : undefined;
  return data.real({ name, columns: dataset.columns.map((k) => columns[k - 1]!.name), target });
}

function customText(dataset: CustomData): string {
  const text = data.custom({ points: dataset.samples.length });
  const shape = dataShape(dataset);
  const usual = shape.inputs === 2 && shape.targets === "binary";
  return usual ? text : `${text}, ${data.customKind(shape)}`;
}

/** The features, the output and the penalty, each in a few words, where they are not the usual ones. */
export function unusualText(experiment: Experiment): string[] {
  const { features, head } = networkOf(experiment);
  const { targets } = dataShape(experiment.dataset);
  const penalties = activeRegularizers(regularizationOf(experiment));
  return [
    ...(hasFeatures(experiment) ? [data.features({ names: features })] : []),
    ...(head === headsFor(targets)[0] ? [] : [data.output(head)]),
    ...(penalties.length === 0
      ? []
      : [
          data.penalty({
            terms: penalties.map(({ factor, regularizer }) => ({ label: regularizer.label, factor })),
          }),
        ]),
  ];
}

/** The data in one line, with the share that is held out. */
export function dataOf({ dataset, split }: Experiment): string {
  const heldOut = split.test === 0 ? [] : [data.heldOut({ share: split.test })];
  return [dataText(dataset), ...heldOut].join(", ");
}
