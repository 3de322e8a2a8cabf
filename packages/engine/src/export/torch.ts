/**
 * The parts of an experiment in PyTorch, of which the script and the notebook are made. Only numbers, names from the
 * registries and texts from the catalogs are ever written into them.
 */
import { comments, docstrings, printed, reasons } from "#text/script";
import { type Split, splitSamples } from "../data/index.ts";
import { labelAt } from "../math/classes.ts";
import { activations } from "../nn/activations.ts";
import { features } from "../nn/features/index.ts";
import { type Initializer, type InitializerName, initializers } from "../nn/initializers.ts";
import { type LinearParameters, type Network, parameterIndex } from "../nn/network.ts";
import { type OptimizerChoice, optimizerOf } from "../nn/optimizers/index.ts";
import { activeRegularizers } from "../nn/regularizers/index.ts";
import { createBatches } from "../session/batches.ts";
import type { Change, Experiment, InitializerChoice } from "../session/experiment.ts";
import { dataShape, networkOf, regularizationOf, samplesOf, updateLimit } from "../session/start.ts";
import { CONFIDENT_EPOCHS, SMALL_LOSS } from "../session/stop.ts";
import { columnNames, hasFeatures } from "./columns.ts";
import { codeOf, type HeadCode } from "./heads.ts";
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

/** Rounds the drawn weights, where they are to have so many digits. */
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
function changesPart(experiment: Experiment): string {
  const { optimizer, changes } = experiment;
  const network = networkOf(experiment);
  let name = optimizer.name;
  const cases = inOrder(changes).map((change) => {
    const sameOptimizer = "optimizer" in change && change.optimizer.name === name;
    if ("optimizer" in change) ({ name } = change.optimizer);
    return changeCase(network, change, sameOptimizer);
  });
  return `def apply_changes(t, model, optimizer):
    """${docstrings.applyChanges}"""
${cases.join("\n")}
    return optimizer


`;
}

/** As they are applied: by epoch, and those of one epoch as they are listed. */
function inOrder(changes: readonly Change[]): Change[] {
  return changes.toSorted((a, b) => a.at - b.at);
}

function changeCase(network: Network, change: Change, sameOptimizer: boolean): string {
  if ("parameter" in change) {
    return `    if t == ${change.at}:  # ${change.parameter}
        with torch.no_grad():
            ${elementOf(network, change.parameter)} = ${float(change.value)}`;
  }
  if (sameOptimizer) {
    return `    if t == ${change.at}:  # ${comments.sameOptimizer}
        optimizer.param_groups[0].update(${settingsOf(change.optimizer)})`;
  }
  return `    if t == ${change.at}:  # ${comments.otherOptimizer}
        optimizer = ${optimizerCall(change.optimizer)}`;
}

/** W.1.2.1 as an element of a module: model[0].weight[1, 0]. */
function elementOf(network: Network, parameter: string): string {
  const { layers } = network;
  const index = parameterIndex(network, parameter)!;
  const l = layers.findIndex(({ bias, fanOut }) => index < bias + fanOut);
  const { weight, bias, fanIn } = layers[l]!;
  const module = `model[${moduleIndex(l)}]`;
  if (index >= bias) return `${module}.bias[${index - bias}]`;
  const offset = index - weight;
  return `${module}.weight[${Math.floor(offset / fanIn)}, ${offset % fanIn}]`;
}

function settingsOf(choice: OptimizerChoice): string {
  return optimizerOf(choice.name).torch.settings(choice as unknown as Record<string, number>);
}

/** The optimizer of a choice in PyTorch, on the parameters of `model`. */
export function optimizerCall(choice: OptimizerChoice): string {
  return `torch.optim.${optimizerOf(choice.name).torch.name}(model.parameters(), ${settingsOf(choice)})`;
}

/** What stands before the loop and in it for the two rules that end training early. */
function stopParts(
  { confidence, lossOfErrors }: HeadCode,
  perEpoch: number,
): { before: string; within: string } {
  const mean =
    lossOfErrors === undefined
      ? ""
      : `    d = y - y.mean(0)
    enough = ${SMALL_LOSS} * ${lossOfErrors}.item()  # ${comments.enough({ share: SMALL_LOSS })}
`;
  const reason =
    lossOfErrors === undefined
      ? reasons.smallLoss({ limit: SMALL_LOSS })
      : reasons.smallLossOfValues({ share: SMALL_LOSS });
  const small = `        if losses[-1] < ${lossOfErrors === undefined ? SMALL_LOSS : "enough"}:
            return losses, "${reason}"
`;
  if (confidence === undefined) return { before: mean, within: small };
  const { least, lines: counting } = confidence;
  return {
    before: `${mean}    confident = 0  # ${comments.confident({ least })}\n`,
    within: `${small}${counting}        if confident == ${CONFIDENT_EPOCHS * perEpoch}:
            return losses, "${reasons.confident({ least, epochs: CONFIDENT_EPOCHS })}"
`,
  };
}

/** finite(), apply_changes() and train(): the rule of every update and every rule that ends them. */
export function trainPart(experiment: Experiment): string {
  const { optimizer, training, changes } = experiment;
  const code = codeOf(networkOf(experiment));
  const change = "        optimizer = apply_changes(t, model, optimizer)\n";
  const { perEpoch } = partsOf(experiment);
  const limit = limitName(perEpoch);
  const stop = training.autoStop ? stopParts(code, perEpoch) : { before: "", within: "" };
  const penalized = isPenalized(experiment);
  const lowered = penalized ? "objective" : "loss";
  const criterion =
    "module" in code.criterion
      ? `    criterion = ${code.criterion.module}  # ${code.criterion.comment}\n`
      : "";
  return `def finite(loss, model, optimizer):
    """${docstrings.finite}"""
    buffers = [m for state in optimizer.state.values() for m in state.values() if torch.is_tensor(m)]
    gradients = [w.grad for w in model.parameters()]
    return all(torch.isfinite(part).all() for part in [loss, *model.parameters(), *gradients, *buffers])


${changes.length === 0 ? "" : changesPart(experiment)}${batchPart(experiment)}def train(model, X, y, random=None):
    """${docstrings.train({ fullBatch: perEpoch === 1 })}"""
    optimizer = ${optimizerCall(optimizer)}
${criterion}    losses = []
${stop.before}    for t in range(${limit} + 1):  # ${comments.updatesDone}
${changes.length === 0 ? "" : change}${perEpoch === 1 ? oneLoss(code) : twoLosses(code)}${penalized ? "        objective = loss + penalty(model)\n" : ""}        optimizer.zero_grad()
        ${lowered}.backward()
        if random is not None:
            shake(model, random)
        if not finite(${lowered}, model, optimizer)${perEpoch === 1 ? "" : " or not math.isfinite(losses[-1])"}:
            return losses, "${reasons.diverged}"
${stop.within}        if t < ${limit}:
            optimizer.step()
    return losses, "${perEpoch === 1 ? reasons.epochs : reasons.updates}"`;
}

/** With the full batch the loss over all points is also what the update lowers. */
const oneLoss = ({ z }: HeadCode): string => `        ${z} = model(X)
        loss = criterion(${z}, y)
        losses.append(loss.item())
`;

const twoLosses = ({ z }: HeadCode): string => `        with torch.no_grad():
            ${z} = model(X)
            losses.append(criterion(${z}, y).item())  # ${comments.allPoints}
        points = batch(t, len(X))
        loss = criterion(model(X[points]), y[points])
`;

/** batch(), where an update uses only some of the points. */
function batchPart(experiment: Experiment): string {
  const { batch } = experiment.training;
  const { perEpoch } = partsOf(experiment);
  if (batch === "all" || perEpoch === 1) return "";
  return `def batch(t, n):
    """${docstrings.batch}"""
    epoch, index = divmod(t, ${perEpoch})
    order = torch.randperm(n, generator=torch.Generator().manual_seed(${batch.seed} + epoch))
    return order[${batch.size} * index : ${batch.size} * (index + 1)]


`;
}

/** Which points are trained on and held out, and how many updates an epoch has. */
function partsOf({ dataset, split, training }: Experiment): Split & { readonly perEpoch: number } {
  const parts = splitSamples(samplesOf(dataset).count, split.test, split.seed);
  return { ...parts, perEpoch: createBatches(parts.train, training.batch).perEpoch };
}

const limitName = (perEpoch: number): string => (perEpoch === 1 ? "EPOCHS" : "UPDATES");

/** The limit of the run: EPOCHS, or UPDATES where an epoch has several. */
export function limitPart(experiment: Experiment): string {
  const { perEpoch } = partsOf(experiment);
  const limit = updateLimit(experiment);
  return `${limitName(perEpoch)} = ${limit}  # ${comments.limit({ perEpoch })}`;
}

/** Up to here every loss is embedded, and as many again of the later ones. */
const EVERY = 1000;

/** RECORDED, Neural-Viz's losses: every one up to update 1000, then evenly spaced, and the last; and the last test loss. */
export function recordedPart(losses: Float64Array, testLosses: Float64Array): string {
  const last = losses.length - 1;
  const stride = Math.max(1, Math.ceil((last - EVERY) / EVERY));
  const epochs = [...losses.keys()].filter((t) => t <= EVERY || (t - EVERY) % stride === 0 || t === last);
  const test = testLosses.length === 0 ? [] : [`"test": ${float(testLosses.at(-1)!)}`];
  return `# ${comments.recorded({ first: EVERY, stride })}
RECORDED = {
${lines([...epochs.map((t) => `${t}: ${float(losses[t]!)}`), ...test])}
}`;
}

/** check(), which compares a run with RECORDED and prints one of three words. */
export function checkPart(experiment: Experiment): string {
  const { perEpoch, test } = partsOf(experiment);
  const heldOut = test.length > 0;
  const { unbounded } = codeOf(networkOf(experiment));
  return `TOLERANCE = 1e-9  # ${unbounded ? comments.toleranceOfLarger : comments.tolerance}


def difference(a, b):
    """${unbounded ? docstrings.differenceOfLarger : docstrings.difference}"""
    if a == b or (a != a and b != b):
        return 0.0
    apart = abs(a - b) / max(1.0, ${unbounded ? "abs(a), abs(b)" : "abs(b)"})
    return math.inf if math.isnan(apart) else apart


def found(losses${heldOut ? ", model" : ""}):
    """${docstrings.found({ heldOut })}"""
${
  heldOut
    ? `    values = {t: losses[t] if t < len(losses) else math.nan for t in RECORDED if t != "test"}
    same_end = len(losses) == max(values) + 1  # ${comments.sameEnd}
    return {**values, "test": test_loss(model) if same_end else RECORDED["test"]}`
    : "    return {t: losses[t] if t < len(losses) else math.nan for t in RECORDED}"
}


def shake(model, random):
    """${docstrings.shake}"""
    with torch.no_grad():
        for w in model.parameters():
            for part in (w.grad, w):
                part += 4e-16 * part * torch.randn(part.shape, generator=random)


def rounding(X, y, runs=24):
    """${docstrings.rounding({ reordered: perEpoch === 1 })}"""
    first, moved = None, dict.fromkeys(RECORDED, 0.0)
    for seed in range(runs):
        random = torch.Generator().manual_seed(seed)
        model = build_model()
${
  perEpoch === 1
    ? `        order = torch.randperm(len(X), generator=random)
        losses, _ = train(model, X[order], y[order], random)`
    : "        losses, _ = train(model, X, y, random)"
}
        values = found(losses${heldOut ? ", model" : ""})
        first = first or values
        moved = {t: max(moved[t], difference(values[t], first[t])) for t in RECORDED}
        yield moved


def allowed(moved):
    """${docstrings.allowed}"""
    highest = list(itertools.accumulate(moved.values(), max))
    return {t: 4 * highest[min(i + 2, len(highest) - 1)] for i, t in enumerate(moved)}


def alone(apart, t):
    """${docstrings.alone}"""
    compared = list(apart)
    i = compared.index(t)
    before, after = compared[max(0, i - 3) : i], compared[i + 1 : i + 4]
    return len(after) > 1 and all(apart[s] <= 1e-12 for s in before + after)


def name(t):
    return ${heldOut ? `"${printed.theTestLoss}" if t == "test" else ` : ""}f"${printed.update({ t: "{t}" })}"


def check(losses, ${heldOut ? "model, " : ""}X, y):
    """${docstrings.check}"""
    values = found(losses${heldOut ? ", model" : ""})
    apart = {t: difference(values[t], loss) for t, loss in RECORDED.items()}
    print(f"${printed.compared({ count: "{len(RECORDED)}", difference: "{max(apart.values()):.2g}" })}")
    far = [t for t in RECORDED if apart[t] > TOLERANCE]
    if not far:
        print("reproduced")
        return True
    wrong = [t for t in far if alone(apart, t)]
    why = "${printed.neighborsAgree}"
    for moved in [] if wrong else rounding(X, y):
        limits = allowed(moved)
        unexplained = [t for t in far if apart[t] > limits[t]]
        if not unexplained:
            by = max(moved.values())
            print(f"${printed.chaotic({ name: "{name(far[0])}", by: "{by:.2g}" })}")
            return True
        why = f"${printed.roundingExplains({ limit: "{limits[unexplained[0]]:.2g}" })}"
    t = (wrong or unexplained)[0]
    print(f"${printed.apart({ name: "{name(t)}", here: "{values[t]!r}", there: "{RECORDED[t]!r}", why: "{why}" })}")
    print("differs")
    return False`;
}
