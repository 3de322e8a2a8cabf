/** The trained network as a function that needs nothing of Neural-Viz: in TypeScript and in NumPy. */
import { forwardText } from "#text/forward";
import type { UnitMap } from "../data/index.ts";
import { type ActivationName, activations } from "../nn/activations.ts";
import { createNetwork, type LinearParameters, unpack } from "../nn/network.ts";
import { float, vector } from "./python.ts";
import { shapeOf, type Trained, updatesOf } from "./trained.ts";
import { unitsOf, unitsPart } from "./units.ts";

interface NamedLayer extends LinearParameters {
  readonly activation: ActivationName;
}

function layersOf({ experiment, params }: Trained): NamedLayer[] {
  const network = createNetwork(experiment.network.hidden);
  return unpack(network, params).map(({ weight, bias }, l) => ({
    weight,
    bias,
    activation: network.layers[l]!.activation,
  }));
}

function activationsOf(layers: readonly NamedLayer[]): ActivationName[] {
  return [...new Set(layers.map(({ activation }) => activation))];
}

function headingOf(trained: Trained): string {
  return forwardText.heading({ shape: shapeOf(trained.experiment), updates: updatesOf(trained) });
}

/** A TypeScript module with the network as a function of a point in the data's own units. */
export function typescriptForward(trained: Trained): string {
  const layers = layersOf(trained);
  const units = unitsOf(trained.experiment);
  const ownUnits = units !== undefined;
  const inputs = units === undefined ? "[x1, x2]" : `[(x1 - offset.x1) / scale, (x2 - offset.x2) / scale]`;
  const functions = activationsOf(layers).map(
    (name) => `const ${name} = (z: number): number => ${activations[name].typescript};`,
  );
  const row = (values: readonly number[]): string => `[${values.map(number).join(", ")}]`;
  const tables = layers.map(
    ({ weight, bias, activation }) => `  {
    weight: [
${weight.map((values) => `      ${row(values)},`).join("\n")}
    ],
    bias: ${row(bias)},
    activation: ${activation},
  },`,
  );
  return `/** ${headingOf(trained)} */

interface Layer {
  /** ${forwardText.weight} */
  readonly weight: readonly (readonly number[])[];
  readonly bias: readonly number[];
  readonly activation: (z: number) => number;
}

${functions.join("\n")}

const layers: readonly Layer[] = [
${tables.join("\n")}
];
${units === undefined ? "" : typescriptUnits(units)}
/** ${forwardText.probability({ ownUnits })} */
export function probability(x1: number, x2: number): number {
  return layers.reduce(forward, ${inputs})[0]!;
}

function forward(a: readonly number[], { weight, bias, activation }: Layer): number[] {
  return weight.map((row, j) => activation(row.reduce((z, w, k) => z + w * a[k]!, bias[j]!)));
}
`;
}

/** A number in TypeScript. */
function number(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function typescriptUnits({ scale, x1, x2 }: UnitMap): string {
  return `
/** ${forwardText.units} */
const offset = { x1: ${number(x1)}, x2: ${number(x2)} };
const scale = ${number(scale)};
`;
}

/** A Python module with the network as a function of points in the data's own units. */
export function numpyForward(trained: Trained): string {
  const layers = layersOf(trained);
  const units = unitsOf(trained.experiment);
  const ownUnits = units !== undefined;
  const inputs = "np.asarray(X, dtype=np.float64)";
  const functions = activationsOf(layers).map(
    (name) => `def ${name}(z):\n    return ${activations[name].numpy}\n`,
  );
  const tables = layers.map(
    ({ weight, bias, activation }) => `    (
        np.array([
${weight.map((values) => `            [${values.map(float).join(", ")}],`).join("\n")}
        ]),
        np.array(${vector(bias)}),
        ${activation},
    ),`,
  );
  return `"""${headingOf(trained)}"""
import numpy as np


def probability(X):
    """${forwardText.probabilities({ ownUnits })}"""
    a = ${units === undefined ? inputs : `(${inputs} - OFFSET) / SCALE`}
    for weight, bias, activation in LAYERS:
        a = activation(a @ weight.T + bias)
    return a[:, 0]


${functions.join("\n\n")}

${
  units === undefined
    ? ""
    : `${unitsPart(units)}

`
}# ${forwardText.layers}
LAYERS = [
${tables.join("\n")}
]
`;
}
