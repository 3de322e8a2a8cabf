/** The engine: what the page, the command line and other programs may use. */
export * as elementary from "./math/elementary.ts";
export { fingerprint } from "./math/fingerprint.ts";
export { format, formatProbability } from "./math/format.ts";
export { createRandom, type Random } from "./math/random.ts";
export { isRounding, isTie } from "./math/rounding.ts";
export { counted, ExperimentError } from "./math/sentence.ts";
export { finish, type Work } from "./math/work.ts";

export { type Activation, activations, type ActivationName } from "./nn/activations.ts";
export { type BugName, bugs, placesOfBug, type PlantedBug } from "./nn/bugs.ts";
export {
  AGREEING,
  checkGradient,
  checkingGradient,
  type CheckedParameter,
  DEFAULT_EPSILON,
  type ErrorCurve,
  errorCurve,
  type GradientCheck,
  type GradientVerdict,
  TRUSTED,
} from "./nn/gradcheck.ts";
export { EXPLODING, type LayerHealth, layerHealth, VANISHING } from "./nn/health.ts";
export { initializers, type InitializerName } from "./nn/initializers.ts";
export { FLAT, type Liveliness, liveliness, MOSTLY } from "./nn/liveliness.ts";
export { createUpdater, type Memory, type Updater } from "./nn/memory.ts";
export {
  createNetwork,
  isLinear,
  type HiddenLayer,
  type Layer,
  type LinearParameters,
  type Network,
  pack,
  parameterId,
  parameterIndex,
  unpack,
} from "./nn/network.ts";
export { descent, type Trail } from "./nn/descent.ts";
export { type HyperParameter, type Limits, type Optimizer } from "./nn/optimizer.ts";
export {
  type ChoiceOf,
  defaultChoice,
  type HyperName,
  type HyperOf,
  optimizerOf,
  type OptimizerChoice,
  type OptimizerName,
  optimizers,
} from "./nn/optimizers/index.ts";
export { createPlane, type Directions, parametersAt, type Place, type Plane, project } from "./nn/plane.ts";
export { type Batch, createEvaluator, type Evaluator } from "./nn/propagation.ts";
export { cellPlace, type Square, surface } from "./nn/surface.ts";
export { gradientTerms, labelledTrace, type LabelledTrace, trace, type Trace } from "./nn/trace.ts";

export {
  type Dataset,
  type Gate,
  type Generation,
  type Geometric,
  type DatasetName,
  datasets,
  type Columns,
  generate,
  likelyColumns,
  type Points,
  pick,
  pointsOf,
  readTable,
  type Samples,
  type Separability,
  separability,
  type Split,
  splitSamples,
  type Table,
  type UnitMap,
} from "./data/index.ts";

export { type Batches, createBatches } from "./session/batches.ts";
export { type BugBench, bugBench, type SuspectLayer } from "./session/bugBench.ts";
export { wantedOf } from "./session/check.ts";
export { changedUpTo, withOptimizer, withParameter } from "./session/change.ts";
export { textbook } from "./session/textbook.ts";
export { deadUnits, type Unit } from "./session/dead.ts";
export * from "./session/experiment.ts";
export { createHistory, type History } from "./session/history.ts";
export { pathOf } from "./session/path.ts";
export {
  parseDataset,
  parseExperiment,
  parseExperimentFile,
  parseOptimizer,
  readExperiment,
  readJson,
} from "./session/parse.ts";
export { type Race, race, type RaceChoice, type RaceLane, spreadOf } from "./session/race.ts";
export { createRecording, type Recording } from "./session/recording.ts";
export { columnCentre, draw, type Pictures, rowCentre } from "./session/pictures.ts";
export { createSession, type Frame, type Session } from "./session/session.ts";
export { initialParameters, samplesOf, updateLimit } from "./session/start.ts";
export {
  CONFIDENT_EPOCHS,
  HIGH_CONFIDENCE,
  SMALL_LOSS,
  type Stop,
  stalled,
  stopJson,
} from "./session/stop.ts";

export { type ExportName, exports } from "./export/index.ts";
export { optimizerCall } from "./export/torch.ts";
export { type Trained } from "./export/trained.ts";
export { stages, type WorksheetStage } from "./export/stages.ts";
export { worksheet, type WorksheetChoice } from "./export/worksheet.ts";
export { type Linked, readLink, writeLink } from "./export/link.ts";
export { resultLine, type Standing } from "./export/result.ts";
export {
  type CaptionedPlace,
  holdsScenes,
  parseScenes,
  readScenesLink,
  writeScenes,
  writeScenesLink,
} from "./export/scenes.ts";
export { valueOf } from "./explain/derive.ts";
export { UnknownQuantity } from "./explain/parts.ts";
export { pathsOf } from "./explain/paths.ts";
export { BALANCED, FITTED, type Reason, SILENT, type Smallness, whySmall } from "./explain/smallness.ts";
export { type Aggregate, explain, type Explanation, type Score } from "./explain/explain.ts";
export { type Id, idText, type ParameterName, parseId, type Point } from "./explain/ids.ts";
export { judge, type Verdict } from "./explain/slips.ts";
export { overTime, type Series } from "./explain/series.ts";
export { type Slope, slopeOf } from "./explain/slope.ts";
export { symbolOf } from "./explain/symbols.ts";
export { type Line, type Token } from "./explain/numbers.ts";
export { createRun, type Run, type State } from "./explain/state.ts";
export { evaluate, type Expression, type Operator } from "./math/expression.ts";
