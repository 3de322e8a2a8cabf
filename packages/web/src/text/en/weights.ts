import type { ReactNode } from "react";
import { plural } from "@neural-viz/engine";
import { sentence } from "./sentence.ts";

export const messages = {
  // Histogram
  howMany: (label: string) => `${label}: how many values lie in each range`,
  histogram: (label: string, values: number, reach: string, most: string, from: string, to: string) =>
    `${label}: ${plural(values, { one: "value", other: "values" })} within ±${reach}. The fullest bar holds ${most}, from ${from} to ${to}`,
  bar: (count: string, from: string, to: string) => `${count} from ${from} to ${to}`,

  // View
  layer: "Layer",
  output: "Output",
  layerOf: (layer: number) => `Layer ${layer}`,
  rowsAndColumns: (code: ReactNode) =>
    sentence`Row j, column k is the weight into neuron j from neuron (or input) k, as in ${code} of nn.Linear. The last column, b, is the bias.`,
  lengthOfParametersSymbol: "Length of each layer’s parameters, ‖θ‖",
  lengthOfParameters: "Length of each layer’s parameters",
  lengthOfGradientSymbol: (lowered: string) => `Length of each layer’s gradient, ‖∂${lowered}/∂θ‖`,
  lengthOfGradient: "Length of each layer’s gradient",
  parameters: "parameters",
  gradients: "gradients",
  /** The optimizer's state for each parameter: v is the velocity with momentum, and the mean square otherwise. */
  stateOf: (optimizer: string, slot: string) => {
    if (slot.endsWith("hat")) return "bias-corrected";
    if (slot === "m") return "average gradient";
    return optimizer === "momentum" ? "velocity" : "average squared gradient";
  },
  stepOf: (t: number) => `step of update ${t}`,
  parametersGradientsAndStateOf: "Parameters, gradients, and optimizer state of the layer",
  parametersHistogram: "Parameters",
  gradientsHistogram: "Gradients",
  sizes: (n: number, length: ReactNode, lowered: string, gradient: ReactNode, state: ReactNode) =>
    sentence`${plural(n, { one: "parameter", other: "parameters" })}; ‖θ‖ = ${length}, ‖∂${lowered}/∂θ‖ = ${gradient}.${state}`,
  stateAppears: " The optimizer state appears with the first update.",
  toNeuron: "to neuron",
};
