/** The trained network as a function that needs nothing of Neural-Viz: in TypeScript and in NumPy. */
import { forwardText } from "#text/forward";
import type { AxisMap } from "../data/index.ts";
import { type Activation, activations, type ActivationName } from "../nn/activations.ts";
import { type Feature, features } from "../nn/features/index.ts";
import { type LinearParameters, type Network, unpack } from "../nn/network.ts";
import type { Experiment } from "../session/experiment.ts";
import { dataShape, networkOf, type OwnUnits } from "../session/start.ts";
import { hasFeatures } from "./columns.ts";
import { codeOf, type HeadCode } from "./heads.ts";
import { float, listOf, vector } from "./python.ts";
import { shapeOf, type Trained, updatesOf } from "./trained.ts";
import { sharedScale, unitsOf, unitsPart } from "./units.ts";

/** The name of the exported function, which its file has too. */
export function functionName(experiment: Pick<Experiment, "dataset" | "network">): string {
  return codeOf(networkOf(experiment)).functionName;
}

/** What both languages write. */
interface Written {
  readonly network: Network;
  readonly layers: readonly LinearParameters[];
  readonly code: HeadCode;
  readonly units: OwnUnits;
  /** Raw inputs. */
  readonly inputs: number;
  readonly heading: string;
  readonly about: { readonly inputs: number; readonly ownUnits: boolean; readonly ownTargets: boolean };
}

function writtenOf(trained: Trained): Written {
  const { experiment, params } = trained;
  const network = networkOf(experiment);
  const units = unitsOf(experiment);
  const { inputs } = dataShape(experiment.dataset);
  return {
    network,
    layers: unpack(network, params),
    code: codeOf(network),
    units,
    inputs,
    heading: forwardText.heading({ shape: shapeOf(experiment), updates: updatesOf(trained) }),
    about: { inputs, ownUnits: units.inputs !== undefined, ownTargets: units.targets !== undefined },
  };
}

/** The activations of the hidden layers. */
function hiddenActivations({ layers }: Network): ActivationName[] {
  return layers.slice(0, -1).map(({ activation }) => activation as ActivationName);
}

/** A TypeScript module with the network as a function of a point in the data's own units. */
export function typescriptForward(trained: Trained): string {
  const { network, layers, code, units, inputs, heading, about } = writtenOf(trained);
  const { activation: last, over } = code.typescript;
  const names = [...hiddenActivations(network), last];
  const functions = [...new Set(names)].map(
    (name) => `const ${name} = (z: number): number => ${activations[name].typescript};`,
  );
  const row = (values: readonly number[]): string => `[${values.map(number).join(", ")}]`;
  const tables = layers.map(
    ({ weight, bias }, l) => `  {
    weight: [
${weight.map((values) => `      ${row(values)},`).join("\n")}
    ],
    bias: ${row(bias)},
    activation: ${names[l]},
  },`,
  );
  const parameters = Array.from({ length: inputs }, (_, k) => `x${k + 1}: number`).join(", ");
  const first = firstOf(network, units.inputs, inputs);
  const outputs = `layers.reduce(forward, ${first.call})`;
  const all = over === undefined ? outputs : `softmax(${outputs})`;
  const own =
    units.targets === undefined ? all : `${all}.map((y, j) => targetOffset[j]! + targetScale[j]! * y)`;
  const isOne = code.functionName === "probability";
  return `/** ${heading} */

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
${units.inputs === undefined ? "" : typescriptUnits(units.inputs)}${units.targets === undefined ? "" : typescriptTargets(units.targets)}
/** ${code.returns.typescript(about)} */
export function ${code.functionName}(${parameters}): ${isOne ? "number" : "number[]"} {
  return ${own}${isOne ? "[0]!" : ""};
}

function forward(a: readonly number[], { weight, bias, activation }: Layer): number[] {
  return weight.map((row, j) => activation(row.reduce((z, w, k) => z + w * a[k]!, bias[j]!)));
}
${[first.helper, over].map((part) => (part === undefined ? "" : `\n${part}\n`)).join("")}`;
}

/** The network's inputs in TypeScript, and the function that makes them of others, where it takes one. */
function firstOf(
  network: Network,
  maps: readonly AxisMap[] | undefined,
  inputs: number,
): { readonly call: string; readonly helper: string | undefined } {
  const input = (k: number): string => {
    if (maps === undefined) return `x${k}`;
    return `(x${k} - offset.x${k}) / ${sharedScale(maps) === undefined ? `scale.x${k}` : "scale"}`;
  };
  const list: readonly Feature[] = network.features.map((name) => features[name]);
  if (maps === undefined || list.every(({ raw }) => raw !== undefined)) {
    const written = list.map(({ raw, typescript }) => (raw === undefined ? typescript : input(raw)));
    return { call: `[${written.join(", ")}]`, helper: undefined };
  }
  const all = Array.from({ length: inputs }, (_, k) => k + 1);
  return {
    call: `features(${all.map(input).join(", ")})`,
    helper: `/** ${forwardText.features} */
function features(${all.map((k) => `x${k}: number`).join(", ")}): number[] {
  return [${list.map(({ typescript }) => typescript).join(", ")}];
}`,
  };
}

/** A number in TypeScript. */
function number(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** One number for each input: { x1: 3, x2: 4 }. */
function byInput(values: readonly number[]): string {
  return `{ ${values.map((value, k) => `x${k + 1}: ${number(value)}`).join(", ")} }`;
}

function typescriptUnits(maps: readonly AxisMap[]): string {
  const shared = sharedScale(maps);
  return `
/** ${forwardText.units} */
const offset = ${byInput(maps.map(({ offset }) => offset))};
const scale = ${shared === undefined ? byInput(maps.map(({ scale }) => scale)) : number(shared)};
`;
}

function typescriptTargets(maps: readonly AxisMap[]): string {
  return `
/** ${forwardText.targetUnits} */
const targetOffset = [${maps.map(({ offset }) => number(offset)).join(", ")}];
const targetScale = [${maps.map(({ scale }) => number(scale)).join(", ")}];
`;
}

/** A Python module with the network as a function of points in the data's own units. */
export function numpyForward(trained: Trained): string {
  const { network, layers, code, units, heading, about } = writtenOf(trained);
  const array = "np.asarray(X, dtype=np.float64)";
  const inputs = units.inputs === undefined ? array : `(${array} - OFFSET) / SCALE`;
  const withFeatures = hasFeatures(trained.experiment);
  const lines = new Map<string, readonly string[]>(
    hiddenActivations(network).map((name) => {
      const { numpy }: Activation = activations[name];
      return [name, [`return ${numpy}`]];
    }),
  ).set(code.numpy.name, code.numpy.lines);
  const names = [...hiddenActivations(network), code.numpy.name];
  const functions = [...lines].map(
    ([name, body]) => `def ${name}(z):\n${body.map((line) => `    ${line}`).join("\n")}\n`,
  );
  if (withFeatures) {
    const columns = network.features.map((name) => features[name].numpy);
    functions.unshift(`def features(X):
    """${forwardText.features}"""
    return np.stack(${listOf(columns)}, axis=1)
`);
  }
  const tables = layers.map(
    ({ weight, bias }, l) => `    (
        np.array([
${weight.map((values) => `            [${values.map(float).join(", ")}],`).join("\n")}
        ]),
        np.array(${vector(bias)}),
        ${names[l]},
    ),`,
  );
  const returned = code.returned("a");
  return `"""${heading}"""
import numpy as np


def ${code.functionName}(X):
    """${code.returns.numpy(about)}"""
    a = ${withFeatures ? `features(${inputs})` : inputs}
    for weight, bias, activation in LAYERS:
        a = activation(a @ weight.T + bias)
    return ${units.targets === undefined ? returned : `np.array(TARGET_OFFSET) + np.array(TARGET_SCALE) * ${returned}`}


${functions.join("\n\n")}

${unitsPart(units)
  .map((part) => `${part}\n\n`)
  .join("")}# ${forwardText.layers}
LAYERS = [
${tables.join("\n")}
]
`;
}
