/** The experiment as a PyTorch script that runs by itself and says whether it reproduced Neural-Viz's losses. */
import { data } from "#text/data";
import { comments, docstrings, printed } from "#text/script";
import { datasets } from "../data/index.ts";
import { optimizerOf } from "../nn/optimizers/index.ts";
import type { Experiment } from "../session/experiment.ts";
import { samplesOf } from "../session/start.ts";
import {
  checkPart,
  dataPart,
  imports,
  limitPart,
  loadPart,
  modelPart,
  parametersPart,
  probabilityPart,
  recordedPart,
  samplesPart,
  testLossPart,
  trainedLine,
  trainPart,
} from "./torch.ts";
import { shapeOf, type Trained, updatesOf } from "./trained.ts";
import { unitsOf } from "./units.ts";

export function pytorchScript(trained: Trained): string {
  const { experiment, losses, testLosses } = trained;
  const heldOut = testLosses.length > 0;
  const units = unitsOf(experiment);
  const { initializer } = experiment.network;
  const given = initializer.name === "given" ? initializer.parameters : undefined;
  const functions = [
    dataPart(experiment),
    ...(given === undefined ? [] : [loadPart]),
    modelPart(experiment.network),
    ...(units === undefined ? [] : [probabilityPart]),
    trainPart(experiment),
    ...(heldOut ? [testLossPart] : []),
    checkPart(experiment),
    plotPart,
    mainPart(heldOut),
  ];
  const numbers = [
    limitPart(experiment),
    samplesPart(samplesOf(experiment.dataset), units),
    ...(given === undefined ? [] : [parametersPart("INITIAL", comments.initialParameters, given)]),
    recordedPart(losses, testLosses),
  ];
  return `${[`${heading(trained)}\n${imports}`, ...functions, numbers.join("\n\n")].join("\n\n\n")}


if __name__ == "__main__":
    raise SystemExit(main())
`;
}

function heading(trained: Trained): string {
  const { experiment, stopped } = trained;
  const docstring = docstrings.script({
    data: dataOf(experiment),
    shape: shapeOf(experiment),
    optimizer: optimizerOf(experiment.optimizer.name).label,
    updates: updatesOf(trained),
    ended: stopped !== undefined,
  });
  return `"""${docstring}\n"""`;
}

/** The data in one line. */
export function dataOf({ dataset, split }: Experiment): string {
  const heldOut = split.test === 0 ? [] : [data.heldOut({ share: split.test })];
  return [pointsOf(dataset), ...heldOut].join(", ");
}

function pointsOf(dataset: Experiment["dataset"]): string {
  if (dataset.name === "custom") return data.custom({ points: dataset.samples.length });
  const { label } = datasets[dataset.name];
  if (!("points" in dataset)) return label;
  return data.generated({ ...dataset, name: label });
}

const plotPart = `def plot(losses):
    """${docstrings.plot}"""
    if plt is None:
        return
    plt.semilogy(losses)
    plt.xlabel("${printed.updates}")
    plt.ylabel("${printed.loss}")
    plt.savefig("loss.png")`;

const mainPart = (heldOut: boolean): string => `def main():
    X, y = data()
    model = build_model()
    losses, reason = train(model, X, y)
    print(f"${trainedLine}")
    plot(losses)
${heldOut ? `    print(f"${printed.testLoss({ loss: "{test_loss(model):.6g}" })}")\n` : ""}    return 0 if check(losses, ${heldOut ? "model, " : ""}X, y) else 1`;
