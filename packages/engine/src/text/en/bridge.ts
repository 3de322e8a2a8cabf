/** Recordings of somebody's own training: errors in the file, and the names of known mistakes of an optimizer step. */
import { catalog } from "../message.ts";
import { plural } from "./plural.ts";

export const mistakeNames = {
  learningRateScaled: "Learning rate times or divided by the batch size",
  stepSignFlipped: "Step uphill",
  momentumDampened: "Gradient times 1 − μ in the velocity",
  nesterovMixed: "Plain and Nesterov momentum mixed up",
  biasCorrectionMissing: "No bias correction",
  biasCorrectionOffByOne: "Bias correction with t + 1",
  epsilonInsideRoot: "ε inside the root",
  betasSwapped: "β₁ and β₂ swapped",
  weightDecayCoupled: "Weight decay in the gradient",
  weightDecayDecoupled: "Weight decay outside the gradient",
  optimizerReset: "New optimizer at every epoch",
  staleGradient: "Gradient of the update before",
};

export const mistakeDescriptions = catalog("mistakes", {
  learningRateScaled: () => "Each step is as many times too large, or too small, as the batch has points.",
  stepSignFlipped: () => "Each update adds the step instead of subtracting it, so it goes uphill.",
  momentumDampened: () =>
    "The velocity is μv + (1 − μ)g instead of μv + g, so each step is smaller by the factor 1 − μ.",
  nesterovMixed: () =>
    "Plain momentum takes the step of Nesterov’s, or the other way around: one steps along the new velocity, the other looks ahead.",
  biasCorrectionMissing: () =>
    "The step uses m and v themselves. They begin at 0 and are too small at first, √v more than m, so the first steps are too large.",
  biasCorrectionOffByOne: () => "The bias correction counts one update too many: t + 1 instead of t.",
  epsilonInsideRoot: () => "The step divides by √(v + ε) instead of √v + ε.",
  betasSwapped: () =>
    "β₁ and β₂ are exchanged. The first update is the same, because the bias correction cancels both.",
  weightDecayCoupled: () =>
    "The decay is added to the gradient, as an L2 penalty is, instead of shrinking the weights beside the step.",
  weightDecayDecoupled: () =>
    "The decay shrinks the weights beside the step, instead of being added to the gradient.",
  optimizerReset: () =>
    "Every epoch begins with a new optimizer, which has forgotten its state and its count.",
  staleGradient: () => "Each update uses the gradient of the update before.",
});

export const bridge = catalog("bridge", {
  anyNumber: () => 'a number, "NaN", "Infinity", or "-Infinity"',
  severalOutputs: () => "a whole number from 2 to 256",
  theHead: () => "The head of the recording",
  line: ({ line }: { line: number }) => `Line ${line}`,
  inLine: ({ line, reason }: { line: number; reason: string }) => `Line ${line}: ${reason}`,
  notLater: ({ t, before }: { t: number; before: number }) =>
    `t must be greater than in the update before, ${before}; it is ${t}.`,
  noParameters: () => "parameters must be given at the first update; they are missing.",
  empty: () => "The recording must begin with a line that describes the network and the data; it is empty.",
  noUpdates: () => "The recording must have at least one update after its first line; it has none.",
  notNpz: () => "The file must be an .npz as np.savez writes it; it is damaged or something else.",
  notFloats: ({ name }: { name: string }) =>
    `${name} must be an array of float64 or float32; it holds something else.`,
  arrayCount: (the: { dimensions: 1 | 2; count: number; found: number }) =>
    `The gradient must have ${plural(the.count, { one: "array", other: "arrays" })} with ${plural(the.dimensions, { one: "dimension", other: "dimensions" })}, one for the ${the.dimensions === 2 ? "weights" : "biases"} of each layer; it has ${the.found}.`,
  arrayShape: (the: { name: string; wanted: readonly number[]; found: readonly number[] }) =>
    `${the.name} must have the shape ${the.wanted.join(" × ")}; it has ${the.found.join(" × ")}.`,
  tooLargeForThePage: (most: {
    inputs: number;
    layers: number;
    units: number;
    outputs: number;
    points: number;
  }) =>
    `The playground holds networks with up to ${most.inputs} inputs, ${most.layers} hidden layers of ${most.units} neurons, ${most.outputs} outputs, and ${most.points} points; this one is larger.`,
  noCoupledDecay: () =>
    "The playground’s optimizers have no weight decay except AdamW; this recording’s optimizer has.",
  notThere: () => "This update’s parameters aren’t in the recording.",
  notFinite: () => "The playground can’t start from parameters that aren’t finite.",
  tooManyToSet: ({ most }: { most: number }) =>
    `The playground sets up to ${most} recorded numbers; this recording has more.`,
  notEveryUpdate: () =>
    "The playground shows a recording as it is if every update from the first is there, with the parameters after it; here some are missing.",
  tooLong: () => "A recording may have at most 64 MB; this one is longer.",
});
