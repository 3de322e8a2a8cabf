import { type Dataset, type DatasetChoice, type DatasetName, datasets } from "@neural-viz/engine";
import type { Scatter } from "../../store/setup/state.ts";

/** Another dataset, with its default noise and the number of points and the seed that were last set. */
export function another(name: DatasetName, { points, seed }: Scatter): DatasetChoice {
  const dataset: Dataset = datasets[name];
  if (dataset.kind === "gate") return { name } as DatasetChoice;
  if (dataset.kind === "real") return { name, columns: dataset.inputs } as DatasetChoice;
  return { name, points, seed, noise: dataset.noise } as DatasetChoice;
}
