export { type Dataset, type Gate, type Geometric, type Samples } from "./dataset.ts";
export { type DatasetName, datasets } from "./datasets/index.ts";
export { generate, type Generation, tabulate } from "./generate.ts";
export {
  type Columns,
  likelyColumns,
  type Points,
  pointsOf,
  readTable,
  type Table,
  type UnitMap,
} from "./table.ts";
export { pick, type Split, splitSamples } from "./split.ts";
export { separability, type Separability } from "./separable.ts";
