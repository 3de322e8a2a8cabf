import { plural } from "@neural-viz/engine";
import { type Pieces, template } from "../../template.ts";

export const messages = {
  title: "Fence in the circle",
  aha: "Each hidden neuron contributes one line, and three lines can close a fence.",
  lines:
    "Blue points inside, orange points around them. Each hidden neuron contributes one line across the square, and the output neuron combines the lines. How many lines does a fence need?",
  fewest: {
    ask: "What’s the smallest number of hidden neurons that can classify every point correctly?",
    one: { text: "One", reply: "One hidden neuron gives one line, and one line can’t enclose anything." },
    two: { text: "Two", reply: "Two lines make a corridor, open at both ends." },
    three: { text: "Three" },
    four: { text: "Four", reply: "Four work too, but three are enough to close a triangle." },
    why: "Two lines always leave a gap. Three can close a triangle, and this network finds one.",
  },
  watch: <P>({ correct }: Pieces<"correct", P>) =>
    template`Press Train and watch the three small maps inside the hidden neurons. Each one shows a single line, with blue on one side and orange on the other. So far: ${correct} points correct.`,
  two: {
    ask: <P>({ points }: Pieces<"points", P>) =>
      template`With only two hidden neurons, how many of the ${points} points does the trained network classify correctly?`,
    why: <P>({ correct }: Pieces<"correct", P>) =>
      template`It classifies ${correct} correctly. The two lines form a corridor, and its open ends let orange points in.`,
  },
  other: <P>({ most, correct, loss }: Pieces<"most" | "correct" | "loss", P>) =>
    template`Choose one of these three datasets and get every point correct with at most ${most} hidden neurons. Press Train, and try new weights if training gets stuck. So far: ${correct}, with loss ${loss}.`,
  tooMany: <P>({ units, most }: Pieces<"units" | "most", P>) =>
    template`Every point is correct, but with ${units} hidden neurons. Use ${most} at most.`,
  neurons: (count: number): string => plural(count, { one: "hidden neuron", other: "hidden neurons" }),
  closed: <P>({ correct, epoch, loss }: Pieces<"correct" | "epoch" | "loss", P>) =>
    template`The fence is closed: ${correct} points are correct at epoch ${epoch}, with loss ${loss}.`,
  solved: <P>({ correct, epoch, neurons }: Pieces<"correct" | "epoch" | "neurons", P>) =>
    template`With ${neurons}, ${correct} points are correct at epoch ${epoch}.`,
};
