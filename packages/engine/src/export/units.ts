/** The units of the data in exported code. Data that was scaled into the unit square keeps the map back to its own units. */
import { comments } from "#text/script";
import type { UnitMap } from "../data/index.ts";
import type { Experiment } from "../session/experiment.ts";
import { float, vector } from "./python.ts";

/** The map from the network's inputs to the data's own units; undefined where they are the same. */
export function unitsOf({ dataset }: Experiment): UnitMap | undefined {
  return dataset.name === "custom" ? dataset.map : undefined;
}

/** OFFSET and SCALE in Python. */
export function unitsPart({ scale, x1, x2 }: UnitMap): string {
  return `# ${comments.units}
OFFSET = ${vector([x1, x2])}
SCALE = ${float(scale)}`;
}
