import { datasetNames } from "#text/labels";
import { cos, sin } from "../../math/elementary.ts";
import type { Dataset } from "../dataset.ts";

/** Two interlocking half circles; the lower one is class 1. */
export const moons: Dataset = {
  kind: "shape",
  label: datasetNames.moons,
  noise: 0.02,
  pointAt(label, along) {
    const angle = Math.PI * along;
    return label === 0 ? [cos(angle), sin(angle)] : [1 - cos(angle), 0.5 - sin(angle)];
  },
};
