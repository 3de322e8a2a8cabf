import { plural } from "@neural-viz/engine";

export const messages = {
  // View
  caption: "Gradients and neurons by layer",
  layer: "Layer",
  gradient: "Gradient",
  ratio: "÷ output’s",
  verdict: "Verdict",
  neurons: "Neurons",
  output: "Output",
  thresholds: (vanishing: number, exploding: string, saturated: number, flat: number) =>
    `Vanishing: the root mean square of a layer’s gradients isn’t 0, but it’s less than ${vanishing} times the output layer’s. Exploding: more than ${exploding} times. Dead: a ReLU that outputs 0 for every training point. Saturated: f′ is below ${flat}% of its largest value for at least ${saturated}% of the training points.`,
  sizeOfGradientRms: "Size of each layer’s gradient, root mean square",
  sizeOfGradient: "Size of each layer’s gradient",
  zero: "⚠ exactly 0",
  vanishing: "⚠ vanishing",
  exploding: "⚠ exploding",
  even: "✓ even",
  allAlive: (n: number) => (n === 1 ? "1 active" : `all ${n} active`),
  statesOf: (states: string, n: number) => `${states} of ${n}`,
  zeroIn: (layers: string) => `every gradient in ${layers} is exactly 0`,
  vanishIn: (layers: string) => `gradients vanish in ${layers}`,
  explodeIn: (layers: string) => `gradients explode in ${layers}`,
  healthy: "gradients reach every layer, and every neuron can learn.",
  states: { dead: "dead", saturated: "saturated" },
  layers: (layers: readonly number[]) => `${layers.length === 1 ? "layer" : "layers"} ${layers.join(", ")}`,
  stuck: (n: number) => `${plural(n, { one: "neuron", other: "neurons" })} can hardly learn`,
};
