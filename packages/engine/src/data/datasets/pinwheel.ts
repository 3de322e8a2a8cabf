import { datasetNames } from "#text/labels";
import { cos, sin } from "../../math/elementary.ts";
import type { Dataset } from "../dataset.ts";

/** How far an arm turns from the center to its end, in turns: far enough that lines can't separate even two arms. */
const TURNS = 0.6;
/** Where an arm begins, as a share of its length. */
const START = 0.15;
/** How wide an arm is at its end, as an angle in turns on either side; it is as wide all along. */
const WIDTH = 0.07;

/** Curved arms around a center, one for each class. */
export const pinwheel: Dataset = {
  kind: "shape",
  label: datasetNames.pinwheel,
  noise: 0.01,
  classes: { min: 2, max: 4, default: 3 },
  pointAt(label, along, random, classes) {
    // The root spreads the points evenly over the arm: it widens with the radius.
    const radius = Math.sqrt(START * START + (1 - START * START) * along);
    const aside = WIDTH * (2 * random.uniform() - 1);
    const angle = 2 * Math.PI * (label / classes + TURNS * radius + aside);
    return [radius * cos(angle), radius * sin(angle)];
  },
};
