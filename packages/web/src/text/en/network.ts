import type { ReactNode } from "react";
import { sentence } from "./sentence.ts";

export const messages = {
  // Graph
  network: (shape: string) =>
    `Network: ${shape}. Arrow keys move through it, Enter explains a neuron, E opens its weights.`,
  bias: "Bias",
  weightBetween: (from: string, to: string) => `Weight from ${from} to ${to}`,

  // Legend
  thickness: (line: ReactNode, widest: number) => sentence`thick: large weight, 0 ${line} ${widest}+`,
  dashes: (line: ReactNode) => sentence`dashed: negative weight ${line}`,
  bluePositiveOrangeNegative: "blue: positive, orange: negative",
  numbersAreWeights: "numbers: weights",
  numbersAreGradients: "numbers: largest gradients",
  ramp: (lowest: ReactNode, ramp: ReactNode) => sentence`magenta: large gradient, ${lowest} ${ramp} 1`,

  // NetworkPanel
  map: "Map",
  value: "Value",
  colorGradient: "Color: gradient",
  colorWeight: "Color: weight",
  faces: "Neurons show",
  color: "Color",
  howNetworkIsDrawn: "How the network is drawn",
  sample: "Point",

  // Verdicts
  agrees: "agrees",
  flat: "flat",
  notFinite: "not finite",
  kink: "kink",
  differs: "differs",
  gradientCheck: (signs: ReactNode) => sentence`Gradient check: ${signs}`,

  // names
  input: (unit: number, of: number) => `Input ${unit} of ${of}`,
  output: "Output",
  outputOf: (unit: number, of: number) => `Output ${unit} of ${of}`,
  neuron: (layer: number, unit: number, of: number) => `Hidden layer ${layer}, neuron ${unit} of ${of}`,

  // paint
  inputNode: (name: string, value: string) => `${name}. Value ${value}.`,
  probability: "Probability",
  prediction: "Prediction",
  activation: "Activation",
  node: (name: string, kind: string, value: string, bias: string, gradient: string, dead: string) =>
    `${name}. ${kind} ${value}. Bias ${bias}. Gradient ${gradient}.${dead}`,
  deadForAll: " Dead: outputs 0 for every training point.",
  switchOff: (unit: number, layer: number) => `Switch off neuron ${unit} in layer ${layer}`,
  switchOn: (unit: number) => `Switch on neuron ${unit}`,
  noLabel: "no target",
  subtractsTheLargest: "m is the largest z; subtracting it changes no p",
};
