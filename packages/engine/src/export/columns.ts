/** The columns of the data as exports call them, and whether the network's inputs are others. */
import type { Samples } from "../data/index.ts";
import type { Experiment } from "../session/experiment.ts";
import { dataShape, networkOf } from "../session/start.ts";

/** x1, x2, …, and label or y1, y2, …. */
export function columnNames({ kind, inputs, targets }: Samples): string[] {
  const numbered = (letter: string, columns: readonly unknown[]): string[] =>
    columns.map((_, k) => `${letter}${k + 1}`);
  return [...numbered("x", inputs), ...(kind === "values" ? numbered("y", targets) : ["label"])];
}

/** Whether the network's inputs are others than the raw inputs in their order. */
export function hasFeatures(experiment: Experiment): boolean {
  const { features } = networkOf(experiment);
  const { inputs } = dataShape(experiment.dataset);
  return features.length !== inputs || features.some((name, k) => name !== `x${k + 1}`);
}
