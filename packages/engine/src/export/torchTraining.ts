/** The training loop of an experiment in PyTorch: its updates, batches, changes and stop rules. */
import { comments, docstrings, reasons } from "#text/script";
import { type Network, parameterIndex } from "../nn/network.ts";
import { type OptimizerChoice, optimizerOf } from "../nn/optimizers/index.ts";
import type { Change, Experiment } from "../session/experiment.ts";
import { networkOf, updateLimit } from "../session/start.ts";
import { CONFIDENT_EPOCHS, SMALL_LOSS } from "../session/stop.ts";
import { codeOf, type HeadCode } from "./heads.ts";
import { float } from "./python.ts";
import { isPenalized, moduleIndex, partsOf } from "./torch.ts";

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

const limitName = (perEpoch: number): string => (perEpoch === 1 ? "EPOCHS" : "UPDATES");

/** The limit of the run: EPOCHS, or UPDATES where an epoch has several. */
export function limitPart(experiment: Experiment): string {
  const { perEpoch } = partsOf(experiment);
  const limit = updateLimit(experiment);
  return `${limitName(perEpoch)} = ${limit}  # ${comments.limit({ perEpoch })}`;
}
