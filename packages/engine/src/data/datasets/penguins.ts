import { datasetNames, realColumns, species } from "#text/labels";
import type { Dataset } from "../dataset.ts";
import { penguinRows } from "../real/penguinRows.ts";

/**
 * 342 penguins of three species from the Palmer Archipelago, all of those in palmerpenguins with the four measurements.
 * Gorman, Williams & Fraser 2014; Horst, Hill & Gorman 2020, CC0. See data/README.md.
 */
export const penguins: Dataset = {
  kind: "real",
  label: datasetNames.penguins,
  columns: [
    { name: realColumns.billLength, unit: "mm" },
    { name: realColumns.billDepth, unit: "mm" },
    { name: realColumns.flipperLength, unit: "mm" },
    { name: realColumns.bodyMass, unit: "g" },
  ],
  classes: [species.adelie, species.chinstrap, species.gentoo],
  inputs: [1, 2],
  valueTargets: { "body mass": 4 },
  rows: penguinRows,
};
