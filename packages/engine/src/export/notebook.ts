/** The experiment as a Jupyter notebook in teaching steps (nbformat 4.5). */
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
      ? [parametersPart("INITIAL", "The initial parameters", initializer.parameters)]
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
      `# A small neural network, step by step

${dataOf(experiment)}; a ${shapeOf(experiment)} network; ${optimizerOf(experiment.optimizer.name).label}.

This is an experiment of Neural-Viz in PyTorch: the same data, the same initial weights, the same updates. At the end
the losses are compared with those of the page. Run the cells from top to bottom.`,
    ),
    runs("imports", imports),
    says("about-data", dataWords(units !== undefined)),
    runs("data", samplesPart(samples, units), dataPart(experiment), showData),
    says("about-model", modelWords(experiment)),
    runs(
      "model",
      loadPart,
      ...given,
      modelPart(experiment.network),
      ...(units === undefined ? [] : [probabilityPart]),
      showModel,
    ),
    says("about-loss", lossWords),
    runs("loss", showLoss),
    says("about-gradient", gradientWords(experiment)),
    runs("gradient", parametersPart("PAGE_GRADIENT", "The page's first gradient", gradient), showGradient),
    says("about-training", trainingWords(experiment)),
    runs("training", limitPart(experiment), trainPart(experiment)),
    runs("run", showRun),
    says("about-check", checkWords),
    runs(
      "check",
      recordedPart(losses, testLosses),
      ...(testLosses.length > 0 ? [testLossPart] : []),
      checkPart(experiment),
      testLosses.length > 0 ? "check(losses, model, X, y);" : "check(losses, X, y);",
    ),
    says("about-boundary", boundaryWords),
    runs("boundary", showBoundary),
    says(
      "about-trained",
      `## The weights of the page

These are the weights of the page after ${t} updates. The same network with them has the loss the page showed.`,
    ),
    runs(
      "trained",
      parametersPart("TRAINED", `The parameters of the page after ${t} updates`, unpack(network, params)),
      `page_model = load(build_model(), TRAINED)
with torch.no_grad():
    page_loss = criterion(page_model(X), y).item()
print(f"loss with the page's weights: {page_loss!r}")
print(f"loss on the page:             {RECORDED[${t}]!r}")`,
    ),
  ];
}

function dataWords(scaled: boolean): string {
  const own = scaled
    ? " The inputs were scaled: they are the data's own units minus `OFFSET`,\ndivided by `SCALE`. The function `probability` takes the data's own units."
    : "";
  return `## Data\n\nEvery point has two inputs $x_1, x_2$ and a label $y$, 0 or 1.${own}`;
}

function modelWords({ network }: Experiment): string {
  const names = [...new Set(network.hidden.map(({ activation }) => activation))];
  const functions = names.map(
    (name) => `${activations[name].label} is $f(z) = ${activations[name].symbols}$`,
  );
  const { initializer } = network;
  const start =
    initializer.name === "given"
      ? "The initial weights are given."
      : !draws(initializer.name)
        ? "All initial weights are 0."
        : `The initial weights are drawn from a seed, uniformly within $\\pm ${initializers[initializer.name].symbols}$.`;
  return `## Model

Layer $l$ multiplies by its weights, adds its biases and bends the result:

$$z^{(l)} = W^{(l)} a^{(l-1)} + b^{(l)}, \\qquad a^{(l)} = f(z^{(l)}), \\qquad a^{(0)} = x$$

${[...functions, "The last layer has one unit, and the answer is $\\hat y = \\sigma(z) = 1 / (1 + e^{-z})$"].join(". ")}. ${start}`;
}

const lossWords = `## Loss

The loss is the mean binary cross-entropy over all $n$ points,

$$L = \\frac1n \\sum_s \\ell_s, \\qquad \\ell = -\\left[y \\ln \\hat y + (1 - y) \\ln(1 - \\hat y)\\right],$$

computed from the logit $z$, so that no logarithm of a rounded 0 is taken.`;

function gradientWords({ network }: Experiment): string {
  const names = [...new Set(network.hidden.map(({ activation }) => activation))];
  const slopes = names.map(
    (name) => `for ${activations[name].label} $f'(z) = ${activations[name].slopeSymbols}$`,
  );
  return `## Gradient

Backpropagation carries the blame $\\delta = \\partial \\ell / \\partial z$ from the answer to the first layer,

$$\\delta = \\hat y - y, \\qquad \\delta^{(l)} = \\left(W^{(l+1)\\top} \\delta^{(l+1)}\\right) \\odot f'(z^{(l)}), \\qquad
\\frac{\\partial \\ell}{\\partial W^{(l)}} = \\delta^{(l)} a^{(l-1)\\top}, \\qquad \\frac{\\partial \\ell}{\\partial b^{(l)}} = \\delta^{(l)}${slopes.length === 0 ? "" : ","}$$

${slopes.join(", ")}${slopes.length === 0 ? "" : ". "}The page does exactly this. Here \`torch.autograd\` computes the same gradient by
itself, and \`gradcheck\` compares it with finite differences $\\left(L(w + \\varepsilon) - L(w - \\varepsilon)\\right) / 2\\varepsilon$.`;
}

function trainingWords({ optimizer, training, changes }: Experiment): string {
  const names = [
    optimizer,
    ...changes.flatMap((change) => ("optimizer" in change ? [change.optimizer] : [])),
  ];
  const rules = [...new Set(names.map(({ name }) => name))].map((name) => {
    const { label, symbols } = optimizerOf(name);
    return `${label}: $$${symbols}$$`;
  });
  const early = training.autoStop
    ? `, earlier when the loss is below ${SMALL_LOSS} or when every point has been right with a certainty
$|2\\hat y - 1|$ above ${HIGH_CONFIDENCE} for ${CONFIDENT_EPOCHS} epochs in a row`
    : "";
  const byHand =
    changes.length === 0 ? "" : "\n\nWhat was changed by hand during the run is changed here too.";
  return `## Training

${updateWords(training)}

${rules.join("\n\n")}

Training ends after ${training.epochs} epochs${early}, and in any case when a number is no longer finite.${byHand}`;
}

function updateWords({ batch }: Experiment["training"]): string {
  if (batch === "all") return "One update uses the gradient over all points.";
  return `One update uses the gradient over a mini-batch of ${batch.size} points. Every epoch goes through all points in an order
of its own, drawn by \`torch.randperm\`. The losses are those over all points, between the updates.`;
}

const checkWords = `## The same losses as on the page?

Where a difference is left, the run is repeated with every gradient and weight shaken at each update by about a rounding
error. If that alone moves the losses as far, the run is chaotic: rounding decides.`;

const boundaryWords = `## Decision boundary

The trained network answers for every point of the plane. The boundary is where $\\hat y = \\frac12$.`;

const showData = `X, y = data()
print(f"{len(X)} points, {int(y.sum())} with label 1")
if plt:
    plt.scatter(X[:, 0].numpy(), X[:, 1].numpy(), c=y[:, 0].numpy(), cmap="coolwarm")
    plt.show()`;

const showModel = `model = build_model()
print(model)
print(f"{sum(w.numel() for w in model.parameters())} parameters")`;

const showLoss = `criterion = nn.BCEWithLogitsLoss()
print(f"loss before the first update: {criterion(model(X), y).item()!r}")`;

const showGradient = `weights = tuple(model.parameters())
gradient = torch.autograd.grad(criterion(model(X), y), weights)
page_gradient = [torch.tensor(part) for layer in PAGE_GRADIENT for part in layer]
difference = max((a - b).abs().max().item() for a, b in zip(gradient, page_gradient))
print(f"largest difference to the page's backpropagation: {difference:.2g}")

agrees = torch.autograd.gradcheck(lambda *_: criterion(model(X), y), weights, raise_exception=False)
print("finite differences agree" if agrees else "finite differences disagree: a ReLU stands at its kink")`;

const showRun = `model = build_model()
losses, reason = train(model, X, y)
print(f"loss {losses[0]:.6g} -> {losses[-1]:.6g} in {len(losses) - 1} updates; {reason}")
if plt:
    plt.semilogy(losses)
    plt.xlabel("updates")
    plt.ylabel("loss")
    plt.show()`;

const showBoundary = `low, high = X.min(0).values.tolist(), X.max(0).values.tolist()
x1 = torch.linspace(low[0], high[0], 61)
x2 = torch.linspace(low[1], high[1], 31)
with torch.no_grad():
    p = torch.sigmoid(model(torch.cartesian_prod(x1, x2))).reshape(61, 31).T  # one row for each x2
if plt:
    plt.contourf(x1.numpy(), x2.numpy(), p.numpy(), levels=20, cmap="coolwarm")
    plt.contour(x1.numpy(), x2.numpy(), p.numpy(), levels=[0.5], colors="black")
    plt.scatter(X[:, 0].numpy(), X[:, 1].numpy(), c=y[:, 0].numpy(), cmap="coolwarm", edgecolors="white")
    plt.show()
else:  # '#' where the answer is label 1
    for row in p.flip(0):
        print("".join("#" if answer > 0.5 else "." for answer in row))`;
