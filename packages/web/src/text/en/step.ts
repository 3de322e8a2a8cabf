import type { ReactNode } from "react";
import { allPoints } from "./counts.ts";
import { sentence } from "./sentence.ts";

/** What an update makes smaller along its step, as the panel `Why` found. */
type Reason =
  | { readonly kind: "past"; readonly share: number }
  | { readonly kind: "uphill" | "flattens" | "straight" | "steepens" };

const lowered = (penalized: boolean): string => (penalized ? "objective J" : "loss");
const percent = (share: number): string => `${Math.round(100 * share)}%`;

export const messages = {
  // Card
  thisPoint: "this point",
  allPoints,
  notInBatch: "not in this batch, so it doesn’t affect this update",
  heldOut: "held out, so it doesn’t affect any update",
  batchOf: (n: number) => `the batch of ${n}`,
  point: (sample: number) => `point ${sample}`,

  tooManyToAverage: (points: number) =>
    `Nobody averages the gradients of ${points} points by hand, so nothing is asked here. At Scalar, the largest terms are printed.`,

  // Grids
  numbersOfThisUnit: "Numbers of this unit",

  // Picture
  curveAt: (label: string, z: string) => `${label} at ${z}`,
  slopeAt: (slope: string, z: string) => `slope ${slope} at z = ${z}`,

  // Score
  totalSoFar: "total so far",
  productSoFar: "product so far",
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
  pace: "Pace",
  yourTurn: "Your turn",

  // Textbook
  withLabel: (y: number, open: string, probability: ReactNode, close: string, loss: ReactNode) =>
    sentence`with y = ${y}: −ln${open}${probability}${close} = ${loss}`,
  withClass: (label: number, probability: ReactNode, loss: ReactNode) =>
    sentence`with class ${label} as the label: −ln ${probability} = ${loss}`,
  crossEntropyOfClasses: "ℓ = −Σⱼ yⱼ ln pⱼ",
  fromZ: "Training computes the same loss from z:",
  whyFromZ: "Why from z?",
  becauseItOverflows:
    "When ŷ rounds to 0 or 1, the textbook form can take the logarithm of 0. Computed from the output’s z, the same loss is max(0, z) − z·y + ln(1 + e^−|z|), whose exponential never overflows. Training uses this form, as PyTorch’s BCEWithLogitsLoss does.",

  softmaxOverflows:
    "When p rounds to 0, the textbook form takes the logarithm of 0. Computed from the outputs’ z, the same loss is the largest z, minus the z of the label’s class, plus ln(1 + S). S adds up e^(z − the largest z) of the other outputs, so no exponential overflows. Training uses this form, as PyTorch’s CrossEntropyLoss does.",

  // Updates
  gradient: "gradient",
  before: "before",
  step: "step",
  after: "after",
  allUpdates: "All parameters’ steps",
  parameter: "parameter",

  // Why
  ofTheBatch: (penalized: boolean, change: string) =>
    `The gradient and the step come from this batch alone; its own ${lowered(penalized)} changed by ${change}.`,
  why: (reason: Reason, penalized: boolean): string => {
    const it = lowered(penalized);
    switch (reason.kind) {
      case "uphill":
        return "The step leads uphill: the optimizer’s memory of earlier gradients, or its weight decay, outweighs this gradient.";
      case "past":
        return reason.share === 0
          ? `The slope holds only where the step begins. The ${it} soon rises, so the step was too long.`
          : `The slope holds only where the step begins. The ${it} is lowest after ${percent(reason.share)} of the step and rises from there, so the step was too long.`;
      case "flattens":
        return `The slope holds only where the step begins. It gets flatter along the step, so the ${it} falls by less than predicted.`;
      case "steepens":
        return `The slope holds only where the step begins. It gets steeper along the step, so the ${it} falls by more than predicted.`;
      case "straight":
        return `The two agree because the ${it} is nearly a straight line along such a short step.`;
    }
  },

  // YourTurn
  notANumber: (text: string) => `Enter a number, such as 0.25; you entered “${text}”.`,
  signIsRight: "The sign is correct. What’s the number?",
  exactlyZero: "Not quite. It’s exactly 0, so it has no sign.",
  itIsTheOtherSign: "Not quite. It has the opposite sign.",
  whatIs: (name: string, updated: boolean) =>
    `Your turn: what is ${name}${updated ? " after the update" : ""}?`,
  itIs: (value: string) => `It’s ${value}.`,
  nextNumber: "Next number",
  findName: (name: string) => `Find ${name}`,
  check: "Check",
  positive: "Positive",
  negative: "Negative",
  show: "Show",
};
