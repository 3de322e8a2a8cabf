import { plural } from "@neural-viz/engine";
import { type Pieces, template } from "../template.ts";

export const messages = {
  title: "Ten common beliefs: true or false?",
  intro:
    "Answer these ten questions before the lessons, and again after them. The engine finds the correct answers. Nothing leaves this device.",
  round: "Round",
  rounds: { before: "Before the lessons", after: "After the lessons" },
  question: (number: number) => `Question ${number}`,
  submit: "Check answers",
  missing: (open: number) => `${plural(open, { one: "question", other: "questions" })} left.`,
  score: (right: number, of: number) => `${right} of ${of} correct`,
  right: "✓ Correct",
  wrong: "Incorrect",
  so: "Correct answer:",
  see: "See for yourself",
  again: "Answer again",
  copy: "Copy the results",
  copied: "Copied.",
  cannotCopy: "The browser doesn’t let this page copy. Here are the results:",
  results: (lines: readonly string[]) => `Neural-Viz, ten common beliefs\n${lines.join("\n")}\n`,
  line: (round: string, right: number, of: number, marks: string) => `${round}: ${right} of ${of} (${marks})`,
};

/** The ten questions and their options. */
export const beliefs = {
  changed: {
    ask: "Backpropagation just finished. What changed in the network?",
    nothing: "Nothing; it computed gradients",
    weights: "The weights; it improved them",
  },
  deltas: {
    ask: "What are the δs of two hidden neurons?",
    shares: "Shares that add up to the output’s δ",
    rates: "Separate rates, one per neuron",
  },
  step: {
    ask: "How far does plain gradient descent move a weight?",
    gradient: "By its gradient",
    scaled: <P>({ eta }: Pieces<"eta", P>) =>
      template`By ${eta} times its gradient, in the opposite direction`,
  },
  paths: {
    ask: "An input reaches the output along two paths. How do you find the slope?",
    added: "Multiply along each path, then add",
    multiplied: "Multiply everything along both",
  },
  batches: {
    ask: <P>({ points, size }: Pieces<"points" | "size", P>) =>
      template`${points} points, batches of ${size}. Updates per epoch?`,
    one: "One",
    perBatch: <P>({ batches }: Pieces<"batches", P>) => template`${batches}`,
    perPoint: <P>({ points }: Pieces<"points", P>) => template`${points}`,
  },
  plateau: {
    ask: "A deep sigmoid network barely improves. What’s the likely reason?",
    plateau: "It’s on a plateau; gradients are tiny",
    minimum: "It’s at a minimum; gradients are zero",
  },
  memorized: {
    ask: "A network classifies every training point correctly. Is it good?",
    best: "Yes; it can’t do better",
    unknown: "Unknown; it may fail on new points",
  },
  rate: {
    ask: "What can raising the learning rate do to a run?",
    worse: "Leave it worse than untrained",
    faster: "Only speed it up",
  },
  zeros: {
    ask: "A tanh network starts with every parameter at zero. What can it learn?",
    bias: "Only its output bias",
    everything: "Everything, but slowly",
  },
  xor: {
    ask: "One neuron trained on XOR has a near-zero gradient. Has it learned XOR?",
    yes: "Yes; nothing is left to fix",
    no: "No; the points’ gradients cancel",
  },
};
