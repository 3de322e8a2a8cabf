/** What a network can be trained to do, and the datasets for it. */
import { type Dataset, type DatasetChoice, type DatasetName, datasets } from "@neural-viz/engine";

export type Task = "binary" | "classes" | "values" | "real" | "own";

/** Every task, in the order in which courses come to them. */
export const tasks: readonly Task[] = ["binary", "classes", "values", "real", "own"];

/** The task of a dataset of the registry. */
function taskOf(name: DatasetName): Task {
  const dataset: Dataset = datasets[name];
  switch (dataset.kind) {
    case "gate":
      return "binary";
    case "shape":
      return dataset.classes === undefined ? "binary" : "classes";
    case "function":
      return "values";
    case "real":
      return "real";
  }
}

export const taskOfChoice = ({ name }: DatasetChoice): Task => (name === "custom" ? "own" : taskOf(name));

/** The datasets of a task. */
export function datasetsOf(task: Task): DatasetName[] {
  return (Object.keys(datasets) as DatasetName[]).filter((name) => taskOf(name) === task);
}
