/**
 * The hinges of layer 1 in a section of the inputs: straight lines weight · place + offset = 0, or one place if the
 * section is a line. They can be moved and turned.
 */
import { biasName, features, type Network, type Section, weightName } from "@neural-viz/engine";
import type { ParameterValue } from "../../worker/protocol.ts";
import { placeAt, sharesOf } from "./place.ts";
import { halvesOf, type Place, type Segment } from "./polygon.ts";

export interface Line {
  /** The neuron, from 1. */
  readonly unit: number;
  /** One weight per axis of the section; 0 if the network doesn't have that input. */
  readonly weight: readonly number[];
  /** The bias, and what the inputs that the section holds fixed add to it. */
  readonly bias: number;
  readonly fixed: number;
}

/** Which feature, from 0, each axis of a section is; −1 if the network doesn't have it. */
const featuresAlong = (network: Network, { axes }: Section): readonly number[] =>
  axes.map((axis) => network.features.findIndex((name) => features[name].raw === axis + 1));

/** Whether lines can be turned: the section has two axes, and the network has both inputs. */
export function canTurn(network: Network, section: Section): boolean {
  return section.axes.length === 2 && !featuresAlong(network, section).includes(-1);
}

/** The lines z = 0 of layer 1. Without a hidden layer, or if layer 1 bends nothing, it has none. */
export function linesOf(network: Network, params: Float64Array, section: Section): readonly Line[] {
  const [layer] = network.layers;
  if (network.layers.length === 1 || layer!.activation === "identity") return [];
  const along = featuresAlong(network, section);
  return Array.from({ length: layer!.fanOut }, (_, j) => {
    const row = params.subarray(layer!.weight + j * layer!.fanIn, layer!.weight + (j + 1) * layer!.fanIn);
    const fixed = network.features.reduce(
      (sum, name, k) => (along.includes(k) ? sum : sum + row[k]! * section.base[features[name].raw! - 1]!),
      0,
    );
    return {
      unit: j + 1,
      weight: along.map((k) => (k === -1 ? 0 : row[k]!)),
      bias: params[layer!.bias + j]!,
      fixed,
    };
  });
}

const dot = (weight: readonly number[], at: Place): number =>
  weight.reduce((sum, w, axis) => sum + w * at[axis]!, 0);

/** The corners of a section, counterclockwise; along one axis its ends. */
function cornersOf(section: Section): readonly Place[] {
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ] as const;
  return corners.slice(0, section.axes.length === 1 ? 2 : 4).map((shares) => placeAt(section, shares));
}

/** The part of a line inside the section; undefined if there is none. */
export function segmentOf({ weight, bias, fixed }: Line, section: Section): Segment | undefined {
  const corners = cornersOf(section);
  return halvesOf(
    corners,
    corners.map((corner) => dot(weight, corner) + bias + fixed),
  ).crossing;
}

/** The biases between which a line with these weights crosses the section. */
export function biasesOf({ weight, fixed }: Line, section: Section): readonly [low: number, high: number] {
  const all = cornersOf(section).map((corner) => -dot(weight, corner) - fixed);
  return [Math.min(...all), Math.max(...all)];
}

/** A parallel line through a place: only the bias differs. */
export function movedTo(line: Line, at: Place): Line {
  return { ...line, bias: -dot(line.weight, at) - line.fixed };
}

/**
 * A line through a pivot and another place. The weights keep their length, and of the two directions across the line
 * they take the one nearer to theirs.
 */
export function turnedTo(line: Line, pivot: Place, towards: Place): Line {
  const [dx, dy] = [towards[0]! - pivot[0]!, towards[1]! - pivot[1]!];
  const across = [-dy, dx];
  const scale = Math.hypot(...line.weight) / Math.hypot(dx, dy);
  const sign = dot(line.weight, across) < 0 ? -scale : scale;
  return movedTo({ ...line, weight: across.map((v) => v * sign) }, pivot);
}

/** The direction, in shares of the section, in which a line moves to the right, or upward if that is more nearly so. */
function normalOf({ weight }: Line, { intervals }: Section): readonly [across: number, up: number] {
  const [across, up = 0] = intervals.map(([low, high], axis) => weight[axis]! * (high - low));
  const length = Math.hypot(across!, up);
  const sign = Math.abs(across!) >= Math.abs(up) ? across! : up;
  return sign < 0 ? [-across! / length, -up / length] : [across! / length, up / length];
}

/** The line moved across itself, by a share of the square's side, as far as the square reaches. */
export function shifted(line: Line, section: Section, by: number): Line {
  const [from, to] = segmentOf(line, section)!.map((end) => sharesOf(section, end));
  const [x, y] = normalOf(line, section);
  const at = placeAt(section, [(from![0] + to![0]) / 2 + by * x, (from![1] + to![1]) / 2 + by * y]);
  const moved = movedTo(line, at);
  const [low, high] = biasesOf(line, section);
  const rim = (high - low) / 200;
  return { ...moved, bias: Math.min(high - rim, Math.max(low + rim, moved.bias)) };
}

/** The line turned about its middle in the square, counterclockwise, by an angle in radians. */
export function turned(line: Line, section: Section, angle: number): Line {
  const [from, to] = segmentOf(line, section)!.map((end) => sharesOf(section, end));
  const middle = [(from![0] + to![0]) / 2, (from![1] + to![1]) / 2] as const;
  const [x, y] = [to![0] - from![0], to![1] - from![1]];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const towards = [middle[0] + cos * x - sin * y, middle[1] + sin * x + cos * y] as const;
  return turnedTo(line, placeAt(section, middle), placeAt(section, towards));
}

/** Digits of a parameter set by hand. */
const DIGITS = 6;

/** The parameters in which a line differs from another one of the same neuron. */
export function changesOf(network: Network, section: Section, line: Line, from: Line): ParameterValue[] {
  const rounded = (value: number): number => Number(value.toPrecision(DIGITS));
  const along = featuresAlong(network, section);
  return [
    ...(line.weight === from.weight
      ? []
      : line.weight.map((value, axis) => ({
          parameter: weightName(1, line.unit, along[axis]! + 1),
          value: rounded(value),
        }))),
    { parameter: biasName(1, line.unit), value: rounded(line.bias) },
  ];
}
