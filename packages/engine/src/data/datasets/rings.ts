import { datasetNames } from "#text/labels";
import { cos, sin } from "../../math/elementary.ts";
import type { Dataset } from "../dataset.ts";

/** Rings around one center, one for each class; class 0 is the innermost. */
export const rings: Dataset = {
  kind: "shape",
  label: datasetNames.rings,
  noise: 0.02,
  classes: { min: 2, max: 4, default: 3 },
  pointAt(label, along, _, classes) {
    const radius = (label + 0.5) / (classes - 0.5);
    const angle = 2 * Math.PI * along;
    return [radius * cos(angle), radius * sin(angle)];
  },
};
