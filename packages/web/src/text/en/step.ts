import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

/** How closely a step is looked at. */
type Zoom = "stage" | "layer" | "scalar";

export const words = {
  // Card
  thisPoint: "this point",
  allPoints: (n: number) => `all ${n} points`,
  notInBatch: "not in this batch: it has no part in this update",
  heldOut: "held out: it has no part in any update",
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
  unitAndStage: (zoom: Zoom, place: number, of: number, stage: string) =>
    `${zoom} ${place} of ${of}, ${stage}`,
  unit: (zoom: Zoom, place: number, of: number) => `${zoom} ${place} of ${of}`,
  pace: "Pace",
  yourTurn: "Your turn",

  // Textbook
  withLabel: (y: number, open: string, probability: ReactNode, close: string) =>
    sentence`with y = ${y}: −ln${open}${probability}${close}`,
  whyFromZ: "Why is it computed from z?",
  becauseItOverflows:
    "When ŷ rounds to 0 or 1 the textbook form takes the logarithm of 0. From z the same price is max(0, z) − z·y + ln(1 + e^−|z|), which never overflows; training uses this one, as PyTorch's BCEWithLogitsLoss does.",

  // Updates
  gradient: "gradient",
  before: "before",
  step: "step",
  after: "after",
  change: (predicted: ReactNode, actual: ReactNode) =>
    sentence`The slopes alone predict a change of the loss of ${predicted}; it changed by ${actual}.`,
  allUpdates: "All updates",
  parameter: "parameter",

  // YourTurn
  notANumber: (text: string) => `“${text}” is not a number; a number such as 0.25 is wanted.`,
  signIsRight: "The sign is right. And the number?",
  exactlyZero: "It is neither: exactly 0.",
  itIsTheOtherSign: "It is the other sign.",
  whatIsIt: "Your turn: what is it?",
  check: "Check",
  positive: "Positive",
  negative: "Negative",
  show: "Show",
};
