/**
 * The data and the model of an experiment in PyTorch, as parts of the script and the notebook. Only numbers, names from
 * the registries and texts from the catalogs are ever written into them.
 */
import { comments, docstrings, printed } from "#text/script";
import { type Split, splitSamples } from "../data/index.ts";
import { labelAt } from "../math/classes.ts";
import { activations } from "../nn/activations.ts";
import { features } from "../nn/features/index.ts";
import { type Initializer, type InitializerName, initializers } from "../nn/initializers.ts";
import type { LinearParameters } from "../nn/network.ts";
import { activeRegularizers } from "../nn/regularizers/index.ts";
import { createBatches } from "../session/batches.ts";
import type { Experiment, InitializerChoice } from "../session/experiment.ts";
import { dataShape, networkOf, regularizationOf, samplesOf } from "../session/start.ts";
import { columnNames, hasFeatures } from "./columns.ts";
import { codeOf } from "./heads.ts";
import { float, lines, listOf, parameterList } from "./python.ts";
import { areScaled, sharedScale, unitsOf, unitsPart } from "./units.ts";

/** What a run prints when training has ended, as the inside of an f-string. */
export const trainedLine = printed.trained({
  first: "{losses[0]:.6g}",
  last: "{losses[-1]:.6g}",
  updates: "{len(losses) - 1}",
  reason: "{reason}",
});

export const imports = `import itertools
import math

import torch
from torch import nn

try:
    import matplotlib.pyplot as plt  # ${comments.matplotlib}
except ImportError:
    plt = None

torch.set_default_dtype(torch.float64)  # ${comments.float64}
torch.set_num_threads(1)  # ${comments.oneThread}`;

/** SAMPLES, one row a point, and the data's own units where they are others. */
export function samplesPart(experiment: Experiment): string {
  const samples = samplesOf(experiment.dataset);
  const { kind, count, inputs, targets } = samples;
  const rows = Array.from({ length: count }, (_, s) => {
    const label = labelAt(kind, targets, s);
    const numbers = [...inputs, ...(label === undefined ? targets : [])].map((column) => float(column[s]!));
    return `(${[...numbers, ...(label === undefined ? [] : [label])].join(", ")})`;
  });
  const list = `# ${comments.samples({ columns: columnNames(samples) })}
SAMPLES = [
${lines(rows)}
]`;
  return [list, ...unitsPart(unitsOf(experiment))].join("\n\n");
}

/** The network's inputs in Python, from a matrix of raw inputs. */
export function networkInputs(experiment: Experiment, raw = "X"): string {
  return hasFeatures(experiment) ? `features(${raw})` : raw;
}

/** features(), where the network's inputs are others than the raw ones. */
export function featuresPart(experiment: Experiment): string[] {
  if (!hasFeatures(experiment)) return [];
  const names = networkOf(experiment).features;
  const { inputs } = dataShape(experiment.dataset);
  const columns = names.map((name) => features[name].torch);
  return [
    `def features(X):
    """${docstrings.features({ features: names.length, inputs })}"""
    return torch.stack(${listOf(columns)}, 1)`,
  ];
}

/** probability() or predict(), where the data's own units are not those of the network. */
export function predictPart(experiment: Experiment): string[] {
  const units = unitsOf(experiment);
  if (!areScaled(units)) return [];
  const code = codeOf(networkOf(experiment));
  const { inputs } = dataShape(experiment.dataset);
  const points = "torch.as_tensor(points, dtype=torch.float64)";
  const outputs = code.returned(code.outputs(`model(${networkInputs(experiment)})`));
  const scale =
    units.inputs === undefined || sharedScale(units.inputs) !== undefined ? "SCALE" : "torch.tensor(SCALE)";
  return [
    `def ${code.functionName}(model, points):
    """${code.returns.torch({ inputs, ownUnits: true, ownTargets: units.targets !== undefined })}"""
    X = ${units.inputs === undefined ? points : `(${points} - torch.tensor(OFFSET)) / ${scale}`}
    with torch.no_grad():
        return ${units.targets === undefined ? outputs : `torch.tensor(TARGET_OFFSET) + torch.tensor(TARGET_SCALE) * ${outputs}`}`,
  ];
}

/** data(), the training points, and held_out() if some points are held out. */
export function dataPart(experiment: Experiment): string {
  const { split } = experiment;
  const { train, test } = partsOf(experiment);
  const { inputs } = dataShape(experiment.dataset);
  const code = codeOf(networkOf(experiment));
  const columns = { inputs, targets: code.targetsAre };
  const both = `samples[:, :${inputs}], ${code.targets(inputs)}`;
  if (test.length === 0) {
    return `def data():
    """${docstrings.data(columns)}"""
    samples = torch.tensor(SAMPLES, dtype=torch.float64)
    return ${both}`;
  }
  return `def part(points):
    """${docstrings.part(columns)}"""
    samples = torch.tensor(SAMPLES, dtype=torch.float64)[points]
    return ${both}


# ${comments.heldOut}
ORDER = torch.randperm(${train.length + test.length}, generator=torch.Generator().manual_seed(${split.seed}))


def data():
    """${docstrings.trainingPoints({ count: train.length })}"""
    return part(ORDER[${test.length}:].sort().values)


def held_out():
    """${docstrings.heldOut({ count: test.length })}"""
    return part(ORDER[:${test.length}].sort().values)`;
}

/** test_loss(), where points are held out. */
export function testLossPart(experiment: Experiment): string {
  const { criterion } = codeOf(networkOf(experiment));
  return `def test_loss(model):
    """${docstrings.testLoss}"""
    X, y = held_out()
    with torch.no_grad():
        return ${"module" in criterion ? criterion.module : "criterion"}(model(${networkInputs(experiment)}), y).item()`;
}

/** criterion(), where PyTorch has no module for the loss. */
export function criterionPart(experiment: Experiment): string[] {
  const { criterion } = codeOf(networkOf(experiment));
  if ("module" in criterion) return [];
  return [
    `def criterion(z, y):
    """${criterion.docstring}"""
${criterion.lines.map((line) => `    ${line}`).join("\n")}`,
  ];
}

/** Whether there is a penalty on the weights. */
export function isPenalized(experiment: Experiment): boolean {
  return activeRegularizers(regularizationOf(experiment)).length > 0;
}

/** penalty(), where there is one. */
export function penaltyPart(experiment: Experiment): string[] {
  const terms = activeRegularizers(regularizationOf(experiment));
  if (terms.length === 0) return [];
  const sums = terms.map(({ factor, regularizer }) => regularizer.torch(factor)).join("\n        + ");
  return [
    `def penalty(model):
    """${docstrings.penalty}"""
    layers = [layer for layer in model if isinstance(layer, nn.Linear)]
    return sum(
        ${sums}
        for layer in layers
    )`,
  ];
}

/** Where layer l stands in nn.Sequential, both from 0: an activation stands between two layers. */
export function moduleIndex(l: number): number {
  return 2 * l;
}

/** build_model(), with the same initial weights as in Neural-Viz. */
export function modelPart(experiment: Experiment): string {
  const { hidden, initializer } = experiment.network;
  const network = networkOf(experiment);
  const layers = hidden.map(({ activation }, l) => {
    const { fanIn, fanOut } = network.layers[l]!;
    return `        nn.Linear(${fanIn}, ${fanOut}), ${activations[activation].torch},\n`;
  });
  const { fanIn, fanOut } = network.layers.at(-1)!;
  const sequential = `nn.Sequential(
${layers.join("")}        nn.Linear(${fanIn}, ${fanOut}),  # ${codeOf(network).lastComment}
    )`;
  return `def build_model():
    """${docstrings.buildModel}"""
${initialized(initializer, sequential)}`;
}

function initialized(initializer: InitializerChoice, sequential: string): string {
  if (initializer.name === "given") return `    return load(${sequential}, INITIAL)`;
  const { torch }: Initializer = initializers[initializer.name];
  const drawn = draws(initializer.name);
  const seed = drawn ? `    torch.manual_seed(${initializer.seed})  # ${comments.seed}\n` : "";
  const rounding = drawn ? roundingLines(initializer.decimals) : "";
  if (torch === undefined && rounding === "") return `${seed}    return ${sequential}`;
  if (torch === undefined) return `${seed}    model = ${sequential}\n${rounding}    return model`;
  return `    model = ${sequential}
${seed}    for layer in model:
        if isinstance(layer, nn.Linear):
            ${torch}
            nn.init.zeros_(layer.bias)
${rounding}    return model`;
}

/** Rounds the drawn weights to `decimals` digits, if the experiment asks for it. */
function roundingLines(decimals: number | undefined): string {
  if (decimals === undefined) return "";
  const power = 10 ** decimals;
  return `    with torch.no_grad():
        for w in model.parameters():
            w.copy_(w.sign() * (w.abs() * ${power} + 0.5).floor() / ${power})  # ${comments.rounded({ decimals })}
`;
}

/** Whether an initializer draws weights, rather than setting them all to 0. */
export function draws(name: InitializerName): boolean {
  const { bounds }: Initializer = initializers[name];
  return bounds(1, 1).weight !== undefined;
}

export const loadPart = `def load(model, parameters):
    """${docstrings.load}"""
    layers = [layer for layer in model if isinstance(layer, nn.Linear)]
    with torch.no_grad():
        for layer, (weight, bias) in zip(layers, parameters):
            layer.weight.copy_(torch.tensor(weight))
            layer.bias.copy_(torch.tensor(bias))
    return model`;

/** Parameters under a name, as `load` takes them. */
export function parametersPart(name: string, what: string, layers: readonly LinearParameters[]): string {
  return `# ${comments.parameters({ what })}
${name} = ${parameterList(layers)}`;
}

/** apply_changes(), when something was changed during the run. */

/** Which points are trained on and held out, and how many updates an epoch has. */
export function partsOf({ dataset, split, training }: Experiment): Split & { readonly perEpoch: number } {
  const parts = splitSamples(samplesOf(dataset).count, split.test, split.seed);
  return { ...parts, perEpoch: createBatches(parts.train, training.batch).perEpoch };
}
