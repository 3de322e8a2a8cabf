import { datasetNames } from "#text/labels";
import { cos, sin } from "../../math/elementary.ts";
import type { Dataset } from "../dataset.ts";

const TURNS = 1.25;
/** The inner radius of an arm, as a fraction of its outer radius. */
const START = 0.1;

/** Two arms that wind around each other, half a turn apart. */
export const spiral: Dataset = {
  kind: "shape",
  label: datasetNames.spiral,
  noise: 0.02,
  pointAt(label, along) {
    // The square root spreads the points evenly, because an arm's length grows with the square of the radius.
    const radius = Math.sqrt(START * START + (1 - START * START) * along);
    const angle = 2 * Math.PI * TURNS * ((radius - START) / (1 - START)) + (label === 1 ? 0 : Math.PI);
    return [radius * cos(angle), radius * sin(angle)];
  },
};
