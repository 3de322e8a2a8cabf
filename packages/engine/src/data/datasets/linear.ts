import { datasetNames } from "#text/labels";
import type { Dataset } from "../dataset.ts";

/** The strip between the classes, as a share of the side. */
const GAP = 0.1;

/** A square cut in two by a strip: one straight line is enough. */
export const linear: Dataset = {
  kind: "geometric",
  label: datasetNames.linear,
  noise: 0.01,
  pointAt(label, along, random) {
    // The width is scaled so that the square stays square after the strip is taken out.
    const half = (1 - GAP) / 2;
    const x1 = half * random.uniform() + (label === 1 ? half + GAP : 0);
    return [x1, along];
  },
};
