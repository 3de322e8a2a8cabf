import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

export const words = {
  // Histogram
  howMany: (label: string) => `${label}: how many lie where`,
  histogram: (label: string, values: number, reach: string, most: string, from: string, to: string) =>
    `${label}: ${values} values within ±${reach}; most of them, ${most}, from ${from} to ${to}`,
  bar: (count: string, from: string, to: string) => `${count} from ${from} to ${to}`,

  // View
  layer: "Layer",
  output: "Output",
  layerOf: (layer: number) => `Layer ${layer}`,
  rowsAndColumns: (code: ReactNode) =>
    sentence`Row j, column k: into neuron j from neuron k, as ${code} of nn.Linear; b is the bias.`,
  lengthOfParametersSymbol: "Length of each layer's parameters, ‖θ‖",
  lengthOfParameters: "Length of each layer's parameters",
  lengthOfGradientSymbol: "Length of each layer's gradient, ‖∂L/∂θ‖",
  lengthOfGradient: "Length of each layer's gradient",
  parameters: "parameters",
  gradients: "gradients",
  remembered: "remembered",
  correctedForTheEmptyStart: "corrected for the empty start",
  stepOf: (t: number) => `step of update ${t}`,
  parametersGradientsAndMemoryOf: "Parameters, gradients and memory of the layer",
  parametersHistogram: "Parameters",
  gradientsHistogram: "Gradients",
  sizes: (n: number, length: ReactNode, gradient: ReactNode, memory: ReactNode) =>
    sentence`${n} parameters; ‖θ‖ = ${length}, ‖∂L/∂θ‖ = ${gradient}.${memory}`,
  memoryAppears: " The optimizer's memory appears with the first update.",
  toNeuron: "to neuron",
};
