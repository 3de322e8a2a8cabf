import { datasetNames, realColumns, species } from "#text/labels";
import type { Dataset } from "../dataset.ts";
import { irisRows } from "../real/irisRows.ts";

/**
 * Fisher's irises: 150 flowers of three species, measured by Edgar Anderson on the Gaspé Peninsula. Fisher 1936, as in R's
 * `datasets`; UCI's copy differs in rows 35 and 38. See data/README.md.
 */
export const iris: Dataset = {
  kind: "real",
  label: datasetNames.iris,
  columns: [
    { name: realColumns.sepalLength, unit: "cm" },
    { name: realColumns.sepalWidth, unit: "cm" },
    { name: realColumns.petalLength, unit: "cm" },
    { name: realColumns.petalWidth, unit: "cm" },
  ],
  classes: [species.setosa, species.versicolor, species.virginica],
  inputs: [3, 4],
  valueTargets: {},
  rows: irisRows,
};
