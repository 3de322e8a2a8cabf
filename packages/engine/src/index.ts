/**
 * The engine's public names. Each section below is a chapter of API.md: its title, then what it is about.
 */

// Experiments: Every setting of a run, as plain JSON, and how to read and change it.
export {
  parseDataset,
  parseExperiment,
  parseExperimentFile,
  parseOptimizer,
  readExperiment,
  readJson,
} from "./session/parse.ts";
export {
  type BatchChoice,
  type Change,
  type DatasetChoice,
  defaultExperiment,
  type Experiment,
  type GateName,
  type InitializerChoice,
  type LimitChoice,
  type CustomData,
  MAX_DECIMALS,
  MAX_EPOCHS,
  MAX_FEATURES,
  MAX_INPUTS,
  MAX_LAYERS,
  MAX_OUTPUTS,
  MAX_PENALTY,
  MAX_SAMPLES,
  MAX_SEED,
  MAX_TEST_SHARE,
  MAX_UNITS,
  MAX_UPDATES,
  type NetworkChoice,
  type RealName,
  NOISE,
  POINTS,
  type SplitChoice,
  type TrainingChoice,
} from "./session/experiment.ts";
export { changedUpTo, editedAt, optimizerAt, withOptimizer, withParameter } from "./session/change.ts";
export { textbook } from "./session/textbook.ts";
export { ExperimentError, InputError } from "./math/errors.ts";
export { attempt, type Result } from "./math/result.ts";
export * as schema from "./schema/index.ts";
export { type Limits, violated } from "./math/limits.ts";

// Sessions and recordings: An experiment that trains one update at a time, and a run that can go back to any epoch.
export { createSession } from "./session/createSession.ts";
export { type Frame, type Session } from "./session/session.ts";
export {
  CONFIDENT_EPOCHS,
  HIGH_CONFIDENCE,
  SMALL_LOSS,
  smallLoss,
  type Stop,
  stalled,
  stopJson,
} from "./session/stop.ts";
export { type Fit, fitOf } from "./session/fit.ts";
export { type Baseline, baselinesOf } from "./session/baselines.ts";
export { createRecording } from "./session/createRecording.ts";
export { type Recording, recordingOf } from "./session/recording.ts";
export { createHistory, type History } from "./session/history.ts";
export {
  batchOf,
  dataShape,
  type Domain,
  domainOf,
  sectionOf,
  initialParameters,
  networkOf,
  type OwnUnits,
  regularizationOf,
  samplesOf,
  unitsOf,
  updateLimit,
} from "./session/start.ts";
export { isDrawn, seedOf, withSeed } from "./session/seed.ts";
export { type Batches, createBatches } from "./session/batches.ts";
export { pathOf } from "./session/path.ts";
export { ablatedPictures } from "./session/ablatedPictures.ts";
export {
  cellFeatures,
  columnCenter,
  draw,
  type Picture,
  pictureOf,
  type Pictures,
  rowCenter,
} from "./session/pictures.ts";
export { totals, type TotalsChoice, type TotalsPictures } from "./session/totals.ts";
export { type Race, race, type RaceChoice, type RaceLane, spreadOf } from "./session/race.ts";
export { finish, type Work } from "./math/progress.ts";

// Explanations: Where any number of a run comes from, as a formula over other numbers of the run.
export { createRun, type Run, type State } from "./quantities/run.ts";
export { type Aggregate, explain, type Explanation, type Score } from "./explain/explain.ts";
export { valueOf } from "./quantities/index.ts";
export { evaluate, type Expression, type Operator } from "./math/expression.ts";
export {
  aboutOf,
  asId,
  type Id,
  idOf,
  ids,
  idText,
  movedBy,
  parseId,
  plainOf,
  stemOf,
  symbolOf,
  whatOf,
} from "./ids/index.ts";
export { type Extent, type QuantityId } from "./ids/kind.ts";
export { type BatchId } from "./ids/kinds/batch.ts";
export { type CheckId, type CheckPart } from "./ids/kinds/check.ts";
export { type DifferenceId } from "./ids/kinds/difference.ts";
export { type GradientId } from "./ids/kinds/gradient.ts";
export { type HyperId } from "./ids/kinds/hyper.ts";
export { type InitId } from "./ids/kinds/init.ts";
export { type OptimizerStateId } from "./ids/kinds/optimizerState.ts";
export { type MomentId } from "./ids/kinds/momentQuantity.ts";
export { type NormId, type NormOf } from "./ids/kinds/norm.ts";
export { type ParameterId } from "./ids/kinds/parameter.ts";
export { type FId } from "./ids/kinds/f.ts";
export { type LmeanId } from "./ids/kinds/Lmean.ts";
export { type OutputId } from "./ids/kinds/outputQuantity.ts";
export { type PId } from "./ids/kinds/p.ts";
export { type PathId } from "./ids/kinds/path.ts";
export { type PointId } from "./ids/kinds/pointQuantity.ts";
export { type RngId } from "./ids/kinds/rng.ts";
export { type SliceId } from "./ids/kinds/slice.ts";
export { type AffId } from "./ids/kinds/aff.ts";
export { type UnitId } from "./ids/kinds/unit.ts";
export { type XId } from "./ids/kinds/x.ts";
export { type YId } from "./ids/kinds/y.ts";
export { type YmeanId } from "./ids/kinds/ymean.ts";
export { numberTex, parameterPlain } from "./ids/letters.ts";
export { beforeEdits, isBeforeEdits, type Moment, updateOf } from "./ids/moment.ts";
export { type Cell, type Point, type PointLike } from "./ids/point.ts";
export { UnknownQuantity } from "./ids/unknown.ts";
export { isCalculation, type Line, type Token } from "./explain/numbers.ts";
export { overTime, type Series } from "./explain/series.ts";
export { type Slope, slopeOf } from "./explain/slope.ts";
export { pathsOf } from "./quantities/paths.ts";
export { BALANCED, FITTED, type Reason, SILENT, type Smallness, whySmall } from "./explain/smallness.ts";
export { type AnswerCheck, checkAnswer } from "./explain/checkAnswer.ts";

// Exercises: What is asked of one point of an experiment, solved, judged, and varied by seed.
export {
  type Answer,
  type Answers,
  type Asking,
  type Exercise,
  type ExerciseStyle,
  exerciseStyles,
  type ExerciseStage,
  exerciseFrom,
  roundedStart,
  exerciseStages,
  formulasOf,
  type Group,
  groupsOf,
  holdsExercise,
  judge,
  judgeOrder,
  type OrderedJudgment,
  type OrderedLine,
  orderedLines,
  symbolsOf,
  type Judgment,
  MAX_WIDTH,
  nextVariant,
  type MistakenAnswer,
  type NumbersExercise,
  parseExercise,
  readExercise,
  type Rejection,
  type Solution,
  solutionOf,
  type SolveExercise,
  statedFor,
  statedNumber,
  type Substitution,
  substitution,
  type SolveVariant,
  solveVariantOf,
  solveVariants,
  type Variant,
  variantOf,
  variants,
  type Verdict,
} from "./exercises/index.ts";
export { type Interval } from "./math/interval.ts";

// Networks: Layers, activations and initial weights, and the forward and backward passes.
export {
  biasName,
  createNetwork,
  type HiddenLayer,
  isLinear,
  type Layer,
  type LinearParameters,
  type Network,
  type NetworkShape,
  pack,
  shapeText,
  parameterId,
  parameterAt,
  parameterIndex,
  type ParameterName,
  type Unit,
  indicesOf,
  unpack,
  weightName,
} from "./nn/network.ts";
export { type Activation, activationOf, activations, type ActivationName } from "./nn/activations.ts";
export { initializers, type InitializerName } from "./nn/initializers.ts";
export {
  type Feature,
  type FeatureName,
  features,
  featuresFor,
  featuresOf,
  rawFeatures,
} from "./nn/features/index.ts";
export { type Head, type LossName, type OutputActivation, type OutputChoice, type Tally } from "./nn/head.ts";
export { headOf, heads, headsFor } from "./nn/heads/index.ts";
export { type Regularizer } from "./nn/regularizer.ts";
export {
  noRegularization,
  type Regularization,
  type RegularizerName,
  regularizers,
} from "./nn/regularizers/index.ts";
export { blocked } from "./nn/blocked/index.ts";
export {
  type Batch,
  type Evaluator,
  type ForwardEvaluator,
  type Kernel,
  type Rows,
  type BlockObserver,
} from "./nn/kernel.ts";
export { createObjective, createObjectivePass, type Goal, type Objective } from "./nn/objective.ts";
export { createPenalty, type Penalty } from "./nn/penalty.ts";
export { areConstant, meanLoss, meanTargets, rootMeanSquaredError } from "./nn/baseline.ts";
export {
  gradientTerms,
  labeledTrace,
  type LabeledTrace,
  trace,
  type Trace,
  traceOfSample,
} from "./nn/trace.ts";
export {
  type AffineMap,
  type Hinge,
  mostRegions,
  type Region,
  type Regions,
  regionsOf,
  type Section,
  sizeOf,
  whyNoRegions,
} from "./nn/regions.ts";
export {
  largestFirst,
  NEARLY_CONSTANT,
  type SumPlace,
  type Totals,
  totalsAt,
  totalsOfEach,
} from "./nn/totals.ts";

// Optimizers: The rules that turn gradients into updates, and their hyper-parameters.
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
export { type HyperParameter, type Optimizer } from "./nn/optimizer.ts";
export { createUpdater, type OptimizerState, type Updater } from "./nn/optimizers/updater.ts";

// Checks and diagnoses: The gradient check, planted bugs, the health of layers and neurons, neurons switched off, the loss surface.
export {
  AGREEING,
  checkGradient,
  checkingGradient,
  type CheckedParameter,
  type ErrorCurve,
  errorCurve,
  type GradientCheck,
  type GradientVerdict,
  TRUSTED,
} from "./nn/gradcheck.ts";
export { DEFAULT_EPSILON } from "./nn/epsilon.ts";
export { type BugName, bugs, layersForBug, type PlantedBug } from "./nn/bugs.ts";
export { type BugBench, bugBench, type SuspectLayer } from "./session/bugBench.ts";
export { EXPLODING, type LayerHealth, layerHealth, VANISHING } from "./nn/health.ts";
export { SATURATED_SLOPE, type UnitHealth, unitHealth, SATURATED_SHARE } from "./nn/unitHealth.ts";
export { deadUnits } from "./session/dead.ts";
export { diagnose, type Diagnosis } from "./session/diagnosis.ts";
export { alongUpdate, type AlongUpdate } from "./session/alongUpdate.ts";
export {
  createPlane,
  type Directions,
  parametersAt,
  type Coordinates,
  type Plane,
  project,
} from "./nn/plane.ts";
export { lossOfEach, sumsOfEach } from "./nn/eachSample.ts";
export {
  ablatedOutputs,
  ablatedTrace,
  changedPredictions,
  innerSides,
  type InnerSides,
  meanOutput,
  type Off,
  switchedOff,
  type UnitUse,
  usedUnits,
} from "./nn/ablation.ts";
export { cellCenter, type Square, surface } from "./nn/surface.ts";
export { descent, type Trajectory } from "./nn/descent.ts";

// Recordings: Somebody's own training, written to a file and judged number by number.
export { compareRecording, comparisonJson, type RecordingComparison } from "./bridge/compare.ts";
export { type Compared, type Comparison, createJudge, type Judge } from "./bridge/judge.ts";
export { type Difference, type Stage } from "./bridge/differences.ts";
export {
  createRecordingReader,
  MAX_RECORDING,
  type RecordingListener,
  type RecordingReader,
} from "./bridge/reader.ts";
export {
  type RecordedOptimizer,
  type RecordedUpdate,
  RECORDING_FORMAT,
  type RecordingHead,
} from "./bridge/recording.ts";
export {
  gradientFromArrays,
  gradientFromJson,
  type GradientJudgment,
  judgeGradient,
  type WrongGradient,
} from "./bridge/oneGradient.ts";
export { type Inflate, type ReadArray, readNpz } from "./bridge/readNpz.ts";
export { layersFromJson } from "./weights/json.ts";
export { layersOf } from "./weights/layers.ts";
export { readSafetensors } from "./weights/readSafetensors.ts";
export { startingFrom } from "./weights/start.ts";
export { experimentAsRecorded } from "./bridge/asRecorded.ts";
export { experimentFrom } from "./bridge/playable.ts";
export { explainRecorded, optimizerAtUpdate, parametersBefore } from "./bridge/recordedRun.ts";
export { type KnownOfMistake, knownOfMistake, layerOf, type Ratio, ratioText } from "./bridge/known.ts";
export { knownMistakes, type LikelyMistake } from "./bridge/suspects.ts";
export { type Dtype } from "./bridge/dtype.ts";
export { type UpdateMistakeName } from "./bridge/mistakes/update.ts";
export {
  type UpdateBench,
  updateBench,
  type UpdateBug,
  updateBugs,
  type UpdateCheck,
  updateMistakesFor,
} from "./bridge/updateBench.ts";

// Data: Datasets, tables of points, and points that are held out.
export {
  type AxisMap,
  axisMaps,
  type Dataset,
  type DatasetName,
  type DataShape,
  datasets,
  type FunctionData,
  type Gate,
  inOwnUnit,
  type Columns,
  likelyChoice,
  likelyColumns,
  pick,
  type Points,
  pointsOf,
  readTable,
  type RealData,
  type Samples,
  separability,
  type Separability,
  type Shape,
  type Split,
  splitSamples,
  type Table,
  type TableChoice,
  tableData,
  type TableData,
  type TableScaling,
  type UnitMap,
} from "./data/index.ts";

// Exports: A run as a script, a notebook, parameters, code, tables, a worksheet, a quiz or one line.
export { exportFile, type ExportName, exports } from "./export/index.ts";
export { type Trained } from "./export/trained.ts";
export { optimizerCall } from "./export/torchTraining.ts";
export { stages, type WorksheetStage } from "./export/stages.ts";
export { type Typeset } from "./export/definitions.ts";
export {
  type AnyVariant,
  type FormulasChoice,
  type PaperFont,
  paperFonts,
  type PaperName,
  papers,
  paperStyles,
  type Typesetting,
  type WorksheetOptions,
  worksheetKey,
  worksheetSheets,
  worksheetTable,
} from "./export/worksheet/index.ts";
export { differenceOf, readResult, resultLine, type RunResult, workOf } from "./export/result.ts";
export { MAX_NAME } from "./export/line.ts";
export {
  type Answered,
  exerciseLine,
  type ExerciseResult,
  type Finished,
  judgeFinished,
  readFinished,
  type ExerciseScore,
  scoreOf,
} from "./export/exerciseResult.ts";
export { isExercise, readHandIn } from "./export/handIn.ts";
export { quiz, type QuizFormatName, quizFormats } from "./export/quiz/index.ts";

// Links and scenes: A link to a state of the page, or a talk made of several, as text.
export { fitsInLink, type Linked, type LinkedBeside, MAX_LINK, readLink, writeLink } from "./export/link.ts";
export { readExerciseLink, writeExercise, writeExerciseLink } from "./export/exerciseLink.ts";
export {
  type Scene,
  holdsScenes,
  parseScenes,
  readScenesLink,
  writeScenes,
  writeScenesLink,
} from "./export/scenes.ts";

// Numbers: Functions with the same bits in every JavaScript engine, random numbers, and numbers as text.
export * as elementary from "./math/elementary.ts";
export { createRandom, type Random } from "./math/random.ts";
export { format, formatProbability } from "./math/format.ts";
export { fingerprint } from "./math/fingerprint.ts";
export { isCorrect } from "./math/correct.ts";
export { firstLargest, labelAt, namesLabel, oneHot, rowOf, type TargetKind } from "./math/classes.ts";
export { isRounding, isTie } from "./math/rounding.ts";
export { catalog, type Message, type Messages } from "./text/message.ts";
export { ordinal, plural } from "#text/plural";
export { type Items } from "#text/invalid";
