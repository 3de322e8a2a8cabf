export {
  type Dataset,
  type DataShape,
  type FunctionData,
  type Gate,
  type RealData,
  type Samples,
  type Shape,
} from "./dataset.ts";
export { type DatasetName, datasets } from "./datasets/index.ts";
export { functionSamples, gateSamples, shapeSamples } from "./generate.ts";
export { realMaps, realSamples } from "./realData.ts";
export { readTable, type Table } from "./table.ts";
export { type Columns, likelyColumns, type Points, pointsOf } from "./points.ts";
export { likelyChoice, tableData, type TableChoice, type TableData, type TableScaling } from "./tableData.ts";
export { pick, type Split, splitSamples } from "./split.ts";
export { separability, type Separability } from "./separable.ts";
export { type AxisMap, axisMaps, inOwnUnit, type UnitMap } from "./units.ts";
