import { allTrainingPoints, trainingPoints } from "./counts.ts";

export const messages = {
  // Curve
  curveAt: (z: string, f: string, slope: string) =>
    `f and its slope. For this point z = ${z}, f(z) = ${f}, and f′(z) = ${slope}. Arrow keys read the curve.`,
  eachZ: (classes: number) => {
    if (classes === 0) return "each point’s z";
    if (classes === 2) return "each point’s z: class 1 above, 0 below";
    return `each point’s z: class 0 at the bottom, ${classes - 1} at the top`;
  },

  // View
  output: "Output",
  outputOf: (output: number) => `Output ${output}`,
  neuronOf: (layer: number, neuron: number) => `Layer ${layer}, neuron ${neuron}`,
  neuron: "Neuron",
  atTheOutput:
    "With a sigmoid and cross-entropy, f′ cancels: the output’s error signal is δ = ∂ℓ/∂z = ŷ − y. A confidently misclassified point gets a large δ even where the sigmoid is flat.",
  slopeStays:
    "With squared errors, f′ stays in the output’s error signal δ = ∂ℓ/∂z: it is the slope of the error times f′(z). Where the curve is flat, even a large error gives a small δ.",
  atALinearOutput:
    "The output is z itself, so f′ is 1 everywhere and the output’s error signal δ = ∂ℓ/∂z depends on the error alone.",
  noCurve:
    "Softmax has no curve over one z: each output depends on the z of all outputs at once, and all of them add up to 1. Choose a hidden neuron to see its curve.",
  dead: "Dead",
  saturated: "Saturated",
  active: "Active",
  smallSlopes: (samples: number, count: number, percent: number) =>
    `for ${samples} of ${trainingPoints(count)}, f′ is below ${percent}% of its largest value`,
  deadFor: (count: number) =>
    `this neuron outputs 0 for ${allTrainingPoints(count)}, so every gradient of its weights and bias is exactly 0.`,
  hardlyAny: (where: string, percent: number) =>
    `${where}, so this neuron’s gradients are tiny. A neuron counts as saturated when that’s true of at least ${percent}% of the training points.`,
  passesBack: (where: string, others: number) =>
    `${where}. The neuron can still learn from the other ${others}.`,
};
