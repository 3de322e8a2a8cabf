export const messages = {
  title: "How the maps add up",
  ofOutput: (output: number | undefined, hidden: boolean) =>
    `z${output === undefined ? "" : ` of output ${output}`} added up, ${
      hidden ? "neuron by neuron" : "input by input"
    }`,
  ofNeuron: (unit: number, layer: number) => `z of neuron ${unit} in layer ${layer} added up`,
  atPoint: (point: number) => `; below, at point ${point}`,
  allOn: " · with every neuron on",
  showConstant: (count: number) => `Show ${count} nearly constant`,
  largestFirst: "Largest first",
  frame: (terms: readonly string[], value: string) => `After ${terms.join(" and ")}: ${value}`,
  partOf: (symbol: string) => `See how ${symbol} adds up`,
  switchOff: (neuron: number) => `Switch off neuron ${neuron}`,
  switchOn: (neuron: number) => `Switch on neuron ${neuron}`,
  countInner: "Count the inner sides",
  totalIsZero: "total is 0",
  ticks: "a neuron’s line, ticks on its inner side",
};
