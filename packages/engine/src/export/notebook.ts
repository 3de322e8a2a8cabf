/** The experiment as a Jupyter notebook in teaching steps (nbformat 4.5). */
import { notebookOutputs, notebookText } from "#text/notebook";
import { comments, printed } from "#text/script";
import { pick, splitSamples } from "../data/index.ts";
import { features } from "../nn/features/index.ts";
import { activations } from "../nn/activations.ts";
import { initializers } from "../nn/initializers.ts";
import { unpack } from "../nn/network.ts";
import { activeRegularizers } from "../nn/regularizers/index.ts";
import { optimizerOf } from "../nn/optimizers/index.ts";
import { createObjective } from "../nn/objective.ts";
import type { Experiment } from "../session/experiment.ts";
import {
  batchOf,
  dataShape,
  initialParameters,
  networkOf,
  regularizationOf,
  samplesOf,
} from "../session/start.ts";
import { CONFIDENT_EPOCHS, SMALL_LOSS } from "../session/stop.ts";
import { hasFeatures } from "./columns.ts";
import { dataOf } from "./describe.ts";
import { codeOf, type HeadCode } from "./heads.ts";
import {
  criterionPart,
  dataPart,
  draws,
  featuresPart,
  imports,
  isPenalized,
  loadPart,
  modelPart,
  networkInputs,
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
  const { initializer } = experiment.network;
  const network = networkOf(experiment);
  const units = unitsOf(experiment);
  const samples = samplesOf(experiment.dataset);
  const { train } = splitSamples(samples.count, experiment.split.test, experiment.split.seed);
  const batch = pick(batchOf(network, samples), train);
  const evaluator = createObjective({ network, batch, regularization: regularizationOf(experiment) });
  evaluator.evaluate(initialParameters(network, initializer));
  const gradient = unpack(network, evaluator.gradient);
  const code = codeOf(network);
  const { inputs } = dataShape(experiment.dataset);
  const penalties = activeRegularizers(regularizationOf(experiment));
  const X = networkInputs(experiment);
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
    says(
      "about-data",
      notebookText.data({
        inputs,
        targets: code.notebook.targets,
        scaled: { inputs: units.inputs !== undefined, targets: units.targets !== undefined },
        function: code.functionName,
        features: hasFeatures(experiment) ? network.features.map((name) => features[name].symbols) : [],
      }),
    ),
    runs(
      "data",
      samplesPart(experiment),
      dataPart(experiment),
      ...featuresPart(experiment),
      showData(code, inputs),
    ),
    says(
      "about-model",
      notebookText.model({
        features: hasFeatures(experiment),
        activations: activationsOf(experiment, "symbols", "f(z)"),
        output: code.notebook.output,
        start: startOf(experiment),
      }),
    ),
    runs("model", loadPart, ...given, modelPart(experiment), ...predictPart(experiment), showModel),
    says(
      "about-loss",
      notebookText.loss({
        loss: code.notebook.loss,
        penalty: penalties.map(({ factor, regularizer: { symbol, symbols } }) => ({
          formula: symbols,
          symbol,
          factor,
        })),
      }),
    ),
    runs("loss", ...criterionPart(experiment), ...penaltyPart(experiment), showLoss(code, X)),
    says(
      "about-gradient",
      notebookText.gradient({
        error: code.notebook.error,
        slopes: activationsOf(experiment, "slopeSymbols", "f'(z)"),
        penalized: penalties.length > 0,
      }),
    ),
    runs(
      "gradient",
      parametersPart("PAGE_GRADIENT", comments.firstGradient, gradient),
      showGradient(experiment),
    ),
    says("about-training", trainingText(experiment, code)),
    runs("training", limitPart(experiment), trainPart(experiment)),
    runs("run", showRun(X)),
    says("about-check", notebookText.check),
    runs(
      "check",
      recordedPart(losses, testLosses),
      ...(testLosses.length > 0 ? [testLossPart(experiment)] : []),
      checkPart(experiment),
      testLosses.length > 0 ? `check(losses, model, ${X}, y);` : `check(losses, ${X}, y);`,
    ),
    says("about-boundary", inputs === 1 ? notebookOutputs.curve : code.notebook.picture),
    runs("boundary", inputs === 1 ? showCurve(experiment, code) : showPicture(experiment, code)),
    says("about-trained", notebookText.trained({ t })),
    runs(
      "trained",
      parametersPart("TRAINED", comments.trainedParameters({ t }), unpack(network, params)),
      `page_model = load(build_model(), TRAINED)
with torch.no_grad():
    page_loss = criterion(page_model(${X}), y).item()
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
  const random = notebookText.randomWeights({ bound: initializers[initializer.name].symbols });
  const { decimals } = initializer;
  return decimals === undefined ? random : `${random}${notebookText.rounded({ decimals })}`;
}

function trainingText({ optimizer, training, changes }: Experiment, code: HeadCode): string {
  const names = [
    optimizer,
    ...changes.flatMap((change) => ("optimizer" in change ? [change.optimizer] : [])),
  ];
  const rules = [...new Set(names.map(({ name }) => name))].map((name) => {
    const { label, symbols } = optimizerOf(name);
    return { label, formula: symbols };
  });
  const early = {
    loss: SMALL_LOSS,
    ofMean: code.lossOfErrors !== undefined,
    least: code.confidence?.least,
    epochs: CONFIDENT_EPOCHS,
  };
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

function showData({ notebook: { data, color, heights } }: HeadCode, inputs: number): string {
  const drawn =
    inputs === 1
      ? `plt.plot(X[:, 0].numpy(), ${heights}, "o")`
      : `plt.scatter(X[:, 0].numpy(), X[:, 1].numpy(), c=${color}, cmap="coolwarm")`;
  return `X, y = data()
print(f"${data}")
if plt:
    ${drawn}
    plt.show()`;
}

const showModel = `model = build_model()
print(model)
print(f"${printed.parameters({ count: "{sum(w.numel() for w in model.parameters())}" })}")`;

function showLoss({ criterion }: HeadCode, X: string): string {
  const module = "module" in criterion ? `criterion = ${criterion.module}\n` : "";
  return `${module}print(f"${printed.initialLoss({ loss: `{criterion(model(${X}), y).item()!r}` })}")`;
}

function showGradient(experiment: Experiment): string {
  const X = networkInputs(experiment);
  const lowered = `criterion(model(${X}), y)${isPenalized(experiment) ? " + penalty(model)" : ""}`;
  return `weights = tuple(model.parameters())
gradient = torch.autograd.grad(${lowered}, weights)
page_gradient = [torch.tensor(part) for layer in PAGE_GRADIENT for part in layer]
difference = max((a - b).abs().max().item() for a, b in zip(gradient, page_gradient))
print(f"${printed.gradientDifference({ difference: "{difference:.2g}" })}")

agrees = torch.autograd.gradcheck(lambda *_: ${lowered}, weights, raise_exception=False)
print("${printed.finiteDifferencesAgree}" if agrees else "${printed.finiteDifferencesDisagree}")`;
}

const showRun = (X: string): string => `model = build_model()
losses, reason = train(model, ${X}, y)
print(f"${trainedLine}")
if plt:
    plt.semilogy(losses)
    plt.xlabel("${printed.updates}")
    plt.ylabel("${printed.loss}")
    plt.show()`;

/** The outputs over the only input. */
function showCurve(experiment: Experiment, code: HeadCode): string {
  const { heights } = code.notebook;
  const outputs = code.outputs(`model(${networkInputs(experiment, "x1[:, None]")})`);
  return `x1 = torch.linspace(X.min().item(), X.max().item(), 61)
with torch.no_grad():
    p = ${outputs}
if plt:
    plt.plot(x1.numpy(), p.numpy())
    plt.plot(X[:, 0].numpy(), ${heights}, "o")
    plt.show()
else:
    for x, outputs in zip(x1[::6].tolist(), p[::6].tolist()):
        print(f"{x:.3f}:", *(f"{value:.4f}" for value in outputs))`;
}

/** The outputs over the first two inputs. */
function showPicture(experiment: Experiment, code: HeadCode): string {
  const { color, place, letter, letterComment, contour } = code.notebook;
  const { inputs } = dataShape(experiment.dataset);
  const plane = "torch.cartesian_prod(x1, x2)";
  const through =
    inputs === 2
      ? ""
      : `points = X.mean(0).repeat(61 * 31, 1)  # ${comments.otherInputs}
points[:, :2] = ${plane}
`;
  const points = networkInputs(experiment, inputs === 2 ? plane : "points");
  const line =
    contour === undefined
      ? ""
      : `    plt.contour(x1.numpy(), x2.numpy(), p.numpy(), levels=[${contour}], colors="black")\n`;
  return `low, high = X.min(0).values.tolist(), X.max(0).values.tolist()
x1 = torch.linspace(low[0], high[0], 61)
x2 = torch.linspace(low[1], high[1], 31)
${through}with torch.no_grad():
    p = ${place(code.outputs(`model(${points})`))}.reshape(61, 31).T  # ${comments.rows}
if plt:
    plt.contourf(x1.numpy(), x2.numpy(), p.numpy(), levels=20, cmap="coolwarm")
${line}    plt.scatter(X[:, 0].numpy(), X[:, 1].numpy(), c=${color}, cmap="coolwarm", edgecolors="white")
    plt.show()
else:  # ${letterComment}
    for row in p.flip(0):
        print("".join(${letter} for value in row))`;
}
