import type { ReactNode } from "react";
import { allPoints } from "./counts.ts";
import { sentence } from "./sentence.ts";

/** How closely a step is explained. */
type Zoom = "stage" | "layer" | "scalar";

export const messages = {
  // Card
  thisPoint: "this point",
  allPoints,
  notInBatch: "not in this batch, so it doesn’t affect this update",
  heldOut: "held out, so it doesn’t affect any update",
  batchOf: (n: number) => `the batch of ${n}`,
  point: (sample: number) => `point ${sample}`,

  // Grids
  numbersOfThisUnit: "Numbers of this unit",

  // Picture
  curveAt: (label: string, z: string) => `${label} at ${z}`,
  slopeAt: (slope: string, z: string) => `slope ${slope} at z = ${z}`,

  // Score
  stepByStep: (name: string) => `${name} step by step`,

  // StepPanel
  stage: "Stage",
  layer: "Layer",
  scalar: "Scalar",
  thisStep: "This step",
  zoom: "Zoom",
  leaveTheExplainedStep: "Leave the explained step",
  previousUnit: "Previous unit",
  pauseTheExplanation: "Pause the explanation",
  playTheExplanation: "Play the explanation",
  nextUnit: "Next unit",
  unitOfTheStep: "Unit of the step",
  unitAndStage: (zoom: Zoom, index: number, of: number, stage: string) =>
    `${zoom} ${index} of ${of}, ${stage}`,
  unit: (zoom: Zoom, index: number, of: number) => `${zoom} ${index} of ${of}`,
  pace: "Pace",
  yourTurn: "Your turn",

  // Textbook
  withLabel: (y: number, open: string, probability: ReactNode, close: string) =>
    sentence`with y = ${y}: −ln${open}${probability}${close}`,
  withClass: (label: number, probability: ReactNode) =>
    sentence`with class ${label} as the label: −ln ${probability}`,
  crossEntropyOfClasses: "ℓ = −Σⱼ yⱼ ln pⱼ",
  whyFromZ: "Why is it computed from z?",
  becauseItOverflows:
    "When ŷ rounds to 0 or 1, the textbook form can take the logarithm of 0. Computed from the output’s z, the same loss is max(0, z) − z·y + ln(1 + e^−|z|), whose exponential never overflows. Training uses this form, as PyTorch’s BCEWithLogitsLoss does.",

  softmaxOverflows:
    "When p rounds to 0, the textbook form takes the logarithm of 0. Computed from the outputs’ z, the same loss is the largest z, minus the z of the label’s class, plus ln(1 + S). S adds up e^(z − the largest z) of the other outputs, so no exponential overflows. Training uses this form, as PyTorch’s CrossEntropyLoss does.",

  // Updates
  gradient: "gradient",
  before: "before",
  step: "step",
  after: "after",
  change: (penalized: boolean, predicted: ReactNode, actual: ReactNode) =>
    sentence`The gradients alone predict that the ${penalized ? "objective J" : "loss"} changes by ${predicted}. It changed by ${actual}.`,
  allUpdates: "All parameters’ steps",
  parameter: "parameter",

  // YourTurn
  notANumber: (text: string) => `Enter a number, such as 0.25; you entered “${text}”.`,
  signIsRight: "The sign is correct. What’s the number?",
  exactlyZero: "Not quite. It’s exactly 0, so it has no sign.",
  itIsTheOtherSign: "Not quite. It has the opposite sign.",
  whatIsIt: "Your turn: what is it?",
  check: "Check",
  positive: "Positive",
  negative: "Negative",
  show: "Show",
};
