import { datasetNames } from "#text/labels";
import { cos, sin } from "../../math/elementary.ts";
import type { Dataset } from "../dataset.ts";

/** Radius of a disc; the centers stand on a circle of radius 1. */
const RADIUS = 0.5;

/** A disc for each class, their centers around a circle. Without noise straight lines separate them. */
export const blobs: Dataset = {
  kind: "shape",
  label: datasetNames.blobs,
  noise: 0.02,
  classes: { min: 2, max: 4, default: 3 },
  pointAt(label, along, random, classes) {
    const center = Math.PI / 2 + (2 * Math.PI * label) / classes;
    const radius = RADIUS * Math.sqrt(random.uniform()); // the root fills the disc evenly
    const angle = 2 * Math.PI * along;
    return [cos(center) + radius * cos(angle), sin(center) + radius * sin(angle)];
  },
};
