import { datasetNames } from "#text/labels";
import type { Dataset } from "../dataset.ts";

/** The width of the strip between the classes, as a fraction of the side. */
const GAP = 0.1;

/** A square divided by an empty strip, so that a straight line separates the classes. */
export const linear: Dataset = {
  kind: "shape",
  label: datasetNames.linear,
  noise: 0.01,
  pointAt(label, along, random) {
    // Each class fills half of what the strip leaves of the square's width.
    const half = (1 - GAP) / 2;
    const x1 = half * random.uniform() + (label === 1 ? half + GAP : 0);
    return [x1, along];
  },
};
