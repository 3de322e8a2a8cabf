import { type Dataset, type DatasetChoice, datasets } from "@neural-viz/engine";

/** What an input of real data measures, with its unit; undefined for inputs that are only numbers. */
export function axisName(choice: DatasetChoice, axis: number): string | undefined {
  if (choice.name === "custom" || !("columns" in choice)) return undefined;
  const dataset: Dataset = datasets[choice.name];
  if (dataset.kind !== "real") return undefined;
  const column = dataset.columns[choice.columns[axis - 1]! - 1];
  return column && `${column.name}, ${column.unit}`;
}
