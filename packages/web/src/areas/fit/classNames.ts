import { type Dataset, datasets } from "@neural-viz/engine";
import { shownOf } from "../../store/derived.ts";
import type { AppState } from "../../store/store.ts";

/** The names of the classes, by label, where the data have names: the species of real data. */
export function classNamesOf(state: Pick<AppState, "experiment" | "look">): readonly string[] | undefined {
  const { dataset } = state.experiment;
  if (dataset.name === "custom") return undefined;
  const known: Dataset = datasets[dataset.name];
  return known.kind === "real" && shownOf(state).kind === "classes" ? known.classes : undefined;
}
