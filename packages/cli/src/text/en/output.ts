/** What the commands print. */
import { plural } from "@neural-viz/engine";

const parameters = { one: "parameter", other: "parameters" };
const points = { one: "point", other: "points" };
const heldOut = { one: "held-out point", other: "held-out points" };
const counted = { one: "number", other: "numbers" };
const updates = { one: "update", other: "updates" };

/** What a recording is judged by. */
const stageNames = {
  parameters: "the parameter",
  loss: "the loss",
  gradient: "the gradient",
  update: "the parameter",
};

/** What a stage needs and a recording doesn't have. */
const missing = {
  loss: "the parameters before it aren’t known",
  gradient: "the parameters before it aren’t known",
  update: "the parameters, the gradient, the optimizer, or its state before it isn’t known",
};

/** A column of a table, and how it was scaled. */
interface Column {
  readonly name: string;
  readonly map: { readonly offset: number; readonly scale: number } | undefined;
}

/** “age” scaled to (x - 20) / 50 and “height”. */
function columnNames(columns: readonly Column[]): string {
  const names = columns.map(({ name, map }) =>
    map === undefined || (map.offset === 0 && map.scale === 1)
      ? `“${name}”`
      : `“${name}” scaled to (x - ${map.offset}) / ${map.scale}`,
  );
  return names.length < 3 ? names.join(" and ") : `${names.slice(0, -1).join(", ")}, and ${names.at(-1)}`;
}

export const output = {
  // train
  run: (the: {
    dataset: string;
    points: number;
    shape: string;
    parameters: number;
    optimizer: string;
    rate: number;
  }) =>
    `${the.dataset}, ${plural(the.points, points)}; ${the.shape} network, ${plural(the.parameters, parameters)}; ${the.optimizer}, learning rate ${the.rate}`,
  loss: (the: { first: string; last: string; t: number; perEpoch: number }) =>
    `loss ${the.first} → ${the.last} in ${the.perEpoch === 1 ? plural(the.t, { one: "epoch", other: "epochs" }) : `${plural(the.t, updates)}, ${the.perEpoch} per epoch`}`,
  objective: (the: { first: string; last: string }) => `loss plus penalty ${the.first} → ${the.last}`,
  correct: (the: { correct: number; count: number; test: string; least: string | undefined }) =>
    `${the.correct} of ${plural(the.count, points)} correct${the.test}${the.least === undefined ? "" : `; every ${the.test === "" ? "" : "training "}point’s correct class has a probability of at least ${the.least}`}`,
  test: (the: { correct: number; count: number; loss: string }) =>
    `, ${the.correct} of ${plural(the.count, heldOut)} correct (test loss ${the.loss})`,
  fit: (the: { rmse: string; r2: string | undefined; own: readonly string[] | undefined; test: string }) =>
    `RMSE ${the.rmse}${the.own === undefined ? "" : ` (${the.own.join(", ")} in the data’s own units)`}, ${the.r2 === undefined ? "no R² because the targets are constant" : `R² ${the.r2}`}${the.test}`,
  testFit: (the: { rmse: string; count: number; loss: string }) =>
    `; RMSE ${the.rmse} on ${plural(the.count, heldOut)} (test loss ${the.loss})`,
  stopped: ({ why }: { why: string }) => `stopped: ${why}`,
  reasons: {
    "converged-loss": "the loss is below 0.001",
    "converged-values": "the loss is below 0.1% of the loss of always predicting the mean",
    "converged-confidence": "every point’s correct class has had a probability above 0.975 for 50 epochs",
    epochs: "the epoch limit was reached",
    updates: "the limit of 5,000,000 updates was reached",
    diverged: "a number is not finite",
  },
  progress: (the: { t: number; most: number; loss: string }) =>
    `update ${the.t} of at most ${the.most}, loss ${the.loss}`,

  // regions
  imported: (of: { shape: readonly number[]; numbers: number; file: string; single: boolean }) =>
    `Read a ${of.shape.join("-")} network with ${plural(of.numbers, counted)} from ${of.file}${of.single ? ", float32, kept exactly" : ""}.`,
  regions: (the: { count: number; t: number; most: number | undefined }) =>
    `${plural(the.count, { one: "linear region", other: "linear regions" })} after ${plural(the.t, updates)}${
      the.most === undefined ? "" : `; one layer of this width has at most ${the.most}`
    }`,
  region: (the: { size: string; active: string; maps: readonly string[] }) =>
    `  ${the.size}  ${the.active === "" ? "" : `${the.active}  `}${the.maps.join("; ")}`,
  smallerRegions: ({ count }: { count: number }) => `  and ${count} smaller`,

  // check
  checked: (the: { count: number; t: number; epsilon: number }) =>
    `${plural(the.count, parameters)} after ${plural(the.t, updates)}, epsilon ${the.epsilon}`,
  overflow: ({ count }: { count: number }) =>
    `nothing to compare: the loss or the gradient of ${plural(count, parameters)} is not finite`,
  largestError: (the: { error: string; kinks: number; saturated: number }) =>
    `largest relative error ${the.error} (left out: ${the.kinks} at a kink, ${the.saturated} saturated)`,
  nothingToCompare: (the: { kinks: number; saturated: number }) =>
    `nothing to compare: ${the.kinks} at a kink, ${the.saturated} saturated`,
  compared: (the: {
    id: string;
    backprop: string;
    difference: string;
    error: string;
    kink: boolean;
    saturated: boolean;
  }) =>
    `  ${the.id.padEnd(10)} backprop ${the.backprop}, finite difference ${the.difference}, relative error ${the.error}${the.kink ? ", kink" : ""}${the.saturated ? ", saturated" : ""}`,
  smallerErrors: ({ count }: { count: number }) => `  and ${count} more with smaller errors`,

  // compare
  readSoFar: ({ megabytes }: { megabytes: string }) => `${megabytes} MB read`,
  seenFrom: ({ tolerance }: { tolerance: string }) =>
    `An error larger than ${tolerance} in any of them would have been found.`,
  vague: ({ count }: { count: number }) =>
    `${plural(count, { one: "number", other: "numbers" })} couldn’t be judged: rounding or overflow can be as large as ${count === 1 ? "it is" : "they are"}.`,
  allAgree: (the: { numbers: number; updates: number }) =>
    `All ${plural(the.numbers, counted)} of ${plural(the.updates, updates)} agree.`,
  nothingCompared: ({ updates: count, recorded }: { updates: number; recorded: boolean }) =>
    recorded
      ? `Nothing could be compared in ${plural(count, updates)}.`
      : "Nothing could be compared: the recording holds no loss, no gradients and no parameters after an update.",
  someDiffer: (the: { differ: number; numbers: number; updates: number }) =>
    `${plural(the.numbers, counted)} of ${plural(the.updates, updates)} compared; ${the.differ} ${the.differ === 1 ? "differs" : "differ"}.`,
  firstDifference: (the: {
    id: string;
    stage: "parameters" | "loss" | "gradient" | "update";
    t: number;
    yours: number;
    ours: number;
    /** Undefined where it isn't finite. */
    difference: string | undefined;
    tolerance: string;
  }) =>
    [
      `The first is ${stageNames[the.stage]} ${the.id}, in update ${the.t + 1}:`,
      `  yours ${the.yours}`,
      `  ours  ${the.ours}`,
      the.difference === undefined
        ? "  One of them isn’t a finite number."
        : `  They differ by ${the.difference}. The smallest error that would have been seen here is ${the.tolerance}.`,
    ].join("\n"),
  likelyMistakes: (the: { mistakes: readonly { name: string; layer?: number; label: string }[] }) =>
    [
      the.mistakes.length === 1
        ? "This mistake reproduces every number of its stage:"
        : "Each of these mistakes reproduces every number of its stage:",
      ...the.mistakes.map(
        ({ name, layer, label }) => `  ${label}${layer === undefined ? "" : ` in layer ${layer}`} (${name})`,
      ),
    ].join("\n"),
  noKnownMistake: "No known mistake reproduces these numbers.",
  differingLayers: (the: { layers: readonly number[]; t: number }) =>
    `In update ${the.t + 1} the gradients of ${the.layers.length === 1 ? "layer" : "layers"} ${the.layers.join(", ")} differ.`,
  ratio: (the: {
    text: readonly [low: string, high?: string];
    count: number;
    clipped: boolean;
    stage: "parameters" | "loss" | "gradient" | "update";
    t: number;
  }) =>
    `In update ${the.t + 1}, ${the.stage === "update" ? "your step divided by ours" : "yours divided by ours"} is ${
      the.text.length === 1 ? the.text[0] : `between ${the.text[0]} and ${the.text[1]}`
    } for all ${the.count} ${the.stage === "gradient" ? "gradients" : "parameters"} that differ${
      the.clipped ? ", as when gradients are clipped, which can’t be judged" : ""
    }.`,
  largestDifferences: "The largest differences:",
  difference: (the: { id: string; yours: string; ours: string }) =>
    `  ${the.id.padEnd(14)} yours ${the.yours}, ours ${the.ours}`,
  notJudged: (the: { what: "loss" | "gradient" | "update"; count: number }) =>
    `The ${the.what} of ${plural(the.count, updates)} couldn’t be judged, because ${missing[the.what]}.`,
  changedBetween:
    "Something changed the parameters between the two updates. Every update is judged from the parameters it began with.",

  // check --gradient
  layerAgrees: (the: { layer: number; of: number }) =>
    `Layer ${the.layer}: ${the.of === 1 ? "its only gradient agrees" : `all ${the.of} gradients agree`}.`,
  layerDiffers: (the: { layer: number; differ: number; of: number }) =>
    `Layer ${the.layer}: ${the.differ} of ${plural(the.of, { one: "gradient", other: "gradients" })} ${the.differ === 1 ? "differs" : "differ"}.`,
  wrongGradient: (the: { id: string; yours: number; ours: number; tolerance: string }) =>
    `  ${the.id.padEnd(14)} yours ${the.yours}, ours ${the.ours}, tolerance ${the.tolerance}`,

  // explain
  more: ({ count }: { count: number }) => `  and ${count} more`,
  origin: ({ origin }: { origin: string }) => `origin: ${origin}`,
  inputs: "inputs:",
  usedBy: ({ ids }: { ids: readonly string[] }) => `used by: ${ids.join(" ")}`,
  largestTerms: ({ numbers, terms }: { numbers: number; terms: number }) =>
    `Only the largest terms are printed. ${
      numbers === 1 ? "The last number in the sum is" : "The last two numbers in the sum are"
    } the total of the other ${plural(terms, { one: "term", other: "terms" })}.`,

  // dataset
  columns: (the: { x1: string; x2: string; label: string; classes: readonly string[]; scaling: string }) =>
    `x1 is “${the.x1}”, x2 is “${the.x2}”, and the label is “${the.label}”, where ${the.classes.map((name, y) => `“${name}” is ${y}`).join(" and ")}; ${the.scaling}. Choose others with --x1, --x2, --label, and --class1.`,
  tableColumns: (the: {
    inputs: readonly Column[];
    targets: "binary" | "classes" | "values";
    target: readonly Column[];
    labels: readonly string[];
  }) => {
    const [input, target] = [the.inputs, the.target].map(columnNames) as [string, string];
    const several = the.inputs.length > 1;
    const targets =
      the.targets === "values"
        ? `the ${the.target.length > 1 ? "targets are" : "target is"} ${target}`
        : `the label is ${target}, where ${the.labels.map((name, y) => `“${name}” is ${y}`).join(", ")}`;
    return `The ${several ? "inputs are" : "input is"} ${input}, and ${targets}. Choose others with --inputs, --target, and --targets.`;
  },
  notScaled: "the inputs are not scaled",
  scaled: (the: { x1: number; x2: number; scale: number }) =>
    `the inputs are scaled to (x1 - ${the.x1}) / ${the.scale} and (x2 - ${the.x2}) / ${the.scale}`,

  // quiz, worksheet
  weakQuestion: ({ why }: { why: string }) => `This makes a weak question: ${why.replace(/\.$/, "")}.`,
  rejectedSeed: ({ seed, why }: { seed: number; why: string }) =>
    `Seed ${seed} was left out: ${why.replace(/\.$/, "")}.`,
  keptSeeds: ({ good, all }: { good: number; all: number }) => `${good} of ${all} seeds are in.`,

  // link
  linkColumns: ["seed", "link"],

  // open
  shownAfter: ({ t }: { t: number }) => `The link shows the run after ${plural(t, updates)}.`,
  otherFingerprint: ({ t }: { t: number }) =>
    `The link’s fingerprint doesn’t belong to its experiment: after ${plural(t, updates)} the parameters differ from the sender’s.`,

  // verify
  lossAfter: (the: { loss: string; t: number }) => `loss ${the.loss} after ${plural(the.t, updates)}`,
  sameAs: ({ of }: { of: number }) => `the same run as row ${of}`,
  score: ({ correct, asked, seed }: { correct: number; asked: number; seed: number | undefined }) =>
    `${correct} of ${asked} correct${seed === undefined ? "" : `, seed ${seed}`}`,
  tooLong: (the: { t: number; most: number }) =>
    `The line says ${plural(the.t, updates)}, and for a network and data of this size at most ${plural(the.most, updates)} are recomputed; --max-updates allows more.`,
  longRow: ({ most }: { most: number }) =>
    `The row has more than ${plural(most, { one: "character", other: "characters" })}.`,
  verified: (the: { row: number; status: string; told: readonly string[] }) =>
    `${String(the.row).padStart(5)}  ${the.status.padEnd(10)}  ${the.told.join("  ")}`,
  verifiedAll: (
    count: Readonly<Record<"ok" | "differs" | "unreadable" | "duplicate" | "tooLong", number>>,
  ) => {
    const all = Object.values(count).reduce((total, one) => total + one, 0);
    const parts = Object.entries(count).filter(([, one]) => one > 0);
    if (all === 0) return plural(all, { one: "line", other: "lines" });
    return `${plural(all, { one: "line", other: "lines" })}: ${parts.map(([status, one]) => `${one} ${status}`).join(", ")}`;
  },
};
