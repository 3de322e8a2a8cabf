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

export const notebookText = {
  title: (the: { data: string; shape: string; optimizer: string }) => `# A small neural network, step by step

${the.data}; ${the.shape} network; ${the.optimizer}.

This notebook repeats an experiment from Neural-Viz in PyTorch, with the same data, the same initial weights, and the
same updates. At the end it compares its losses with those from Neural-Viz. Run the cells from top to bottom.`,

  data: ({ scaled }: { scaled: boolean }) => `## Data

Each point has two inputs $x_1, x_2$ and a label $y$, 0 or 1.${
    scaled
      ? ` To scale the inputs, \`OFFSET\` was subtracted from the
data’s own units and the result divided by \`SCALE\`. The function \`probability\` takes points in the data’s own units.`
      : ""
  }`,

  model: (the: { activations: readonly Named[]; start: string }) => `## Model

Layer $l$ multiplies its inputs by its weights, adds its biases, and applies its activation $f$:

$$z^{(l)} = W^{(l)} a^{(l-1)} + b^{(l)}, \\qquad a^{(l)} = f(z^{(l)}), \\qquad a^{(0)} = x$$

${list(the.activations)}
The output layer has one neuron. It predicts the probability of label 1, $\\hat y = \\sigma(z) = 1 / (1 + e^{-z})$.
${the.start}`,
  givenWeights: "The experiment gives the initial weights.",
  zeroWeights: "All initial weights are 0.",
  randomWeights: ({ bound }: { bound: string }) =>
    `In a layer with $n_\\text{in}$ inputs and $n_\\text{out}$ outputs, the initial weights are random numbers, uniform within
$\\pm ${bound}$. A seed makes them the same every time.`,

  loss: `## Loss

The loss $L$ is the average binary cross-entropy over the $n$ training points,

$$L = \\frac1n \\sum_s \\ell_s, \\qquad \\ell = -\\left[y \\ln \\hat y + (1 - y) \\ln(1 - \\hat y)\\right].$$

PyTorch computes it from the logit $z$, so it never takes the logarithm of a number that was rounded to 0.`,

  gradient: ({ slopes }: { slopes: readonly Named[] }) => `## Gradient

Backpropagation starts at the output layer, where the error signal $\\delta = \\partial \\ell / \\partial z$ is
$\\hat y - y$. It works back to the first layer:

$$\\delta^{(l)} = \\left(W^{(l+1)\\top} \\delta^{(l+1)}\\right) \\odot f'(z^{(l)}), \\qquad
\\frac{\\partial \\ell}{\\partial W^{(l)}} = \\delta^{(l)} a^{(l-1)\\top}, \\qquad \\frac{\\partial \\ell}{\\partial b^{(l)}} = \\delta^{(l)}$$

${slopes.length === 0 ? "" : `The local slope $f'(z)$ of each activation, with $a = f(z)$:\n\n${list(slopes)}\n`}Neural-Viz computes exactly this. Here \`torch.autograd\` finds the same gradient, and \`gradcheck\` compares it with
finite differences $\\left(L(w + \\varepsilon) - L(w - \\varepsilon)\\right) / 2\\varepsilon$.`,

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
  end: (the: {
    epochs: number;
    early: { readonly loss: number; readonly least: number; readonly epochs: number } | undefined;
    changed: boolean;
  }) =>
    [
      `Training ends after ${plural(the.epochs, epochs)} at the latest.`,
      the.early === undefined
        ? ""
        : ` It ends earlier when the loss is below ${the.early.loss}, or when every point’s
correct class has had a probability above ${the.early.least} for ${plural(the.early.epochs, epochs)} in a row.`,
      " It also ends when a number isn’t finite.",
      the.changed ? "\n\nThe changes made by hand during the run are made here too." : "",
    ].join(""),

  check: `## The same losses as in Neural-Viz?

If a loss is off, the next cell repeats the run many times. Each time, it changes every gradient and weight by about a
rounding error at every update. If that alone moves the losses as far, the run is chaotic.`,

  boundary: `## Decision boundary

The trained network predicts a probability for every point of the plane. The boundary is where $\\hat y = \\frac12$.`,

  trained: ({ t }: { t: number }) => `## The weights from Neural-Viz

These are the weights and biases from Neural-Viz after ${plural(t, updates)}. With them, the same network has the same
loss as in Neural-Viz.`,
};
