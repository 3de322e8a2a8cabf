/** The experiment as a PyTorch script that runs by itself and says whether it came to the page's losses. */
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
    ...(given === undefined ? [] : [parametersPart("INITIAL", "The initial parameters", given)]),
    recordedPart(losses, testLosses),
  ];
  return `${[`${heading(trained)}\n${imports}`, ...functions, numbers.join("\n\n")].join("\n\n\n")}


if __name__ == "__main__":
    raise SystemExit(main())
`;
}

function heading(trained: Trained): string {
  const { experiment, stopped } = trained;
  return `"""A small neural network, trained by PyTorch as Neural-Viz trained it.

    data       ${dataOf(experiment)}
    network    ${shapeOf(experiment)}
    optimizer  ${optimizerOf(experiment.optimizer.name).label}
    the page   ${updatesOf(trained)} updates${stopped === undefined ? " so far" : ""}

Run it with python3: it trains, compares its losses with those of the page and says "reproduced",
"differs" (exit status 1), or "chaotic" where rounding alone explains the difference. It wants PyTorch 1.13 or later;
where matplotlib is installed it draws the loss into loss.png.
"""`;
}

/** The data in one line. */
export function dataOf({ dataset, split }: Experiment): string {
  const heldOut = split.test === 0 ? "" : `, ${split.test * 100} % held out`;
  return `${pointsOf(dataset)}${heldOut}`;
}

function pointsOf(dataset: Experiment["dataset"]): string {
  if (dataset.name === "custom") return `${dataset.samples.length} points of one's own`;
  const { label } = datasets[dataset.name];
  if (!("points" in dataset)) return label;
  return `${label}, ${dataset.points} points, noise ${dataset.noise}, seed ${dataset.seed}`;
}

const plotPart = `def plot(losses):
    """The loss after every update, where matplotlib is installed."""
    if plt is None:
        return
    plt.semilogy(losses)
    plt.xlabel("updates")
    plt.ylabel("loss")
    plt.savefig("loss.png")`;

const mainPart = (heldOut: boolean): string => `def main():
    X, y = data()
    model = build_model()
    losses, reason = train(model, X, y)
    print(f"loss {losses[0]:.6g} -> {losses[-1]:.6g} in {len(losses) - 1} updates; {reason}")
    plot(losses)
${heldOut ? '    print(f"test loss {test_loss(model):.6g}")\n' : ""}    return 0 if check(losses, ${heldOut ? "model, " : ""}X, y) else 1`;
