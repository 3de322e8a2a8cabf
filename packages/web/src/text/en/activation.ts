export const words = {
  // Curve
  curveAt: (z: string, f: string, slope: string) =>
    `f and its slope; this point stands at z = ${z}, where f is ${f} and f′ is ${slope}. Arrow keys read the curve.`,
  classesOfZ: "z: class 1 above, class 0 below",

  // View
  output: "Output",
  neuronOf: (layer: number, neuron: number) => `Layer ${layer}, neuron ${neuron}`,
  neuron: "Neuron",
  atTheOutput:
    "At the output f′ cancels against the slope of the loss: the blame there is ŷ − y, so a wrong answer is corrected however flat the curve.",
  dead: "Dead",
  saturated: "Saturated",
  alive: "Alive",
  onFlatGround: (flat: number, count: number, percent: number) =>
    `${flat} of ${count} points are on flat ground, where f′ is below ${percent} % of its largest value`,
  deadFor: (count: number) =>
    `it puts out 0 for all ${count} points, so no blame passes back through it and its gradients are exactly 0.`,
  hardlyAny: (where: string, percent: number) =>
    `${where}: hardly any blame passes back (from ${percent} % of the points on it counts as saturated).`,
  passesBack: (where: string, others: number) => `${where}; through the other ${others} blame passes back.`,
};
