/**
 * The shape of a multilayer perceptron, and the index of each parameter.
 *
 * All parameters are in one vector in PyTorch's order: layer by layer, the weight matrix row by row (`[out][in]`), then
 * the bias. A single buffer is easy to update, post, save, and perturb.
 */
import { invalid, numbers } from "#text/invalid";
import { network as text } from "#text/network";
import { entryOf } from "../math/registry.ts";
import { ExperimentError, InputError, quote } from "../math/errors.ts";
import { type Activation, activations, type ActivationName } from "./activations.ts";
import type { FeatureName } from "./features/index.ts";
import type { Head, OutputActivation } from "./head.ts";

/** A hidden layer of an experiment. */
export interface HiddenLayer {
  readonly units: number;
  readonly activation: ActivationName;
}

/** The shape of a network, and what it is trained for. */
export interface NetworkShape {
  /** The network's inputs, 1 to 8. */
  readonly features: readonly FeatureName[];
  readonly hidden: readonly HiddenLayer[];
  readonly outputs: number;
  readonly head: Head;
}

/** Where one layer sits in the parameter vector. */
export interface Layer {
  readonly fanIn: number;
  readonly fanOut: number;
  /** W[j][k] is params[weight + j * fanIn + k]. */
  readonly weight: number;
  /** b[j] is params[bias + j]. */
  readonly bias: number;
  readonly activation: ActivationName | OutputActivation;
}

/** A network: its inputs, its layers from the first hidden one to the output, its head, and its number of parameters. */
export interface Network {
  readonly features: readonly FeatureName[];
  readonly layers: readonly Layer[];
  readonly head: Head;
  readonly size: number;
}

/** A hidden unit by the numbers of its layer and of itself. */
export interface Unit {
  /** From 1, the first hidden layer. */
  readonly layer: number;
  /** From 1. */
  readonly unit: number;
}

/** Lays out a network. @throws ExperimentError */
export function createNetwork({ features, hidden, outputs, head }: NetworkShape): Network {
  const layers: Layer[] = [];
  let fanIn = features.length;
  let size = 0;
  const add = (units: number, activation: Layer["activation"]): void => {
    layers.push({ fanIn, fanOut: units, weight: size, bias: size + fanIn * units, activation });
    size += (fanIn + 1) * units;
    fanIn = units;
  };
  for (const { units, activation } of hidden) {
    entryOf<Activation>(activations, activation, "activation");
    if (!Number.isSafeInteger(units) || units < 1) {
      throw new ExperimentError(
        invalid.wrong({ where: "units", allowed: numbers.wholeFrom({ from: 1 }), found: quote(units) }),
      );
    }
    add(units, activation);
  }
  add(outputs, head.activation);
  return { features, layers, head, size };
}

/** The first l layers by themselves: z of layer l is the last that they compute. They read the same parameters. */
export function firstLayers(network: Network, l: number): Network {
  return { ...network, layers: network.layers.slice(0, l) };
}

/** The layers after layer l by themselves: their inputs are a⁽ˡ⁾. They read the same parameters. */
export function layersAfter(network: Network, l: number): Network {
  return { ...network, layers: network.layers.slice(l) };
}

/** The widths of all layers from the inputs to the outputs: 2-4-1. */
export function shapeText({ layers }: Pick<Network, "layers">): string {
  return [layers[0]!.fanIn, ...layers.map(({ fanOut }) => fanOut)].join("-");
}

/** Whether z of the outputs is a linear function of the network's inputs: no hidden layer has an activation but the identity. */
export function isLinear({ layers }: Network): boolean {
  return layers.slice(0, -1).every(({ activation }) => activation === "identity");
}

/** One layer's parameters as nn.Linear holds them: weight[out][in], bias[out]. */
export interface LinearParameters {
  readonly weight: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

/** A vector of parameters, gradients, or optimizer state as one weight matrix and one bias vector per layer. */
export function unpack(network: Network, flat: Float64Array): LinearParameters[] {
  return network.layers.map(({ fanIn, fanOut, weight, bias }) => ({
    weight: Array.from({ length: fanOut }, (_, j) => [
      ...flat.subarray(weight + j * fanIn, weight + (j + 1) * fanIn),
    ]),
    bias: [...flat.subarray(bias, bias + fanOut)],
  }));
}

/** The vector of weight matrices and biases; the inverse of `unpack`. @throws ExperimentError */
export function pack(parameters: readonly LinearParameters[]): Float64Array {
  for (const [l, { weight, bias }] of parameters.entries()) {
    const fanIn = weight[0]?.length;
    const fits = weight.length === bias.length && weight.every((row) => row.length === fanIn);
    if (!fits) {
      throw new ExperimentError(text.notAMatrix({ layer: l + 1 }));
    }
    const wrong = [...weight.flat(), ...bias].find((value) => typeof value !== "number");
    if (wrong !== undefined) {
      throw new ExperimentError(text.notNumbers({ layer: l + 1, found: quote(wrong) }));
    }
  }
  return Float64Array.from(parameters.flatMap(({ weight, bias }) => [...weight.flat(), ...bias]));
}

/** The name of a parameter: W.l.j.k or b.l.j. */
export type ParameterName = string;

/** The name of the weight from unit k of layer l − 1 to unit j of layer l, all counted from 1. */
export const weightName = (l: number, j: number, k: number): ParameterName => `W.${l}.${j}.${k}`;

/** The name of the bias of unit j of layer l, both counted from 1. */
export const biasName = (l: number, j: number): ParameterName => `b.${l}.${j}`;

/** The numbers in a parameter's name, from 1: l, j, and for a weight k. */
export function indicesOf(name: ParameterName): readonly [l: number, j: number, k: number | undefined] {
  const [, l, j, k] = name.split(".");
  return [Number(l), Number(j), k === undefined ? undefined : Number(k)];
}

/**
 * The name of the parameter at an index: `W.l.j.k` or `b.l.j`, all counted from 1, l = 1 for the first layer.
 * W.l.j.k leads from unit k of layer l − 1 to unit j of layer l. @throws RangeError if there is no such index
 */
export function parameterId(network: Network, index: number): ParameterName {
  const l = network.layers.findIndex(({ bias, fanOut }) => index < bias + fanOut);
  const layer = network.layers[l];
  if (layer === undefined) throw new RangeError(`${index} is no parameter; the network has ${network.size}.`);
  if (index >= layer.bias) return biasName(l + 1, index - layer.bias + 1);
  const offset = index - layer.weight;
  return weightName(l + 1, Math.floor(offset / layer.fanIn) + 1, (offset % layer.fanIn) + 1);
}

/** The index of the parameter with this name. @throws InputError if the network has none */
export function parameterAt(network: Network, name: string): number {
  const index = parameterIndex(network, name);
  if (index === undefined) throw new InputError(text.noParameter({ name, shape: shapeText(network) }));
  return index;
}

/** The index of the parameter with this name, or undefined if the network has none. */
export function parameterIndex(network: Network, id: string): number | undefined {
  const match = /^(?:W\.([1-9]\d*)\.([1-9]\d*)\.([1-9]\d*)|b\.([1-9]\d*)\.([1-9]\d*))$/.exec(id);
  if (match === null) return undefined;
  const [l, j, k] =
    match[1] === undefined ? [Number(match[4]), Number(match[5])] : [1, 2, 3].map((i) => Number(match[i]));
  const layer = network.layers[l! - 1];
  if (layer === undefined || j! < 1 || j! > layer.fanOut) return undefined;
  if (k === undefined) return layer.bias + j! - 1;
  return k < 1 || k > layer.fanIn ? undefined : layer.weight + (j! - 1) * layer.fanIn + k - 1;
}
