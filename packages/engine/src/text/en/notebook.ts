/** The paragraphs of the exported notebook, in Markdown with TeX. */
import { plural } from "./plural.ts";

const updates = { one: "update", other: "updates" };
const epochs = { one: "epoch", other: "epochs" };

/** A name with a formula. */
interface Named {
  readonly label: string;
  readonly formula: string;
}

const list = (items: readonly Named[]): string =>
  items.map(({ label, formula }) => `- ${label}: $${formula}$\n`).join("");

/** A term of the penalty: its formula, the letter of its factor, and the factor. */
interface Penalty {
  readonly formula: string;
  readonly symbol: string;
  readonly factor: number;
}

/** Which columns were scaled. */
interface Scaled {
  readonly inputs: boolean;
  readonly targets: boolean;
}

/** A single input is called x, unless there are features of it, which call it x₁. */
function inputsText({ inputs: count, features }: { inputs: number; features: readonly string[] }): string {
  const names = Array.from({ length: count }, (_, k) =>
    count === 1 && features.length === 0 ? "x" : `x_${k + 1}`,
  ).join(", ");
  return `${["one input", "two inputs", "three inputs", "four inputs"][count - 1]} $${names}$`;
}

function scaledText({ scaled, function: name }: { scaled: Scaled; function: string }): string {
  const inputs = ` To scale the inputs, \`OFFSET\` was subtracted from the
data’s own units and the result divided by \`SCALE\`.`;
  const targets = ` The targets were scaled
with \`TARGET_OFFSET\` and \`TARGET_SCALE\` in the same way.`;
  if (!scaled.inputs && !scaled.targets) return "";
  const takes = scaled.inputs ? "takes points in the data’s own units" : "";
  const returns = scaled.targets ? "returns predictions in theirs" : "";
  return `${scaled.inputs ? inputs : ""}${scaled.targets ? targets : ""} The function \`${name}\` ${[takes, returns].filter((part) => part !== "").join(" and ")}.`;
}

/** The letter of what training lowers. */
const objective = ({ penalized }: { penalized: boolean }): string => (penalized ? "J" : "L");

/** The rules that end training early. */
interface Early {
  /** Below this loss, or for values below this share of the loss of always predicting the average. */
  readonly loss: number;
  readonly ofMean: boolean;
  /** The probability of the correct class that every point must exceed for `epochs` epochs. */
  readonly least: number | undefined;
  readonly epochs: number;
}

function earlyText({ loss, ofMean, least, epochs: count }: Early): string {
  const small = ` It ends earlier when the loss is below ${loss}${ofMean ? " times the loss of always predicting the average target" : ""}`;
  if (least === undefined) return `${small}.`;
  return `${small}, or when every point’s
correct class has had a probability above ${least} for ${plural(count, epochs)} in a row.`;
}

const squares = "(\\hat y_j - y_j)^2";
const fromLogit = "so it never takes the logarithm of a number that was rounded to 0.";

/** What depends on the output. */
export const notebookOutputs = {
  label: "a label $y$, 0 or 1",
  class: ({ classes }: { classes: number }) => `a class, 0 to ${classes - 1}`,
  values: ({ outputs }: { outputs: number }) =>
    outputs === 1
      ? "a target $y$"
      : `${outputs} targets $${Array.from({ length: outputs }, (_, j) => `y_${j + 1}`).join(", ")}$`,

  sigmoid:
    "The output layer has one neuron. It predicts the probability of label 1, $\\hat y = \\sigma(z) = 1 / (1 + e^{-z})$.",
  softmax: ({ classes }: { classes: number }) =>
    `The output layer has ${classes} neurons, one for each class. Softmax turns their $z_j$ into probabilities that add up
to 1, $p_j = e^{z_j} / \\sum_k e^{z_k}$.`,
  sigmoids: ({ classes }: { classes: number }) =>
    `The output layer has ${classes} neurons, one for each class, with $\\hat y_j = \\sigma(z_j) = 1 / (1 + e^{-z_j})$. The
largest $\\hat y_j$ is the predicted class.`,
  predictions: ({ outputs, formula }: { outputs: number; formula: string }) =>
    outputs === 1
      ? `The output layer has one neuron. It predicts the target, $\\hat y = ${formula}$.`
      : `The output layer has ${outputs} neurons, one for each target. Each predicts $\\hat y = ${formula}$ from its own $z$.`,

  crossEntropy: `The loss $L$ is the average binary cross-entropy over the $n$ training points,

$$L = \\frac1n \\sum_s \\ell_s, \\qquad \\ell = -\\left[y \\ln \\hat y + (1 - y) \\ln(1 - \\hat y)\\right].$$

PyTorch computes it from the logit $z$, ${fromLogit}`,
  crossEntropyOfClasses: `The loss $L$ is the average cross-entropy over the $n$ training points. With $c$ the class of a point,

$$L = \\frac1n \\sum_s \\ell_s, \\qquad \\ell = -\\ln p_c.$$

PyTorch computes it from the logits $z_j$, ${fromLogit}`,
  meanSquaredError: ({
    outputs,
  }: {
    outputs: number;
  }) => `The loss $L$ is the mean squared error over the $n$ training points,

$$L = \\frac1n \\sum_s \\ell_s, \\qquad \\ell = ${outputs === 1 ? "(\\hat y - y)^2" : `\\frac1{${outputs}} \\sum_j ${squares}`}.$$`,
  halfSquaredError: ({
    outputs,
  }: {
    outputs: number;
  }) => `The loss $L$ is the average over the $n$ training points of half the squared error,

$$L = \\frac1n \\sum_s \\ell_s, \\qquad \\ell = \\tfrac12 ${outputs === 1 ? "(\\hat y - y)^2" : `\\sum_j ${squares}`}.$$`,

  difference: "$\\hat y - y$",
  differenceOfClasses: "$\\delta_j = p_j - y_j$, with $y_j = 1$ for the point’s class and 0 for the others",
  /** `slope` is f′(z) in the letter a, and nothing where f(z) = z. */
  squaredDifference: (the: { outputs: number; half: boolean; slope: string | undefined }) => {
    const { outputs, half } = the;
    const j = outputs === 1 ? "" : "_j";
    const factor = half ? "" : outputs === 1 ? "2\\," : `\\tfrac2{${outputs}}`;
    const slope = the.slope === undefined ? "" : `\\,(${the.slope.replaceAll(/\ba\b/g, `\\hat y${j}`)})`;
    const error = half && slope === "" ? `\\hat y${j} - y${j}` : `${factor}(\\hat y${j} - y${j})${slope}`;
    return outputs === 1 ? `$${error}$` : `$\\delta_j = ${error}$`;
  },

  boundary: `## Decision boundary

The trained network predicts a probability for every point of the plane. The boundary is where $\\hat y = \\frac12$.`,
  classes: `## Predicted classes

The trained network predicts a class for every point. A boundary runs where two classes tie.`,
  fit: ({ outputs }: { outputs: number }) => `## Predictions

The trained network predicts ${outputs === 1 ? "a value for every point." : "values for every point. The picture shows the first one."}`,
  curve: `## Predictions

The picture shows what the trained network predicts for every value of the input, and the training points.`,
};

export const notebookText = {
  title: (the: { data: string; shape: string; optimizer: string }) => `# A small neural network, step by step

${the.data}; ${the.shape} network; ${the.optimizer}.

This notebook repeats an experiment from Neural-Viz in PyTorch, with the same data, the same initial weights, and the
same updates. At the end it compares its losses with those from Neural-Viz. Run the cells from top to bottom.`,

  data: (the: {
    inputs: number;
    targets: string;
    scaled: Scaled;
    function: string;
    features: readonly string[];
  }) =>
    `## Data

Each point has ${inputsText(the)} and ${the.targets}.${scaledText(the)}${
      the.features.length === 0
        ? ""
        : `

The function \`features\` turns these inputs into the network’s own, $\\phi(x) = (${the.features.join(",\\ ")})$.`
    }`,

  model: (the: {
    features: boolean;
    activations: readonly Named[];
    output: string;
    start: string;
  }) => `## Model

Layer $l$ multiplies its inputs by its weights, adds its biases, and applies its activation $f$:

$$z^{(l)} = W^{(l)} a^{(l-1)} + b^{(l)}, \\qquad a^{(l)} = f(z^{(l)}), \\qquad a^{(0)} = ${the.features ? "\\phi(x)" : "x"}$$

${list(the.activations)}
${the.output}
${the.start}`,
  givenWeights: "The experiment gives the initial weights.",
  zeroWeights: "All initial weights are 0.",
  randomWeights: ({ bound }: { bound: string }) =>
    `In a layer with $n_\\text{in}$ inputs and $n_\\text{out}$ outputs, the initial weights are random numbers, uniform within
$\\pm ${bound}$. A seed makes them the same every time.`,
  rounded: ({ decimals }: { decimals: number }) =>
    ` They are rounded to ${plural(decimals, { one: "decimal", other: "decimals" })}.`,

  loss: ({ loss, penalty }: { loss: string; penalty: readonly Penalty[] }) => `## Loss

${loss}${
    penalty.length === 0
      ? ""
      : `

A penalty $R$ keeps the weights small. Training lowers the objective $J$, and biases have no penalty:

$$J = L + R, \\qquad R = ${penalty.map(({ formula }) => formula).join(" + ")}, \\qquad ${penalty.map(({ symbol, factor }) => `${symbol} = ${factor}`).join(",\\ ")}$$`
  }`,

  gradient: (the: { error: string; slopes: readonly Named[]; penalized: boolean }) => `## Gradient

Backpropagation starts at the output layer, where the error signal $\\delta = \\partial \\ell / \\partial z$ is
${the.error}. It works back to the first layer:

$$\\delta^{(l)} = \\left(W^{(l+1)\\top} \\delta^{(l+1)}\\right) \\odot f'(z^{(l)}), \\qquad
\\frac{\\partial \\ell}{\\partial W^{(l)}} = \\delta^{(l)} a^{(l-1)\\top}, \\qquad \\frac{\\partial \\ell}{\\partial b^{(l)}} = \\delta^{(l)}$$

${the.slopes.length === 0 ? "" : `The local slope $f'(z)$ of each activation, with $a = f(z)$:\n\n${list(the.slopes)}\n`}${
    the.penalized
      ? "Averaged over the points, that is the gradient of $L$. The slope of the penalty is added for every weight.\n\n"
      : ""
  }Neural-Viz computes exactly this. Here \`torch.autograd\` finds the same gradient, and \`gradcheck\` compares it with
finite differences $\\left(${objective(the)}(w + \\varepsilon) - ${objective(the)}(w - \\varepsilon)\\right) / 2\\varepsilon$.`,

  training: (the: { batch: number | "all"; rules: readonly Named[]; end: string }) => `## Training

${
  the.batch === "all"
    ? "Each update uses the gradient averaged over all training points."
    : `Each update uses the gradient averaged over a mini-batch of at most ${plural(the.batch, { one: "point", other: "points" })}. Each epoch
goes through all training points in a new random order, drawn by \`torch.randperm\`. The losses are averages over all
training points, computed before each update and after the last.`
}

${the.rules.map(({ label, formula }) => `${label}: $$${formula}$$`).join("\n\n")}

${the.end}`,
  end: (the: { epochs: number; early: Early | undefined; changed: boolean }) =>
    [
      `Training ends after ${plural(the.epochs, epochs)} at the latest.`,
      the.early === undefined ? "" : earlyText(the.early),
      " It also ends when a number isn’t finite.",
      the.changed ? "\n\nThe changes made by hand during the run are made here too." : "",
    ].join(""),

  check: `## The same losses as in Neural-Viz?

If a loss is off, the next cell repeats the run many times. Each time, it changes every gradient and weight by about a
rounding error at every update. If that alone moves the losses as far, the run is chaotic.`,

  trained: ({ t }: { t: number }) => `## The weights from Neural-Viz

These are the weights and biases from Neural-Viz after ${plural(t, updates)}. With them, the same network has the same
loss as in Neural-Viz.`,
};
