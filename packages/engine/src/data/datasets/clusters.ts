import { datasetNames } from "#text/labels";
import { cos, sin } from "../../math/elementary.ts";
import type { Dataset } from "../dataset.ts";

/** The radius of each disk. The centers are at (0.25, 0.25) and (0.75, 0.75). */
const RADIUS = 0.22;

/** Two disks, one for each class. */
export const clusters: Dataset = {
  kind: "shape",
  label: datasetNames.clusters,
  noise: 0.02,
  pointAt(label, along, random) {
    const center = label === 1 ? 0.75 : 0.25;
    const radius = RADIUS * Math.sqrt(random.uniform()); // the square root fills the disk evenly
    const angle = 2 * Math.PI * along;
    return [center + radius * cos(angle), center + radius * sin(angle)];
  },
};
