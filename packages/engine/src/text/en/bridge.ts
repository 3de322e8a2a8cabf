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
  tooLong: () => "A recording may have at most 64 MB; this one is longer.",
});
