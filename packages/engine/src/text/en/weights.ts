/** Files of weights: what is wrong with one, and what it doesn't say. */
import { catalog } from "../message.ts";
import { plural } from "./plural.ts";

const shapeText = (shape: readonly number[]): string => shape.join("-");

export const weights = catalog("weights", {
  notSafetensors: () => "The file must be in the safetensors format; it is damaged or something else.",
  type: ({ name, found }: { name: string; found: string }) =>
    `${name} must hold numbers of type F64 or F32; it holds ${found}.`,
  empty: () => "The file must hold the weights and biases of at least one layer; it holds none.",
  name: ({ name }: { name: string }) =>
    `Each array must be called weight or bias, with the name of its layer in front, like fc1.weight; one is called ${name}.`,
  half: ({ layer, missing }: { layer: string; missing: "weight" | "bias" }) =>
    `Each layer must have a weight and a bias; ${layer === "" ? "the layer" : layer} has no ${missing}.`,
  dimensions: ({ name, found, wanted }: { name: string; found: readonly number[]; wanted: number }) =>
    `${name} must have ${wanted} dimensions, outputs × inputs, as a linear layer’s weights have; it has ${found.length}.`,
  bias: (the: { name: string; found: readonly number[]; rows: number; columns: number }) =>
    `${the.name} must have ${plural(the.rows, { one: "number", other: "numbers" })}, one for each row of its weights; its shape is ${the.found.join(" × ")}.${the.found.length === 1 && the.found[0] === the.columns ? " That’s one for each column: transpose the weights." : ""}`,
  finite: ({ name, found }: { name: string; found: number }) =>
    `Every weight and bias must be a finite number; ${name} holds ${found === Infinity ? "∞" : found === -Infinity ? "−∞" : "NaN"}.`,
  order: ({ found }: { found: readonly string[] }) =>
    `Each layer must take as many numbers as the one before it gives; these don’t join: ${found.join(", ")}.`,
  json: () =>
    "The JSON must be a list of layers with weight and bias, an object of arrays, or an exported run; it is something else.",
  ends: (the: { shape: readonly number[]; part: "inputs" | "outputs"; found: number; wanted: number }) =>
    `The file holds a ${shapeText(the.shape)} network. Its ${the.part} must be as many as those of the experiment, ${the.wanted}; they are ${the.found}.`,
  activations: (the: { shape: readonly number[]; hidden: number; given: number | undefined }) =>
    `The file holds a ${shapeText(the.shape)} network and doesn’t say its activations. Name one for each of its ${plural(the.hidden, { one: "hidden layer", other: "hidden layers" })}, or one for all${the.given === undefined ? "" : `; ${the.given} are named`}.`,
});
