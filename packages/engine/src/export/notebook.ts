/** The experiment as a Jupyter notebook in teaching steps (nbformat 4.5). */
import { notebookText } from "#text/notebook";
import { comments, printed } from "#text/script";
import { pick, splitSamples } from "../data/index.ts";
import { activations } from "../nn/activations.ts";
import { initializers } from "../nn/initializers.ts";
import { createNetwork, unpack } from "../nn/network.ts";
import { optimizerOf } from "../nn/optimizers/index.ts";
import { createEvaluator } from "../nn/propagation.ts";
import type { Experiment } from "../session/experiment.ts";
import { initialParameters, samplesOf } from "../session/start.ts";
import { CONFIDENT_EPOCHS, HIGH_CONFIDENCE, SMALL_LOSS } from "../session/stop.ts";
import { dataOf } from "./pytorch.ts";
import {
  checkPart,
  dataPart,
  draws,
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

interface Cell {
  readonly id: string;
  readonly kind: "markdown" | "code";
  readonly text: string;
}

export function notebook(trained: Trained): string {
  const value = {
    cells: cells(trained).map(({ id, kind, text }) => {
      const source = text.split(/(?<=\n)/);
      return kind === "code"
        ? { cell_type: kind, id, metadata: {}, source, execution_count: null, outputs: [] }
        : { cell_type: kind, id, metadata: {}, source };
    }),
    metadata: {
      kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
      language_info: { name: "python" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(value, undefined, 1)}\n`;
}

function cells(trained: Trained): Cell[] {
  const { experiment, losses, testLosses, params } = trained;
  const { initializer, hidden } = experiment.network;
  const network = createNetwork(hidden);
  const units = unitsOf(experiment);
  const samples = samplesOf(experiment.dataset);
  const { train } = splitSamples(samples.count, experiment.split.test, experiment.split.seed);
  const evaluator = createEvaluator(network, pick(samples, train));
  evaluator.evaluate(initialParameters(network, initializer));
  const gradient = unpack(network, evaluator.gradient);
  const given =
    initializer.name === "given"
      ? [parametersPart("INITIAL", comments.initialParameters, initializer.parameters)]
      : [];
  const t = updatesOf(trained);
  const says = (id: string, text: string): Cell => ({ id, kind: "markdown", text });
  const runs = (id: string, ...parts: readonly string[]): Cell => ({
    id,
    kind: "code",
    text: parts.join("\n\n\n"),
  });
  return [
    says(
      "title",
      notebookText.title({
        data: dataOf(experiment),
        shape: shapeOf(experiment),
        optimizer: optimizerOf(experiment.optimizer.name).label,
      }),
    ),
    runs("imports", imports),
    says("about-data", notebookText.data({ scaled: units !== undefined })),
    runs("data", samplesPart(samples, units), dataPart(experiment), showData),
    says(
      "about-model",
      notebookText.model({
        activations: activationsOf(experiment, "symbols", "f(z)"),
        start: startOf(experiment),
      }),
    ),
    runs(
      "model",
      loadPart,
      ...given,
      modelPart(experiment.network),
      ...(units === undefined ? [] : [probabilityPart]),
      showModel,
    ),
    says("about-loss", notebookText.loss),
    runs("loss", showLoss),
    says(
      "about-gradient",
      notebookText.gradient({ slopes: activationsOf(experiment, "slopeSymbols", "f'(z)") }),
    ),
    runs("gradient", parametersPart("PAGE_GRADIENT", comments.firstGradient, gradient), showGradient),
    says("about-training", trainingText(experiment)),
    runs("training", limitPart(experiment), trainPart(experiment)),
    runs("run", showRun),
    says("about-check", notebookText.check),
    runs(
      "check",
      recordedPart(losses, testLosses),
      ...(testLosses.length > 0 ? [testLossPart] : []),
      checkPart(experiment),
      testLosses.length > 0 ? "check(losses, model, X, y);" : "check(losses, X, y);",
    ),
    says("about-boundary", notebookText.boundary),
    runs("boundary", showBoundary),
    says("about-trained", notebookText.trained({ t })),
    runs(
      "trained",
      parametersPart("TRAINED", comments.trainedParameters({ t }), unpack(network, params)),
      `page_model = load(build_model(), TRAINED)
with torch.no_grad():
    page_loss = criterion(page_model(X), y).item()
print(f"${printed.lossHere({ loss: "{page_loss!r}" })}")
print(f"${printed.lossThere({ loss: `{RECORDED[${t}]!r}` })}")`,
    ),
  ];
}

/** A name with a formula for each activation of the hidden layers. */
function activationsOf({ network }: Experiment, formula: "symbols" | "slopeSymbols", left: string) {
  const names = [...new Set(network.hidden.map(({ activation }) => activation))];
  return names.map((name) => ({
    label: activations[name].label,
    formula: `${left} = ${activations[name][formula]}`,
  }));
}

function startOf({ network: { initializer } }: Experiment): string {
  if (initializer.name === "given") return notebookText.givenWeights;
  if (!draws(initializer.name)) return notebookText.zeroWeights;
  return notebookText.randomWeights({ bound: initializers[initializer.name].symbols });
}

function trainingText({ optimizer, training, changes }: Experiment): string {
  const names = [
    optimizer,
    ...changes.flatMap((change) => ("optimizer" in change ? [change.optimizer] : [])),
  ];
  const rules = [...new Set(names.map(({ name }) => name))].map((name) => {
    const { label, symbols } = optimizerOf(name);
    return { label, formula: symbols };
  });
  const early = { loss: SMALL_LOSS, least: (1 + HIGH_CONFIDENCE) / 2, epochs: CONFIDENT_EPOCHS };
  const end = notebookText.end({
    epochs: training.epochs,
    early: training.autoStop ? early : undefined,
    changed: changes.length > 0,
  });
  return notebookText.training({
    batch: training.batch === "all" ? "all" : training.batch.size,
    rules,
    end,
  });
}

const showData = `X, y = data()
print(f"${printed.data({ count: "{len(X)}", ones: "{int(y.sum())}" })}")
if plt:
    plt.scatter(X[:, 0].numpy(), X[:, 1].numpy(), c=y[:, 0].numpy(), cmap="coolwarm")
    plt.show()`;

const showModel = `model = build_model()
print(model)
print(f"${printed.parameters({ count: "{sum(w.numel() for w in model.parameters())}" })}")`;

const showLoss = `criterion = nn.BCEWithLogitsLoss()
print(f"${printed.initialLoss({ loss: "{criterion(model(X), y).item()!r}" })}")`;

const showGradient = `weights = tuple(model.parameters())
gradient = torch.autograd.grad(criterion(model(X), y), weights)
page_gradient = [torch.tensor(part) for layer in PAGE_GRADIENT for part in layer]
difference = max((a - b).abs().max().item() for a, b in zip(gradient, page_gradient))
print(f"${printed.gradientDifference({ difference: "{difference:.2g}" })}")

agrees = torch.autograd.gradcheck(lambda *_: criterion(model(X), y), weights, raise_exception=False)
print("${printed.finiteDifferencesAgree}" if agrees else "${printed.finiteDifferencesDisagree}")`;

const showRun = `model = build_model()
losses, reason = train(model, X, y)
print(f"${trainedLine}")
if plt:
    plt.semilogy(losses)
    plt.xlabel("${printed.updates}")
    plt.ylabel("${printed.loss}")
    plt.show()`;

const showBoundary = `low, high = X.min(0).values.tolist(), X.max(0).values.tolist()
x1 = torch.linspace(low[0], high[0], 61)
x2 = torch.linspace(low[1], high[1], 31)
with torch.no_grad():
    p = torch.sigmoid(model(torch.cartesian_prod(x1, x2))).reshape(61, 31).T  # ${comments.rows}
if plt:
    plt.contourf(x1.numpy(), x2.numpy(), p.numpy(), levels=20, cmap="coolwarm")
    plt.contour(x1.numpy(), x2.numpy(), p.numpy(), levels=[0.5], colors="black")
    plt.scatter(X[:, 0].numpy(), X[:, 1].numpy(), c=y[:, 0].numpy(), cmap="coolwarm", edgecolors="white")
    plt.show()
else:  # ${comments.picture}
    for row in p.flip(0):
        print("".join("#" if value > 0.5 else "." for value in row))`;
