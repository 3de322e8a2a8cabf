/** The experiment as a PyTorch script that runs by itself and says whether it reproduced Neural-Viz's losses. */
import { comments, docstrings, printed } from "#text/script";
import { optimizerOf } from "../nn/optimizers/index.ts";
import { hasFeatures } from "./columns.ts";
import { dataOf, unusualText } from "./describe.ts";
import {
  criterionPart,
  dataPart,
  featuresPart,
  imports,
  loadPart,
  modelPart,
  parametersPart,
  penaltyPart,
  predictPart,
  samplesPart,
  testLossPart,
  trainedLine,
} from "./torch.ts";
import { checkPart, recordedPart } from "./torchCheck.ts";
import { limitPart, trainPart } from "./torchTraining.ts";
import { shapeOf, type Trained, updatesOf } from "./trained.ts";

export function pytorchScript(trained: Trained): string {
  const { experiment, losses, testLosses } = trained;
  const heldOut = testLosses.length > 0;
  const { initializer } = experiment.network;
  const given = initializer.name === "given" ? initializer.parameters : undefined;
  const functions = [
    dataPart(experiment),
    ...featuresPart(experiment),
    ...(given === undefined ? [] : [loadPart]),
    modelPart(experiment),
    ...predictPart(experiment),
    ...criterionPart(experiment),
    ...penaltyPart(experiment),
    trainPart(experiment),
    ...(heldOut ? [testLossPart(experiment)] : []),
    checkPart(experiment),
    plotPart,
    mainPart(heldOut, hasFeatures(experiment)),
  ];
  const numbers = [
    limitPart(experiment),
    samplesPart(experiment),
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
    unusual: unusualText(experiment),
    optimizer: optimizerOf(experiment.optimizer.name).label,
    updates: updatesOf(trained),
    ended: stopped !== undefined,
  });
  return `"""${docstring}\n"""`;
}

const plotPart = `def plot(losses):
    """${docstrings.plot}"""
    if plt is None:
        return
    plt.semilogy(losses)
    plt.xlabel("${printed.updates}")
    plt.ylabel("${printed.loss}")
    plt.savefig("loss.png")`;

const mainPart = (heldOut: boolean, features: boolean): string => `def main():
    X, y = data()
${features ? "    X = features(X)\n" : ""}    model = build_model()
    losses, reason = train(model, X, y)
    print(f"${trainedLine}")
    plot(losses)
${heldOut ? `    print(f"${printed.testLoss({ loss: "{test_loss(model):.6g}" })}")\n` : ""}    return 0 if check(losses, ${heldOut ? "model, " : ""}X, y) else 1`;
