import type { ReactNode } from "react";
import { plural } from "@neural-viz/engine";
import { sentence } from "./sentence.ts";

const numbers = (count: number): string => plural(count, { one: "number", other: "numbers" });

export const messages = {
  // Histogram
  howMany: (label: string) => `${label}: how many values lie in each range`,
  histogram: (label: string, values: number, reach: string, most: string, from: string, to: string) =>
    `${label}: ${plural(values, { one: "value", other: "values" })} within ±${reach}. The fullest bar holds ${most}, from ${from} to ${to}`,
  bar: (count: string, from: string, to: string) => `${count} from ${from} to ${to}`,

  // block
  noNumbers: "There are no numbers to paste; a block has numbers in rows.",
  ragged: (row: number, count: number, first: number) =>
    `Row ${row} of the block has ${numbers(count)}, but row 1 has ${first}; all rows must be equally long.`,
  noNumber: (row: number, column: number, found: string) =>
    `Row ${row}, column ${column} of the block is ${found === "" ? "empty" : `“${found}”`}; it must be a number, such as -0.5 or 1e-3.`,
  tooLarge: (height: number, width: number, rows: number, columns: number) =>
    `The block is ${height} × ${width}, but from this cell only ${rows} × ${columns} fit; paste it farther up or left, or copy fewer numbers.`,

  // EditMatrix
  parametersToType: "parameters to edit",
  weightInto: (to: number, from: number) => `Weight into neuron ${to} from ${from}`,
  biasOf: (neuron: number) => `Bias of neuron ${neuron}`,

  // View
  edit: "Edit parameters",
  apply: "Apply",
  cancel: "Cancel",
  howToEdit: (past: boolean) =>
    `Type in the cells, or paste rows of numbers into the first of them: from a spreadsheet, or as NumPy or PyTorch prints them, with decimal points. ${past ? "You’re in the past, so Apply begins a new branch." : "Apply sets all of them at once, and you can undo it."}`,
  mustBeNumber: (parameter: string, typed: string) =>
    `${parameter} must be a number between -1e308 and 1e308; ${typed.trim() === "" ? "the cell is empty" : `you entered ${typed}`}.`,
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
