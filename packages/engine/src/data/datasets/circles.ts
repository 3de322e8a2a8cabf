import { datasetNames } from "#text/labels";
import { cos, sin } from "../../math/elementary.ts";
import type { Dataset } from "../dataset.ts";

/** The radius of the inner circle. The outer circle has radius 1. */
const INNER = 0.35;

/** Two circles with the same center; the inner one is class 1. */
export const circles: Dataset = {
  kind: "shape",
  label: datasetNames.circles,
  noise: 0.02,
  pointAt(label, along) {
    const radius = label === 1 ? INNER : 1;
    const angle = 2 * Math.PI * along;
    return [radius * cos(angle), radius * sin(angle)];
  },
};
