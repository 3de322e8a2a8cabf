/** The units of the data in exported code. Data that was scaled keeps the maps back to its own units. */
import { comments } from "#text/script";
import type { AxisMap } from "../data/index.ts";
import type { Experiment } from "../session/experiment.ts";
import { type OwnUnits, unitsOf as unitsOfData } from "../session/start.ts";
import { float, vector } from "./python.ts";

/** The maps from stored numbers to the data's own units; undefined where both are the same. */
export function unitsOf({ dataset }: Experiment): OwnUnits {
  return unitsOfData(dataset);
}

/** Whether a network's inputs or outputs are others than the data's own. */
export function areScaled({ inputs, targets }: OwnUnits): boolean {
  return inputs !== undefined || targets !== undefined;
}

/** The scale that all maps share, if they do. */
export function sharedScale(maps: readonly AxisMap[]): number | undefined {
  const scale = maps[0]!.scale;
  return maps.every((map) => map.scale === scale) ? scale : undefined;
}

const offsets = (maps: readonly AxisMap[]): string => vector(maps.map(({ offset }) => offset));

/** OFFSET and SCALE in Python, and the same of targets; nothing where there are no maps. */
export function unitsPart({ inputs, targets }: OwnUnits): string[] {
  const parts: string[] = [];
  if (inputs !== undefined) {
    const shared = sharedScale(inputs);
    const scale = shared === undefined ? vector(inputs.map((map) => map.scale)) : float(shared);
    parts.push(`# ${comments.units}\nOFFSET = ${offsets(inputs)}\nSCALE = ${scale}`);
  }
  if (targets !== undefined) {
    const scales = vector(targets.map(({ scale }) => scale));
    parts.push(`# ${comments.targetUnits}\nTARGET_OFFSET = ${offsets(targets)}\nTARGET_SCALE = ${scales}`);
  }
  return parts;
}
